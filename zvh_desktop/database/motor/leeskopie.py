"""What a server holds encrypted, kept readable in the memory of this computer: there plain SQL and searching work.

A database of SQLite in memory has the tables of a vault, its search index and the triggers that keep it, so what is
asked there is answered as a vault answers it. Rows come over once. After that one statement tells which rows came,
changed or went since (wijzigingen.py), and those are read anew. Where that list does not tell all, as after a look of
long ago, each row is looked at: which has a newer version than was seen, and whether one is gone. Nothing of it is ever
on a disk, and it goes with the connection.

A transaction that writes looks with its own changes in it; what the copy took over for that is taken back afterwards.

Who locks the window does not wait for a copy that is being filled: that stops, and lets go of what it has itself.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from sqlalchemy import Column, Connection, Engine, Table, insert, select, text
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.engine import LEZEN, Afsluiting
from zvh_desktop.database.bestand.zoekindex import ZOEKTABELLEN, maak_zoekschema, werk_zoekindex_bij
from zvh_desktop.database.motor.motor import Blik, Vraag, motor_van
from zvh_desktop.database.motor.sqlcipher import open_in_geheugen
from zvh_desktop.database.motor.teamschema import SCHEMA
from zvh_desktop.database.motor.wijzigingen import kijk, sleutelkolommen
from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.alles import Base

_Soort = TypeVar("_Soort")
_IN_EENS: Final = 500
_RUIMTE: Final = 2**32
"""A row tells its transaction in 32 bits. Of what lies half of that back it is not known any more: it is read again."""
_TABEL: Final = (
    "SELECT {plaats} AS plaats, array_agg({sleutel}) FILTER (WHERE "  # noqa: S608
    f"((xmin::text::bigint - {{vanaf}} + {_RUIMTE}) %% {_RUIMTE}) < {_RUIMTE // 2}) AS anders, "
    "count(*) AS aantal, coalesce(sum({sleutel}), 0)::bigint AS som, "
    "coalesce(sum({sleutel}::numeric * {sleutel}), 0)::text AS som_kwadraat FROM {tabel}"
)


class Leeskopie:
    """Of one house on a server, as long as it is open here."""

    def __init__(self) -> None:
        self._slot = threading.RLock()
        self._engine: Engine | None = None
        self._blik = Blik()
        self._gezien: frozenset[str] = frozenset()
        """The tables that came over, and are as they were at that look."""
        self._afsluiting = Afsluiting()

    @contextmanager
    def bij(self, sessie: Session, tabellen: Iterable[str]) -> Iterator[Session]:
        """A session on the copy, in which these tables and those that are searched are as this session sees them.

        Raises KluisInGebruik once it was to be forgotten, also while it is being filled.
        """
        server = sessie.connection()
        namen = tuple(dict.fromkeys((*ZOEKTABELLEN, *tabellen)))
        try:
            with self._gevuld(server, namen) as hier, Session(hier, expire_on_commit=False) as kopie:
                yield kopie
        finally:
            if self._afsluiting.gebeurd:
                self._laat_gaan()

    @contextmanager
    def _gevuld(self, server: Connection, namen: Sequence[str]) -> Iterator[Connection]:
        self._afsluiting.eis_open()
        leest = bool(server.get_execution_options().get(LEZEN))
        with self._slot:
            blik = kijk(server, SCHEMA, self._blik)
            if blik.van != self._blik.van:
                self._begin_opnieuw()
            nieuw = [naam for naam in namen if naam not in self._gezien]
            with self._open(nieuw).connect() as hier:
                self._werk_bij(server, hier, nieuw, blik)
                if leest:
                    hier.commit()
                    self._blik, self._gezien = blik, self._gezien.union(nieuw)
                try:
                    yield hier
                finally:
                    hier.rollback()

    def vergeet(self, _engine: object = None) -> None:
        """Nothing of it stays in memory, and it does not come back. Waits for nobody: who is at it lets it go."""
        self._afsluiting.sluit(vergrendeld=True)
        self._laat_gaan()

    def _laat_gaan(self) -> None:
        """Whoever has it comes by here as well, after it was let go of."""
        if self._slot.acquire(blocking=False):
            try:
                self._begin_opnieuw()
            finally:
                self._slot.release()

    def _begin_opnieuw(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
        self._engine, self._blik, self._gezien = None, Blik(), frozenset()

    def _open(self, nieuw: Sequence[str]) -> Engine:
        self._afsluiting.eis_open()
        if self._engine is None:
            self._engine = open_in_geheugen()
        if nieuw:
            eerst = not self._gezien
            with self._engine.begin() as hier:
                Base.metadata.create_all(hier, [Base.metadata.tables[naam] for naam in nieuw])
                if eerst and not _heeft_index(hier):
                    maak_zoekschema(hier)
        return self._engine

    def _werk_bij(self, server: Connection, hier: Connection, nieuw: Sequence[str], blik: Blik) -> None:
        """Raises ProgrammaFout where a table is still not what stands on the server."""
        bekend = [Base.metadata.tables[naam] for naam in sorted(self._gezien)]
        # Of what nobody changes nothing is written down.
        zelf = [tabel for tabel in bekend if blik.anders is None or not sleutelkolommen(tabel)]
        gekeken = self._kijk(server, zelf) if zelf else {}
        anders = {naam: een.anders for naam, een in gekeken.items()}
        for tabel in bekend:
            if tabel.name not in gekeken and blik.anders is not None:
                anders[tabel.name] = tuple(int(sleutel) for sleutel in blik.anders.get(tabel.name, ()))
        self._haal(server, hier, nieuw, {naam: nummers for naam, nummers in anders.items() if nummers})
        for tabel in zelf:
            if _telling(hier, tabel) != gekeken[tabel.name].telling:
                self._haal_weg(server, hier, tabel)
                if _telling(hier, tabel) != gekeken[tabel.name].telling:
                    raise ProgrammaFout(f"{tabel.name}: de kopie in het geheugen is niet wat er op de server staat")
        self._afsluiting.eis_open()
        werk_zoekindex_bij(hier)
        self._afsluiting.eis_open()

    def _haal(
        self, server: Connection, hier: Connection, nieuw: Sequence[str], anders: Mapping[str, Sequence[int]]
    ) -> None:
        """All rows of what was not here yet, and of the rest those that are no longer as they were."""
        vragen: list[tuple[Table, Vraag]] = []
        for naam in nieuw:
            tabel = Base.metadata.tables[naam]
            vragen.append((tabel, select(*tabel.columns)))
        for naam, nummers in anders.items():
            tabel = Base.metadata.tables[naam]
            _verwijder(hier, tabel, nummers)
            vragen += [(tabel, select(*tabel.columns).where(_sleutel(tabel).in_(deel))) for deel in _delen(nummers)]
        gelezen = motor_van(server).vraag_samen(server, [vraag for _, vraag in vragen]) if vragen else []
        for (tabel, _), rijen in zip(vragen, gelezen, strict=True):
            for deel in _delen(rijen):
                self._afsluiting.eis_open()
                _zet(hier, tabel, deel)

    def _kijk(self, server: Connection, tabellen: Sequence[Table]) -> Mapping[str, _Kijk]:
        """Which rows were written since, and how many there are, in one statement."""
        delen = (
            _TABEL.format(
                plaats=plaats,
                sleutel=_sleutel(tabel).name,
                vanaf=self._blik.vanaf % _RUIMTE,
                tabel=f"{SCHEMA}.{tabel.name}",
            )
            for plaats, tabel in enumerate(tabellen)
        )
        rijen = server.exec_driver_sql(" UNION ALL ".join(delen), {})
        return {
            tabellen[plaats].name: _Kijk(tuple(anders or ()), (aantal, som, kwadraat))
            for plaats, anders, aantal, som, kwadraat in rijen
        }

    @staticmethod
    def _haal_weg(server: Connection, hier: Connection, tabel: Table) -> None:
        sleutel = _sleutel(tabel)
        er_zijn = set(server.execute(select(sleutel)).scalars())
        weg = [nummer for nummer in hier.execute(select(sleutel)).scalars() if nummer not in er_zijn]
        _verwijder(hier, tabel, weg)


@dataclass(frozen=True, slots=True)
class _Kijk:
    """What a look at one table on the server said."""

    anders: tuple[int, ...]
    telling: tuple[int, int, str]
    """How many rows, and their numbers added up, plain and squared."""


def _heeft_index(hier: Connection) -> bool:
    return hier.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'zoek'").first() is not None


def _sleutel(tabel: Table) -> Column[Any]:
    """Raises ProgrammaFout for a table of which a row is not known by one number."""
    sleutels = tuple(tabel.primary_key)
    if len(sleutels) != 1 or sleutels[0].type.python_type is not int:
        raise ProgrammaFout(f"{tabel.name}: een rij heeft geen nummer om haar aan te kennen")
    return sleutels[0]


def _delen(alle: Sequence[_Soort]) -> Iterator[Sequence[_Soort]]:
    for eerste in range(0, len(alle), _IN_EENS):
        yield alle[eerste : eerste + _IN_EENS]


def _zet(hier: Connection, tabel: Table, rijen: Sequence[tuple[Any, ...]]) -> None:
    namen = [kolom.key for kolom in tabel.columns]
    hier.execute(insert(tabel), [dict(zip(namen, rij, strict=True)) for rij in rijen])


def _verwijder(hier: Connection, tabel: Table, nummers: Sequence[int]) -> None:
    if nummers:
        vraag = f"DELETE FROM {tabel.name} WHERE {_sleutel(tabel).name} IN (SELECT value FROM json_each(:nummers))"  # noqa: S608
        hier.execute(text(vraag), {"nummers": json.dumps(list(nummers))})


def _telling(hier: Connection, tabel: Table) -> tuple[int, int, str]:
    nummers = hier.execute(select(_sleutel(tabel))).scalars().all()
    return len(nummers), sum(nummers), str(sum(nummer * nummer for nummer in nummers))
