"""What of a file can stand in the settings of the house: a name that was put on the list of words before it was known.

Whoever is in a file is kept off that list. Who is entered after the word was, is not: the word goes with the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select, text, update

from zvh_desktop.database.vernietigen.loten import Lot
from zvh_desktop.models.casus import Betrokkene
from zvh_desktop.models.instelling import WOORDENLIJST, Instelling
from zvh_desktop.models.tekst.spelwoorden import is_van_namen, naamdelen


def haal_namen_van_woordenlijst(verbinding: Connection, loten: Iterable[Lot], waarden: Mapping[str, object]) -> None:
    """Take the names of the people who go off the list of words. Call it before they go."""
    lijst = verbinding.execute(select(Instelling.waarde).where(Instelling.sleutel == WOORDENLIJST)).scalar()
    if not lijst:
        return
    namen = naamdelen(
        naam
        for lot in loten
        if lot.rij is Betrokkene
        for naam in verbinding.execute(select(Betrokkene.naam).where(text(lot.waar)), dict(waarden)).scalars()
    )
    over = [woord for woord in lijst.splitlines() if not is_van_namen(woord, namen)]
    if len(over) < len(lijst.splitlines()):
        verbinding.execute(update(Instelling).where(Instelling.sleutel == WOORDENLIJST).values(waarde="\n".join(over)))
