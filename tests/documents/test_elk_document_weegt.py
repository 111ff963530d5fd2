"""Every document is weighed: what is restricted is left out of it, and a note stands with its item, by one function."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from email import message_from_bytes
from pathlib import Path

import pytest
from document_voorbeelden import EML, ICS

import zvh_desktop.documents
from zvh_desktop.documents.agenda_ics import bouw_uitnodiging_ics
from zvh_desktop.documents.concept_eml import bouw_concept_eml
from zvh_desktop.documents.opmaak.weging import Beperkt, Noot, Weging, weeg

DOCUMENTEN = Path(zvh_desktop.documents.__file__).parent
ZONDER_PERSOON = {
    "bouw_herstelblad_pdf": "made before there is a vault; it holds a key",
    "bouw_jaarcijfers_pdf": "figures about nobody, small ones suppressed, and goals of the house",
    "bouw_xlsx": "the same figures",
    "bouw_csv": "the same figures",
}


def test_elk_document_gaat_door_de_weging() -> None:
    gevonden, zonder = set(), set()
    for pad in DOCUMENTEN.rglob("*.py"):
        for knoop in ast.parse(pad.read_text(encoding="utf-8")).body:
            if isinstance(knoop, ast.FunctionDef) and knoop.name.startswith("bouw_"):
                gevonden.add(knoop.name)
                if not any(isinstance(een, ast.Name) and een.id == "gewogen" for een in knoop.decorator_list):
                    zonder.add(knoop.name)
    assert len(gevonden) > 25
    assert zonder == set(ZONDER_PERSOON)


def test_een_concept_en_een_afspraak_wegen_zichzelf() -> None:
    weging = Weging((Beperkt("2026-0001", ("Kanarie in de tekst",)),), "[beperkt]")
    eml = message_from_bytes(bouw_concept_eml(replace(EML, tekst="Over kanarie in de tekst.", weging=weging)))
    (tekst,) = (deel for deel in eml.walk() if deel.get_content_type() == "text/plain")
    assert "Over [beperkt]." in str(tekst.get_payload(decode=True), "utf-8")
    ics = bouw_uitnodiging_ics(replace(ICS, omschrijving="Kanarie in de tekst", weging=weging)).decode()
    assert "[beperkt]" in ics
    assert "anarie" not in ics


@dataclass(frozen=True)
class Punt:
    casusnummer: str
    doel: str
    namen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Blad:
    punten: tuple[Punt, ...]
    los: str = ""


def test_een_noot_blijft_bij_haar_casus() -> None:
    blad = Blad((Punt("2026-0001", "Rust in huis"), Punt("2026-0002", "Rust in huis")))
    gewogen = weeg(blad, Weging(noten=(Noot("2026-0001", ("Rust in huis",), "Klopt niet."),)))
    assert [punt.doel for punt in gewogen.punten] == ["Rust in huis\n[Klopt niet.]", "Rust in huis"]


def test_een_noot_staat_er_een_keer_per_punt() -> None:
    blad = Blad((Punt("2026-0001", "Rust in huis", ("Rust in huis",)),))
    gewogen = weeg(blad, Weging(noten=(Noot("2026-0001", ("Rust in huis",), "Klopt niet."),)))
    assert str(gewogen).count("Klopt niet.") == 1


def test_wat_beperkt_is_staat_nergens_meer() -> None:
    weging = Weging((Beperkt("", ("Rust in\nhuis", "J. Proef", "bo")),), "[beperkt]")
    blad = Blad(
        (Punt("2026-0001", "Doel: RUST  in huis.", ("J. Proef", "J. Proefman", "Bo", "Bodem")),), "met J. Proef mee"
    )
    gewogen = weeg(blad, weging)
    assert gewogen.punten[0].doel == "Doel: [beperkt]."
    assert gewogen.punten[0].namen == ("[beperkt]", "J. Proefman", "[beperkt]", "Bodem")
    assert gewogen.los == "met [beperkt] mee"
    assert weeg(blad, Weging()) is blad


@pytest.mark.parametrize("woord", ["ja", "Nee", "onbekend", "Niet bekend.", "geen", "n.v.t.", "nvt", "-", "?"])
def test_een_vast_woord_van_een_item_haalt_nergens_een_gelijk_woord_weg(woord: str) -> None:
    weging = Weging(
        (Beperkt("", (woord, f"{woord}\nRust in huis")),), "[beperkt]", (Noot("", (woord,), "Klopt niet."),)
    )
    blad = Blad((Punt("2026-0001", woord, (woord.upper(), f"Het is {woord}", "Rust in huis")),), woord)
    gewogen = weeg(blad, weging)
    assert gewogen.los == woord
    assert gewogen.punten[0].doel == woord
    assert gewogen.punten[0].namen == (woord.upper(), f"Het is {woord}", "[beperkt]")


def test_een_tekst_van_meer_regels_wordt_ook_per_regel_herkend() -> None:
    weging = Weging((Beperkt("2026-0001", ("Eerste regel hier\nTweede regel hier",)),), "[beperkt]")
    assert weeg(Blad((), "• Tweede regel hier"), weging).los == "• [beperkt]"


def test_een_ander_met_dezelfde_woorden_houdt_ze() -> None:
    weging = Weging((Beperkt("2026-0001", ("Rust in huis",)),), "[beperkt]")
    blad = Blad((Punt("2026-0001", "Rust in huis"), Punt("2026-0002", "Rust in huis")), "Rust in huis")
    gewogen = weeg(blad, weging)
    assert [punt.doel for punt in gewogen.punten] == ["[beperkt]", "Rust in huis"]
    assert gewogen.los == "[beperkt]"
