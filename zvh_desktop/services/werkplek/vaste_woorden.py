"""Frozen values as text and back: what a signed piece keeps of its own words.

A piece that was signed prints the names, functions and terms of then, whatever a register says later. Those words
are the frozen value itself, written as one line of JSON that is kept beside the row and whose hash is signed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

_LEZERS: Final[Mapping[type, Callable[[str], object]]] = {
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    time: time.fromisoformat,
}
_GEWOON: Final = (str, int, bool, NoneType)


def als_woorden(waarde: object) -> str:
    """This frozen value as text. The same value always gives the same text."""
    return json.dumps(_plat(waarde), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def uit_woorden(soort: type[T], woorden: str) -> T:
    """The frozen value that was written down. A field that came later gets its default.

    Raises ValueError when this is not such a value.
    """
    try:
        gelezen = _lees(soort, json.loads(woorden))
    except (TypeError, KeyError, AttributeError) as fout:
        raise ValueError("dit zijn geen bewaarde woorden") from fout
    if not isinstance(gelezen, soort):
        raise ValueError("dit zijn geen bewaarde woorden")
    return gelezen


def woordstempel(woorden: str) -> str:
    """What is signed of the words: their hash, so that destroying them leaves nothing in the statement."""
    return hashlib.sha256(woorden.encode()).hexdigest()


def _plat(waarde: object) -> Any:
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return {veld.name: _plat(getattr(waarde, veld.name)) for veld in fields(waarde)}
    if isinstance(waarde, tuple):
        return [_plat(deel) for deel in waarde]
    if isinstance(waarde, frozenset):
        return sorted(_plat(deel) for deel in waarde)
    if isinstance(waarde, Enum):
        return waarde.value
    if isinstance(waarde, date | time):
        return waarde.isoformat()
    if isinstance(waarde, _GEWOON):
        return waarde
    raise TypeError(f"a {type(waarde).__name__} is not kept as words")


@cache
def _typen(soort: type) -> Mapping[str, Any]:
    return get_type_hints(soort)


def _lees(soort: Any, waarde: Any) -> Any:
    """``soort`` is what stands behind the colon of a field, so of no type that can be named."""
    while hasattr(soort, "__supertype__"):  # an id is a number under another name
        soort = soort.__supertype__
    if get_origin(soort) in (Union, UnionType):
        mogelijk = [deel for deel in get_args(soort) if deel is not NoneType]
        return None if waarde is None else _lees(mogelijk[0], waarde)
    if get_origin(soort) is tuple:
        delen = get_args(soort)
        soorten = [delen[0]] * len(waarde) if delen[-1] is ... else delen
        return tuple(_lees(deel, inhoud) for deel, inhoud in zip(soorten, waarde, strict=True))
    if get_origin(soort) is frozenset:
        return frozenset(_lees(get_args(soort)[0], deel) for deel in waarde)
    if is_dataclass(soort):
        return _lees_waarde(soort, waarde)
    if soort in _LEZERS:
        return _LEZERS[soort](waarde)
    if issubclass(soort, Enum):
        return soort(waarde)
    if not isinstance(waarde, soort):
        raise TypeError(f"a {type(waarde).__name__} where a {soort.__name__} was kept")
    return waarde


def _lees_waarde(soort: Any, waarde: Mapping[str, Any]) -> Any:
    typen = _typen(soort)
    inhoud = {}
    for veld in fields(soort):
        if veld.name in waarde:
            inhoud[veld.name] = _lees(typen[veld.name], waarde[veld.name])
        elif veld.default is MISSING and veld.default_factory is MISSING:
            raise KeyError(veld.name)
    return soort(**inhoud)
