"""The lock is looked at before each write: who removed its file lets a second writer in, and the first one stops."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from kluis_hulp import BEHEER, REGIE, Openen, log_iets
from proefwaarden import ANDER_WACHTWOORD, WACHTWOORD
from sqlalchemy import text

from zvh_desktop.database.bestand import vergrendelbestand as module
from zvh_desktop.database.bestand.bestanden import schrijf_heel
from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.database.bestand.vergrendelbestand import EIGENAARBESTAND, SLOTBESTAND
from zvh_desktop.database.kluis import OpenKluis, open_kluis
from zvh_desktop.database.zitting.kluismap import Kluismap
from zvh_desktop.errors import KluisInGebruik
from zvh_desktop.models.keuzes import Rol

pytestmark = pytest.mark.mag_loggen("zvh_desktop.database.zitting.kluisstand", "zvh_desktop.database.openkluis")
EERSTE_WEG = pytest.mark.skipif(sys.platform == "win32", reason="een open bestand kan daar niet worden verwijderd")
TWEEDE = """
import sys
from pathlib import Path
from kluis_hulp import REGIE, log_iets
from zvh_desktop.database.kluis import open_kluis
with open_kluis(Path(sys.argv[1]), REGIE, sys.argv[2]) as kluis:
    with kluis.sessies.begin() as sessie:
        log_iets(sessie, 77)
    print("open", flush=True)
    sys.stdin.readline()
    with kluis.sessies.begin() as sessie:
        log_iets(sessie, 78)
"""


def regels(kluis: OpenKluis) -> int:
    with kluis.lees_sessies() as sessie:
        return int(sessie.execute(text("SELECT count(*) FROM logregel")).scalar_one())


def eis_geweigerd(kluis: OpenKluis) -> None:
    """Every way to write: the database, the key file, a new key."""
    ervoor, sleutels = regels(kluis), kluis.sleutelbestand
    for schrijf in (
        lambda: kluis.sessies.begin().__enter__().connection(),
        lambda: kluis.accounts.wijzig_wachtwoord(WACHTWOORD, ANDER_WACHTWOORD),
        kluis.sleutels.vernieuw_databasesleutel,
        lambda: kluis.accounts.wijzig_rollen(REGIE, frozenset({Rol.MEDEWERKER})),
    ):
        with pytest.raises(KluisInGebruik, match="weggehaald") as gezien:
            schrijf()
        assert "wat u typte staat er nog" in gezien.value.veilig
    assert regels(kluis) == ervoor
    assert kluis.sleutelbestand == sleutels


def test_een_bijna_volle_schijf_wordt_bij_het_openen_gezegd_met_wat_te_doen(
    openen: Openen, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = "zvh_desktop.database.bestand.vergrendelbestand.shutil.disk_usage"
    monkeypatch.setattr(module, lambda _plek: SimpleNamespace(free=7 * 1024 * 1024))
    (zin,) = (een for een in openen().stand.waarschuwingen if "bijna vol" in een)
    assert "nog 7 MB vrij" in zin
    assert "Wat is opgeslagen, blijft staan" in zin
    assert "Maak ruimte vrij" in zin


@EERSTE_WEG
def test_zonder_vergrendelbestand_wordt_niet_geschreven(openen: Openen, kluismap: Path) -> None:
    kluis = openen(BEHEER)
    (kluismap / SLOTBESTAND).unlink()
    eis_geweigerd(kluis)
    kluis.sluit()
    with open_kluis(kluismap, BEHEER, WACHTWOORD) as weer, weer.sessies.begin() as sessie:
        log_iets(sessie)


@EERSTE_WEG
def test_een_tweede_venster_wint_en_het_eerste_schrijft_niets_meer(openen: Openen, kluismap: Path) -> None:
    kluis = openen(BEHEER)
    eerst = regels(kluis)
    (kluismap / SLOTBESTAND).unlink()
    ander = subprocess.Popen(
        [sys.executable, "-c", TWEEDE, str(kluismap), WACHTWOORD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[1],
    )
    assert ander.stdout is not None
    assert ander.stdin is not None
    assert ander.stdout.readline() == "open\n"
    eis_geweigerd(kluis)
    kluis.sluit()
    assert (kluismap / EIGENAARBESTAND).exists(), "het briefje van de ander blijft staan"
    with pytest.raises(KluisInGebruik, match="al geopend"):
        open_kluis(kluismap, BEHEER, WACHTWOORD)
    ander.communicate("door\n", timeout=500)
    assert ander.returncode == 0
    with open_kluis(kluismap, BEHEER, WACHTWOORD) as weer:
        assert regels(weer) == eerst + 2
        assert weer.stand.waarschuwingen == ()


def test_een_map_die_weg_is_is_een_stick_die_eruit_is_en_geen_slot_dat_is_weggehaald(
    openen: Openen, kluismap: Path
) -> None:
    kluis = openen(BEHEER)
    plaats = kluis._zitting.plaats
    assert isinstance(plaats, Kluismap)
    vergrendeling = plaats.vergrendeling
    assert vergrendeling is not None
    weg = kluismap.with_name("uitgetrokken")
    kluismap.rename(weg)
    with pytest.raises(KluisInGebruik, match="De map van de kluis is er niet meer") as geweigerd:
        vergrendeling.eis_nog_van_ons()
    assert "stick" in geweigerd.value.advies
    assert "kluis.slot" not in str(geweigerd.value)
    weg.rename(kluismap)
    vergrendeling.eis_nog_van_ons()


def test_op_windows_telt_het_briefje_en_geen_nummer_van_een_bestand(
    openen: Openen, kluismap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There the file of an open lock stays; on a share the number of a file may be anything."""
    kluis = openen(BEHEER)
    nummers = iter(range(100))
    monkeypatch.setattr(module, "_NUMMER_TELT", False)
    monkeypatch.setattr(module, "_kenmerk", lambda _pad: (1, next(nummers)))
    plaats = kluis._zitting.plaats
    assert isinstance(plaats, Kluismap)
    vergrendeling = plaats.vergrendeling
    assert vergrendeling is not None
    vergrendeling.eis_nog_van_ons()
    schrijf_heel(kluismap / EIGENAARBESTAND, canoniek({"computer": "A", "gebruiker": "b", "zitting": "een ander"}))
    with pytest.raises(KluisInGebruik, match="weggehaald"):
        vergrendeling.eis_nog_van_ons()


def test_een_briefje_dat_niet_geschreven_kon_worden_houdt_niemand_tegen(
    openen: Openen, kluismap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk, and the note of a process that was killed: nobody else has the vault open."""
    schrijf_heel(kluismap / EIGENAARBESTAND, canoniek({"computer": "A", "gebruiker": "b", "zitting": "een ander"}))

    def vol(*_: object) -> None:
        raise OSError(28, "vol")

    with monkeypatch.context() as even:
        even.setattr(module, "schrijf_heel", vol)
        kluis = openen()
    with kluis.sessies.begin() as sessie:
        log_iets(sessie)
