"""`zvh profiel nieuw`: a house profile to begin with, explained line by line."""

from __future__ import annotations

import argparse
from pathlib import Path

from zvh_desktop.ontleder import Ontleder
from zvh_desktop.opdrachtregel.uitvoer import zeg
from zvh_desktop.services.huis.profielbestand import schrijf_sjabloon


def voeg_toe(opdrachten: argparse._SubParsersAction[Ontleder]) -> None:
    """Tell the parser of `zvh profiel` about this command."""
    nieuw = opdrachten.add_parser(
        "nieuw",
        help="een nieuw huisprofiel beginnen",
        description="Schrijft een voorbeeld van een huisprofiel met uitleg bij elk deel. Pas het aan voor uw huis.",
    )
    nieuw.add_argument("--uit", metavar="BESTAND", type=Path, required=True, help="een nieuw TOML-bestand")
    nieuw.set_defaults(uitvoeren=voer_uit)


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Write the template."""
    bestand: Path = keuzes.uit
    schrijf_sjabloon(bestand)
    zeg(f"Het sjabloon staat in {bestand}. Pas het aan en controleer het met: zvh profiel controleer {bestand}")
    return 0
