"""Judges a value under a schema of JZV: OpenAPI 3.0 as JSON Schema of draft 4 with ``nullable``.

The rest of its own keywords says nothing about a value. Loaded with the first file of JZV: what judges takes memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, Final
from urllib.parse import urlsplit

import yaml
from jsonschema import Draft4Validator, FormatChecker, ValidationError
from jsonschema.validators import extend

from zvh_desktop.paths import lees_hulpbron

_VANAF: Final = 2**31


def fouten(bestand: str, naam: str, waarde: object) -> Iterable[ValidationError]:
    """What is wrong with this value, of the schema with this name in this file."""
    gevonden: Iterable[ValidationError] = _keurder(bestand, naam).iter_errors(waarde)
    return gevonden


@cache
def _keurder(bestand: str, naam: str) -> Any:
    onderdelen = yaml.load(lees_hulpbron(f"jzv/{bestand}.yaml"), Loader=yaml.CSafeLoader)["components"]
    return _soort({"components": onderdelen, "$ref": f"#/components/schemas/{naam}"}, format_checker=_formaten())


def _type(keurder: Any, soort: object, waarde: object, schema: Mapping[str, Any]) -> Iterator[ValidationError]:
    if waarde is None and schema.get("nullable"):
        return
    yield from Draft4Validator.VALIDATORS["type"](keurder, soort, waarde, schema)


_soort = extend(Draft4Validator, {"type": _type})


def _is_moment(waarde: object) -> bool:
    return not isinstance(waarde, str) or ("T" in waarde and datetime.fromisoformat(waarde).tzinfo is not None)


def _is_dag(waarde: object) -> bool:
    return not isinstance(waarde, str) or date.fromisoformat(waarde).isoformat() == waarde


def _is_uri(waarde: object) -> bool:
    return not isinstance(waarde, str) or bool(urlsplit(waarde).scheme)


def _is_int32(waarde: object) -> bool:
    return not isinstance(waarde, int) or -_VANAF <= waarde < _VANAF


def _formaten() -> Any:
    """What the schemas ask of the form of a text or number; other formats say nothing here."""
    keuring = FormatChecker(formats=())
    for naam, toets in (("date-time", _is_moment), ("date", _is_dag), ("uri", _is_uri), ("int32", _is_int32)):
        keuring.checks(naam, ValueError)(toets)
    return keuring
