"""The real dictionary, as a process of its own and asked as the window asks it."""

from __future__ import annotations

import json
import subprocess

import pytest

from zvh_desktop.services.spelling.opdracht import BEVROREN, WOORD, opdracht_woordenboek
from zvh_desktop.services.spelling.woordenboek import (
    MEESTE_SUGGESTIES,
    Woordenboek,
    antwoord,
    is_goed,
    laad_woordenboek,
)


@pytest.fixture(scope="module")
def boek() -> Woordenboek:
    return laad_woordenboek()


@pytest.mark.parametrize(
    "woord",
    ["fietsen", "woningbouwcorporatie", "jeugdbescherming", "coördinatie", "zo'n", "foto's", "'s", "e-mail",
     "Afspraak", "zorg-", "politie-inzet", "huisbezoek-afspraak"],
)  # fmt: skip
def test_gewoon_nederlands_is_goed(boek: Woordenboek, woord: str) -> None:
    assert is_goed(boek, woord.rstrip("-"))


@pytest.mark.parametrize("woord", ["afspraaak", "coordinatie", "reclasering", "jeugdbeschreming", "fiets-stalingen"])
def test_een_tikfout_wordt_gezien(boek: Woordenboek, woord: str) -> None:
    assert not is_goed(boek, woord)


def test_wat_bedoeld_was_staat_vooraan(boek: Woordenboek) -> None:
    gegeven = antwoord(boek, {"nummer": 3, "suggesties": "coordinatie"})
    assert gegeven["nummer"] == 3
    assert gegeven["suggesties"][0] == "coördinatie"
    assert len(gegeven["suggesties"]) <= MEESTE_SUGGESTIES


def test_als_eigen_proces_antwoordt_het_en_stopt_het_als_er_niets_meer_komt() -> None:
    vragen = [{"nummer": 1, "woorden": ["fiets", "fietts", "coördinatie"]}, {"nummer": 2, "suggesties": "vegaderen"}]
    klaar = subprocess.run(
        opdracht_woordenboek(),
        input="".join(json.dumps(vraag) + "\n" for vraag in vragen),
        capture_output=True,
        text=True,
        check=True,
        timeout=500,
    )
    eerste, tweede = map(json.loads, klaar.stdout.splitlines())
    assert eerste == {"nummer": 1, "fout": ["fietts"]}
    assert "vergaderen" in tweede["suggesties"]
    assert klaar.stderr == ""


def test_in_een_bundel_doet_de_opdrachtregel_het(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "zvh-desktop.exe"))
    assert opdracht_woordenboek() == (str(tmp_path / f"{BEVROREN}.exe"), WOORD)
