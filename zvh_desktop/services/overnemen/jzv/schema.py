"""The schemas of JZV as they were published, and what is wrong with a value under them, in plain Dutch.

OpenAPI 3.0 is JSON Schema of draft 4 with ``nullable``; the rest of its own keywords says nothing about a value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from itertools import islice
from typing import Any, Final
from urllib.parse import urlsplit

import yaml
from jsonschema import Draft4Validator, FormatChecker, ValidationError
from jsonschema.validators import extend

from zvh_desktop.paths import lees_hulpbron

MEESTE_BEVINDINGEN: Final = 5
_VANAF: Final = 2**31


class JzvSchema(StrEnum):
    """A schema, as its file and the name in it."""

    MELDING = "Melding#Melding"
    UITKOMST = "UitkomstOverleg#GepagineerdCasusoverlegLijst"


def bevindingen(schema: JzvSchema, waarde: object) -> tuple[str, ...]:
    """What is wrong with this value, at most a few sentences; nothing when it is as was agreed."""
    fouten = islice(_keurder(schema).iter_errors(waarde), MEESTE_BEVINDINGEN)
    return tuple(dict.fromkeys(_zin(fout) for fout in fouten))


@cache
def _keurder(schema: JzvSchema) -> Any:
    bestand, _, naam = schema.partition("#")
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


_WAAROM: Final[Mapping[object, str]] = {
    "type": "heeft een andere vorm dan is afgesproken",
    "pattern": "is niet geschreven zoals is afgesproken",
    "enum": "heeft een waarde die niet is afgesproken",
    "format": "is geen geldige datum, tijd, verwijzing of getal",
    "minLength": "is leeg",
    "maxLength": "is te lang",
}


def _zin(fout: ValidationError) -> str:
    """Where and what; never what stood there, that may be about somebody."""
    plaats = " > ".join(f"nummer {een + 1}" if isinstance(een, int) else str(een) for een in fout.absolute_path)
    if fout.validator == "required" and isinstance(fout.instance, Mapping):
        mist = next((naam for naam in fout.validator_value if naam not in fout.instance), "")
        return f"{f'Bij {plaats} ontbreekt' if plaats else 'Er ontbreekt'} {mist}."
    waarom = _WAAROM.get(fout.validator, "klopt niet met de afspraken")
    return f"{plaats or 'Het bestand'} {waarom}."
