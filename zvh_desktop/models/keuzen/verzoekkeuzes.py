"""Enums and ids of what a betrokkene asks, of which the ui may see all."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

VerzoekId = NewType("VerzoekId", int)
AantekeningId = NewType("AantekeningId", int)


class VerzoekSoort(StrEnum):
    """What is asked."""

    INZAGE = "inzage"
    CORRECTIE = "correctie"
    BEZWAAR = "bezwaar"
    BEPERKING = "beperking"
    WISSING = "wissing"


class VerzoekUitkomst(StrEnum):
    """What the house decided."""

    OPEN = "open"
    TOEGEWEZEN = "toegewezen"
    DEELS = "deels"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"


class PartijAntwoord(StrEnum):
    """What a partij says about its own part of an inzage-overzicht."""

    OPEN = "open"
    AKKOORD = "akkoord"
    ZELF = "zelf"
    WEIGERT = "weigert"


class Aard(StrEnum):
    """What stands beside an item: that it is wrong, that there is an objection, or that it may not be used now."""

    CORRECTIE = "correctie"
    BEZWAAR = "bezwaar"
    BEPERKING = "beperking"


class AantekeningUitkomst(StrEnum):
    """What came of it."""

    OPEN = "open"
    OVERGENOMEN = "overgenomen"
    GEWEIGERD = "geweigerd"


class ItemSoort(StrEnum):
    """What of a file can be pointed at. ``BETROKKENE`` is the person, and with it everything in the casus."""

    BETROKKENE = "betrokkene"
    AANMELDING = "aanmelding"
    CRITERIUM = "criterium"
    VASTLEGGING = "vastlegging"
    TRIAGE = "triage"
    TRIAGEVRAAG = "triagevraag"
    TRIAGEBRIEF = "triagebrief"
    OORDEEL = "oordeel"
    AGENDAPUNT = "agendapunt"
    BIJDRAGE = "bijdrage"
    BESLUIT = "besluit"
    ACTIE = "actie"
    PLAN = "plan"
    PLANDOEL = "plandoel"
    PLANROL = "planrol"
    INFORMATIE = "informatie"
    VERSTREKKING = "verstrekking"
    REACTIE = "reactie"
    AFSCHALING = "afschaling"
    CHECKLIST = "checklist"
    EINDE = "einde"
    OPSCHALING = "opschaling"
    VERSLAGCORRECTIE = "verslagcorrectie"
    OVERDRACHT = "overdracht"
    VERLENGING = "verlenging"
