"""The words of the house that no dictionary has: what the spelling takes for right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.spelling.woordenlijst import SpellingService
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.beheer.lijstdeel import LijstDeel
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel


def _woord(woord: str) -> object:
    return woord


class Woordenlijstdeel(LijstDeel[str]):
    """One column, a field to add a word in, and a way back for each."""

    recht = Recht.WOORDENLIJST_BIJHOUDEN
    als_bestand = Lijst.WOORDENLIJST
    gewijzigd = Signal()

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Woordenlijst",
            "Deze woorden vindt de spelling goed. Een woord komt er ook op als u er in een tekst voor kiest, "
            "met de rechtermuisknop. Een naam hoort hier niet: een naam krijgt midden in een zin vanzelf geen lijn.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_woordenlijst")
        self.veld = Invoerregel(self)
        self.veld.setObjectName("woordenlijst_veld")
        self.veld.setAccessibleName("Nieuw woord")
        self.veld.setPlaceholderText("Nieuw woord")
        self.veld.setMaximumWidth(tekstbreedte(self, 30))
        self.erbij_knop = knop("woordenlijst_erbij_knop", "Voeg toe", self, Icoon.PLUS)
        self.weg_knop = gereedschapsknop(
            "woordenlijst_weg_knop", Icoon.PRULLENBAK, "Haal weg", "Het gekozen woord van de lijst halen (Delete)", self
        )
        self.ongedaan = OngedaanRegel(self, self.lukt, self._opnieuw)
        self.bouw_lijst(
            "woordenlijst",
            (Kolom[str]("woord", "Woord", _woord, breedte=40),),
            LegeStaat(Icoon.DOCUMENT, "Nog geen eigen woorden", "Typ hierboven een woord, of kies het in een tekst."),
            knoppen=(self.veld, self.erbij_knop, self.weg_knop),
            eronder=(self.ongedaan,),
        )
        self._delete = sneltoets("Del", waar=self.tabel.tabel)
        self._verbind()

    def _verbind(self) -> None:
        self.veld.returnPressed.connect(self.voeg_toe)
        self.veld.textChanged.connect(self.toon_knoppen)
        self.erbij_knop.clicked.connect(self.voeg_toe)
        self.weg_knop.clicked.connect(self.haal_weg)
        self._delete.activated.connect(self.haal_weg)

    def lees(self) -> Sequence[str]:
        return self._diensten.spelling.eigen_woorden()

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.ongedaan.vergeet()
        self.veld.clear()

    def voeg_toe(self) -> None:
        """What is in the field."""
        woord = self.veld.text().strip()
        if woord and self.ongedaan.probeer(Woorderbij(self._diensten.spelling, woord)):
            self.veld.clear()
            self.veld.setFocus()

    def haal_weg(self) -> None:
        """The chosen word."""
        woord = self.tabel.gekozen()
        if woord is not None and self.weg_knop.isEnabled():
            self.ongedaan.probeer(Woordweg(self._diensten.spelling, woord))

    def _opnieuw(self) -> None:
        self.vernieuw()
        self.gewijzigd.emit()

    def toon_knoppen(self) -> None:
        self.veld.setEnabled(self.mag())
        leeg = "Typ eerst een woord."
        self.zet_recht(self.erbij_knop, Recht.WOORDENLIJST_BIJHOUDEN, verder=bool(self.veld.text().strip()), reden=leeg)
        gekozen = self.tabel.gekozen() is not None
        self.zet_recht(self.weg_knop, Recht.WOORDENLIJST_BIJHOUDEN, verder=gekozen, reden="Kies eerst een woord.")


class Woorderbij(Omkeerbaar):
    """A word on the list."""

    def __init__(self, dienst: SpellingService, woord: str) -> None:
        self._dienst, self._woord = dienst, woord

    @property
    def tekst(self) -> str:
        return f"{self._woord} staat in de woordenlijst."

    def doe(self) -> None:
        self._dienst.voeg_toe(self._woord)

    def terug(self) -> None:
        self._dienst.haal_weg((self._woord,))


class Woordweg(Omkeerbaar):
    """A word off the list."""

    def __init__(self, dienst: SpellingService, woord: str) -> None:
        self._dienst, self._woord = dienst, woord

    @property
    def tekst(self) -> str:
        return f"{self._woord} is van de woordenlijst gehaald."

    def doe(self) -> None:
        self._dienst.haal_weg((self._woord,))

    def terug(self) -> None:
        self._dienst.zet_terug((self._woord,))
