"""The words by which a house can be told from another, and which of them a text of this house may not hold."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator

from zvh_desktop.models.profiel.huisprofiel import Huisprofiel

HUIZEN = ("landelijk", "twente", "haaglanden", "midden-limburg", "delft")

WOORDEN = (
    "casustafel",
    "casusoverleg",
    "procesoverleg",
    "ronde tafel",
    "RTO",
    "multidisciplinair overleg",
    "MDO",
    "kernteam",
    "regieoverleg",
    "partneroverleg",
    "expertgroep",
    "voorbereidingsgroep",
    "stuurgroep",
    "intake",
    "screening",
    "triage",
    "weeg",
    "casusregisseur",
    "casuscoördinator",
    "informatiecoördinator",
    "informatiecentrum",
    "ondersteunend medewerker",
    "administratief medewerker",
    "wijkmarshall",
    "opschaling",
    "opgeschaald",
    "veiligheidskamer",
    "haaglanden",
    "twente",
    "limburg",
    "delft",
    "GCOS",
    "Vis2",
    "Amazone",
)
"""Every word by which a house can be told from another."""

_GEEN_TEKST = frozenset(
    {
        "sleutel",
        "het",
        "naar",
        "terug",
        "naar_fase",
        "beslissers",
        "standaard",
        "leidt_tot",
        "niveau",
        "groep",
        "velden",
    }
)
"""Keys whose values point at something in the profile; nobody reads those."""


def eigen_tekst(profiel: Huisprofiel) -> str:
    """What stands in the profile for people to read: no key, no comment."""
    waarden = list(_waarden(tomllib.loads(profiel.brontekst)))
    if profiel.opschaling is not None:  # else its words are said nowhere
        waarden += [profiel.termen.opschaling, profiel.termen.opgeschaald]
    return " | ".join(waarden)


def _waarden(deel: object) -> Iterator[str]:
    match deel:
        case str():
            yield deel
        case list():
            for lid in deel:
                yield from _waarden(lid)
        case dict():
            for sleutel, lid in deel.items():
                if sleutel not in _GEEN_TEKST or isinstance(lid, dict):
                    yield from _waarden(lid)


def patroon(woord: str) -> re.Pattern[str]:
    """A short name only on its own; a longer word also inside a longer one (casustafels, regiocasustafel)."""
    return re.compile(rf"\b{re.escape(woord)}\b" if len(woord) < 6 else re.escape(woord), re.IGNORECASE)


@functools.cache
def vreemde_woorden(profiel: Huisprofiel) -> tuple[str, ...]:
    """The words that this house does not use anywhere."""
    eigen = eigen_tekst(profiel)
    return tuple(woord for woord in WOORDEN if not patroon(woord).search(eigen))


def gevonden_vreemd(profiel: Huisprofiel, tekst: str) -> list[str]:
    """Each place where the text holds a word of another house, with what stands around it."""
    return [
        f"{woord}: ...{tekst[max(0, plek.start() - 40) : plek.end() + 20]}"
        for woord in vreemde_woorden(profiel)
        for plek in patroon(woord).finditer(tekst)
    ]


def zonder_naam(tekst: str) -> str:
    """The text without the name of the application, which is a word of a house only in other forms."""
    return re.sub(r"\bCasustafel\b(?=[ -]|$)", "", tekst, flags=re.MULTILINE)
