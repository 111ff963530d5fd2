"""One way into a house: the folder of a vault, or a connection file with the database account of this computer.

What a server needs is loaded by name when somebody opens a house there (ADR 0081): the driver comes along with it.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from zvh_desktop.database.kluis import OpenKluis, herstel_toegang, open_kluis
from zvh_desktop.database.kluisbord import is_verbindingsbestand
from zvh_desktop.database.sleutels import sleutelhanger
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, SleutelhangerNietVeilig
from zvh_desktop.naladen import laad_module
from zvh_desktop.services.kluis.kluisinfo import Serveraccount, Serverbewaring

if TYPE_CHECKING:
    from zvh_desktop.database.team.verbinding import Databaseaccount, Verbinding

log = logging.getLogger(__name__)

DEUR: Final = "zvh_desktop.database.team.deur"
VERBINDING: Final = "zvh_desktop.database.team.verbinding"
"""What reads a connection file; the driver is not needed for that."""
_ONDER: Final = "databaseaccount"


def open_huis(
    plaats: Path, naam: str, wachtwoord: str, account: Serveraccount | None, *, alleen_lezen: bool = False
) -> OpenKluis:
    """Open it. Raises WachtwoordOnjuist and other KluisFout; InvoerOngeldig without an account for a server."""
    if not is_verbindingsbestand(plaats):
        return open_kluis(plaats, naam, wachtwoord, alleen_lezen=alleen_lezen)
    kluis = laad_module(DEUR).open_huis(plaats, _volledig(plaats, account), naam, wachtwoord, alleen_lezen=alleen_lezen)
    _onthoud(plaats, account)
    return cast(OpenKluis, kluis)


def herstel(
    plaats: Path, herstelsleutel: str, naam: str, nieuw_wachtwoord: str, account: Serveraccount | None, herkomst: str
) -> OpenKluis:
    """Give somebody new keys and a new password with the recovery key. Raises KluisFout, InvoerOngeldig."""
    if not is_verbindingsbestand(plaats):
        return herstel_toegang(plaats, herstelsleutel, naam, nieuw_wachtwoord, herkomst=herkomst)
    kluis = laad_module(DEUR).herstel_in_huis(
        plaats, _volledig(plaats, account), herstelsleutel, naam, nieuw_wachtwoord, herkomst=herkomst
    )
    _onthoud(plaats, account)
    return cast(OpenKluis, kluis)


def bewaring(plaats: Path) -> Serverbewaring:
    """Which database account this computer keeps for this house, or why it can keep none."""
    try:
        bewaard = _bewaard(plaats)
    except SleutelhangerNietVeilig as fout:
        return Serverbewaring(bezwaar=fout.gebeurd)
    except GebruikersFout:
        return Serverbewaring()
    return Serverbewaring() if bewaard is None else Serverbewaring(bewaard.naam)


def _volledig(plaats: Path, account: Serveraccount | None) -> Databaseaccount:
    if account is None or not account.naam.strip():
        raise InvoerOngeldig("account", "Vul het databaseaccount in waarmee u de server bereikt.")
    naam, wachtwoord = account.naam.strip(), account.wachtwoord
    if not wachtwoord:
        try:
            bewaard = _bewaard(plaats)
        except SleutelhangerNietVeilig:
            bewaard = None
        if bewaard is not None and bewaard.naam == naam:
            wachtwoord = bewaard.wachtwoord
    return _account(naam, wachtwoord)


def _bewaard(plaats: Path) -> Databaseaccount | None:
    waarde = sleutelhanger.haal(_huis(plaats), _ONDER)
    if waarde is None:
        return None
    try:
        naam, wachtwoord = json.loads(waarde)
    except (ValueError, TypeError):
        return None
    return _account(str(naam), str(wachtwoord))


def _onthoud(plaats: Path, account: Serveraccount | None) -> None:
    """After it opened: what is kept is what worked. The house is open, whatever the key store says."""
    if account is None or account.onthoud is None:
        return
    try:
        huis = _huis(plaats)
        if not account.onthoud:
            sleutelhanger.vergeet(huis, _ONDER)
        elif account.wachtwoord:
            sleutelhanger.bewaar(huis, _ONDER, json.dumps([account.naam.strip(), account.wachtwoord]))
    except GebruikersFout as fout:
        log.info("databaseaccount niet in de sleutelhanger: %s", type(fout).__name__)


def _account(naam: str, wachtwoord: str) -> Databaseaccount:
    return cast("Databaseaccount", laad_module(VERBINDING).Databaseaccount(naam, wachtwoord))


def lees_verbinding(plaats: Path) -> Verbinding:
    """What stands in a connection file. Raises KluisNietGevonden, KluisBeschadigd."""
    return cast("Verbinding", laad_module(VERBINDING).lees_verbinding(plaats))


def _huis(plaats: Path) -> str:
    """In the key store: apart from the keys with which users open a vault."""
    return f"{lees_verbinding(plaats).kluis_id}-server"
