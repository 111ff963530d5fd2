"""Whether a database has the schema that the migrations make, and nothing beside it.

Who has the key can plant a trigger that undoes what was just saved. So sqlite_master is compared, object by object,
with what a fresh migration gives. That is kept in resources/schema.txt: migrating anew at each opening would cost more
than opening. A test keeps the file true; scripts/make_schema.py writes it.
"""

from __future__ import annotations

import functools
import hashlib
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, text

from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.paths import lees_hulpbron

SCHEMABESTAND = "schema.txt"
# What SQLite makes by itself is left out, and by what it is, not by its name: who writes in sqlite_master can give a
# trigger a name that begins with sqlite_, and it works.
_OBJECTEN = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE NOT ("
    "(type = 'index' AND sql IS NULL AND name LIKE 'sqlite\\_autoindex\\_%' ESCAPE '\\') OR "
    "(type = 'table' AND sql LIKE 'CREATE TABLE %' AND name IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4')))"
)
_TIJDELIJK = text("SELECT count(*) FROM sqlite_temp_master")
# Before a write both are asked, in one statement: over a line every statement is a wait.
_ALLES = f"{_OBJECTEN} UNION ALL SELECT '', '', '', '' FROM sqlite_temp_master"  # noqa: S608
_TIJDELIJK_OBJECT = ("", "", "", "")
_VREEMD_TIJDELIJK = "Op de verbinding met de database staat een tijdelijke trigger of tabel die er niet hoort."
_WOORDEN = {"table": "tabel", "index": "index", "trigger": "trigger", "view": "view"}
_NAAM = re.compile(r"[A-Za-z0-9_]{1,60}")
_GENOEMD = 5
_Object = tuple[object, object, object, object]


@dataclass(frozen=True, slots=True)
class Schemaverschil:
    """What a database has beside its schema or otherwise, and what it lacks, in sentences."""

    vreemd: tuple[str, ...]
    weg: tuple[str, ...]


class Schemawacht:
    """Looks at the schema of one open vault anew whenever it changed.

    ``elders`` says what is planted in a database that is no file, and None of one that is.
    """

    def __init__(self, elders: Callable[[Connection], tuple[str, ...] | None] = lambda _verbinding: None) -> None:
        self._elders = elders
        self._slot = threading.Lock()
        self._gezien: dict[int, tuple[str, ...]] = {}

    def vreemd(self, verbinding: Connection) -> tuple[str, ...]:
        """What is there that the program did not make: as long as it is, nothing that is saved can be relied on.

        What is missing closes nothing: what the gate decides rests on signatures. The check names it.
        """
        elders = self._elders(verbinding)
        if elders is not None:
            return elders
        if not verbinding.get_execution_options().get(LEZEN):
            # The number of the schema can be put back by who planted something; before a write it is not believed.
            objecten = _objecten(verbinding, _ALLES)
            return (_VREEMD_TIJDELIJK,) if _TIJDELIJK_OBJECT in objecten else _vergelijk(objecten).vreemd
        if verbinding.scalar(_TIJDELIJK):
            return (_VREEMD_TIJDELIJK,)
        versie = int(verbinding.exec_driver_sql("PRAGMA schema_version").scalar_one())
        with self._slot:
            if versie not in self._gezien:
                # Only the newest: an older number that comes back is another schema.
                self._gezien = {versie: vergelijk_schema(verbinding).vreemd}
            return self._gezien[versie]


def vergelijk_schema(verbinding: Connection) -> Schemaverschil:
    """Compare what is there with what the migrations make."""
    return _vergelijk(_objecten(verbinding))


@functools.lru_cache(maxsize=8)
def _vergelijk(objecten: tuple[_Object, ...]) -> Schemaverschil:
    """Before each write all of it is read anew; what was compared in exactly this form is not hashed again."""
    verwacht, gezien = verwacht_schema(), dict(_afdrukken(objecten))
    vreemd = [_zin(sleutel, verwacht) for sleutel in sorted(gezien) if verwacht.get(sleutel) != gezien[sleutel]]
    weg = [
        f"In de database ontbreekt de {_noem(sleutel)}; het programma maakte die wel."
        for sleutel in sorted(verwacht.keys() - gezien.keys())
    ]
    return Schemaverschil(_begrens(vreemd), _begrens(weg))


def schema_van(verbinding: Connection) -> Iterator[tuple[str, str]]:
    """Every object of a database: kind and name, with a print of how it was made."""
    return _afdrukken(_objecten(verbinding))


def _objecten(verbinding: Connection, vraag: str = _OBJECTEN) -> tuple[_Object, ...]:
    """As the driver gives them: there are some hundreds, and a row of SQLAlchemy of each costs more than the rest."""
    aanwijzer = verbinding.exec_driver_sql(vraag).cursor
    if aanwijzer is None:
        raise ProgrammaFout("een vraag zonder antwoord")
    return tuple(aanwijzer.fetchall())


def _afdrukken(objecten: tuple[_Object, ...]) -> Iterator[tuple[str, str]]:
    for soort, naam, tabel, sql in objecten:
        inhoud = ascii((soort, naam, tabel, sql)).encode("ascii")
        yield f"{soort} {naam}", hashlib.blake2b(inhoud, digest_size=16).hexdigest()


@functools.cache
def verwacht_schema() -> Mapping[str, str]:
    """What the migrations of this version make."""
    regels = lees_hulpbron(SCHEMABESTAND).decode("utf-8").splitlines()
    delen = (regel.rpartition(" ") for regel in regels if regel and not regel.startswith("#"))
    return {sleutel: afdruk for sleutel, _, afdruk in delen}


def _zin(sleutel: str, verwacht: Mapping[str, str]) -> str:
    if sleutel in verwacht:
        return f"In de database is de {_noem(sleutel)} anders dan het programma die maakte."
    return f"In de database staat een {_noem(sleutel)} die niet van het programma is."


def _noem(sleutel: str) -> str:
    soort, _, naam = sleutel.partition(" ")
    # Someone else chose this name: only what cannot be a sentence is shown.
    return f"{_WOORDEN.get(soort, 'regel')} {naam if _NAAM.fullmatch(naam) else '(naam niet leesbaar)'}"


def _begrens(zinnen: list[str]) -> tuple[str, ...]:
    meer = len(zinnen) - _GENOEMD
    return (*zinnen[:_GENOEMD], *((f"Er zijn nog {meer} andere verschillen in het schema.",) if meer > 0 else ()))
