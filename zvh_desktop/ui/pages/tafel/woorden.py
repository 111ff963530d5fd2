"""The words and icons for the states of a tafel, its uitnodigingen and its verslag."""

from __future__ import annotations

from zvh_desktop.models.keuzes import (
    Aanwezigheid,
    DocumentSoort,
    OverlegStatus,
    UitnodigingAntwoord,
    UitnodigingStatus,
    VerslagStatus,
)
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur

OVERLEG_TEKST = {
    OverlegStatus.CONCEPT: "concept",
    OverlegStatus.AKKOORD_GEVRAAGD: "akkoord gevraagd",
    OverlegStatus.AKKOORD: "akkoord",
    OverlegStatus.VERZONDEN: "verzonden",
    OverlegStatus.GEHOUDEN: "gehouden",
    OverlegStatus.AFGELAST: "afgelast",
}

OVERLEG_ICOON = {
    OverlegStatus.CONCEPT: Icoon.POTLOOD,
    OverlegStatus.AKKOORD_GEVRAAGD: Icoon.KLOK,
    OverlegStatus.AKKOORD: Icoon.VINK,
    OverlegStatus.VERZONDEN: Icoon.POST,
    OverlegStatus.GEHOUDEN: Icoon.TAFELS,
    OverlegStatus.AFGELAST: Icoon.SLUITEN,
}

OVERLEG_KLEUR = {
    OverlegStatus.CONCEPT: Kleur.STIL,
    OverlegStatus.AKKOORD_GEVRAAGD: Kleur.LET_OP,
    OverlegStatus.AKKOORD: Kleur.GOED,
    OverlegStatus.VERZONDEN: Kleur.GOED,
    OverlegStatus.GEHOUDEN: Kleur.STIL,
    OverlegStatus.AFGELAST: Kleur.LET_OP,
}

VERSLAG_TEKST = {VerslagStatus.CONCEPT: "concept", VerslagStatus.VASTGESTELD: "vastgesteld"}


AANWEZIGHEID_ICOON = {
    Aanwezigheid.ONBEKEND: Icoon.VRAAGTEKEN,
    Aanwezigheid.AANWEZIG: Icoon.VINK,
    Aanwezigheid.AFGEMELD: Icoon.STREEPJE,
    Aanwezigheid.AFWEZIG: Icoon.SLUITEN,
    Aanwezigheid.SCHRIFTELIJK: Icoon.DOCUMENT,
    Aanwezigheid.VERTROKKEN: Icoon.VERDER,
}

UITNODIGING_TEKST = {
    UitnodigingStatus.CONCEPT: "nog niet verstuurd",
    UitnodigingStatus.VERZONDEN: "verstuurd",
    UitnodigingStatus.IN_TE_TREKKEN: "klopt niet meer",
    UitnodigingStatus.INGETROKKEN: "ingetrokken",
}

AFGELAST_TEKST = {
    UitnodigingStatus.CONCEPT: "nooit verstuurd",
    UitnodigingStatus.VERZONDEN: "verstuurd",
    UitnodigingStatus.IN_TE_TREKKEN: "nog afzeggen",
    UitnodigingStatus.INGETROKKEN: "afgezegd",
}
"""The same where the overleg was called off."""

UITNODIGING_ICOON = {
    UitnodigingStatus.CONCEPT: Icoon.CIRKEL,
    UitnodigingStatus.VERZONDEN: Icoon.VINK,
    UitnodigingStatus.IN_TE_TREKKEN: Icoon.UITROEP,
    UitnodigingStatus.INGETROKKEN: Icoon.STREEPJE,
}

ANTWOORD_TEKST = {
    UitnodigingAntwoord.GEEN: "nog geen antwoord",
    UitnodigingAntwoord.KOMT: "komt",
    UitnodigingAntwoord.KOMT_NIET: "komt niet",
    UitnodigingAntwoord.VERVANGER: "stuurt een vervanger",
}

ANTWOORD_ICOON = {
    UitnodigingAntwoord.GEEN: Icoon.VRAAGTEKEN,
    UitnodigingAntwoord.KOMT: Icoon.VINK,
    UitnodigingAntwoord.KOMT_NIET: Icoon.STREEPJE,
    UitnodigingAntwoord.VERVANGER: Icoon.PERSOON,
}


DOCUMENT_TEKST = {
    DocumentSoort.AGENDA_REGIE: "Agenda, volledig",
    DocumentSoort.AGENDA_PARTIJ: "Agenda",
    DocumentSoort.PRESENTIELIJST: "Presentielijst",
    DocumentSoort.NOTULEN_REGIE: "Notulen, volledig",
    DocumentSoort.NOTULEN_PARTIJ: "Notulen",
    DocumentSoort.BESLUITENLIJST: "Besluitenlijst",
    DocumentSoort.ACTIELIJST: "Actielijst",
}
