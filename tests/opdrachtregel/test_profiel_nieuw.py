"""`zvh profiel nieuw` writes a template that `zvh profiel controleer` approves."""

from __future__ import annotations

from pathlib import Path

import pytest

from zvh_desktop.opdrachtregel import main


def test_nieuw_profiel_is_in_orde(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "huis.toml"
    assert main(["profiel", "nieuw", "--uit", str(bestand)]) == 0
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
