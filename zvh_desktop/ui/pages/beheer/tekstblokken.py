"""Beheer, Tekstblokken: what is put in anywhere by a short name, for the house or for oneself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.tekstblokken import MEESTE_TEKENS, VELDEN_UITLEG, Blokregel, TekstblokService
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.beheer.wissellijst import Wissellijst
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.legestaat import LegeStaat
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


class Tekstblokkendeel(Wissellijst[Blokregel]):
    """Those of the house and the own ones."""

    recht = Recht.TEKSTBLOKKEN_BIJHOUDEN
    als_bestand = Lijst.TEKSTBLOKKEN
    soort = "tekstblok"
    gekozen_soort = "het gekozen tekstblok"

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
        self.bouw_wissellijst(
            "tekstblokken",
            (
                Kolom[Blokregel]("kort", "Korte naam", _kort, 16),
                Kolom[Blokregel]("wie", "Voor wie", _wie, 22),
                Kolom[Blokregel]("tekst", "Tekst", _tekst, 60),
            ),
            LegeStaat(Icoon.POTLOOD, "Nog geen tekstblokken", "Voeg er een toe voor wat u vaak typt."),
        )

    def lees(self) -> Sequence[Blokregel]:
        return self.dienst().lijst()

    def dienst(self) -> TekstblokService:
        return self._diensten.tekstblokken

    def vraag(self, was: Blokregel | None, bewaar: Callable[[Blokregel], object]) -> object:
        return Tekstblokdialoog.vraag(was, bewaar, ouder=self)

    def heet(self, regel: Blokregel) -> str:
        return f"Tekstblok /{regel.kort.lstrip('/')}"


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
