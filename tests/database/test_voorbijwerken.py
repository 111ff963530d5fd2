"""A vault of an earlier version gets a newer form only after a backup of how it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kluis_hulp import BEHEER
from lege_database import REVISIES, ga_naar
from proefwaarden import WACHTWOORD
from sqlalchemy import text

from zvh_desktop.database import voorbijwerken
from zvh_desktop.database.kluis import NieuweGebruiker, maak_kluis, open_kluis
from zvh_desktop.database.kopie.kenmerk import Kopiesoort
from zvh_desktop.database.kopie.voorraad import is_heel, lees_kopie, standaardplaats, zoek_kopieen
from zvh_desktop.database.sleutels.primitieven import KDF_ONDERGRENS
from zvh_desktop.errors import KluisFout, SchijfVol
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.paths import gebruikersmap


@pytest.fixture
def oude_kluis(tmp_path: Path) -> Iterator[Path]:
    """A vault of one migration ago; no practice vault, for that has nothing to lose."""
    wie = NieuweGebruiker(BEHEER, "B. Oefenman", frozenset({Rol.BEHEERDER}), WACHTWOORD)
    kluis, _ = maak_kluis(tmp_path / "Oud.kluis", wie, kdf=KDF_ONDERGRENS, reserve=0)
    ga_naar(kluis.engine, REVISIES[-2], omlaag=True)
    kluis.sluit()
    yield tmp_path / "Oud.kluis"


def _revisie(kluismap: Path) -> str:
    with open_kluis(kluismap, BEHEER, WACHTWOORD) as kluis, kluis.engine.connect() as verbinding:
        return str(verbinding.scalar(text("SELECT version_num FROM alembic_version")))


def test_eerst_een_kopie_en_dan_pas_bijgewerkt(oude_kluis: Path) -> None:
    assert _revisie(oude_kluis) == REVISIES[-1]
    (kopie,) = zoek_kopieen((standaardplaats(oude_kluis),))
    assert kopie.soort is Kopiesoort.BIJWERKEN
    assert is_heel(kopie.map)
    # nothing to bring to a newer form: no copy either
    assert _revisie(oude_kluis) == REVISIES[-1]
    assert len(zoek_kopieen((standaardplaats(oude_kluis),))) == 1


def test_kan_het_niet_naast_de_kluis_dan_bij_de_gebruiker(oude_kluis: Path) -> None:
    standaardplaats(oude_kluis).write_bytes(b"hier kan geen map komen")
    assert _revisie(oude_kluis) == REVISIES[-1]
    (map_,) = (gebruikersmap() / standaardplaats(oude_kluis).name).iterdir()
    assert lees_kopie(map_) is not None


def test_kan_het_nergens_dan_wordt_er_niet_bijgewerkt(oude_kluis: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def vol(*_: object) -> None:
        raise SchijfVol("De schijf is vol.", advies="Maak ruimte.")

    monkeypatch.setattr(voorbijwerken, "in_aanbouw", vol)
    with pytest.raises(KluisFout, match=r"reservekopie nodig.*schijf is vol"):
        open_kluis(oude_kluis, BEHEER, WACHTWOORD)
    monkeypatch.undo()
    monkeypatch.setattr(voorbijwerken, "werk_bij", lambda engine: None)
    assert _revisie(oude_kluis) == REVISIES[-2]
