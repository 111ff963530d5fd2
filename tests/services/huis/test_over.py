"""What others made: every package that is pinned for use is named, with a licence that may go along."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from zvh_desktop import __version__
from zvh_desktop.opdrachtregel.hoofd import main
from zvh_desktop.services.huis.meegeleverd import Onderdeel, licentieteksten, meegeleverd
from zvh_desktop.services.huis.over import IN_PAKKETTEN, alle_licenties, over_hoofdstuk

ROOT = Path(__file__).resolve().parents[3]
RUNTIME = ROOT / "requirements" / "runtime.txt"
MAG = re.compile(r"MIT|BSD|Apache|LGPL|Lesser General|MPL|PSF|ISC|OFL|CMU|Dual License", re.IGNORECASE)


@pytest.fixture(scope="module")
def onderdelen() -> tuple[Onderdeel, ...]:
    return meegeleverd()


def _gelijk(naam: str) -> str:
    return re.sub(r"[-_.]+", "-", naam).lower()


def test_elk_pakket_dat_vaststaat_voor_gebruik_wordt_genoemd(onderdelen: tuple[Onderdeel, ...]) -> None:
    vast = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)([^\n]*)", RUNTIME.read_text(encoding="utf-8"), re.MULTILINE)
    hier = {_gelijk(naam): versie for naam, versie, voor in vast if "win32" not in voor and "darwin" not in voor}
    genoemd = {_gelijk(een.naam): een.versie for een in onderdelen}
    assert len(genoemd) > 30
    hier.pop("setuptools")  # puts the others in place, and is not used at work
    assert genoemd == hier
    assert {
        "chunspell",
        "pyside6-essentials",
        "sqlcipher3",
        "reportlab",
        "python-bidi",
        "rl-accel",
        "psycopg-binary",
        "docxtpl",
        "lxml",
    } <= genoemd.keys()


def test_elke_licentie_mag_mee(onderdelen: tuple[Onderdeel, ...]) -> None:
    onbekend = {een.naam: een.licentie for een in onderdelen if not MAG.search(een.licentie)}
    teksten = {naam: " ".join(licentieteksten(Onderdeel(naam, "", ""))) for naam in onbekend}
    vrij = re.compile("Permission is hereby granted|provided 'as-is', without any express")
    assert {naam for naam, tekst in teksten.items() if not vrij.search(tekst)} == set()


@pytest.mark.parametrize("waar", ["hoofdstuk", "voor-it"])
def test_wat_onder_de_lgpl_valt_wordt_genoemd_als_te_vervangen(waar: str, onderdelen: tuple[Onderdeel, ...]) -> None:
    """Whoever may replace it has to be told; a package with a choice of licences is taken under the other."""
    pagina = ROOT / "docs" / "voor-it.md"
    tekst = over_hoofdstuk().tekst if waar == "hoofdstuk" else pagina.read_text(encoding="utf-8")
    zin = next(zin for zin in " ".join(tekst.split()).split(". ") if "vallen onder de LGPL" in zin)
    qt = {"pyside6-essentials", "pyside6-pdf", "shiboken6"}
    onder = {een.naam for een in onderdelen if re.search(r"LGPL|Lesser", een.licentie) and "MPL" not in een.licentie}
    assert [naam for naam in onder if ("Qt" if _gelijk(naam) in qt else naam) not in zin] == []


def test_alleen_wat_geen_tekst_brengt_heeft_er_geen(onderdelen: tuple[Onderdeel, ...]) -> None:
    zonder = {een.naam for een in onderdelen if not licentieteksten(een)}
    assert {_gelijk(naam) for naam in zonder} <= {"pyside6-essentials", "pyside6-pdf", "shiboken6"}


def test_het_hoofdstuk_noemt_de_versie_de_pakketten_en_wat_erin_zit(onderdelen: tuple[Onderdeel, ...]) -> None:
    hoofdstuk = over_hoofdstuk()
    assert f"versie {__version__}" in hoofdstuk.leestekst
    assert "European Union Public Licence 1.2 (EUPL-1.2)" in hoofdstuk.leestekst
    for een in onderdelen:
        assert f"| {een.naam} | {een.versie} |" in hoofdstuk.tekst
    namen = {_gelijk(een.naam) for een in onderdelen}
    assert all(any(naam.startswith(_gelijk(pakket)) for naam in namen) for _, pakket, _ in IN_PAKKETTEN)


def test_de_opdracht_toont_alle_teksten(capsys: pytest.CaptureFixture[str], onderdelen: tuple[Onderdeel, ...]) -> None:
    assert main(["licenties"]) == 0
    gezegd = capsys.readouterr().out
    assert gezegd.strip() == alle_licenties(onderdelen).strip()
    assert "Permission is hereby granted" in gezegd


def test_de_eigen_licentie_staat_vooraan(onderdelen: tuple[Onderdeel, ...]) -> None:
    eigen, _, rest = alle_licenties(onderdelen).partition("alembic")
    assert f"zvh-desktop {__version__}: EUPL-1.2" in eigen
    assert "Licensed under the EUPL" in eigen
    assert "zvh-desktop" not in rest
