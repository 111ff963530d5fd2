"""The windows that say or ask something: every button in them has a name for who cannot see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget  # noqa: TID251  these are the windows that are tried
from pytestqt.qtbot import QtBot

from zvh_desktop.errors import GebruikersFout, Weg
from zvh_desktop.ui.meldingen import Meldingen
from zvh_desktop.ui.toegankelijkheid import bevindingen

FOUT = GebruikersFout("Dat kan niet.", advies="Vul eerst een adres in.")
MET_WEG = GebruikersFout("Dat kan nog niet.", weg=Weg("partijen", 1, "Naar het &register"))


@pytest.mark.parametrize(
    "zeg",
    [
        lambda meldingen: meldingen.bevestig(None, "Wilt u het overleg nu toch beginnen?", "Toch &beginnen"),
        lambda meldingen: meldingen.toon_fout(None, FOUT),
        lambda meldingen: meldingen.toon_fout(QWidget(), MET_WEG),
        lambda meldingen: meldingen.toon_bericht(None, "Gedaan", "Het is bewaard."),
    ],
    ids=["vraag", "fout", "weg", "bericht"],
)
def test_elke_knop_heeft_een_naam(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, zeg: Callable[[Meldingen], object]
) -> None:
    gevonden: list[str] = []
    namen: list[str] = []

    def kijk(venster: QMessageBox) -> int:
        venster.show()
        gevonden.extend(bevindingen(venster))
        namen.extend(knop.accessibleName() for knop in venster.buttons())
        venster.hide()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", kijk)
    zeg(Meldingen())
    assert gevonden == []
    assert namen
    assert all(naam and "&" not in naam for naam in namen)
