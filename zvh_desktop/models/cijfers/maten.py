"""What is counted: stored words, of which the ui sees the rows and the documents the words."""

from __future__ import annotations

from enum import StrEnum


class Maat(StrEnum):
    """One figure. A word here is kept in a vault and never changes."""

    AANGEMELD = "aangemeld"
    INSTROOM = "instroom"
    BEHANDELD = "behandeld"
    """Casussen, each once a year."""
    BEHANDELINGEN = "behandelingen"
    """How many times a casus was discussed."""
    NIET_BEHANDELD = "niet_behandeld"
    UITSTROOM = "uitstroom"
    TAFELS = "tafels"
    OORDEEL_GEVRAAGD = "oordeel_gevraagd"
    OORDEEL_GEGEVEN = "oordeel_gegeven"
    VERZOEKEN = "verzoeken"
    """Of betrokkenen, by the day of receipt."""
    FASEDUUR = "faseduur"
    """Only the middle one is told, in weeks."""
    AANWEZIG = "aanwezig"
    """Only the share is told, in steps of ten."""
    ANTWOORD = "antwoord"
    """Only the middle one is told, in days."""


class Indeling(StrEnum):
    """By what a figure is divided."""

    TOTAAL = ""
    AANPAK = "aanpak"
    GEMEENTE = "gemeente"
    AANMELDER = "aanmelder"
    AFLOOP = "afloop"
    REDEN = "reden"
    UITKOMST = "uitkomst"
    SOORT = "soort"


AANTALLEN = (
    Maat.AANGEMELD,
    Maat.INSTROOM,
    Maat.BEHANDELD,
    Maat.BEHANDELINGEN,
    Maat.NIET_BEHANDELD,
    Maat.UITSTROOM,
    Maat.TAFELS,
    Maat.OORDEEL_GEVRAAGD,
    Maat.OORDEEL_GEGEVEN,
    Maat.VERZOEKEN,
)
"""Told as numbers, in this order."""

PER_KWARTAAL = tuple(maat for maat in AANTALLEN if maat is not Maat.BEHANDELD)
"""Each thing falls in one quarter; a casus can be discussed in two, and is still one casus in the year."""

INDELINGEN: dict[Maat, tuple[Indeling, ...]] = {
    Maat.INSTROOM: (Indeling.AANPAK, Indeling.GEMEENTE, Indeling.AANMELDER),
    Maat.BEHANDELD: (Indeling.AANPAK, Indeling.GEMEENTE, Indeling.AANMELDER),
    Maat.UITSTROOM: (Indeling.AFLOOP, Indeling.AANPAK, Indeling.GEMEENTE, Indeling.AANMELDER),
    Maat.OORDEEL_GEGEVEN: (Indeling.UITKOMST,),
    Maat.VERZOEKEN: (Indeling.SOORT,),
}
"""Which divisions each has; the reden is a division of each afloop."""


class Afloop(StrEnum):
    """Whether a casus was completed with success, by its reason of the house."""

    SUCCESVOL = "succesvol"
    ANDERS = "anders"
    ONBEKEND = "onbekend"
    """No reason was given yet."""


def reden_van(afloop: str) -> str:
    """The division of one afloop in its reasons, as it is kept."""
    return f"{Indeling.REDEN}:{afloop}"
