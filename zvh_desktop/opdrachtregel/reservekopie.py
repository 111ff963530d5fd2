"""`zvh reservekopie`: copy a vault while it may be in use."""

from __future__ import annotations

import argparse
from pathlib import Path

from zvh_desktop.models.keuzes import Rol
from zvh_desktop.ontleder import Ontleder
from zvh_desktop.opdrachtregel.account import bepaal, voeg_keuzes_toe
from zvh_desktop.opdrachtregel.uitvoer import zeg
from zvh_desktop.services.kluis.reservekopieen import maak_kopie


def voeg_toe(opdrachten: argparse._SubParsersAction[Ontleder]) -> None:
    """Tell the parser about this command."""
    deze = opdrachten.add_parser(
        "reservekopie",
        help="een reservekopie maken",
        description="Maakt een gecontroleerde reservekopie van een kluis, ook terwijl die in gebruik is.",
    )
    deze.add_argument("kluis", metavar="KLUIS", type=Path, help="de map van de kluis")
    deze.add_argument("doel", metavar="DOEL", type=Path, help="een nieuwe map voor de kopie")
    voeg_keuzes_toe(deze)
    deze.set_defaults(uitvoeren=voer_uit)


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Open with an account of a beheerder and copy."""
    wie = bepaal(keuzes, Rol.BEHEERDER)
    maak_kopie(keuzes.kluis, wie.gebruiker, wie.wachtwoord, keuzes.doel)
    zeg(f"De reservekopie staat in {keuzes.doel}.")
    return 0
