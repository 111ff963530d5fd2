"""The schemas of JZV as they were published, and what is wrong with a value under them, in plain Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Final

from zvh_desktop.naladen import laad_module

if TYPE_CHECKING:
    from jsonschema import ValidationError

KEURDER: Final = "zvh_desktop.services.overnemen.jzv.keurder"
MEESTE_BEVINDINGEN: Final = 5


class JzvSchema(StrEnum):
    """A schema, as its file and the name in it."""

    MELDING = "Melding#Melding"
    UITKOMST = "UitkomstOverleg#GepagineerdCasusoverlegLijst"


def bevindingen(schema: JzvSchema, waarde: object) -> tuple[str, ...]:
    """What is wrong with this value, at most a few sentences; nothing when it is as was agreed."""
    bestand, _, naam = schema.partition("#")
    fouten = islice(laad_module(KEURDER).fouten(bestand, naam, waarde), MEESTE_BEVINDINGEN)
    return tuple(dict.fromkeys(_zin(fout) for fout in fouten))


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
