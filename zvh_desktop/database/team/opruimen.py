"""After files went from a server: write its tables anew, so that nothing of what was removed stays in them.

Only the owner may, and without the key of the house: what stands there is not read. Nobody writes meanwhile.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import text

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.motor import wijzigingen
from zvh_desktop.database.motor.postgresql import PostgresMotor
from zvh_desktop.database.motor.teamschema import SCHEMA
from zvh_desktop.database.team.verbinding import Verbinding
from zvh_desktop.errors import KluisFout
from zvh_desktop.models.instelling import TE_WISSEN_SLEUTEL

_MAG_WISSEN: Final = text(f"SELECT has_table_privilege('{SCHEMA}.{wijzigingen.TABEL}', 'DELETE')")
_NOTITIE_WEG: Final = text(f"DELETE FROM {SCHEMA}.instelling WHERE sleutel = :sleutel")  # noqa: S608


def ruim_op(verbinding: Verbinding, account: str, wachtwoord: str = "") -> bool:
    """Erase what lies behind; whether a destruction had asked for it. Raises KluisFout for who is not the owner."""
    motor = PostgresMotor(verbinding.plek.adres(account, wachtwoord), als_eigenaar=True)
    engine = motor.open()
    try:
        # By itself and before: what goes while somebody still looks is not erased when the tables are written anew.
        with vertaal_databasefout(), engine.begin() as lijst:
            if lijst.execute(_MAG_WISSEN).scalar():
                wijzigingen.ruim_op(lijst, SCHEMA)
        # The lock of who writes, held from here on: what goes meanwhile would be taken for erased.
        with vertaal_databasefout(), engine.begin() as schrijft:
            if not motor.wis_resten(engine):
                raise KluisFout(
                    "Dit databaseaccount is geen eigenaar van de tabellen.",
                    veilig="Er is niets gewijzigd.",
                    advies="Doe dit met het account waarmee het huis is ingericht.",
                )
            return schrijft.execute(_NOTITIE_WEG, {"sleutel": TE_WISSEN_SLEUTEL}).rowcount > 0
    finally:
        engine.dispose()
