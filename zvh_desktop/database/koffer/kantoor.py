"""The office as a koffer that is being made sees it: a file beside it, or rows of a server in memory.

Under one name it is at hand on the connection that fills the koffer, so which rows travel and what stands in them is
said once (``reis.py``), in the words of a vault. Of a server only those rows are fetched, and what does not travel of a
row is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, Protocol

from sqlalchemy import Column, Connection, Table, insert, select

from zvh_desktop.database.bestand.canoniek import canoniek, vingerafdruk
from zvh_desktop.database.bestand.engine import hecht_aan
from zvh_desktop.database.koffer.koppen import Verklaringkoppen
from zvh_desktop.database.koffer.reis import REIZEN, Reis, Reisplan, vraag_hier
from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.database.openkluis import OpenKluis
from zvh_desktop.models.base import Base

KANTOOR: Final = "kantoor"
"""The name under which it is at hand."""
_IN_EENS: Final = 500
_DOMEIN: Final = b"zvh-koffer afdruk v1"
_AFDRUK: Final = 32
"""So many letters of it."""


class Kantoor(Protocol):
    """What a koffer is filled from."""

    ziet_eigen: bool
    """Whether what the act wrote that makes the koffer is among it."""

    def hecht_aan(self, naar: Connection) -> None:
        """Have it at hand on this connection. Not within a transaction."""

    def lees(self, van: Connection, naar: Connection, plan: Reisplan) -> None:
        """Have the rows ready that travel, as the transaction of the caller sees them."""


def kantoor_van(kluis: OpenKluis, van: Connection, koppen: Verklaringkoppen) -> Kantoor:
    """How this house is looked into."""
    return Bestandskantoor(kluis) if motor_van(van).leest_teksten else Serverkantoor(koppen)


class Bestandskantoor:
    """A vault, as it was when this act began: nobody else can write meanwhile."""

    ziet_eigen = False

    def __init__(self, kluis: OpenKluis) -> None:
        self._kluis = kluis

    def hecht_aan(self, naar: Connection) -> None:
        """The file itself, beside the koffer, only to read."""
        aanwijzer = naar.connection.cursor()
        hecht_aan(aanwijzer, self._kluis.databasepad, self._kluis.databasesleutel, KANTOOR)
        aanwijzer.execute("PRAGMA foreign_keys = OFF")
        aanwijzer.close()

    def lees(self, van: Connection, naar: Connection, plan: Reisplan) -> None:
        """It is there."""


class Serverkantoor:
    """A house on a server: the rows that travel, decrypted, in memory alone."""

    ziet_eigen = True

    def __init__(self, koppen: Verklaringkoppen) -> None:
        self._koppen = koppen

    def hecht_aan(self, naar: Connection) -> None:
        """Empty tables, with the columns of those of the koffer."""
        aanwijzer = naar.connection.cursor()
        # On no disk, and gone with the connection.
        aanwijzer.execute(f"ATTACH DATABASE ':memory:' AS {KANTOOR} KEY ''")
        aanwijzer.execute("PRAGMA foreign_keys = OFF")
        for tabel in _tabellen():
            aanwijzer.execute(f"CREATE TABLE {KANTOOR}.{tabel} AS SELECT * FROM main.{tabel} WHERE false")  # noqa: S608
        aanwijzer.close()

    def lees(self, van: Connection, naar: Connection, plan: Reisplan) -> None:
        """Fetch them: all of one kind in one question."""
        hier = {"schema_translate_map": {None: KANTOOR}}
        for reis in REIZEN:
            delen = _rijen(van, reis, plan) if not reis.alleen else self._verklaringen(van, reis, plan)
            for deel in delen:
                self._koppen.eis_open()
                naar.execute(insert(_tabel(reis)), deel, execution_options=hier)

    def _verklaringen(self, van: Connection, reis: Reis, plan: Reisplan) -> Iterator[list[dict[str, Any]]]:
        """All heads, and of some what was signed."""
        ((naam, welke),) = reis.alleen.items()
        tabel = _tabel(reis)
        vraag = _vraag(van, (tabel.columns.nummer, tabel.columns[naam]), f"({reis.waar}) AND ({welke})", plan)
        inhoud: dict[int, str] = dict(van.execute(*vraag).all())
        koppen = self._koppen.voor(van, plan.eerste)
        while deel := list(islice(koppen, _IN_EENS)):
            yield [{**kop, naam: inhoud.get(kop["nummer"])} for kop in deel]


def _tabellen() -> tuple[str, ...]:
    return tuple(dict.fromkeys(_tabel(reis).name for reis in REIZEN))


def _tabel(reis: Reis) -> Table:
    return Base.metadata.tables[str(reis.rij.__tablename__)]


def _rijen(van: Connection, reis: Reis, plan: Reisplan) -> Iterator[list[dict[str, Any]]]:
    """What travels of these rows, some at a time."""
    gaat = [kolom for kolom in _tabel(reis).columns if _gaat_mee(reis, kolom)]
    for deel in van.execute(*_vraag(van, gaat, reis.waar, plan)).mappings().partitions(_IN_EENS):
        yield [dict(rij) for rij in deel]


def _vraag(
    van: Connection, kolommen: Sequence[Column[Any]], waar: str, plan: Reisplan
) -> tuple[Any, Mapping[str, Any]]:
    nodig = {naam: waarde for naam, waarde in plan.waarden().items() if f":{naam}" in waar}
    return select(*kolommen).where(vraag_hier(van, waar)), nodig


def _gaat_mee(reis: Reis, kolom: Column[Any]) -> bool:
    """Whether what the office has in this column is asked for: of some it does not travel."""
    return kolom.name not in reis.anders or kolom.name in reis.anders[kolom.name]


def afdruk_van(van: Connection, plan: Reisplan) -> str:
    """A print of which versions of which rows travel: another one says that something of it was changed.

    Only of a server, which knows of each row which transaction wrote it. Of the statements it is those of ``plan``.
    """
    delen = [
        f"SELECT {plaats} AS plaats, (SELECT coalesce(string_agg(xmin::text || ctid::text, ',' ORDER BY ctid), '') "  # noqa: S608
        f"FROM {_tabel(reis).name} WHERE {reis.waar})"
        for plaats, reis in enumerate(REIZEN)
        if not reis.net and not reis.alleen
    ]
    nodig = {naam: waarde for naam, waarde in plan.waarden().items() if any(f":{naam}" in deel for deel in delen)}
    rijen = van.execute(vraag_hier(van, " UNION ALL ".join(delen)), nodig).all()
    gegevens = canoniek([[*map(str, rij)] for rij in sorted(rijen)] + [list(plan.vol), list(plan.overleggen)])
    return vingerafdruk(_DOMEIN, gegevens)[:_AFDRUK]
