"""Whose a database account is: of one account of the house, by a print that tells nothing by itself."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, text

from zvh_desktop.database.bestand.canoniek import nfc
from zvh_desktop.database.motor.rolrechten import ACCOUNTTABEL, KOPIE, SCHEMA
from zvh_desktop.database.sleutels.primitieven import leid_af, mac
from zvh_desktop.database.team.verbinding import Verbinding
from zvh_desktop.errors import KluisFout

_DOEL: Final = b"zvh-team databaseaccount v1"
_WIE: Final = text(
    f"SELECT current_user::text, (SELECT account FROM {SCHEMA}.{ACCOUNTTABEL} WHERE rol = current_user), "  # noqa: S608
    f"(SELECT rol FROM {SCHEMA}.{ACCOUNTTABEL} WHERE account = :account), pg_has_role(:kopie, 'USAGE')"
)


def merk_van(team: Verbinding, naam: str) -> str:
    """By what the server knows an account of the house; without the connection file it says nothing."""
    return mac(leid_af(team.code, _DOEL), nfc(naam).strip().encode("utf-8")).hex()


def eis_eigen_account(lijn: Connection, team: Verbinding, naam: str, *, kopie_mag: bool = False) -> None:
    """That this database account is not somebody else's. Raises KluisFout.

    Who has none yet works under one of the office, as long as ICT lets that be. ``kopie_mag``: one that reads all to
    make copies is nobody's, and may be used beside an own one.
    """
    merk = merk_van(team, naam)
    wie, van, eigen, kopie = lijn.execute(_WIE, {"account": merk, "kopie": KOPIE}).one()
    if van is not None and van != merk:
        raise KluisFout(
            "Dit databaseaccount is van iemand anders in het huis.",
            veilig="Er is niets geopend.",
            advies="Vul uw eigen databaseaccount in. Hebt u dat niet, vraag het dan de afdeling ICT.",
        )
    if eigen is not None and eigen != wie and not (kopie_mag and kopie):
        raise KluisFout(
            "U hebt een eigen databaseaccount, en dit is een ander.",
            veilig="Er is niets geopend.",
            advies="Vul uw eigen databaseaccount in. Weet u het niet, vraag het dan de afdeling ICT.",
        )
