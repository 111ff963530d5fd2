"""`zvh team`: a house on a database server. Begin one, bring a vault there, fetch everything, look it over."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from zvh_desktop.database.kluis import NieuweGebruiker, open_kluis
from zvh_desktop.database.motor.serveradres import POORT
from zvh_desktop.database.sleutels.herstelsleutel import als_tekst
from zvh_desktop.database.sleutels.primitieven import willekeurig
from zvh_desktop.database.team.verbinding import Serverplek, Verbinding, lees_verbinding
from zvh_desktop.errors import InvoerOngeldig, ProfielOngeldig
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.profiel.bronnen import meegeleverde_profielen
from zvh_desktop.naladen import laad_module
from zvh_desktop.ontleder import Ontleder
from zvh_desktop.opdrachtregel.account import bepaal, lees_wachtwoord, voeg_keuzes_toe, vraag_wie
from zvh_desktop.opdrachtregel.bevindingen import meld_bevindingen
from zvh_desktop.opdrachtregel.controleer import is_in_orde
from zvh_desktop.opdrachtregel.uitvoer import zeg, zeg_fout
from zvh_desktop.services.huis.inrichting import zet_inrichting
from zvh_desktop.services.huis.profielbestand import laad_profiel
from zvh_desktop.services.kluis.eigen_wachtwoord import eis_eigen_wachtwoord

DEUR: Final = "zvh_desktop.database.team.deur"
"""Loaded when a server is opened, and the driver with it."""
_WACHTWOORD_TEKENS: Final = 23
Onder = Any


def voeg_toe(opdrachten: argparse._SubParsersAction[Ontleder]) -> None:
    """Tell the parser about these commands."""
    uitleg = "een huis op een databaseserver inrichten, ophalen en controleren"
    team = opdrachten.add_parser("team", help=uitleg, description=uitleg.capitalize() + ".")
    onder = team.add_subparsers(title="Opdrachten", metavar="OPDRACHT", dest="teamopdracht", required=True)
    _voeg_begin_toe(onder)
    _voeg_breng_toe(onder)
    haal = onder.add_parser(
        "haal",
        help="alles van de server ophalen in een kluis",
        description="Maakt van alles wat op de server staat een kluis in een nieuwe map: een reservekopie die geen "
        "server nodig heeft, en de weg terug. De kluis gaat open met de accounts en wachtwoorden van nu.",
    )
    _verbinding_en_account(haal)
    haal.add_argument("doel", metavar="DOEL", type=Path, help="een nieuwe map voor de kluis")
    voeg_keuzes_toe(haal)
    haal.set_defaults(uitvoeren=_haal)
    controleer = onder.add_parser(
        "controleer",
        help="een huis op een server controleren",
        description="Controleert de server, de sleutels, elke versleutelde waarde, de handtekeningen en het logboek. "
        "Er wordt niets gewijzigd.",
    )
    _verbinding_en_account(controleer)
    voeg_keuzes_toe(controleer)
    controleer.set_defaults(uitvoeren=_controleer)
    vernieuw = onder.add_parser(
        "vernieuw",
        help="wat op de server staat onder een nieuwe sleutel brengen",
        description="Voor als iemand vertrok die de sleutel had: elke versleutelde waarde komt onder een nieuwe "
        "sleutel, in één keer of helemaal niet. Wie het huis open heeft, moet zich daarna opnieuw aanmelden.",
    )
    _verbinding_en_eigenaar(vernieuw)
    voeg_keuzes_toe(vernieuw)
    vernieuw.set_defaults(uitvoeren=_vernieuw)
    ruim = onder.add_parser(
        "ruim",
        help="na een vernietiging de resten op de server wissen",
        description="Schrijft de tabellen op de server opnieuw, zonder wat eruit is verwijderd. Nodig is het account "
        "dat eigenaar is van de database. Zolang het duurt, kan niemand iets bewaren.",
    )
    _verbinding_en_eigenaar(ruim)
    ruim.set_defaults(uitvoeren=_ruim)
    _voeg_rollen_toe(onder)


def _voeg_rollen_toe(onder: Onder) -> None:
    bijwerken = onder.add_parser(
        "bijwerken",
        help="de database naar deze versie brengen",
        description="Brengt de tabellen, de regels die de server bewaakt en de rechten per rol naar deze versie. Nodig "
        "is het account dat eigenaar is van de database. Het gaat helemaal of niet.",
    )
    _verbinding_en_eigenaar(bijwerken)
    bijwerken.set_defaults(uitvoeren=_bijwerken)
    rollen = onder.add_parser(
        "rollen",
        help="elk databaseaccount de rechten geven die bij de rollen in het huis horen",
        description="Koppelt databaseaccounts aan accounts van het huis en geeft elk de rechten van de rollen die nu "
        "tellen. Wat dit account niet mag, wordt getoond als SQL voor de beheerder van de server.",
    )
    _verbinding_en_eigenaar(rollen)
    voeg_keuzes_toe(rollen)
    rollen.add_argument(
        "--koppel",
        metavar="DATABASEACCOUNT=ACCOUNT",
        action="append",
        default=[],
        help="dit databaseaccount is van dit account van het huis; wordt gemaakt als het er niet is",
    )
    rollen.add_argument(
        "--los", metavar="DATABASEACCOUNT", action="append", default=[], help="dit databaseaccount mag niets meer"
    )
    rollen.set_defaults(uitvoeren=_rollen)


def _voeg_begin_toe(onder: Onder) -> None:
    begin = onder.add_parser(
        "begin",
        help="een nieuw huis beginnen op een lege database",
        description="Maakt in een lege database de tabellen, de rollen en de eerste accounts, en schrijft het "
        "verbindingsbestand. De herstelsleutel wordt één keer getoond.",
    )
    begin.add_argument("verbinding", metavar="VERBINDING", type=Path, help="waar het verbindingsbestand komt")
    _server_en_eigenaar(begin)
    voeg_keuzes_toe(begin)
    welk = begin.add_mutually_exclusive_group(required=True)
    welk.add_argument("--huis", metavar="SLEUTEL", help="welk huisprofiel: " + ", ".join(meegeleverde_profielen()))
    welk.add_argument("--profiel", metavar="BESTAND", type=Path, help="een huisprofiel van uzelf, een TOML-bestand")
    begin.add_argument("--weergavenaam", metavar="NAAM", help="hoe de eerste beheerder heet voor anderen")
    begin.add_argument(
        "--erbij",
        metavar="ROL:NAAM",
        action="append",
        default=[],
        help="nog een account, met een tijdelijk wachtwoord dat één keer wordt getoond; rollen: "
        + ", ".join(rol.value for rol in Rol),
    )
    begin.add_argument("--oefen", action="store_true", help="een oefenhuis, met verzonnen gegevens")
    begin.set_defaults(uitvoeren=_begin)


def _voeg_breng_toe(onder: Onder) -> None:
    breng = onder.add_parser(
        "breng",
        help="een kluis naar een lege database brengen",
        description="Brengt alles uit een kluis naar een lege database: elke rij, elke handtekening en het logboek, "
        "onder een eigen sleutel. De kluis blijft staan en opent daarna alleen nog om te lezen.",
    )
    breng.add_argument("kluis", metavar="KLUIS", type=Path, help="de map van de kluis")
    breng.add_argument("verbinding", metavar="VERBINDING", type=Path, help="waar het verbindingsbestand komt")
    _server_en_eigenaar(breng)
    voeg_keuzes_toe(breng)
    breng.set_defaults(uitvoeren=_breng)


def _server_en_eigenaar(ontleder: argparse.ArgumentParser) -> None:
    ontleder.add_argument("--server", metavar="NAAM", required=True, help="de naam van de databaseserver")
    ontleder.add_argument("--database", metavar="NAAM", required=True, help="de lege database")
    ontleder.add_argument("--poort", metavar="N", type=int, default=POORT, help=f"standaard {POORT}")
    _account(ontleder, "het databaseaccount dat eigenaar is van de database")
    ontleder.add_argument(
        "--werkaccount",
        metavar="ACCOUNT",
        action="append",
        default=[],
        help="een databaseaccount waaronder straks wordt gewerkt; wordt gemaakt als het er niet is",
    )


def _verbinding_en_eigenaar(ontleder: argparse.ArgumentParser) -> None:
    ontleder.add_argument("verbinding", metavar="VERBINDING", type=Path, help="het verbindingsbestand van het huis")
    _account(ontleder, "het databaseaccount dat eigenaar is van de database")


def _verbinding_en_account(ontleder: argparse.ArgumentParser) -> None:
    ontleder.add_argument("verbinding", metavar="VERBINDING", type=Path, help="het verbindingsbestand van het huis")
    _account(ontleder, "het databaseaccount waaronder wordt gewerkt")


def _account(ontleder: argparse.ArgumentParser, uitleg: str) -> None:
    ontleder.add_argument("--account", metavar="ACCOUNT", required=True, help=uitleg)
    ontleder.add_argument(
        "--account-wachtwoord-bestand",
        metavar="BESTAND",
        type=Path,
        help="bestand met alleen het wachtwoord van het databaseaccount; zonder dit bestand geldt pgpass",
    )
    ontleder.add_argument(
        "--certificaat", metavar="BESTAND", type=Path, help="wie voor de server instaat; anders geldt het systeem"
    )


def _begin(keuzes: argparse.Namespace) -> int:
    try:
        profiel = laad_profiel(keuzes.profiel or keuzes.huis)
    except ProfielOngeldig as fout:
        return meld_bevindingen(keuzes.profiel, fout)
    nu = datetime.now(UTC)
    wie = vraag_wie(keuzes)
    beheerder = NieuweGebruiker(
        wie.gebruiker, keuzes.weergavenaam or wie.gebruiker, frozenset({Rol.BEHEERDER}), wie.wachtwoord
    )
    erbij = [_tijdelijk(een) for een in keuzes.erbij]
    herstelsleutel = laad_module(DEUR).begin_team(
        _eigenaar(keuzes),
        keuzes.verbinding,
        beheerder,
        erbij,
        richt_in=partial(zet_inrichting, profiel=profiel, nu=nu, partijen=profiel.partijen),
        nu=nu,
        oefen=keuzes.oefen,
    )
    zeg(f"Het huis is begonnen. Het verbindingsbestand staat in {keuzes.verbinding}.")
    for een in erbij:
        zeg(f"Account {een.naam}, tijdelijk wachtwoord: {een.wachtwoord}")
    zeg("Schrijf de herstelsleutel over op papier. Hij wordt maar één keer getoond:")
    zeg(herstelsleutel)
    return 0


def _breng(keuzes: argparse.Namespace) -> int:
    wie = bepaal(keuzes, Rol.BEHEERDER)
    with open_kluis(keuzes.kluis, wie.gebruiker, wie.wachtwoord) as kluis:
        eis_eigen_wachtwoord(kluis)
        geteld = laad_module(DEUR).breng(kluis, _eigenaar(keuzes), keuzes.verbinding, nu=datetime.now(UTC))
    zeg(f"Alles staat op de server: {sum(geteld.values())} rijen uit {len(geteld)} tabellen.")
    zeg(f"Het verbindingsbestand staat in {keuzes.verbinding}. De kluis opent nu alleen nog om te lezen.")
    return 0


def _haal(keuzes: argparse.Namespace) -> int:
    deur = laad_module(DEUR)
    with deur.open_team(_verbinding(keuzes), _aanmelding(keuzes)) as team:
        for zin in team.ouder:
            zeg_fout(zin)
        geteld = deur.haal(team, keuzes.doel, nu=datetime.now(UTC))
    zeg(f"De kluis staat in {keuzes.doel}: {sum(geteld.values())} rijen uit {len(geteld)} tabellen.")
    zeg(f"Kijk haar na met: zvh controleer {keuzes.doel}")
    return 0


def _controleer(keuzes: argparse.Namespace) -> int:
    deur = laad_module(DEUR)
    with deur.open_team(_verbinding(keuzes), _aanmelding(keuzes)) as team:
        bevindingen = deur.controleer_team(team)
    if not is_in_orde("De server", bevindingen):
        return 1
    zeg("De server is in orde: er is niets gevonden.")
    return 0


def _vernieuw(keuzes: argparse.Namespace) -> int:
    gedaan = laad_module(DEUR).vernieuw(_verbinding(keuzes), _aanmelding(keuzes), nu=datetime.now(UTC))
    zeg(f"Alles staat onder een nieuwe sleutel: {gedaan.waarden} waarden. Meld u overal opnieuw aan.")
    if not gedaan.gewist:
        zeg_fout("Wat er eerder stond, is nog niet gewist. Laat de beheerder van de server VACUUM (FULL) uitvoeren.")
    return 0


def _ruim(keuzes: argparse.Namespace) -> int:
    gevraagd = laad_module(DEUR).ruim_op(_verbinding(keuzes), keuzes.account, _accountwachtwoord(keuzes))
    zeg("De tabellen op de server zijn opnieuw geschreven, zonder wat eruit is verwijderd.")
    if not gevraagd:
        zeg("Er was niets vernietigd waarvan de resten nog gewist moesten worden.")
    return 0


def _bijwerken(keuzes: argparse.Namespace) -> int:
    gedaan = laad_module(DEUR).werk_huis_bij(_verbinding(keuzes), keuzes.account, _accountwachtwoord(keuzes))
    zeg("De database is bijgewerkt." if gedaan else "De database was al van deze versie.")
    return 0


def _rollen(keuzes: argparse.Namespace) -> int:
    koppel = dict(_koppeling(een) for een in keuzes.koppel)
    gevolg = laad_module(DEUR).zet_rollen(
        _verbinding(keuzes), _aanmelding(keuzes), koppel, keuzes.los, nu=datetime.now(UTC)
    )
    for opdracht in gevolg.gedaan:
        zeg(f"{opdracht};")
    for account in gevolg.van_niemand:
        zeg_fout(f"Het databaseaccount {account} hoort bij niemand in het huis, en kan er wel in.")
    for account in gevolg.kopieerders:
        zeg(f"Het databaseaccount {account} leest alles, om kopieën te maken, en hoort bij niemand in het huis.")
    if gevolg.nog:
        zeg_fout("Dit mag dit databaseaccount niet. Laat de beheerder van de server het doen:")
        for opdracht in gevolg.nog:
            zeg(f"{opdracht};")
    if gevolg.nog or gevolg.van_niemand:
        return 1
    zeg("Elk gekoppeld databaseaccount heeft de rechten van zijn rollen in het huis.")
    return 0


def _koppeling(keuze: str) -> tuple[str, str]:
    account, teken, naam = keuze.partition("=")
    if not teken or not naam.strip():
        raise InvoerOngeldig("koppel", "Geef bij --koppel op: DATABASEACCOUNT=ACCOUNT.")
    return account.strip(), naam.strip()


def _eigenaar(keuzes: argparse.Namespace) -> object:
    certificaat = "" if keuzes.certificaat is None else str(keuzes.certificaat.absolute())
    plek = Serverplek(keuzes.server, keuzes.database, keuzes.poort, certificaat)
    return laad_module(DEUR).Servereigenaar(
        plek, keuzes.account, _accountwachtwoord(keuzes), tuple(dict.fromkeys(keuzes.werkaccount))
    )


def _verbinding(keuzes: argparse.Namespace) -> Verbinding:
    verbinding = lees_verbinding(keuzes.verbinding)
    if keuzes.certificaat is None:
        return verbinding
    return replace(verbinding, plek=replace(verbinding.plek, certificaat=str(keuzes.certificaat.absolute())))


def _aanmelding(keuzes: argparse.Namespace) -> object:
    wie = vraag_wie(keuzes)
    return laad_module(DEUR).Serveraanmelding(keuzes.account, wie.gebruiker, wie.wachtwoord, _accountwachtwoord(keuzes))


def _accountwachtwoord(keuzes: argparse.Namespace) -> str:
    bestand: Path | None = keuzes.account_wachtwoord_bestand
    return "" if bestand is None else lees_wachtwoord(bestand)


def _tijdelijk(keuze: str) -> NieuweGebruiker:
    rol, _, naam = keuze.partition(":")
    if rol not in {een.value for een in Rol} or not naam.strip():
        raise InvoerOngeldig("erbij", "Geef bij --erbij een rol en een naam op, zoals medewerker:jan.")
    wachtwoord = als_tekst(willekeurig())[:_WACHTWOORD_TEKENS]
    return NieuweGebruiker(naam, naam, frozenset({Rol(rol)}), wachtwoord, tijdelijk=True)
