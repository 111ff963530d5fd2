"""What is searched, in the form in which texts are compared (models/vouwing.py).

Triggers note which rows changed, in the table zoek_wacht, so that no use case can forget it; they take out at once what
was removed. Before the transaction ends the rows that wait are read, folded and put into the two indexes, in one
statement for each kind: over a line every statement is a wait. SQLite cannot fold itself, so it calls the functions of
``vouwfunctie.py`` there; from the schema it may not (trusted_schema). Behind the text of names stand, in capitals, the
ways in which people type them (models/tekst/naamvormen.py).

The rowid in an index tells what was found: id * 4 + kind for names (0 casus, 1 partij, 2 overleg, 3 actie), id * 8 +
kind for what was written (0 agendapunt, 1 besluit, 2 actie, 3 plan van aanpak, 4 proposal).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import OperationalError

from zvh_desktop.errors import KluisFout
from zvh_desktop.models.taal import MAANDEN
from zvh_desktop.models.tekst.naamvormen import SQL_NAMEN
from zvh_desktop.models.vouwing import SQL_NAAM
from zvh_desktop.paths import lees_hulpbron

WACHT: Final = "zoek_wacht"
_NAMEN, _TEKSTEN = "zoek", "zoek_tekst"
ZOEKBESTAND: Final = "team/zoek.sql"
"""Both indexes, the list of what waits and the triggers that fill it, as the migrations of this version made them."""
_TUSSEN: Final = "\n----\n"
_IN_EENS: Final = 500
"""So many rows are read and folded at a time: a whole vault does not fit in memory."""


@dataclass(frozen=True, slots=True)
class _Bron:
    """One kind of row: in which index it goes, under which number, and where its text comes from."""

    index: str
    maal: int
    plus: int
    tekst: str
    """A query for id and text, with the places that are filled in (``_INVULLEN``)."""
    namen: str = "''"
    """The names of people and partijen in it, one a line, of which the forms are kept in which they are typed."""


ZOEKTABELLEN: Final = (
    *("partij", "contactpersoon", "profiel_versie", "aanmelding", "casus", "betrokkene", "overleg", "agendapunt"),
    *("besluit", "overleg_besluit", "actie", "plan_van_aanpak", "plan_doel", "plan_rol"),
)
"""What is searched, and what is read to show it."""


def _maand(kolom: str) -> str:
    namen = " ".join(f"WHEN '{nummer:02}' THEN '{naam}'" for nummer, naam in enumerate(MAANDEN, 1))
    return f"CASE {kolom} {namen} END"


def _dag(kolom: str) -> str:
    """A day in every way in which it is shown or typed; an unknown day or month is left out."""
    jaar, maand, dag = f"substr({kolom}, 1, 4)", f"substr({kolom}, 6, 2)", f"substr({kolom}, 9, 2)"
    naam = _maand(maand)
    return f"""CASE
        WHEN {kolom} IS NULL THEN ''
        WHEN {kolom} = 'onbekend' THEN ' geboortedatum onbekend'
        WHEN {maand} = '00' THEN ' ' || {jaar}
        WHEN {dag} = '00' THEN ' ' || ({maand} + 0) || '-' || {jaar} || ' ' || {naam} || ' ' || {jaar}
        ELSE ' ' || {kolom} || ' ' || ({dag} + 0) || '-' || ({maand} + 0) || '-' || {jaar}
            || ' ' || ({dag} + 0) || ' ' || {naam} || ' ' || {jaar}
        END"""


_INVULLEN: Final = {
    "{ids}": "IN (SELECT value FROM json_each(:ids))",
    "{geboren}": _dag("b.geboortedatum"),
    "{gepland}": _dag("v.datum"),
}
_BRONNEN: Final[Mapping[int, _Bron]] = {
    0: _Bron(_NAMEN, 4, 0, """
        SELECT c.id, c.nummer || ' ' || c.aanpak || ' ' || coalesce(
            (SELECT group_concat(b.naam || ' ' || b.gemeente || {geboren}, ' ')
             FROM betrokkene b WHERE b.casus_id = c.id), '')
        FROM casus c WHERE c.id {ids}""", """
        (SELECT group_concat(naam, char(10)) FROM betrokkene WHERE casus_id = rij)"""),
    1: _Bron(_NAMEN, 4, 1, """
        SELECT p.id, p.naam || ' ' || p.kort || ' ' || coalesce(
            (SELECT group_concat(k.naam || ' ' || k.functie || ' ' || k.email, ' ')
             FROM contactpersoon k WHERE k.partij_id = p.id), '')
        FROM partij p WHERE p.id {ids}""", """
        (SELECT naam || char(10) || kort FROM partij WHERE id = rij) || char(10) || coalesce(
            (SELECT group_concat(naam, char(10)) FROM contactpersoon WHERE partij_id = rij), '')"""),
    2: _Bron(_NAMEN, 4, 2, """
        SELECT v.id, v.soort || {gepland} || ' ' || v.plaats || ' ' || v.voorzitter
        FROM overleg v WHERE v.id {ids}""", "(SELECT voorzitter FROM overleg WHERE id = rij)"),
    3: _Bron(_NAMEN, 4, 3, """
        SELECT a.id, a.omschrijving || ' ' || p.kort || ' ' || c.nummer
        FROM actie a JOIN partij p ON p.id = a.belegd_bij_id JOIN casus c ON c.id = a.casus_id WHERE a.id {ids}"""),
    8: _Bron(_TEKSTEN, 8, 0, """
        SELECT id, onderwerp || ' ' || doel || ' ' || themas || ' ' || beeld || ' ' || oordeelsvorming || ' '
            || besluitvorming FROM agendapunt WHERE id {ids}"""),
    9: _Bron(_TEKSTEN, 8, 1, """
        SELECT id, omschrijving || ' ' || conditie || ' ' || informering FROM besluit WHERE id {ids}"""),
    10: _Bron(_TEKSTEN, 8, 2, """
        SELECT id, conditie || ' ' || informering FROM actie WHERE id {ids}"""),
    11: _Bron(_TEKSTEN, 8, 3, """
        SELECT a.id, a.informeert_betrokkene || ' ' || a.niet_geinformeerd_omdat || ' ' || a.afschalingscriteria || ' '
            || coalesce((SELECT group_concat(d.doel, ' ') FROM plan_doel d WHERE d.plan_id = a.id), '') || ' '
            || coalesce((SELECT group_concat(r.rol || ' ' || r.informatiebehoefte, ' ')
                         FROM plan_rol r WHERE r.plan_id = a.id), '')
        FROM plan_van_aanpak a WHERE a.id {ids}"""),
    12: _Bron(_TEKSTEN, 8, 4, """
        SELECT id, voorstel || ' ' || toelichting FROM overleg_besluit WHERE id {ids}"""),
}  # fmt: skip


def is_zoektrigger(sql: str) -> bool:
    """Whether a trigger only keeps the index."""
    return re.search(rf"\b(?:{WACHT}|{_TEKSTEN}|{_NAMEN})\b", re.sub(r"'[^']*'", "", sql)) is not None


def zoekschema_als_tekst(gemaakt: Iterable[tuple[str, str, str]]) -> str:
    """Of everything in a vault (kind, name, how it was made) what belongs to searching, for ``ZOEKBESTAND``."""
    delen = [
        sql
        for soort, naam, sql in gemaakt
        if (is_zoektrigger(sql) if soort == "trigger" else naam in {WACHT, _NAMEN, _TEKSTEN})
    ]
    return f"{_TUSSEN.join(delen)}\n"


def maak_zoekschema(verbinding: Connection) -> None:
    """Beside tables that are there already: the indexes, and the triggers that see what changes."""
    for opdracht in lees_hulpbron(ZOEKBESTAND).decode("utf-8").split(_TUSSEN):
        verbinding.exec_driver_sql(opdracht)


def volg_wijzigingen(engine: Engine, alleen_lezen: str) -> None:
    """Bring the indexes up to date before each transaction on this engine ends; one that only reads changed nothing.

    ``alleen_lezen`` is the execution option that says so.
    """

    def voor_het_einde(verbinding: Connection) -> None:
        if not verbinding.get_execution_options().get(alleen_lezen):
            werk_zoekindex_bij(verbinding)

    event.listen(engine, "commit", voor_het_einde)


def werk_zoekindex_bij(verbinding: Connection) -> None:
    """Put every row that waits into the indexes, as it is now."""
    per_soort: dict[int, list[int]] = {}
    for soort, id_ in _wachtend(verbinding):
        per_soort.setdefault(soort, []).append(id_)
    for soort, ids in per_soort.items():
        for eerste in range(0, len(ids), _IN_EENS):
            _zet(verbinding, _BRONNEN[soort], ids[eerste : eerste + _IN_EENS])


def _is_er(verbinding: Connection) -> bool:
    zin = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = :naam"
    return verbinding.execute(text(zin), {"naam": WACHT}).first() is not None


def _wachtend(verbinding: Connection) -> Sequence[tuple[int, int]]:
    """What waits, taken from the list in one statement: over a line, every statement is a wait."""
    try:
        rijen = verbinding.exec_driver_sql(f"DELETE FROM {WACHT} RETURNING soort, id").all()  # noqa: S608
    except (OperationalError, KluisFout):
        if _is_er(verbinding):
            raise
        return ()  # before migration 0017 nothing waits
    return [(rij[0], rij[1]) for rij in rijen]


def _zet(verbinding: Connection, bron: _Bron, ids: Sequence[int]) -> None:
    vraag = bron.tekst
    for plek, deel in _INVULLEN.items():
        vraag = vraag.replace(plek, deel)
    # With a space before it, the first word too is found by how it begins.
    verbinding.exec_driver_sql(
        f"INSERT OR REPLACE INTO {bron.index}(rowid, tekst) "  # noqa: S608
        f"SELECT rij * {bron.maal} + {bron.plus}, ' ' || {SQL_NAAM}(inhoud) || {SQL_NAMEN}({bron.namen}) "
        f"FROM (SELECT 0 AS rij, '' AS inhoud WHERE 0 UNION ALL {vraag})",
        {"ids": json.dumps(ids)},
    )
