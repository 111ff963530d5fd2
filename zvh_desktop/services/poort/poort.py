"""The gate: only a partij that is rechtmatig aanwezig gets at a casus.

Every use case and every document that names a partij at a casus comes through here. Nothing rests on the
columns of ``oordeel`` alone: the signed verklaring behind it is verified, and must say exactly what the
columns say, about this casus under this number and this partij under this name (KLUIS 3).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.errors import HandtekeningOnjuist, ProgrammaFout
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import OordeelUitkomst, PartijSoort, PoortStand, Regel, VerklaringSoort
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import datum_kort, verwijzing
from zvh_desktop.services.poort.getekend import Getekend
from zvh_desktop.services.poort.stempels import casusstempel, naamstempel, tekststempel
from zvh_desktop.services.poort.uitgetreden import over_vertrek, uitgetreden_op
from zvh_desktop.services.regelboek.aanwezigheid import alleen_rechtmatige_partijen, toetreding, uittreding
from zvh_desktop.services.regelboek.uitleg import eis, weigering
from zvh_desktop.services.werkplek.eindstand import waarom_niet_zo_geeindigd
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class Stand:
    """How a partij stands at a casus on a day. ``reden`` is for the screen; ``oordeel_id`` only when it may."""

    stand: PoortStand
    reden: str
    grondslag: str = ""
    geldig_tot: date | None = None
    oordeel_id: int | None = None

    @property
    def mag(self) -> bool:
        """Whether the partij may be at the casus on that day."""
        return self.stand is PoortStand.RECHTMATIG


def _inhoud(_werkplek: Werkplek, sessie: Session, rij: Oordeel) -> dict[str, object]:
    """What is signed for an oordeel, from its row: about this casus by number and this partij by name."""
    return verklaring_inhoud(
        sessie.get_one(Casus, rij.casus_id),
        sessie.get_one(Partij, rij.partij_id),
        uitkomst=rij.uitkomst,
        grondslag=rij.grondslag,
        motivering=rij.motivering,
        geldig_vanaf=rij.geldig_vanaf,
        geldig_tot=rij.geldig_tot,
    )


def verklaring_inhoud(
    casus: Casus,
    partij: Partij,
    *,
    uitkomst: str,
    grondslag: str,
    motivering: str,
    geldig_vanaf: date,
    geldig_tot: date | None,
) -> dict[str, object]:
    """What is signed for an oordeel; the columns of the row must give the same."""
    return {
        "casus": casus.id,
        "casus_stempel": casusstempel(casus),
        "partij": partij.id,
        "partij_stempel": naamstempel(partij),
        "uitkomst": uitkomst,
        "grondslag": grondslag,
        "motivering_stempel": tekststempel(motivering),
        "geldig_vanaf": geldig_vanaf.isoformat(),
        "geldig_tot": geldig_tot.isoformat() if geldig_tot else None,
    }


def _geweigerd(sessie: Session, rij: Oordeel) -> str:
    partij, casus = sessie.get_one(Partij, rij.partij_id), sessie.get_one(Casus, rij.casus_id)
    return (
        f"Het oordeel over {partij.naam} bij casus {casus.nummer} klopt niet met de handtekening eronder. "
        "Het telt niet mee."
    )


def _bevinding(sessie: Session, rij: Oordeel) -> str:
    casus = sessie.get(Casus, rij.casus_id)
    if casus is None or sessie.get(Partij, rij.partij_id) is None:
        return f"Oordeel {rij.id} hoort bij een casus of partij die er niet is."
    return f"Oordeel {rij.id} bij casus {casus.nummer} klopt niet met de handtekening eronder."


def _altijd(_sessie: Session, _rij: Oordeel) -> bool:
    return True


OORDEEL = Getekend(
    soort=VerklaringSoort.OORDEEL,
    rij=Oordeel,
    over="",
    kolom="verklaring_nummer",
    moet=_altijd,
    vormen=(_inhoud,),
    geweigerd=_geweigerd,
    bevinding=_bevinding,
    verwijderd="Het oordeel dat is ondertekend als verklaring {}, is verwijderd.",
    advies="Geef een nieuw oordeel en meld dit bij uw beheerder: laat de kluis controleren.",
)
"""An oordeel is never changed: each one has a row and a statement of its own."""


def oordelen_per_partij(sessie: Session, casus_id: int, dag: date) -> Mapping[int, Oordeel]:
    """The oordeel that counts on this day, per partij: the newest one that has taken effect."""
    return geldend_op(*lees_oordelen(sessie, (casus_id,))[casus_id], dag)


Gelezen = tuple[Mapping[int, Oordeel], Mapping[int, tuple[int, str]]]
"""The rows of one casus, and what was signed for it (partij and first day), both by number of the statement."""


def geldend_op(
    rijen: Mapping[int, Oordeel], getekend: Mapping[int, tuple[int, str]], dag: date
) -> Mapping[int, Oordeel]:
    """The oordeel that counts on this day, per partij, of one casus.

    Which one is the newest is read from the signed statements: a row that was removed, moved, renumbered or given
    another date must not bring an older oordeel back. Where row and statement disagree, the partij is left out or
    gets a row that does not verify, and so has no oordeel that counts. Where the statements themselves cannot be
    relied on, nobody has one; ``waarom_geen`` says why.
    """
    geldend: dict[int, Oordeel] = {}
    for nummer in sorted(rijen.keys() | getekend.keys()):
        rij = rijen.get(nummer)
        partij_id, vanaf = getekend.get(nummer, (None, ""))
        if rij is not None and rij.partij_id != partij_id:
            geldend[rij.partij_id] = rij
        if partij_id is None or vanaf > dag.isoformat():
            continue
        if rij is not None and rij.partij_id == partij_id:
            geldend[partij_id] = rij
        else:
            geldend.pop(partij_id, None)
    return geldend


def lees_oordelen(sessie: Session, casus_ids: Collection[int], partij_ids: Iterable[int] = ()) -> Mapping[int, Gelezen]:
    """Rows and statements of each of these casussen, in two statements however many there are.

    With it goes what was signed about whether these partijen left, which is asked of each of them next.

    A casus about which the statements cannot be relied on has neither: nobody has an oordeel there.
    """
    getekend = ((VerklaringSoort.OORDEEL, "casus", casus_ids), over_vertrek(partij_ids))
    _, gelezen = naast(
        sessie,
        lambda: inzicht(sessie).lees_vooruit(*getekend),
        lambda: sessie.scalars(select(Oordeel).where(Oordeel.casus_id.in_(casus_ids))).all(),
    )
    zeker = [casus_id for casus_id in casus_ids if waarom_onzeker(sessie, casus_id) is None]
    rijen: dict[int, dict[int, Oordeel]] = {casus_id: {} for casus_id in casus_ids}
    for rij in gelezen:
        if rij.casus_id in zeker:
            rijen[rij.casus_id][rij.verklaring_nummer] = rij
    return {
        casus_id: (rijen[casus_id], _getekende_oordelen(sessie, casus_id) if casus_id in zeker else {})
        for casus_id in casus_ids
    }


def _getekende_oordelen(sessie: Session, casus_id: int) -> Mapping[int, tuple[int, str]]:
    """Every oordeel that was signed for this casus: its number, with partij and first day, from the verified chain."""
    gevonden = inzicht(sessie).over(VerklaringSoort.OORDEEL, "casus", casus_id)
    return {een.nummer: (_getal(een.inhoud.get("partij")), str(een.inhoud.get("geldig_vanaf"))) for een in gevonden}


def _getal(waarde: object) -> int:
    return waarde if isinstance(waarde, int) else 0


def waarom_onzeker(sessie: Session, casus_id: int) -> HandtekeningOnjuist | None:
    """What keeps from saying which oordeel on this casus is the newest; None when that is certain."""
    return inzicht(sessie).waarom_niet(VerklaringSoort.OORDEEL, "casus", casus_id)


def waarom_geen(sessie: Session, casus_id: int, partij_id: int, dag: date) -> HandtekeningOnjuist | None:
    """Why a partij has no oordeel that counts although one was signed; None when none was."""
    onzeker = waarom_onzeker(sessie, casus_id)
    if onzeker is not None:
        return onzeker
    getekend = _getekende_oordelen(sessie, casus_id)
    nummers = [n for n, (partij, vanaf) in getekend.items() if partij == partij_id and vanaf <= dag.isoformat()]
    if not nummers:
        return None
    gebeurd = f"Het oordeel dat is ondertekend als verklaring {max(nummers)}, is verwijderd of verplaatst."
    return HandtekeningOnjuist(gebeurd, veilig="Er is niets gewijzigd.", advies=OORDEEL.advies)


def bepaal_stand(
    werkplek: Werkplek, sessie: Session, casus: Casus, partij: Partij, oordeel: Oordeel | None, dag: date
) -> Stand:
    """How this partij stands at this casus on this day, given the oordeel that counts."""
    if partij.soort == PartijSoort.DERDE:
        return Stand(PoortStand.NIET_VAN_TOEPASSING, "een derde zit niet aan tafel")
    waarom = waarom_niet_zo_geeindigd(sessie, casus)
    if waarom is not None:
        return Stand(PoortStand.NIET_BEOORDEELD, _reden(waarom))
    nog_niet = toetreding(werkplek.profiel, partij.naam, partij.aangesloten_op, dag)
    if nog_niet is not None and partij.aangesloten_op is not None:
        sinds = f"{datum_kort(partij.aangesloten_op)}{verwijzing(nog_niet.artikel)}"
        return Stand(PoortStand.NIET_VAN_TOEPASSING, f"doet pas mee vanaf {sinds}")
    try:
        sinds_dag = uitgetreden_op(sessie, partij)
    except HandtekeningOnjuist as fout:
        return Stand(PoortStand.NIET_BEOORDEELD, _reden(fout))
    niet_meer = uittreding(werkplek.profiel, partij.naam, sinds_dag, dag)
    if niet_meer is not None and sinds_dag is not None:
        sinds = f"{datum_kort(sinds_dag)}{verwijzing(niet_meer.artikel)}"
        return Stand(PoortStand.NIET_VAN_TOEPASSING, f"doet niet meer mee sinds {sinds}")
    if oordeel is None:
        waarom = waarom_geen(sessie, casus.id, partij.id, dag)
        return Stand(PoortStand.NIET_BEOORDEELD, _reden(waarom) if waarom is not None else "nog niet beoordeeld")
    try:
        OORDEEL.verifieer(werkplek, sessie, oordeel)
    except HandtekeningOnjuist as fout:
        if waarom_onzeker(sessie, casus.id) is not None:
            return Stand(PoortStand.NIET_BEOORDEELD, _reden(fout))
        return Stand(PoortStand.NIET_BEOORDEELD, "het oordeel klopt niet met de handtekening en telt niet mee")
    if oordeel.uitkomst == OordeelUitkomst.INGETROKKEN:
        return Stand(PoortStand.INGETROKKEN, f"ingetrokken vanaf {datum_kort(oordeel.geldig_vanaf)}")
    if oordeel.uitkomst == OordeelUitkomst.NIET_RECHTMATIG:
        return Stand(PoortStand.NIET_RECHTMATIG, f"niet rechtmatig: {oordeel.motivering or oordeel.grondslag}")
    if oordeel.geldig_tot is not None and oordeel.geldig_tot < dag:
        return Stand(PoortStand.VERLOPEN, f"verlopen op {datum_kort(oordeel.geldig_tot)}")
    return Stand(
        PoortStand.RECHTMATIG,
        f"rechtmatig ({oordeel.grondslag})"
        + (f", tot en met {datum_kort(oordeel.geldig_tot)}" if oordeel.geldig_tot else ""),
        grondslag=oordeel.grondslag,
        geldig_tot=oordeel.geldig_tot,
        oordeel_id=oordeel.id,
    )


def _reden(fout: HandtekeningOnjuist) -> str:
    return f"{fout.gebeurd} {fout.advies}"


def standen(
    werkplek: Werkplek, sessie: Session, casus: Casus, partijen: Iterable[Partij], dag: date
) -> Mapping[int, Stand]:
    """The stand of each partij at this casus on this day."""
    oordelen = oordelen_per_partij(sessie, casus.id, dag)
    return {
        partij.id: bepaal_stand(werkplek, sessie, casus, partij, oordelen.get(partij.id), dag) for partij in partijen
    }


def eis_rechtmatig(
    werkplek: Werkplek, sessie: Session, casus: Casus, partij: Partij, dag: date, *, profiel: Huisprofiel | None = None
) -> Oordeel:
    """The gate itself: the verified oordeel on which this partij may be at this casus on this day.

    Raises RegelGeweigerd, which names the partij, the casus and the article of this house, and says what is wrong
    when what was signed cannot be relied on.
    """
    oordeel = oordelen_per_partij(sessie, casus.id, dag).get(partij.id)
    stand = bepaal_stand(werkplek, sessie, casus, partij, oordeel, dag)
    if oordeel is not None and stand.mag:
        return oordeel
    waarom = waarom_niet_zo_geeindigd(sessie, casus)
    if waarom is None:
        waarom = waarom_geen(sessie, casus.id, partij.id, dag) if oordeel is None else waarom_onzeker(sessie, casus.id)
    huis = profiel or werkplek.profiel
    if waarom is not None:
        gebeurd = f"{partij.naam} kan niet bij casus {casus.nummer}. {waarom.gebeurd}"
        raise weigering(huis, Regel.ALLEEN_RECHTMATIGE_PARTIJEN, gebeurd, advies=waarom.advies)
    eis(toetreding(huis, partij.naam, partij.aangesloten_op, dag))
    eis(uittreding(huis, partij.naam, uitgetreden_op(sessie, partij), dag))
    eis(alleen_rechtmatige_partijen(huis, partij.naam, stand.stand, casusnummer=casus.nummer, dag=dag))
    raise ProgrammaFout("de poort liet een partij door zonder oordeel")
