"""An editable document: a template, the values of the PDF, and where its texts can be taken in again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from zvh_desktop.documents.brieven.brief import BriefGegevens
from zvh_desktop.documents.notulen import NotulenPartijGegevens, NotulenRegieGegevens
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.plan_van_aanpak import PlanGegevens
from zvh_desktop.documents.word.blokken import Anker, Blokmaker
from zvh_desktop.documents.word.keuren import eis_sjabloon
from zvh_desktop.documents.word.lezen import met_kantlijn
from zvh_desktop.documents.word.velden import VELDEN
from zvh_desktop.documents.word.vullen import vul_sjabloon
from zvh_desktop.documents.word.waarden import WordGegevens, waarden_van
from zvh_desktop.models.keuzen.wordkeuzes import Wordsoort

SOORT: Final[dict[type, Wordsoort]] = {
    NotulenRegieGegevens: Wordsoort.VERSLAG,
    NotulenPartijGegevens: Wordsoort.VERSLAG_PARTIJ,
    PlanGegevens: Wordsoort.PLAN,
    BriefGegevens: Wordsoort.BRIEF,
}


@dataclass(frozen=True, slots=True)
class Wordstuk:
    """What one editable document is made of. ``merk`` is by which it is known again; empty for one that is not.

    ``sleutel`` stays in the house: under it is checked what was changed beside the texts when it comes back.
    """

    gegevens: WordGegevens
    sjabloon: bytes = field(repr=False)
    merk: str = ""
    ankers: tuple[Anker, ...] = ()
    sleutel: bytes = field(default=b"", repr=False)

    @property
    def kop(self) -> Documentkop:
        """The head of the document, with what may not be in it."""
        return self.gegevens.kop


@gewogen
def bouw_word(stuk: Wordstuk) -> bytes:
    """The document as DOCX. Raises InvoerOngeldig when the template cannot be used."""
    eis_sjabloon(stuk.sjabloon, VELDEN[SOORT[type(stuk.gegevens)]])
    blok = Blokmaker(stuk.merk, {anker.plek: anker for anker in stuk.ankers} if stuk.merk else {}, stuk.sleutel)
    titel = f"OEFENING - {stuk.kop.titel}" if stuk.kop.oefen else stuk.kop.titel
    waarden = waarden_van(stuk.gegevens, blok)
    inhoud = vul_sjabloon(stuk.sjabloon, waarden, titel, stuk.kop.huis_naam, stuk.kop.gemaakt_op)
    return met_kantlijn(inhoud, stuk.sleutel) if stuk.sleutel else inhoud
