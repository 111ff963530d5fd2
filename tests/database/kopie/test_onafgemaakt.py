"""A backup that was killed halfway is gone after the next opening; one that is still being made is left alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from kluis_hulp import REGIE, Openen
from proefwaarden import WACHTWOORD

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.kopie.onafgemaakt import onder_handen, ruim_half_op
from zvh_desktop.database.reservekopie import maak_reservekopie

_GEDOOD = """
import os, signal, sys
from pathlib import Path
from zvh_desktop.database import reservekopie
from zvh_desktop.database.kluis import open_kluis
def sterf(*_):
    os.kill(os.getpid(), signal.SIGKILL)
reservekopie._maak_af = sterf
kluis = open_kluis(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
reservekopie.maak_reservekopie(kluis, Path(sys.argv[4]))
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_een_gedode_reservekopie_is_na_het_openen_weg(kluismap: Path, tmp_path: Path) -> None:
    elders = tmp_path / "elders"
    opdracht = [sys.executable, "-c", _GEDOOD, str(kluismap), REGIE, WACHTWOORD, str(elders / "kopie.kluis")]
    assert subprocess.run(opdracht, check=False).returncode == -signal.SIGKILL
    (half,) = elders.iterdir()
    assert half.suffix == ".part" and {"sleutels.json"} < {pad.name for pad in half.iterdir()}
    assert list(kluismap.glob("kopie-*.bezig"))
    open_kluis(kluismap, REGIE, WACHTWOORD).sluit()
    assert list(elders.iterdir()) == []
    assert not list(kluismap.glob("kopie-*"))


def test_een_kopie_die_nog_wordt_gemaakt_blijft(openen: Openen, tmp_path: Path) -> None:
    kluis, klad = openen(), tmp_path / "k.kluis.0a1b2c3d.part"
    klad.mkdir()
    with onder_handen(kluis.map, kluis.databasesleutel, klad):
        assert str(tmp_path).encode() not in next(kluis.map.glob("kopie-*.bezig")).read_bytes()
        ruim_half_op(kluis.map, kluis.databasesleutel)
        assert klad.is_dir()
    assert not list(kluis.map.glob("kopie-*"))


def test_een_gelukte_kopie_laat_niets_onder_handen(openen: Openen, tmp_path: Path) -> None:
    kluis = openen()
    maak_reservekopie(kluis, tmp_path / "kopie.kluis")
    assert not list(kluis.map.glob("kopie-*"))
    assert not list(tmp_path.glob("*.part"))


def test_alleen_wat_dit_programma_zo_noemt_verdwijnt(openen: Openen, kluismap: Path) -> None:
    naast = [
        kluismap.with_name(f"{kluismap.name}{achter}") for achter in (".0a1b2c3d.part", ".part", ".werk", ".0a1b2c3d")
    ]
    vreemd = kluismap.with_name("ander.kluis.0a1b2c3d.part")
    for map_ in (*naast, vreemd):
        map_.mkdir()
        (map_ / "sleutels.json").write_bytes(b"x")
    half_bestand = kluismap / "sleutels.json.0a1b2c3d.part"
    half_bestand.write_bytes(b"x")
    openen()
    assert [map_.exists() for map_ in naast] == [False, True, True, True]
    assert vreemd.exists()
    assert not half_bestand.exists()
