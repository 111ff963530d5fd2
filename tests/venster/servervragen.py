"""What scenarios of a house on a server share: the practice house on it."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from toneel import BEHEERDER, Toneel

sys.path.append(str(Path(__file__).parents[1]))

from dbserver import EIGENAAR, WERKER, Databaseserver

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.team.inrichten import Servereigenaar, breng
from zvh_desktop.database.team.verbinding import Serverplek


def breng_oefenhuis(toneel: Toneel, server: Databaseserver, verbinding: Path) -> str:
    """Put the practice house on this server, by its own socket; the name of its database."""
    database = server.zonder_schema("oefenhuis")
    plek = Serverplek(str(server.map), database, server.poort)
    with open_kluis(toneel.oefenkluis(), *BEHEERDER) as kluis:
        breng(kluis, Servereigenaar(plek, EIGENAAR, werkaccounts=(WERKER,)), verbinding, nu=datetime.now(UTC))
    return database
