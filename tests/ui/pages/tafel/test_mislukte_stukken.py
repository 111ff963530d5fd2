"""The steps of a tafel that make documents beside the window, with a call that fails."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from falende_taken import ONVERWACHT, FalendeTaken
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tafelkluis import WACHTWOORD, Tafelkluis
from ui_hulp import NepMeldingen

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.agenda.voorbereiden import Voorbereiden
from zvh_desktop.ui.pages.tafel.stukken.uitnodigen import Uitnodigen
from zvh_desktop.ui.pages.tafel.stukken.verzenden import Verzenden

pytestmark = pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal")


@pytest.mark.parametrize("soort", [Uitnodigen, Verzenden])
@pytest.mark.parametrize("alle", [False, True], ids=["een stuk", "alle"])
def test_een_stuk_dat_niet_te_maken_is(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis, meldingen: NepMeldingen,
    tmp_path: Path, soort: type[Uitnodigen] | type[Verzenden], alle: bool,
) -> None:  # fmt: skip
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    taken = FalendeTaken(meldingen)
    stap = soort(regie, replace(tafelgereedschap, taken=taken))
    qtbot.addWidget(stap)
    stap.show()
    taken.fout = None if alle else RuntimeError("Testpersoon geheim")
    stap.toon_tafel(tafelkluis.overleg)
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    if alle:
        meldingen.pad = tmp_path / "uit"
        meldingen.pad.mkdir()
        taken.fout = RuntimeError("Testpersoon geheim")
        stap.bewaar_alle()
        qtbot.waitUntil(lambda: [fout.gebeurd for fout in meldingen.fouten] == [ONVERWACHT])
        assert list(meldingen.pad.iterdir()) == []
        qtbot.waitUntil(lambda: stap.findChild(QWidget, "voortgangsvenster") is None)
    else:
        stap.tabel.selectRow(0)
        qtbot.waitUntil(lambda: any(ONVERWACHT in tekst for tekst in _teksten(stap)))
        assert not any("geheim" in tekst for tekst in _teksten(stap))


def test_een_voorbeeld_dat_niet_te_maken_is(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis, meldingen: NepMeldingen
) -> None:
    taken = FalendeTaken(meldingen)
    stap = Voorbereiden(regie, replace(tafelgereedschap, taken=taken))
    qtbot.addWidget(stap)
    stap.show()
    stap.toon_tafel(tafelkluis.overleg)
    stap.voorbeeld_menu.aboutToShow.emit()
    taken.fout = RuntimeError("Testpersoon geheim")
    stap.voorbeeld_menu.triggered.emit(stap.voorbeeld_menu.actions()[0])
    qtbot.waitUntil(lambda: [fout.gebeurd for fout in meldingen.fouten] == [ONVERWACHT])


def _teksten(stap: QWidget) -> list[str]:
    return [str(deel.property("text") or "") for deel in stap.findChildren(QWidget)]


def test_herinneringen_die_niet_te_maken_zijn(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis, meldingen: NepMeldingen,
    tmp_path: Path,
) -> None:  # fmt: skip
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    taken = FalendeTaken(meldingen)
    stap = Uitnodigen(regie, replace(tafelgereedschap, taken=taken))
    qtbot.addWidget(stap)
    stap.show()
    stap.toon_tafel(tafelkluis.overleg)
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    meldingen.pad = tmp_path / "uit"
    meldingen.pad.mkdir()
    taken.fout = RuntimeError("Testpersoon geheim")
    stap.herinner(regie.uitnodigingen.lijst(tafelkluis.overleg))
    qtbot.waitUntil(lambda: any(ONVERWACHT in tekst for tekst in _teksten(stap)))
    assert list(meldingen.pad.iterdir()) == []
    assert not any("geheim" in tekst for tekst in _teksten(stap))
