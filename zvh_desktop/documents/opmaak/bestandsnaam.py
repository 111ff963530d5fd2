"""File names that are safe on every system and tell nothing about a person or a casus.

Other programs show file names in recent lists and thumbnails, so they hold the kind of document, the date
of the overleg and at most the short name of the partij that receives it.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Final

from zvh_desktop.models.keuzes import DocumentSoort
from zvh_desktop.models.tekst.bestandsnamen import is_apparaatnaam

_LENGTE: Final = 48
_NIET_VEILIG: Final = re.compile(r"[^A-Za-z0-9]+")
_ACHTER: Final = re.compile(r"-(ics|eml)$")
_ICS: Final = frozenset(
    {
        DocumentSoort.UITNODIGING_ICS,
        DocumentSoort.INTREKKING_ICS,
        DocumentSoort.AFGELASTING_ICS,
        DocumentSoort.OVERLEG_UITNODIGING_ICS,
        DocumentSoort.OVERLEG_INTREKKING_ICS,
    }
)
_EML: Final = frozenset(
    {
        DocumentSoort.UITNODIGING_EML,
        DocumentSoort.INTREKKING_EML,
        DocumentSoort.HERINNERING_EML,
        DocumentSoort.AFGELASTING_EML,
        DocumentSoort.RONDZEND_EML,
        DocumentSoort.DATALEK_EML,
        DocumentSoort.TRAJECT_EML,
        DocumentSoort.TRAJECTBESLUIT_EML,
        DocumentSoort.INZAGE_EML,
        DocumentSoort.KENNISGEVING_EML,
        DocumentSoort.OVERLEG_UITNODIGING_EML,
        DocumentSoort.OVERLEG_INTREKKING_EML,
        DocumentSoort.TRIAGEVRAAG_EML,
        DocumentSoort.BRIEF_EML,
        DocumentSoort.AANMELDFORMULIER_EML,
        DocumentSoort.TRIAGE_INTREKKING_EML,
        DocumentSoort.BESLUITENBRIEF_EML,
    }
)


def mapnaam(partij: str) -> str:
    """The name of a partij as the name of a folder or a part of a file name."""
    kaal = unicodedata.normalize("NFKD", partij.replace("ß", "ss").replace("ø", "o").replace("æ", "ae"))
    naam = _NIET_VEILIG.sub("-", kaal.encode("ascii", "ignore").decode("ascii"))[:_LENGTE].strip("-")
    if not naam:
        return "partij"
    return f"partij-{naam}" if is_apparaatnaam(naam) else naam


def bestandsnaam(
    soort: DocumentSoort,
    datum: date | None = None,
    partij_kort: str | None = None,
    volgnummer: int | None = None,
    *,
    woord: str = "",
) -> str:
    """For example: uitnodiging_2026-12-15_GGD-Twente.pdf.

    ``volgnummer`` keeps apart what would have one name: plans of two cases, which may not be named here.
    ``woord`` is what the house calls this kind of document, where that differs per house.
    """
    stam = mapnaam(woord).lower() if woord else _ACHTER.sub("", soort.value)
    delen = [stam]
    if datum is not None:
        delen.append(datum.isoformat())
    if partij_kort is not None:
        delen.append(mapnaam(partij_kort))
    if volgnummer is not None:
        delen.append(f"{volgnummer:02d}")
    return "_".join(delen) + _extensie(soort)


def _extensie(soort: DocumentSoort) -> str:
    if soort in _ICS:
        return ".ics"
    if soort is DocumentSoort.JZV_UITKOMST:
        return ".json"
    return ".eml" if soort in _EML else ".pdf"
