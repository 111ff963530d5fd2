"""The verslag of a meeting without casussen in its own words: the members as they were called when it was signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keuzes import LidId, VerslagStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.bestuur.gegevens import BestuurBeeld, BestuurPunt, VoorstelRegel
from zvh_desktop.services.bestuur.lezen import lees_beeld
from zvh_desktop.services.bestuur.verslag_getekend import BESTUURSVERSLAG
from zvh_desktop.services.poort.getekend import MELD
from zvh_desktop.services.werkplek.vaste_woorden import als_woorden, uit_woorden
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class LidWoorden:
    """How a member was called."""

    partij_id: int | None
    naam: str
    lid_id: int = 0


@dataclass(frozen=True, slots=True)
class VoorstelWoorden:
    """Whom a proposal concerns and what it came to, in words."""

    id: int
    raakt: str
    zin: str


@dataclass(frozen=True, slots=True)
class BestuurWoorden:
    """What is kept, and signed with the verslag."""

    leden: tuple[LidWoorden, ...]
    voorstellen: tuple[VoorstelWoorden, ...]
    stemregel: tuple[str, ...]
    geen_casus: str


def teken_bestuursverslag(werkplek: Werkplek, sessie: Session, overleg: Overleg, beeld: BestuurBeeld) -> None:
    """Write the words down and sign the verslag with them. Raises as ``Getekend.teken`` does."""
    overleg.verslag_woorden = als_woorden(
        BestuurWoorden(
            tuple(LidWoorden(lid.partij_id, lid.naam, lid.id) for lid in beeld.leden),
            tuple(VoorstelWoorden(v.id, v.raakt, v.zin) for punt in beeld.punten for v in punt.voorstellen),
            beeld.stemregel,
            beeld.geen_casus,
        )
    )
    BESTUURSVERSLAG.teken(werkplek, sessie, overleg)


def gedrukt_beeld(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> BestuurBeeld:
    """The meeting as it is printed: once vastgesteld in the words of then. The caller verifies the signature."""
    beeld = lees_beeld(werkplek, sessie, overleg)
    if overleg.verslag_status != VerslagStatus.VASTGESTELD or not overleg.verslag_woorden:
        return beeld
    try:
        woorden = uit_woorden(BestuurWoorden, overleg.verslag_woorden)
    except ValueError as fout:
        raise HandtekeningOnjuist(
            "Het verslag is na het vaststellen veranderd, buiten het programma om. Er is niets gemaakt.", advies=MELD
        ) from fout
    per_lid = {lid.lid_id: lid.naam for lid in woorden.leden if lid.lid_id}
    per_partij = {lid.partij_id: lid.naam for lid in woorden.leden if not lid.lid_id}
    namen = {lid.id: per_lid.get(lid.id) or per_partij.get(lid.partij_id, lid.naam) for lid in beeld.leden}
    return replace(
        beeld,
        stemregel=woorden.stemregel,
        geen_casus=woorden.geen_casus,
        leden=tuple(replace(lid, genoemd=namen[lid.id]) for lid in beeld.leden),
        punten=tuple(_punt(punt, woorden, namen) for punt in beeld.punten),
    )


def _punt(punt: BestuurPunt, woorden: BestuurWoorden, namen: Mapping[LidId, str]) -> BestuurPunt:
    eigen = {voorstel.id: voorstel for voorstel in woorden.voorstellen}
    return replace(punt, voorstellen=tuple(_voorstel(v, eigen.get(v.id), namen) for v in punt.voorstellen))


def _voorstel(voorstel: VoorstelRegel, eigen: VoorstelWoorden | None, namen: Mapping[LidId, str]) -> VoorstelRegel:
    return replace(
        voorstel,
        raakt=eigen.raakt if eigen else voorstel.raakt,
        zin=eigen.zin if eigen else voorstel.zin,
        stemmen=tuple(replace(stem, lid=namen.get(stem.lid_id, stem.lid)) for stem in voorstel.stemmen),
    )
