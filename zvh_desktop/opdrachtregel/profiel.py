"""`zvh profiel`: is a house profile right, and if not, where not; and a new one to begin with."""

from __future__ import annotations

import argparse
from pathlib import Path

from zvh_desktop.errors import ProfielOngeldig
from zvh_desktop.ontleder import Ontleder
from zvh_desktop.opdrachtregel import profiel_nieuw
from zvh_desktop.opdrachtregel.bevindingen import meld_bevindingen
from zvh_desktop.opdrachtregel.uitvoer import zeg
from zvh_desktop.services.huis.profielbestand import laad_profiel


def voeg_toe(opdrachten: argparse._SubParsersAction[Ontleder]) -> None:
    """Tell the parser about this command."""
    uitleg = "een huisprofiel controleren of beginnen"
    profiel = opdrachten.add_parser("profiel", help=uitleg, description=uitleg.capitalize() + ".")
    onder = profiel.add_subparsers(title="Opdrachten", metavar="OPDRACHT", dest="onder", required=True)
    controleer = onder.add_parser(
        "controleer",
        help="een huisprofiel controleren",
        description="Controleert een huisprofiel en noemt elke fout met de plaats.",
    )
    controleer.add_argument("bestand", metavar="BESTAND", type=Path, help="het huisprofiel, een TOML-bestand")
    controleer.set_defaults(uitvoeren=voer_uit)
    profiel_nieuw.voeg_toe(onder)


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Check one file."""
    bestand: Path = keuzes.bestand
    try:
        profiel = laad_profiel(bestand)
    except ProfielOngeldig as fout:
        return meld_bevindingen(bestand, fout)
    zeg(f"Het huisprofiel van {profiel.naam} (versie {profiel.versie}) is in orde.")
    return 0
