"""Invented texts and names, the same at every run. Nobody in them exists."""

from __future__ import annotations

from itertools import count, islice
from typing import Final

_KLANKEN: Final = ("ba", "do", "fi", "ga", "ho", "ke", "lu", "mo", "na", "pi", "ro", "su", "ta", "ve", "wi", "zo")
_PLAATSEN: Final = ("Voorbeelddorp", "Oefenstad", "Verzonnen aan Zee", "Proefhuizen", "Testerbroek", "Schijnveen")
_ZINNEN: Final = (
    "De wijkverpleegkundige ziet dat de afspraken over de woning worden nagekomen.",
    "De partijen willen vooraf weten wie bij een terugval het eerste contact legt.",
    "Er is overlast in het trappenhuis gemeld, vooral in de avond en in het weekend.",
    "De begeleiding komt twee keer in de week langs en is daar tevreden over.",
    "Het is nog niet duidelijk of de dagbesteding na de zomer kan doorgaan.",
    "Iedereen houdt zich aan de afspraak om alleen te delen wat nodig is.",
)


def betrokkene(nummer: int) -> str:
    """A name that is plainly made up, and hardly ever twice the same."""
    delen = []
    rest = nummer * 7919 + 104729
    for _ in range(4):
        rest, klank = divmod(rest, len(_KLANKEN))
        delen.append(_KLANKEN[klank])
    return f"Testpersoon {''.join(delen).capitalize()} {nummer % 977}"


def gemeente(nummer: int) -> str:
    """A place that does not exist."""
    return _PLAATSEN[nummer % len(_PLAATSEN)]


def alinea(tekens: int, begin: int = 0) -> str:
    """Running text of about this many characters."""
    stuk = ""
    for nummer in count(begin):
        stuk += _ZINNEN[nummer % len(_ZINNEN)] + " "
        if len(stuk) >= tekens:
            return stuk.strip()
    raise AssertionError


def typend(woord: str) -> list[str]:
    """What stands in the search box after every key from the third on."""
    return [woord[:lengte] for lengte in range(3, len(woord) + 1)]


def zoekwoorden(casussen: int) -> list[str]:
    """Names, parts of names, numbers, places and acties that are in a vault of this size."""
    namen = [betrokkene(nummer).split()[1] for nummer in islice(count(3, casussen // 5), 5)]
    return [*namen, "2026-0", "Proefhuizen", "begeleiding", "afspraak"]
