"""What waits at tactical and strategic level: an agenda to make, input to ask for, a verslag to settle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import OverlegStatus, VerslagStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.taal import datum_kort, verwijzing
from zvh_desktop.services.bestuur.ritme import RITME_DAGEN, ritmes_uit
from zvh_desktop.services.vandaag.lezen import WachtendOverleg
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

_PLAATS = "overleggen"


def wacht_bij_overleggen(werkplek: Werkplek, sessie: Session, overleggen: Iterable[WachtendOverleg]) -> Signaal:
    """The lines for who may do what they ask for, by date."""
    zonder_casussen = [overleg for overleg in overleggen if not overleg.rij.casuistiek]
    for overleg in zonder_casussen:
        if overleg.rij.status == OverlegStatus.CONCEPT and overleg.komt_op(werkplek.vandaag()):
            yield from _voor_het_overleg(werkplek, sessie, overleg)
    if werkplek.mag(Recht.TAFEL_BEHEREN).mag:
        for stand in ritmes_uit(werkplek, (yield RITME_DAGEN)):
            if stand.nu_plannen:
                yield Wacht(Wanneer.TERMIJNEN, stand.zin.rstrip("."), "Open", _PLAATS, 0)
        for overleg in zonder_casussen:
            if overleg.rij.verslag_status == VerslagStatus.VASTGESTELD:
                yield from _brieven(werkplek, sessie, overleg)
    if not werkplek.mag(Recht.VERSLAG_VASTSTELLEN).mag:
        return
    for overleg in zonder_casussen:
        if overleg.verslag_wacht:
            zin = f"{_naam(werkplek, sessie, overleg.rij)}: verslag vaststellen"
            yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", _PLAATS, overleg.rij.id)


def _voor_het_overleg(werkplek: Werkplek, sessie: Session, overleg: WachtendOverleg) -> Iterator[Wacht]:
    naam, sleutel = _naam(werkplek, sessie, overleg.rij), overleg.rij.id
    if not overleg.heeft_punten:
        yield Wacht(Wanneer.DEZE_WEEK, f"{naam}: op de agenda staat nog niets", "Open", _PLAATS, sleutel)
    if werkplek.overlegsoort_van(sessie, overleg.rij).stemregel.afwezige == "geen_regel":
        return
    aantal = overleg.leden_te_vragen
    if aantal:
        wie = "1 afwezig lid" if aantal == 1 else f"{aantal} afwezige leden"
        yield Wacht(Wanneer.DEZE_WEEK, f"{naam}: {wie} om inbreng vragen", "Open", _PLAATS, sleutel)


def _brieven(werkplek: Werkplek, sessie: Session, overleg: WachtendOverleg) -> Iterator[Wacht]:
    """Decided and signed, and the other meeting did not hear it yet."""
    profiel = werkplek.profiel_van(sessie, overleg.rij)
    kennis = profiel.overlegsoort(overleg.rij.soort).informeert
    for een in kennis[overleg.brieven :]:
        naam = profiel.overlegsoort(een.overleg).naam
        zin = f"{_naam(werkplek, sessie, overleg.rij)}: besluitenbrief aan {naam}{verwijzing(een.artikel)}"
        yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", _PLAATS, overleg.rij.id)


def _naam(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> str:
    soort = werkplek.overlegsoort_van(sessie, overleg)
    return f"{soort.naam} van {datum_kort(overleg.datum)}"
