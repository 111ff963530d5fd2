"""The words that are right in this house although no dictionary has them."""

from __future__ import annotations

import dataclasses
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.casus import Betrokkene
from zvh_desktop.models.instelling import WOORDENLIJST, Instelling
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.tekst.spelwoorden import LANGSTE_WOORD, is_van_namen, naamdelen, recht, spelwoorden
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.paths import lees_hulpbron
from zvh_desktop.services.spelling.opdracht import opdracht_woordenboek
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.wegen import naar_woordenlijst
from zvh_desktop.services.werkplek.werkplek import Werkplek

VAKWOORDEN: Final = "spelling/vakwoorden.txt"
MEESTE_WOORDEN: Final = 5_000


class SpellingService:
    """Words of the field, of the convenant, of the register and of the house itself."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def opdracht(self) -> tuple[str, ...]:
        """What starts the dictionary."""
        return opdracht_woordenboek()

    def goede_woorden(self) -> frozenset[str]:
        """All that is right without asking the dictionary, as it is spelled."""
        with self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            eigen = lees_woordenlijst(sessie)
            namen = [deel for rij in sessie.execute(select(Partij.naam, Partij.kort)) for deel in rij]
        profiel = self._werkplek.profiel
        return frozenset(eigen).union(_vakwoorden(), _woorden_van(" ".join(namen)), _huiswoorden(profiel))

    def eigen_woorden(self) -> tuple[str, ...]:
        """What the house added, in order."""
        with self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            return lees_woordenlijst(sessie)

    def voeg_toe(self, woord: str) -> None:
        """Add a word. Raises InvoerOngeldig: also for a name of a betrokkene, which would outlive the dossier."""
        netjes = _als_woord(woord)
        with self._werkplek.schrijf(Recht.WOORDENLIJST_BIJHOUDEN, "woord toegevoegd", WOORDENLIJST) as werk:
            woorden = set(lees_woordenlijst(werk.sessie))
            if _is_naam_van_betrokkene(werk.sessie, netjes):
                raise InvoerOngeldig(
                    "woord",
                    "Zo heet iemand in een dossier. Een naam komt niet in de woordenlijst: daar bleef hij staan als "
                    "het dossier er niet meer is.",
                    advies="Kies Negeer. Dat geldt tot de kluis op slot gaat.",
                )
            if len(woorden) >= MEESTE_WOORDEN:
                raise InvoerOngeldig(
                    "woord",
                    f"De woordenlijst is vol: er passen {MEESTE_WOORDEN} woorden in.",
                    advies="Haal bij Beheer, Woordenlijst woorden weg die niet meer nodig zijn.",
                    weg=naar_woordenlijst(),
                )
            _bewaar(werk.sessie, woorden | {netjes})

    def haal_weg(self, woorden: tuple[str, ...]) -> None:
        """Take words off the list again; what is not on it is no matter."""
        with self._werkplek.schrijf(Recht.WOORDENLIJST_BIJHOUDEN, "woord weggehaald", WOORDENLIJST) as werk:
            _bewaar(werk.sessie, set(lees_woordenlijst(werk.sessie)).difference(woorden))

    def zet_terug(self, woorden: tuple[str, ...]) -> None:
        """Undo of ``haal_weg``."""
        with self._werkplek.schrijf(Recht.WOORDENLIJST_BIJHOUDEN, "woord toegevoegd", WOORDENLIJST) as werk:
            _bewaar(werk.sessie, {*lees_woordenlijst(werk.sessie), *woorden})


def lees_woordenlijst(sessie: Session) -> tuple[str, ...]:
    """The words of the house, in order."""
    rij = sessie.get(Instelling, WOORDENLIJST)
    return () if rij is None else tuple(rij.waarde.splitlines())


def _bewaar(sessie: Session, woorden: set[str]) -> None:
    sessie.merge(Instelling(sleutel=WOORDENLIJST, waarde="\n".join(sorted(woorden, key=gevouwen))))


def _als_woord(woord: str) -> str:
    netjes = recht(woord.strip())
    delen = [deel.woord for deel in spelwoorden(netjes)]
    if delen != [netjes]:
        raise InvoerOngeldig("woord", f"Dit is geen woord, of het is langer dan {LANGSTE_WOORD} letters.")
    return netjes


def _is_naam_van_betrokkene(sessie: Session, woord: str) -> bool:
    return is_van_namen(woord, naamdelen(sessie.scalars(select(Betrokkene.naam))))


def _vakwoorden() -> frozenset[str]:
    regels = lees_hulpbron(VAKWOORDEN).decode("utf-8").splitlines()
    return frozenset(regel for regel in regels if regel and not regel.startswith("#"))


def _huiswoorden(profiel: Huisprofiel) -> frozenset[str]:
    """What this house calls things."""
    waarden = [getattr(profiel.termen, veld.name) for veld in dataclasses.fields(profiel.termen)]
    return _woorden_van(" ".join(waarde for waarde in waarden if isinstance(waarde, str)))


def _woorden_van(tekst: str) -> frozenset[str]:
    """Each word in it, names among them."""
    return frozenset(recht(deel.strip(".,;:()[]'\"")) for deel in tekst.split())
