"""`zvh koffer` says what stands on the outside, and counts what is in it; never what that is."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from factories import REGIE, WACHTWOORD, ProefKlok, maak_sjabloon
from kofferhulp import Kantoor, houd_tafel, met_regisseurs


@pytest.fixture(scope="module")
def koffer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One in which a meeting was held."""
    basis = tmp_path_factory.mktemp("kofferregel")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        kantoor = Kantoor.in_kluis(
            met_regisseurs(maak_sjabloon(basis / "huis.kluis")), ProefKlok(datetime.now(UTC)), basis / "tafel.koffer"
        )
        kantoor.geef_uit()
        with kantoor.laptop() as diensten:
            houd_tafel(kantoor, diensten)
        yield kantoor.koffermap
        kantoor.bureau.sluit()


@pytest.fixture
def wachtwoord(tmp_path: Path) -> Path:
    pad = tmp_path / "wachtwoord.txt"
    pad.write_text(f"{WACHTWOORD}\n", encoding="utf-8")
    pad.chmod(0o600)
    return pad


def test_de_buitenkant_is_te_lezen_zonder_wachtwoord(koffer: Path, zvh: Callable) -> None:
    afloop = zvh("koffer", "toon", koffer)
    assert (afloop.code, afloop.fout) == (0, "")
    assert afloop.uit.startswith("Oefenkoffer voor ")
    assert "Uiterlijk terug op" in afloop.uit
    assert "Testpersoon" not in afloop.uit


def test_controleren_telt_en_toont_niets(koffer: Path, wachtwoord: Path, zvh: Callable) -> None:
    afloop = zvh("koffer", "controleer", koffer, "--gebruiker", REGIE, "--wachtwoord-bestand", wachtwoord)
    assert (afloop.code, afloop.fout) == (0, ""), afloop.uit
    assert "De koffer is in orde. Casussen: 2." in afloop.uit
    assert "Onderweg ondertekend: 1." in afloop.uit
    for geheim in ("Testpersoon", "Wegbesluit", "Wegactie"):
        assert geheim not in afloop.uit


def test_een_gewijzigde_byte_is_een_bevinding(koffer: Path, wachtwoord: Path, zvh: Callable, tmp_path: Path) -> None:
    kapot = Path(shutil.copytree(koffer, tmp_path / "kapot.koffer"))
    inhoud = bytearray((kapot / "db-1.sqlite").read_bytes())
    inhoud[len(inhoud) // 2] ^= 1
    (kapot / "db-1.sqlite").write_bytes(bytes(inhoud))
    afloop = zvh("koffer", "controleer", kapot, "--gebruiker", REGIE, "--wachtwoord-bestand", wachtwoord)
    assert afloop.code == 1
    assert "niet in orde" in afloop.fout


@pytest.mark.parametrize("opdracht", ["toon", "controleer"])
def test_wat_geen_koffer_is_wordt_gezegd(tmp_path: Path, zvh: Callable, opdracht: str) -> None:
    afloop = zvh("koffer", opdracht, tmp_path)
    assert afloop.code == 1
    assert "geen koffer" in afloop.fout
