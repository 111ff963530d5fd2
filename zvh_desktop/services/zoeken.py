"""One search box over casussen, partijen, tafels and acties: parts of words, through the trigram index."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.uitkomst import Actie
from zvh_desktop.services.invoer import zoekwoord
from zvh_desktop.services.rechten import Recht
from zvh_desktop.services.taal import datum_lijst
from zvh_desktop.services.werkplek import Werkplek

MEESTE = 20
KORTSTE_TRIGRAM = 3


class Vindplaats(StrEnum):
    """What was found. The first four are in the index: rowid = id * 4 + the place in ``_SOORTEN``."""

    CASUS = "casus"
    PARTIJ = "partij"
    OVERLEG = "overleg"
    ACTIE = "actie"
    BESTUUR = "bestuur"
    """A meeting without casussen; in the index it is an overleg."""


_SOORTEN = (Vindplaats.CASUS, Vindplaats.PARTIJ, Vindplaats.OVERLEG, Vindplaats.ACTIE)


@dataclass(frozen=True, slots=True)
class Treffer:
    """One result. ``sleutel`` is the id of what was found; for an actie that of its casus."""

    soort: Vindplaats
    sleutel: int
    titel: str
    toelichting: str


class ZoekService:
    """The search box."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def zoek(self, tekst: str) -> tuple[Treffer, ...]:
        """What holds every word that was typed, best first, at most 20. Anything may be typed."""
        woorden = zoekwoord(tekst.replace('"', " ")).split()
        if not woorden:
            return ()
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            rijen = _trigrammen(sessie, woorden) or _kort(sessie, woorden)
            return tuple(t for rij in rijen if (t := self._treffer(sessie, rij)) is not None)

    def _treffer(self, sessie: Session, rij: int) -> Treffer | None:
        sleutel, soort = rij // 4, _SOORTEN[rij % 4]
        match soort:
            case Vindplaats.CASUS:
                gevonden = sessie.execute(
                    select(Casus.nummer, Betrokkene.naam)
                    .outerjoin(Betrokkene, (Betrokkene.casus_id == Casus.id) & (Betrokkene.volgorde == 0))
                    .where(Casus.id == sleutel)
                ).first()
                return Treffer(soort, sleutel, gevonden[0], gevonden[1] or "") if gevonden else None
            case Vindplaats.PARTIJ:
                partij = sessie.get(Partij, sleutel)
                return Treffer(soort, sleutel, partij.naam, partij.kort) if partij else None
            case Vindplaats.OVERLEG | Vindplaats.BESTUUR:
                overleg = sessie.get(Overleg, sleutel)
                if overleg is None:
                    return None
                naam = self._werkplek.profiel_van(sessie, overleg).overlegsoort(overleg.soort).naam
                plaats = Vindplaats.OVERLEG if overleg.casuistiek else Vindplaats.BESTUUR
                return Treffer(plaats, sleutel, naam, f"{datum_lijst(overleg.datum)}, {overleg.plaats}")
            case Vindplaats.ACTIE:
                actie = sessie.execute(
                    select(Actie.casus_id, Actie.omschrijving, Casus.nummer)
                    .join(Casus, Casus.id == Actie.casus_id)
                    .where(Actie.id == sleutel)
                ).first()
                return Treffer(soort, actie[0], actie[1][:80], f"actie bij {actie[2]}") if actie else None


def _trigrammen(sessie: Session, woorden: list[str]) -> list[int]:
    lang = [woord for woord in woorden if len(woord) >= KORTSTE_TRIGRAM]
    if not lang:
        return []
    vraag = " AND ".join(f'"{woord}"' for woord in lang)
    kort = [woord for woord in woorden if len(woord) < KORTSTE_TRIGRAM]
    filter_ = "".join(f" AND tekst LIKE :kort{i} ESCAPE '!'" for i in range(len(kort)))
    waarden = {f"kort{i}": f"%{_zonder_jokers(woord)}%" for i, woord in enumerate(kort)}
    rijen = sessie.execute(
        text(f"SELECT rowid FROM zoek WHERE zoek MATCH :vraag{filter_} ORDER BY rank LIMIT :meeste"),  # noqa: S608
        {"vraag": vraag, "meeste": MEESTE, **waarden},
    )
    return [rij[0] for rij in rijen]


def _kort(sessie: Session, woorden: list[str]) -> list[int]:
    """One or two letters give no trigram: then the names and numbers that begin with them."""
    if any(len(woord) >= KORTSTE_TRIGRAM for woord in woorden):
        return []
    deel = f"{_zonder_jokers(woorden[0])}%"
    rijen = sessie.execute(
        text(
            "SELECT id * 4 + 1 FROM partij WHERE kort LIKE :deel ESCAPE '!' OR naam LIKE :deel ESCAPE '!' "
            "UNION ALL SELECT casus_id * 4 FROM betrokkene WHERE casus_id IS NOT NULL AND naam LIKE :deel ESCAPE '!' "
            "LIMIT :meeste"
        ),
        {"deel": deel, "meeste": MEESTE},
    )
    return [rij[0] for rij in rijen]


def _zonder_jokers(woord: str) -> str:
    return woord.replace("!", "!!").replace("%", "!%").replace("_", "!_")
