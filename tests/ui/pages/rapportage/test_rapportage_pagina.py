"""The page by keyboard: a period, its tables, a goal, a reason, and files that stand after that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from proefkluis import BEHEER, REGIE
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.services.cijfers.gegevens import Doelinvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.rapportage.doelen import Doeldialoog
from zvh_desktop.ui.pages.rapportage.rapportage import RapportagePagina

Opener = Callable[..., Diensten]


def vul(diensten: Diensten, jaar: int, aantal: int) -> None:
    """Closed casussen of the first quarter of a year."""
    partij = int(diensten.partijen.lijst()[0].id)
    with diensten.werkplek.kluis.engine.begin() as verbinding:
        for nummer in range(aantal):
            verbinding.exec_driver_sql(
                "INSERT INTO casus (nummer, aanmeldende_partij_id, aanpak, fase, status, procesregisseur, procesregie,"
                " geopend_op, gesloten_op, gewijzigd_op)"
                " VALUES (?, ?, '', '', 'afgeschaald', '', '', ?, ?, '2026-01-01 00:00:00')",
                (f"{jaar}-9{nummer:03}", partij, f"{jaar}-02-01", f"{jaar}-03-01"),
            )


def open_pagina(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> RapportagePagina:
    pagina = RapportagePagina(diensten, gereedschap)
    qtbot.addWidget(pagina)
    pagina.resize(1200, 800)
    pagina.show()
    pagina.vernieuw()
    qtbot.waitUntil(lambda: pagina.rapport is not None)
    return pagina


def test_van_tijdvak_tot_bestand(
    qtbot: QtBot, openen: Opener, gereedschap: Gereedschap, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    diensten: Diensten = openen(REGIE)
    jaar = diensten.cijfers.laatste()[0] - (diensten.cijfers.laatste()[1] < 4)
    vul(diensten, jaar, 14)
    vul(diensten, jaar - 1, 11)
    diensten.cijfers.bewaar_doel(Doelinvoer(jaar, next(iter(diensten.cijfers.plannen())), "Meer", "instroom", 20))
    pagina = open_pagina(qtbot, diensten, gereedschap)
    for model in (pagina.cijfers.tabel.model, pagina.doelen.tabel.model, pagina.redenen.tabel.model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, pagina)
    pagina.keuze.van.setCurrentIndex(pagina.keuze.van.findData(jaar))
    qtbot.waitUntil(lambda: pagina.rapport is not None and pagina.rapport.naam == str(jaar))
    regels = {rij.naam: (rij.nu, rij.toen) for rij in pagina.cijfers.tabel.model.regels}
    assert regels["Casussen begonnen (instroom)"] == (14, 11)
    assert [regel.oordeel for regel in pagina.doelen.tabel.model.regels] == ["niet gehaald"]
    qtbot.keyClick(pagina.cijfers.welke, Qt.Key.Key_Down)
    assert pagina.cijfers.tabel.tabel.accessibleName().startswith(pagina.cijfers.welke.currentText())
    pagina.redenen.keuze.setCurrentIndex(1)
    qtbot.keyClick(pagina.redenen.vast_knop, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any(regel.reden for regel in pagina.redenen.tabel.model.regels))
    meldingen.antwoord = True
    meldingen.pad = tmp_path / "cijfers.xlsx"
    qtbot.keyClick(pagina.xlsx_knop, Qt.Key.Key_Space)
    qtbot.waitUntil((tmp_path / "cijfers.xlsx").exists)
    qtbot.waitUntil(lambda: pagina.rapport is not None and pagina.rapport.uitgegeven_op is not None)
    assert f"door {diensten.werkplek.naam}. Deze cijfers veranderen niet meer" in pagina.vast.tekst()
    pagina.keuze.soort.setCurrentIndex(2)
    qtbot.waitUntil(lambda: pagina.keuze.tot.isVisible() and pagina.rapport is not None)
    pagina.maak_leeg()
    assert pagina.cijfers.tabel.model.rowCount() == 0


def test_zonder_tijdvak_om_uit_te_kiezen_leest_de_pagina_een_keer(
    qtbot: QtBot, openen: Opener, gereedschap: Gereedschap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list without a choice names no period: what was read for it is never the one that was asked for."""
    diensten: Diensten = openen(REGIE)
    jaar = diensten.cijfers.laatste()[0]
    gelezen: list[int] = []

    def jaren() -> tuple[int, ...]:
        gelezen.append(jaar)
        return () if len(gelezen) == 1 else (jaar, jaar - 1)

    monkeypatch.setattr(diensten.cijfers, "jaren", jaren)
    pagina = RapportagePagina(diensten, gereedschap)
    qtbot.addWidget(pagina)
    pagina.show()
    pagina.vernieuw()
    qtbot.waitUntil(lambda: "nog geen tijdvak" in pagina.vast.tekst())
    assert len(gelezen) == 1 and not gereedschap.taken.bezig()
    assert pagina.rapport is None and not pagina.pdf_knop.isEnabled()
    pagina.vernieuw()
    qtbot.waitUntil(lambda: pagina.rapport is not None)
    assert "nog geen tijdvak" not in pagina.vast.tekst()


def test_een_beheerder_kijkt_alleen(qtbot: QtBot, openen: Opener, gereedschap: Gereedschap) -> None:
    diensten: Diensten = openen(BEHEER)
    pagina = open_pagina(qtbot, diensten, gereedschap)
    assert not pagina.pdf_knop.isEnabled()
    assert not pagina.doelen.nieuw_knop.isEnabled()
    assert not pagina.bladen.isTabVisible(2)


def test_een_doel_dat_niet_kan_blijft_staan(qtbot: QtBot, openen: Opener) -> None:
    diensten: Diensten = openen(REGIE)
    dienst = diensten.cijfers
    plan = next(iter(dienst.plannen()))
    dialoog = Doeldialoog(
        "Nieuw doel",
        Doelinvoer(2026, plan, "", "instroom", 10),
        dienst.plannen(),
        dienst.doelmaten(),
        dienst.bewaar_doel,
    )
    qtbot.addWidget(dialoog)
    dialoog.show()
    dialoog.bewaar_knop.click()
    assert dialoog.isVisible()
    dialoog.tekst.setPlainText("Meer casussen die goed aflopen")
    dialoog.bewaar_knop.click()
    assert not dialoog.isVisible()
    assert dialoog.uitkomst() == 1
