"""The gate: only a partij that is rechtmatig aanwezig gets at a casus.

Every use case and every document that names a partij at a casus comes through here. Nothing rests on the
columns of ``oordeel`` alone: the signed verklaring behind it is verified, and must say exactly what the
columns say, about this casus under this number and this partij under this name (KLUIS 3).
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, literal_column, select
from sqlalchemy.orm import Session, joinedload

from zvh_desktop.database.keten.ondertekening import Verificatie
from zvh_desktop.errors import HandtekeningOnjuist, ProgrammaFout
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import OordeelUitkomst, PartijSoort, PoortStand, VerklaringSoort
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.verklaring import Verklaring
from zvh_desktop.services.regelboek.aanwezigheid import alleen_rechtmatige_partijen, toetreding, uittreding
from zvh_desktop.services.regelboek.uitleg import eis
from zvh_desktop.services.werkplek.taal import datum_kort, verwijzing
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


def naamstempel(partij: Partij) -> str:
    """Hash of the partij as displayed, signed with every oordeel: a renamed partij keeps no approval."""
    tekst = unicodedata.normalize("NFC", f"{partij.naam}\n{partij.kort}")
    return hashlib.sha256(tekst.encode()).hexdigest()


def casusstempel(casus: Casus) -> str:
    """Hash of the casus label, which is its number and never a person."""
    return hashlib.sha256(unicodedata.normalize("NFC", casus.nummer).encode()).hexdigest()


def tekststempel(tekst: str) -> str:
    """Hash of a motivation: signed without the text itself, so that destruction leaves nothing behind."""
    return hashlib.sha256(unicodedata.normalize("NFC", tekst).encode()).hexdigest()


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


def verificatie(werkplek: Werkplek, sessie: Session) -> Verificatie:
    """What verifies statements in this use case; it hangs on the session and ends with it."""
    gemaakt = sessie.info.get(_VERIFICATIE)
    if not isinstance(gemaakt, Verificatie):
        gemaakt = Verificatie(werkplek.kluis.wortel, werkplek.kluis.kluis_id)
        sessie.info[_VERIFICATIE] = gemaakt
    return gemaakt


_VERIFICATIE = "zvh_verificatie"


def verifieer_oordeel(werkplek: Werkplek, sessie: Session, oordeel: Oordeel, casus: Casus, partij: Partij) -> None:
    """Check signature, signer's role and every column of one oordeel.

    Raises HandtekeningOnjuist when the row was made, copied or changed by any other way than signing.
    """
    verklaring = sessie.get(Verklaring, oordeel.verklaring_nummer)
    if verklaring is None or verklaring.soort != VerklaringSoort.OORDEEL:
        raise HandtekeningOnjuist(_vervalst(casus, partij), advies=_MELD)
    getekend = verificatie(werkplek, sessie).inhoud(verklaring)
    verwacht = verklaring_inhoud(
        casus,
        partij,
        uitkomst=oordeel.uitkomst,
        grondslag=oordeel.grondslag,
        motivering=oordeel.motivering,
        geldig_vanaf=oordeel.geldig_vanaf,
        geldig_tot=oordeel.geldig_tot,
    )
    if any(getekend.get(sleutel) != waarde for sleutel, waarde in verwacht.items()):
        raise HandtekeningOnjuist(_vervalst(casus, partij), advies=_MELD)


_MELD = "Geef een nieuw oordeel en meld dit bij uw beheerder: laat de kluis controleren."


def _vervalst(casus: Casus, partij: Partij) -> str:
    return (
        f"Het oordeel over {partij.naam} bij casus {casus.nummer} klopt niet met de handtekening eronder. "
        "Het telt niet mee."
    )


def oordelen_per_partij(sessie: Session, casus_id: int, dag: date) -> Mapping[int, Oordeel]:
    """The oordeel that counts on this day, per partij: the newest one that has taken effect.

    Which one is the newest is read from the signed statements: a row that was removed, moved, renumbered or given
    another date must not bring an older oordeel back. Where row and statement disagree, the partij is left out or
    gets a row that does not verify, and so has no oordeel that counts.
    """
    vraag = select(Oordeel).filter_by(casus_id=casus_id).options(joinedload(Oordeel.verklaring))
    rijen = {rij.verklaring_nummer: rij for rij in sessie.scalars(vraag)}
    getekend = _getekende_oordelen(sessie, casus_id)
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


_UIT_INHOUD = "CASE WHEN json_valid(inhoud) THEN json_extract(inhoud, '$.gegevens.{}') END"
"""Literally the expression of index ix_verklaring_casus (migration 0002), or it would not be used."""


def _getekende_oordelen(sessie: Session, casus_id: int) -> Mapping[int, tuple[int, str]]:
    """Every oordeel that was signed for this casus: its number, with partij and first day."""
    casus: ColumnElement[int] = literal_column(_UIT_INHOUD.format("casus"))
    partij: ColumnElement[int] = literal_column(_UIT_INHOUD.format("partij"))
    vanaf: ColumnElement[str] = literal_column(_UIT_INHOUD.format("geldig_vanaf"))
    rijen = sessie.execute(
        select(Verklaring.nummer, partij, vanaf).where(
            casus == casus_id, Verklaring.soort == VerklaringSoort.OORDEEL.value
        )
    )
    return {nummer: (partij_id, str(eerste_dag)) for nummer, partij_id, eerste_dag in rijen}


def bepaal_stand(
    werkplek: Werkplek, sessie: Session, casus: Casus, partij: Partij, oordeel: Oordeel | None, dag: date
) -> Stand:
    """How this partij stands at this casus on this day, given the oordeel that counts."""
    if partij.soort == PartijSoort.DERDE:
        return Stand(PoortStand.NIET_VAN_TOEPASSING, "een derde zit niet aan tafel")
    nog_niet = toetreding(werkplek.profiel, partij.naam, partij.aangesloten_op, dag)
    if nog_niet is not None and partij.aangesloten_op is not None:
        sinds = f"{datum_kort(partij.aangesloten_op)}{verwijzing(nog_niet.artikel)}"
        return Stand(PoortStand.NIET_VAN_TOEPASSING, f"doet pas mee vanaf {sinds}")
    niet_meer = uittreding(werkplek.profiel, partij.naam, partij.uitgetreden_op, dag)
    if niet_meer is not None and partij.uitgetreden_op is not None:
        sinds = f"{datum_kort(partij.uitgetreden_op)}{verwijzing(niet_meer.artikel)}"
        return Stand(PoortStand.NIET_VAN_TOEPASSING, f"doet niet meer mee sinds {sinds}")
    if oordeel is None:
        return Stand(PoortStand.NIET_BEOORDEELD, "nog niet beoordeeld")
    try:
        verifieer_oordeel(werkplek, sessie, oordeel, casus, partij)
    except HandtekeningOnjuist:
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

    Raises RegelGeweigerd, which names the partij, the casus and the article of this house.
    """
    oordeel = oordelen_per_partij(sessie, casus.id, dag).get(partij.id)
    stand = bepaal_stand(werkplek, sessie, casus, partij, oordeel, dag)
    if oordeel is not None and stand.mag:
        return oordeel
    huis = profiel or werkplek.profiel
    eis(toetreding(huis, partij.naam, partij.aangesloten_op, dag))
    eis(uittreding(huis, partij.naam, partij.uitgetreden_op, dag))
    eis(alleen_rechtmatige_partijen(huis, partij.naam, stand.stand, casusnummer=casus.nummer, dag=dag))
    raise ProgrammaFout("de poort liet een partij door zonder oordeel")
