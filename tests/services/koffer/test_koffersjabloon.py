"""What every koffer begins with is the schema of this office and nothing else, whichever koffer of a session it is."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from factories import REGIE, WACHTWOORD
from kofferhulp import Kantoor
from sqlalchemy import text

from zvh_desktop.database.bestand.engine import open_engine, ruwe_verbinding
from zvh_desktop.database.bestand.schema import Schemaverschil, vergelijk_schema
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.koffer import maken
from zvh_desktop.database.koffer.sjabloon import Koffersjabloon, lees_objecten
from zvh_desktop.database.sleutels.primitieven import willekeurig
from zvh_desktop.errors import GebruikersFout, KluisBeschadigd, SchijfVol

_MET_EXTRA = "CREATE INDEX extra_voor_de_proef ON casus (nummer)"


def _gelegd(kantoor: Kantoor, sjabloon: Koffersjabloon, pad: Path, sleutel: bytes) -> set[tuple[str, str]]:
    """The schema of an empty database that was laid at this place."""
    with kantoor.bureau.kluis.engine.connect() as van:
        objecten = lees_objecten(van)
    pad.touch()
    engine = open_engine(pad, sleutel, nieuw=True, klad=True)
    with engine.connect() as doel:
        sjabloon.leg(doel.connection.driver_connection, objecten, pad.parent)
    engine.dispose()
    with ruwe_verbinding(pad, sleutel, alleen_lezen=True) as verbinding:
        rijen = verbinding.execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite%'").fetchall()
        tellingen = {
            verbinding.execute(f"SELECT count(*) FROM {naam}").fetchone()[0]  # noqa: S608
            for soort, naam in rijen
            if soort == "table" and not naam.startswith("zoek")
        }
    assert tellingen == {0}
    return {(str(soort), str(naam)) for soort, naam in rijen}


def test_ook_de_tweede_koffer_van_een_zitting_heeft_het_schema_van_kantoor(kantoor: Kantoor) -> None:
    kantoor.trek_koffer_in(kantoor.geef_uit())
    eerste, kantoor.koffermap = kantoor.koffermap, kantoor.koffermap.with_name("tweede.koffer")
    kantoor.geef_uit()
    for map_ in (eerste, kantoor.koffermap):
        with open_kluis(map_, REGIE, WACHTWOORD, klok=kantoor.klok) as kluis, kluis.engine.connect() as verbinding:
            assert vergelijk_schema(verbinding) == Schemaverschil((), ())
            assert verbinding.scalar(text("SELECT count(*) FROM casus")) == 2


def test_een_ander_schema_op_kantoor_geeft_een_ander_begin(kantoor: Kantoor, tmp_path: Path) -> None:
    sjabloon = Koffersjabloon()
    voor = _gelegd(kantoor, sjabloon, tmp_path / "voor.sqlite", willekeurig())
    with kantoor.bureau.kluis.engine.begin() as verbinding:
        verbinding.execute(text(_MET_EXTRA))
    na = _gelegd(kantoor, sjabloon, tmp_path / "na.sqlite", willekeurig())
    assert na - voor == {("index", "extra_voor_de_proef")}
    assert voor < na


def test_elke_koffer_heeft_een_sleutel_van_zichzelf(kantoor: Kantoor, tmp_path: Path) -> None:
    sjabloon, een, ander = Koffersjabloon(), willekeurig(), willekeurig()
    for naam, sleutel in (("een", een), ("ander", ander)):
        _gelegd(kantoor, sjabloon, tmp_path / naam, sleutel)
    with pytest.raises((KluisBeschadigd, GebruikersFout)), ruwe_verbinding(tmp_path / "een", ander):
        pass


def test_wat_ernaast_misgaat_is_een_zin_en_er_is_niets_uit(kantoor: Kantoor, monkeypatch: pytest.MonkeyPatch) -> None:
    def vol(*_: object) -> None:
        raise OSError(errno.ENOSPC, "vol")

    monkeypatch.setattr(maken, "maak_map", vol)
    with pytest.raises(SchijfVol):
        kantoor.geef_uit()
    assert kantoor.koffers.van_overleg(kantoor.tafel) == ()
    assert list(kantoor.koffermap.parent.glob("*.koffer*")) == []
