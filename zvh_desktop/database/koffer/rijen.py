"""Rows of the office in the words of a koffer: read as a vault holds them, and written whatever holds them here.

A value in a koffer is as SQLite keeps it: a day as text, yes as 1. On a server the same value has a type of its own and
may be encrypted, so what is compared is what a vault would hold, and what is written goes by the columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Column, Connection, Table, delete, insert, select, update
from sqlalchemy.dialects import sqlite

from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.models.base import Base

_KLUIS: Final = sqlite.dialect()


def lees_rij(verbinding: Connection, tabel: str, id_: int) -> Mapping[str, Any] | None:
    """The row with this id, or None."""
    rijen = lees_rijen(verbinding, tabel, id=id_)
    return rijen[0] if rijen else None


def lees_rijen(verbinding: Connection, tabel: str, **waar: int) -> list[Mapping[str, Any]]:
    """The rows with these numbers in these columns, by id."""
    rijen = _tabel(tabel)
    vraag = select(rijen).where(*(rijen.columns[kolom] == waarde for kolom, waarde in waar.items()))
    gevonden = verbinding.execute(vraag.order_by(rijen.columns.id)).mappings()
    return [{kolom.name: _naar_kluis(kolom, rij[kolom]) for kolom in rijen.columns} for rij in gevonden]


def wijzig(verbinding: Connection, tabel: str, id_: int, waarden: Mapping[str, Any]) -> None:
    """Raises IntegrityError where a rule of the database refuses it; the rest of the transaction goes on."""
    rijen = _tabel(tabel)
    opdracht = update(rijen).where(rijen.columns.id == id_).values(_uit_kluis(rijen, waarden))
    with motor_van(verbinding).op_zichzelf(verbinding):
        verbinding.execute(opdracht)


def voeg_toe(verbinding: Connection, tabel: str, waarden: Mapping[str, Any]) -> int:
    """Under which id it stands now. Raises IntegrityError as ``wijzig`` does."""
    rijen = _tabel(tabel)
    with motor_van(verbinding).op_zichzelf(verbinding, tabel) as nummer:
        eigen = {} if nummer is None else {"id": nummer}
        opdracht = insert(rijen).values({**_uit_kluis(rijen, waarden), **eigen}).returning(rijen.columns.id)
        return int(verbinding.execute(opdracht).scalar_one())


def verwijder(verbinding: Connection, tabel: str, id_: int) -> None:
    """Raises IntegrityError as ``wijzig`` does."""
    rijen = _tabel(tabel)
    with motor_van(verbinding).op_zichzelf(verbinding):
        verbinding.execute(delete(rijen).where(rijen.columns.id == id_))


def _tabel(naam: str) -> Table:
    return Base.metadata.tables[naam]


def _naar_kluis(kolom: Column[Any], waarde: Any) -> Any:
    """What a vault holds for this value."""
    maak = kolom.type.dialect_impl(_KLUIS).bind_processor(_KLUIS)
    return waarde if maak is None else maak(waarde)


def _uit_kluis(tabel: Table, waarden: Mapping[str, Any]) -> dict[str, Any]:
    """What these columns mean to the program."""
    gelezen: dict[str, Any] = {}
    for naam, waarde in waarden.items():
        lees = tabel.columns[naam].type.dialect_impl(_KLUIS).result_processor(_KLUIS, None)
        gelezen[tabel.columns[naam].key] = waarde if lees is None else lees(waarde)
    return gelezen
