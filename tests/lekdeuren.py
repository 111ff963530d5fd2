"""Which functions of services lead to the detector (services/lek), by what they name and where that comes from."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import zvh_desktop

PAKKET: Final = Path(zvh_desktop.__file__).parent
UITGANG: Final = "zvh_desktop.services.lek.uitgang"
Plek = tuple[str, str]
"""A module, and in it a function, or a class and its method with a dot."""


@cache
def modules() -> dict[str, ast.Module]:
    """Those of services, by name."""
    return {
        ".".join(("zvh_desktop", *pad.relative_to(PAKKET).with_suffix("").parts)): ast.parse(pad.read_text("utf-8"))
        for pad in sorted((PAKKET / "services").rglob("*.py"))
    }


@cache
def ingevoerd(module: str) -> dict[str, Plek]:
    """What each name in it is that comes from elsewhere."""
    return {
        een.asname or een.name: (knoop.module, een.name)
        for knoop in ast.walk(modules()[module])
        if isinstance(knoop, ast.ImportFrom) and knoop.module
        for een in knoop.names
    }


@cache
def functies() -> dict[Plek, ast.FunctionDef]:
    """Every function and method of services."""
    return {
        (module, f"{voor}{knoop.name}"): knoop
        for module, boom in modules().items()
        for voor, lijf in (
            ("", boom.body),
            *((f"{een.name}.", een.body) for een in boom.body if isinstance(een, ast.ClassDef)),
        )
        for knoop in lijf
        if isinstance(knoop, ast.FunctionDef)
    }


def noemt(plek: Plek) -> Iterator[Plek]:
    """What this function names: of its module, of its own class, or brought in."""
    module, naam = plek
    klasse = naam.rpartition(".")[0]
    for knoop in ast.walk(functies()[plek]):
        if isinstance(knoop, ast.Name):
            yield ingevoerd(module).get(knoop.id, (module, knoop.id))
        elif isinstance(knoop, ast.Attribute) and isinstance(knoop.value, ast.Name) and knoop.value.id == "self":
            yield module, f"{klasse}.{knoop.attr}"


def is_uitgang(module: str, naam: str) -> bool:
    """Whether this name is the class Uitgang here, and no other with its name."""
    return ingevoerd(module).get(naam) == (UITGANG, "Uitgang")


def uitgangen(plek: Plek) -> tuple[set[str], set[str]]:
    """The names in this function that hold an Uitgang: those made in it, and those that it was given."""
    module, functie = plek[0], functies()[plek]
    gemaakt = {
        doel.id
        for knoop in ast.walk(functie)
        if isinstance(knoop, ast.Assign) and isinstance(knoop.value, ast.Call)
        if is_uitgang(module, ast.unparse(knoop.value.func))
        for doel in knoop.targets
        if isinstance(doel, ast.Name)
    }
    gekregen = {
        een.arg
        for een in (*functie.args.args, *functie.args.kwonlyargs)
        if een.annotation is not None and is_uitgang(module, ast.unparse(een.annotation))
    }
    return gemaakt, gekregen


def vraagt(plek: Plek, wat: str) -> set[str]:
    """On which names this function calls a method of this name."""
    return {
        knoop.func.value.id
        for knoop in ast.walk(functies()[plek])
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute) and knoop.func.attr == wat
        if isinstance(knoop.func.value, ast.Name)
    }


def is_deur(plek: Plek) -> bool:
    """Whether this function itself gives values to the detector: by the short way, or by an Uitgang that it holds."""
    kort = any(
        isinstance(knoop, ast.Call)
        and isinstance(knoop.func, ast.Name)
        and ingevoerd(plek[0]).get(knoop.func.id) == (UITGANG, "langs_de_uitgang")
        for knoop in ast.walk(functies()[plek])
    )
    gemaakt, gekregen = uitgangen(plek)
    keek = vraagt(plek, "door") | vraagt(plek, "ingevuld")
    return kort or bool(keek & ((gemaakt & vraagt(plek, "eis_gekozen")) | gekregen))


@cache
def leiden_erheen() -> frozenset[Plek]:
    """Every function of services that leads to a door, by whatever it names."""
    buiten = {plek: set(noemt(plek)) for plek in functies() if not plek[0].startswith("zvh_desktop.services.lek.")}
    erheen = {plek for plek in buiten if is_deur(plek)}
    while nieuw := {plek for plek, genoemd in buiten.items() if plek not in erheen and genoemd & erheen}:
        erheen |= nieuw
    return frozenset(erheen)


@cache
def deuren_van_diensten() -> frozenset[str]:
    """What the screen can ask of a service that may be refused with LekOpen: ``DocumentService.maak``."""
    return frozenset(
        naam for _, naam in leiden_erheen() if "Service." in naam and not naam.partition(".")[2].startswith("_")
    )
