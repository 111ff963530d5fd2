"""Find case data in a text where none may stand: casusnummers and names of betrokkenen.

A text of the house, about partijen or about goals outlives every file. What it says of one would be there when that was
destroyed.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.database.zitting.zitting import ziet_dossiers
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.vouwing import sorteervorm
from zvh_desktop.services.werkplek.vermelding import Vermeldingen

_KORTSTE_NAAM = 4


def casusgegevens_in(sessie: Session, teksten: Iterable[str]) -> tuple[str, ...]:
    """What these texts tell of a casus of this house; empty when nothing.

    A number only counts when there is such a casus, so that a year plan of 2026-2030 is no casus. Names of people
    in an aanmelding that was not accepted count as well. Who sees no betrokkene on a server can look for numbers alone
    (ADR 0100).
    """
    alles = Vermeldingen(teksten)
    if alles.leeg:
        return ()
    gevonden = []
    if not ziet_dossiers(sessie):
        verbinding = sessie.connection()
        bekend = motor_van(verbinding).buiten_zicht(verbinding).bestaande_casussen(sorted(alles.casusnummers()))
        return tuple(f"casus {nummer}" for nummer in bekend)
    if gezocht := alles.casusnummers():
        bestaand = sessie.scalars(select(Casus.nummer).where(Casus.nummer.in_(gezocht)).order_by(Casus.nummer))
        gevonden = [f"casus {nummer}" for nummer in bestaand]
    namen = {naam for naam in sessie.scalars(select(Betrokkene.naam)) if len(naam) >= _KORTSTE_NAAM}
    genoemd = sorted((naam for naam in namen if alles.noemt(naam)), key=sorteervorm)
    gevonden.extend(f"de naam van een betrokkene ({naam})" for naam in genoemd)
    return tuple(gevonden)


def eis_geen_casus(sessie: Session, **teksten: str) -> None:
    """Raise InvoerOngeldig at the field that names a casus or a betrokkene."""
    for veld, inhoud in teksten.items():
        if casusgegevens_in(sessie, (inhoud,)):
            raise InvoerOngeldig(
                veld,
                "In deze tekst staat een nummer van een casus of de naam van een betrokkene.",
                advies="Schrijf het zonder: deze tekst blijft staan als het dossier wordt vernietigd.",
            )
