"""`zvh controleer` finds nothing in a good vault, and something in every vault that was touched."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.oefenen.accounts import oefenaccount

ANDERS = (
    "UPDATE agendapunt SET doel = 'iets anders' WHERE overleg_id IN (SELECT id FROM overleg WHERE status <> 'afgelast')"
)


def database(kluis: Path) -> Path:
    (pad,) = kluis.glob("db-*.sqlite")
    return pad


def voer_sql_uit(kluis: Path, *opdrachten: str) -> None:
    """What somebody with the open key could do."""
    account = oefenaccount(Rol.PROCESREGISSEUR)
    with (
        open_kluis(kluis, account.gebruiker, account.wachtwoord) as open_,
        open_.engine.begin() as verbinding,
    ):
        for opdracht in opdrachten:
            verbinding.execute(text(opdracht))


def triggers_op(kluis: Path, tabel: str) -> list[str]:
    """What guards this table: somebody with the key could take it away first."""
    account = oefenaccount(Rol.PROCESREGISSEUR)
    with (
        open_kluis(kluis, account.gebruiker, account.wachtwoord) as open_,
        open_.engine.connect() as verbinding,
    ):
        vraag = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :tabel")
        return list(verbinding.execute(vraag, {"tabel": tabel}).scalars())


def is_gevonden(afloop, *woorden: str) -> None:
    assert afloop.code == 1
    assert afloop.fout.strip()
    assert "Traceback" not in afloop.fout + afloop.uit
    for woord in woorden:
        assert woord in afloop.uit, afloop.uit


def test_een_gave_oefenkluis_is_in_orde_zonder_verdere_opgave(kluis: Path, zvh: Callable) -> None:
    afloop = zvh("controleer", kluis)
    assert (afloop.code, afloop.fout) == (0, "")
    assert "er is niets gevonden" in afloop.uit


def test_controleren_wijzigt_niets(kluis: Path, zvh: Callable) -> None:
    voor = {pad.name: pad.read_bytes() for pad in kluis.iterdir()}
    zvh("controleer", kluis)
    na = {pad.name: pad.read_bytes() for pad in kluis.iterdir()}
    assert {naam: na[naam] for naam in voor} == voor
    # Reading needs the two side files of the database; they hold nothing when nobody writes.
    assert all(naam.endswith("-shm") or not na[naam] for naam in na.keys() - voor.keys())


def test_een_veranderde_byte_in_welk_bestand_ook_wordt_gevonden(demo, tmp_path: Path, zvh: Callable) -> None:
    namen = sorted(pad.name for pad in demo.kluis.iterdir() if pad.stat().st_size)
    assert len(namen) >= 3
    for naam in namen:
        kluis = tmp_path / naam.replace(".", "_") / "kluis"
        shutil.copytree(demo.kluis, kluis)
        inhoud = bytearray((kluis / naam).read_bytes())
        plek = len(inhoud) // 2
        inhoud[plek] ^= 0x01
        (kluis / naam).write_bytes(bytes(inhoud))
        afloop = zvh("controleer", kluis)
        assert afloop.code == 1, naam
        assert afloop.fout.strip(), naam


@pytest.mark.parametrize("deel", [0.0, 0.3, 0.9])
def test_een_afgekapte_database_wordt_gevonden(kluis: Path, zvh: Callable, deel: float) -> None:
    pad = database(kluis)
    inhoud = pad.read_bytes()
    pad.write_bytes(inhoud[: int(len(inhoud) * deel) // 4096 * 4096])
    is_gevonden(zvh("controleer", kluis))


def test_een_teruggezette_oude_database_wordt_gevonden(kluis: Path, zvh: Callable) -> None:
    oud = database(kluis).read_bytes()
    assert zvh("vul", kluis, "--casussen", "3").code == 0
    database(kluis).write_bytes(oud)
    is_gevonden(zvh("controleer", kluis), "ouder")


def test_een_teruggezette_hele_kluis_wordt_gevonden_op_deze_computer(
    demo, kluis: Path, tmp_path: Path, zvh: Callable
) -> None:
    assert zvh("vul", kluis, "--casussen", "3").code == 0
    shutil.rmtree(kluis)
    shutil.copytree(demo.kluis, kluis)
    is_gevonden(zvh("controleer", kluis), "ouder")


def test_een_gewijzigde_tekst_van_een_vastgesteld_verslag_wordt_gevonden(kluis: Path, zvh: Callable) -> None:
    voer_sql_uit(
        kluis,
        *(f"DROP TRIGGER {naam}" for naam in triggers_op(kluis, "agendapunt")),
        "UPDATE agendapunt SET beeld = beeld || ' (later bedacht)' WHERE beeld <> ''",
    )
    is_gevonden(zvh("controleer", kluis), "niet het verslag dat is vastgesteld")


def test_een_gewijzigde_agenda_met_akkoord_wordt_gevonden(kluis: Path, zvh: Callable) -> None:
    voer_sql_uit(kluis, ANDERS)
    is_gevonden(zvh("controleer", kluis), "niet de agenda die akkoord kreeg")


def test_een_hernoemde_partij_wordt_gevonden(kluis: Path, zvh: Callable) -> None:
    voer_sql_uit(kluis, "UPDATE partij SET naam = naam || ' B.V.'")
    is_gevonden(zvh("controleer", kluis), "klopt niet met de handtekening")


def test_een_bewaard_document_dat_anders_is_wordt_gevonden(kluis: Path, zvh: Callable) -> None:
    voer_sql_uit(kluis, "UPDATE uitgegeven SET inhoud = x'00' WHERE id = (SELECT min(id) FROM uitgegeven)")
    is_gevonden(zvh("controleer", kluis), "niet meer zoals het is verzonden")


@pytest.mark.parametrize(
    ("kapot", "woord"),
    [
        ("UPDATE profiel_versie SET vastgelegd_op = 'onzin'", "niet te lezen"),
        ("UPDATE overleg SET begin = 'onzin'", "niet te lezen"),
        ("UPDATE oordeel SET geldig_tot = 'onzin'", "niet te lezen"),
        ("UPDATE logregel SET tijd = x'ff00' WHERE nummer = 2", "Logregel 2"),
    ],
)
def test_een_onleesbare_waarde_neemt_de_andere_bevindingen_niet_mee(
    kluis: Path, zvh: Callable, kapot: str, woord: str
) -> None:
    triggers = [f"DROP TRIGGER {naam}" for naam in triggers_op(kluis, kapot.split()[1])]
    los = "PRAGMA ignore_check_constraints = ON"
    voer_sql_uit(kluis, los, *triggers, "UPDATE uitgegeven SET sha256 = 'x' WHERE id = 1", kapot)
    (kluis / "vreemd.txt").write_text("x")
    afloop = zvh("controleer", str(kluis))
    is_gevonden(afloop, "vreemd.txt", woord)
    if "profiel_versie" not in kapot:
        # without a profile nothing of the content can be looked at
        is_gevonden(afloop, "Bewaard document 1")
    assert "Er ging iets mis" not in afloop.fout + afloop.uit


def test_bevindingen_noemen_geen_partij_en_geen_betrokkene(demo, kluis: Path, zvh: Callable) -> None:
    voer_sql_uit(kluis, "UPDATE partij SET kort = kort || 'x'", ANDERS)
    afloop = zvh("controleer", kluis)
    for punt in demo.overzicht["agendapunten"]:
        for naam in (*punt["betrokkenen"], *punt["partijen"]):
            assert naam not in afloop.uit + afloop.fout


def test_een_verkeerd_wachtwoord_is_een_zin_en_geen_spoor(kluis: Path, tmp_path: Path, zvh: Callable) -> None:
    bestand = tmp_path / "wachtwoord.txt"
    bestand.write_text("dit is het zeker niet\n", encoding="utf-8")
    afloop = zvh("controleer", kluis, "--gebruiker", "oefen.regisseur", "--wachtwoord-bestand", bestand)
    is_gevonden(afloop, "Naam of wachtwoord klopt niet")


@pytest.mark.parametrize("einde", ["", "\n", "\r\n"])
def test_een_wachtwoord_uit_een_bestand_werkt(kluis: Path, tmp_path: Path, zvh: Callable, einde: str) -> None:
    account = oefenaccount(Rol.BEHEERDER)
    bestand = tmp_path / "wachtwoord.txt"
    bestand.write_bytes((account.wachtwoord + einde).encode())
    afloop = zvh("controleer", kluis, "--gebruiker", account.gebruiker, "--wachtwoord-bestand", bestand)
    assert (afloop.code, afloop.fout) == (0, "")


def test_wat_geen_kluis_is_wordt_geweigerd(tmp_path: Path, zvh: Callable) -> None:
    for pad in (tmp_path, tmp_path / "weg"):
        afloop = zvh("controleer", pad)
        assert afloop.code == 1
        assert afloop.fout.strip()
