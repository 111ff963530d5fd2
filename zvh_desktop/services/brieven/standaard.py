"""The standard texts, for all houses, as they travel with the application."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.tekst.briefsoorten import Briefsoort
from zvh_desktop.paths import lees_hulpbron

_BETREFT: Final = "Betreft: "

TITELS: Final = {
    Briefsoort.BETROKKENE_AANMELDING: "Aan de betrokkene: er is een {aanmelding}",
    Briefsoort.BETROKKENE_PLAN: "Aan de betrokkene: er is een plan",
    Briefsoort.BETROKKENE_AFSCHALING: "Aan de betrokkene: het overleg stopt",
    Briefsoort.AANMELDER_AANGENOMEN: "Aan {aanmelder}: {aanmelding} aangenomen",
    Briefsoort.AANMELDER_AFGEWEZEN: "Aan {aanmelder}: {aanmelding} afgewezen",
    Briefsoort.AANMELDER_EINDE: "Aan {aanmelder}: casus beëindigd",
    Briefsoort.OVERDRACHT: "Overdracht bij {afschaling}",
    Briefsoort.AFSCHALING_PARTIJ: "Aan een partij: casus {afgeschaald}",
    Briefsoort.VERSTREKKING: "Verstrekking aan een derde, met de voorwaarden",
}
"""What each letter is called; a term of the house stands between braces."""


@dataclass(frozen=True, slots=True)
class Briefinhoud:
    """The text of one letter. ``versie`` 0 is the standard text."""

    onderwerp: str
    tekst: str
    versie: int = 0


def briefnaam(termen: Termen, soort: Briefsoort) -> str:
    """What this letter is called, in the words of the house."""
    return TITELS[soort].format(
        aanmelding=termen.aanmelding,
        aanmelder=termen.met_lidwoord("aanmelder"),
        afschaling=termen.afschaling,
        afgeschaald=termen.afgeschaald,
    )


@cache
def standaardtekst(soort: Briefsoort) -> Briefinhoud:
    """The text that holds while a house has none of its own."""
    heel = lees_hulpbron(f"brieven/{soort.value}.txt").decode("utf-8").replace("\r\n", "\n")
    eerste, _, rest = heel.partition("\n")
    return Briefinhoud(eerste.removeprefix(_BETREFT).strip(), rest.strip() + "\n")
