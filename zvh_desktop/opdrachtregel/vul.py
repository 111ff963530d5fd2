"""`zvh vul`: many fictional casussen in a practice vault, to measure with."""

from __future__ import annotations

import argparse
from pathlib import Path

from zvh_desktop.models.keuzes import Rol
from zvh_desktop.ontleder import Ontleder
from zvh_desktop.opdrachtregel.account import bepaal, voeg_keuzes_toe
from zvh_desktop.opdrachtregel.uitvoer import Voortgangsregel, zeg
from zvh_desktop.services.oefenen.vulling import MEESTE, vul


def voeg_toe(opdrachten: argparse._SubParsersAction[Ontleder]) -> None:
    """Tell the parser about this command."""
    deze = opdrachten.add_parser(
        "vul",
        help="een oefenkluis vullen om te meten",
        description="Zet een aantal verzonnen casussen in een oefenkluis. Een echte kluis wordt geweigerd.",
    )
    deze.add_argument("kluis", metavar="KLUIS", type=Path, help="de map van de oefenkluis")
    deze.add_argument(
        "--casussen", metavar="N", type=aantal, required=True, help=f"hoeveel casussen erbij komen (1 tot {MEESTE})"
    )
    voeg_keuzes_toe(deze)
    deze.set_defaults(uitvoeren=voer_uit)


def aantal(waarde: str) -> int:
    """A sane number of casussen; ValueError otherwise, which argparse reports as wrong use."""
    getal = int(waarde)
    if not 1 <= getal <= MEESTE:
        raise ValueError
    return getal


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Fill with the account of a procesregisseur."""
    wie = bepaal(keuzes, Rol.PROCESREGISSEUR)
    erbij, totaal = vul(keuzes.kluis, wie.gebruiker, wie.wachtwoord, keuzes.casussen, Voortgangsregel())
    zeg(f"Er zijn {erbij} verzonnen casussen bij gekomen; het zijn er nu {totaal}.")
    return 0
