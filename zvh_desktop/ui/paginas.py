"""Which pages the window has, in the order of the navigation, and where a search result leads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.plekken import BijCasus, BijOverleg, BijTafel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.zoeken.gegevens import Treffer, Vindplaats
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.acties.acties import ActiesPagina
from zvh_desktop.ui.pages.beheer.beheer import BeheerPagina
from zvh_desktop.ui.pages.bestuur.overleggen import OverleggenPagina
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina
from zvh_desktop.ui.pages.partijen.partijen import PartijenPagina
from zvh_desktop.ui.pages.rapportage.rapportage import RapportagePagina
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina
from zvh_desktop.ui.pages.tafel.werkblad import VERSLAG, VOORBEREIDEN
from zvh_desktop.ui.pages.vandaag import VandaagPagina
from zvh_desktop.ui.pagina import PaginaInvoer
from zvh_desktop.ui.protocollen import Plaats, Zoeker, Zoektreffer
from zvh_desktop.ui.uiterlijk.icons import Icoon


def bouw_paginas(diensten: Diensten, gereedschap: Gereedschap) -> Sequence[PaginaInvoer]:
    """The entries of the navigation for this user; what a role may not see is shown disabled with the reason."""
    lezen = diensten.mag(Recht.CASUS_LEZEN)
    gereedschap.klembord.zet_weger(diensten.verzoeken.rijen.weeg)
    telling = Telling(diensten)
    termen = diensten.termen
    return (
        PaginaInvoer(
            "vandaag", "Vandaag", Icoon.VANDAAG, partial(VandaagPagina, diensten, gereedschap), telling.vandaag
        ),
        PaginaInvoer(
            "casussen",
            "Casussen",
            Icoon.CASUSSEN,
            partial(CasussenPagina, diensten, gereedschap),
            mag=lezen.mag,
            reden=lezen.reden,
        ),
        PaginaInvoer(
            "tafels",
            hoofdletter(termen.tafels),
            Icoon.TAFELS,
            partial(TafelsPagina, diensten, gereedschap),
            mag=lezen.mag,
            reden=lezen.reden,
        ),
        PaginaInvoer(
            "acties",
            "Acties",
            Icoon.ACTIES,
            partial(ActiesPagina, diensten, gereedschap),
            telling.acties,
            lezen.mag,
            lezen.reden,
        ),
        PaginaInvoer("partijen", "Partijen", Icoon.PARTIJEN, partial(PartijenPagina, diensten, gereedschap)),
        PaginaInvoer("overleggen", "Overleggen", Icoon.OVERLEGGEN, partial(OverleggenPagina, diensten, gereedschap)),
        PaginaInvoer("beheer", "Beheer", Icoon.BEHEER, partial(BeheerPagina, diensten, gereedschap)),
        PaginaInvoer("rapportage", "Rapportage", Icoon.RAPPORTAGE, partial(RapportagePagina, diensten, gereedschap)),
    )


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
