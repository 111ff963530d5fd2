"""Where a vault stands: the address for SQLite, the kind of disk, and the journal that is safe there."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from unittest.mock import Mock

import pytest
from kluis_hulp import REGIE, Openen
from proefwaarden import WACHTWOORD

from zvh_desktop.database.bestand import engine as engine_module
from zvh_desktop.database.bestand.bestanden import schrijf_nieuw
from zvh_desktop.database.bestand.engine import open_engine, verbinder
from zvh_desktop.database.bestand.plaats import (
    Plaatssoort,
    adres,
    conflictkopieen,
    is_gesynchroniseerd,
    is_unc,
    plaatssoort,
    soort_bestandssysteem,
)
from zvh_desktop.database.bestand.vertaling import vertaal_databasefout, vertaal_fout
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.kopie.kopie import kopieer_database
from zvh_desktop.errors import InvoerOngeldig, KluisBeschadigd, KluisFout
from zvh_desktop.paths import resources_map
from zvh_desktop.services.toegang import ToegangDienst

SLEUTEL = bytes(range(32))
ODDE_NAMEN = ("a b", "vraag?teken", "hek#je", "procent%20en%", "dubbele:punt", "één & ander", "plus+;=")
MOUNTS = (
    "/dev/sda1 / ext4 rw 0 0",
    "server:/export /mnt/huis nfs4 rw 0 0",
    "//server/share /mnt/de\\040schijf cifs rw 0 0",
    "gebruiker@host:/ /home/oefen/ver fuse.sshfs rw 0 0",
    "/dev/sdb1 /mnt/huis/lokaal ext4 rw 0 0",
)


@pytest.mark.parametrize(
    ("pad", "verwacht"),
    [
        (PureWindowsPath(r"C:\Kluizen\a b\db-1.sqlite"), "file:///C:/Kluizen/a%20b/db-1.sqlite?mode=rw"),
        (PureWindowsPath(r"\\server\share\k#1\100%\db.sqlite"), "file:////server/share/k%231/100%25/db.sqlite?mode=rw"),
        (PureWindowsPath(r"\\?\UNC\server\share\db.sqlite"), "file:////server/share/db.sqlite?mode=rw"),
        (PureWindowsPath(r"\\?\D:\db.sqlite"), "file:///D:/db.sqlite?mode=rw"),
        (PurePosixPath("/mnt/a?b/é.sqlite"), "file:///mnt/a%3Fb/%C3%A9.sqlite?mode=rw"),
        (PurePosixPath("//mnt/db.sqlite"), "file:////mnt/db.sqlite?mode=rw"),
    ],
)
def test_adres_is_op_elk_systeem_en_bij_elke_python_hetzelfde(pad: PurePath, verwacht: str) -> None:
    assert adres(pad, soort="rw") == verwacht


def test_adres_zegt_hoe_er_wordt_geopend() -> None:
    assert adres(PurePosixPath("/k/db"), soort="ro", vast=True) == "file:///k/db?mode=ro&immutable=1"


@pytest.mark.parametrize("naam", ODDE_NAMEN)
def test_elke_mapnaam_gaat_open(tmp_path: Path, naam: str) -> None:
    map_ = tmp_path / naam
    map_.mkdir()
    schrijf_nieuw(map_ / "db.sqlite", b"")
    engine = open_engine(map_ / "db.sqlite", SLEUTEL, nieuw=True)
    with engine.begin() as verbinding:
        verbinding.exec_driver_sql("CREATE TABLE proef (nummer INTEGER)")
    engine.dispose()
    assert (map_ / "db.sqlite").stat().st_size > 0
    assert [deel.name for deel in tmp_path.iterdir()] == [naam]


@pytest.mark.parametrize(
    ("pad", "unc"),
    [
        (r"\\server\share\kluis", True),
        ("//server/share/kluis", True),
        (r"\\?\UNC\server\share\kluis", True),
        (r"\\?\C:\kluis", False),
        (r"C:\kluis", False),
    ],
)
def test_een_pad_naar_een_server_wordt_herkend(pad: str, unc: bool) -> None:
    assert is_unc(PureWindowsPath(pad)) is unc


@pytest.mark.parametrize(
    ("pad", "soort"),
    [
        ("/home/oefen/kluis", "ext4"),
        ("/mnt/huis/kluis", "nfs4"),
        ("/mnt/huis/lokaal/kluis", "ext4"),
        ("/mnt/de schijf/kluis", "cifs"),
        ("/home/oefen/ver/kluis", "fuse.sshfs"),
    ],
)
def test_het_bestandssysteem_is_dat_van_de_diepste_plaats(pad: str, soort: str) -> None:
    assert soort_bestandssysteem(PurePosixPath(pad), MOUNTS) == soort


@pytest.mark.parametrize("merk", [".dropbox.cache", ".tmp.drivedownload", ".stfolder", ".nextcloudsync.log"])
def test_een_gemerkte_map_wordt_gesynchroniseerd(tmp_path: Path, merk: str) -> None:
    assert not is_gesynchroniseerd(tmp_path / "k.kluis", {})
    (tmp_path / merk).mkdir()
    assert is_gesynchroniseerd(tmp_path / "k.kluis", {})


def test_onedrive_en_icloud_worden_herkend_en_de_instellingen_van_dropbox_niet(tmp_path: Path) -> None:
    wolk = {"OneDriveCommercial": str(tmp_path / "OneDrive - Huis")}
    assert is_gesynchroniseerd(tmp_path / "OneDrive - Huis" / "k.kluis", wolk)
    assert not is_gesynchroniseerd(tmp_path / "Elders" / "k.kluis", wolk)
    assert is_gesynchroniseerd(Path("/Users/oefen/Library/CloudStorage/X/k.kluis"), {})
    (tmp_path / ".dropbox").mkdir()
    assert not is_gesynchroniseerd(tmp_path / "k.kluis", {})


def _op_netwerk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "plaatssoort", lambda _map: Plaatssoort.NETWERK)


@pytest.mark.usefixtures("echte_pragmas")
def test_op_een_netwerkschijf_is_er_geen_gedeeld_geheugen(
    openen: Openen, kluismap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    eerst = openen()
    with eerst.lees_sessies() as sessie:
        assert sessie.connection().exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    eerst.sluit()
    _op_netwerk(monkeypatch)
    with open_kluis(kluismap, REGIE, WACHTWOORD) as kluis:
        with kluis.engine.begin() as schrijver:
            schrijver.exec_driver_sql("CREATE TABLE proef_netwerk (nummer INTEGER)")
            with kluis.lees_sessies() as sessie:
                lezer = sessie.connection()
                assert lezer.exec_driver_sql("PRAGMA journal_mode").scalar() == "truncate"
                assert lezer.exec_driver_sql("PRAGMA locking_mode").scalar() == "normal"
                assert lezer.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert not [pad.name for pad in kluismap.iterdir() if pad.name.endswith(("-wal", "-shm"))]
        assert kluis.wis_resten()
    with open_kluis(kluismap, REGIE, WACHTWOORD, alleen_lezen=True) as kluis, kluis.lees_sessies() as sessie:
        assert sessie.connection().exec_driver_sql("SELECT count(*) FROM proef_netwerk").scalar() == 0


def test_een_kopie_naar_een_netwerkschijf_is_te_lezen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bron, doel = tmp_path / "bron.sqlite", tmp_path / "share" / "doel.sqlite"
    doel.parent.mkdir()
    schrijf_nieuw(bron, b"")
    engine = open_engine(bron, SLEUTEL, nieuw=True)
    with engine.begin() as verbinding:
        verbinding.exec_driver_sql("CREATE TABLE proef (nummer INTEGER)")
    monkeypatch.setattr(
        engine_module,
        "plaatssoort",
        lambda map_: Plaatssoort.NETWERK if map_.name == "share" else Plaatssoort.EIGEN,
    )
    kopieer_database(bron, SLEUTEL, doel, SLEUTEL)
    engine.dispose()
    lezen = verbinder(doel, SLEUTEL, alleen_lezen=True)()
    assert lezen.cursor().execute("PRAGMA journal_mode").fetchone()[0] != "wal"
    lezen.close()
    assert [deel.name for deel in doel.parent.iterdir()] == ["doel.sqlite"]


def test_in_een_gesynchroniseerde_map_gaat_een_kluis_niet_open(
    openen: Openen, kluismap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    openen().sluit()
    monkeypatch.setenv("OneDrive", str(kluismap.parent))
    assert plaatssoort(kluismap) is Plaatssoort.GESYNCHRONISEERD
    with pytest.raises(InvoerOngeldig, match="gesynchroniseerd") as gevangen:
        open_kluis(kluismap, REGIE, WACHTWOORD)
    assert "schijf van uw huis" in gevangen.value.advies


def test_een_fout_van_het_programma_heet_nooit_een_fout_van_de_kluis(tmp_path: Path) -> None:
    weg = resources_map() / "er-is-hier-niets.mo"
    with pytest.raises(FileNotFoundError), vertaal_fout():
        weg.read_bytes()
    with pytest.raises(FileNotFoundError), vertaal_databasefout():
        (tmp_path / "er-is-hier-niets.csv").read_bytes()
    with pytest.raises(KluisFout, match="niet te bereiken"), vertaal_fout():
        (tmp_path / "weg.kluis" / "sleutels.json").read_bytes()


def test_alleen_lezen_van_een_kluis_die_op_een_netwerkschijf_nog_in_wal_staat(
    openen: Openen, kluismap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    openen().sluit()
    _op_netwerk(monkeypatch)
    with pytest.raises(KluisFout, match="laatste wijzigingen") as gevangen:
        open_kluis(kluismap, REGIE, WACHTWOORD, alleen_lezen=True)
    assert not isinstance(gevangen.value, KluisBeschadigd)
    assert "één keer gewoon" in gevangen.value.advies
    open_kluis(kluismap, REGIE, WACHTWOORD).sluit()
    open_kluis(kluismap, REGIE, WACHTWOORD, alleen_lezen=True).sluit()


def test_alleen_lezen_waar_gedeeld_geheugen_niet_kan(
    openen: Openen, kluismap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a real share: SQLite says that the file cannot be opened, and that is not damage."""
    openen().sluit()
    _op_netwerk(monkeypatch)
    fout = engine_module.stuurprogramma.OperationalError("unable to open database file")  # type: ignore[attr-defined]
    fout.sqlite_errorcode = engine_module.stuurprogramma.SQLITE_CANTOPEN  # type: ignore[attr-defined]
    monkeypatch.setattr(engine_module, "_lees_schema", Mock(side_effect=fout))
    with pytest.raises(KluisFout, match="laatste wijzigingen"):
        open_kluis(kluismap, REGIE, WACHTWOORD, alleen_lezen=True)


