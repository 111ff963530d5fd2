"""The rule that what was discussed goes into the registration systems of the house."""

from __future__ import annotations

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import verwijzing
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, aandachtspunt


def overnemen(profiel: Huisprofiel, systeem: str, *, overgenomen: bool) -> Aandachtspunt | None:
    """Rule ``overnemen``: a casus that was discussed is taken over into this system, and it is recorded who did it.

    A house can have a system without its convenant asking for it: then the same is said, without an article. The
    article is that of the system, where the profile gives one. Source: Twente art. 13.2, 14.4 and bijlage 3, fase 1.
    """
    blok = next((een for een in profiel.overnemen if een.systeem == systeem), None)
    if overgenomen or blok is None:
        return None
    zin = f"Nog over te nemen in {systeem}"
    if not profiel.geldt(Regel.OVERNEMEN):
        return Aandachtspunt(f"{zin}{verwijzing(blok.artikel)}.")
    artikel = blok.artikel or profiel.artikel(Regel.OVERNEMEN)
    return aandachtspunt(profiel, Regel.OVERNEMEN, f"{zin}{verwijzing(artikel)}.", artikel=artikel)
