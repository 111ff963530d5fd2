"""A house on a server over a network, in a real window: its certificate is looked at before anything is sent."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import blik
import pytest
from servervragen import breng_oefenhuis
from toneel import REGISSEUR, Toneel

sys.path.append(str(Path(__file__).parents[1]))

from dbserver import WERKER, Databaseserver
from gesloten_server import NETWERKNAAM, NETWERKWACHTWOORD, gesloten_server, zonder_openssl

from zvh_desktop.database.team.verbinding import Serverplek, lees_verbinding, schrijf_verbinding

pytestmark = zonder_openssl


@dataclass(frozen=True)
class Netwerkhuis:
    """The practice house on a server in the network."""

    server: Databaseserver
    eigen: Path
    database: str

    def verbinding(self, map_: Path, certificaat: str) -> Path:
        """A connection file as it goes to a computer of the house, with a certificate beside it."""
        map_.mkdir()
        bestand = map_ / "huis.team"
        shutil.copy(self.server.map / f"{certificaat}.pem", map_)
        plek = Serverplek(NETWERKNAAM, self.database, self.server.poort, str(map_ / f"{certificaat}.pem"))
        schrijf_verbinding(bestand, replace(lees_verbinding(self.eigen), plek=plek))
        return bestand


@pytest.fixture(scope="module")
def netwerkserver() -> Iterator[Databaseserver]:
    """A server of these scenarios alone."""
    with gesloten_server() as server:
        yield server


@pytest.fixture
def netwerkhuis(toneel: Toneel, netwerkserver: Databaseserver) -> Iterator[Netwerkhuis]:
    eigen = toneel.map / "eigenaar.team"
    database = breng_oefenhuis(toneel, netwerkserver, eigen)
    yield Netwerkhuis(netwerkserver, eigen, database)
    netwerkserver.weg(database)


def test_wie_het_certificaat_van_de_server_heeft_werkt_over_een_gesloten_lijn(
    toneel: Toneel, netwerkhuis: Netwerkhuis
) -> None:
    programma = toneel.start("--kluis", netwerkhuis.verbinding(toneel.map / "werkplek", "server"))
    meld_aan(toneel)
    toneel.wacht_op_hoofdvenster()
    gezien = [toneel.wacht_tot(blik.pagina)]
    for nummer in range(2, len(toneel.vraag(blik.regels, "navigatie")) + 1):
        toneel.toets(f"ctrl+{nummer}")
        gezien.append(toneel.wacht_tot(blik.andere_pagina, tuple(gezien)))
    assert len(gezien) == len(set(gezien)) >= 6
    toneel.sluit_venster()
    assert programma.einde() == "0"


def test_een_server_met_een_ander_certificaat_krijgt_geen_wachtwoord(toneel: Toneel, netwerkhuis: Netwerkhuis) -> None:
    toneel.start("--kluis", netwerkhuis.verbinding(toneel.map / "werkplek", "ander"))
    meld_aan(toneel)
    toneel.wacht_tot(blik.staat_ergens, "certificaat klopt niet")
    assert toneel.wacht_op("aanmeldvenster")


def meld_aan(toneel: Toneel) -> None:
    """With the password of the database account besides."""
    toneel.wacht_op("aanmeldvenster")
    toneel.typ(WERKER, op="account_veld")
    toneel.typ(NETWERKWACHTWOORD, op="accountwachtwoord_veld")
    toneel.typ_aanmelding(*REGISSEUR)
