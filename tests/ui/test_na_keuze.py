"""What is refused until something is chosen, asks for that where it stands, and then goes on by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from zvh_desktop.errors import GebruikersFout, TeKiezen
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.weg.keuze import KeuzeGevraagd, na_keuze


class Kiezer(QObject):
    """Answers for the window, and keeps what it was asked."""

    def __init__(self, venster: QWidget, *, kiest: bool, beslecht: bool = True) -> None:
        super().__init__(venster)
        self.gevraagd: list[str] = []
        self.gekozen = False
        self._kiest, self._beslecht = kiest, beslecht
        venster.installEventFilter(self)

    def eventFilter(self, waar: QObject, gebeurtenis: QEvent) -> bool:
        if not isinstance(gebeurtenis, KeuzeGevraagd):
            return super().eventFilter(waar, gebeurtenis)
        self.gevraagd.append(str(gebeurtenis.fout))
        self.gekozen = self._kiest and self._beslecht
        gebeurtenis.gekozen = self._kiest
        gebeurtenis.accept()
        return True

    def maak(self) -> str:
        """What cannot be made before that."""
        if not self.gekozen:
            raise TeKiezen("Kies eerst.")
        return "gemaakt"


@pytest.fixture
def knop(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    venster = QWidget()
    qtbot.addWidget(venster)
    vlak = QWidget(venster)
    return venster, QWidget(vlak)


def test_na_de_keuze_gaat_het_vanzelf_door(knop: tuple[QWidget, QWidget]) -> None:
    kiezer = Kiezer(knop[0], kiest=True)
    assert na_keuze(knop[1], kiezer.maak) == "gemaakt"
    assert kiezer.gevraagd == ["Kies eerst."]


@pytest.mark.parametrize("beslecht", [True, False])
def test_wie_het_laat_of_niets_beslecht_krijgt_de_weigering(knop: tuple[QWidget, QWidget], beslecht: bool) -> None:
    kiezer = Kiezer(knop[0], kiest=not beslecht, beslecht=False)
    with pytest.raises(TeKiezen):
        na_keuze(knop[1], kiezer.maak)
    assert kiezer.gevraagd == ["Kies eerst."], "asked once, and not for ever"


def test_een_andere_weigering_vraagt_niets_en_zonder_venster_is_er_niemand(knop: tuple[QWidget, QWidget]) -> None:
    def weiger() -> None:
        raise GebruikersFout("Dat kan niet.")

    kiezer = Kiezer(knop[0], kiest=True)
    with pytest.raises(GebruikersFout, match="Dat kan niet"):
        na_keuze(knop[1], weiger)
    assert kiezer.gevraagd == []
    with pytest.raises(TeKiezen):
        na_keuze(QWidget(), kiezer.maak)


class Ontvanger(QObject):
    """Keeps both answers of a task."""

    def __init__(self) -> None:
        super().__init__()
        self.gelukt: list[object] = []
        self.mislukt: list[object] = []

    def neem(self, antwoord: object) -> None:
        self.gelukt.append(antwoord)

    def weiger(self, fout: GebruikersFout) -> None:
        self.mislukt.append(str(fout))


def _zonder_voortgang(taken: Taken, kiezer: Kiezer, vanaf: QWidget, ontvanger: Ontvanger) -> None:
    taken.start(kiezer.maak, gelukt=ontvanger.neem, mislukt=ontvanger.weiger, vanaf=vanaf)


def _met_voortgang(taken: Taken, kiezer: Kiezer, vanaf: QWidget, ontvanger: Ontvanger) -> None:
    taken.start_met_voortgang(
        lambda _meld: kiezer.maak(), ouder=vanaf, titel="Maken", gelukt=ontvanger.neem, mislukt=ontvanger.weiger
    )


@pytest.mark.parametrize("start", [_zonder_voortgang, _met_voortgang])
@pytest.mark.parametrize("kiest", [True, False])
def test_een_taak_begint_opnieuw_of_zegt_wat_er_niet_kon(
    qtbot: QtBot,
    taken: Taken,
    knop: tuple[QWidget, QWidget],
    start: Callable[[Taken, Kiezer, QWidget, Ontvanger], None],
    kiest: bool,
) -> None:
    kiezer, ontvanger = Kiezer(knop[0], kiest=kiest), Ontvanger()
    start(taken, kiezer, knop[1], ontvanger)
    qtbot.waitUntil(lambda: bool(ontvanger.gelukt or ontvanger.mislukt))
    assert (ontvanger.gelukt, ontvanger.mislukt) == ((["gemaakt"], []) if kiest else ([], ["Kies eerst."]))
    assert kiezer.gevraagd == ["Kies eerst."]
    qtbot.waitUntil(lambda: taken.bezig() == 0)
