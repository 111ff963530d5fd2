"""Whatever is done to the files of a vault: a plain Dutch finding, never a traceback and never silence."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kluis_hulp import BEHEER, MEDEWERKER, REGIE, SLEUTELS, Openen, keer_om, log_iets, wijzig_json
from proefwaarden import ANDER_WACHTWOORD, WACHTWOORD
from sqlalchemy import text

from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.database.bestand.vergrendelbestand import EIGENAARBESTAND
from zvh_desktop.database.controle import controleer, controleer_map
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.kluis import NieuweGebruiker, maak_kluis, open_kluis
from zvh_desktop.database.sleutels.sleutelbestand import lees_sleutelbestand, schrijf_sleutelbestand
from zvh_desktop.database.zitting.zitting import nu_utc
from zvh_desktop.errors import KluisBeschadigd, KluisFout
from zvh_desktop.models.keuzes import Rol

BESTANDEN = (SLEUTELS, "db-1.sqlite", "stand-1.json", "reserve.leeg")


def nagekeken(kluismap: Path, naam: str = REGIE, wachtwoord: str = WACHTWOORD) -> tuple[str, ...]:
    bevindingen = controleer_map(kluismap, naam, wachtwoord)
    assert all(regel.endswith(".") and "Traceback" not in regel for regel in bevindingen)
    return bevindingen


def test_gave_kluis_heeft_geen_bevindingen_en_verandert_niet_van_het_nakijken(kluismap: Path) -> None:
    ervoor = {pad.name: pad.read_bytes() for pad in kluismap.iterdir()}
    assert nagekeken(kluismap) == ()
    assert {naam: (kluismap / naam).read_bytes() for naam in ervoor} == ervoor
    assert nagekeken(kluismap, MEDEWERKER) == ()


def test_open_kluis_heeft_geen_bevindingen(openen: Openen) -> None:
    kluis = openen()
    with kluis.sessies.begin() as sessie:
        log_iets(sessie)
    assert controleer(kluis) == ()


@pytest.mark.parametrize("naam", BESTANDEN)
@pytest.mark.parametrize("deel", [0.0, 0.11, 0.37, 0.5, 0.83, 0.999])
def test_een_gewijzigde_byte_wordt_gevonden(kluismap: Path, naam: str, deel: float) -> None:
    pad = kluismap / naam
    keer_om(pad, int(pad.stat().st_size * deel))
    assert nagekeken(kluismap)


@pytest.mark.parametrize("naam", BESTANDEN)
@pytest.mark.parametrize("rest", [0.0, 0.5, 0.99])
def test_een_afgekapt_bestand_wordt_gevonden(kluismap: Path, naam: str, rest: float) -> None:
    pad = kluismap / naam
    os.truncate(pad, int(pad.stat().st_size * rest))
    assert nagekeken(kluismap)


def test_afgekapt_op_een_paginagrens_wordt_gevonden(kluismap: Path) -> None:
    pad = kluismap / "db-1.sqlite"
    os.truncate(pad, pad.stat().st_size - 4096)
    assert nagekeken(kluismap)


@pytest.mark.parametrize("naam", BESTANDEN)
def test_een_verdwenen_bestand_wordt_gevonden(kluismap: Path, naam: str) -> None:
    (kluismap / naam).unlink()
    assert nagekeken(kluismap)


def test_oude_database_teruggezet_wordt_gevonden_bij_openen_en_nakijken(
    openen: Openen, kluismap: Path, tmp_path: Path
) -> None:
    oud = shutil.copy(kluismap / "db-1.sqlite", tmp_path / "oud")
    openen().sluit()
    shutil.copy(oud, kluismap / "db-1.sqlite")
    assert any("oude teruggezet" in regel for regel in nagekeken(kluismap))
    kluis = openen()
    assert any("oude teruggezet" in regel for regel in kluis.stand.waarschuwingen)
    kluis.sluit()
    assert nagekeken(kluismap), "openen mag het spoor niet wissen"


def test_oude_pagina_van_een_oordeel_teruggezet_wordt_gevonden(openen: Openen, kluismap: Path) -> None:
    kluis = openen()
    kluis.sluit()
    pad = kluismap / "db-1.sqlite"
    oud = pad.read_bytes()
    kluis = openen()
    with kluis.sessies.begin() as sessie:
        log_iets(sessie, 4)
    kluis.sluit()
    nieuw = bytearray(pad.read_bytes())
    gewijzigd = [
        begin
        for begin in range(4096, min(len(oud), len(nieuw)), 4096)
        if oud[begin : begin + 4096] != nieuw[begin : begin + 4096]
    ]
    assert gewijzigd
    for begin in gewijzigd:
        nieuw[begin : begin + 4096] = oud[begin : begin + 4096]
    pad.write_bytes(bytes(nieuw))
    assert nagekeken(kluismap)


def test_hele_kluismap_van_eerder_teruggezet_wordt_gevonden(openen: Openen, kluismap: Path, tmp_path: Path) -> None:
    oud = shutil.copytree(kluismap, tmp_path / "oud")
    openen(BEHEER).sluit()
    kluis = openen()
    with kluis.sessies.begin() as sessie:
        log_iets(sessie)
    kluis.sluit()
    shutil.rmtree(kluismap)
    shutil.copytree(oud, kluismap)
    assert any("deze computer" in regel for regel in nagekeken(kluismap))
    kluis = openen(BEHEER)
    assert kluis.stand.waarschuwingen
    kluis.stand.aanvaard()
    assert kluis.stand.waarschuwingen == ()
    kluis.sluit()
    assert any("deze computer" in regel for regel in nagekeken(kluismap)), "another saw more than there is"
    kluis = openen()
    kluis.stand.volg_aanvaarding(Daad("oudere stand gevolgd", REGIE, nu_utc()))
    assert kluis.stand.waarschuwingen == ()
    kluis.sluit()
    assert nagekeken(kluismap) == ()


def test_ingetrokken_rol_teruggezet_uit_oud_sleutelbestand_wordt_gevonden(
    openen: Openen, kluismap: Path, tmp_path: Path
) -> None:
    oud = shutil.copy(kluismap / SLEUTELS, tmp_path / "oud")
    kluis = openen(BEHEER)
    kluis.accounts.wijzig_rollen(REGIE, frozenset({Rol.MEDEWERKER}))
    kluis.sluit()
    shutil.copy(oud, kluismap / SLEUTELS)
    assert any("rollen" in regel for regel in openen(MEDEWERKER).stand.waarschuwingen)
    assert any("rollen" in regel for regel in nagekeken(kluismap))


def eigen_rol(waarde: dict[str, Any]) -> None:
    for slot in waarde["gebruikers"]:
        if slot["certificaat"]["naam"] == MEDEWERKER:
            slot["certificaat"]["rollen"] = ["medewerker", "procesregisseur"]


def andermans_certificaat(waarde: dict[str, Any]) -> None:
    slots = {slot["certificaat"]["naam"]: slot for slot in waarde["gebruikers"]}
    geleend = {**slots[REGIE]["certificaat"], "naam": MEDEWERKER}
    slots[MEDEWERKER]["certificaat"] = geleend
    slots[MEDEWERKER]["verpakt"] = slots[REGIE]["verpakt"]


def oefening_uit(waarde: dict[str, Any]) -> None:
    waarde["register"]["oefen"] = False


def andere_wortel(waarde: dict[str, Any]) -> None:
    waarde["wortel"] = "ab" * 32


def slot_weg(waarde: dict[str, Any]) -> None:
    waarde["gebruikers"] = [s for s in waarde["gebruikers"] if s["certificaat"]["naam"] != BEHEER]


@pytest.mark.parametrize("wijzig", [eigen_rol, andermans_certificaat, oefening_uit, andere_wortel, slot_weg])
def test_met_de_hand_gewijzigd_sleutelbestand_wordt_geweigerd(
    kluismap: Path, wijzig: Callable[[dict[str, Any]], None]
) -> None:
    wijzig_json(kluismap, wijzig)
    with pytest.raises(KluisFout):
        open_kluis(kluismap, MEDEWERKER, WACHTWOORD)
    assert nagekeken(kluismap, MEDEWERKER)


def test_eigen_rol_met_geldig_zegel_wordt_toch_geweigerd(openen: Openen, kluismap: Path) -> None:
    kluis = openen(MEDEWERKER)
    sleutel = kluis.databasesleutel
    kluis.sluit()
    wijzig_json(kluismap, eigen_rol)
    schrijf_sleutelbestand(kluismap, lees_sleutelbestand(kluismap), sleutel)
    with pytest.raises(KluisBeschadigd, match="niet door de beheerder"):
        open_kluis(kluismap, MEDEWERKER, WACHTWOORD)


def test_database_van_een_andere_kluis_en_leesbare_database_worden_geweigerd(kluismap: Path, tmp_path: Path) -> None:
    ander, _ = maak_kluis(
        tmp_path / "ander.kluis",
        NieuweGebruiker(BEHEER, "B. Oefenman", frozenset({Rol.BEHEERDER}), ANDER_WACHTWOORD),
        oefen=True,
    )
    ander.sluit()
    for gegevens in ((tmp_path / "ander.kluis" / "db-1.sqlite").read_bytes(), b"SQLite format 3\x00" * 512):
        (kluismap / "db-1.sqlite").write_bytes(gegevens)
        with pytest.raises(KluisBeschadigd):
            open_kluis(kluismap, REGIE, WACHTWOORD)
        assert nagekeken(kluismap)


def test_vreemd_bestand_en_ruime_rechten_worden_gemeld(kluismap: Path) -> None:
    (kluismap / "notities.txt").write_text("Testpersoon")
    assert any("notities.txt" in regel for regel in nagekeken(kluismap))
    (kluismap / "notities.txt").unlink()
    if os.name != "nt":
        (kluismap / SLEUTELS).chmod(0o644)
        kluismap.chmod(0o755)
        assert len(nagekeken(kluismap)) == 2


def test_inhoud_in_het_reservebestand_wordt_gemeld(kluismap: Path) -> None:
    keer_om(kluismap / "reserve.leeg", 100)
    assert nagekeken(kluismap) == ("In het reservebestand staat iets. Het hoort alleen nullen te bevatten.",)


def test_wat_een_onderbroken_bewaring_achterliet_is_geen_vreemd_bestand(openen: Openen, kluismap: Path) -> None:
    """A killed program leaves it; the next opening to work takes it away. Of a name of nobody it is not said."""
    klad = kluismap / f"{EIGENAARBESTAND}.a9c85830.part"
    klad.write_bytes(b"half")
    (zin,) = nagekeken(kluismap)
    assert "is een keer onderbroken" in zin
    assert "Open de kluis om te werken" in zin
    openen().sluit()
    assert not klad.exists()
    assert nagekeken(kluismap) == ()
    (kluismap / "iets.a9c85830.part").write_bytes(b"half")
    assert nagekeken(kluismap) == ("In de kluismap staat een bestand dat er niet hoort: iets.a9c85830.part.",)


def test_gewijzigde_logregel_wordt_gevonden(openen: Openen, kluismap: Path) -> None:
    kluis = openen()
    with kluis.engine.begin() as verbinding:
        for rij in verbinding.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'logregel'")
        ).all():
            verbinding.exec_driver_sql(f'DROP TRIGGER "{rij[0]}"')
        verbinding.execute(text("UPDATE logregel SET gebruiker = 'iemand anders' WHERE nummer = 2"))
    kluis.sluit()
    bevindingen = nagekeken(kluismap)
    assert "Logregel 2 is achteraf gewijzigd." in bevindingen
    assert "In de database ontbreekt de trigger logregel_blijft; het programma maakte die wel." in bevindingen


def test_map_die_er_niet_is_of_geen_kluis_is(tmp_path: Path) -> None:
    assert nagekeken(tmp_path / "weg")
    assert nagekeken(tmp_path)
    (tmp_path / SLEUTELS).write_bytes(canoniek({"iets": "anders"}))
    assert nagekeken(tmp_path)
