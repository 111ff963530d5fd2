"""School holidays of this house: filled in by the house, for they differ per region and are settled year by year.

They stand among the settings in the vault, and are said beside the feestdagen where a day is chosen.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig, NietGevonden
from zvh_desktop.models.instelling import Instelling
from zvh_desktop.services.werkplek.casusgegevens import eis_geen_casus
from zvh_desktop.services.werkplek.feestdagen import feestdag
from zvh_desktop.services.werkplek.invoer import naamveld, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

VAKANTIES: Final = "vakanties"
"""Under this name the holidays: a name, the first and the last day of each."""
MEESTE_VAKANTIES: Final = 60
_LANGSTE: Final = timedelta(days=100)
_LANGSTE_NAAM: Final = 60


@dataclass(frozen=True, slots=True)
class Vakantie:
    """One holiday, both days included."""

    naam: str
    van: date
    tot: date


class VakantieService:
    """Use cases on the school holidays."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lijst(self) -> tuple[Vakantie, ...]:
        """All of them, the earliest first; readable by every role."""
        with self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            return lees_vakanties(sessie)

    def bewaar(self, vakantie: Vakantie, was: Vakantie | None = None) -> None:
        """Add a holiday, or put it in the place of another. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.INSTELLINGEN_BEHEREN, "schoolvakantie gewijzigd", "huis") as werk:
            naam = verplicht("naam", naamveld("naam", vakantie.naam, _LANGSTE_NAAM), "Typ hoe de vakantie heet.")
            eis_geen_casus(werk.sessie, naam=naam)
            if vakantie.tot < vakantie.van:
                raise InvoerOngeldig("tot", "De laatste dag ligt voor de eerste.")
            if vakantie.tot - vakantie.van > _LANGSTE:
                raise InvoerOngeldig("tot", "Zo lang duurt geen vakantie. Kijk de dagen na.")
            blijven = [een for een in lees_vakanties(werk.sessie) if een != was]
            if len(blijven) >= MEESTE_VAKANTIES:
                raise InvoerOngeldig("naam", f"Er passen {MEESTE_VAKANTIES} vakanties in. Haal er eerst een weg.")
            _zet(werk.sessie, [*blijven, Vakantie(naam, vakantie.van, vakantie.tot)])

    def haal_weg(self, vakantie: Vakantie) -> None:
        """Take one away. Raises NietGevonden."""
        with self._werkplek.schrijf(Recht.INSTELLINGEN_BEHEREN, "schoolvakantie weggehaald", "huis") as werk:
            alle = lees_vakanties(werk.sessie)
            if vakantie not in alle:
                raise NietGevonden("Deze vakantie is er niet meer.")
            _zet(werk.sessie, [een for een in alle if een != vakantie])


def bijzondere_dag(sessie: Session, dag: date) -> str:
    """What this day is: 'een feestdag: Koningsdag', 'in een schoolvakantie: herfstvakantie', both, or nothing."""
    feest = feestdag(dag)
    vrij = ", ".join(een.naam for een in lees_vakanties(sessie) if een.van <= dag <= een.tot)
    delen = (f"een feestdag: {feest}" if feest else "", f"in een schoolvakantie: {vrij}" if vrij else "")
    return ", en ".join(deel for deel in delen if deel)


def lees_vakanties(sessie: Session) -> tuple[Vakantie, ...]:
    """Within a transaction; what somebody else wrote there and is no holiday, is none."""
    return vakanties_uit(sessie.scalar(vraag_vakanties()))


def vraag_vakanties() -> Select[str]:
    """Where they are kept: one row at most, for ``vakanties_uit``."""
    return select(Instelling.waarde).where(Instelling.sleutel == VAKANTIES)


def vakanties_uit(waarde: str | None) -> tuple[Vakantie, ...]:
    """The holidays that were kept so, the earliest first."""
    try:
        bewaard = json.loads(waarde) if waarde is not None else []
        gelezen = [Vakantie(str(naam), date.fromisoformat(van), date.fromisoformat(tot)) for naam, van, tot in bewaard]
    except (ValueError, TypeError):
        return ()
    return tuple(sorted(gelezen, key=_begin))


def _begin(vakantie: Vakantie) -> tuple[date, str]:
    return vakantie.van, vakantie.naam


def _zet(sessie: Session, vakanties: list[Vakantie]) -> None:
    waarde = [[een.naam, een.van.isoformat(), een.tot.isoformat()] for een in sorted(vakanties, key=_begin)]
    sessie.merge(Instelling(sleutel=VAKANTIES, waarde=json.dumps(waarde, ensure_ascii=False)))
