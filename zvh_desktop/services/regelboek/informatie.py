"""The rules of the convenant about information: each is one function, asked by the services and shown by the panel.

A rule answers with its refusal, or None when it has nothing against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.keuzes import PartijSoort, Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import verwijzing
from zvh_desktop.services.regelboek.uitleg import weigering


@dataclass(frozen=True, slots=True)
class SchriftelijkeToestemming:
    """The written consent of a supplier: of which day, under which reference, signed by whom."""

    op: date | None = None
    kenmerk: str = ""
    door: str = ""


def inzage_vooraf(profiel: Huisprofiel, verstrekker: str, *, akkoord: bool) -> RegelGeweigerd | None:
    """Rule ``inzage_vooraf``: nobody reads an item before the overleg unless its supplier agrees.

    Source: Twente art. 11.2.f.
    """
    if akkoord or not profiel.geldt(Regel.INZAGE_VOORAF):
        return None
    artikel = profiel.artikel(Regel.INZAGE_VOORAF)
    return weigering(
        profiel,
        Regel.INZAGE_VOORAF,
        f"Niemand kan dit stuk vooraf lezen: er is geen akkoord van {verstrekker}{verwijzing(artikel)}.",
        advies=f"Vraag {verstrekker} om akkoord en leg dat vast.",
    )


def verstrekker_bepaalt_gebruik(profiel: Huisprofiel, verstrekker: str, gebruik: str) -> RegelGeweigerd | None:
    """Rule ``verstrekker_bepaalt_gebruik``: nothing is shared before its supplier said what may be done with it.

    Source: Twente art. 16.2.
    """
    if gebruik.strip() or not profiel.geldt(Regel.VERSTREKKER_BEPAALT_GEBRUIK):
        return None
    artikel = profiel.artikel(Regel.VERSTREKKER_BEPAALT_GEBRUIK)
    return weigering(
        profiel,
        Regel.VERSTREKKER_BEPAALT_GEBRUIK,
        f"Bij dit stuk staat nog niet wat anderen ermee mogen doen. {verstrekker} bepaalt dat{verwijzing(artikel)}.",
        advies=f"Vraag het aan {verstrekker} en vul het toegestane gebruik in.",
    )


def niet_openbaar(
    profiel: Huisprofiel, ontvanger: str, soort: PartijSoort, grondslag: str = ""
) -> RegelGeweigerd | None:
    """Rule ``niet_openbaar``: a derde never reads along, and is given something on a legal ground only.

    Source: Twente art. 8.2.
    """
    if soort is not PartijSoort.DERDE or grondslag.strip() or not profiel.geldt(Regel.NIET_OPENBAAR):
        return None
    artikel = profiel.artikel(Regel.NIET_OPENBAAR)
    return weigering(
        profiel,
        Regel.NIET_OPENBAAR,
        f"{ontvanger} is een derde. Een derde leest niet mee en krijgt alleen iets op een wettelijke grondslag: "
        f"het overleg is niet openbaar{verwijzing(artikel)}.",
        advies="Leg een verstrekking vast, met de grondslag en de toestemming.",
    )


def toestemming_derden(
    profiel: Huisprofiel, verstrekker: str, derde: str, toestemming: SchriftelijkeToestemming, verstrekt_op: date
) -> RegelGeweigerd | None:
    """Rule ``toestemming_derden``: a derde gets nothing without the supplier's written consent beforehand.

    Source: Twente art. 8.2.
    """
    artikel = profiel.artikel(Regel.TOESTEMMING_DERDEN)
    begin = f"{derde} krijgt niets zonder schriftelijke toestemming vooraf van {verstrekker}{verwijzing(artikel)}."
    if toestemming.op is None or not toestemming.kenmerk.strip() or not toestemming.door.strip():
        return weigering(
            profiel,
            Regel.TOESTEMMING_DERDEN,
            begin,
            advies="Vul de datum, het kenmerk en de naam onder de toestemming in.",
        )
    if toestemming.op > verstrekt_op:
        return weigering(
            profiel,
            Regel.TOESTEMMING_DERDEN,
            f"{begin} De toestemming is van een latere dag dan de verstrekking.",
            advies="Controleer beide datums.",
        )
    return None
