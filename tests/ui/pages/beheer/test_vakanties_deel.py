"""Beheer, Schoolvakanties: added with two days, changed and taken away, each with a way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from proefkluis import BEHEER, REGIE
from pytestqt.qtbot import QtBot

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.vakanties import Vakantiedeel, Vakantiedialoog

Opener = Callable[..., Diensten]


def antwoord(monkeypatch: pytest.MonkeyPatch, naam: str, van: str, tot: str) -> list[str]:
    gezegd: list[str] = []

    def exec_(dialoog: Vakantiedialoog) -> int:
        dialoog.naam.setText(naam)
        dialoog.van.setText(van)
        dialoog.tot.setText(tot)
        dialoog.bewaar_knop.click()
        gezegd.append(dialoog.formulier.regel("tot").fout())
        return dialoog.result()

    monkeypatch.setattr(Vakantiedialoog, "exec", exec_)
    return gezegd


@pytest.fixture
def deel(qtbot: QtBot, openen: Opener, gereedschap: Gereedschap) -> Vakantiedeel:
    gemaakt = Vakantiedeel(openen(BEHEER), gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    gemaakt.vernieuw()
    return gemaakt


def rijen(deel: Vakantiedeel) -> list[tuple[str, date, date]]:
    return [(een.naam, een.van, een.tot) for een in deel.tabel.getoonde_regels()]


def test_toevoegen_wijzigen_weghalen_en_terug(deel: Vakantiedeel, monkeypatch: pytest.MonkeyPatch) -> None:
    herfst = ("herfst vakantie", date(2026, 10, 17), date(2026, 10, 25))
    antwoord(monkeypatch, " herfst  vakantie ", "17-10-2026", "25-10-2026")
    deel.erbij_knop.click()
    assert rijen(deel) == [herfst]
    deel.ongedaan.maak_ongedaan()
    assert rijen(deel) == []
    deel.ongedaan.doe_opnieuw()
    deel.tabel.kies(0)
    antwoord(monkeypatch, "herfst", "17-10-2026", "24-10-2026")
    deel.wijzig_knop.click()
    assert rijen(deel) == [("herfst", date(2026, 10, 17), date(2026, 10, 24))]
    deel.ongedaan.maak_ongedaan()
    assert rijen(deel) == [herfst]
    deel.tabel.kies(0)
    deel.weg_knop.click()
    assert rijen(deel) == []


def test_zonder_laatste_dag_wordt_het_bij_dat_veld_gezegd(deel: Vakantiedeel, monkeypatch: pytest.MonkeyPatch) -> None:
    gezegd = antwoord(monkeypatch, "herfst", "17-10-2026", "")
    deel.erbij_knop.click()
    assert "laatste dag" in gezegd[0]
    assert rijen(deel) == []


def test_alleen_een_beheerder_houdt_ze_bij(qtbot: QtBot, openen: Opener, gereedschap: Gereedschap) -> None:
    gemaakt = Vakantiedeel(openen(REGIE), gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    gemaakt.vernieuw()
    assert not gemaakt.erbij_knop.isEnabled()
    assert gemaakt.reden.tekst()
