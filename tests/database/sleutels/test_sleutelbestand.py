"""Parsing sleutels.json: one form or one refusal, and never a key derivation with numbers from a stranger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kluis_hulp import SLEUTELS

from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.database.sleutels.primitieven import KdfParameters
from zvh_desktop.database.sleutels.sleutelbestand import lees_sleutelbestand, ontleed
from zvh_desktop.errors import KluisBeschadigd, KluisVreemd


@pytest.fixture(scope="module")
def gaaf(sjabloon: tuple[Path, str]) -> bytes:
    return (sjabloon[0] / SLEUTELS).read_bytes()


def test_heen_en_terug_geeft_dezelfde_bytes(gaaf: bytes) -> None:
    assert ontleed(gaaf).als_bytes() == gaaf


@given(plaats=st.integers(min_value=0), bit=st.integers(0, 7))
def test_een_omgeklapt_bit_wordt_geweigerd_of_breekt_het_zegel(
    gaaf: bytes, sjabloon: tuple[Path, str], plaats: int, bit: int
) -> None:
    beschadigd = bytearray(gaaf)
    beschadigd[plaats % len(gaaf)] ^= 1 << bit
    goed = lees_sleutelbestand(sjabloon[0])
    try:
        ander = ontleed(bytes(beschadigd))
    except (KluisBeschadigd, KluisVreemd):
        return
    assert ander != goed
    assert canoniek(ander.inhoud()) != canoniek(goed.inhoud()) or ander.zegel != goed.zegel


@given(gegevens=st.binary(max_size=400))
def test_willekeurige_bytes_geven_een_fout(gegevens: bytes) -> None:
    with pytest.raises(KluisBeschadigd):
        ontleed(gegevens)


@given(
    waarde=st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda deel: st.lists(deel, max_size=4) | st.dictionaries(st.text(max_size=10), deel, max_size=4),
        max_leaves=20,
    ),
    veld=st.sampled_from(
        ["epoche", "database", "reserve", "wortel", "register", "gebruikers", "herstel", "apparaten", "zegel"]
    ),
)
def test_een_veld_met_iets_anders_erin_geeft_een_fout(gaaf: bytes, waarde: object, veld: str) -> None:
    inhoud = json.loads(gaaf)
    if waarde == inhoud[veld] or (veld in {"apparaten"} and waarde == []):
        return
    if veld == "reserve" and isinstance(waarde, int) and 0 <= waarde <= 2**30:
        return
    inhoud[veld] = waarde
    with pytest.raises(KluisBeschadigd):
        ontleed(canoniek(inhoud) + b"\n")


@given(lengte=st.integers(min_value=0))
def test_een_afgekapt_bestand_geeft_een_fout(gaaf: bytes, lengte: int) -> None:
    with pytest.raises(KluisBeschadigd):
        ontleed(gaaf[: lengte % len(gaaf)])


@pytest.mark.parametrize(
    "kdf",
    [
        {"rondes": 1, "geheugen": 64 * 2**20},
        {"rondes": 3, "geheugen": 8192},
        {"rondes": 3, "geheugen": 2**40},
        {"rondes": 10**6, "geheugen": 64 * 2**20},
        {"rondes": True, "geheugen": 64 * 2**20},
        {"rondes": "3", "geheugen": 64 * 2**20},
        {"rondes": 3},
    ],
)
def test_kdf_buiten_de_grenzen_wordt_geweigerd_voordat_er_wordt_gerekend(
    gaaf: bytes, kdf: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nooit(*_: object, **__: object) -> bytes:
        pytest.fail("er is gerekend")

    monkeypatch.setattr("nacl.pwhash.argon2id.kdf", nooit)
    inhoud = json.loads(gaaf)
    inhoud["gebruikers"][0]["kdf"] = kdf
    with pytest.raises(KluisBeschadigd):
        ontleed(canoniek(inhoud) + b"\n")


def test_kdf_onder_de_vloer_bestaat_niet() -> None:
    with pytest.raises(ValueError, match="grenzen"):
        KdfParameters(rondes=2, geheugen=64 * 2**20)


def test_nieuwere_vorm_wordt_vreemd_genoemd_en_niet_beschadigd(gaaf: bytes) -> None:
    inhoud = json.loads(gaaf)
    inhoud["versie"] = 4
    with pytest.raises(KluisVreemd, match="nieuwere versie"):
        ontleed(canoniek(inhoud) + b"\n")


def test_diep_geneste_en_dubbele_velden_geven_een_fout(gaaf: bytes) -> None:
    with pytest.raises(KluisBeschadigd):
        ontleed(b"[" * 100_000)
    with pytest.raises(KluisBeschadigd):
        ontleed(gaaf.replace(b'{"apparaten":[],', b'{"apparaten":[],"apparaten":[],', 1))
    with pytest.raises(KluisBeschadigd):
        ontleed(gaaf.replace(b'"versie":1', b'"versie": 1', 1))
