"""Move the casussen of a tafel that was called off to another agenda, each partij through the gate again.

Nothing is taken over that was decided about the day: a seat is asked anew, for the day of the other tafel.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, RegelGeweigerd
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.poort.deelnames import zet_deelname
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, uit_bezwaar
from zvh_desktop.services.tafel.casuspunt import eis_agenda_open, nieuw_casuspunt
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class Herplanning:
    """What came of it."""

    overleg_id: OverlegId
    gezet: tuple[str, ...]
    """The numbers of the casussen that stand on the other agenda now."""
    niet: tuple[Aandachtspunt, ...]
    """Which casussen and which partijen could not come along, and why."""


def herplan(werkplek: Werkplek, sessie: Session, van: Overleg, naar: Overleg, punten: Collection[int]) -> Herplanning:
    """Put these points of one overleg on the agenda of another, within a transaction.

    A casus that may not be there, or a partij that the gate refuses, is left out and told. Raises GebruikersFout when
    the other agenda cannot be changed.
    """
    eis_agenda_open(naar)
    soorten = {besluit.sleutel for besluit in werkplek.profiel_van(sessie, naar).besluiten}
    gezet: list[str] = []
    niet: list[Aandachtspunt] = []
    for oud in van.agendapunten:
        if oud.id not in punten or oud.casus_id is None:
            continue
        casus = sessie.get_one(Casus, oud.casus_id)
        try:
            nieuw = nieuw_casuspunt(werkplek, sessie, naar, casus)
        except RegelGeweigerd as fout:
            niet.append(replace(uit_bezwaar(fout), zin=str(fout)))
            continue
        except GebruikersFout as fout:
            niet.append(Aandachtspunt(str(fout)))
            continue
        nieuw.minuten, nieuw.doel, nieuw.themas = oud.minuten, oud.doel, oud.themas
        nieuw.besluit_type = oud.besluit_type if oud.besluit_type in soorten else ""
        niet += _stoelen(werkplek, sessie, oud, nieuw, casus)
        gezet.append(casus.nummer)
    sessie.flush()
    return Herplanning(naar.id, tuple(gezet), tuple(niet))


def _stoelen(
    werkplek: Werkplek, sessie: Session, oud: Agendapunt, nieuw: Agendapunt, casus: Casus
) -> list[Aandachtspunt]:
    niet: list[Aandachtspunt] = []
    rijen = sessie.execute(
        select(Deelname, Partij)
        .join(Partij, Partij.id == Deelname.partij_id)
        .where(Deelname.agendapunt_id == oud.id)
        .order_by(Partij.id)
    ).all()
    for stoel, partij in rijen:
        try:
            rij = zet_deelname(werkplek, sessie, nieuw, casus, partij)
        except RegelGeweigerd as fout:
            niet.append(replace(uit_bezwaar(fout), zin=str(fout)))
            continue
        rij.gevraagde_bijdrage = stoel.gevraagde_bijdrage
    return niet
