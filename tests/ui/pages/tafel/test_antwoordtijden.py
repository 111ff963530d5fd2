"""What a partij answers about its time: noted beside the answer, said so, refused at its field, and undone."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tafelkluis import WACHTWOORD, Tafelkluis

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.volgorde.wens_gegevens import Tijden
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.stukken.antwoordtijden import AntwoordtijdenDialoog
from zvh_desktop.ui.pages.tafel.stukken.uitnodigen import Uitnodigen
from zvh_desktop.ui.toegankelijkheid import bevindingen


def test_tijden_worden_een_wens_met_een_weg_terug(
    qtbot: QtBot,
    regie: Diensten,
    tafelgereedschap: Gereedschap,
    tafelkluis: Tafelkluis,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    stap = Uitnodigen(regie, tafelgereedschap)
    qtbot.addWidget(stap)
    stap.resize(1100, 700)
    stap.show()
    stap.toon_tafel(tafelkluis.overleg)
    qtbot.waitUntil(stap.concept_knop.isEnabled)
    rij = next(nr for nr, regel in enumerate(stap.tabel.regelmodel.regels) if regel.kort == "Mediant")
    stap.tabel.kies(rij)
    assert not stap.tijden.knop.isEnabled()  # not sent: nobody answered
    stap.markeer_verstuurd()
    stap.tabel.kies(rij)
    assert stap.tijden.knop.isEnabled()
    begin = regie.tafels.toon(tafelkluis.overleg).invoer.begin
    tot = time(begin.hour + 1, begin.minute)
    geweigerd: list[str] = []

    def vul_in(dialoog: AntwoordtijdenDialoog) -> int:
        dialoog.tot.setText("23:30")
        dialoog.bewaar_knop.click()
        geweigerd.append(dialoog.formulier.regel("tot").fout())
        dialoog.tot.zet_waarde(tot)
        dialoog.bewaar_knop.click()
        return dialoog.result()

    monkeypatch.setattr(AntwoordtijdenDialoog, "exec", vul_in)
    stap.tijden.knop.click()
    assert "23:30 valt daar niet in." in geweigerd[0]
    mediant = tafelkluis.partijen["Mediant"]
    assert regie.agenda.wensen.tijden(tafelkluis.overleg) == {mediant: Tijden(tot=tot)}
    assert stap.tijden.tekst.text() == f"Kan alleen tot {tot:%H:%M}; telt mee bij Stel volgorde voor."
    assert f"Mediant: alleen tot {tot:%H:%M}. Dat telt mee bij Stel volgorde voor." in stap.strook.tekst()
    assert bevindingen(stap) == []
    qtbot.keyClick(stap.tabel, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert regie.agenda.wensen.tijden(tafelkluis.overleg) == {}
    assert stap.tijden.tekst.text() == ""
    qtbot.waitUntil(stap.concept_knop.isEnabled)
