"""The columns of the two tables of a meeting: its points, and its members."""

from __future__ import annotations

from zvh_desktop.models.woorden import AANWEZIGHEID_TEKST
from zvh_desktop.services.bestuur.gegevens import BestuurPunt, LidRegel
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.teksten.bestuur import AANWEZIGHEID_ICOON
from zvh_desktop.ui.teksten.datums import tijd_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon


def _nummer(regel: BestuurPunt) -> object:
    return regel.nummer


def _tijd(regel: BestuurPunt) -> object:
    return tijd_kort(regel.begin)


def _onderwerp(regel: BestuurPunt) -> object:
    return regel.invoer.onderwerp


def _partij(regel: LidRegel) -> object:
    return regel.naam


def _wie(regel: LidRegel) -> object:
    return regel.invoer.vertegenwoordiger


def _stem(regel: LidRegel) -> object:
    return "ja" if regel.zetel.stemrecht else "nee"


def _aanwezig(regel: LidRegel) -> object:
    return AANWEZIGHEID_TEKST[regel.invoer.aanwezigheid]


def _aanwezig_icoon(regel: LidRegel) -> Icoon:
    return AANWEZIGHEID_ICOON[regel.invoer.aanwezigheid]


def _gehoord(regel: LidRegel) -> object:
    if regel.invoer.inbreng:
        return "ontvangen"
    if regel.aanwezig or not regel.zetel.stemrecht:
        return "gevraagd" if regel.invoer.inbreng_gevraagd_op else ""
    if regel.gehoord:
        return "gehoord"
    return "gevraagd" if regel.invoer.inbreng_gevraagd_op else "nog niet gevraagd"


PUNTEN_KOLOMMEN = (
    Kolom[BestuurPunt]("nummer", "#", _nummer, 4, rechts=True),
    Kolom[BestuurPunt]("tijd", "Tijd", _tijd, 7),
    Kolom[BestuurPunt]("onderwerp", "Onderwerp", _onderwerp, 30),
)
LEDEN_KOLOMMEN = (
    Kolom[LidRegel]("partij", "Lid", _partij, 26),
    Kolom[LidRegel]("aanwezig", "Aanwezigheid", _aanwezig, 22, icoon=_aanwezig_icoon),
    Kolom[LidRegel]("stem", "Stem", _stem, 6),
    Kolom[LidRegel]("gehoord", "Inbreng", _gehoord, 18),
    Kolom[LidRegel]("wie", "Vertegenwoordiger", _wie, 22),
)
