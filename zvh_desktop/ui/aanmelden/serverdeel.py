"""What a house on a server asks besides a name and a password: the database account of this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.services.kluis.kluisinfo import Serveraccount, Serverbewaring
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel, Vinkvak
from zvh_desktop.ui.uiterlijk.thema import RUIM
from zvh_desktop.ui.widgets.velden.formulier import Formulierregel
from zvh_desktop.ui.widgets.velden.wachtwoordveld import Wachtwoordveld

if TYPE_CHECKING:
    from zvh_desktop.ui.protocollen import KluisInfo

_MEESTE_TEKENS = 63
_ONTHOUD = "Ont&houd dit account op deze computer"
_BEWAARD = "Het wachtwoord is op deze computer bewaard."


class Serverdeel(QWidget):
    """Three fields that are only there for a house on a server."""

    gewijzigd = Signal()

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._huis: tuple[str, str] | None = None
        self._bewaard = ""
        self._bekend = self._zelf_gezet = False
        self.account_veld = Invoerregel(self)
        self.account_veld.setObjectName("account_veld")
        self.account_veld.setMaxLength(_MEESTE_TEKENS)
        self.wachtwoord_veld = Wachtwoordveld("Wachtwoord voor de server", self)
        self.wachtwoord_veld.setObjectName("accountwachtwoord_veld")
        self.onthoud_vak = Vinkvak(_ONTHOUD, self)
        self.onthoud_vak.setObjectName("onthoud_vak")
        self.onthoud_vak.setAccessibleName(_ONTHOUD.replace("&", ""))
        uitleg = "Van de afdeling ICT: waarmee deze computer de server bereikt."
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Formulierregel("Database&account", self.account_veld, uitleg, self))
        indeling.addWidget(Formulierregel("Wachtwoord voor de &server", self.wachtwoord_veld, "", self))
        indeling.addWidget(self.onthoud_vak)
        self.account_veld.textChanged.connect(self.gewijzigd)
        self.account_veld.textChanged.connect(self._on_account_gewijzigd)
        self.onthoud_vak.clicked.connect(self._on_onthoud_gezet)
        self.hide()

    def toon_voor(self, info: KluisInfo | None) -> None:
        """Ask it for this house; nothing is asked for a vault. What was filled in for the same house stays."""
        op_server = info is not None and bool(info.server)
        self.setVisible(op_server)
        huis = (info.server, info.naam) if op_server and info is not None else None
        if huis != self._huis:
            self._huis, self._bewaard = huis, ""
            self._bekend = self._zelf_gezet = False
            self.onthoud_vak.setChecked(False)
            self.account_veld.clear()  # another house, another server
            self.maak_leeg()

    def toon_bewaring(self, bewaring: Serverbewaring) -> None:
        """What this computer keeps is known, a while after the fields stood: what the user set meanwhile stays so."""
        kan = not bewaring.bezwaar
        self._bewaard, self._bekend = bewaring.naam, kan
        self.onthoud_vak.setEnabled(kan)
        self.onthoud_vak.setToolTip(bewaring.bezwaar)
        if not kan:
            self._zelf_gezet = False
            self.onthoud_vak.setChecked(False)
        elif not self._zelf_gezet:
            self.onthoud_vak.setChecked(bool(self._bewaard))
        if self._bewaard and not self.account_veld.text():
            self.account_veld.setText(self._bewaard)
        self._on_account_gewijzigd()

    def ingevuld(self) -> bool:
        """Whether there is enough to go on with. A password may be kept here, or known to what ICT set up."""
        return self.isHidden() or bool(self.account_veld.text().strip())

    def account(self) -> tuple[Serveraccount, ...]:
        """What was filled in; nothing for a vault."""
        if self.isHidden():
            return ()
        naam, wachtwoord = self.account_veld.text().strip(), self.wachtwoord_veld.text()
        # A tick that nobody set says nothing as long as it is not known what is kept: that is left as it is.
        onthoud = self.onthoud_vak.isChecked() if self._bekend or self._zelf_gezet else None
        return (Serveraccount(naam, wachtwoord, onthoud=onthoud),)

    def maak_leeg(self) -> None:
        """Forget the password."""
        self.wachtwoord_veld.maak_leeg()

    def _on_onthoud_gezet(self) -> None:
        self._zelf_gezet = True

    def _on_account_gewijzigd(self) -> None:
        bewaard = bool(self._bewaard) and self.account_veld.text().strip() == self._bewaard
        self.wachtwoord_veld.setPlaceholderText(_BEWAARD if bewaard else "")
