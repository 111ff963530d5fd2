"""When a partij came to a point or left it, put right afterwards: somebody pressed the key too late.

What happened at the table is never changed (migration 0019). So the line goes and one with the right time takes its
place and its number, by who put it right; the order in which things were written down stays what it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig, KofferFout
from zvh_desktop.models.keuzes import PartijId, TafelHandeling
from zvh_desktop.models.koffer.koffer import KofferBegin
from zvh_desktop.models.overleg import Agendapunt, Tafelgebeurtenis
from zvh_desktop.models.taal import tijd
from zvh_desktop.services.casus.acties import eis_stoel
from zvh_desktop.services.tafel.gang.tafelstart import eis_te_wijzigen
from zvh_desktop.services.tafel.verloop.tafelgebeurtenissen import rijen_van
from zvh_desktop.services.werkplek.klok import AMSTERDAM, als_lokaal
from zvh_desktop.services.werkplek.werkplek import Werkplek

_KOMEN_OF_GAAN = (TafelHandeling.AAN_TAFEL, TafelHandeling.VAN_TAFEL)


@dataclass(frozen=True, slots=True)
class Stoeltijden:
    """When a partij came last and left after that; None: it did not, so there is no time to put right."""

    gekomen: time | None = None
    gegaan: time | None = None


def lees_stoeltijden(sessie: Session, punt: Agendapunt, partij_id: PartijId) -> Stoeltijden:
    """As they are now."""
    gekomen, gegaan = _laatste(_rijen(sessie, punt, partij_id))
    return Stoeltijden(_klok(gekomen), _klok(gegaan))


def verbeter_stoeltijden(
    werkplek: Werkplek, sessie: Session, punt: Agendapunt, partij_id: PartijId, wordt: Stoeltijden
) -> Stoeltijden:
    """Give these the times that are filled in; what they were before.

    Raises InvoerOngeldig for a time that cannot be, RegelGeweigerd without a seat that holds, and KofferFout on the
    road for what was written down in the office.
    """
    eis_te_wijzigen(punt.overleg)
    eis_stoel(werkplek, sessie, punt, partij_id)
    rijen = _rijen(sessie, punt, partij_id)
    gekomen, gegaan = _laatste(rijen)
    was = Stoeltijden(_klok(gekomen), _klok(gegaan))
    for veld, rij, moment in (("gekomen", gekomen, wordt.gekomen), ("gegaan", gegaan, wordt.gegaan)):
        if (rij is None) != (moment is None):
            raise InvoerOngeldig(veld, "Vul een tijd in." if rij is not None else "Hier is geen tijd van vastgelegd.")
    nieuw = [
        (veld, rij, _op(rij, moment))
        for veld, rij, moment in (("gekomen", gekomen, wordt.gekomen), ("gegaan", gegaan, wordt.gegaan))
        if rij is not None and moment is not None
    ]
    _eis_op_volgorde(werkplek, rijen, nieuw)
    for _, rij, moment_ in nieuw:
        if moment_ != rij.tijdstip:
            _vervang(werkplek, sessie, rij, moment_)
    return was


def _rijen(sessie: Session, punt: Agendapunt, partij_id: PartijId) -> Sequence[Tafelgebeurtenis]:
    return [
        rij
        for rij in rijen_van(sessie, punt.overleg)
        if rij.agendapunt_id == punt.id and rij.partij_id == partij_id and rij.soort in _KOMEN_OF_GAAN
    ]


def _laatste(rijen: Sequence[Tafelgebeurtenis]) -> tuple[Tafelgebeurtenis | None, Tafelgebeurtenis | None]:
    """When it came last, and when it left since."""
    gekomen: Tafelgebeurtenis | None = None
    gegaan: Tafelgebeurtenis | None = None
    for rij in rijen:
        if rij.soort is TafelHandeling.AAN_TAFEL:
            gekomen, gegaan = rij, None
        else:
            gegaan = rij
    return gekomen, gegaan


def _klok(rij: Tafelgebeurtenis | None) -> time | None:
    return als_lokaal(rij.tijdstip).time().replace(second=0, microsecond=0) if rij is not None else None


def _op(rij: Tafelgebeurtenis, moment: time) -> datetime:
    """This time on the day of the line, as stored; the same minute is the same moment."""
    if moment == _klok(rij):
        return rij.tijdstip
    dag = als_lokaal(rij.tijdstip).date()
    return datetime.combine(dag, moment, AMSTERDAM).astimezone(UTC).replace(tzinfo=None)


def _eis_op_volgorde(
    werkplek: Werkplek, rijen: Sequence[Tafelgebeurtenis], nieuw: Sequence[tuple[str, Tafelgebeurtenis, datetime]]
) -> None:
    """Nobody leaves before coming, or does so later than now. Raises InvoerOngeldig."""
    momenten = {rij.id: rij.tijdstip for rij in rijen} | {rij.id: moment for _, rij, moment in nieuw}
    volgorde = [rij.id for rij in rijen]
    for veld, rij, moment in nieuw:
        if moment > werkplek.nu():
            raise InvoerOngeldig(veld, "Dat is later dan nu.")
        plaats = volgorde.index(rij.id)
        eerder = momenten[volgorde[plaats - 1]] if plaats else None
        if eerder is not None and moment < eerder:
            wat = "van tafel" if rij.soort is TafelHandeling.AAN_TAFEL else "aan tafel gekomen"
            raise InvoerOngeldig(veld, f"Om {tijd(als_lokaal(eerder).time())} is deze partij pas {wat}.")


def _vervang(werkplek: Werkplek, sessie: Session, rij: Tafelgebeurtenis, moment: datetime) -> None:
    if werkplek.kluis.koffer is not None and sessie.get(KofferBegin, ("tafelgebeurtenis", rij.id)) is not None:
        raise KofferFout(
            "Deze tijd is op kantoor vastgelegd, voordat de koffer meeging.",
            veilig="Er is niets gewijzigd.",
            advies="Verbeter hem daar na het inleveren.",
        )
    nieuw = Tafelgebeurtenis(
        id=rij.id,
        overleg_id=rij.overleg_id,
        agendapunt_id=rij.agendapunt_id,
        partij_id=rij.partij_id,
        soort=rij.soort,
        wie=rij.wie,
        tijdstip=moment,
        door=werkplek.gebruiker,
    )
    sessie.delete(rij)
    sessie.flush()
    sessie.add(nieuw)
    sessie.flush()
