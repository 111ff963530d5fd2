"""The other commands, and how the command line behaves when it is used wrongly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from proefwaarden import WACHTWOORD

from zvh_desktop.database.kluis import NieuweGebruiker, maak_kluis, open_kluis
from zvh_desktop.database.sleutels.primitieven import KDF_ONDERGRENS
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.opdrachtregel import demo as demo_opdracht
from zvh_desktop.paths import resources_map
from zvh_desktop.services.diensten import bouw_diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount


@pytest.fixture
def echte_kluis(tmp_path: Path) -> Path:
    kluis, _ = maak_kluis(
        tmp_path / "echt.kluis",
        NieuweGebruiker("beheer", "B. Oefenman", frozenset({Rol.BEHEERDER}), WACHTWOORD),
        kdf=KDF_ONDERGRENS,
        reserve=0,
    )
    kluis.sluit()
    return tmp_path / "echt.kluis"


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        ([], "Er ontbreekt nog"),
        (["demo"], "Er ontbreekt nog: --uit"),
        (["demo", "--uit"], "Achter --uit hoort een waarde"),
        (["dans"], "dans' kan niet"),
        (["vul", "k", "--casussen", "0"], "past niet bij --casussen"),
        (["vul", "k", "--casussen", "veel"], "past niet bij --casussen"),
        (["controleer", "k", "--wachtwoord", "geheim"], "hoort niet bij deze opdracht"),
        (["profiel"], "Er ontbreekt nog"),
    ],
)
def test_verkeerd_gebruik_eindigt_met_2_en_een_nederlandse_zin(zvh: Callable, argumenten: list[str], zin: str) -> None:
    afloop = zvh(*argumenten)
    assert afloop.code == 2
    assert zin in afloop.fout
    assert afloop.fout.startswith("Gebruik: zvh")


def test_help_is_nederlands(zvh: Callable) -> None:
    afloop = zvh("--help")
    assert afloop.code == 0
    assert "usage" not in afloop.uit
    for opdracht in ("demo", "controleer", "reservekopie", "herstel", "profiel", "vul"):
        assert opdracht in afloop.uit


@pytest.mark.parametrize("profiel", sorted((resources_map() / "huisprofielen").glob("*.toml")), ids=lambda p: p.stem)
def test_elk_meegeleverd_profiel_is_in_orde(zvh: Callable, profiel: Path) -> None:
    afloop = zvh("profiel", "controleer", profiel)
    assert (afloop.code, afloop.fout) == (0, "")
    assert "is in orde" in afloop.uit


def test_een_profiel_met_fouten_noemt_elke_fout(zvh: Callable, tmp_path: Path) -> None:
    bron = (resources_map() / "huisprofielen" / "twente.toml").read_text(encoding="utf-8")
    kapot = tmp_path / "kapot.toml"
    kapot.write_text(bron.replace('niveau = "tactisch"', 'niveau = "hoog"').replace('versie = "1.0"', ""), "utf-8")
    afloop = zvh("profiel", "controleer", kapot)
    assert afloop.code == 1
    assert len(afloop.uit.splitlines()) == 2
    assert "2 fouten" in afloop.fout


@pytest.mark.parametrize("inhoud", [b"\xff\xfe\x00", b"sleutel = ", b"", b"\x00" * 100])
def test_een_bestand_dat_geen_profiel_is_geeft_een_zin(zvh: Callable, tmp_path: Path, inhoud: bytes) -> None:
    bestand = tmp_path / "vreemd.toml"
    bestand.write_bytes(inhoud)
    afloop = zvh("profiel", "controleer", bestand)
    assert afloop.code == 1
    assert afloop.fout.strip()


def test_een_profiel_dat_er_niet_is_geeft_een_zin(zvh: Callable, tmp_path: Path) -> None:
    afloop = zvh("profiel", "controleer", tmp_path / "weg.toml")
    assert afloop.code == 1
    assert "niet te lezen" in afloop.fout


def test_een_reservekopie_komt_terug_als_kluis(zvh: Callable, kluis: Path, tmp_path: Path) -> None:
    kopie, terug = tmp_path / "kopie", tmp_path / "terug"
    assert zvh("reservekopie", kluis, kopie).code == 0
    assert zvh("herstel", kopie, terug).code == 0
    afloop = zvh("controleer", terug)
    assert (afloop.code, afloop.fout) == (0, "")


def test_een_reservekopie_kan_terwijl_de_kluis_in_gebruik_is(zvh: Callable, kluis: Path, tmp_path: Path) -> None:
    account = oefenaccount(Rol.MEDEWERKER)
    with open_kluis(kluis, account.gebruiker, account.wachtwoord):
        assert zvh("reservekopie", kluis, tmp_path / "kopie").code == 0


def test_een_reservekopie_vraagt_een_beheerder(zvh: Callable, kluis: Path, tmp_path: Path) -> None:
    account = oefenaccount(Rol.MEDEWERKER)
    bestand = tmp_path / "wachtwoord.txt"
    bestand.write_text(account.wachtwoord, encoding="utf-8")
    afloop = zvh(
        "reservekopie", kluis, tmp_path / "kopie", "--gebruiker", account.gebruiker, "--wachtwoord-bestand", bestand
    )
    assert afloop.code == 1
    assert "beheerder" in afloop.fout
    assert not (tmp_path / "kopie").exists()


def test_een_reservekopie_komt_nooit_over_iets_heen(zvh: Callable, kluis: Path, tmp_path: Path) -> None:
    bezet = tmp_path / "bezet"
    bezet.mkdir()
    (bezet / "iets").write_text("van mij", encoding="utf-8")
    assert zvh("reservekopie", kluis, bezet).code == 1
    assert [pad.name for pad in bezet.iterdir()] == ["iets"]


def test_herstel_weigert_een_gewone_kluis(zvh: Callable, kluis: Path, tmp_path: Path) -> None:
    afloop = zvh("herstel", kluis, tmp_path / "terug")
    assert afloop.code == 1
    assert "geen reservekopie" in afloop.fout


def test_vul_zet_casussen_in_een_oefenkluis_die_daarna_in_orde_is(zvh: Callable, kluis: Path) -> None:
    assert zvh("vul", kluis, "--casussen", "300").code == 0
    assert zvh("controleer", kluis).code == 0
    account = oefenaccount(Rol.PROCESREGISSEUR)
    with open_kluis(kluis, account.gebruiker, account.wachtwoord) as open_:
        diensten = bouw_diensten(open_)
        casussen = diensten.casussen.lijst()
        assert len(casussen) == 325
        assert len({casus.nummer for casus in casussen}) == 325
        assert diensten.casussen.toon(casussen[-1].id).betrokkenen
        assert diensten.zoeken.zoek("Voorbeeldberg")


def test_vul_weigert_een_echte_kluis(zvh: Callable, echte_kluis: Path, tmp_path: Path) -> None:
    bestand = tmp_path / "wachtwoord.txt"
    bestand.write_text(WACHTWOORD, encoding="utf-8")
    afloop = zvh("vul", echte_kluis, "--casussen", "5", "--gebruiker", "beheer", "--wachtwoord-bestand", bestand)
    assert afloop.code == 1
    assert "geen oefenkluis" in afloop.fout


def test_een_echte_kluis_vraagt_om_een_account(
    zvh: Callable, echte_kluis: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    afloop = zvh("controleer", echte_kluis)
    assert afloop.code == 1
    assert "--gebruiker NAAM" in afloop.fout


def test_een_wachtwoordbestand_dat_er_niet_is_geeft_een_zin(zvh: Callable, kluis: Path, tmp_path: Path) -> None:
    afloop = zvh("controleer", kluis, "--gebruiker", "x", "--wachtwoord-bestand", tmp_path / "weg")
    assert afloop.code == 1
    assert "wachtwoordbestand" in afloop.fout


@pytest.mark.mag_loggen("zvh_desktop.opdrachtregel")
def test_een_onverwachte_fout_toont_geen_spoor_en_logt_alleen_de_soort(
    zvh: Callable, gebruikersmap: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: object) -> None:
        raise LookupError("Testpersoon Aardbei")

    monkeypatch.setattr(demo_opdracht, "speel_demo", stuk)
    afloop = zvh("demo", "--uit", tmp_path / "uit")
    assert afloop.code == 1
    assert afloop.fout.startswith("Er ging iets mis")
    logboek = (gebruikersmap / "zvh.log").read_text(encoding="utf-8")
    assert "LookupError" in logboek
    assert "Aardbei" not in logboek + afloop.fout + afloop.uit
