"""A few of each fault during the work; ``make storingen`` does hundreds."""

from __future__ import annotations

import logging
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from storing_koffer import beproef_kofferbyte, beproef_kofferdood, maak_kofferzaak
from storing_server import Afloop, Dag, serverzaak
from storing_tabel import beproef_byte, beproef_dood, beproef_vol, maak_bytezaak
from storing_zaak import Zaak, maak_zaak


@pytest.fixture(autouse=True)
def stil() -> Iterator[None]:
    """What went wrong is told in the log of the program; here that is the point of it."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="module")
def zaak(tmp_path_factory: pytest.TempPathFactory) -> Zaak:
    """The closed vault with a meeting that is being held."""
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(tmp_path_factory.mktemp("gebruiker")))
        return maak_zaak(tmp_path_factory.mktemp("zaak"))


@pytest.fixture
def toeval(monkeypatch: pytest.MonkeyPatch, gebruikersmap: Path) -> random.Random:
    """The same each time; the trials put the folder of the user elsewhere, and that is taken back."""
    monkeypatch.setenv("ZVH_GEBRUIKERSMAP", str(gebruikersmap))
    return random.Random(7)  # noqa: S311 - to be done again the same


@pytest.mark.skipif(sys.platform == "win32", reason="een kind dat gedood wordt, komt uit os.fork")
def test_gedood_tijdens_het_typen_gaat_er_niets_bevestigds_verloren(
    zaak: Zaak, tmp_path: Path, toeval: random.Random
) -> None:
    assert [beproef_dood(zaak, tmp_path / "proef", toeval) for _ in range(4)] == [""] * 4


@pytest.mark.parametrize("goed", [0, 3, 9, 20, 33, 47])
def test_een_keer_een_volle_schijf(zaak: Zaak, tmp_path: Path, toeval: random.Random, goed: int) -> None:
    assert beproef_vol(zaak, tmp_path / "proef", goed) == ("", True)


def test_elke_gewijzigde_byte_wordt_gemeld(zaak: Zaak, tmp_path: Path, toeval: random.Random) -> None:
    goed = maak_bytezaak(zaak, tmp_path / "goed")
    assert [beproef_byte(goed, tmp_path / "proef", toeval) for _ in range(8)] == [""] * 8


@pytest.mark.skipif(sys.platform == "win32", reason="een kind dat gedood wordt, komt uit os.fork")
def test_gedood_op_weg_met_een_koffer_telt_alles_wat_is_bevestigd_een_keer(
    zaak: Zaak, tmp_path: Path, toeval: random.Random
) -> None:
    assert [beproef_kofferdood(zaak, tmp_path / "proef", toeval) for _ in range(3)] == [""] * 3


def test_elke_gewijzigde_byte_in_een_koffer_wordt_gemeld_bij_het_inleveren(
    zaak: Zaak, tmp_path: Path, toeval: random.Random
) -> None:
    goed = maak_kofferzaak(zaak, tmp_path / "goed")
    assert [beproef_kofferbyte(goed, tmp_path / "proef", toeval) for _ in range(6)] == [""] * 6


@pytest.mark.skipif(sys.platform == "win32", reason="een kind dat gedood wordt, komt uit os.fork")
def test_op_een_server_is_wat_bevestigd_is_er_een_keer_en_wat_geweigerd_is_niet(
    tmp_path: Path, toeval: random.Random
) -> None:
    with serverzaak(tmp_path, mensen=2) as zaak:
        dag = Dag(zaak, toeval)
        assert dag.draai(3) == []
    assert dag.gedood["programma"] == 3
    assert dag.gedood.total() == 6
    assert Afloop.JA in {afloop for mens in dag.mensen for afloop in mens.heet.values()}
