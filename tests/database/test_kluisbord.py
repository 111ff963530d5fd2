"""The name plate of a vault says what the whole key file says, and refuses in the same words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from kluis_hulp import SLEUTELS

from zvh_desktop.database.kluisbord import lees_bord
from zvh_desktop.database.kluiskop import lees_kop
from zvh_desktop.errors import KluisBeschadigd, KluisNietGevonden, KluisVreemd


def met(kluismap: Path, gegevens: bytes) -> Path:
    (kluismap / SLEUTELS).write_bytes(gegevens)
    return kluismap


def test_het_bord_zegt_wat_het_hele_bestand_zegt(kluismap: Path) -> None:
    bord, kop = lees_bord(kluismap), lees_kop(kluismap)
    assert (bord.oefen, bord.gebruikersnamen) == (kop.oefen, kop.gebruikersnamen)


def test_geen_kluis_en_vreemde_map(tmp_path: Path) -> None:
    with pytest.raises(KluisNietGevonden):
        lees_bord(tmp_path / "weg")
    (tmp_path / "leeg").mkdir()
    with pytest.raises(KluisVreemd):
        lees_bord(tmp_path / "leeg")


@pytest.mark.parametrize(
    "gegevens",
    [b"", b"{", b"[]", b"null", b"7", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"register":{"oefen":1},"gebruikers":[]}'],
)
def test_wat_geen_sleutelbestand_is_wordt_geweigerd(kluismap: Path, gegevens: bytes) -> None:
    with pytest.raises(KluisBeschadigd):
        lees_bord(met(kluismap, gegevens))


def test_een_nieuwere_vorm_wordt_vreemd_genoemd(kluismap: Path) -> None:
    inhoud = json.loads((kluismap / SLEUTELS).read_bytes())
    inhoud["versie"] = 4
    with pytest.raises(KluisVreemd, match="nieuwere versie"):
        lees_bord(met(kluismap, json.dumps(inhoud).encode()))


@pytest.mark.parametrize("naam", [7, None, ["x"]])
def test_een_naam_is_tekst(kluismap: Path, naam: object) -> None:
    inhoud = json.loads((kluismap / SLEUTELS).read_bytes())
    inhoud["gebruikers"][0]["certificaat"]["naam"] = naam
    with pytest.raises(KluisBeschadigd):
        lees_bord(met(kluismap, json.dumps(inhoud).encode()))
