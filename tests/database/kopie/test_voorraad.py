"""The backups in a folder are found, and of those that made themselves only what is too many or too old goes."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from kluis_hulp import Openen, keer_om

from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.database.kopie.kenmerk import Kopiesoort
from zvh_desktop.database.kopie.voorraad import (
    Kopie,
    is_heel,
    lees_kopie,
    overtollig,
    standaardplaats,
    verwijder_kopie,
    zoek_kopieen,
)
from zvh_desktop.database.reservekopie import kopieer_kopie, maak_reservekopie
from zvh_desktop.errors import KluisBeschadigd

NU = datetime(2026, 11, 29, 16, 0, tzinfo=UTC)


def _kopie(dagen: int, uur: int = 0, soort: Kopiesoort = Kopiesoort.VANZELF) -> Kopie:
    gemaakt = NU - timedelta(days=dagen, hours=uur)
    return Kopie(Path(f"{gemaakt:%d %H}.kluis"), "k", gemaakt, soort, 1, "", 0)


def _nooit(_gemaakt: datetime) -> bool:
    return False


def test_van_een_dag_telt_de_laatste_en_er_blijven_er_zoveel_als_ingesteld() -> None:
    kopieen = [_kopie(0), _kopie(0, 2), _kopie(1), _kopie(2), _kopie(3)]
    assert overtollig(kopieen, 3, _nooit) == (kopieen[1], kopieen[4])
    assert overtollig(kopieen, 90, _nooit) == (kopieen[1],)


def test_wat_te_oud_is_gaat_maar_de_nieuwste_nooit() -> None:
    kopieen = [_kopie(8), _kopie(20)]
    assert overtollig(kopieen, 14, lambda gemaakt: True) == (kopieen[1],)
    assert overtollig(kopieen[:1], 14, lambda gemaakt: True) == ()
    assert overtollig([], 14, _nooit) == ()


def test_wat_met_de_hand_is_gemaakt_gaat_nooit_vanzelf() -> None:
    hand = _kopie(400, soort=Kopiesoort.HAND)
    assert overtollig([_kopie(0), hand], 1, lambda gemaakt: True) == ()


def test_gevonden_met_moment_soort_en_stand(openen: Openen, tmp_path: Path) -> None:
    kluis = openen()
    plaats = standaardplaats(kluis.map)
    assert zoek_kopieen((plaats,)) == ()
    for naam, soort in (("een.kluis", Kopiesoort.HAND), ("twee.kluis", Kopiesoort.VANZELF)):
        maak_reservekopie(kluis, plaats / naam, soort=soort)
    # found in the folder itself, in the folder above it, and once when both are named
    for plaatsen in ((plaats,), (plaats.parent,), (plaats, plaats.parent)):
        assert {(k.map.name, k.soort) for k in zoek_kopieen(plaatsen, kluis.kluis_id)} == {
            ("een.kluis", Kopiesoort.HAND),
            ("twee.kluis", Kopiesoort.VANZELF),
        }
    assert zoek_kopieen((plaats,), "andere kluis") == ()
    kopie = lees_kopie(plaats / "een.kluis")
    assert kopie is not None
    assert (kopie.log, kopie.verklaring) == (3, 3)
    assert is_heel(kopie.map)
    assert kluis.map.resolve() not in {k.map.resolve() for k in zoek_kopieen((tmp_path,))}


@pytest.mark.parametrize("naam", ["sleutels.json", "db-1.sqlite", "stand-1.json"])
def test_een_beschadigde_kopie_is_niet_heel_en_gaat_niet_mee(openen: Openen, tmp_path: Path, naam: str) -> None:
    maak_reservekopie(openen(), tmp_path / "een.kluis")
    keer_om(tmp_path / "een.kluis" / naam, 300)
    assert not is_heel(tmp_path / "een.kluis")
    with pytest.raises(KluisBeschadigd):
        kopieer_kopie(tmp_path / "een.kluis", tmp_path / "twee.kluis")
    assert [pad.name for pad in tmp_path.iterdir() if "twee" in pad.name] == []


def test_een_tweede_plaats_krijgt_dezelfde_kopie(openen: Openen, tmp_path: Path) -> None:
    maak_reservekopie(openen(), tmp_path / "een.kluis")
    kopieer_kopie(tmp_path / "een.kluis", tmp_path / "elders" / "een.kluis")
    assert is_heel(tmp_path / "elders" / "een.kluis")
    een, ander = (lees_kopie(tmp_path / deel / "een.kluis") for deel in ("", "elders"))
    assert een is not None and ander is not None and een.gemaakt == ander.gemaakt


def test_weghalen_laat_niets_staan(openen: Openen, tmp_path: Path) -> None:
    maak_reservekopie(openen(), tmp_path / "een.kluis")
    assert verwijder_kopie(tmp_path / "een.kluis")
    assert not (tmp_path / "een.kluis").exists()


def test_een_andere_dag_in_het_bewijs_wordt_gemerkt(openen: Openen, tmp_path: Path) -> None:
    maak_reservekopie(openen(), tmp_path / "een.kluis")
    bewijs = tmp_path / "een.kluis" / "kopie.json"
    voor = bewijs.read_bytes()
    for oud, nieuw in ((b'"soort":"hand"', b'"soort":"vanzelf"'), (b'"gemaakt":"2', b'"gemaakt":"1')):
        bewijs.write_bytes(voor.replace(oud, nieuw))
        assert bewijs.read_bytes() != voor
        assert not is_heel(tmp_path / "een.kluis")
    # one of an earlier version says nothing of itself
    bewijs.write_bytes(canoniek({"bestanden": json.loads(voor)["bestanden"]}) + b"\n")
    assert is_heel(tmp_path / "een.kluis")
