"""A backup takes the place of a vault, which is put aside; nothing is ever written over."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from kluis_hulp import REGIE, Openen, keer_om, log_iets
from proefwaarden import WACHTWOORD
from sqlalchemy import text

from zvh_desktop.database import terugwissel
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.reservekopie import maak_reservekopie
from zvh_desktop.database.terugwissel import (
    maak_terugzetten_af,
    vervangen_kluizen,
    verwijder_vervangen,
    zet_terug,
)
from zvh_desktop.errors import AlleenLezen, GebruikersFout, InvoerOngeldig, KluisFout, KluisInGebruik, KluisVreemd

NU = datetime(2026, 11, 29, 16, 0, tzinfo=UTC)


@pytest.fixture
def kopie(openen: Openen, tmp_path: Path) -> Path:
    """A backup; after it one line more was written."""
    kluis = openen()
    maak_reservekopie(kluis, tmp_path / "kopie.kluis")
    with kluis.sessies.begin() as sessie:
        log_iets(sessie)
    kluis.sluit()
    return tmp_path / "kopie.kluis"


def _regels(kluismap: Path, *, alleen_lezen: bool = False) -> int:
    with open_kluis(kluismap, REGIE, WACHTWOORD, alleen_lezen=alleen_lezen) as kluis, kluis.lees_sessies() as sessie:
        return int(sessie.execute(text("SELECT count(*) FROM logregel")).scalar_one())


def _niets_over(map_: Path) -> bool:
    return not [pad for pad in map_.iterdir() if pad.suffix == ".part" or "terugzetten" in pad.name]


def test_de_kopie_komt_op_de_plaats_en_de_kluis_van_nu_blijft_ernaast(kluismap: Path, kopie: Path) -> None:
    opzij = zet_terug(kopie, kluismap, NU)
    assert opzij is not None
    assert _regels(kluismap) == 3
    assert [deel.map for deel in vervangen_kluizen(kluismap)] == [opzij]
    assert vervangen_kluizen(kluismap)[0].sinds == NU
    assert _niets_over(kluismap.parent)
    # to look something up, never to work on in
    assert _regels(opzij, alleen_lezen=True) == 4
    with pytest.raises(AlleenLezen, match="vervangen"):
        open_kluis(opzij, REGIE, WACHTWOORD)


def test_twee_keer_terugzetten_bewaart_beide(kluismap: Path, kopie: Path) -> None:
    zet_terug(kopie, kluismap, NU)
    zet_terug(kopie, kluismap, NU.replace(minute=5))
    assert len(vervangen_kluizen(kluismap)) == 2


def test_een_kluis_die_weg_is_komt_terug(kluismap: Path, kopie: Path) -> None:
    shutil.rmtree(kluismap)
    assert zet_terug(kopie, kluismap, NU) is None
    assert _regels(kluismap) == 3


@pytest.mark.parametrize("naam", ["sleutels.json", "db-1.sqlite"])
def test_een_beschadigde_kluis_wordt_vervangen_en_bewaard(kluismap: Path, kopie: Path, naam: str) -> None:
    (kluismap / naam).write_bytes(b"")
    opzij = zet_terug(kopie, kluismap, NU)
    assert opzij is not None and (opzij / naam).read_bytes() == b""
    assert _regels(kluismap) == 3


def test_een_open_kluis_wordt_niet_vervangen(kluismap: Path, kopie: Path, openen: Openen) -> None:
    openen()
    with pytest.raises(KluisInGebruik):
        zet_terug(kopie, kluismap, NU)
    assert vervangen_kluizen(kluismap) == ()
    assert _niets_over(kluismap.parent)


def test_een_kopie_die_niet_deugt_laat_alles_zoals_het_was(kluismap: Path, kopie: Path, tmp_path: Path) -> None:
    keer_om(kopie / "db-1.sqlite", 5000)
    with pytest.raises(KluisFout):
        zet_terug(kopie, kluismap, NU)
    for geen_kopie in (tmp_path / "er is niets", kluismap):
        with pytest.raises((KluisVreemd, InvoerOngeldig)):
            zet_terug(geen_kopie, kluismap, NU)
    assert _regels(kluismap) == 4
    assert _niets_over(kluismap.parent)


def test_een_kopie_van_een_andere_kluis_wordt_geweigerd(kluismap: Path, kopie: Path) -> None:
    bewijs = kopie / "stand-1.json"
    bewijs.write_bytes(bewijs.read_bytes().replace(b'"kluis":"', b'"kluis":"0'))
    with pytest.raises(KluisVreemd, match="andere kluis"):
        zet_terug(kopie, kluismap, NU)
    assert _regels(kluismap) == 4


@pytest.mark.parametrize("keer", [1, 2])
def test_mislukt_hernoemen_dan_staat_de_kluis_waar_hij_stond(
    kluismap: Path, kopie: Path, monkeypatch: pytest.MonkeyPatch, keer: int
) -> None:
    echt, geteld = terugwissel.vervang, 0  # type: ignore[attr-defined]

    def soms(bron: Path, doel: Path) -> None:
        nonlocal geteld
        geteld += 1
        if geteld == keer:
            raise PermissionError(13, "bezet", str(bron))
        echt(bron, doel)

    monkeypatch.setattr(terugwissel, "vervang", soms)
    with pytest.raises(GebruikersFout):
        zet_terug(kopie, kluismap, NU)
    monkeypatch.undo()
    assert _regels(kluismap) == 4
    assert _niets_over(kluismap.parent)


def test_gedood_tussen_beide_hernoemingen_wordt_afgemaakt(
    kluismap: Path, kopie: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gedood(BaseException):
        pass

    echt = terugwissel.vervang  # type: ignore[attr-defined]

    def tot_hier(bron: Path, doel: Path) -> None:
        if doel == kluismap:
            raise Gedood
        echt(bron, doel)

    monkeypatch.setattr(terugwissel, "vervang", tot_hier)
    monkeypatch.setattr(terugwissel.shutil, "rmtree", lambda *_, **__: None)  # type: ignore[attr-defined]
    monkeypatch.setattr(terugwissel, "_hernoem", lambda van, naar: echt(van, naar) if van == kluismap else None)
    with pytest.raises(Gedood):
        zet_terug(kopie, kluismap, NU)
    monkeypatch.undo()
    assert not kluismap.exists()
    (opzij,) = [pad for pad in kluismap.parent.iterdir() if " vervangen " in pad.name]
    terugwissel.schrijf_vervangen(opzij, NU)  # type: ignore[attr-defined]  # a killed program takes nothing back
    assert maak_terugzetten_af(kluismap)
    assert _regels(kluismap) == 3
    assert not maak_terugzetten_af(kluismap)


def test_alleen_wat_vervangen_is_kan_worden_weggehaald(kluismap: Path, kopie: Path) -> None:
    opzij = zet_terug(kopie, kluismap, NU)
    assert opzij is not None
    with pytest.raises(KluisVreemd):
        verwijder_vervangen(kluismap)
    assert verwijder_vervangen(opzij)
    assert vervangen_kluizen(kluismap) == ()
    assert _regels(kluismap) == 3
