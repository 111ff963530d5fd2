"""The rules on whom the procesregisseur speaks before going on: the aanmelder, the gemeente, the betrokkene.

Each is a reminder and no refusal: a convenant that says that a judgement is made in overleg does not say that an
aanmelding fails without a note of it. What is missing is shown until it is recorded, or the reason why not.
"""

from __future__ import annotations

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import verwijzing
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, aandachtspunt


def overleg_met_aanmelder(profiel: Huisprofiel, *, vastgelegd: bool) -> Aandachtspunt | None:
    """Rule ``overleg_met_aanmelder``: an aanmelding is judged in overleg with the partij that brought it.

    Source: Twente art. 11.2.a.
    """
    zin = "Leg vast wanneer en met wie van de aanmeldende partij u overlegde, of waarom niet"
    return _ontbreekt(profiel, Regel.OVERLEG_MET_AANMELDER, zin, vastgelegd=vastgelegd)


def afstemming_gemeente(profiel: Huisprofiel, *, vastgelegd: bool) -> Aandachtspunt | None:
    """Rule ``afstemming_gemeente``: an aanmelding is afgestemd with the gemeente that it concerns.

    Source: Twente bijlage 3, fase 1.
    """
    wat = profiel.termen.met_lidwoord("aanmelding")
    zin = f"Leg vast wanneer en met wie u {wat} met de gemeente afstemde, of waarom niet"
    return _ontbreekt(profiel, Regel.AFSTEMMING_GEMEENTE, zin, vastgelegd=vastgelegd)


def betrokkene_informeren(profiel: Huisprofiel, *, vastgelegd: bool) -> Aandachtspunt | None:
    """Rule ``betrokkene_informeren``: before the tafel the betrokkene is told where that is needed, and it is recorded.

    Source: Twente bijlage 3, fase 2.
    """
    zin = "Leg vast wanneer de betrokkene is geïnformeerd, of waarom niet"
    return _ontbreekt(profiel, Regel.BETROKKENE_INFORMEREN, zin, vastgelegd=vastgelegd)


def _ontbreekt(profiel: Huisprofiel, regel: Regel, zin: str, *, vastgelegd: bool) -> Aandachtspunt | None:
    if vastgelegd or not profiel.geldt(regel):
        return None
    return aandachtspunt(profiel, regel, f"{zin}{verwijzing(profiel.artikel(regel))}.")
