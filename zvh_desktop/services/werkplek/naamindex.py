"""The index of names, asked for a name in another spelling, or with a slip of the finger in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from zvh_desktop.models.tekst.letterfout import een_letter_anders, foutdelen, kan_fout, typewoorden
from zvh_desktop.models.tekst.naamvormen import naamvragen

_KIJK: Final = 1500
"""So many names that have enough of it are looked at, the newest first: a short word is in many."""
_KANDIDATEN: Final = text("SELECT rowid, tekst FROM zoek WHERE zoek MATCH :zin ORDER BY rowid DESC LIMIT :kijk")


def zo_geschreven(sessie: Session, naam: str) -> list[int]:
    """Rows of the index with this name in whatever spelling (``naamvormen``), the newest first."""
    vragen = (" AND ".join(f'"{deel}"' for deel in vraag if len(deel) > 2) for vraag in naamvragen(naam))
    zin = " OR ".join(f"({vraag})" for vraag in vragen if vraag)
    return [rij for rij, _ in sessie.execute(_KANDIDATEN, {"zin": zin, "kijk": _KIJK})] if zin else []


def met_letterfout(sessie: Session, getypt: str, meeste: int) -> list[int]:
    """Rows with every word that was typed, of which one or more are one letter otherwise; the newest first."""
    woorden = typewoorden(getypt)
    if not any(map(kan_fout, woorden)) or meeste <= 0:
        return []
    zin = " AND ".join(f"({vraag})" for woord in woorden if (vraag := _vraag(woord)))
    gevonden: list[int] = []
    for rij, tekst in sessie.execute(_KANDIDATEN, {"zin": zin, "kijk": _KIJK}):
        if lijkt_op(woorden, typewoorden(tekst)):
            gevonden.append(rij)
            if len(gevonden) == meeste:
                break
    return gevonden


def lijkt_op(getypt: Sequence[str], naam: Sequence[str]) -> bool:
    """Whether each word that was typed is one of these, or one letter away from one where it is long enough."""
    bekend = set(naam)
    return all(
        woord in bekend or (kan_fout(woord) and any(een_letter_anders(woord, een) for een in bekend))
        for woord in getypt
    )


def _vraag(woord: str) -> str:
    """The question for one word; empty when it is too short for an index of trigrams."""
    keuzes = [(f" {woord}",), *(foutdelen(woord) if kan_fout(woord) else ())]
    delen = [" AND ".join(f'"{deel}"' for deel in keuze) for keuze in keuzes if all(len(deel) > 2 for deel in keuze)]
    return " OR ".join(f"({deel})" for deel in delen)
