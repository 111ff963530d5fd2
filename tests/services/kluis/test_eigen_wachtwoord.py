"""The first login: a password of the beheerder's choice opens nothing until its owner has chosen another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from zvh_desktop.database.terugzetten.vergelijken import NOG_NIETS_GEZIEN
from zvh_desktop.errors import InvoerOngeldig, WachtwoordTijdelijk
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.opdrachtregel.hoofd import main
from zvh_desktop.services.kluis.gegevens import AccountInvoer, NieuweKluis
from zvh_desktop.services.toegang import ToegangDienst

GEKREGEN = "paard steiger lampion vijver"
EIGEN = "kastanje fluit dakraam zomer"
NAAM = "n.voorbeeld"


def account(naam: str, *rollen: Rol) -> AccountInvoer:
    return AccountInvoer(naam, "N. Voorbeeld", frozenset(rollen), GEKREGEN)


@pytest.fixture(scope="module")
def sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("eigen") / "huis.kluis"
    gemaakt = ToegangDienst().maak_kluis(
        NieuweKluis(map_, "landelijk", (), account("b.oefenman", Rol.BEHEERDER), (account(NAAM, Rol.BEHEERDER),)),
        lambda *_: None,
    )
    gemaakt.diensten.sluit()
    return map_


@pytest.fixture
def kluismap(sjabloon: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sjabloon, tmp_path / "huis.kluis"))


def test_beheerder_van_de_eerste_start_koos_zelf(kluismap: Path) -> None:
    ToegangDienst().ontgrendel(kluismap, "b.oefenman", GEKREGEN).sluit()


def test_gekregen_wachtwoord_opent_niets(kluismap: Path) -> None:
    toegang = ToegangDienst()
    for _keer in range(2):
        with pytest.raises(WachtwoordTijdelijk, match="door de beheerder gekozen"):
            toegang.ontgrendel(kluismap, NAAM, GEKREGEN)


def test_zwak_of_hetzelfde_wordt_geweigerd_en_eigen_opent(kluismap: Path) -> None:
    toegang = ToegangDienst()
    for slecht in ("kort", GEKREGEN, NAAM * 3):
        with pytest.raises(InvoerOngeldig):
            toegang.kies_eigen_wachtwoord(kluismap, NAAM, GEKREGEN, slecht)
    diensten = toegang.kies_eigen_wachtwoord(kluismap, NAAM, GEKREGEN, EIGEN)
    assert diensten.sessie.gebruiker == NAAM
    diensten.sluit()
    toegang.ontgrendel(kluismap, NAAM, EIGEN).sluit()


def test_wie_nog_niets_zag_hoort_dat_bij_de_keer_die_opent(kluismap: Path) -> None:
    """The attempt that was refused shows nothing, so it may not count as having seen the vault."""
    toegang = ToegangDienst()
    with pytest.raises(WachtwoordTijdelijk):
        toegang.ontgrendel(kluismap, NAAM, GEKREGEN)
    diensten = toegang.kies_eigen_wachtwoord(kluismap, NAAM, GEKREGEN, EIGEN)
    assert NOG_NIETS_GEZIEN in diensten.werkplek.kluis.stand.waarschuwingen
    diensten.sluit()
    weer = toegang.ontgrendel(kluismap, NAAM, EIGEN)
    assert NOG_NIETS_GEZIEN not in weer.werkplek.kluis.stand.waarschuwingen
    weer.sluit()


def test_account_van_beheer_moet_ook_kiezen(kluismap: Path) -> None:
    toegang = ToegangDienst()
    diensten = toegang.ontgrendel(kluismap, "b.oefenman", GEKREGEN)
    diensten.beheer.voeg_account_toe(account("m.voorbeeld", Rol.MEDEWERKER))
    diensten.sluit()
    with pytest.raises(WachtwoordTijdelijk):
        toegang.ontgrendel(kluismap, "m.voorbeeld", GEKREGEN)


def test_opdrachtregel_weigert_in_een_zin(kluismap: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    geheim = tmp_path / "wachtwoord.txt"
    geheim.write_text(GEKREGEN, encoding="utf-8")
    wie = ["--gebruiker", NAAM, "--wachtwoord-bestand", str(geheim)]
    for opdracht in (["controleer", str(kluismap)], ["reservekopie", str(kluismap), str(tmp_path / "kopie.kluis")]):
        assert main([*opdracht, *wie]) == 1
        assert "Kies eerst een eigen wachtwoord." in capsys.readouterr().err
    assert not (tmp_path / "kopie.kluis").exists()
