"""The rules on the plan van aanpak: what the convenant says of it, and what the application asks of it by itself."""

from __future__ import annotations

from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import hoofdletter, verwijzing
from zvh_desktop.services.regelboek.afspraken import Afspraak
from zvh_desktop.services.regelboek.uitleg import eigen_eis, uitleg, weigering


def plan_van_aanpak(profiel: Huisprofiel) -> Afspraak:
    """Rule ``plan_van_aanpak``: the overleg draws up one joint plan.

    That there is one plan in force is kept by PlanService: a newer version replaces the one before. What has to stand
    in it the article does not say; see ``doel_in_plan`` and ``wie_informeert_betrokkene``. Source: Twente art. 7.4.b.
    """
    gevonden = uitleg(Regel.PLAN_VAN_AANPAK, profiel)
    return Afspraak(hoofdletter(profiel.termen.plan_van_aanpak), gevonden.zin, gevonden.artikel)


def doel_in_plan(*, doelen: int) -> RegelGeweigerd | None:
    """A plan has at least one goal. No convenant asks it: the application does, and says so."""
    if doelen:
        return None
    waarom = "zonder doel is later niet te zien of de casus kan worden afgesloten"
    return eigen_eis("Vul ten minste één doel in.", waarom)


def wie_informeert_betrokkene(profiel: Huisprofiel, *, geregeld: bool) -> RegelGeweigerd | None:
    """Rule ``wie_informeert_betrokkene``: a plan says who tells the betrokkene, or why nobody does.

    Where the convenant does not say so the application asks it by itself, without an article: a betrokkene has a right
    to be told (AVG). Source: Twente bijlage 3, fase 4.
    """
    if geregeld:
        return None
    zin = "Vul in wie de betrokkene informeert, of waarom dat niet gebeurt"
    if not profiel.geldt(Regel.WIE_INFORMEERT_BETROKKENE):
        return eigen_eis(f"{zin}.", "een betrokkene heeft er recht op te weten wat er met zijn gegevens gebeurt")
    artikel = verwijzing(profiel.artikel(Regel.WIE_INFORMEERT_BETROKKENE))
    return weigering(profiel, Regel.WIE_INFORMEERT_BETROKKENE, f"{zin}{artikel}.")
