"""The numbers of new rows on a server, fetched for all that a session is about to add: each apart would be a trip.

What is encrypted is bound to the number of its row, so a row has its number before it is sent (ADR 0092). They are
fetched within the transaction that holds the write lock, when the rows go or with what is read before them
(``nummers_vooraf``), so that what was added later has a higher number, as in a vault. Of an act that was refused after
that the numbers stay unused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Column, Connection, Table, inspect, text
from sqlalchemy.orm import InstanceState, Mapper, Session

from zvh_desktop.database.motor.teamschema import SCHEMA
from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.server.kolom import SERVER

_VAN: Final = (
    "SELECT {plaats} AS plaats, nextval(pg_get_serial_sequence('" + SCHEMA + ".{tabel}', '{kolom}')) "
    "FROM generate_series(1, {aantal})"
)
_Rijen = list[InstanceState[Any]]


def geef_nummers(sessie: Session, _context: object = None, _rijen: Sequence[object] | None = None) -> None:
    """Before rows of mapped classes go to a server; of one row SQLAlchemy fetches the number itself, in as many trips.

    A vault gives a row its number when it is there.
    """
    if not sessie.new or sessie.get_bind().dialect.name != SERVER:
        return
    nieuw: dict[Mapper[Any], _Rijen] = {}
    for staat in sorted(map(inspect, sessie.new), key=_volgorde):
        nummer = _nummerkolom(staat.mapper)
        if nummer is not None and staat.dict.get(nummer.key) is None:
            nieuw.setdefault(staat.mapper, []).append(staat)
    if sum(map(len, nieuw.values())) > 1:
        _geef(sessie, nieuw)


def volgend_rijnummer(verbinding: Connection, tabel: Table) -> int:
    """Of one row that is sent past the unit of work. Raises ProgrammaFout where a row is not known by one number."""
    return volgende_rijnummers(verbinding, tabel, 1)[0]


def volgende_rijnummers(verbinding: Connection, tabel: Table, aantal: int) -> list[int]:
    """Of as many rows, in the order in which they are going to be added. Raises ProgrammaFout as the one above."""
    kolom = tabel.autoincrement_column
    if kolom is None:
        raise ProgrammaFout(f"{tabel.name}: een rij heeft geen nummer om haar aan te kennen")
    vraag = _VAN.format(plaats=0, tabel=tabel.name, kolom=kolom.name, aantal=aantal)
    return sorted(int(nummer) for _plaats, nummer in verbinding.execute(text(vraag)))


def _geef(sessie: Session, nieuw: dict[Mapper[Any], _Rijen]) -> None:
    delen, rijen_van = [], list(nieuw.items())
    for plaats, (mapper, rijen) in enumerate(rijen_van):
        kolom = _nummerkolom(mapper)
        if kolom is not None:
            delen.append(_VAN.format(plaats=plaats, tabel=kolom.table.name, kolom=kolom.name, aantal=len(rijen)))
    gegeven: list[list[int]] = [[] for _ in rijen_van]
    for plaats, nummer in sessie.connection().execute(text(" UNION ALL ".join(delen))):
        gegeven[plaats].append(nummer)
    for (mapper, rijen), nummers in zip(rijen_van, gegeven, strict=True):
        for staat, nummer in zip(rijen, sorted(nummers), strict=True):
            setattr(staat.obj(), str(mapper.primary_key[0].key), nummer)


def _volgorde(staat: InstanceState[Any]) -> int:
    """In which they were added, and in which SQLAlchemy sends them."""
    return staat.insert_order or 0


def _nummerkolom(mapper: Mapper[Any]) -> Column[Any] | None:
    tabel = mapper.local_table
    return tabel.autoincrement_column if isinstance(tabel, Table) else None
