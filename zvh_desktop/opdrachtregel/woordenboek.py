"""`zvh woordenboek`: what the window starts beside itself in a bundle; nobody types it, so the help leaves it out."""

from __future__ import annotations

import argparse
import sys

from zvh_desktop.ontleder import Ontleder
from zvh_desktop.services.spelling.opdracht import WOORD
from zvh_desktop.services.spelling.woordenboek import beantwoord


def voeg_toe(opdrachten: argparse._SubParsersAction[Ontleder]) -> None:
    """Tell the parser about this command."""
    deze = opdrachten.add_parser(WOORD, description="Het woordenboek, voor het venster.")
    deze.set_defaults(uitvoeren=voer_uit)


def voer_uit(_keuzes: argparse.Namespace) -> int:
    """Answer until the window has no more questions."""
    beantwoord(sys.stdin, sys.stdout)
    return 0
