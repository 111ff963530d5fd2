"""The figures as they are written: words and numbers, nothing about anybody."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cijferrij:
    """One line; None is not told. The texts are what is printed."""

    naam: str
    nu: int | None
    toen: int | None
    nu_tekst: str
    toen_tekst: str
    verschil: str


@dataclass(frozen=True, slots=True)
class Cijferblad:
    """One table. ``grafiek``: its lines can be drawn beside each other."""

    titel: str
    kop: str
    rijen: tuple[Cijferrij, ...]
    uitleg: str
    grafiek: bool


@dataclass(frozen=True, slots=True)
class Doelrij:
    """One goal of the plan."""

    plan: str
    tekst: str
    streeft_naar: str
    stand: str
    oordeel: str


@dataclass(frozen=True, slots=True)
class Cijferrapport:
    """All of it."""

    huis: str
    nu: str
    toen: str
    bladen: tuple[Cijferblad, ...]
    doelen: tuple[Doelrij, ...]
    plan: str
    opmerkingen: tuple[str, ...]
