"""Figures that stay when a file goes: a year, an aanpak and how it ended; nothing about anybody.

A destruction says in what is signed how it was counted, so an older state in which it is done again counts the same,
and a state that counted it before does not count it twice.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final, NamedTuple

from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geleegd import OORSPRONKELIJK, vernietigingen
from zvh_desktop.database.keten.ondertekening import VerklaringRij
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.cijfers.maten import Indeling, Maat
from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekSoort
from zvh_desktop.models.keuzes import CasusStatus, VerklaringSoort, VernietigSoort
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.services.cijfers.bewaren import voeg_toe
from zvh_desktop.services.cijfers.tellen import Cijfercel

TELLING: Final = "telling"
"""In what is signed over a destruction: how it was counted."""
_GESLOTEN: Final = frozenset(status.value for status in CasusStatus if status is not CasusStatus.LOPEND)

_GEVRAAGD: Final = frozenset(soort.value for soort in VerzoekSoort)
_MET_TELLING: Final = (VernietigSoort.VERNIETIGEN.value, VernietigSoort.VERZOEK.value)


class Eindtelling(NamedTuple):
    """In which year it closed, under which aanpak of the house (or none), and how it ended."""

    jaar: int
    aanpak: str
    einde: str


class Verzoektelling(NamedTuple):
    """In which year a verzoek came, and what was asked."""

    jaar: int
    soort: str


def telling_van(profiel: Huisprofiel, casus: Casus) -> Eindtelling:
    """How this casus counts."""
    # Only a word of the profile: whatever else stands in that column may be about somebody.
    aanpak = casus.aanpak if casus.aanpak in {een.sleutel for een in profiel.aanpakken} else ""
    return Eindtelling((casus.gesloten_op or casus.geopend_op).year, aanpak, casus.status.value)


def tel_mee(sessie: Session, telling: Eindtelling) -> None:
    """One more that went out in that year; more than this is not known of a file that is not here."""
    maat, verdeeld = Maat.UITSTROOM.value, Indeling.AANPAK.value
    cellen = (Cijfercel(telling.jaar, 0, maat), Cijfercel(telling.jaar, 0, maat, verdeeld, telling.aanpak))
    voeg_toe(sessie, Counter(cellen))


def _tel_verzoek(sessie: Session, telling: Verzoektelling) -> None:
    maat = Maat.VERZOEKEN.value
    cellen = (
        Cijfercel(telling.jaar, 0, maat),
        Cijfercel(telling.jaar, 0, maat, Indeling.SOORT.value, telling.soort),
    )
    voeg_toe(sessie, Counter(cellen))


def tel_opnieuw(sessie: Session, inhoud: Mapping[str, Any]) -> None:
    """Count the destruction of a file that is not in this state, unless this state counted it before.

    A file that is back is counted by what it takes away with it (services/cijfers/bewaren.py). Of one that was
    destroyed before counts were signed nothing is known, and nothing is counted.
    """
    if inhoud.get("soort") not in _MET_TELLING or str(inhoud.get("nummer")) in _geteld(sessie):
        return
    match _getekend(inhoud):
        case Eindtelling() as telling:
            tel_mee(sessie, telling)
        case Verzoektelling() as telling:
            _tel_verzoek(sessie, telling)


def _getekend(inhoud: Mapping[str, Any]) -> Eindtelling | Verzoektelling | None:
    match inhoud.get(TELLING):
        case [int() as jaar, str() as aanpak, str() as einde] if einde in _GESLOTEN:
            return Eindtelling(jaar, aanpak, einde)
        case [int() as jaar, str() as soort] if soort in _GEVRAAGD:
            return Verzoektelling(jaar, soort)
    return None


def _geteld(sessie: Session) -> frozenset[str]:
    """The numbers of what was destroyed whole in this state, here or again: files, and verzoeken."""
    nummers = set[str]()
    for rij in vernietigingen(sessie):
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            gegevens = json.loads(rij.inhoud or "")["gegevens"]
            if rij.soort == VerklaringSoort.VERNIETIGING_OPNIEUW:
                gegevens = json.loads(VerklaringRij._make(gegevens[OORSPRONKELIJK]).inhoud or "")["gegevens"]
            if gegevens["soort"] in _MET_TELLING:
                nummers.add(str(gegevens["nummer"]))
    return frozenset(nummers)
