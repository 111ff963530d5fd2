"""At the login of a house on a server that cannot be reached: on in the koffer of today, with the own password."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.teksten.datums import tijd_kort
from zvh_desktop.ui.toetsenbord.tabvolgorde import zet_tabvolgorde
from zvh_desktop.ui.uiterlijk.doelen import Drukknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur

if TYPE_CHECKING:
    from zvh_desktop.ui.aanmelden.aanmeldvorm import Aanmeldvorm
    from zvh_desktop.ui.protocollen import Toegang

_ZIN: Final = "De server is niet te bereiken. U kunt met uw wachtwoord verder in de koffer van vandaag ({})."


class Kofferaanbod(QObject):
    """A button below what is said, as long as the same name is asked for."""

    begonnen = Signal()
    gewekt = Signal(object)
    """Where it is, a Path."""
    mislukt = Signal(object)

    def __init__(self, toegang: Toegang, taken: Taken, vorm: Aanmeldvorm) -> None:
        super().__init__(vorm)
        self._toegang = toegang
        self._taken = taken
        self._vorm = vorm
        self._verbinding: Path | None = None
        self.knop = Drukknop("Ga verder &in de koffer van vandaag", vorm)
        self.knop.setObjectName("koffer_verder")
        self.knop.setAccessibleName("Ga verder in de koffer van vandaag")
        self.knop.setAutoDefault(False)
        zet_icoon(self.knop, Icoon.KLUIS)
        ouder = vorm.melding.parentWidget()
        indeling = ouder.layout() if ouder is not None else None
        if isinstance(indeling, QBoxLayout):
            indeling.insertWidget(indeling.indexOf(vorm.melding) + 1, self.knop, 0, Qt.AlignmentFlag.AlignRight)
        # It stands above the button that opens, so the keyboard comes by it before that.
        zet_tabvolgorde(self.knop, (vorm.serverdeel.onthoud_vak, self.knop, vorm.open_knop))
        self.knop.clicked.connect(self._on_gevraagd)
        vorm.naam_veld.currentTextChanged.connect(self.trek_in)
        vorm.kluis_keuze.currentIndexChanged.connect(self.trek_in)
        self.knop.hide()

    def bied_aan(self, verbinding: Path, naam: str) -> bool:
        """Look whether there is one for this name, and say so."""
        try:
            aanbod = self._toegang.zonder_lijn.aanbod(verbinding, naam)
        except GebruikersFout:  # a connection file that cannot be read: that is said by who opens it
            aanbod = None
        self._verbinding = verbinding
        self.knop.setVisible(aanbod is not None)
        if aanbod is None:
            return False
        stand = f"stand van {tijd_kort(aanbod.van)}" if aanbod.van is not None else "waarin u al bezig was"
        self._vorm.melding.zet(Icoon.WAARSCHUWING, _ZIN.format(stand), kleur=Kleur.LET_OP)
        return True

    def zet_stand(self, *, kan: bool) -> None:
        """Whether there is a password to try."""
        self.knop.setEnabled(kan)

    def trek_in(self) -> None:
        """Something else is asked for."""
        self.knop.hide()

    def _on_gevraagd(self) -> None:
        if self._verbinding is None:
            return
        naam, wachtwoord = self._vorm.naam_veld.currentText().strip(), self._vorm.wachtwoord_veld.text()
        self.begonnen.emit()
        wek = partial(self._toegang.zonder_lijn.wek, self._verbinding, naam, wachtwoord)
        self._taken.start(wek, gelukt=self._on_gewekt, mislukt=self._on_mislukt)

    def _on_gewekt(self, koffer: Path) -> None:
        self.trek_in()
        self.gewekt.emit(koffer)

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        self.mislukt.emit(fout)
