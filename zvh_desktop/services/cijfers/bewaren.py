"""What a file leaves in the figures when it goes: exactly what it counted for, and nothing that says whose it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from zvh_desktop.database.vernietigen.wegdoen import Dossier
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.vernietigen.vernietiging import Vernietigtelling
from zvh_desktop.services.cijfers.tellen import Bereik, Cijfercel, Telling, tel
from zvh_desktop.services.cijfers.woordenlijst import lees_woordenlijst


@contextmanager
def telt_mee(sessie: Session, profiel: Huisprofiel, dossier: Dossier) -> Iterator[None]:
    """What is counted of this file before and no longer after is kept as a number."""
    woorden = lees_woordenlijst(sessie, profiel)
    bereik = Bereik(dossier=dossier)
    sessie.flush()
    voor = tel(sessie, woorden, bereik)
    yield
    sessie.flush()
    voor.subtract(tel(sessie, woorden, bereik))
    voeg_toe(sessie, voor)


def voeg_toe(sessie: Session, verschil: Telling) -> None:
    """Add to what is kept."""
    rijen = Vernietigtelling
    bestaand = {
        Cijfercel(*rij[1:]): rij[0]
        for rij in sessie.execute(
            select(rijen.id, rijen.jaar, rijen.kwartaal, rijen.maat, rijen.indeling, rijen.sleutel)
        ).all()
    }
    for cel, aantal in verschil.items():
        if not aantal:
            continue
        if cel in bestaand:
            sessie.execute(update(rijen).where(rijen.id == bestaand[cel]).values(aantal=rijen.aantal + aantal))
        else:
            sessie.add(rijen(**cel._asdict(), aantal=aantal))
    sessie.flush()


def bewaarde_telling(sessie: Session, van: int, tot: int) -> Telling:
    """What files that went counted for."""
    rijen = Vernietigtelling
    uit: Telling = Counter()
    vraag = select(rijen.jaar, rijen.kwartaal, rijen.maat, rijen.indeling, rijen.sleutel, rijen.aantal).where(
        rijen.jaar.between(van, tot)
    )
    for jaar, kwartaal, maat, indeling, sleutel, aantal in sessie.execute(vraag):
        uit[Cijfercel(jaar, kwartaal, maat, indeling, sleutel)] += aantal
    return uit
