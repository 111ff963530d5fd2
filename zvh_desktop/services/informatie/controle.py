"""Look over prior reading and the register of verstrekkingen, for `zvh controleer` and the check in beheer.

The triggers of migration 0004 refuse all of this while they stand; whoever holds the key can take a trigger away.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.informatie import InformatieItem, InzageAkkoord, InzageVrijgave
from zvh_desktop.models.keuzes import PoortStand
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.verstrekking import Verstrekking, VerstrektItem
from zvh_desktop.services.poort.poort import standen
from zvh_desktop.services.werkplek.werkplek import Werkplek


def vind_in_informatie(werkplek: Werkplek, sessie: Session) -> Iterator[str]:
    """Every finding as a sentence, without the name of a person or a partij, or what an item says."""
    yield from _vrijgaven(werkplek, sessie)
    yield from _verstrekkingen(sessie)
    yield from _verstrekte_items(sessie)


def _vrijgaven(werkplek: Werkplek, sessie: Session) -> Iterator[str]:
    rijen = sessie.execute(
        select(InzageVrijgave, InzageAkkoord, Overleg, Casus, Partij)
        .join(Overleg, Overleg.id == InzageVrijgave.overleg_id)
        .join(Casus, Casus.id == InzageVrijgave.casus_id)
        .join(Partij, Partij.id == InzageVrijgave.partij_id)
        .outerjoin(
            InzageAkkoord,
            (InzageAkkoord.id == InzageVrijgave.akkoord_id) & (InzageAkkoord.item_id == InzageVrijgave.item_id),
        )
        .where(InzageVrijgave.vervallen.is_(False))
        .order_by(InzageVrijgave.id)
    )
    for _vrijgave, akkoord, overleg, casus, partij in rijen:
        wat = f"Voor het overleg van {datum_kort(overleg.datum)} is bij casus {casus.nummer} informatie vrijgegeven"
        if akkoord is None or akkoord.ingetrokken_op is not None:
            yield f"{wat} zonder geldend akkoord van de verstrekker."
        stand = standen(werkplek, sessie, casus, (partij,), overleg.datum)[partij.id].stand
        # A partij that left the convenant after the oordeel gets nothing from any document; no fraud.
        if stand not in (PoortStand.RECHTMATIG, PoortStand.UITGENODIGD, PoortStand.NIET_VAN_TOEPASSING):
            yield f"{wat} aan een partij zonder geldend oordeel."


def _verstrekkingen(sessie: Session) -> Iterator[str]:
    vraag = (
        select(
            Verstrekking.id,
            Casus.nummer,
            Verstrekking.toestemming_kenmerk,
            Verstrekking.toestemming_door,
            Verstrekking.toestemming_op > Verstrekking.verstrekt_op,
        )
        .join(Casus, Casus.id == Verstrekking.casus_id)
        .order_by(Verstrekking.id)
    )
    for id_, nummer, kenmerk, door, achteraf in sessie.execute(vraag):
        if achteraf or not kenmerk.strip() or not door.strip():
            yield f"Verstrekking {id_} bij casus {nummer} heeft geen schriftelijke toestemming vooraf."


def _verstrekte_items(sessie: Session) -> Iterator[str]:
    van_een_ander = (
        select(Verstrekking.id, Casus.nummer)
        .join(Casus, Casus.id == Verstrekking.casus_id)
        .join(VerstrektItem, VerstrektItem.verstrekking_id == Verstrekking.id)
        .join(InformatieItem, InformatieItem.id == VerstrektItem.item_id)
        .where(
            or_(
                InformatieItem.verstrekker_id != Verstrekking.verstrekker_id,
                InformatieItem.casus_id != Verstrekking.casus_id,
            )
        )
        .order_by(Verstrekking.id)
        .distinct()
    )
    for id_, nummer in sessie.execute(van_een_ander):
        yield f"Bij verstrekking {id_} van casus {nummer} hoort informatie waarvoor de toestemming niet is gegeven."
