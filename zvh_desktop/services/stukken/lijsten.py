"""A list of the window as a file: weighed as every document, and noted in the log with the casussen that stand in it.

What is saved stands outside the vault. The log keeps which casussen went along, so that the vernietigingsverklaring of
one of them can say that such a file exists (services/vernietigen/woorden.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.rekenbladen.lijst import Cel
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzen.wordkeuzes import Wordsoort
from zvh_desktop.models.profiel.termen import Termen

Lijstcel = Cel
"""What stands in one cell: a text, a number, a day, or nothing."""
LIJST: Final = "lijst"
"""What the line of the log is about."""
LIJST_GEMAAKT: Final = "lijst gemaakt als bestand"
WORD_GEMAAKT: Final = "Word-bestand gemaakt"
"""Said and looked up as a list is: such a file stands outside the vault too (services/word)."""


@dataclass(frozen=True, slots=True)
class Lijstrij:
    """One row as it is shown. ``casusnummer`` is the casus it is about; ``aanmelding`` the number of one, or 0."""

    cellen: tuple[Lijstcel, ...]
    casusnummer: str = ""
    aanmelding: int = 0

    def kenmerken(self) -> Iterator[str]:
        """By what the log knows whom this is about: numbers, never a name."""
        if self.casusnummer:
            yield self.casusnummer
        if self.aanmelding:
            yield kenmerk_van_aanmelding(self.aanmelding)


@dataclass(frozen=True, slots=True)
class Lijstvraag:
    """What is to be saved: these columns and rows, of how many there are when nothing is left out."""

    lijst: Lijst
    koppen: tuple[str, ...]
    rijen: tuple[Lijstrij, ...]
    van: int


@dataclass(frozen=True, slots=True)
class Lijstbestand:
    """The file, with a name that says nothing about anybody."""

    bestandsnaam: str
    inhoud: bytes


def kenmerk_van_aanmelding(aanmelding_id: int) -> str:
    """As the log names an aanmelding in a list."""
    return f"aanmelding:{aanmelding_id}"


def bestanden_over(sessie: Session, kenmerken: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Of each list that was saved with one of these in it: which list, and when (as the log says it)."""
    regels = sessie.execute(
        select(Logregel.tijd, Logregel.object_id)
        .where(
            Logregel.handeling.in_((LIJST_GEMAAKT, WORD_GEMAAKT)),
            Logregel.object_soort == LIJST,
            Logregel.resultaat == "gelukt",
        )
        .order_by(Logregel.nummer)
    )
    for tijd, object_id in regels:
        lijst, _, over = object_id.partition(": ")
        if not kenmerken.isdisjoint(over.split()):
            yield lijst, tijd


def in_woorden(object_id: str, termen: Termen) -> str:
    """'casussen (212)': the list with how many stand in it, for a line of the log."""
    sleutel, _, over = object_id.partition(":")  # of a list about nobody nothing follows
    bekend = sleutel in {een.value for een in Lijst}
    woord = woord_voor(Lijst(sleutel), termen) if bekend else _WORDWOORD.get(sleutel, sleutel)
    nummers = [een for een in over.split() if ":" not in een]
    return f"{woord} ({_telling(len(nummers))})" if nummers else woord


_WORDWOORD: Final = {
    Wordsoort.VERSLAG.value: "een bewerkbaar verslag",
    Wordsoort.VERSLAG_PARTIJ.value: "een bewerkbaar verslag voor een partij",
    Wordsoort.PLAN.value: "een bewerkbaar plan",
    Wordsoort.BRIEF.value: "een bewerkbare brief",
}


def _telling(aantal: int) -> str:
    return "1 casus" if aantal == 1 else f"{aantal} casussen"


def woord_voor(lijst: Lijst, termen: Termen) -> str:
    """What a list is called, in the words of the house."""
    eigen = {Lijst.AANMELDINGEN: termen.aanmeldingen, Lijst.TAFELS: termen.tafels}
    return eigen.get(lijst, lijst.value)
