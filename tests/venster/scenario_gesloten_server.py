"""A house on a server over a network, in a real window: its certificate is looked at before anything is sent."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import blik
import pytest
from PySide6.QtWidgets import QLineEdit
from servervragen import breng_oefenhuis
from sessiebus import Sessiebus
from sleutelbos import Sleutelbos, zonder_sleutelbos
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


@zonder_sleutelbos
def test_het_databaseaccount_staat_in_de_sleutelhanger_van_de_computer(
    toneel: Toneel, netwerkhuis: Netwerkhuis
) -> None:
    verbinding = netwerkhuis.verbinding(toneel.map / "werkplek", "server")
    with Sessiebus() as bus, Sleutelbos(bus, toneel.map / "bos"):
        toneel.erbij["DBUS_SESSION_BUS_ADDRESS"] = bus.adres
        toneel.start("--kluis", verbinding)
        toneel.wacht_op("aanmeldvenster")
        toneel.klik("onthoud_vak")
        meld_aan(toneel)
        toneel.wacht_op_hoofdvenster()
        toneel.sluit_venster()

        toneel.start("--kluis", verbinding)
        toneel.wacht_tot(is_ingevuld, WERKER)
        assert toneel.wacht_op("onthoud_vak").gekozen
        toneel.meld_aan(*REGISSEUR)
        toneel.sluit_venster()

        programma = toneel.start("--kluis", verbinding)
        toneel.wacht_op("aanmeldvenster")
        toneel.klik("onthoud_vak")  # from now on nothing is kept
        toneel.meld_aan(*REGISSEUR)
        toneel.sluit_venster()
        assert programma.einde() == "0"

        toneel.start("--kluis", verbinding)
        toneel.wacht_op("account_veld")
        assert not toneel.wacht_op("onthoud_vak").gekozen


def is_ingevuld(account: str) -> bool:
    """Whether what this computer keeps was filled in; it is read beside the window."""
    veld = blik.zoek("account_veld")
    return isinstance(veld, QLineEdit) and veld.text() == account


def meld_aan(toneel: Toneel) -> None:
    """With the password of the database account besides."""
    toneel.wacht_op("aanmeldvenster")
    toneel.typ(WERKER, op="account_veld")
    toneel.typ(NETWERKWACHTWOORD, op="accountwachtwoord_veld")
    toneel.typ_aanmelding(*REGISSEUR)
