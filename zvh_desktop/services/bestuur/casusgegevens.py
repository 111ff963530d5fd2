"""Find case data in a text where none may stand: casusnummers and names of betrokkenen."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Betrokkene, Casus

_NUMMER = re.compile(r"(?<!\d)(\d{4})\s?[-\u2010-\u2015/]\s?(\d{4,})(?!\d)")
_KORTSTE_NAAM = 4


def casusgegevens_in(sessie: Session, teksten: Iterable[str]) -> tuple[str, ...]:
    """What these texts tell of a casus of this house; empty when nothing.

    A number only counts when there is such a casus, so that a year plan of 2026-2030 is no casus. Names of people
    in an aanmelding that was not accepted count as well.
    """
    alles = " ".join(" ".join(teksten).split())
    if not alles:
        return ()
    gezocht = {f"{jaar}-{volg}" for jaar, volg in _NUMMER.findall(alles)}
    gevonden = []
    if gezocht:
        bestaand = sessie.scalars(select(Casus.nummer).where(Casus.nummer.in_(gezocht)).order_by(Casus.nummer))
        gevonden = [f"casus {nummer}" for nummer in bestaand]
    plat = alles.casefold()
    namen = {naam for naam in sessie.scalars(select(Betrokkene.naam)) if _staat_in(naam, plat)}
    gevonden.extend(f"de naam van een betrokkene ({naam})" for naam in sorted(namen))
    return tuple(gevonden)


def _staat_in(naam: str, tekst: str) -> bool:
    """Whether the name stands in this text by itself, not inside another word."""
    gevouwen = " ".join(naam.split()).casefold()
    if len(gevouwen) < _KORTSTE_NAAM or gevouwen not in tekst:
        return False
    return re.search(rf"(?<!\w){re.escape(gevouwen)}(?!\w)", tekst) is not None
