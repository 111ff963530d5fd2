"""`zvh profiel controleer`: is a house profile right, and if not, where not."""

from __future__ import annotations

import argparse
from pathlib import Path

from zvh_desktop.errors import GebruikersFout, ProfielOngeldig
from zvh_desktop.models.profiel_lezen import lees_profiel
from zvh_desktop.opdrachtregel.ontleder import Ontleder
from zvh_desktop.opdrachtregel.uitvoer import zeg, zeg_fout

_GROOTSTE = 8_000_000


def voeg_toe(opdrachten: argparse._SubParsersAction[Ontleder]) -> None:
    """Tell the parser about this command."""
    uitleg = "een huisprofiel controleren"
    profiel = opdrachten.add_parser("profiel", help=uitleg, description=uitleg.capitalize() + ".")
    onder = profiel.add_subparsers(title="Opdrachten", metavar="OPDRACHT", dest="onder", required=True)
    controleer = onder.add_parser(
        "controleer", help=uitleg, description="Controleert een huisprofiel en noemt elke fout met de plaats."
    )
    controleer.add_argument("bestand", metavar="BESTAND", type=Path, help="het huisprofiel, een TOML-bestand")
    controleer.set_defaults(uitvoeren=voer_uit)


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Check one file."""
    bestand: Path = keuzes.bestand
    try:
        profiel = lees_profiel(_tekst(bestand), bestand.name)
    except ProfielOngeldig as fout:
        for bevinding in fout.bevindingen:
            zeg(f"{bestand.name}: {bevinding}")
        aantal = len(fout.bevindingen)
        zeg_fout(f"Het huisprofiel is niet te gebruiken: {aantal} {'fout' if aantal == 1 else 'fouten'} gevonden.")
        return 1
    zeg(f"Het huisprofiel van {profiel.naam} (versie {profiel.versie}) is in orde.")
    return 0


def _tekst(bestand: Path) -> str:
    try:
        if bestand.stat().st_size > _GROOTSTE:
            raise GebruikersFout(f"{bestand.name} is te groot voor een huisprofiel.")
        return bestand.read_bytes().decode("utf-8")
    except UnicodeDecodeError as fout:
        raise GebruikersFout(
            f"{bestand.name} is geen tekst in UTF-8.", advies="Sla het bestand op als UTF-8."
        ) from fout
    except OSError as fout:
        raise GebruikersFout(f"{bestand.name} is niet te lezen.", advies="Kijk of het bestand bestaat.") from fout
