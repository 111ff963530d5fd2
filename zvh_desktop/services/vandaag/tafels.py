"""Overleggen with casussen: akkoord, uitnodigingen and answers before one, the verslag after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import and_, func, select

from zvh_desktop.models.keuzes import OverlegStatus, UitnodigingAntwoord, UitnodigingStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.vandaag.lezen import WachtendOverleg
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.werkplek.werkplek import Werkplek


def wacht_op_akkoord_en_verslag(overleggen: Iterable[WachtendOverleg]) -> Iterator[Wacht]:
    """What the procesregisseur signs: agendas first, then verslagen."""
    for overleg in overleggen:
        if overleg.rij.status == OverlegStatus.AKKOORD_GEVRAAGD:
            zin = f"Agenda van {datum_kort(overleg.rij.datum)} wacht op uw akkoord"
            yield Wacht(Wanneer.NU, zin, "Bekijk", "tafel", overleg.rij.id)
    for overleg in overleggen:
        if overleg.rij.casuistiek and overleg.verslag_wacht:
            zin = f"Verslag van {datum_kort(overleg.rij.datum)} vaststellen"
            yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", "tafel", overleg.rij.id)


def wacht_op_uitnodigingen(werkplek: Werkplek) -> Signaal:
    """How many per overleg are to be withdrawn, and how many got no answer."""
    onbeantwoord = and_(
        Uitnodiging.status == UitnodigingStatus.VERZONDEN, Uitnodiging.antwoord == UitnodigingAntwoord.GEEN
    )
    telling = yield (
        select(
            Uitnodiging.overleg_id,
            func.count().filter(Uitnodiging.status == UitnodigingStatus.IN_TE_TREKKEN),
            func.count().filter(onbeantwoord),
        )
        .join(Overleg, Overleg.id == Uitnodiging.overleg_id)
        .where(Overleg.datum >= werkplek.vandaag(), Overleg.status != OverlegStatus.AFGELAST)
        .group_by(Uitnodiging.overleg_id)
    )
    for overleg_id, intrekken, _ in telling:
        if intrekken:
            zin = f"{intrekken} {'uitnodiging moet' if intrekken == 1 else 'uitnodigingen moeten'} worden ingetrokken"
            yield Wacht(Wanneer.NU, zin, "Bekijk", "tafel", overleg_id)
    for overleg_id, _, wachten in telling:
        if wachten:
            zin = f"{wachten} {'partij heeft' if wachten == 1 else 'partijen hebben'} nog niet geantwoord"
            yield Wacht(Wanneer.DEZE_WEEK, zin, "Bekijk", "tafel", overleg_id)


def wacht_bij_komende_tafels(werkplek: Werkplek, overleggen: Iterable[WachtendOverleg]) -> Iterator[Wacht]:
    """Those of the coming days: an agenda that is still concept, uitnodigingen that can go."""
    for overleg in overleggen:
        if not overleg.rij.casuistiek or not overleg.komt_op(werkplek.vandaag()):
            continue
        if overleg.rij.status == OverlegStatus.CONCEPT:
            zin = f"De agenda van {datum_kort(overleg.rij.datum)} is nog concept"
            yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", "tafel", overleg.rij.id)
        elif overleg.rij.status == OverlegStatus.AKKOORD:
            zin = f"De uitnodigingen voor {datum_kort(overleg.rij.datum)} kunnen de deur uit"
            yield Wacht(Wanneer.NU, zin, "Open", "tafel", overleg.rij.id)
