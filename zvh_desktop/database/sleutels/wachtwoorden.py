"""What a new password must be: long rather than strange. Existing passwords are never judged, only checked."""

from __future__ import annotations

from zvh_desktop.database.bestand.canoniek import nfc
from zvh_desktop.database.sleutels.primitieven import wachtwoord_bytes
from zvh_desktop.errors import InvoerOngeldig

MINIMALE_LENGTE = 12
MINIMAAL_VERSCHILLEND = 5
TE_BEKEND = ("wachtwoord", "welkom", "password", "qwerty", "letmein", "geheim", "admin", "abcdef", "123456")


def controleer_sterkte(wachtwoord: str, naam: str) -> None:
    """Refuse a new password that is easily guessed, and say what would be accepted."""
    wachtwoord_bytes(wachtwoord)
    tekst = nfc(wachtwoord)
    if len(tekst) < MINIMALE_LENGTE:
        _weiger(f"Het wachtwoord is te kort: het heeft minder dan {MINIMALE_LENGTE} tekens.")
    if len(set(tekst)) < MINIMAAL_VERSCHILLEND:
        _weiger("Het wachtwoord is te makkelijk te raden: het bestaat uit te weinig verschillende tekens.")
    rest = tekst.casefold()
    for bekend in (nfc(naam).casefold(), *TE_BEKEND):
        if bekend:
            rest = rest.replace(bekend, "")
    if sum(teken.isalpha() for teken in rest) + len(rest) < MINIMALE_LENGTE:
        _weiger("Het wachtwoord is te makkelijk te raden: het bestaat uit een naam of een bekend wachtwoord.")


def _weiger(gebeurd: str) -> None:
    raise InvoerOngeldig("wachtwoord", gebeurd, advies="Kies een zin van een paar woorden.")
