"""The other house in the register of partijen: a derde, put there when it is first needed."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import PartijId, PartijSoort
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Opschalingsregeling as OpschalingNaar
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.partijen.partijen import KORT_MAX, PartijInvoer, partij_toevoegen
from zvh_desktop.services.werkplek.gelijk import met_naam
from zvh_desktop.services.werkplek.wegen import naar_partij


def zoek_huis(sessie: Session, naar: OpschalingNaar) -> Partij | None:
    """The other house as a derde in the register; None when it is not there."""
    gevonden = _met_naam(sessie, naar)
    return gevonden if gevonden is not None and gevonden.soort == PartijSoort.DERDE else None


def haal_huis(sessie: Session, naar: OpschalingNaar) -> Partij:
    """The other house, added to the register as a derde when it is not there yet.

    Raises GebruikersFout when it stands there as something else than a derde.
    """
    gevonden = _met_naam(sessie, naar)
    if gevonden is None:
        invoer = PartijInvoer(naar.naar, _vrije_korte_naam(sessie, naar.naar_kort), PartijSoort.DERDE)
        return partij_toevoegen(sessie, invoer)
    if gevonden.soort != PartijSoort.DERDE:
        raise GebruikersFout(
            f"{gevonden.naam} staat bij de partijen, maar niet als derde.",
            veilig="Er is niets gewijzigd.",
            advies="Een ander huis is een derde. Verander het soort bij Partijen.",
            weg=naar_partij(PartijId(gevonden.id)),
        )
    return gevonden


def _met_naam(sessie: Session, naar: OpschalingNaar) -> Partij | None:
    return met_naam(sessie.scalars(select(Partij)), naar.naar)


def _vrije_korte_naam(sessie: Session, kort: str) -> str:
    """As much of the short name as fits above a column; the last words tell houses apart."""
    woorden = kort.split()
    while len(woorden) > 1 and len(" ".join(woorden)) > KORT_MAX:
        woorden.pop(0)
    basis = " ".join(woorden)[:KORT_MAX]
    bezet = {gevouwen(naam) for naam in sessie.scalars(select(Partij.kort))}
    naam, nummer = basis, 2
    while gevouwen(naam) in bezet:
        naam = f"{basis[: KORT_MAX - 3].strip()} {nummer}"
        nummer += 1
    return naam
