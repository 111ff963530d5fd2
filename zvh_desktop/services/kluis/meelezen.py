"""A vault that somebody else has open, read here: what was done there since, who that is, and whether it is free."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from zvh_desktop.database.bestand.vergrendelbestand import is_beschermd, is_vrij, lees_gebruik
from zvh_desktop.database.bestand.vertaling import vertaal_databasefout, vertaal_fout
from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.database.kopie.vervangen import vervangen_sinds
from zvh_desktop.database.sleutels.sleutelbestand import lees_sleutelbestand
from zvh_desktop.models.keten.logregel import Logregel


@dataclass(frozen=True, slots=True)
class Meelezing:
    """One look. ``laatste`` is the last line of the log: another number is another state."""

    laatste: int
    vrij: bool
    verlopen: bool
    """The vault got a new key, so what is open here stands still."""
    wie: str
    computer: str
    sinds: datetime | None
    vervangen: datetime | None
    """Since when a backup stands in its place."""
    beschermd: bool = False
    """Nothing can be written where it stands, so a note of who has it says nothing."""


def lees_mee(kluis: OpenKluis) -> Meelezing:
    """Look once. Raises KluisFout where the place cannot be reached."""
    if kluis.op_server:
        # Others work in it by the nature of it, so nobody has it and it never comes free.
        return Meelezing(_laatste(kluis), vrij=False, verlopen=False, wie="", computer="", sinds=None, vervangen=None)
    with vertaal_fout(kluis.map):
        verlopen = lees_sleutelbestand(kluis.map).epoche != kluis.sleutelbestand.epoche
        gebruik, vervangen = lees_gebruik(kluis.map), vervangen_sinds(kluis.map)
        vrij = vervangen is None and is_vrij(kluis.map)
        beschermd = not vrij and vervangen is None and is_beschermd(kluis.map)
    laatste = 0 if verlopen else _laatste(kluis)
    return Meelezing(
        laatste=laatste,
        vrij=vrij,
        verlopen=verlopen,
        wie=gebruik.gebruiker if gebruik is not None else "",
        computer=gebruik.computer if gebruik is not None else "",
        sinds=gebruik.sinds if gebruik is not None else None,
        vervangen=vervangen,
        beschermd=beschermd,
    )


def _laatste(kluis: OpenKluis) -> int:
    with vertaal_databasefout(kluis.map), kluis.lees_sessies() as sessie:
        return sessie.scalar(select(func.max(Logregel.nummer))) or 0
