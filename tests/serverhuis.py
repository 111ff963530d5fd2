"""The office of factories.py as a house on a server, opened as its users open it: with a connection file.

A vault is brought over once for each worker; each test gets a copy of that database, and a connection file to it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from dbserver import EIGENAAR, WERKER, Databaseserver
from factories import BEHEER, REGIE, WACHTWOORD, Bureau, ProefKlok, kopieer

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.openkluis import OpenKluis
from zvh_desktop.database.team.inrichten import Servereigenaar, breng
from zvh_desktop.database.team.verbinding import Databaseaccount, Serverplek, lees_verbinding, schrijf_verbinding
from zvh_desktop.database.team.werken import open_huis

ACCOUNT = Databaseaccount(WERKER)
_BRONNEN = itertools.count(1)


@dataclass
class Huisbron:
    """A house that was brought to a server, to make copies of."""

    server: Databaseserver
    verbinding: Path
    database: str
    _nummers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @classmethod
    def maak(cls, server: Databaseserver, sjabloon: Path, map_: Path) -> Huisbron:
        return cls.van_kluis(server, kopieer(sjabloon, map_ / "proef.kluis"), map_)

    @classmethod
    def van_kluis(cls, server: Databaseserver, kluismap: Path, map_: Path) -> Huisbron:
        """Bring this very vault; ``map_`` gets the connection file."""
        database = server.zonder_schema(f"huisbron_{next(_BRONNEN)}")
        plek = Serverplek(str(server.map), database)
        with open_kluis(kluismap, BEHEER, WACHTWOORD) as kluis:
            breng(kluis, Servereigenaar(plek, EIGENAAR, werkaccounts=(WERKER,)), map_ / "bron.team", nu=ProefKlok()())
        return cls(server, map_ / "bron.team", database)

    def kopie(self, map_: Path) -> tuple[Path, str]:
        """A connection file to a house of its own, and the name of its database."""
        naam = f"huis_{next(self._nummers)}"
        self.server.maak_database(naam, self.database)
        verbinding = lees_verbinding(self.verbinding)
        pad = map_ / "proef.team"
        schrijf_verbinding(pad, replace(verbinding, plek=replace(verbinding.plek, database=naam)))
        return pad, naam


class Huisbureau(Bureau):
    """An office on a server, as one user has it open; several stand beside each other."""

    def __init__(self, verbinding: Path, klok: ProefKlok, gebruiker: str = REGIE) -> None:
        super().__init__(verbinding, klok, gebruiker=gebruiker)

    def _open(self) -> OpenKluis:
        return open_huis(self.map, ACCOUNT, self.gebruiker, WACHTWOORD, klok=self.klok)
