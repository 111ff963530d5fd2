"""The one translator: whatever the driver or the disk says comes out as a sentence, and our own mistakes do not."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as stuurprogramma
from sqlalchemy import Engine, text
from sqlalchemy.orm import InstrumentedAttribute, Session

from zvh_desktop.database.bestand import vertaling as module
from zvh_desktop.database.bestand.bestanden import schrijf_nieuw
from zvh_desktop.database.bestand.engine import open_engine, ruwe_verbinding
from zvh_desktop.database.bestand.vertaling import is_schijf_vol, vertaal_databasefout, vertaal_fout
from zvh_desktop.database.bestand.wissen import leeg_wal
from zvh_desktop.errors import AlleenLezen, GebruikersFout, KluisBeschadigd, KluisFout, KluisInGebruik, SchijfVol
from zvh_desktop.models.casus import Betrokkene
from zvh_desktop.models.keuzes import PoortStand
from zvh_desktop.models.overleg import Overleg

SLEUTEL = bytes(range(32))


def fout_van_het_stuurprogramma(zin: str, code: int | None = None) -> stuurprogramma.OperationalError:
    """As the driver makes it; from a copy of the whole database it comes without a number."""
    fout = stuurprogramma.OperationalError(zin)
    if code is not None:
        fout.sqlite_errorcode = code
    return fout


@pytest.mark.parametrize("met_nummer", [True, False])
@pytest.mark.parametrize(
    ("zin", "code", "soort", "woord"),
    [
        ("database or disk is full", stuurprogramma.SQLITE_FULL, SchijfVol, "vol"),
        ("disk I/O error", stuurprogramma.SQLITE_IOERR, KluisFout, "lezen of schrijven"),
        ("unable to open database file", stuurprogramma.SQLITE_CANTOPEN, KluisFout, "niet worden geopend"),
        ("attempt to write a readonly database", stuurprogramma.SQLITE_READONLY, AlleenLezen, "niet worden geschreven"),
        ("database is locked", stuurprogramma.SQLITE_BUSY, KluisInGebruik, "bezet"),
        ("database disk image is malformed", stuurprogramma.SQLITE_CORRUPT, KluisBeschadigd, "beschadigd"),
        ("file is not a database", stuurprogramma.SQLITE_NOTADB, KluisBeschadigd, "beschadigd"),
        ("out of memory", stuurprogramma.SQLITE_NOMEM, KluisFout, "geheugen"),
    ],
)
def test_elke_uitkomst_heeft_woorden_ook_zonder_nummer(
    zin: str, code: int, soort: type[KluisFout], woord: str, met_nummer: bool
) -> None:
    with pytest.raises(soort, match=woord), vertaal_fout():
        raise fout_van_het_stuurprogramma(zin, code if met_nummer else None)


def test_wat_niemand_kent_heeft_ook_woorden_en_onze_fout_niet() -> None:
    with pytest.raises(KluisFout, match="niet herkent"), vertaal_fout():
        raise fout_van_het_stuurprogramma("something new")
    for soort in (stuurprogramma.ProgrammingError, stuurprogramma.IntegrityError, stuurprogramma.InterfaceError):
        with pytest.raises(soort), vertaal_fout():
            raise soort("onze fout")
    with pytest.raises(stuurprogramma.OperationalError), vertaal_fout():
        raise fout_van_het_stuurprogramma('near "SELEC": syntax error', stuurprogramma.SQLITE_ERROR)


@pytest.mark.parametrize("nummer", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_vol_is_vol_hoe_de_schijf_het_ook_zegt(nummer: int) -> None:
    assert is_schijf_vol(OSError(nummer, "x"))


@pytest.mark.parametrize("code", [stuurprogramma.SQLITE_IOERR, stuurprogramma.SQLITE_CANTOPEN])
def test_waar_geen_ruimte_is_heet_een_schijffout_een_volle_schijf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """The driver says no more than 'disk I/O error' when the memory beside the log file does not fit any more."""
    fout = fout_van_het_stuurprogramma("x", code)
    assert not is_schijf_vol(fout, tmp_path)
    monkeypatch.setattr(module, "is_krap", lambda plek: plek == tmp_path)
    assert is_schijf_vol(fout, tmp_path)
    assert not is_schijf_vol(fout)


def test_een_te_lang_pad_is_geen_beschadiging(tmp_path: Path) -> None:
    """SQLite stops at 512 characters or so, long before the file system does."""
    lang = tmp_path.joinpath(*["map-met-een-lange-naam-" + "x" * 150] * 4)
    lang.mkdir(parents=True)
    schrijf_nieuw(lang / "db-1.sqlite", b"")
    with pytest.raises(KluisFout) as gezien:
        open_engine(lang / "db-1.sqlite", SLEUTEL, nieuw=True)
    assert "te lang" in gezien.value.advies
    assert "reservekopie" not in str(gezien.value)
    assert "niet beschadigd" in gezien.value.gebeurd


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    schrijf_nieuw(tmp_path / "db.sqlite", b"")
    gemaakt = open_engine(tmp_path / "db.sqlite", SLEUTEL, nieuw=True)
    with gemaakt.begin() as verbinding:
        verbinding.exec_driver_sql("CREATE TABLE proef (nummer INTEGER)")
    yield gemaakt
    gemaakt.dispose()


def test_de_logboekfile_legen_zegt_het_in_woorden(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    class Vol:
        """A connection on a disk that is full."""

        def cursor(self) -> Vol:
            return self

        def execute(self, _sql: str) -> None:
            raise fout_van_het_stuurprogramma("database or disk is full", stuurprogramma.SQLITE_FULL)

        def close(self) -> None:
            pass

    monkeypatch.setattr(Engine, "raw_connection", lambda _zelf: Vol())
    with pytest.raises(SchijfVol):
        leeg_wal(engine)


def test_kopie_op_een_volle_schijf_heeft_woorden(engine: Engine, tmp_path: Path) -> None:
    schrijf_nieuw(tmp_path / "naar.sqlite", b"")
    with pytest.raises(SchijfVol), ruwe_verbinding(tmp_path / "naar.sqlite", SLEUTEL, nieuw=True):
        raise fout_van_het_stuurprogramma("database or disk is full")


@pytest.mark.parametrize(
    ("kolom", "waarde"),
    [
        (Overleg.datum, "'onzin'"),
        (Overleg.datum, "12345"),
        (Overleg.begin, "x'ff00'"),
        (Overleg.verzonden_op, "3.5"),
        (Overleg.plaats, "CAST(x'ff' AS TEXT)"),
        (Betrokkene.geboortedatum, "'gisteren'"),
    ],
)
def test_een_waarde_die_er_niet_kan_staan_heet_onleesbaar(
    engine: Engine, kolom: InstrumentedAttribute[object], waarde: str
) -> None:
    vraag = text(f"SELECT {waarde} AS {kolom.key}").columns(kolom.property.columns[0])
    with pytest.raises(KluisBeschadigd, match="niet te lezen"), vertaal_databasefout(), Session(engine) as sessie:
        sessie.scalars(vraag).all()


def test_een_keuze_die_niemand_kent_is_onleesbaar() -> None:
    with pytest.raises(KluisBeschadigd, match="niet te lezen"), vertaal_databasefout():
        PoortStand("onzin")


def test_onze_eigen_waardefout_blijft_van_ons() -> None:
    with pytest.raises(ValueError, match="invalid literal"), vertaal_databasefout():
        int("onzin")
    with pytest.raises(KeyError), vertaal_databasefout():
        dict[str, str]()["weg"]


def test_een_fout_van_het_programma_zelf_is_geen_zin(tmp_path: Path) -> None:
    with pytest.raises(GebruikersFout), vertaal_fout():
        (tmp_path / "weg").read_bytes()
