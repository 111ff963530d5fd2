"""What came back beside what stands here now, field by field: what changed there, here, or in both places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zvh_desktop.documents.word.blokken import Anker, tekstmerk, zoals_geschreven
from zvh_desktop.documents.word.lezen import Teruggelezen
from zvh_desktop.documents.word.pakket import geweigerd
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.bewerkbaar.gegevens import Tekstovername, Veldstand, Wordregel, Wordvoorstel


@dataclass(frozen=True, slots=True)
class Veldnu:
    """A text as it stands now: its key, how it is called, where it is printed, and what it says."""

    sleutel: str
    naam: str
    plek: str
    tekst: str
    kort: str
    """Its name within the document, which says nothing of a casus."""


def ankers_van(velden: Sequence[Veldnu], sleutel: bytes) -> tuple[Anker, ...]:
    """The marks of these texts in a file that is made now."""
    return tuple(Anker(een.plek, een.kort, een.sleutel, tekstmerk(een.tekst, sleutel)) for een in velden)


def vergelijk(velden: Sequence[Veldnu], terug: Teruggelezen, merk: str, sleutel: bytes) -> Wordvoorstel:
    """The proposal. Raises InvoerOngeldig when the file is of another document."""
    if terug.document != merk:
        raise geweigerd("Dit bestand is van een ander stuk.", "Kies het bestand dat bij dit stuk is bewaard.")
    namen = {een.sleutel: een.naam for een in velden}
    uit_word = {een.merk.sleutel: een for een in terug.teksten}
    regels, gelijk = [], 0
    for veld in velden:
        een = uit_word.get(veld.sleutel)
        if een is None:
            continue
        nu, merk_nu = zoals_geschreven(veld.tekst), tekstmerk(veld.tekst, sleutel)
        if een.tekst == nu:
            gelijk += 1
            continue
        hier, daar = merk_nu != een.merk.basis, tekstmerk(een.tekst, sleutel) != een.merk.basis
        stand = Veldstand.BEIDE if hier and daar else Veldstand.WORD if daar else Veldstand.HIER
        regels.append(Wordregel(veld.sleutel, veld.naam, veld.tekst, een.tekst, stand, een.heel))
    return Wordvoorstel(
        tuple(regels),
        gelijk,
        tuple(een.naam for een in velden if een.sleutel not in uit_word and een.sleutel not in terug.dubbel),
        sum(sleutel not in namen for sleutel in uit_word),
        tuple(namen[sleutel] for sleutel in terug.dubbel if sleutel in namen),
        terug.kantlijn,
    )


def eis_zoals_getoond(velden: Sequence[Veldnu], overnames: Sequence[Tekstovername]) -> Mapping[str, str]:
    """What each text becomes. Raises GebruikersFout when one is not any more what was shown beside the file."""
    nu = {een.sleutel: een.tekst for een in velden}
    for een in overnames:
        if nu.get(een.sleutel) != een.was:
            raise GebruikersFout(
                "Een van deze teksten is intussen hier gewijzigd. Er is niets overgenomen.",
                advies="Lees het Word-bestand opnieuw in en kijk wat er nu staat.",
            )
    return {een.sleutel: een.wordt for een in overnames}
