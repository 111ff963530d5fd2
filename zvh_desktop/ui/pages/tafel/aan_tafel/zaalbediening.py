"""What the chair does with the screen in the room: put it there, show this casus, and make it empty at once."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import AgendapuntId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.zaal.gegevens import Zaalvrijgave
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, Kleur
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.zaal.zaalvenster import Zaalvenster

_KIJK_MS = 200
"""How often is looked whether anything was done; only then is the vault read."""
_WACHT = "Er wordt zo verder gegaan."


class Zaalbediening(QWidget):
    """Shows in the room what the service gives, and nothing of its own."""

    geweigerd = Signal(object)
    """A GebruikersFout: why this casus is not shown."""
    leeggemaakt = Signal(str)
    """Why nothing of this casus is there any more, while the chair did not take it away."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setObjectName("zaalbediening")
        self._diensten, self._gereedschap = diensten, gereedschap
        self._zaal = diensten.tafelloop.zaal
        self._punt_id: AgendapuntId | None = None
        self._vrij: Zaalvrijgave | None = None
        self._gezien = -1
        self._reden = ""
        self.scherm_knop = gereedschapsknop(
            "zaal_scherm", Icoon.OOG, "Zaalscherm", "Scherm in de zaal openen of sluiten (Shift+F8)", self
        )
        self.scherm_knop.setCheckable(True)
        self.toon_knop = gereedschapsknop(
            "zaal_tonen", Icoon.VERDER, "Toon in zaal", "Deze casus in de zaal tonen, of de zaal leegmaken (F8)", self
        )
        self.stand = Statuslabel(Icoon.SLOT, "", self)
        self.stand.setObjectName("zaal_stand")
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(HALF)
        indeling.addStretch(1)
        indeling.addWidget(self.stand)
        indeling.addWidget(self.scherm_knop)
        indeling.addWidget(self.toon_knop)
        self._kijker = QTimer(self)
        self._kijker.setInterval(_KIJK_MS)
        self._schermtoets = sneltoets("Shift+F8", waar=ouder)
        self._toontoets = sneltoets("F8", waar=ouder)
        self._verbind()
        self._neem_plek_over()

    def _verbind(self) -> None:
        self._kijker.timeout.connect(self.kijk)
        self.scherm_knop.clicked.connect(self.wissel_scherm)
        self.toon_knop.clicked.connect(self.wissel_beeld)
        self._schermtoets.activated.connect(self.wissel_scherm)
        self._toontoets.activated.connect(self.wissel_beeld)

    def venster(self) -> Zaalvenster | None:
        """The window in the room, when this put it there."""
        venster = self._gereedschap.zaal.venster
        return venster if isinstance(venster, Zaalvenster) else None

    # --- the window -------------------------------------------------------------------------------

    def wissel_scherm(self) -> None:
        """Put the window in the room, or take it away."""
        if self.venster() is None:
            self._open()
        else:
            self._gereedschap.zaal.sluit()
        self._toon_stand()

    def _open(self) -> None:
        venster = self._maak()
        venster.zet_neer(self.window().screen())
        venster.maak_leeg(_WACHT)

    def _maak(self) -> Zaalvenster:
        sessie = self._diensten.sessie
        venster = Zaalvenster(self._diensten.profiel.naam, self._gereedschap.klok, oefen=sessie.oefen)
        self._gereedschap.zaal.neem(venster)
        venster.gesloten.connect(self._on_gesloten)
        return venster

    def _neem_plek_over(self) -> None:
        """After a lock the room is black; it becomes a window again, and shows nothing until the chair says so."""
        plek = self._gereedschap.zaal.plek()
        if plek is not None:
            venster = self._maak()
            venster.zet_op(plek)
            venster.maak_leeg(_WACHT)

    def _on_gesloten(self) -> None:
        self._vrij = None
        self._kijker.stop()
        self._toon_stand()

    # --- what is in it ----------------------------------------------------------------------------

    def zet(self, punt_id: AgendapuntId | None, *, mag: bool) -> None:
        """The point that is open on the screen of the chair, or None; another point than before empties the room."""
        if punt_id != self._punt_id:
            self._reden = ""
            self.maak_leeg()
        self._punt_id = punt_id
        self.toon_knop.setEnabled(mag and punt_id is not None)
        self.kijk()
        self._toon_stand()

    def wissel_beeld(self) -> None:
        """Show this casus to who is there now; or empty the room."""
        if self._vrij is not None:
            self.maak_leeg()
        elif self.toon_knop.isEnabled():
            self._toon()

    def _toon(self) -> None:
        if self._punt_id is None:
            return
        if self.venster() is None:
            self._open()
        try:
            self._vrij = self._zaal.geef_vrij(self._punt_id)
        except GebruikersFout as fout:
            self.geweigerd.emit(fout)
            return
        self._gezien, self._reden = -1, ""
        self.kijk()
        self._toon_stand()

    def maak_leeg(self) -> None:
        """Nothing of any casus in the room."""
        self._vrij = None
        self._kijker.stop()
        venster = self.venster()
        if venster is not None and not venster.is_leeg():
            venster.maak_leeg(_WACHT)
        self._toon_stand()

    def zwart(self) -> None:
        """The vault locks: black, and nothing left of what was shown."""
        self._vrij, self._punt_id = None, None
        self._kijker.stop()
        venster = self.venster()
        if venster is not None:
            venster.zwart()

    def kijk(self) -> None:
        """Read again what the room may see, when anything was done since."""
        venster = self.venster()
        if self._vrij is None or venster is None:
            return
        self._kijker.start()
        versie = self._zaal.versie
        if versie == self._gezien:
            return
        self._gezien = versie
        try:
            stand = self._zaal.toon(self._vrij)
        except Exception:
            self.maak_leeg()  # whatever went wrong, nothing stays there that nobody looked at again
            raise
        if stand.beeld is None:
            self.maak_leeg()
            self._reden = stand.reden
            self._toon_stand()
            self.leeggemaakt.emit(f"De zaal is leeg. {stand.reden}")
        else:
            venster.toon(stand.beeld)

    def _toon_stand(self) -> None:
        open_, toont = self.venster() is not None, self._vrij is not None
        self.scherm_knop.setChecked(open_)
        self.toon_knop.setText("Maak zaal leeg" if toont else "Toon in zaal")
        self.toon_knop.setAccessibleName(self.toon_knop.text())
        zet_icoon(self.toon_knop, Icoon.SLUITEN if toont else Icoon.VERDER)
        if toont:
            self.stand.zet(Icoon.OOG, "Zaal ziet mee", kleur=Kleur.GOED)
        elif self._reden:
            self.stand.zet(Icoon.UITROEP, "Zaal is leeg", kleur=Kleur.LET_OP)
        else:
            self.stand.zet(Icoon.SLOT, "Zaal is leeg" if open_ else "")
        self.stand.setToolTip("" if toont else self._reden)
        self.stand.setAccessibleDescription("" if toont else self._reden)
