"""Reads a time of day as Dutch people type it, or says in a sentence why it cannot."""

from __future__ import annotations

import re
from datetime import time

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.services.werkplek.dagwoorden import schone_tekst

_ONLEESBAAR = "Deze tijd is niet te lezen. Schrijf bijvoorbeeld 9:00, 9.15, 9u30 of 0900."
_UUR = re.compile(r"([0-9]{1,2})\s*(?:u|uur|h)?")
_UUR_MINUUT = re.compile(r"([0-9]{1,2})(?:\s*(?:[:.,;]|u|uur|h)\s*|\s+)([0-9]{1,2})(?::00)?\s*(?:u|uur)?")
_AANEEN = re.compile(r"([0-9]{1,2})([0-9]{2})\s*(?:u|uur)?")


def lees_tijd(tekst: str) -> time:
    """The time that was typed. Raises InvoerOngeldig with a sentence that says what is wrong."""
    schoon = schone_tekst(tekst)
    for vorm in (_UUR, _UUR_MINUUT, _AANEEN):
        gevonden = vorm.fullmatch(schoon)
        if gevonden is not None:
            return _tijd(gevonden[1], gevonden[2] if vorm is not _UUR else "00")
    raise _fout(_ONLEESBAAR)


def _tijd(uur: str, minuut: str) -> time:
    if len(minuut) == 1:
        raise _fout("Schrijf de minuten met twee cijfers, bijvoorbeeld 9:05.")
    if int(uur) > 23:
        raise _fout(f"Uur {int(uur)} bestaat niet: een dag loopt van 0:00 tot en met 23:59.")
    if int(minuut) > 59:
        raise _fout(f"Minuut {int(minuut)} bestaat niet: een uur heeft 60 minuten.")
    return time(int(uur), int(minuut))


def _fout(zin: str) -> InvoerOngeldig:
    return InvoerOngeldig("tijd", zin)
