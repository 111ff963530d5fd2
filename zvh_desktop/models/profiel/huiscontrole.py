"""Check what a house may leave out, and what it has to fill in itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.tabel import Bevindingen, toon
from zvh_desktop.models.profiel.termen import Termen

VASTE_REGELS: Final[Mapping[Regel, str]] = {
    Regel.ALLEEN_RECHTMATIGE_PARTIJEN: "hierop rust wie iets van een casus ziet",
    Regel.TOESTEMMING_DERDEN: "zonder toestemming wordt er geen verstrekking vastgelegd",
    Regel.AFSCHALING_BESLUIT: "er moet iemand zijn die een casus sluit",
    Regel.GEEN_CASUS_BUITEN_OPERATIONEEL: "voor de andere overleggen is er geen oordeel over wie aanwezig mag zijn",
}
"""The few rules that the application cannot do without, and why."""
_SJABLOON = re.compile(r"\b[Vv]oorbeeld(?:stad|regio)?\b")


def controleer_vaste_regels(profiel: Huisprofiel, bevindingen: Bevindingen) -> None:
    """Report a rule that is put off although nothing works without it, or although a fase still says the same."""
    for regel, waarom in VASTE_REGELS.items():
        if not profiel.geldt(regel):
            verwacht = (
                f"true: de applicatie kan niet zonder deze regel, want {waarom}. Staat zij niet in het convenant, noem "
                "dan bij artikel waar zij wel staat, zoals de AVG of een eigen afspraak"
            )
            bevindingen.meld(f"regels.{regel.value}.geldt", "false", verwacht)
    if not profiel.geldt(Regel.GEEN_VERSTREKKING_VOOR_OVERLEG):
        for nummer, fase in enumerate(profiel.fasen, 1):
            if not fase.delen_toegestaan:
                verwacht = "true, want de regel geen_verstrekking_voor_overleg geldt niet"
                bevindingen.meld(f"fasen[{nummer}].delen_toegestaan", "false", verwacht)


def controleer_ingevuld(profiel: Huisprofiel, bevindingen: Bevindingen) -> None:
    """Report each name that still is the one of the example: a template that nobody filled in is no house."""
    namen = {"sleutel": profiel.sleutel, "naam": profiel.naam, "korte_naam": profiel.korte_naam}
    namen["convenant.naam"] = profiel.convenant.naam
    namen |= {f"partijen[{nummer}].naam": partij.naam for nummer, partij in enumerate(profiel.partijen, 1)}
    if profiel.opschaling is not None:
        namen |= {"opschaling.naar": profiel.opschaling.naar, "opschaling.naar_kort": profiel.opschaling.naar_kort}
    for plaats, naam in namen.items():
        if _SJABLOON.search(naam):
            verwacht = "de naam van uw eigen huis of van een partij ervan"
            bevindingen.meld(plaats, f"nog niet ingevuld: {toon(naam)}", verwacht)


def controleer_termen(profiel: Huisprofiel, bevindingen: Bevindingen) -> None:
    """Report a term that is missing although a rule or a decider of this house needs it."""
    termen = profiel.termen
    lezingen = profiel.afschaling.lezingen
    besluit = "manager" in profiel.afschaling.beslissers or any("manager" in een.beslissers for een in lezingen)
    if not termen.manager and (besluit or _in_geschil(profiel, "manager", Regel.GESCHIL_MANAGER)):
        verwacht = "hoe het huis de manager noemt, want er zijn regels voor"
        bevindingen.meld("termen.manager", "niets", verwacht)
    if not termen.informatierol and _in_geschil(profiel, "informatierol", Regel.GESCHIL_INFORMATIEROL):
        verwacht = "hoe het huis deze functie noemt, want er is een geschilregel voor"
        bevindingen.meld("termen.informatierol", "niets", verwacht)
    _hoort_bij(termen, "afschaling", "afgeschaald", '"afgesloten" na afsluiting', bevindingen)
    if profiel.opschaling is not None:
        _hoort_bij(termen, "opschaling", "opgeschaald", '"overgedragen" na overdracht', bevindingen)


def _hoort_bij(termen: Termen, daad: str, gedaan: str, zoals: str, bevindingen: Bevindingen) -> None:
    """Report that an act has a word of the house and what a casus is after it has not: they are said together."""
    if daad not in str(getattr(termen, daad)).casefold() and getattr(termen, gedaan) == gedaan:
        verwacht = f"wat een casus is na {termen.met_lidwoord(daad)}, zoals {zoals}"
        bevindingen.meld(f"termen.{gedaan}", f"niets anders dan {gedaan}", verwacht)


def _in_geschil(profiel: Huisprofiel, rol: str, regel: Regel) -> bool:
    return profiel.geldt(regel) or rol in profiel.geschillen
