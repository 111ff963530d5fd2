"""`zvh koffer`: what stands on the outside of a koffer, and whether it is whole."""

from __future__ import annotations

import argparse
from pathlib import Path

from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.taal import datum_lang, opsomming
from zvh_desktop.ontleder import Ontleder
from zvh_desktop.opdrachtregel.account import bepaal, voeg_keuzes_toe
from zvh_desktop.opdrachtregel.controleer import is_in_orde
from zvh_desktop.opdrachtregel.uitvoer import zeg
from zvh_desktop.services.kluiscontrole import controleer_kluis
from zvh_desktop.services.koffer.buitenkant import lees_buitenkant, tel_koffer


def voeg_toe(opdrachten: argparse._SubParsersAction[Ontleder]) -> None:
    """Tell the parser about this command."""
    uitleg = "een koffer bekijken of controleren"
    koffer = opdrachten.add_parser("koffer", help=uitleg, description=uitleg.capitalize() + ".")
    onder = koffer.add_subparsers(title="Opdrachten", metavar="OPDRACHT", dest="kofferopdracht", required=True)
    toon = onder.add_parser(
        "toon",
        help="zeggen voor wie een koffer is en wanneer hij terug moet zijn",
        description="Zegt voor wie een koffer is verzegeld en wanneer hij uiterlijk terug is. Daar is geen wachtwoord "
        "voor nodig. Van wat erin zit, wordt niets getoond.",
    )
    toon.add_argument("koffer", metavar="KOFFER", type=Path, help="de map van de koffer")
    toon.set_defaults(uitvoeren=_toon)
    controleer = onder.add_parser(
        "controleer",
        help="een koffer controleren en tellen wat er onderweg is gedaan",
        description="Controleert bestanden, bladzijden, handtekeningen en logboek van een koffer, en telt wat er "
        "onderweg is gedaan. Van wat erin zit, wordt niets getoond. Er wordt niets gewijzigd.",
    )
    controleer.add_argument("kluis", metavar="KOFFER", type=Path, help="de map van de koffer")
    voeg_keuzes_toe(controleer)
    controleer.set_defaults(uitvoeren=_controleer)


def _toon(keuzes: argparse.Namespace) -> int:
    """Said by the key file; whoever can write in the folder can write there too."""
    kant = lees_buitenkant(keuzes.koffer)
    zeg(f"{'Oefenkoffer' if kant.oefen else 'Koffer'} voor {opsomming(kant.voor)}.")
    zeg(f"Uiterlijk terug op {datum_lang(kant.terug_uiterlijk)}; daarna opent hij alleen nog om in te leveren.")
    zeg(f"Ging uit met verklaring {kant.verklaring} van kantoor.")
    zeg("Dit staat op de buitenkant en is niet nagekeken. Dat doet zvh koffer controleer.")
    return 0


def _controleer(keuzes: argparse.Namespace) -> int:
    """One line per finding; 0 when there are none."""
    lees_buitenkant(keuzes.kluis)
    wie = bepaal(keuzes, Rol.PROCESREGISSEUR)
    if not is_in_orde("De koffer", controleer_kluis(keuzes.kluis, wie.gebruiker, wie.wachtwoord)):
        return 1
    telling = tel_koffer(keuzes.kluis, wie.gebruiker, wie.wachtwoord)
    zeg(
        f"De koffer is in orde. Casussen: {telling.casussen}. Onderweg gewijzigd: {telling.wijzigingen}. Onderweg "
        f"ondertekend: {telling.verklaringen}."
    )
    return 0
