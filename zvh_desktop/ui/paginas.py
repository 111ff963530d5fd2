"""Which pages the window has, in the order of the navigation, and where a search result leads.

A page is loaded when it is first shown, by its name: who signs in sees Vandaag, and most days open two more (ADR 0081).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QObject

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.plekken import BijCasus, BijOverleg, BijTafel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.zoeken.gegevens import Treffer, Vindplaats
from zvh_desktop.ui.bewaren.lekwacht import Lekwacht
from zvh_desktop.ui.draden.paginabron import Paginabron
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pages.tafel.stapnummers import VERSLAG, VOORBEREIDEN
from zvh_desktop.ui.pages.vandaag import VandaagPagina
from zvh_desktop.ui.pagina import Pagina, PaginaInvoer
from zvh_desktop.ui.protocollen import Plaats, Zoeker, Zoektreffer
from zvh_desktop.ui.spelling.spelwacht import Spelwacht
from zvh_desktop.ui.tekstblokken.blokwacht import Blokwacht
from zvh_desktop.ui.uiterlijk.icons import Icoon

BRONNEN: Final = {
    "casussen": Paginabron("zvh_desktop.ui.pages.casus.casussen", "CasussenPagina"),
    "tafels": Paginabron("zvh_desktop.ui.pages.tafel.tafels", "TafelsPagina"),
    "acties": Paginabron("zvh_desktop.ui.pages.acties.acties", "ActiesPagina"),
    "partijen": Paginabron("zvh_desktop.ui.pages.partijen.partijen", "PartijenPagina"),
    "overleggen": Paginabron("zvh_desktop.ui.pages.bestuur.overleggen", "OverleggenPagina"),
    "beheer": Paginabron("zvh_desktop.ui.pages.beheer.beheer", "BeheerPagina"),
    "rapportage": Paginabron("zvh_desktop.ui.pages.rapportage.rapportage", "RapportagePagina"),
}
ZOEKVRAGEN: Final = Paginabron("zvh_desktop.ui.weergaven.zoekvragen", "bouw_zoekvragen")
"""Loaded as a page is."""
MET_CASUSSEN: Final = frozenset({"casussen", "tafels", "acties"})
"""What stands there is of casussen; who may not read those does not go there."""


def bouw_paginas(diensten: Diensten, gereedschap: Gereedschap) -> Sequence[PaginaInvoer]:
    """The entries of the navigation for this user; what a role may not see is shown disabled with the reason."""
    lezen = diensten.mag(Recht.CASUS_LEZEN)
    # what weighs is loaded when something is copied, and not here
    gereedschap.klembord.zet_weger(
        lambda rijen, over, voortgang: diensten.verzoeken.rijen.weeg(rijen, over, voortgang),  # noqa: PLW0108
        gereedschap.taken,
    )
    telling = Telling(diensten)

    def later(sleutel: str, naam: str, icoon: Icoon, geteld: Callable[[], int] | None = None) -> PaginaInvoer:
        bron = BRONNEN[sleutel]
        deel = PaginaInvoer(sleutel, naam, icoon, partial(_maak, bron, diensten, gereedschap), geteld, bron=bron)
        return replace(deel, mag=lezen.mag, reden=lezen.reden) if sleutel in MET_CASUSSEN else deel

    vandaag = partial(VandaagPagina, diensten, gereedschap)
    return (
        PaginaInvoer("vandaag", "Vandaag", Icoon.VANDAAG, vandaag, telling.vandaag),
        later("casussen", "Casussen", Icoon.CASUSSEN),
        later("tafels", hoofdletter(diensten.termen.tafels), Icoon.TAFELS),
        later("acties", "Acties", Icoon.ACTIES, telling.acties),
        later("partijen", "Partijen", Icoon.PARTIJEN),
        later("overleggen", "Overleggen", Icoon.OVERLEGGEN),
        later("beheer", "Beheer", Icoon.BEHEER),
        later("rapportage", "Rapportage", Icoon.RAPPORTAGE),
    )


def _maak(bron: Paginabron, diensten: Diensten, gereedschap: Gereedschap) -> Pagina:
    pagina: Pagina = bron.haal()(diensten, gereedschap)
    return pagina


class Telling:
    """The numbers beside the navigation."""

    def __init__(self, diensten: Diensten) -> None:
        self._diensten = diensten

    def vandaag(self) -> int:
        """How many lines wait for this user."""
        return self._diensten.vandaag.tellingen().vandaag

    def acties(self) -> int:
        """How many acties are open."""
        return self._diensten.vandaag.tellingen().acties


class Zoekvragen(Protocol):
    """The menu of what was searched for."""

    def toon_menu(self) -> None:
        """Below the search box."""


class Zoekvraagmaker(QObject):
    """Loads the kept searches when they are first asked for; the window holds it."""

    def __init__(self, venster: Hoofdvenster, diensten: Diensten, gereedschap: Gereedschap) -> None:
        super().__init__(venster)
        self._veld, self._diensten, self._gereedschap = venster.zoek_veld, diensten, gereedschap
        self._zoekvragen: Zoekvragen | None = None
        self._veld.bewaarde_gevraagd.connect(self.toon)

    def toon(self) -> None:
        """The menu, below the search box."""
        try:
            if self._zoekvragen is None:
                self._zoekvragen = ZOEKVRAGEN.haal()(self._veld, self._diensten, self._gereedschap)
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self._veld, fout)
            return
        self._zoekvragen.toon_menu()


def bouw_spelwacht(diensten: Diensten, gereedschap: Gereedschap, venster: Hoofdvenster) -> None:
    """What this window holds: spelling and text blocks in every field, kept searches, choosing before it leaves."""
    wacht = Spelwacht(
        lambda: diensten.spelling, gereedschap.taken, gereedschap.instellingen, gereedschap.melder, venster
    )
    venster.instellingen_gewijzigd.connect(wacht.meester.lees_opnieuw)
    Blokwacht(lambda: diensten.tekstblokken, venster)
    Zoekvraagmaker(venster, diensten, gereedschap)
    Lekwacht(lambda: diensten.rondsturen.lekken, venster, lambda: diensten.datalekken.uit_brief)


def bouw_zoeker(diensten: Diensten) -> Zoeker:
    """The search box over the open vault; finds nothing for who may not read casussen."""
    return partial(zoek, diensten)


def zoek(diensten: Diensten, tekst: str) -> Sequence[Zoektreffer]:
    """What was found, with the page it opens."""
    if not diensten.mag(Recht.CASUS_LEZEN).mag:
        return ()
    return tuple(als_zoektreffer(treffer) for treffer in diensten.zoeken.zoek(tekst))


def als_zoektreffer(treffer: Treffer) -> Zoektreffer:
    """A result of the service as a line below the search field."""
    plaats, icoon = _waar(treffer)
    return Zoektreffer(plaats.pagina, plaats.onderdeel, treffer.titel, treffer.toelichting, icoon.value)


def _waar(treffer: Treffer) -> tuple[Plaats, Icoon]:
    """The page that shows it with what is open there, and the icon."""
    sleutel, punt_id = treffer.sleutel, treffer.punt_id
    match treffer.soort:
        case Vindplaats.CASUS:
            return Plaats("casussen", BijCasus(sleutel)), Icoon.CASUSSEN
        case Vindplaats.ACTIE:
            return Plaats("casussen", BijCasus(sleutel, "acties")), Icoon.ACTIES
        case Vindplaats.PLAN:
            return Plaats("casussen", BijCasus(sleutel, "plan")), Icoon.RAPPORTAGE
        case Vindplaats.OVERLEG:
            return Plaats("tafels", BijTafel(sleutel)), Icoon.TAFELS
        case Vindplaats.AGENDA:
            return Plaats("tafels", BijTafel(sleutel, VOORBEREIDEN, punt_id)), Icoon.AGENDA
        case Vindplaats.VERSLAG:
            return Plaats("tafels", BijTafel(sleutel, VERSLAG, punt_id)), Icoon.DOCUMENT
        case Vindplaats.BESTUUR:
            return Plaats("overleggen", BijOverleg(sleutel, punt_id)), Icoon.OVERLEGGEN
        case Vindplaats.PARTIJ:
            return Plaats("partijen", sleutel), Icoon.PARTIJEN
