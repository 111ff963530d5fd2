"""Beheer, Schoolvakanties: which days are said beside the feestdagen where an overleg is planned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.vakanties import Vakantie, VakantieService
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.beheer.lijstdeel import LijstDeel
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld


def _naam(vakantie: Vakantie) -> object:
    return vakantie.naam


def _van(vakantie: Vakantie) -> object:
    return vakantie.van


def _tot(vakantie: Vakantie) -> object:
    return vakantie.tot


class Vakantiedeel(LijstDeel[Vakantie]):
    """A list with a dialog for each; every change has a way back."""

    recht = Recht.INSTELLINGEN_BEHEREN
    als_bestand = Lijst.VAKANTIES

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Schoolvakanties",
            "Wie een overleg plant, leest erbij dat de dag in een schoolvakantie valt. De dagen verschillen per regio "
            "en per jaar: vul die van uw eigen regio in.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_vakanties")
        self.erbij_knop = knop("vakantie_erbij_knop", "&Voeg toe…", self, Icoon.PLUS)
        self.wijzig_knop = gereedschapsknop(
            "vakantie_wijzig_knop", Icoon.POTLOOD, "Wijzig", "De gekozen vakantie wijzigen (F2)", self
        )
        self.weg_knop = gereedschapsknop(
            "vakantie_weg_knop", Icoon.PRULLENBAK, "Haal weg", "De gekozen vakantie weghalen (Delete)", self
        )
        self.ongedaan = OngedaanRegel(self, self.lukt, self.vernieuw)
        self.bouw_lijst(
            "schoolvakanties",
            (
                Kolom[Vakantie]("van", "Eerste dag", _van, 22),
                Kolom[Vakantie]("tot", "Laatste dag", _tot, 22),
                Kolom[Vakantie]("naam", "Vakantie", _naam, 30),
            ),
            LegeStaat(Icoon.KLOK, "Nog geen schoolvakanties", "Voeg de vakanties van uw regio toe."),
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

    def lees(self) -> Sequence[Vakantie]:
        return self._diensten.vakanties.lijst()

    def toon_knoppen(self) -> None:
        self.zet_recht(self.erbij_knop, Recht.INSTELLINGEN_BEHEREN)
        gekozen = self.tabel.gekozen() is not None
        for een in (self.wijzig_knop, self.weg_knop):
            self.zet_recht(een, Recht.INSTELLINGEN_BEHEREN, verder=gekozen, reden="Kies eerst een vakantie.")

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.ongedaan.vergeet()

    def voeg_toe(self) -> None:
        """Ask for a new one."""
        if self.erbij_knop.isEnabled():
            Vakantiedialoog.vraag(None, partial(self._bewaar, None), ouder=self)

    def wijzig(self) -> None:
        """Ask what the chosen one becomes."""
        vakantie = self.tabel.gekozen()
        if vakantie is not None and self.wijzig_knop.isEnabled():
            Vakantiedialoog.vraag(vakantie, partial(self._bewaar, vakantie), ouder=self)

    def haal_weg(self) -> None:
        """The chosen one; it can be put back."""
        vakantie = self.tabel.gekozen()
        if vakantie is not None and self.weg_knop.isEnabled():
            self.ongedaan.probeer(_Vakantiewissel(self._diensten.vakanties, vakantie, None))

    def _bewaar(self, was: Vakantie | None, nieuw: Vakantie) -> None:
        self.ongedaan.doe(_Vakantiewissel(self._diensten.vakanties, was, nieuw))


class Vakantiedialoog(Invoerdialoog[Vakantie]):
    """A name and two days."""

    def __init__(
        self, was: Vakantie | None, bewaar: Callable[[Vakantie], object], ouder: QWidget | None = None
    ) -> None:
        super().__init__("Schoolvakantie", "&Bewaar", bewaar, ouder)
        self.setObjectName("vakantie_dialoog")
        self.naam = Invoerregel(self)
        self.van = Datumveld("Eerste dag", self, mag_leeg=True)
        self.tot = Datumveld("Laatste dag", self, mag_leeg=True)
        self.formulier.voeg_toe("naam", "&Naam", self.naam, "Zoals herfstvakantie.")
        self.formulier.voeg_toe("van", "&Eerste dag", self.van)
        self.formulier.voeg_toe("tot", "&Laatste dag", self.tot)
        if was is not None:
            self.naam.setText(was.naam)
            self.van.zet_datum(was.van)
            self.tot.zet_datum(was.tot)

    def invoer(self) -> Vakantie:
        van, tot = self.van.datum(), self.tot.datum()
        if van is None:
            raise InvoerOngeldig("van", "Kies de eerste dag.")
        if tot is None:
            raise InvoerOngeldig("tot", "Kies de laatste dag.")
        return Vakantie(" ".join(self.naam.text().split()), van, tot)

    @classmethod
    def vraag(cls, was: Vakantie | None, bewaar: Callable[[Vakantie], object], *, ouder: QWidget) -> object:
        """What ``bewaar`` gave back (True when nothing), or None when it was not saved."""
        return cls(was, bewaar, ouder).antwoord()


class _Vakantiewissel:
    """A holiday that came, went or became another, with the way back."""

    def __init__(self, dienst: VakantieService, was: Vakantie | None, nieuw: Vakantie | None) -> None:
        self._dienst, self._was, self._nieuw = dienst, was, nieuw
        een = nieuw or was
        wat = "bewaard" if nieuw is not None else "weggehaald"
        self.tekst = f"{een.naam if een is not None else 'De vakantie'} is {wat}."

    def doe(self) -> None:
        """From the one to the other."""
        self._zet(self._was, self._nieuw)

    def terug(self) -> None:
        """Back again."""
        self._zet(self._nieuw, self._was)

    def _zet(self, was: Vakantie | None, nieuw: Vakantie | None) -> None:
        if nieuw is not None:
            self._dienst.bewaar(nieuw, was)
        elif was is not None:
            self._dienst.haal_weg(was)
