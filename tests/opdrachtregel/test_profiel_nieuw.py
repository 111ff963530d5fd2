"""`zvh profiel nieuw` writes a template that `zvh profiel controleer` approves."""

from __future__ import annotations

from pathlib import Path

import pytest

from zvh_desktop.opdrachtregel import main


def test_nieuw_profiel_is_in_orde(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "huis.toml"
    assert main(["profiel", "nieuw", "--uit", str(bestand)]) == 0
    assert main(["profiel", "controleer", str(bestand)]) == 1
    assert "nog niet ingevuld" in capsys.readouterr().out
    tekst = bestand.read_text(encoding="utf-8")
    bestand.write_text(tekst.replace("Voorbeeld", "Eigen").replace("voorbeeld", "eigen"), encoding="utf-8")
    assert main(["profiel", "controleer", str(bestand)]) == 0
    assert "in orde" in capsys.readouterr().out


def test_bestaand_bestand_wordt_niet_overschreven(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "huis.toml"
    bestand.write_text("van mij", encoding="utf-8")
    assert main(["profiel", "nieuw", "--uit", str(bestand)]) == 1
    assert bestand.read_text(encoding="utf-8") == "van mij"
    assert "bestaat al" in capsys.readouterr().err


def test_zonder_bestand_is_het_verkeerd_gebruik(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["profiel", "nieuw"]) == 2
    assert "--uit" in capsys.readouterr().err


def _zet(tekst: str, oud: str, nieuw: str) -> str:
    assert oud in tekst
    return tekst.replace(oud, nieuw)


def _zonder_blok(tekst: str, kop: str) -> str:
    """Without a block, from its heading between brackets to the next comment line or heading."""
    voor, gevonden, na = tekst.partition(f"\n{kop}\n")
    assert gevonden
    regels = na.splitlines(keepends=True)
    einde = next(nummer for nummer, regel in enumerate(regels) if regel.startswith(("[", "#")))
    return voor + "\n" + "".join(regels[einde:])


STAPPEN = {
    "eigen namen": lambda t: _zet(_zet(_zet(t, "Voorbeeld", "Eigen"), "voorbeeld", "eigen"), '"1.0"', '"2027-a"'),
    "aanhalingsteken, & en <": lambda t: _zet(t, '"ZVH Eigenstad"', '"ZVH \\"Eigenstad\\" & <om>"'),
    "systemen en rollen leeg": lambda t: _zet(_zet(t, '["GCOS"]', "[]"), '["wijkcoach"]', "[]"),
    "looptijd en datums weg": lambda t: _zet(t, 'looptijd = "vijf jaar (art. 20)"\n', ""),
    "termijn ingevuld": lambda t: _zet(
        t,
        'stap = "Dossier schonen", termijn = "", bron = ""',
        'stap = "Dossier schonen", termijn = "6 weken", bron = "protocol", geldig_tot = 2030-01-01',
    ),
    "een criterium alleen": lambda t: _zet(
        t, '{ of = ["gebied", { en = ["systeem", "ketens"] }] }', '{ en = ["gebied", { of = ["systeem", "ketens"] }] }'
    ),
    "een regel geldt niet": lambda t: _zet(
        t,
        'geheimhouding = { artikel = "art. 17", tekst = "Alles wat u hier hoort is vertrouwelijk." }',
        'geheimhouding = { geldt = false, reden = "Staat in een andere afspraak." }',
    ),
    "geschillen niet geregeld": lambda t: _zonder_blok(t, "[geschillen]"),
    "drie beslissers": lambda t: _zet(
        t, '["procesregisseur", "casusregisseur"]', '["procesregisseur", "casusregisseur", "manager"]'
    ),
    "een het-woord erbij": lambda t: _zet(t, 'het = ["plan_van_aanpak",', 'het = ["manager", "plan_van_aanpak",'),
}
"""What the explanation says that may be done, one after the other."""


def test_wie_doet_wat_de_uitleg_zegt_houdt_een_goed_profiel(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "huis.toml"
    assert main(["profiel", "nieuw", "--uit", str(bestand)]) == 0
    for stap, doe in STAPPEN.items():
        bestand.write_text(doe(bestand.read_text(encoding="utf-8")), encoding="utf-8")
        assert main(["profiel", "controleer", str(bestand)]) == 0, (stap, capsys.readouterr().out)
    assert main(["demo", "--uit", str(tmp_path / "uit"), "--profiel", str(bestand)]) == 0
    assert 'ZVH "Eigenstad" & <om>' in bestand.read_text(encoding="utf-8").replace("\\", "")
