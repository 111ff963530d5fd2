"""Beheer, Schoolvakanties: which days are said beside the feestdagen where an overleg is planned."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.vakanties import Vakantie, VakantieService
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.beheer.wissellijst import Wissellijst
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld


def _naam(vakantie: Vakantie) -> object:
    return vakantie.naam


def _van(vakantie: Vakantie) -> object:
    return vakantie.van


def _tot(vakantie: Vakantie) -> object:
    return vakantie.tot


class Vakantiedeel(Wissellijst[Vakantie]):
    """The school holidays of the region of this house."""

    recht = Recht.INSTELLINGEN_BEHEREN
    als_bestand = Lijst.VAKANTIES
    soort = "vakantie"
    gekozen_soort = "de gekozen vakantie"

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
        self.bouw_wissellijst(
            "schoolvakanties",
            (
                Kolom[Vakantie]("van", "Eerste dag", _van, 22),
                Kolom[Vakantie]("tot", "Laatste dag", _tot, 22),
                Kolom[Vakantie]("naam", "Vakantie", _naam, 30),
            ),
            LegeStaat(Icoon.KLOK, "Nog geen schoolvakanties", "Voeg de vakanties van uw regio toe."),
        )

    def lees(self) -> Sequence[Vakantie]:
        return self.dienst().lijst()

    def dienst(self) -> VakantieService:
        return self._diensten.vakanties

    def vraag(self, was: Vakantie | None, bewaar: Callable[[Vakantie], object]) -> object:
        return Vakantiedialoog.vraag(was, bewaar, ouder=self)

    def heet(self, regel: Vakantie) -> str:
        return regel.naam


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
