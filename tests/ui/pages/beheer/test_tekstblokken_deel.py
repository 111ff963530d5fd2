"""Beheer, Tekstblokken: added, changed and taken away, each with a way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from proefkluis import BEHEER, REGIE
from pytestqt.qtbot import QtBot

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.tekstblokken import Tekstblokdialoog, Tekstblokkendeel

Opener = Callable[..., Diensten]


@pytest.fixture
def deel(qtbot: QtBot, openen: Opener, gereedschap: Gereedschap) -> Tekstblokkendeel:
    gemaakt = Tekstblokkendeel(openen(REGIE), gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    gemaakt.vernieuw()
    return gemaakt


def antwoord(monkeypatch: pytest.MonkeyPatch, kort: str, tekst: str, *, huis: bool = False) -> list[str]:
    gezegd: list[str] = []

    def exec_(dialoog: Tekstblokdialoog) -> int:
        dialoog.kort.setText(kort)
        dialoog.wie.setCurrentIndex(int(huis))
        dialoog.tekst.setPlainText(tekst)
        dialoog.bewaar_knop.click()
        gezegd.append(dialoog.formulier.regel("tekst").fout())
        return dialoog.result()

    monkeypatch.setattr(Tekstblokdialoog, "exec", exec_)
    return gezegd


def rijen(deel: Tekstblokkendeel) -> list[tuple[str, bool, str]]:
    return [(een.kort, een.eigen, een.tekst) for een in deel.tabel.getoonde_regels()]


def test_toevoegen_wijzigen_weghalen_en_terug(deel: Tekstblokkendeel, monkeypatch: pytest.MonkeyPatch) -> None:
    antwoord(monkeypatch, "/gesprek", "Er is gesproken.", huis=True)
    deel.erbij_knop.click()
    assert rijen(deel) == [("gesprek", False, "Er is gesproken.")]
    deel.ongedaan.maak_ongedaan()  # known again, however its name was typed
    assert rijen(deel) == []
    deel.ongedaan.doe_opnieuw()
    deel.tabel.kies(0)
    antwoord(monkeypatch, "gesprek", "Er is met {?wie} gesproken.")
    deel.wijzig_knop.click()
    assert rijen(deel) == [("gesprek", True, "Er is met {?wie} gesproken.")]
    deel.ongedaan.maak_ongedaan()
    assert rijen(deel) == [("gesprek", False, "Er is gesproken.")]
    deel.tabel.kies(0)
    deel.weg_knop.click()
    assert rijen(deel) == []
    assert "/gesprek is weggehaald" in deel.ongedaan.tekst()
    deel.ongedaan.maak_ongedaan()
    assert rijen(deel) == [("gesprek", False, "Er is gesproken.")]


def test_een_onbekend_veld_wordt_bij_het_veld_gezegd(deel: Tekstblokkendeel, monkeypatch: pytest.MonkeyPatch) -> None:
    gezegd = antwoord(monkeypatch, "gesprek", "Op {datun}.")
    deel.erbij_knop.click()
    assert "Bedoelt u {datum}?" in gezegd[0]
    assert rijen(deel) == []


def test_een_beheerder_ziet_waarom_niet(qtbot: QtBot, openen: Opener, gereedschap: Gereedschap) -> None:
    gemaakt = Tekstblokkendeel(openen(BEHEER), gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    gemaakt.vernieuw()
    assert not gemaakt.erbij_knop.isEnabled()
    assert "tekstblokken bijhouden" in gemaakt.reden.tekst()
