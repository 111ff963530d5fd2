"""`zvh demo`: the whole main job without a window, on a new practice vault, with every document in a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from zvh_desktop.errors import ProfielOngeldig
from zvh_desktop.models.profiel.bronnen import meegeleverde_profielen
from zvh_desktop.ontleder import Ontleder
from zvh_desktop.opdrachtregel.bevindingen import meld_bevindingen
from zvh_desktop.opdrachtregel.uitvoer import zeg
from zvh_desktop.services.huis.profielbestand import laad_profiel
from zvh_desktop.services.oefenen.accounts import OEFENACCOUNTS
from zvh_desktop.services.oefenen.demo import speel_demo
from zvh_desktop.services.oefenen.huis import STANDAARD_OEFENHUIS
from zvh_desktop.services.werkplek.rechten import rolnaam


def voeg_toe(opdrachten: argparse._SubParsersAction[Ontleder]) -> None:
    """Tell the parser about this command."""
    deze = opdrachten.add_parser(
        "demo",
        help="het hele werk voordoen met verzonnen gegevens",
        description="Doet het hele werk voor in een nieuwe oefenkluis, van een nieuwe casus tot het einde ervan, "
        "en schrijft de documenten op. Alle namen en gebeurtenissen zijn verzonnen.",
    )
    deze.add_argument("--uit", metavar="MAP", type=Path, required=True, help="een nieuwe of lege map")
    welk = deze.add_mutually_exclusive_group()
    welk.add_argument(
        "--huis",
        metavar="SLEUTEL",
        default=STANDAARD_OEFENHUIS,
        help="welk huisprofiel: " + ", ".join(meegeleverde_profielen()),
    )
    welk.add_argument("--profiel", metavar="BESTAND", type=Path, help="een huisprofiel van uzelf, een TOML-bestand")
    deze.set_defaults(uitvoeren=voer_uit)


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Play the demo and say where everything is."""
    try:
        speel_demo(keuzes.uit, keuzes.profiel or keuzes.huis, zeg)
    except ProfielOngeldig as fout:
        return meld_bevindingen(keuzes.profiel, fout)
    termen = laad_profiel(keuzes.profiel or keuzes.huis).termen
    zeg("")
    zeg("Alles is verzonnen. Met deze accounts opent u de oefenkluis:")
    for account in OEFENACCOUNTS:
        zeg(f"  {account.gebruiker:18} {rolnaam(account.rol, termen):26} wachtwoord: {account.wachtwoord}")
    return 0
