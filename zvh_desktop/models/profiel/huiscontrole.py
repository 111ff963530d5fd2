"""Check what a house may leave out: a term that is asked for only where the house says it somewhere."""

from __future__ import annotations

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.tabel import Bevindingen


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
    if "afschaling" not in termen.afschaling.casefold() and termen.afgeschaald == "afgeschaald":
        verwacht = f'wat een casus is na {termen.met_lidwoord("afschaling")}, zoals "afgesloten" na afsluiting'
        bevindingen.meld("termen.afgeschaald", "niets anders dan afgeschaald", verwacht)


def _in_geschil(profiel: Huisprofiel, rol: str, regel: Regel) -> bool:
    return profiel.geldt(regel) or rol in profiel.geschillen
