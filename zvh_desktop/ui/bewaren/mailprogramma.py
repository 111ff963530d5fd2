"""Opens the mail program of this computer with a recipient, and with nothing else.

A web address is kept by other programs: in a list of what was opened, and on its way in the log of a server. So no
subject, no text and no casusnummer stands in it.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from zvh_desktop.errors import GebruikersFout


def mailadres(email: str) -> QUrl:
    """An address as a link for the mail program; whatever could add a second recipient or a text is written out."""
    adres = QUrl()
    adres.setScheme("mailto")
    adres.setPath(bytes(QUrl.toPercentEncoding(email, b"@", b"").data()).decode("ascii"), QUrl.ParsingMode.StrictMode)
    return adres


def open_mailprogramma(email: str) -> None:
    """Raises GebruikersFout when this computer has no program for it."""
    if not QDesktopServices.openUrl(mailadres(email)):
        raise GebruikersFout(
            "Er is op deze computer geen mailprogramma dat zich zo laat openen.",
            veilig="Er is niets verstuurd.",
            advies="Open uw mailprogramma zelf, en kopieer adres, onderwerp en tekst.",
        )
