"""Beheer, Tekstblokken: what is put in anywhere by a short name, for the house or for oneself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.tekstblokken import MEESTE_TEKENS, VELDEN_UITLEG, Blokregel, TekstblokService
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.beheer.lijstdeel import LijstDeel
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

_HUIS, _EIGEN = "huis", "eigen"
_VOOR_WIE = {_EIGEN: "alleen voor mij", _HUIS: "voor iedereen in het huis"}


def _kort(blok: Blokregel) -> object:
    return f"/{blok.kort}"


def _wie(blok: Blokregel) -> object:
    return _VOOR_WIE[_EIGEN if blok.eigen else _HUIS]


def _tekst(blok: Blokregel) -> object:
    return " ".join(blok.tekst.split())


class Tekstblokkendeel(LijstDeel[Blokregel]):
    """A list with a dialog for each; every change has a way back."""

    recht = Recht.TEKSTBLOKKEN_BIJHOUDEN
    als_bestand = Lijst.TEKSTBLOKKEN

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Tekstblokken",
            "Typ in een tekstveld van meer regels de korte naam met een schuine streep ervoor, zoals /gesprek, en een "
            "spatie: dan staat de tekst er. Met Alt+F8 kiest u uit de lijst. Een naam uit een dossier hoort hier niet.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_tekstblokken")
        self.erbij_knop = knop("tekstblok_erbij_knop", "&Voeg toe…", self, Icoon.PLUS)
        self.wijzig_knop = gereedschapsknop(
            "tekstblok_wijzig_knop", Icoon.POTLOOD, "Wijzig", "Het gekozen tekstblok wijzigen (F2)", self
        )
        self.weg_knop = gereedschapsknop(
            "tekstblok_weg_knop", Icoon.PRULLENBAK, "Haal weg", "Het gekozen tekstblok weghalen (Delete)", self
        )
        self.ongedaan = OngedaanRegel(self, self.lukt, self.vernieuw)
        self.bouw_lijst(
            "tekstblokken",
            (
                Kolom[Blokregel]("kort", "Korte naam", _kort, 16),
                Kolom[Blokregel]("wie", "Voor wie", _wie, 22),
                Kolom[Blokregel]("tekst", "Tekst", _tekst, 60),
            ),
            LegeStaat(Icoon.POTLOOD, "Nog geen tekstblokken", "Voeg er een toe voor wat u vaak typt."),
            knoppen=(self.erbij_knop, self.wijzig_knop, self.weg_knop),
            eronder=(self.ongedaan,),
        )
        self._toetsen = (
            (sneltoets("Ins", waar=self.tabel.tabel), self.voeg_toe),
            (sneltoets("F2", waar=self.tabel.tabel), self.wijzig),
            (sneltoets("Del", waar=self.tabel.tabel), self.haal_weg),
        )
        self._verbind()

    def _verbind(self) -> None:
        self.erbij_knop.clicked.connect(self.voeg_toe)
        self.wijzig_knop.clicked.connect(self.wijzig)
        self.weg_knop.clicked.connect(self.haal_weg)
        self.tabel.regel_geopend.connect(self.wijzig)
        for toets, doe in self._toetsen:
            toets.activated.connect(doe)

    def lees(self) -> Sequence[Blokregel]:
        return self._diensten.tekstblokken.lijst()

    def toon_knoppen(self) -> None:
        self.zet_recht(self.erbij_knop, Recht.TEKSTBLOKKEN_BIJHOUDEN)
        gekozen = self.tabel.gekozen() is not None
        for een in (self.wijzig_knop, self.weg_knop):
            self.zet_recht(een, Recht.TEKSTBLOKKEN_BIJHOUDEN, verder=gekozen, reden="Kies eerst een tekstblok.")

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.ongedaan.vergeet()

    def voeg_toe(self) -> None:
        """Ask for a new one."""
        if self.erbij_knop.isEnabled():
            Tekstblokdialoog.vraag(None, partial(self._bewaar, None), ouder=self)

    def wijzig(self) -> None:
        """Ask what the chosen one becomes."""
        blok = self.tabel.gekozen()
        if blok is not None and self.wijzig_knop.isEnabled():
            Tekstblokdialoog.vraag(blok, partial(self._bewaar, blok), ouder=self)

    def haal_weg(self) -> None:
        """The chosen one; it can be put back."""
        blok = self.tabel.gekozen()
        if blok is not None and self.weg_knop.isEnabled():
            self.ongedaan.probeer(_Blokwissel(self._diensten.tekstblokken, blok, None))

    def _bewaar(self, was: Blokregel | None, nieuw: Blokregel) -> None:
        self.ongedaan.doe(_Blokwissel(self._diensten.tekstblokken, was, nieuw))


class Tekstblokdialoog(Invoerdialoog[Blokregel]):
    """Short name, for whom, and the text with its fields."""

    def __init__(
        self, was: Blokregel | None, bewaar: Callable[[Blokregel], object], ouder: QWidget | None = None
    ) -> None:
        super().__init__("Tekstblok", "&Bewaar", bewaar, ouder)
        self.setObjectName("tekstblok_dialoog")
        self.kort = Invoerregel(self)
        self.wie = Keuzeveld(self)
        for sleutel, woord in _VOOR_WIE.items():
            self.wie.addItem(woord, sleutel)
        self.tekst = Tekstveld("Tekst", self, regels=8, meeste_tekens=MEESTE_TEKENS)
        self.tekst.setMinimumWidth(tekstbreedte(self, 64))
        velden = ", ".join(f"{{{naam}}}" for naam in VELDEN_UITLEG)
        self.formulier.voeg_toe("kort", "&Korte naam", self.kort, "Wat u na de schuine streep typt, zoals gesprek.")
        self.formulier.voeg_toe("wie", "Voor &wie", self.wie)
        self.formulier.voeg_toe(
            "tekst", "T&ekst", self.tekst, f"Vult zich vanzelf in: {velden}. Wat u elke keer zelf invult: {{?wie}}."
        )
        if was is not None:
            self.kort.setText(was.kort)
            self.wie.setCurrentIndex(self.wie.findData(_EIGEN if was.eigen else _HUIS))
            self.tekst.laad(was.tekst)

    def invoer(self) -> Blokregel:
        return Blokregel(self.kort.text(), self.tekst.toPlainText(), eigen=self.wie.currentData() == _EIGEN)

    @classmethod
    def vraag(cls, was: Blokregel | None, bewaar: Callable[[Blokregel], object], *, ouder: QWidget) -> object:
        """What ``bewaar`` gave back (True when nothing), or None when it was not saved."""
        return cls(was, bewaar, ouder).antwoord()


class _Blokwissel:
    """A block that came, went or became another, with the way back."""

    def __init__(self, dienst: TekstblokService, was: Blokregel | None, nieuw: Blokregel | None) -> None:
        self._dienst, self._was, self._nieuw = dienst, was, nieuw
        een = nieuw or was
        wat = "bewaard" if nieuw is not None else "weggehaald"
        self.tekst = f"Tekstblok /{een.kort.lstrip('/') if een is not None else ''} is {wat}."

    def doe(self) -> None:
        """From the one to the other."""
        self._zet(self._was, self._nieuw)

    def terug(self) -> None:
        """Back again."""
        self._zet(self._nieuw, self._was)

    def _zet(self, was: Blokregel | None, nieuw: Blokregel | None) -> None:
        if nieuw is not None:
            self._dienst.bewaar(nieuw, was)
        elif was is not None:
            self._dienst.haal_weg(was)
