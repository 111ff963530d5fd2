"""What was deleted is not in the vault after closing; ``make resten`` tries it two hundred times."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from factories import REGIE, WACHTWOORD, maak_sjabloon
from resten_tabel import WEGEN, beproef
from sqlalchemy import Engine, text

from zvh_desktop.database.bestand.wissen import Voortgang, leeg_wal
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.zitting import kluismap

# each way once, spread over the three ends
PROEVEN = (0, 9, 18, 3, 12, 21, 6, 15, 23, 10)


@pytest.fixture(scope="session")
def resten_sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with accounts, profile and partijen."""
    basis = tmp_path_factory.mktemp("resten")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        return maak_sjabloon(basis / "sjabloon.kluis")


@pytest.mark.parametrize("nummer", PROEVEN)
def test_verwijderde_tekst_staat_na_sluiten_nergens_meer(resten_sjabloon: Path, tmp_path: Path, nummer: int) -> None:
    _, _, stond_er, rest = beproef(resten_sjabloon, tmp_path, nummer)
    assert stond_er
    assert rest == []


def test_zonder_wissen_blijft_er_wel_iets_staan(
    resten_sjabloon: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or the trials above would find nothing whatever was left."""
    assert len({nummer % len(WEGEN) for nummer in PROEVEN}) == len(WEGEN)
    monkeypatch.setattr(kluismap, "wis_resten", alleen_de_wal)
    oud = tmp_path / "oud.kluis"
    shutil.copytree(resten_sjabloon, oud)
    gewoon = open_kluis(oud, REGIE, WACHTWOORD)
    with gewoon.engine.begin() as verbinding:
        # An index that erases by itself leaves nothing; one of before did.
        verbinding.execute(text("INSERT INTO zoek(zoek, rank) VALUES ('secure-delete', 0)"))
    gewoon.sluit()
    _, _, stond_er, rest = beproef(oud, tmp_path, 2)
    assert stond_er
    assert rest


def alleen_de_wal(engine: Engine, _voortgang: Voortgang | None = None) -> bool:
    """What closing did before it erased."""
    return leeg_wal(engine)
