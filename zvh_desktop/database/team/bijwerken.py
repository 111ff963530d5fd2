"""Bring a house on a server to the form of this version: its tables, what guards them, and who may see what of it."""

from __future__ import annotations

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.motor.bijwerken import werk_bij_in
from zvh_desktop.database.motor.postgresql import PostgresMotor
from zvh_desktop.database.team.databaserollen import kent_koppelingen, maak_rollen, zonder_groep
from zvh_desktop.database.team.teambestand import lees_sleutels
from zvh_desktop.database.team.verbinding import Verbinding


def werk_huis_bij(verbinding: Verbinding, account: str, wachtwoord: str = "") -> bool:
    """As the owner of the database; whether something had to be done. All of it or nothing. Raises KluisFout.

    A database account of before there were roles for each kind of work gets all of them: it was that of an office. That
    counts for a house of before alone: where database accounts can be bound, ``zet_rollen`` says who has which role.
    """
    motor = PostgresMotor(verbinding.plek.adres(account, wachtwoord), grootte=1, als_eigenaar=True)
    engine = motor.open()
    try:
        with vertaal_databasefout(), engine.begin() as lijn:
            lees_sleutels(lijn, verbinding)
            maak_rollen(lijn, () if kent_koppelingen(lijn) else zonder_groep(lijn))
            return werk_bij_in(lijn)
    finally:
        engine.dispose()
