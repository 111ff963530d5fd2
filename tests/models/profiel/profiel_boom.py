"""A house profile as a tree of values, to take parts away, change them and write it down again."""

from __future__ import annotations

import copy
import json
import tomllib
from collections.abc import Iterator
from datetime import date, time
from typing import Any

from zvh_desktop.paths import lees_hulpbron

Boom = dict[str, Any]
Pad = tuple[str | int, ...]

# What may be missing without a finding, by the last key of the path.
WEGLAATBAAR = {
    *("systemen", "bijzondere_rollen", "bewaartermijnen", "grondslagen", "geschillen", "looptijd", "het"),
    *("geldig_van", "geldig_tot", "frequentie", "consensus_eerst", "afwezige", "patstelling", "wie_besluit", "terug"),
    *("leden", "ritme", "vaste_onderwerpen", "informeert", "partij", "rol", "stem", "eventueel", "zonder_groepen"),
    *("jaren", "wat", "toetreding", "overnemen"),
    *(
        "toelichting",
        "groepen",
        "termijn",
        "bron",
        "later",
        "naar_fase",
        "triage_bepaalt",
        "weging_door",
        "vaste_partijen",
    ),
    *("uittreding", "uitsluiting", "verlenging", "verlenging_jaren", "aanvraag", "akkoord", "advies", "formulier"),
    *("zetel", "na_wijziging", "ophouden", "horen", "horen_artikel"),
    *("manager", "informatierol", "afgeschaald", "convenantpartij", "aanmelder"),
    "verantwoording",
    "wie_wij_zijn",
}
ZONDER_ARTIKEL = ("overnemen", "verantwoording")
"""Blocks that a house may have without an article that asks for it; an article that is written is not empty."""


def is_weglaatbaar(pad: Pad) -> bool:
    """Whether a profile without it can be right."""
    return pad[-1] in WEGLAATBAAR or (pad[-1] == "artikel" and pad[0] in ZONDER_ARTIKEL)


def als_toml(waarde: object) -> str:
    """TOML on one line per key, enough for what a profile can hold."""
    match waarde:
        case bool():
            return "true" if waarde else "false"
        case str():
            return json.dumps(waarde, ensure_ascii=False).replace("\x7f", "\\u007f")
        case list():
            return "[" + ", ".join(map(als_toml, waarde)) + "]"
        case dict():
            return "{ " + ", ".join(f"{json.dumps(k)} = {als_toml(v)}" for k, v in waarde.items()) + " }"
        case date() | time():
            return waarde.isoformat()
    return str(waarde)


def als_tekst(boom: Boom) -> str:
    return "\n".join(f"{json.dumps(sleutel)} = {als_toml(waarde)}" for sleutel, waarde in boom.items())


def boom_van(huis: str = "landelijk") -> Boom:
    return tomllib.loads(lees_hulpbron(f"huisprofielen/{huis}.toml").decode())


def alle_paden(deel: object, voor: Pad = ()) -> Iterator[Pad]:
    onder: list[tuple[str | int, object]] = []
    if isinstance(deel, dict):
        onder = list(deel.items())
    elif isinstance(deel, list):
        onder = list(enumerate(deel))
    for sleutel, waarde in onder:
        yield (*voor, sleutel)
        yield from alle_paden(waarde, (*voor, sleutel))


def waarde_op(boom: Boom, pad: Pad) -> Any:
    deel: Any = boom
    for sleutel in pad:
        deel = deel[sleutel]
    return deel


def met_waarde(boom: Boom, pad: Pad, waarde: object) -> Boom:
    nieuw = copy.deepcopy(boom)
    waarde_op(nieuw, pad[:-1])[pad[-1]] = waarde
    return nieuw


def zonder_deel(boom: Boom, pad: Pad) -> Boom:
    nieuw = copy.deepcopy(boom)
    del waarde_op(nieuw, pad[:-1])[pad[-1]]
    return nieuw


def plaats_van(pad: Pad) -> str:
    """The way the reader writes a path: a.b[3].c, counted from 1."""
    tekst = ""
    for sleutel in pad:
        tekst += f"[{sleutel + 1}]" if isinstance(sleutel, int) else f".{sleutel}"
    return tekst.removeprefix(".")
