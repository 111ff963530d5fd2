"""Which fields a template can use, per kind of document: a line, a text of several paragraphs, or a list.

What a template asks for and is not in here is refused when it is uploaded, and what is in here is filled in by
``waarden.py``: a test holds both beside each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from zvh_desktop.models.keuzen.wordkeuzes import Wordsoort


class Veldvorm(Enum):
    """How a field is put in a template."""

    REGEL = "regel"
    """``{{ naam }}``, anywhere in a paragraph."""
    TEKST = "tekst"
    """``{{p naam }}``, in a paragraph of its own: it becomes as many as there are."""


@dataclass(frozen=True, slots=True)
class Veldlijst:
    """``{%p for een in lijst %}`` ... ``{%p endfor %}``; in a table with tr instead of p."""

    een: str
    """How one of them is called in the template that comes along."""
    velden: Mapping[str, Veldvorm | Veldlijst]


Velden = Mapping[str, Veldvorm | Veldlijst]
R, T = Veldvorm.REGEL, Veldvorm.TEKST

_KOP: Final[Velden] = {
    **dict.fromkeys(("huis", "huis_kort", "titel", "versie", "gemaakt_op", "artikel", "ontvanger"), R),
    **dict.fromkeys(("oefening", "bewerkbaar"), R),
}
_BESLUIT: Final = Veldlijst(
    "besluit", {**dict.fromkeys(("soort", "voorwaarde", "belegd_bij", "informering"), R), "omschrijving": T}
)
_ACTIE: Final = Veldlijst("actie", dict.fromkeys(("omschrijving", "belegd_bij", "termijn", "status"), R))
_VOORTGANG: Final = Veldlijst("eerder", dict.fromkeys(("omschrijving", "belegd_bij", "gemeld"), R))
_PUNT: Final[Velden] = {
    **dict.fromkeys(("nummer", "titel", "doel", "soort_besluit", "uitkomst", "niets_vastgelegd"), R),
    **dict.fromkeys(("beeld", "oordeel", "besluit"), T),
    "besluiten": _BESLUIT,
    "acties": _ACTIE,
    "eerdere_acties": _VOORTGANG,
}
_AANWEZIG: Final = dict.fromkeys(("partij", "aanwezigheid"), R)
_PLANACTIE: Final = Veldlijst(
    "actie", dict.fromkeys(("leefgebied", "omschrijving", "belegd_bij", "termijn", "status"), R)
)

VELDEN: Final[Mapping[Wordsoort, Velden]] = {
    Wordsoort.VERSLAG: {
        **_KOP,
        **dict.fromkeys(("overleg", "datum", "tijd", "plaats", "voorzitter", "notulist", "status", "geheimhouding"), R),
        "verloop": Veldlijst("moment", dict.fromkeys(("tijd", "wat"), R)),
        "punten": Veldlijst(
            "punt",
            {
                **_PUNT,
                **dict.fromkeys(("tijd", "agenda", "betrokkenen", "eerder_verslag"), R),
                "aanwezigen": Veldlijst("aanwezige", {**_AANWEZIG, "afgevaardigde": R}),
            },
        ),
    },
    Wordsoort.VERSLAG_PARTIJ: {
        **_KOP,
        **dict.fromkeys(("overleg", "datum", "plaats", "partij", "status", "geheimhouding"), R),
        "eerdere_verslagen": Veldlijst("verslag", dict.fromkeys(("datum", "hoe"), R)),
        "eigen_acties": Veldlijst("actie", dict.fromkeys(("punt", "titel", "omschrijving", "termijn"), R)),
        "punten": Veldlijst("punt", {**_PUNT, "aanwezigen": Veldlijst("aanwezige", _AANWEZIG)}),
    },
    Wordsoort.PLAN: {
        **_KOP,
        **dict.fromkeys(("casusnummer", "status", "aanpak", "betrokkenen", "evaluatie", "artikel_rollen"), R),
        **dict.fromkeys(("woord_casusregisseur", "casusregisseur", "woord_procesregisseur", "procesregisseur"), R),
        **dict.fromkeys(("woord_afschaling", "artikel_afschaling", "wanneer_geinformeerd"), R),
        **dict.fromkeys(("wie_informeert", "waarom_niet_geinformeerd", "criteria"), T),
        "doelen": Veldlijst("doel", {"leefgebied": R, "doel": T}),
        "acties": _PLANACTIE,
        "rollen": Veldlijst("rol", {"partij": R, "rol": T, "nodig_te_weten": T}),
    },
    Wordsoort.BRIEF: {
        **_KOP,
        **dict.fromkeys(("datum", "betreft", "aanhef", "afzender", "functie", "email", "telefoon"), R),
        "adresregels": Veldlijst("adres", {"regel": R}),
        "stukken": Veldlijst("stuk", {**dict.fromkeys(("kop", "punt"), R), "alinea": T}),
    },
}


def veldnamen(velden: Velden, vooraf: str = "") -> tuple[str, ...]:
    """Every field as it is written in a template, lists with what one of them holds below it."""
    uit: list[str] = []
    for naam, vorm in velden.items():
        if isinstance(vorm, Veldlijst):
            uit.append(f"{{%p for {vorm.een} in {vooraf}{naam} %}} … {{%p endfor %}}")
            uit.extend(veldnamen(vorm.velden, f"{vorm.een}."))
        else:
            uit.append(f"{{{{{'p' if vorm is Veldvorm.TEKST else ''} {vooraf}{naam} }}}}")
    return tuple(uit)
