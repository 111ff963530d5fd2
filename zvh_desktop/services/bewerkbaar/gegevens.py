"""What is shown of a file that came back, and what was chosen of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from zvh_desktop.documents.word.buiten import LEGE_KANTLIJN, Kantlijn
from zvh_desktop.services.casus.plannen import PlanInvoer

Wordkantlijn = Kantlijn
"""What stands in a file beside the texts that can be taken in."""


class Veldstand(Enum):
    """Where a text changed since the file was made."""

    WORD = "alleen in het Word-bestand gewijzigd"
    BEIDE = "in het Word-bestand én hier gewijzigd"
    HIER = "alleen hier gewijzigd"


@dataclass(frozen=True, slots=True)
class Wordregel:
    """One text that is not the same in both places."""

    sleutel: str
    naam: str
    nu: str
    uit_word: str
    stand: Veldstand
    heel: bool = True
    """Whether all that stands in the file could be read."""

    @property
    def voorgesteld(self) -> bool:
        """Whether taking it over loses nothing: it changed in the file and not here, and something is left of it."""
        return self.stand is Veldstand.WORD and self.heel and bool(self.uit_word.strip())


@dataclass(frozen=True, slots=True)
class Wordvoorstel:
    """Everything that can be said of one file that came back."""

    regels: tuple[Wordregel, ...]
    gelijk: int
    """How many texts are the same."""
    ontbreekt: tuple[str, ...]
    """Names of texts that are here and not in the file: they stay as they are."""
    vervallen: int
    """How many texts of the file are not here any more."""
    dubbel: tuple[str, ...]
    """Names of texts that stand in the file in two forms: none of them is taken over."""
    kantlijn: Wordkantlijn = LEGE_KANTLIJN
    """What stands in the file beside these texts, and is never taken over."""


@dataclass(frozen=True, slots=True)
class Tekstovername:
    """That one text is taken over: what was shown as the present text, and what it becomes."""

    sleutel: str
    was: str
    wordt: str

    def terug(self) -> Tekstovername:
        """The way back."""
        return Tekstovername(self.sleutel, self.wordt, self.was)


@dataclass(frozen=True, slots=True)
class Planwissel:
    """The whole plan before texts were taken over, and after."""

    was: PlanInvoer
    werd: PlanInvoer
