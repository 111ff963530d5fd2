"""Several questions to the vault in one statement: over a line every statement is a wait, however short it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Dialect, ScalarSelect, Subquery, func, select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.motor.motor import Blik, Vraag, motor_van
from zvh_desktop.database.motor.motor import lees_naast as bij_elkaar
from zvh_desktop.errors import GebruikersFout, LijnWeg

__all__ = ("Blik", "Vraag", "gewijzigd", "lees_met", "lees_samen", "leesbaar", "naast", "weigering_van")


def leesbaar(sessie: Session, *tabellen: str) -> AbstractContextManager[Session]:
    """A session for what only plain SQL can ask, and for the search index: also where a server cannot read the texts.

    ``tabellen``: what is asked for beside what is searched (database/bestand/zoekindex.py).
    """
    return motor_van(sessie.connection()).leesbaar(sessie, tabellen)


def gewijzigd(sessie: Session, sinds: Blik | None, tabellen: Collection[str]) -> tuple[frozenset[str], Blik | None]:
    """In which of these tables something may be different from that look; and from where to look the next time.

    That is None where nobody can say: in a vault, and of what is not saved yet.
    """
    sessie.flush()
    verbinding = sessie.connection()
    nu = motor_van(verbinding).kijk(verbinding, sinds or Blik())
    if nu is None:
        return frozenset(tabellen), None
    alle = sinds is None or nu.van != sinds.van or nu.anders is None
    anders = frozenset(tabel for tabel in tabellen if alle or tabel in (nu.anders or ()))
    if verbinding.get_execution_options().get(LEZEN):
        return anders, nu
    return anders, None if anders else sinds


def lees_samen(sessie: Session, vragen: Sequence[Vraag]) -> list[list[tuple[Any, ...]]]:
    """The rows of each select, in one statement; their values are what the columns say, as when read one by one.

    Ask for columns, not for mapped rows: SQLite gives each select as one array of its rows. A server gives them
    apart, since what is encrypted there opens with the number of its row; it is told of all before it answers.
    """
    verbinding = sessie.connection()
    motor = motor_van(verbinding)
    if not motor.bundelt:
        return motor.vraag_samen(verbinding, vragen)
    delen = [vraag.subquery() for vraag in vragen]
    gelezen = sessie.execute(select(*map(_als_waarde, delen))).one()
    dialect = sessie.get_bind().dialect
    lezers = [[_lezer(kolom.type, dialect) for kolom in deel.c] for deel in delen]
    return [
        [tuple(lees(waarde) for lees, waarde in zip(per_kolom, rij, strict=True)) for rij in json.loads(rijen)]
        for per_kolom, rijen in zip(lezers, gelezen, strict=True)
    ]


def lees_met(sessie: Session, vraag: Vraag, erbij: Vraag) -> tuple[tuple[Any, ...] | None, list[tuple[Any, ...]]]:
    """The one row of a select, or None, and in the same statement the rows of another: numbers and texts alone."""
    if not motor_van(sessie.connection()).bundelt:
        een, rijen = naast(
            sessie,
            lambda: sessie.execute(vraag).one_or_none(),
            lambda: [tuple(rij) for rij in sessie.execute(erbij)],
        )
        return (None, []) if een is None else (tuple(een), rijen)
    rij = sessie.execute(vraag.add_columns(_als_waarde(erbij.subquery()))).one_or_none()
    if rij is None:
        return None, []
    *eigen, rijen = rij
    return tuple(eigen), [tuple(een) for een in json.loads(rijen)]


def naast(sessie: Session, *taken: Callable[[], Any]) -> list[Any]:
    """What each of these gives, which read in this session and do not need each other's answer.

    Over a line they wait together: as many trips as the longest of them takes, and not as many as all of them.
    """
    sessie.flush()
    verbinding = sessie.connection()
    with sessie.no_autoflush:
        return bij_elkaar(verbinding, taken)


def weigering_van(bewaker: Callable[..., None] | None, *waarmee: object) -> GebruikersFout | None:
    """What it refuses, as an answer: for who reads it beside something that is to be told first.

    A line that falls away is no refusal: then nothing more can be asked, and it is raised.
    """
    try:
        if bewaker is not None:
            bewaker(*waarmee)
    except LijnWeg:
        raise
    except GebruikersFout as fout:
        return fout
    return None


def _als_waarde(deel: Subquery) -> ScalarSelect[Any]:
    return select(func.json_group_array(func.json_array(*deel.c))).scalar_subquery()


def _lezer(soort: Any, dialect: Dialect) -> Callable[[Any], Any]:
    return soort.dialect_impl(dialect).result_processor(dialect, None) or _zoals_het_is


def _zoals_het_is(waarde: Any) -> Any:
    return waarde
