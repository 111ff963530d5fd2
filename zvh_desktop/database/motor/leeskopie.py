"""What a server holds encrypted, kept readable in the memory of this computer: there plain SQL and searching work.

A database of SQLite in memory has the tables of a vault, its search index and the triggers that keep it, so what is
asked there is answered as a vault answers it. Rows come over once. After that a look costs one statement when nothing
was written on the server, and two when something was: which rows have a newer version than was seen, and whether one
is gone. Nothing of it is ever on a disk, and it goes with the connection.

A transaction that writes looks with its own changes in it; what the copy took over for that is taken back afterwards.

Who locks the window does not wait for a copy that is being filled: that stops, and lets go of what it has itself.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from sqlalchemy import Column, Connection, Engine, Table, insert, select, text
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.engine import LEZEN, Afsluiting
from zvh_desktop.database.bestand.zoekindex import ZOEKTABELLEN, maak_zoekschema, werk_zoekindex_bij
from zvh_desktop.database.motor.motor import Vraag, motor_van
from zvh_desktop.database.motor.sqlcipher import open_in_geheugen
from zvh_desktop.database.motor.teamschema import SCHEMA
from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.alles import Base

_Soort = TypeVar("_Soort")
_IN_EENS: Final = 500
_RUIMTE: Final = 2**32
"""A row tells its transaction in 32 bits. Of what lies half of that back it is not known any more: it is read again."""
_STAND: Final = text("SELECT pg_current_snapshot()::text")
_TABEL: Final = (
    "SELECT {plaats} AS plaats, array_agg({sleutel}) FILTER (WHERE "  # noqa: S608
    f"((xmin::text::bigint - {{vanaf}} + {_RUIMTE}) %% {_RUIMTE}) < {_RUIMTE // 2}) AS anders, "
    "count(*) AS aantal, coalesce(sum({sleutel}), 0)::bigint AS som, "
    "coalesce(sum({sleutel}::numeric * {sleutel}), 0)::text AS som_kwadraat FROM {tabel}"
)


@dataclass(frozen=True, slots=True)
class _Gezien:
    """How a table was when it was last read."""

    stand: str
    """The snapshot: while it is the same, nothing was written anywhere on the server."""

    @property
    def vanaf(self) -> int:
        """Every transaction before this one had ended, and was seen."""
        return int(self.stand.partition(":")[0])


class Leeskopie:
    """Of one house on a server, as long as it is open here."""

    def __init__(self) -> None:
        self._slot = threading.RLock()
        self._engine: Engine | None = None
        self._gezien: dict[str, _Gezien] = {}
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
        with self._slot, self._open(namen).connect() as hier:
            leest = bool(server.get_execution_options().get(LEZEN))
            bijgewerkt = self._werk_bij(server, hier, namen)
            if leest:
                hier.commit()
                self._gezien = bijgewerkt
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
                if self._engine is not None:
                    self._engine.dispose()
                self._engine, self._gezien = None, {}
            finally:
                self._slot.release()

    def _open(self, namen: Collection[str]) -> Engine:
        self._afsluiting.eis_open()
        if self._engine is None:
            self._engine = open_in_geheugen()
        nieuw = [naam for naam in namen if naam not in self._gezien]
        if nieuw:
            eerst = not self._gezien
            with self._engine.begin() as hier:
                Base.metadata.create_all(hier, [Base.metadata.tables[naam] for naam in nieuw])
                if eerst and not _heeft_index(hier):
                    maak_zoekschema(hier)
        return self._engine

    def _werk_bij(self, server: Connection, hier: Connection, namen: Sequence[str]) -> dict[str, _Gezien]:
        """Raises ProgrammaFout where a table is still not what stands on the server."""
        stand = str(server.execute(_STAND).scalar_one())
        leest = bool(server.get_execution_options().get(LEZEN))
        # What this transaction writes itself does not show in the snapshot.
        oud = [naam for naam in namen if not leest or not _is_rustig(stand) or self._stand_van(naam) != stand]
        if oud:
            self._haal(server, hier, [Base.metadata.tables[naam] for naam in oud])
            self._afsluiting.eis_open()
            werk_zoekindex_bij(hier)
            self._afsluiting.eis_open()
        return {**self._gezien, **{naam: _Gezien(stand) for naam in namen}}

    def _stand_van(self, naam: str) -> str:
        return self._gezien[naam].stand if naam in self._gezien else ""

    def _haal(self, server: Connection, hier: Connection, tabellen: Sequence[Table]) -> None:
        bekend = [tabel for tabel in tabellen if tabel.name in self._gezien]
        kijk = self._kijk(server, bekend) if bekend else {}
        vragen: list[tuple[Table, Vraag]] = []
        for tabel in tabellen:
            if tabel.name not in kijk:
                vragen.append((tabel, select(*tabel.columns)))
            elif kijk[tabel.name].anders:
                sleutel = _sleutel(tabel)
                vragen += [
                    (tabel, select(*tabel.columns).where(sleutel.in_(deel))) for deel in _delen(kijk[tabel.name].anders)
                ]
        gelezen = motor_van(server).vraag_samen(server, [vraag for _, vraag in vragen]) if vragen else []
        for (tabel, _), rijen in zip(vragen, gelezen, strict=True):
            for deel in _delen(rijen):
                self._afsluiting.eis_open()
                _zet(hier, tabel, deel)
        for tabel in bekend:
            if _telling(hier, tabel) != kijk[tabel.name].telling:
                self._haal_weg(server, hier, tabel)
                if _telling(hier, tabel) != kijk[tabel.name].telling:
                    raise ProgrammaFout(f"{tabel.name}: de kopie in het geheugen is niet wat er op de server staat")

    def _kijk(self, server: Connection, tabellen: Sequence[Table]) -> Mapping[str, _Kijk]:
        """Which rows were written since, and how many there are, in one statement."""
        delen = (
            _TABEL.format(
                plaats=plaats,
                sleutel=_sleutel(tabel).name,
                vanaf=self._gezien[tabel.name].vanaf % _RUIMTE,
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


def _is_rustig(stand: str) -> bool:
    """Whether nobody was writing: then an equal snapshot says that nothing was written."""
    laagste, hoogste, onderweg = stand.split(":")
    return laagste == hoogste and not onderweg


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
    waarden = [dict(zip(namen, rij, strict=True)) for rij in rijen]
    _verwijder(hier, tabel, [rij[_sleutel(tabel).key] for rij in waarden])
    if waarden:
        hier.execute(insert(tabel), waarden)


def _verwijder(hier: Connection, tabel: Table, nummers: Sequence[int]) -> None:
    if nummers:
        vraag = f"DELETE FROM {tabel.name} WHERE {_sleutel(tabel).name} IN (SELECT value FROM json_each(:nummers))"  # noqa: S608
        hier.execute(text(vraag), {"nummers": json.dumps(list(nummers))})


def _telling(hier: Connection, tabel: Table) -> tuple[int, int, str]:
    nummers = hier.execute(select(_sleutel(tabel))).scalars().all()
    return len(nummers), sum(nummers), str(sum(nummer * nummer for nummer in nummers))
