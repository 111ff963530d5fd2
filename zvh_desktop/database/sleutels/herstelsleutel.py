"""The recovery key on paper: eleven groups that survive handwriting, with a check for typing errors.

Crockford's alphabet has no I, L, O or U; what is read as such is taken for 1, 1 and 0.
"""

from __future__ import annotations

import hashlib

from zvh_desktop.database.sleutels.primitieven import SLEUTEL_LENGTE
from zvh_desktop.errors import InvoerOngeldig

ALFABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROEP = 5
CONTROLE_LENGTE = 2
TEKENS = 55
_VERWARD = str.maketrans({"O": "0", "I": "1", "L": "1", " ": "", "-": "", "\t": "", "\n": "", "\r": ""})


def als_tekst(sleutel: bytes) -> str:
    """The key in groups, to be shown once and printed."""
    getal = int.from_bytes(sleutel + _controle(sleutel), "big")
    tekens = "".join(ALFABET[getal >> 5 * plaats & 31] for plaats in reversed(range(TEKENS)))
    return "-".join(tekens[begin : begin + GROEP] for begin in range(0, TEKENS, GROEP))


def uit_tekst(tekst: str) -> bytes:
    """The key as typed over; small slips in writing are forgiven, others refused."""
    tekens = tekst.strip().upper().translate(_VERWARD) if len(tekst) < 500 else ""
    if len(tekens) != TEKENS or any(teken not in ALFABET for teken in tekens):
        raise past_niet()
    getal = 0
    for teken in tekens:
        getal = getal << 5 | ALFABET.index(teken)
    if getal.bit_length() > 8 * (SLEUTEL_LENGTE + CONTROLE_LENGTE):
        raise past_niet()
    gegevens = getal.to_bytes(SLEUTEL_LENGTE + CONTROLE_LENGTE, "big")
    sleutel = gegevens[:SLEUTEL_LENGTE]
    if gegevens[SLEUTEL_LENGTE:] != _controle(sleutel):
        raise past_niet()
    return sleutel


def past_niet() -> InvoerOngeldig:
    """One answer for a slip of the pen and for the key of another vault."""
    return InvoerOngeldig(
        "herstelsleutel",
        "Deze herstelsleutel hoort niet bij deze kluis of is niet goed overgenomen.",
        advies="Vergelijk de groepen een voor een met het papier.",
    )


def _controle(sleutel: bytes) -> bytes:
    return hashlib.blake2b(b"zvh-kluis herstelsleutel" + sleutel, digest_size=CONTROLE_LENGTE).digest()
