"""Blocks of text by a short name, of the house and of each user: typed once, and put in anywhere with "/kort".

They stand among the settings in the vault. A number of a casus and the name of a betrokkene are refused in them: a
block outlives every file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig, NietGevonden
from zvh_desktop.models.instelling import EIGEN_BLOKKEN
from zvh_desktop.models.taal import datum_kort, datum_lang, tijd
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.huis.eigen_lijsten import lees_bewaard, leg_neer
from zvh_desktop.services.werkplek.casusgegevens import eis_geen_casus
from zvh_desktop.services.werkplek.invoer import regel, tekst
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

TEKSTBLOKKEN: Final = "tekstblokken"
"""Under this name the blocks of the house."""
MEESTE_BLOKKEN: Final = 200
MEESTE_TEKENS: Final = 4_000
_KORT: Final = re.compile(r"[a-z0-9][a-z0-9-]{1,19}")
_VELD: Final = re.compile(r"\{([^{}\n]*)\}")
VELDEN_UITLEG: Final[Mapping[str, str]] = {
    "datum": "de dag van vandaag, voluit",
    "dag": "de dag van vandaag, kort",
    "tijd": "hoe laat het is",
    "mijn naam": "uw eigen naam",
    "huis": "de naam van uw huis",
}
"""What can stand between braces; ``{?wie}`` is to be filled in each time."""


@dataclass(frozen=True, slots=True)
class Blokregel:
    """One block; ``eigen`` is of this user alone."""

    kort: str
    tekst: str
    eigen: bool = False


@dataclass(frozen=True, slots=True)
class Ingevuldblok:
    """A block ready to put in: its text, and the first place in it that is still to be filled in (or none: equal)."""

    tekst: str
    begin: int
    einde: int


class TekstblokService:
    """Use cases on blocks of text."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lijst(self) -> tuple[Blokregel, ...]:
        """Those of this user and those of the house, by their short names."""
        with self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            return self._alle(sessie)

    def gevuld(self, kort: str) -> Ingevuldblok | None:
        """The block with this short name, filled in now; one's own goes before that of the house. None without one."""
        gezocht = gevouwen(kort)
        gevonden = [een for een in self.lijst() if een.kort == gezocht]
        return self.vul(min(gevonden, key=_van_het_huis)) if gevonden else None

    def vul(self, blok: Blokregel) -> Ingevuldblok:
        """This block with its fields filled in."""
        nu = self._werkplek.klok().astimezone(AMSTERDAM)
        waarden = {
            "datum": datum_lang(nu.date()),
            "dag": datum_kort(nu.date()),
            "tijd": tijd(nu.time()),
            "mijn naam": self._werkplek.naam,
            "huis": self._werkplek.profiel.naam,
        }
        heel, plek, leeg = "", 0, (-1, -1)
        for gevonden in _VELD.finditer(blok.tekst):
            naam = gevonden[1].strip()
            heel += blok.tekst[plek : gevonden.start()]
            plek = gevonden.end()
            waarde = waarden.get(_veldnaam(naam), gevonden[0])
            if naam.startswith("?"):
                waarde = f"[{naam[1:].strip()}]"
                leeg = leeg if leeg[0] >= 0 else (len(heel), len(heel) + len(waarde))
            heel += waarde
        heel += blok.tekst[plek:]
        begin, einde = leeg if leeg[0] >= 0 else (len(heel), len(heel))
        return Ingevuldblok(heel, begin, einde)

    def bewaar(self, blok: Blokregel, was: Blokregel | None = None) -> None:
        """Add a block, or put it in the place of another. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.TEKSTBLOKKEN_BIJHOUDEN, "tekstblok gewijzigd", TEKSTBLOKKEN) as werk:
            werk.raakt(_soort(blok))
            netjes = Blokregel(_kort(blok.kort), _tekst(blok.tekst), blok.eigen)
            eis_geen_casus(werk.sessie, kort=netjes.kort, tekst=netjes.tekst)
            blijven = [een for een in self._alle(werk.sessie) if was is None or not _zelfde(een, was)]
            if any(_zelfde(een, netjes) for een in blijven):
                raise InvoerOngeldig("kort", f"Er is al een tekstblok /{netjes.kort}.")
            self._zet(werk.sessie, [*blijven, netjes])

    def haal_weg(self, blok: Blokregel) -> None:
        """Take a block away. Raises NietGevonden."""
        with self._werkplek.schrijf(Recht.TEKSTBLOKKEN_BIJHOUDEN, "tekstblok weggehaald", TEKSTBLOKKEN) as werk:
            werk.raakt(_soort(blok))
            alle = self._alle(werk.sessie)
            blijven = [een for een in alle if not _zelfde(een, blok)]
            if len(blijven) == len(alle):
                raise NietGevonden("Dit tekstblok is er niet meer.")
            self._zet(werk.sessie, blijven)

    def _alle(self, sessie: Session) -> tuple[Blokregel, ...]:
        van_mij = lees_bewaard(sessie, EIGEN_BLOKKEN).get(self._werkplek.gebruiker)
        alle = [*_blokken(lees_bewaard(sessie, TEKSTBLOKKEN)), *_blokken(van_mij, eigen=True)]
        return tuple(sorted(alle, key=_volgorde))

    def _zet(self, sessie: Session, alle: Iterable[Blokregel]) -> None:
        van_huis: dict[str, object] = {}
        van_mij: dict[str, object] = {}
        for een in alle:
            (van_mij if een.eigen else van_huis)[een.kort] = een.tekst
        if max(len(van_huis), len(van_mij)) > MEESTE_BLOKKEN:
            raise InvoerOngeldig("kort", f"Er passen {MEESTE_BLOKKEN} tekstblokken in. Haal er eerst een weg.")
        leg_neer(sessie, TEKSTBLOKKEN, van_huis)
        leg_neer(sessie, EIGEN_BLOKKEN, {**lees_bewaard(sessie, EIGEN_BLOKKEN), self._werkplek.gebruiker: van_mij})


def _blokken(bewaard: object, *, eigen: bool = False) -> tuple[Blokregel, ...]:
    if not isinstance(bewaard, dict):
        return ()
    return tuple(Blokregel(str(kort), str(inhoud), eigen) for kort, inhoud in bewaard.items())


def _van_het_huis(blok: Blokregel) -> bool:
    return not blok.eigen


def _volgorde(blok: Blokregel) -> tuple[str, bool]:
    return blok.kort, not blok.eigen


def _zelfde(een: Blokregel, ander: Blokregel) -> bool:
    return (_vorm(een.kort), een.eigen) == (_vorm(ander.kort), ander.eigen)


def _vorm(kort: str) -> str:
    """As it is kept, however it was typed."""
    return "-".join(gevouwen(kort.strip().lstrip("/")).split())


def _soort(blok: Blokregel) -> str:
    """For the log: of whom it is. What it says is not in the log, and neither is its name."""
    return "eigen" if blok.eigen else "huis"


def _veldnaam(naam: str) -> str:
    return " ".join(gevouwen(naam).replace("_", " ").split())


def _kort(kort: str) -> str:
    netjes = _vorm(regel("kort", kort))
    if not _KORT.fullmatch(netjes):
        raise InvoerOngeldig(
            "kort", "Een korte naam heeft 2 tot 20 letters en cijfers, zonder spatie. Een streepje mag ertussen."
        )
    return netjes


def _tekst(inhoud: str) -> str:
    netjes = tekst("tekst", inhoud, MEESTE_TEKENS).strip("\n")
    if not netjes.strip():
        raise InvoerOngeldig("tekst", "Typ de tekst die u wilt invoegen.")
    for gevonden in _VELD.finditer(netjes):
        naam = gevonden[1].strip()
        if naam.startswith("?"):
            if not gevouwen(naam[1:]).strip():
                raise InvoerOngeldig("tekst", "Zet achter het vraagteken wat er moet komen, bijvoorbeeld {?wie}.")
        elif _veldnaam(naam) not in VELDEN_UITLEG:
            lijkt = get_close_matches(_veldnaam(naam), VELDEN_UITLEG, n=1)
            advies = f"Bedoelt u {{{lijkt[0]}}}?" if lijkt else "Wat u zelf invult, schrijft u als {?wie}."
            raise InvoerOngeldig("tekst", f"Het veld {{{naam[:40]}}} is niet bekend.", advies=advies)
    return netjes
