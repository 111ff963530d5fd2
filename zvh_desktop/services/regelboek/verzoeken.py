"""The rules on what a betrokkene asks: each partij answers for its part, and what is restricted is in nothing new."""

from __future__ import annotations

from collections.abc import Sequence

from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import opsomming
from zvh_desktop.services.regelboek.uitleg import eigen_eis, weigering

BEPERKT_ARTIKEL = "AVG art. 18"


def verwerking_beperkt(profiel: Huisprofiel) -> str:
    """Rule ``verwerking_beperkt``: what a new document says in the place of what is restricted, until it is lifted.

    The AVG asks it everywhere (art. 18 lid 2); where a convenant binds partijen to the Privacy Protocol, that place is
    named too. Source: landelijk art. 15.2.
    """
    artikel = profiel.artikel(Regel.VERWERKING_BEPERKT) if profiel.geldt(Regel.VERWERKING_BEPERKT) else ""
    waar = " en ".join(deel for deel in (BEPERKT_ARTIKEL, artikel) if deel)
    return f"[hier weggelaten: de verwerking is beperkt ({waar})]"


def partij_antwoordt_zelf(profiel: Huisprofiel, wachten: Sequence[str]) -> RegelGeweigerd | None:
    """Rule ``partij_antwoordt_zelf``: what a partij supplied leaves in an overzicht only after that partij answered.

    ``wachten`` are those that did not. Source: landelijk bijvoegsel 5, Twente art. 15.1.
    """
    if not wachten:
        return None
    zin = f"Nog niet geantwoord over het eigen deel: {opsomming(list(wachten))}."
    if not profiel.geldt(Regel.PARTIJ_ANTWOORDT_ZELF):
        return eigen_eis(zin, "elke partij antwoordt voor wat zij zelf gaf")
    return weigering(
        profiel,
        Regel.PARTIJ_ANTWOORDT_ZELF,
        zin,
        advies="Vraag deze partijen om antwoord, en leg vast wat zij zeggen.",
    )
