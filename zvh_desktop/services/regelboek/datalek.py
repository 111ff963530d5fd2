"""The rule on a datalek: whom it concerns is told in writing."""

from __future__ import annotations

from collections.abc import Sequence

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import opsomming, verwijzing
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, aandachtspunt


def datalek_partijen(profiel: Huisprofiel, zonder_bericht: Sequence[str]) -> Aandachtspunt | None:
    """Rule ``datalek_partijen``: each partij that a datalek concerns is told in writing.

    ``zonder_bericht`` names those to whom no letter went yet. A house whose convenant has no such rule asks nothing.
    Source: Twente art. 10.3.h.
    """
    if not zonder_bericht or not profiel.geldt(Regel.DATALEK_PARTIJEN):
        return None
    artikel = verwijzing(profiel.artikel(Regel.DATALEK_PARTIJEN))
    wie = opsomming(list(zonder_bericht))
    return aandachtspunt(profiel, Regel.DATALEK_PARTIJEN, f"Nog schriftelijk te informeren: {wie}{artikel}.")
