"""Between a statement and the line to the server: what has to be encrypted is, and in which row it will stand.

Here everything that is sent passes by, so services, and the use cases under them, see plain values. What cannot be
bound to one row is refused before it leaves: an UPDATE of many rows at once, a text that comes from another column, a
comparison with a text. Where a column is marked, asking whether it equals something goes by the mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from weakref import WeakKeyDictionary

from sqlalchemy import BindParameter, Column, Connection, Insert, Table, Update, event
from sqlalchemy.engine import Engine
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import BinaryExpression, BooleanClauseList, Null

from zvh_desktop.database.motor.cellen import Cellen
from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.server.kolom import Onversleuteld, plek_van, rijkolommen

_TUSSEN_SLEUTELS: Final = "|"
Rijnamen = tuple[str, ...]


class Opslag:
    """Encrypts what goes out over one engine."""

    def __init__(self, cellen: Cellen | None) -> None:
        self._cellen = cellen
        self._rijnamen: WeakKeyDictionary[Any, Rijnamen | None] = WeakKeyDictionary()

    def bewaak(self, engine: Engine) -> None:
        """From now on nothing leaves by this engine that should have been encrypted."""
        event.listen(engine, "before_execute", self._keur)
        event.listen(engine, "before_cursor_execute", self._versleutel, retval=True)

    @staticmethod
    def _keur(_verbinding: Connection, opdracht: Any, _veel: Any, _een: Any, _opties: Any) -> None:
        if not isinstance(opdracht, Insert | Update) or not _heeft_geheim(opdracht.table):
            return
        if isinstance(opdracht, Insert) and (opdracht.select is not None or opdracht._multi_values):
            raise ProgrammaFout("een INSERT geeft rijen op die niet een voor een te versleutelen zijn")
        for kolom, waarde in (opdracht._values or {}).items():
            if _is_geheim(opdracht.table, kolom) and not isinstance(waarde, BindParameter | Null):
                raise ProgrammaFout("een versleutelde kolom krijgt een uitdrukking in plaats van een waarde")

    def _versleutel(
        self, _verbinding: Connection, _aanwijzer: Any, opdracht: str, waarden: Any, context: Any, _veel: bool
    ) -> tuple[str, Any]:
        if isinstance(waarden, Mapping):
            return opdracht, self._een(context, waarden)
        if isinstance(waarden, list):
            return opdracht, [self._een(context, een) if isinstance(een, Mapping) else een for een in waarden]
        return opdracht, waarden

    def _een(self, context: Any, waarden: Mapping[str, Any]) -> Mapping[str, Any]:
        geheim = {naam: waarde for naam, waarde in waarden.items() if isinstance(waarde, Onversleuteld)}
        if not geheim:
            return waarden
        if self._cellen is None:
            raise ProgrammaFout("er wordt geschreven zonder sleutel")
        dicht: dict[str, Any] = dict(waarden)
        for naam, waarde in geheim.items():
            if self._wordt_opgeslagen(context, naam):
                dicht[naam] = self._cellen.sluit(waarde, self._rij(context, waarden))
            elif waarde.plek.gemerkt:
                dicht[naam] = self._cellen.merk(waarde.plek, str(waarde.waarde))
            else:
                raise ProgrammaFout(
                    f"{waarde.plek.tabel}.{waarde.plek.kolom} wordt vergeleken: dat kan een server niet"
                )
        return dicht

    @staticmethod
    def _wordt_opgeslagen(context: Any, naam: str) -> bool:
        compiled = context.compiled
        return (compiled.isinsert or compiled.isupdate) and naam in compiled.statement.table.columns

    def _rij(self, context: Any, waarden: Mapping[str, Any]) -> str:
        compiled = context.compiled
        if compiled not in self._rijnamen:
            self._rijnamen[compiled] = _rijnamen(compiled)
        namen = self._rijnamen[compiled]
        delen = None if namen is None else [waarden.get(naam) for naam in namen]
        if not delen or any(deel is None or isinstance(deel, Onversleuteld) for deel in delen):
            raise ProgrammaFout(f"{compiled.statement.table.name}: er is niet bekend in welke rij dit komt")
        return _TUSSEN_SLEUTELS.join(str(deel) for deel in delen)


def _heeft_geheim(tabel: Any) -> bool:
    return any(plek_van(kolom.type) is not None for kolom in tabel.columns)


def _is_geheim(tabel: Any, kolom: Any) -> bool:
    naam = kolom if isinstance(kolom, str) else getattr(kolom, "key", "")
    return naam in tabel.columns and plek_van(tabel.columns[naam].type) is not None


def _rijnamen(compiled: Any) -> Rijnamen | None:
    """Under which names the values of a statement hold the number of its row; None where that is not one row."""
    opdracht = compiled.statement
    tabel: Table = opdracht.table
    sleutel = rijkolommen(tabel.name, tabel)
    if sleutel is None:
        return None
    if compiled.isinsert:
        return tuple(str(kolom.key) for kolom in sleutel)
    namen: dict[str, str] = {}
    for deel in _en(opdracht.whereclause):
        links, rechts = getattr(deel, "left", None), getattr(deel, "right", None)
        if (
            isinstance(deel, BinaryExpression)
            and deel.operator is operators.eq
            and isinstance(links, Column)
            and tabel.columns.contains_column(links)
            and isinstance(rechts, BindParameter)
        ):
            namen[links.name] = compiled.bind_names[rechts]
    gezet = {kolom.name for kolom in sleutel if kolom.key in compiled.binds}
    if gezet or any(kolom.name not in namen for kolom in sleutel):
        return None
    return tuple(namen[kolom.name] for kolom in sleutel)


def _en(voorwaarde: Any) -> Iterable[Any]:
    if isinstance(voorwaarde, BooleanClauseList) and voorwaarde.operator is operators.and_:
        for deel in voorwaarde.clauses:
            yield from _en(deel)
    elif voorwaarde is not None:
        yield voorwaarde