def test_wat_naast_de_database_staat_wordt_nooit_overgeslagen(
    openen: Openen, kluismap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    openen().sluit()
    (database,) = kluismap.glob("db-*")
    monkeypatch.setattr(engine_module, "_onschrijfbaar", lambda _pad: True)
    open_kluis(kluismap, REGIE, WACHTWOORD, alleen_lezen=True).sluit()
    rest = database.with_name(f"{database.name}-wal")
    rest.write_bytes(b"x" * 4096)
    with pytest.raises(KluisFout, match="laatste wijzigingen"):
        open_kluis(kluismap, REGIE, WACHTWOORD, alleen_lezen=True)
    rest.write_bytes(b"")
    open_kluis(kluismap, REGIE, WACHTWOORD, alleen_lezen=True).sluit()


def test_bij_het_kiezen_wordt_een_gesynchroniseerde_map_geweigerd(
    openen: Openen, kluismap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    openen().sluit()
    toegang = ToegangDienst()
    toegang.keur_plaats(kluismap.parent)
    assert toegang.kop(kluismap).naam == kluismap.stem
    monkeypatch.setenv("OneDrive", str(kluismap.parent))
    with pytest.raises(InvoerOngeldig, match="OneDrive"):
        toegang.keur_plaats(kluismap.parent)
    with pytest.raises(InvoerOngeldig, match="gesynchroniseerd"):
        toegang.kop(kluismap)


def test_een_tweede_versie_van_een_bestand_wordt_genoemd(openen: Openen, kluismap: Path) -> None:
    for naam in ("sleutels (conflicted copy 2026-11-29).json", "db-1-LAPTOP.sqlite", "sleutels.sync-conflict-1.json"):
        (kluismap / naam).write_bytes(b"{}")
    assert conflictkopieen(kluismap) == (
        "db-1-LAPTOP.sqlite",
        "sleutels (conflicted copy 2026-11-29).json",
        "sleutels.sync-conflict-1.json",
    )
    zin = next(zin for zin in openen().stand.waarschuwingen if "tweede versie" in zin)
    assert "db-1-LAPTOP.sqlite" in zin


def test_de_eigen_bestanden_van_een_kluis_zijn_geen_tweede_versie(openen: Openen, kluismap: Path) -> None:
    openen()
    assert conflictkopieen(kluismap) == ()
