"""Destroyed means destroyed; ``make vernietigproef`` tries it two hundred times."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import Bureau, ProefKlok, kopieer
from vernietig_tabel import GEEN_TEKST, GETEKEND, beproef, maak_dossiersjabloon, tekstkolommen, vul, vullen

from zvh_desktop.database.vernietigen.loten import LOTEN
from zvh_desktop.database.vernietigen.wegdoen import dossier_van_casus, tel
from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.services.vernietigen.vernietigen import VernietigService

# each moment of being killed at least twice
PROEVEN = tuple(range(20))


@pytest.fixture(scope="session")
def vol_dossier(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, CasusId]:
    """A closed vault with a file that may go."""
    basis = tmp_path_factory.mktemp("vernietigproef")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        return maak_dossiersjabloon(basis)


@pytest.mark.parametrize("nummer", PROEVEN)
def test_van_een_vernietigd_dossier_is_nergens_iets_over(
    vol_dossier: tuple[Path, CasusId], tmp_path: Path, nummer: int
) -> None:
    _, stond_er, fout = beproef(vol_dossier, tmp_path, nummer)
    assert stond_er
    assert fout == []


def test_de_kanarie_zit_in_elk_tekstveld_en_in_elke_tabel(vol_dossier: tuple[Path, CasusId], tmp_path: Path) -> None:
    """Or the trials above would find nothing whatever was left."""
    bureau = Bureau(kopieer(vol_dossier[0], tmp_path / "proef.kluis"), ProefKlok())
    with vullen(bureau.kluis) as verbinding:
        dossier = dossier_van_casus(verbinding, vol_dossier[1])
        gevuld = vul(verbinding, dossier, "жшщцъыэюя")
        aantallen = tel(verbinding, dossier)
    bureau.sluit()
    assert gevuld | set(GEEN_TEKST) == tekstkolommen()
    assert [lot.rij.__tablename__ for lot in LOTEN if lot.rij not in GETEKEND and not aantallen[lot]] == []


@pytest.mark.mag_loggen("zvh_desktop.database.controle")
def test_zonder_wissen_blijft_er_wel_iets_staan(
    vol_dossier: tuple[Path, CasusId], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(VernietigService, "doe", _niets)
    _, stond_er, fout = beproef(vol_dossier, tmp_path, 0)
    assert stond_er
    assert fout


def _niets(*_waarden: object) -> None:
    """As if it was done."""
