"""`zvh controleer`: look a vault over from end to end, and say what is wrong."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from zvh_desktop.models.keuzes import Rol
from zvh_desktop.ontleder import Ontleder
from zvh_desktop.opdrachtregel.account import bepaal, voeg_keuzes_toe
from zvh_desktop.opdrachtregel.uitvoer import zeg, zeg_fout
from zvh_desktop.services.kluiscontrole import controleer_kluis


def voeg_toe(opdrachten: argparse._SubParsersAction[Ontleder]) -> None:
    """Tell the parser about this command."""
    deze = opdrachten.add_parser(
        "controleer",
        help="een kluis controleren",
        description="Controleert bestanden, bladzijden, verwijzingen, handtekeningen en logboek van een kluis. "
        "Er wordt niets gewijzigd.",
    )
    deze.add_argument("kluis", metavar="KLUIS", type=Path, help="de map van de kluis")
    voeg_keuzes_toe(deze)
    deze.set_defaults(uitvoeren=voer_uit)


def voer_uit(keuzes: argparse.Namespace) -> int:
    """One line per finding; 0 when there are none."""
    wie = bepaal(keuzes, Rol.PROCESREGISSEUR)
    if not is_in_orde("De kluis", controleer_kluis(keuzes.kluis, wie.gebruiker, wie.wachtwoord)):
        return 1
    zeg("De kluis is in orde: er is niets gevonden.")
    return 0


def is_in_orde(wat: str, bevindingen: Sequence[str]) -> bool:
    """Say each finding, and how many there are; whether there are none."""
    for bevinding in bevindingen:
        zeg(bevinding)
    aantal = len(bevindingen)
    if aantal:
        zeg_fout(f"{wat} is niet in orde: {aantal} {'bevinding' if aantal == 1 else 'bevindingen'}.")
    return not aantal
