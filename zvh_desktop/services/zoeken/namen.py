"""Names that were typed otherwise than they stand there: run together, with ue for ü, y for ij, or only as heard."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

from zvh_desktop.models.tekst.naamvormen import klankvraag, naamvragen
from zvh_desktop.services.zoeken.woorden import KORTSTE_TRIGRAM

_ERBIJ = text(
    "SELECT rowid FROM zoek WHERE zoek MATCH :zin AND rowid NOT IN (SELECT value FROM json_each(:behalve)) "
    "ORDER BY rowid DESC LIMIT :meeste"
)


def anders_geschreven(sessie: Session, getypt: str, behalve: Collection[int], meeste: int) -> Sequence[int]:
    """Rows of the index with this name in another spelling, the newest first; ``behalve`` were found already."""
    return _rijen(
        sessie, " OR ".join(f"({zin})" for vraag in naamvragen(getypt) if (zin := _alle(vraag))), behalve, meeste
    )


def klinkt_als(sessie: Session, getypt: str, meeste: int) -> Sequence[int]:
    """Rows of the index with a name that sounds like this one, the newest first."""
    return _rijen(sessie, _alle(klankvraag(getypt)), (), meeste)


def _rijen(sessie: Session, zin: str, behalve: Collection[int], meeste: int) -> Sequence[int]:
    if not zin or meeste <= 0:
        return ()
    waarden = {"zin": zin, "behalve": json.dumps(list(behalve)), "meeste": meeste}
    return sessie.scalars(_ERBIJ, waarden).all()


def _alle(delen: Sequence[str]) -> str:
    """The question for all of these parts; one of a single letter gives no trigram and is not asked for."""
    return " AND ".join(f'"{deel}"' for deel in delen if len(deel) >= KORTSTE_TRIGRAM)
