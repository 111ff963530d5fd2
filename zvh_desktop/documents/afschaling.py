"""The checklist with which a casus is closed: what is decided, what is done, and what is visibly still open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zvh_desktop.documents.kop import Kop


@dataclass(frozen=True, slots=True)
class AfschalingCriterium:
    """One afschalingscriterium and whether it is met."""

    omschrijving: str
    voldaan: bool
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistRegel:
    """One line of the checklist. ``door`` and ``op`` are empty while it is open."""

    omschrijving: str
    gereed: bool
    door: str = ""
    op: date | None = None
    opmerking: str = ""


@dataclass(frozen=True, slots=True)
class AfschalingGegevens:
    """One afschaling. ``besluit_door`` names everyone the house wants to decide together."""

    kop: Kop
    casusnummer: str
    term_casusregisseur: str
    casusregisseur: str
    casusregisseur_partij: str
    besluit_door: tuple[str, ...]
    besluit_op: date | None
    motivering: str
    artikel_besluit: str
    artikel_criteria: str
    criteria: tuple[AfschalingCriterium, ...]
    overgedragen_aan: str
    regels: tuple[ChecklistRegel, ...]
