"""The office of factories.py with its rows on a server: the same use cases, asked of the other engine.

Opening a server as one opens a vault is not made yet. So the vault is opened, its rows were brought over, and its
sessions are bound to the server: keys, roles and what was verified are those of the vault.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from dbserver import EIGENAAR, Databaseserver
from factories import REGIE, Bureau, ProefKlok
from sqlalchemy import Engine

from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.motor.overzetten import zet_over
from zvh_desktop.database.openkluis import OpenKluis
from zvh_desktop.paths import gebruikersmap


class Serverbureau(Bureau):
    """An office that works on a server."""

    def __init__(self, kluismap: Path, klok: ProefKlok, engine: Engine, gebruiker: str = REGIE) -> None:
        self.server = engine
        super().__init__(kluismap, klok, gebruiker=gebruiker)

    def _verbind(self) -> None:
        werk_op(self.kluis, self.server)
        super()._verbind()

    def als(self, gebruiker: str) -> Serverbureau:
        # What was seen on the server is more than the vault holds by now.
        self.kluis.sluit()
        shutil.rmtree(gebruikersmap() / "hoofden", ignore_errors=True)
        super().als(gebruiker)
        return self


def werk_op(kluis: OpenKluis, engine: Engine) -> None:
    """From now on everything that is read and written in this vault is read and written there."""
    kluis.sessies.configure(bind=engine)
    kluis.lees_sessies.configure(bind=engine.execution_options(**{LEZEN: True}))


def met_rijen_van(server: Databaseserver, kluismap: Path, naam: str, wachtwoord: str) -> str:
    """The name of a database with everything of this vault."""
    database = server.lege()
    eigenaar = server.motor(database, EIGENAAR).open()
    with (
        open_kluis(kluismap, naam, wachtwoord, alleen_lezen=True) as kluis,
        kluis.engine.connect() as van,
        eigenaar.begin() as naar,
    ):
        zet_over(van, naar)
    eigenaar.dispose()
    return database
