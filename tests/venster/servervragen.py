"""What scenarios of a house on a server share: the practice house on it, and what the window says."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel
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


def staat_ergens(zin: str) -> bool:
    """Whether a text that can be seen in any window says this."""
    labels = [label for venster in QApplication.topLevelWidgets() for label in venster.findChildren(QLabel)]
    return any(zin in label.text() for label in labels if label.isVisible())
