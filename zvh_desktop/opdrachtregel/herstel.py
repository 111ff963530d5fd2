"""`zvh herstel`: make a vault again from a backup."""

from __future__ import annotations

import argparse
from pathlib import Path

from zvh_desktop.database.reservekopie import herstel_reservekopie
from zvh_desktop.ontleder import Ontleder
from zvh_desktop.opdrachtregel.uitvoer import zeg


def voeg_toe(opdrachten: argparse._SubParsersAction[Ontleder]) -> None:
    """Tell the parser about this command. It needs no password: nothing is opened, only copied and checked."""
    deze = opdrachten.add_parser(
        "herstel",
        help="een reservekopie terugzetten",
        description="Zet een reservekopie terug als kluis in een nieuwe map. De kopie zelf blijft zoals zij is.",
    )
    deze.add_argument("kopie", metavar="KOPIE", type=Path, help="de map van de reservekopie")
    deze.add_argument("doel", metavar="DOEL", type=Path, help="een nieuwe map voor de kluis")
    deze.set_defaults(uitvoeren=voer_uit)


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Put the backup back."""
    herstel_reservekopie(keuzes.kopie, keuzes.doel)
    zeg(f"De kluis staat weer klaar in {keuzes.doel}. De wachtwoorden zijn die van het moment van de kopie.")
    return 0
