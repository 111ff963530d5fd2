"""A password that somebody else chose: bound to the slot, so that it cannot be stripped, and gone once changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from kluis_hulp import BEHEER, REGIE, Openen
from proefwaarden import ANDER_WACHTWOORD, WACHTWOORD

from zvh_desktop.database.kluis import NieuweGebruiker, herstel_toegang, open_kluis
from zvh_desktop.database.sleutels.sleutelbestand import lees_sleutelbestand, schrijf_sleutelbestand
from zvh_desktop.errors import InvoerOngeldig, KluisBeschadigd, WachtwoordOnjuist
from zvh_desktop.models.keuzes import Rol

NIEUW = "n.voorbeeld"


@pytest.fixture
def databasesleutel(openen: Openen) -> bytes:
    """The vault has an account with a handed-over password, and is closed again."""
    kluis = openen(BEHEER)
    kluis.accounts.voeg_toe(
        NieuweGebruiker(NIEUW, "N. Voorbeeld", frozenset({Rol.MEDEWERKER}), WACHTWOORD, tijdelijk=True)
    )
    sleutel = kluis.databasesleutel
    kluis.sluit()
    return sleutel


def test_alleen_het_nieuwe_account_moet_wijzigen(databasesleutel: bytes, openen: Openen) -> None:
    nieuw = openen(NIEUW)
    assert nieuw.accounts.wachtwoord_tijdelijk
    nieuw.sluit()
    oud = openen(REGIE)
    assert not oud.accounts.wachtwoord_tijdelijk


def test_eigen_wachtwoord_haalt_het_weg_en_het_oude_opent_niet_meer(
    databasesleutel: bytes, openen: Openen, kluismap: Path
) -> None:
    assert lees_sleutelbestand(kluismap).versie == 2
    kluis = openen(NIEUW)
    with pytest.raises(InvoerOngeldig, match="wachtwoord van nu"):
        kluis.accounts.wijzig_wachtwoord(WACHTWOORD, WACHTWOORD)
    with pytest.raises(InvoerOngeldig):
        kluis.accounts.wijzig_wachtwoord(WACHTWOORD, "kort")
    assert kluis.accounts.wachtwoord_tijdelijk
    kluis.accounts.wijzig_wachtwoord(WACHTWOORD, ANDER_WACHTWOORD)
    assert not kluis.accounts.wachtwoord_tijdelijk
    kluis.sluit()
    assert lees_sleutelbestand(kluismap).versie == 1
    with pytest.raises(WachtwoordOnjuist):
        open_kluis(kluismap, NIEUW, WACHTWOORD)
    assert not openen(NIEUW, ANDER_WACHTWOORD).accounts.wachtwoord_tijdelijk


def test_andere_rollen_en_een_nieuwe_databasesleutel_laten_het_staan(databasesleutel: bytes, openen: Openen) -> None:
    kluis = openen(BEHEER)
    kluis.accounts.wijzig_rollen(NIEUW, frozenset({Rol.PROCESREGISSEUR}))
    kluis.sleutels.vernieuw_databasesleutel()
    kluis.sluit()
    assert openen(NIEUW).accounts.wachtwoord_tijdelijk


def test_herstel_is_een_eigen_keuze(databasesleutel: bytes, kluismap: Path, herstelsleutel: str) -> None:
    with herstel_toegang(kluismap, herstelsleutel, NIEUW, ANDER_WACHTWOORD) as kluis:
        assert not kluis.accounts.wachtwoord_tijdelijk


def test_uit_het_bestand_halen_wordt_gezien(databasesleutel: bytes, kluismap: Path) -> None:
    pad = kluismap / "sleutels.json"
    gestript = pad.read_bytes().replace(b',"tijdelijk":true', b"").replace(b'"tijdelijk":true,', b"")
    assert gestript != pad.read_bytes()
    pad.write_bytes(gestript)
    with pytest.raises(KluisBeschadigd):
        open_kluis(kluismap, NIEUW, WACHTWOORD)
    pad.write_bytes(gestript.replace(b'"versie":2', b'"versie":1'))
    with pytest.raises(WachtwoordOnjuist):
        open_kluis(kluismap, NIEUW, WACHTWOORD)
    with pytest.raises(KluisBeschadigd):
        open_kluis(kluismap, REGIE, WACHTWOORD)


def test_ook_een_collega_met_de_databasesleutel_haalt_het_er_niet_uit(databasesleutel: bytes, kluismap: Path) -> None:
    bestand = lees_sleutelbestand(kluismap)
    zonder = replace(bestand, gebruikers=tuple(replace(slot, tijdelijk=False) for slot in bestand.gebruikers))
    schrijf_sleutelbestand(kluismap, zonder, databasesleutel)
    with pytest.raises(WachtwoordOnjuist):
        open_kluis(kluismap, NIEUW, WACHTWOORD)
