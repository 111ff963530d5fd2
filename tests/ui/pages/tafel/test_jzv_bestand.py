"""The JZV file from the tafel and from the casus: for whom, where to, what is said, and a failure that is told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from falende_taken import ONVERWACHT, FalendeTaken
from pytestqt.qtbot import QtBot
from tafelkluis import Tafelkluis
from test_rondsturen import vastgesteld
from ui_hulp import NepMeldingen

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.dialogs.jzv_bestand import JzvDialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.kop import CasusKop
from zvh_desktop.ui.pages.tafel.stukken.verzenden import Verzenden

__all__ = ["vastgesteld"]
pytestmark = pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal")


@pytest.mark.parametrize("waar", ["tafel", "casus"])
def test_een_jzv_bestand_bewaren(
    qtbot: QtBot, vastgesteld: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis, meldingen: NepMeldingen,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waar: str,
) -> None:  # fmt: skip
    taken = FalendeTaken(meldingen)
    gereedschap = replace(tafelgereedschap, taken=taken)
    gezegd: list[str] = []
    if waar == "tafel":
        vlak: Verzenden | CasusKop = Verzenden(vastgesteld, gereedschap)
        qtbot.addWidget(vlak)
        vlak.toon_tafel(tafelkluis.overleg)
        monkeypatch.setattr(vlak.strook, "toon", lambda zin, **_rest: gezegd.append(zin))
    else:
        vlak = CasusKop(vastgesteld, gereedschap)
        qtbot.addWidget(vlak)
        vlak.toon_casus(vastgesteld.casussen.toon(vastgesteld.casussen.lijst()[0].id))
        monkeypatch.setattr(meldingen, "toon_bericht", lambda _ouder, _titel, zin: gezegd.append(zin))
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    assert vlak.jzv_knop.isEnabled()

    def kies(dialoog: JzvDialoog) -> int:
        assert dialoog.wie.count() >= 2
        assert "geen BSN" in " ".join(str(deel.property("text")) for deel in dialoog.children())
        dialoog.wie.setCurrentIndex(1)
        dialoog._on_bewaren_gevraagd()
        return int(dialoog.DialogCode.Accepted)

    monkeypatch.setattr(JzvDialoog, "exec", kies)
    meldingen.pad = tmp_path / "uit.json"
    vlak.maak_jzv()
    qtbot.waitUntil(lambda: bool(gezegd))
    assert gezegd[0].startswith("Het JZV-bestand met")
    assert json.loads(meldingen.pad.read_bytes())["resultaten"]
    meldingen.pad = tmp_path / "niet.json"
    taken.fout = RuntimeError("Testpersoon geheim")
    vlak.maak_jzv()
    qtbot.waitUntil(lambda: [fout.gebeurd for fout in meldingen.fouten] == [ONVERWACHT])
    assert not meldingen.pad.exists()
