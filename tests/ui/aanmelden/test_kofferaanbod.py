"""The server cannot be reached while one signs in or unlocks: on in the koffer of today, with the own password."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui_hulp import GOED_WACHTWOORD, NepDiensten, NepToegang

from zvh_desktop.errors import LijnWeg
from zvh_desktop.services.kluis.kluisinfo import KluisInfo, Serveraccount
from zvh_desktop.ui.aanmelden.aanmeldvenster import Aanmeldvenster
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.uiterlijk.doelen import Drukknop


class ToegangZonderLijn(NepToegang):
    """The house cannot be reached, a koffer can be opened."""

    def kop(self, map_: Path) -> KluisInfo:
        if map_.suffix == ".koffer":
            return KluisInfo(map_.stem, False, ("j.oefenman",))
        return super().kop(map_)

    def ontgrendel(self, map_: Path, naam: str, wachtwoord: str, account: Serveraccount | None = None) -> NepDiensten:
        if map_.suffix == ".team":
            raise LijnWeg(lezend=True)
        return super().ontgrendel(map_, naam, wachtwoord, account)


@pytest.fixture
def toegang() -> ToegangZonderLijn:
    return ToegangZonderLijn()


@pytest.fixture
def koffer(tmp_path: Path, toegang: ToegangZonderLijn) -> Path:
    pad = tmp_path / "Overleg 7.koffer"
    toegang.zonder_lijn.koffers["j.oefenman"] = pad
    return pad


@pytest.fixture(params=[False, True], ids=["aanmelden", "ontgrendelen"])
def venster(
    request: pytest.FixtureRequest, qtbot: QtBot, toegang: NepToegang, gereedschap: Gereedschap, tmp_path: Path
) -> Aanmeldvenster:
    gemaakt = Aanmeldvenster(
        toegang,
        gereedschap.taken,
        gereedschap.melder,
        gereedschap.instellingen,
        kluismap=tmp_path / "huis.team",
        gebruiker="j.oefenman",
        vergrendeld=request.param,
    )
    qtbot.addWidget(gemaakt)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
    gemaakt.serverdeel.account_veld.setText("zvh_bureau")
    return gemaakt


def probeer(qtbot: QtBot, venster: Aanmeldvenster, wachtwoord: str = GOED_WACHTWOORD) -> None:
    venster.wachtwoord_veld.setText(wachtwoord)
    venster.open_knop.click()
    qtbot.waitUntil(lambda: venster.wachtwoord_veld.isEnabled() and "niet te bereiken" in venster.melding.tekst())


def knop(venster: Aanmeldvenster) -> Drukknop | None:
    return venster.findChild(Drukknop, "koffer_verder")


def test_zonder_server_gaat_men_verder_in_de_koffer_van_vandaag(
    qtbot: QtBot, venster: Aanmeldvenster, koffer: Path
) -> None:
    probeer(qtbot, venster)
    aanbod = knop(venster)
    assert aanbod is not None
    assert aanbod.isVisible()
    assert "stand van 14:05" in venster.melding.tekst()
    assert bevindingen(venster) == []
    with qtbot.waitSignal(venster.aangemeld):
        aanbod.click()
    assert venster.kluismap() == koffer
    assert venster.wachtwoord_veld.text() == ""


def test_wie_al_bezig_was_leest_dat(qtbot: QtBot, venster: Aanmeldvenster, koffer: Path, toegang: NepToegang) -> None:
    toegang.zonder_lijn.van = None
    probeer(qtbot, venster)
    assert "waarin u al bezig was" in venster.melding.tekst()


def test_met_een_verkeerd_wachtwoord_gaat_hij_niet_open(qtbot: QtBot, venster: Aanmeldvenster, koffer: Path) -> None:
    probeer(qtbot, venster, "verkeerd")
    aanbod = knop(venster)
    assert aanbod is not None
    aanbod.click()
    qtbot.waitUntil(lambda: venster.wachtwoord_veld.text() == "" and venster.wachtwoord_veld.isEnabled())
    assert venster.kluismap() != koffer
    assert not aanbod.isEnabled()
    venster.wachtwoord_veld.setText(GOED_WACHTWOORD)
    with qtbot.waitSignal(venster.aangemeld):
        aanbod.click()


def test_zonder_koffer_wordt_gezegd_wat_er_is(qtbot: QtBot, venster: Aanmeldvenster) -> None:
    probeer(qtbot, venster)
    aanbod = knop(venster)
    assert aanbod is None or not aanbod.isVisible()
    assert "Kijk of er netwerk is" in venster.melding.tekst()


def test_een_andere_naam_trekt_het_aanbod_in(qtbot: QtBot, venster: Aanmeldvenster, koffer: Path) -> None:
    probeer(qtbot, venster)
    aanbod = knop(venster)
    assert aanbod is not None
    venster.naam_veld.setCurrentText("m.voorbeeld")
    assert not aanbod.isVisible()


def volgende(veld: QWidget) -> QWidget:
    """Where a Tab goes from here."""
    gevonden = veld.nextInFocusChain()
    while gevonden is not None and not (gevonden.isVisible() and gevonden.focusPolicy() & Qt.FocusPolicy.TabFocus):
        gevonden = gevonden.nextInFocusChain()
    assert gevonden is not None
    return gevonden


@pytest.mark.usefixtures("koffer")
def test_de_knop_komt_met_de_tabtoets_op_de_plek_waar_hij_staat(qtbot: QtBot, venster: Aanmeldvenster) -> None:
    probeer(qtbot, venster)
    aanbod = knop(venster)
    assert aanbod is not None
    qtbot.waitUntil(aanbod.isVisible)
    open_knop = venster.open_knop
    assert aanbod.mapTo(venster, aanbod.rect().topLeft()).y() < open_knop.mapTo(venster, open_knop.rect().topLeft()).y()
    qtbot.waitUntil(lambda: volgende(aanbod) is open_knop)
    assert volgende(venster.serverdeel.onthoud_vak) is aanbod
