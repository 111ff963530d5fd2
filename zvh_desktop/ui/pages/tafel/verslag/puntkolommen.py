"""The columns of the three tables at one point of the verslag: who was there, besluiten and acties."""

from __future__ import annotations

from collections.abc import Callable

from zvh_desktop.models.woorden import AANWEZIGHEID_TEKST
from zvh_desktop.services.casus.acties import ActieRegel
from zvh_desktop.services.tafel.verslag_gegevens import (
    AanwezigeRegel,
    BesluitRegel,
)
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.tafel.woorden import AANWEZIGHEID_ICOON
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon


def _partij(regel: AanwezigeRegel) -> object:
    return regel.kort


def _partij_voluit(regel: AanwezigeRegel) -> str:
    gevraagd = regel.gevraagde_bijdrage.strip()
    return f"{regel.partij}\nGevraagde bijdrage: {gevraagd}" if gevraagd else regel.partij


def _afgevaardigde(regel: AanwezigeRegel) -> object:
    return regel.afgevaardigde


def _aanwezig_icoon(regel: AanwezigeRegel) -> Icoon:
    return AANWEZIGHEID_ICOON[regel.aanwezigheid]


def _besluit(regel: BesluitRegel) -> object:
    return regel.naam


def _besluit_heel(regel: BesluitRegel) -> str:
    return "\n".join(deel for deel in (regel.naam, regel.invoer.omschrijving) if deel.strip())


def _besluit_bij(regel: BesluitRegel) -> object:
    return regel.belegd_bij


def _besluit_tekst(regel: BesluitRegel) -> object:
    return " ".join(regel.invoer.omschrijving.split())


def _actie(regel: ActieRegel) -> object:
    return " ".join(regel.invoer.omschrijving.split())


def _actie_bij(regel: ActieRegel) -> object:
    return regel.belegd_bij


def _actie_termijn(regel: ActieRegel) -> object:
    return datum_kort(regel.invoer.termijn) if regel.invoer.termijn else ""


def aanwezigen_kolommen(tijd: Callable[[AanwezigeRegel], str]) -> tuple[Kolom[AanwezigeRegel], ...]:
    """Who was there and how; ``tijd`` says from when to when, where that was not all the time."""

    def aanwezig(regel: AanwezigeRegel) -> str:
        return " ".join(deel for deel in (AANWEZIGHEID_TEKST[regel.aanwezigheid], tijd(regel)) if deel)

    return (
        Kolom[AanwezigeRegel]("partij", "Partij", _partij, 12, uitleg=_partij_voluit),
        Kolom[AanwezigeRegel]("aanwezig", "Aanwezig", aanwezig, 16, icoon=_aanwezig_icoon, uitleg=aanwezig),
        Kolom[AanwezigeRegel]("wie", "Wie", _afgevaardigde, 12),
    )


BESLUITEN_KOLOMMEN = (
    Kolom[BesluitRegel]("besluit", "Besluit", _besluit, 15, uitleg=_besluit_heel),
    Kolom[BesluitRegel]("tekst", "Omschrijving", _besluit_tekst, 24, uitleg=_besluit_heel),
    Kolom[BesluitRegel]("bij", "Belegd bij", _besluit_bij, 10),
)
ACTIES_KOLOMMEN = (
    Kolom[ActieRegel]("actie", "Actie", _actie, 26),
    Kolom[ActieRegel]("bij", "Belegd bij", _actie_bij, 12),
    Kolom[ActieRegel]("termijn", "Klaar op", _actie_termijn, 14),
)
