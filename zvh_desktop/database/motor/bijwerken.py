"""Bring a database of a server to the newest form, by the same steps as a vault (database/migrations).

All of it is one transaction of the owner: the triggers go, the steps change tables and rows, and the triggers of this
version are put in their place. What a step says in the words of SQLite about triggers and the search index is passed
over: a server has those triggers from resources/team/wachters.sql, and no such index. In the end the outcome is looked
over, and where that is not as it should be nothing has changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from alembic import command
from sqlalchemy import Connection, Engine, event, text

from zvh_desktop.database.bestand.migraties import configuratie
from zvh_desktop.database.bestand.revisies import nieuwste
from zvh_desktop.database.bestand.zoekindex import is_zoektrigger
from zvh_desktop.database.motor.servercontrole import bevindingen, rechtenbevindingen
from zvh_desktop.database.motor.teamschema import SCHEMA, haal_weg_wat_bewaakt, servertabellen, zet_neer_wat_bewaakt
from zvh_desktop.database.motor.wijzigingen import vertelt_niet_alles
from zvh_desktop.errors import KluisBeschadigd, KluisVreemd

_ALLEEN_SQLITE: Final = re.compile(r"\s*(?:CREATE TRIGGER|DROP TRIGGER|CREATE VIRTUAL TABLE|PRAGMA)\b", re.IGNORECASE)


def werk_server_bij(engine: Engine) -> bool:
    """True when something had to be done. Raises KluisVreemd for one that is newer, KluisBeschadigd when it fails."""
    with engine.begin() as verbinding:
        return werk_bij_in(verbinding)


def werk_bij_in(verbinding: Connection) -> bool:
    """The same within the transaction of the caller, in which the roles are there.

    Guards and rights can be of before this version where the tables are not.
    """
    revisie = verbinding.execute(text(f"SELECT max(version_num) FROM {SCHEMA}.alembic_version")).scalar()  # noqa: S608
    if revisie is None or revisie > nieuwste():
        raise KluisVreemd(
            "Deze database is bijgewerkt door een nieuwere versie van het programma.",
            veilig="Er is niets gewijzigd.",
            advies="Werk het programma bij.",
        )
    if revisie == nieuwste() and not bevindingen(verbinding) and not rechtenbevindingen(verbinding):
        return False
    haal_weg_wat_bewaakt(verbinding)
    if revisie != nieuwste():
        instelling = configuratie()
        instelling.attributes["connection"] = verbinding
        with _zonder_wat_alleen_sqlite_kent(verbinding):
            command.upgrade(instelling, "head")
        _zet_indexen_op_een_deel(verbinding)
    zet_neer_wat_bewaakt(verbinding)
    vertelt_niet_alles(verbinding, SCHEMA)
    fouten = (*bevindingen(verbinding), *rechtenbevindingen(verbinding))
    if fouten:
        raise KluisBeschadigd(
            f"De database is na het bijwerken niet zoals die hoort te zijn. {fouten[0]}",
            veilig="Er is niets gewijzigd: alles staat nog zoals het was.",
            advies="Meld dit bij wie het programma maakt, met de versie die u nu hebt.",
        )
    return True


@contextmanager
def _zonder_wat_alleen_sqlite_kent(verbinding: Connection) -> Iterator[None]:
    def sla_over(
        _verbinding: Connection, _aanwijzer: Any, opdracht: str, waarden: Any, _context: Any, _veel: bool
    ) -> tuple[str, Any]:
        if _ALLEEN_SQLITE.match(opdracht) or is_zoektrigger(opdracht):
            return "SELECT 1", ()
        return opdracht, waarden

    event.listen(verbinding, "before_cursor_execute", sla_over, retval=True)
    try:
        yield
    finally:
        event.remove(verbinding, "before_cursor_execute", sla_over)


def _zet_indexen_op_een_deel(verbinding: Connection) -> None:
    """A step says for SQLite alone which rows such an index is about; here it was made on all of them."""
    for tabel in servertabellen().sorted_tables:
        for index in tabel.indexes:
            if index.dialect_options["postgresql"]["where"] is not None:
                verbinding.exec_driver_sql(f"DROP INDEX IF EXISTS {SCHEMA}.{index.name}")
                index.create(verbinding)
