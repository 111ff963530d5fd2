"""A koffer that was begun without a line comes back: the office hears of it only now (ADR 0101).

It is written down as one that was withdrawn before it came back. So what it brings is a proposal, point by point,
beside what colleagues did meanwhile, and what closed the gate in the office stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from zvh_desktop.errors import KofferFout
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzen.kofferkeuzes import KofferStand
from zvh_desktop.models.koffer.koffer import Koffer, KofferCasus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.services.koffer.getekend import INTREKKING, UITGIFTE
from zvh_desktop.services.koffer.inhoud import Kofferinhoud
from zvh_desktop.services.werkplek.werkplek import Werkplek

ZONDER_LIJN_BEGONNEN: Final = "Begonnen zonder verbinding met de server; op kantoor was dit overleg niet uitgeleend."
_VAN_HIER: Final = frozenset({"id", "verklaring_nummer", "stand"})


def nog_onbekend(werkplek: Werkplek, sessie: Session, inhoud: Kofferinhoud) -> Sequence[Koffer]:
    """The rows as they will stand here, of each tafel that is still there; nothing is written.

    Raises KofferFout where the koffer does not go on from what stands here, or is not what was signed for it.
    """
    hier = select(Verklaring.hash).where(Verklaring.nummer == inhoud.tot_en_met)
    getekend = all(
        dict(een.getekend) == dict(UITGIFTE.vormen[-1](werkplek, sessie, een.rij))
        and (een.rij.tot_en_met, een.rij.kop_hash) == (inhoud.tot_en_met, inhoud.tot_hash)
        and een.rij.voor == werkplek.gebruiker
        for een in inhoud.koffers
    )
    if not getekend or sessie.scalar(hier) != inhoud.tot_hash:
        raise KofferFout(
            "Deze koffer gaat niet verder op wat hier staat. Misschien is een oudere stand teruggezet.",
            veilig="Er is niets gewijzigd, hier niet en in de koffer niet.",
            advies="Bewaar de koffer en meld dit bij uw beheerder.",
        )
    van_hier = set(
        sessie.scalars(select(Overleg.id).where(Overleg.id.in_([een.rij.overleg_id for een in inhoud.koffers])))
    )
    rijen = [_hier(werkplek, een.rij) for een in inhoud.koffers if een.rij.overleg_id in van_hier]
    if not rijen:
        raise KofferFout(
            "Het overleg uit deze koffer staat hier niet meer.",
            veilig="Er is niets gewijzigd, hier niet en in de koffer niet.",
            advies="Meld dit bij uw beheerder. Is het dossier vernietigd, verwijder dan ook de map van de koffer.",
        )
    return rijen


def leg_alsnog_vast(werkplek: Werkplek, sessie: Session, rijen: Sequence[Koffer], inhoud: Kofferinhoud) -> None:
    """Sign that it went out, and that the office went on without it. Raises BevestigingNodig."""
    nog_hier = {
        id_
        for id_, nummer in sessie.execute(select(Casus.id, Casus.nummer).where(Casus.id.in_(inhoud.nummers)))
        if inhoud.nummers[id_] == nummer
    }
    for rij in rijen:
        sessie.add(rij)
        sessie.flush()
        op_tafel = select(Agendapunt.casus_id).where(Agendapunt.overleg_id == rij.overleg_id)
        sessie.add_all(
            KofferCasus(koffer_id=rij.id, casus_id=casus_id) for casus_id in set(sessie.scalars(op_tafel)) & nog_hier
        )
        UITGIFTE.teken(werkplek, sessie, rij)
        INTREKKING.teken(werkplek, sessie, rij)
        INTREKKING.eis_bewaard(werkplek, sessie, rij.id)


def _hier(werkplek: Werkplek, onderweg: Koffer) -> Koffer:
    kolommen = {een.key for een in inspect(Koffer).column_attrs} - _VAN_HIER
    rij = Koffer(**{naam: getattr(onderweg, naam) for naam in kolommen}, stand=KofferStand.INGETROKKEN)
    rij.ingetrokken_reden = ZONDER_LIJN_BEGONNEN
    rij.ingetrokken_op, rij.ingetrokken_door = werkplek.nu(), werkplek.naam
    return rij
