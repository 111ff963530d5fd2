"""The windows that say or ask something: every button in them has a name for who cannot see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,  # noqa: TID251  these are the windows that are tried
    QLabel,
    QMessageBox,  # noqa: TID251  these are the windows that are tried
    QWidget,
)
from pytestqt.qtbot import QtBot

from zvh_desktop.errors import GebruikersFout, Weg
from zvh_desktop.ui.meldingen import Meldingen
from zvh_desktop.ui.toegankelijkheid import bevindingen

Kies = Callable[[Meldingen], object]

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


@pytest.fixture
def nederlands(qapp: QApplication) -> Iterator[None]:
    vertaler = QTranslator()
    assert vertaler.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    qapp.installTranslator(vertaler)
    yield
    qapp.removeTranslator(vertaler)


@pytest.mark.usefixtures("nederlands")
@pytest.mark.parametrize(
    "kies",
    [
        lambda meldingen: meldingen.kies_bestand_open(None, "Bijlage kiezen", "PDF (*.pdf)"),
        lambda meldingen: meldingen.kies_bestand_opslaan(None, "Document opslaan", "brief.pdf", "PDF (*.pdf)"),
        lambda meldingen: meldingen.kies_map(None, "Kies een map"),
    ],
    ids=["open", "opslaan", "map"],
)
def test_een_bestand_kiezen_gaat_in_het_nederlands(monkeypatch: pytest.MonkeyPatch, kies: Kies) -> None:
    woorden: list[str] = []

    def kijk(venster: QFileDialog) -> int:
        venster.setOption(QFileDialog.Option.DontUseNativeDialog)
        for soort in (QLabel, QAbstractButton):
            woorden.extend(deel.text() for deel in venster.findChildren(soort) if deel.text())  # type: ignore[attr-defined]
        return 0

    monkeypatch.setattr(QFileDialog, "exec", kijk)
    assert kies(Meldingen()) is None
    plat = {woord.replace("&", "") for woord in woorden}
    assert {"Kijk in:", "Soort bestand:", "Annuleren"} <= plat
    engels = {"look", "files", "file", "open", "save", "cancel", "choose", "directory", "type", "name", "back"}
    assert not [woord for woord in plat if engels & set(woord.casefold().strip(":").split())]


def test_wat_is_opgeslagen_krijgt_de_uitgang_van_de_naam(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def kies(venster: QFileDialog) -> int:
        venster.setOption(QFileDialog.Option.DontUseNativeDialog)
        venster.setDirectory(str(tmp_path))
        venster.selectFile("logboek")
        return 1

    monkeypatch.setattr(QFileDialog, "exec", kies)
    assert Meldingen().kies_bestand_opslaan(None, "Opslaan", "logboek.csv", "CSV (*.csv)") == tmp_path / "logboek.csv"
