"""What IT settles for a computer: narrower or handier, never wider, and never silently left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.kluis.beleid import Beleid, lees_beleid
from zvh_desktop.services.oefenen import kluis
from zvh_desktop.services.oefenen.demo import speel_demo


def lees(tmp_path: Path, tekst: str | bytes) -> Beleid:
    bestand = tmp_path / "beleid.toml"
    bestand.write_bytes(tekst if isinstance(tekst, bytes) else tekst.encode())
    return lees_beleid(bestand)


def test_zonder_bestand_is_er_niets_bepaald(tmp_path: Path) -> None:
    assert lees_beleid(tmp_path / "beleid.toml") == Beleid()
    assert lees(tmp_path, "") == Beleid()


@pytest.mark.parametrize("voor", [b"", b"\xef\xbb\xbf"])
def test_alles_wordt_gelezen_ook_uit_het_kladblok_van_windows(tmp_path: Path, voor: bytes) -> None:
    tekst = b"# van ICT\r\nkluis = 'K:\\huis.kluis'\r\nvergrendelen_na = 3\r\noefenen = false\r\n"
    assert lees(tmp_path, voor + tekst) == Beleid(Path("K:\\huis.kluis"), 3, oefenen=False)


@pytest.mark.parametrize(
    ("tekst", "waarom"),
    [
        ("vergrendelen_na = 0", "van 1 tot 60"),
        ("vergrendelen_na = 61", "van 1 tot 60"),
        ("vergrendelen_na = true", "van 1 tot 60"),
        ("vergrendelen_na = '3'", "van 1 tot 60"),
        ("oefenen = 'nee'", "true of false"),
        ("oefenen = 0", "true of false"),
        ("kluis = ''", "plaats van een map"),
        ("kluis = 3", "plaats van een map"),
        ("kluiss = 'K:'", "onbekende sleutel: kluiss"),
        ("[vergrendelen]\nna = 3", "onbekende sleutel: vergrendelen"),
        ("vergrendelen_na = ", "geen geldig TOML"),
        (b"kluis = '\xff'", "niet te lezen als tekst"),
    ],
)
def test_wat_niet_te_volgen_is_houdt_het_programma_tegen(tmp_path: Path, tekst: str | bytes, waarom: str) -> None:
    with pytest.raises(GebruikersFout, match=waarom) as geweigerd:
        lees(tmp_path, tekst)
    assert "afdeling ICT" in str(geweigerd.value.advies)


def test_een_map_op_die_plaats_wordt_niet_overgeslagen(tmp_path: Path) -> None:
    (tmp_path / "beleid.toml").mkdir()
    with pytest.raises(GebruikersFout, match="niet te lezen"):
        lees_beleid(tmp_path / "beleid.toml")


@pytest.mark.parametrize(("na", "minuten", "verwacht"), [(None, 30, 30), (5, 30, 5), (5, 3, 3)])
def test_het_maakt_de_tijd_tot_het_slot_alleen_korter(na: int | None, minuten: int, verwacht: int) -> None:
    assert Beleid(vergrendelen_na=na).hoogstens(minuten) == verwacht


def test_ook_de_opdrachtregel_maakt_dan_geen_oefenkluis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bestand = tmp_path / "beleid.toml"
    bestand.write_text("oefenen = false", encoding="utf-8")
    monkeypatch.setattr(kluis, "beleidsbestand", lambda: bestand)
    with pytest.raises(GebruikersFout, match="oefenen op deze computer uitgezet"):
        speel_demo(tmp_path / "demo", "twente", print)
    with pytest.raises(GebruikersFout, match="oefenen op deze computer uitgezet"):
        kluis.maak_oefenkluis(tmp_path / "oefen.kluis", "twente", lambda *_: None)
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["beleid.toml"]


def test_oefenen_kan_uit() -> None:
    Beleid().eis_oefenen()
    with pytest.raises(GebruikersFout, match="oefenen op deze computer uitgezet"):
        Beleid(oefenen=False).eis_oefenen()
