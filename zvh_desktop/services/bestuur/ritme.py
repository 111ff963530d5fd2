"""How often each kind of meeting is to be held, and what is still missing: counted from what was held and planned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import OverlegStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.profiel.huisprofiel import Overlegsoort
from zvh_desktop.models.profiel.samenstelling import Ritme
from zvh_desktop.models.taal import datum_kort, verwijzing
from zvh_desktop.services.werkplek.werkplek import Werkplek

DAGEN_PER_JAAR = 365
_AANLOOP = timedelta(weeks=4)
"""So long before it is due, a meeting every so many weeks ought to be planned."""


@dataclass(frozen=True, slots=True)
class RitmeStand:
    """How one kind of meeting stands. ``nu_plannen`` is for Vandaag: it is used here, and about time."""

    soort: str
    zin: str
    te_plannen: bool
    nu_plannen: bool


RITME_DAGEN: Final = (
    select(Overleg.soort, Overleg.datum, Overleg.status)
    .where(Overleg.casuistiek.is_(False), Overleg.status != OverlegStatus.AFGELAST)
    .order_by(Overleg.datum)
)
"""Every day on which a meeting without casussen is or was, with its kind."""


def ritmes(werkplek: Werkplek, sessie: Session) -> tuple[RitmeStand, ...]:
    """Every kind of meeting without casussen, in one statement: how it stands, or that nothing says how often."""
    return ritmes_uit(werkplek, sessie.execute(RITME_DAGEN))


def ritmes_uit(werkplek: Werkplek, rijen: Iterable[tuple[str, date, OverlegStatus]]) -> tuple[RitmeStand, ...]:
    """The same from what ``RITME_DAGEN`` gives."""
    soorten = [soort for soort in werkplek.profiel.overlegsoorten if not soort.casuistiek]
    dagen: dict[str, list[tuple[date, bool]]] = {}
    for sleutel, dag, status in rijen:
        dagen.setdefault(sleutel, []).append((dag, status == OverlegStatus.GEHOUDEN))
    vandaag = werkplek.vandaag()
    return tuple(ritme_stand(soort, dagen.get(soort.sleutel, []), vandaag) for soort in soorten)


def ritme_stand(soort: Overlegsoort, dagen: list[tuple[date, bool]], vandaag: date) -> RitmeStand:
    """``dagen`` are the days of these meetings and whether each was held. Without a rhythm nothing is counted."""
    if soort.ritme is None:
        return RitmeStand(soort.sleutel, zonder_ritme(soort), False, False)
    if soort.ritme.weken:
        return _om_de_weken(soort, soort.ritme, dagen, vandaag)
    return _per_jaar(soort, soort.ritme, dagen, vandaag)


def zonder_ritme(soort: Overlegsoort) -> str:
    """What the convenant does say of how often, and why nobody is reminded of it."""
    if not soort.frequentie:
        return f"{soort.naam}: hoe vaak, staat niet in uw huisprofiel."
    return f"{soort.naam}: {soort.frequentie}. In uw huisprofiel staat geen aantal: dit houdt u zelf bij."


def _per_jaar(soort: Overlegsoort, ritme: Ritme, dagen: list[tuple[date, bool]], vandaag: date) -> RitmeStand:
    """In these calendar years, the present one as the last: "nog 1 van 4 dit jaar"."""
    eerste = vandaag.year - ritme.jaren + 1
    periode = "dit jaar" if ritme.jaren == 1 else f"in {eerste}-{vandaag.year}"
    hierin = [(dag, gehouden) for dag, gehouden in dagen if eerste <= dag.year <= vandaag.year]
    gehouden = sum(1 for _, is_gehouden in hierin if is_gehouden)
    gepland = sum(1 for dag, is_gehouden in hierin if not is_gehouden and dag >= vandaag)
    rest = max(0, ritme.keer - gehouden)
    artikel = verwijzing(ritme.artikel)
    if not rest:
        return RitmeStand(soort.sleutel, f"{soort.naam}: {gehouden} keer gehouden {periode}{artikel}.", False, False)
    wat = f"{gepland} gepland" if gepland else "nog niet gepland"
    zin = f"{soort.naam}: nog {rest} van {ritme.keer} {periode}{artikel}, {wat}."
    tussen = DAGEN_PER_JAAR * ritme.jaren / ritme.keer
    over = (date(vandaag.year, 12, 31) - vandaag).days
    te_plannen = gepland < rest
    return RitmeStand(soort.sleutel, zin, te_plannen, te_plannen and bool(dagen) and over <= tussen * (rest - 0.5))


def _om_de_weken(soort: Overlegsoort, ritme: Ritme, dagen: list[tuple[date, bool]], vandaag: date) -> RitmeStand:
    laatste = max((dag for dag, gehouden in dagen if gehouden), default=None)
    volgende = min((dag for dag, gehouden in dagen if not gehouden and dag >= vandaag), default=None)
    artikel = verwijzing(ritme.artikel)
    if laatste is None:
        wat = f"gepland op {datum_kort(volgende)}" if volgende else "nog niet gepland"
        zin = f"{soort.naam}: elke {ritme.weken} weken{artikel}, {wat}."
        return RitmeStand(soort.sleutel, zin, volgende is None, volgende is None and bool(dagen))
    uiterlijk = laatste + timedelta(weeks=ritme.weken)
    zin = f"{soort.naam}: elke {ritme.weken} weken{artikel}, de volgende uiterlijk {datum_kort(uiterlijk)}"
    if volgende is None:
        return RitmeStand(soort.sleutel, f"{zin}, nog niet gepland.", True, uiterlijk - vandaag <= _AANLOOP)
    te_laat = volgende > uiterlijk
    wat = f"gepland op {datum_kort(volgende)}{', dat is later' if te_laat else ''}"
    return RitmeStand(soort.sleutel, f"{zin}, {wat}.", te_laat, te_laat and uiterlijk - vandaag <= _AANLOOP)
