"""The words of a house, with the article and the form that fit them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from zvh_desktop.models.taal import hoofdletter

Lidwoord = Literal["de", "het"]
BUIGING = {"de": "het", "deze": "dit", "die": "dat", "elke": "elk", "welke": "welk", "nieuwe": "nieuw"}
"""A word that can stand before a term: the form for 'de' and the form for 'het'."""


@dataclass(frozen=True, slots=True)
class Termen:
    """The words of the house. Names of functions stand in lower case, names of meetings as the house writes them.

    Casus, partij and betrokkene are not among them: every convenant has exactly these words. Nor is what a meeting is
    called: that stands with the kinds of meeting. ``manager`` and ``informatierol`` are empty in a house without.
    """

    tafel: str
    tafels: str
    aanmelding: str
    aanmeldingen: str
    triage: str
    casusregisseur: str
    casusregie: str
    procesregisseur: str
    procesregie: str
    manager: str
    informatierol: str
    administratief_medewerker: str
    plan_van_aanpak: str
    afschaling: str
    privacyprotocol: str
    het: frozenset[str]
    afgeschaald: str = "afgeschaald"
    convenantpartij: str = "convenantpartij"
    aanmelder: str = "aanmelder"
    opschaling: str = "opschaling"
    opgeschaald: str = "opgeschaald"

    def lidwoord(self, term: str) -> Lidwoord:
        """'de' or 'het' for the term with this field name."""
        return "het" if term in self.het else "de"

    def met_lidwoord(self, term: str) -> str:
        """'de casusregisseur', 'het jaarplan'; ``term`` is the field name."""
        return self.gebogen("de", term)

    def gebogen(self, voor: str, term: str) -> str:
        """'deze triage' or 'dit plan van aanpak': a word of BUIGING, in the form that fits, and the term."""
        vorm = voor if self.lidwoord(term) == "de" else BUIGING[voor]
        return f"{vorm} {getattr(self, term)}"

    def deze(self, term: str) -> str:
        """'Deze triage' or 'Dit plan van aanpak', where a sentence begins."""
        return hoofdletter(self.gebogen("deze", term))
