"""What the figures are called in the words of the house."""

from __future__ import annotations

from collections.abc import Mapping

from zvh_desktop.models.cijfers.maten import Afloop, Indeling, Maat
from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekSoort
from zvh_desktop.models.keuzes import OordeelUitkomst
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.casus.fasen import fase_naam
from zvh_desktop.services.cijfers.woordenlijst import Woordenlijst

_MATEN: Mapping[Maat, str] = {
    Maat.AANGEMELD: "{t.aanmeldingen} gekregen",
    Maat.INSTROOM: "casussen begonnen (instroom)",
    Maat.BEHANDELD: "casussen behandeld",
    Maat.BEHANDELINGEN: "keren dat een casus is behandeld",
    Maat.NIET_BEHANDELD: "keren dat een casus op de agenda stond en niet is behandeld",
    Maat.UITSTROOM: "casussen gesloten (uitstroom)",
    Maat.TAFELS: "{t.tafels} gehouden",
    Maat.OORDEEL_GEVRAAGD: "oordelen gevraagd",
    Maat.OORDEEL_GEGEVEN: "oordelen gegeven",
    Maat.VERZOEKEN: "verzoeken van betrokkenen gekregen",
}
_AFLOPEN = {
    Afloop.SUCCESVOL: "Succesvol afgerond",
    Afloop.ANDERS: "Anders gesloten",
    Afloop.ONBEKEND: "Nog geen reden van afsluiten",
}
_UITKOMSTEN = {
    OordeelUitkomst.RECHTMATIG: "Rechtmatig aanwezig",
    OordeelUitkomst.NIET_RECHTMATIG: "Niet rechtmatig aanwezig",
    OordeelUitkomst.INGETROKKEN: "Ingetrokken",
}
ZONDER = {
    Indeling.AANPAK: "Andere aanpak",
    Indeling.GEMEENTE: "Andere of geen gemeente",
    Indeling.AANMELDER: "Andere {aanmelder}",
}
OVERIGE = "Overige samen"


def maat_naam(maat: Maat, woorden: Woordenlijst) -> str:
    """As in the first column."""
    return hoofdletter(_MATEN[maat].format(t=woorden.profiel.termen))


def indeling_naam(indeling: Indeling, woorden: Woordenlijst) -> str:
    """What a table is divided by, in the words of the house."""
    return woorden.profiel.termen.aanmelder if indeling is Indeling.AANMELDER else indeling.value


def deel_naam(indeling: str, sleutel: str, woorden: Woordenlijst) -> str:
    """One part of a division."""
    profiel = woorden.profiel
    namen: Mapping[str, str]
    match indeling:
        case Indeling.AANPAK:
            namen = {een.sleutel: een.naam for een in profiel.aanpakken}
        case Indeling.GEMEENTE | Indeling.AANMELDER:
            namen = woorden.partijen
        case Indeling.AFLOOP:
            namen = {een.value: naam for een, naam in _AFLOPEN.items()}
        case Indeling.UITKOMST:
            namen = {een.value: naam for een, naam in _UITKOMSTEN.items()}
        case Indeling.SOORT:
            namen = {een.value: hoofdletter(een.value) for een in VerzoekSoort}
        case _:
            namen = {een.sleutel: een.naam for een in profiel.verantwoording.afsluitredenen}
    anders = next((naam for soort, naam in ZONDER.items() if soort == indeling), "Onbekend")
    return namen.get(sleutel, anders.replace("{aanmelder}", profiel.termen.aanmelder))


def fase_tekst(sleutel: str, woorden: Woordenlijst) -> str:
    """A fase, or the whole casus."""
    if not sleutel:
        return "Hele casus, van begin tot sluiten"
    fase = next((een for een in woorden.profiel.fasen if een.sleutel == sleutel), None)
    return fase_naam(fase) if fase is not None else sleutel
