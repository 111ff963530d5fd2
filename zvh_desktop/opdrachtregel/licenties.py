"""`zvh licenties`: what others made, and under which licence, in full."""

from __future__ import annotations

import argparse

from zvh_desktop.ontleder import Ontleder
from zvh_desktop.opdrachtregel.uitvoer import zeg
from zvh_desktop.services.huis.meegeleverd import meegeleverd
from zvh_desktop.services.huis.over import alle_licenties


def voeg_toe(opdrachten: argparse._SubParsersAction[Ontleder]) -> None:
    """Tell the parser about this command."""
    deze = opdrachten.add_parser(
        "licenties",
        help="de licenties van wat anderen maakten",
        description="Toont van elk meegeleverd pakket de naam, de versie en de volledige tekst van de licentie.",
    )
    deze.set_defaults(uitvoeren=voer_uit)


def voer_uit(_keuzes: argparse.Namespace) -> int:
    """Print them all."""
    zeg(alle_licenties(meegeleverd()).rstrip())
    return 0
