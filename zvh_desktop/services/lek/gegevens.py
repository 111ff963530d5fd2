"""What the screen is told of something in a text, and the refusal as long as nothing was chosen about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from zvh_desktop.errors import GebruikersFout, TeKiezen, Weg
from zvh_desktop.models.keuzen.lekkeuzes import Leksoort
from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.services.lek.bestemming import Bestemming
from zvh_desktop.services.lek.vondst import Vondst
from zvh_desktop.services.werkplek.plekken import BijCasus

SOORT_TEKST: Final = {
    Leksoort.BSN: "BSN",
    Leksoort.TELEFOON: "telefoonnummer",
    Leksoort.EMAIL: "e-mailadres",
    Leksoort.ADRES: "adres",
    Leksoort.GEBOORTEDATUM: "geboortedatum",
    Leksoort.BETROKKENE: "naam van een betrokkene bij een andere casus",
    Leksoort.PARTIJ: "naam van een partij die hier niet aan tafel zit",
    Leksoort.ONLEESBAAR: "bijlage die niet of niet helemaal is na te zien",
}
NIET_GETEKEND: Final = "stond een keuze die niemand ondertekende"
BSN_NOOIT: Final = "Een BSN gaat nooit mee: de applicatie bewaart en verstuurt er geen."
BIJLAGE_HEEL: Final = (
    "Dit staat in een bijlage van een ander, en daar wordt niets uit gehaald. Kiest u Haal weg, dan blijft de hele "
    "bijlage achter."
)
BSN_AL_WEG: Final = "Een BSN bewaart de applicatie niet: ook als hij meeging, staat hij niet in de kopie in de kluis."
BIJLAGE_AL_WEG: Final = (
    "Dit staat in een bijlage van een ander, en daar wordt niets uit gehaald. Zegt u dat dit er niet in stond, dan "
    "bewaart de kluis die bijlage niet als verstuurd."
)
GING_TEN_ONRECHTE: Final = "ging mee en had niet mee gemoeten"
"""The reason of what is left out from now on, and did stand in what went: so the copy of that keeps it."""
_EINDE: Final = re.compile(r"[.!?](?=\s)|\n")
_MEESTE: Final = 160
"""So many characters of the text are shown on either side at most."""


@dataclass(frozen=True, slots=True)
class Lekbevinding:
    """One place in one text for one reader. The text is for the screen: it is kept nowhere."""

    aan: Bestemming
    casus_id: CasusId | None
    casusnummer: str
    tekst: str
    digest: str
    vondst: Vondst
    bijlage: bool = False
    """It stands in a file that goes along as it is: left out means that the whole file stays behind."""
    niet_getekend: bool = False
    """Something stands there as chosen that nobody signed: it does not count, and is to be reported."""
    al_weg: bool = False
    """It is noted that this went: what is chosen now says how it went, and stops nothing."""

    @property
    def lezer(self) -> str:
        """Who reads it, in words."""
        return self.aan.naam

    @property
    def gevonden(self) -> str:
        """What stands there."""
        return self.tekst[self.vondst.begin : self.vondst.eind]

    @property
    def zin(self) -> tuple[str, str, str]:
        """The sentence: what stands before it, the thing itself, and what stands behind it."""
        ervoor, erna = self.tekst[: self.vondst.begin], self.tekst[self.vondst.eind :]
        eindes = [gevonden.end() for gevonden in _EINDE.finditer(ervoor)]
        ervoor = ervoor[eindes[-1] if eindes else 0 :].lstrip()
        einde = _EINDE.search(erna)
        erna = erna[: einde.end()].rstrip() if einde else erna.rstrip()
        voor = f"…{ervoor[-_MEESTE:]}" if len(ervoor) > _MEESTE else ervoor
        return voor, self.gevonden, f"{erna[:_MEESTE]}…" if len(erna) > _MEESTE else erna

    @property
    def wat(self) -> str:
        """What kind of thing it is, in words."""
        return SOORT_TEKST[self.vondst.soort]

    @property
    def weg(self) -> Weg | None:
        """The casus that it is about, where its texts are; None for a text about no casus."""
        return Weg("casussen", BijCasus(self.casus_id), "Ga &erheen") if self.casus_id is not None else None

    @property
    def kan_mee(self) -> bool:
        """Whether it can be allowed at all."""
        return self.vondst.soort is not Leksoort.BSN


class LekOpen(TeKiezen):
    """Something stands in a text about which nothing was chosen yet, so that nothing is made of it."""

    def __init__(self, bevindingen: Sequence[Lekbevinding]) -> None:
        wie, wat = _hoeveel(bevindingen)
        vals = sum(een.niet_getekend for een in bevindingen)
        erbij = f" Bij {vals} ervan {NIET_GETEKEND}: meld dat bij uw beheerder." if vals else ""
        self.al_weg = any(een.al_weg for een in bevindingen)
        super().__init__(
            f"In de tekst die naar {wie} ging, {wat} waarover u nog kiest: ging het terecht mee, of niet.{erbij}"
            if self.al_weg
            else f"In de tekst voor {wie} {wat} waarover u nog kiest: mag het mee, of wordt het weggelaten.{erbij}",
            veilig="Er is nog niets genoteerd." if self.al_weg else "Er is nog niets gemaakt of genoteerd.",
            advies="Kies bij elk ervan.",
        )
        self.bevindingen = tuple(bevindingen)

    def zelfde(self, ander: TeKiezen) -> bool:
        return isinstance(ander, LekOpen) and self.bevindingen == ander.bevindingen


class LekNietHier(GebruikersFout):
    """Something stands in a text about which is chosen first, and no choice can be recorded here."""

    def __init__(self, bevindingen: Sequence[Lekbevinding], waarom: str) -> None:
        wie, wat = _hoeveel(bevindingen)
        super().__init__(
            f"In de tekst voor {wie} {wat} waarover eerst is gekozen of het mee mag, en dat kan hier niet. {waarom}",
            veilig="Er is niets gemaakt.",
            advies="Maak het stuk waar u in de kluis werkt: daar kiest u.",
        )


def _hoeveel(bevindingen: Sequence[Lekbevinding]) -> tuple[str, str]:
    """For whom, and how many things there are, in words."""
    aantal = len(bevindingen)
    wie = ", ".join(dict.fromkeys(een.lezer for een in bevindingen))
    return wie, "staat 1 ding" if aantal == 1 else f"staan {aantal} dingen"
