"""The vernietigingsverklaring in its own words: kept with the destruction, signed with it, and about nobody."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from zvh_desktop.database.vernietigen.loten import EIGEN_LOTEN, LOTEN, Deel, Lot
from zvh_desktop.database.vernietigen.wegdoen import Dossier, in_sql
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.models.vernietigen.vernietiging import Vernietiging
from zvh_desktop.services.stukken.lijsten import bestanden_over, in_woorden, kenmerk_van_aanmelding
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.services.werkplek.vaste_woorden import als_woorden, uit_woorden

_UITGEGAAN = (Deel.WERK, Deel.STUKKEN, Deel.VERZOEK)
_ACHTERAAN = ("-eml", "-ics", "-bijlage", "-partij")


@dataclass(frozen=True, slots=True)
class Soortaantal:
    """One kind of data, and how much of it went."""

    naam: str
    aantal: int


@dataclass(frozen=True, slots=True)
class Uitgifteregel:
    """What a partij was sent about this casus: the house asks it to let that go too."""

    partij: str
    wat: str
    aantal: int
    laatste: date


@dataclass(frozen=True, slots=True)
class VernietigWoorden:
    """Everything that is printed."""

    huis_naam: str
    huis_kort: str
    nummer: str
    termijn: str
    bron: str
    soorten: tuple[Soortaantal, ...]
    blijft: tuple[str, ...]
    uitgiften: tuple[Uitgifteregel, ...]
    verklaringen: int
    """How many signed statements lost their content."""


def als_tekst(woorden: VernietigWoorden) -> str:
    """As it is kept."""
    return als_woorden(woorden)


def uit_tekst(tekst: str) -> VernietigWoorden:
    """As it was kept. Raises ValueError."""
    return uit_woorden(VernietigWoorden, tekst)


def soorten(aantallen: Mapping[Lot, int], bijlagen: int, termen: Termen) -> tuple[Soortaantal, ...]:
    """What there was, in words; a kind of which there was nothing is left out."""
    uit = []
    for lot, aantal in aantallen.items():
        if aantal and lot.een:
            uit.append(Soortaantal((lot.een if aantal == 1 else lot.meer).format(t=termen), aantal))
    if bijlagen:
        uit.append(Soortaantal("bijlage" if bijlagen == 1 else "bijlagen", bijlagen))
    return tuple(uit)


def bijlagen(sessie: Session, dossier: Dossier) -> int:
    """How many attachments there are."""
    vraag = text("SELECT count(*) FROM informatie_item WHERE casus_id = :casus AND bijlage IS NOT NULL")
    return int(sessie.execute(vraag, {"casus": dossier.casus}).scalar_one())


def uitgiften(sessie: Session, dossier: Dossier, profiel: Huisprofiel) -> tuple[Uitgifteregel, ...]:
    """What went to which partij: kept copies, what went round, and what was given to others; and what the house itself
    saved outside the vault, the lists with this file in them."""
    waarden, gezien = dossier.waarden(), dict[tuple[str, str], list[date]]()
    verbinding = sessie.connection()
    namen = {int(partij): str(naam) for partij, naam in sessie.execute(select(Partij.id, Partij.naam))}
    for lijst, tijd in bestanden_over(sessie, _kenmerken(sessie, dossier)):
        wat = f"bestand met {in_woorden(lijst, profiel.termen)}"
        gezien.setdefault((f"{profiel.korte_naam} zelf", wat), []).append(_dag(tijd))
    for lot in (*LOTEN, *EIGEN_LOTEN):
        if lot.rij is not Uitgegeven or lot.deel not in _UITGEGAAN:
            continue
        vraag = f"SELECT partij_id, soort, gemaakt_op FROM uitgegeven WHERE {lot.waar}"  # noqa: S608
        for partij, soort, op in sessie.execute(in_sql(verbinding, vraag), waarden):
            if partij is not None:
                gezien.setdefault((namen[partij], _wat(soort)), []).append(_dag(op))
    vragen = (
        (
            "SELECT v.partij_id, v.soort, v.dag FROM verzending v "
            "WHERE v.casus_id = :casus OR v.overleg_id IN (SELECT value FROM json_each(:alleen)) OR "
            "(v.overleg_id IN (SELECT value FROM json_each(:gedeeld)) AND v.partij_id IN "
            "(SELECT d.partij_id FROM deelname d JOIN agendapunt a ON a.id = d.agendapunt_id "
            "WHERE a.casus_id = :casus AND a.overleg_id = v.overleg_id))"
        ),
        (
            "SELECT v.derde_id, 'verstrekking', v.verstrekt_op FROM verstrekking v "
            "WHERE v.casus_id = :casus AND v.vervallen_op IS NULL"
        ),
    )
    for vraag in vragen:
        for partij, soort, op in sessie.execute(in_sql(verbinding, vraag), waarden):
            gezien.setdefault((namen[partij], _wat(soort)), []).append(_dag(op))
    return tuple(Uitgifteregel(partij, wat, len(dagen), max(dagen)) for (partij, wat), dagen in sorted(gezien.items()))


def _kenmerken(sessie: Session, dossier: Dossier) -> frozenset[str]:
    """By what the log knows this file."""
    uit = set[str]()
    if dossier.casus is not None:
        uit.add(str(sessie.execute(text("SELECT nummer FROM casus WHERE id = :casus"), dossier.waarden()).scalar()))
    if dossier.aanmelding is not None:
        uit.add(kenmerk_van_aanmelding(dossier.aanmelding))
    return frozenset(uit)


def met_eerdere(sessie: Session, nummer: str, nu: tuple[Uitgifteregel, ...]) -> tuple[Uitgifteregel, ...]:
    """With what an earlier verklaring about this file names: the copies that said so are gone, and it was sent."""
    gezien = {(regel.partij, regel.wat): regel for regel in nu}
    for tekst in sessie.scalars(select(Vernietiging.woorden).where(Vernietiging.nummer == nummer)):
        with suppress(ValueError):
            for regel in uit_tekst(tekst).uitgiften:
                bekend = gezien.get((regel.partij, regel.wat))
                if bekend is None or bekend.aantal < regel.aantal:
                    gezien[regel.partij, regel.wat] = regel
    return tuple(regel for _, regel in sorted(gezien.items()))


def _wat(soort: str) -> str:
    for achter in _ACHTERAAN:
        soort = soort.removesuffix(achter)
    return soort.replace("-", " ")


def _dag(waarde: str | date) -> date:
    """A day as it is stored, or the Dutch day of a moment; a server gives both as what they are."""
    if isinstance(waarde, date):
        waarde = waarde.isoformat()
    moment = datetime.fromisoformat(waarde)
    if len(waarde) == 10:
        return moment.date()
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(AMSTERDAM).date()
