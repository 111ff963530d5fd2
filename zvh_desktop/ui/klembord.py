"""The clipboard: marked as private where the platform can, emptied after half a minute, at lock and at exit.

Only what this application put there is taken away.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.weg.keuze import na_keuze

BEWAARTIJD_MS = 30_000
METEEN: Final = 250
"""So many rows are looked through at once. More are looked through beside the window, which shows how far it is."""
_EIGEN_MERK = "application/x-zvh-casustafel"


Rijen = tuple[tuple[str, ...], ...]
Voortgang = Callable[[int, int, str], None]
Weger = Callable[[Rijen, tuple[str, ...], Voortgang], Rijen]
"""Of these rows, and the casusnummer of what each is about, or nothing; told how far it is."""


@dataclass(frozen=True)
class _Kopie:
    """What is to be put there, weighed and in its form. ``nummer`` tells it from what was copied later."""

    nummer: int
    weger: Weger
    rijen: Rijen
    over: tuple[str, ...]
    vorm: Callable[[Rijen], tuple[str, str]]
    ingehaald: Callable[[int], bool]

    def __call__(self, voortgang: Voortgang) -> tuple[int, str, str]:
        if self.ingehaald(self.nummer):
            return self.nummer, "", ""
        try:
            gewogen = self.weger(self.rijen, self.over, voortgang)
        except GebruikersFout:
            if self.ingehaald(self.nummer):  # nobody waits for it: nothing is asked, and nothing is told
                return self.nummer, "", ""
            raise
        return self.nummer, *self.vorm(gewogen)


def _zonder_venster(_gedaan: int, _totaal: int, _tekst: str) -> None:
    """It is done before anybody could read that."""


class Klembord(QObject):
    """Puts case text on the clipboard and takes it away again."""

    geweigerd = Signal(object)
    """A GebruikersFout: what was to be copied could not be weighed, so nothing was."""

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("klembord")
        self._weger: Weger | None = None
        self._taken: Taken | None = None
        self._nummer = self._bezig_met = 0
        self._hier = secrets.token_hex(8).encode()
        self._wachter = QTimer(self)
        self._wachter.setSingleShot(True)
        self._wachter.setInterval(BEWAARTIJD_MS)
        self._verbind()

    def _verbind(self) -> None:
        self._wachter.timeout.connect(self.wis)
        QGuiApplication.clipboard().dataChanged.connect(self._on_klembord_gewijzigd)

    def zet(self, tekst: str, html: str = "") -> None:
        """Put a text there, with a table form for word processors when given."""
        inhoud = QMimeData()
        inhoud.setText(tekst)
        if html:
            inhoud.setHtml(html)
        inhoud.setData(_EIGEN_MERK, QByteArray(self._hier))
        # Windows' clipboard history and the cloud clipboard, macOS and KDE each have their own mark
        inhoud.setData(
            'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"',
            QByteArray(b"\0\0\0\0"),
        )
        inhoud.setData("application/x-nspasteboard-concealed-type", QByteArray(b"secret"))
        inhoud.setData("x-kde-passwordManagerHint", QByteArray(b"secret"))
        self._nummer += 1
        QGuiApplication.clipboard().setMimeData(inhoud, QClipboard.Mode.Clipboard)
        self._wachter.start()

    def zet_weger(self, weger: Weger | None, taken: Taken | None = None) -> None:
        """Who says what of a row may leave; None while no vault is open, and then there are no rows.

        ``taken`` looks many rows through beside the window.
        """
        self._weger, self._taken = weger, taken

    def sluit(self) -> None:
        """The vault closes: nothing of it stays, and nobody is asked what may leave it."""
        self._weger = self._taken = None
        self._nummer += 1
        self.wis()

    def zet_rijen(
        self, rijen: Rijen, over: tuple[str, ...], vorm: Callable[[Rijen], tuple[str, str]], vanaf: QWidget
    ) -> None:
        """Put rows of a table there, weighed as a document is. ``vorm`` makes the text, and the table when asked.

        ``over`` has the casusnummer of what each row is about, or nothing. What is found inside a sentence is asked
        about from ``vanaf``; left for later, nothing is copied. Of many rows nothing stands there until all of them
        were looked through. What is copied meanwhile stays, also from a field or in another program; they do not come.
        """
        if self._weger is None:
            self.zet(*vorm(rijen))
            return
        self._nummer += 1
        self._bezig_met = self._nummer
        kopie = _Kopie(self._nummer, self._weger, rijen, over, vorm, self._is_ingehaald)
        if self._taken is not None and len(rijen) > METEEN:
            self.wis()
            self._taken.start_met_voortgang(
                kopie,
                ouder=vanaf,
                titel="De regels worden nagekeken",
                gelukt=self._on_gewogen,
                mislukt=self._on_geweigerd,
            )
            return
        try:
            gewogen = na_keuze(vanaf, partial(kopie, _zonder_venster))
        except GebruikersFout as fout:
            self._on_geweigerd(fout)
            return
        self._on_gewogen(gewogen)

    def _on_gewogen(self, gewogen: tuple[int, str, str]) -> None:
        nummer, tekst, html = gewogen
        if nummer == self._nummer:
            self.zet(tekst, html)

    def _on_geweigerd(self, fout: GebruikersFout) -> None:
        if self._bezig_met == self._nummer:
            self.wis()
        self.geweigerd.emit(fout)

    def _is_ingehaald(self, nummer: int) -> bool:
        """Whether something else was copied after this, or the vault closed; also asked beside the window."""
        return nummer != self._nummer

    def wis(self) -> None:
        """Empty the clipboard, if what stands there came from us."""
        self._wachter.stop()
        klembord = QGuiApplication.clipboard()
        for soort in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            if soort is QClipboard.Mode.Selection and not klembord.supportsSelection():
                continue
            inhoud = klembord.mimeData(soort)
            if self._van_ons(klembord, soort) or _heeft_merk(inhoud):
                klembord.clear(soort)

    def bewaak(self) -> bool:
        """Whether the countdown to emptying runs."""
        return self._wachter.isActive()

    def _van_ons(self, klembord: QClipboard, soort: QClipboard.Mode) -> bool:
        if soort is QClipboard.Mode.Selection:
            return klembord.ownsSelection()
        return klembord.ownsClipboard()

    def _on_klembord_gewijzigd(self) -> None:
        # text copied by Ctrl+C from one of our own fields is case text too
        klembord = QGuiApplication.clipboard()
        inhoud = klembord.mimeData()
        # Windows tells of a change afterwards, of our own as well: that is known by what stands there
        if not _merk(inhoud).startswith(self._hier) and not _leeg(inhoud):
            self._nummer += 1
        if self._van_ons(klembord, QClipboard.Mode.Clipboard) or _heeft_merk(inhoud):
            self._wachter.start()
        else:
            self._wachter.stop()


def _heeft_merk(inhoud: object) -> bool:
    """Whether this came from us, here or in another window of the program."""
    return bool(_merk(inhoud))


def _merk(inhoud: object) -> bytes:
    """Which of us put this there; nothing of what is of somebody else.

    Qt frees what stood there before without telling Python, which then may take the new contents for the object that
    used to live at the same place: of another class, without formats.
    """
    return bytes(inhoud.data(_EIGEN_MERK).data()) if isinstance(inhoud, QMimeData) else b""


def _leeg(inhoud: object) -> bool:
    """Whether nothing stands there, as after ``wis``."""
    return inhoud is None or (isinstance(inhoud, QMimeData) and not inhoud.formats())
