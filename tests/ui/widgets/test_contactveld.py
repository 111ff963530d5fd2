"""Somebody at a partij: typed freely, or with one key from the register."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from zvh_desktop.models.keuzes import ContactpersoonId, PartijId
from zvh_desktop.services.casus.vooroverleg import VastleggingInvoer
from zvh_desktop.services.partijen.partijen import ContactpersoonRegel
from zvh_desktop.ui.pages.casus.opschaling.akkoord import OpschalingAkkoordDialoog
from zvh_desktop.ui.pages.casus.vooroverleg import VastleggingDialoog
from zvh_desktop.ui.widgets.velden.contactveld import Contactveld


def contact(nummer: int, naam: str) -> ContactpersoonRegel:
    return ContactpersoonRegel(
        ContactpersoonId(nummer),
        PartijId(1),
        naam,
        "adviseur",
        f"{nummer}@voorbeeld.invalid",
        "",
        mandaat=True,
        gedeelde_postbus=False,
        overlegsoorten=(),
    )


class Register:
    def __init__(self) -> None:
        self.contacten = [contact(1, "T. Oefenman"), contact(2, "V. Verzonnen & Zn")]

    def __call__(self) -> list[ContactpersoonRegel]:
        return self.contacten


@pytest.fixture
def register() -> Register:
    return Register()


@pytest.fixture
def veld(qtbot: QtBot, register: Register) -> Contactveld:
    gemaakt = Contactveld(register)
    qtbot.addWidget(gemaakt)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
    gemaakt.setFocus()
    return gemaakt


def test_pijl_omlaag_vult_de_eerste_in_en_daarna_de_volgende_en_dan_wat_ik_typte(
    qtbot: QtBot, veld: Contactveld
) -> None:
    qtbot.keyClicks(veld, "Vervanger")
    gezien = []
    for _ in range(3):
        qtbot.keyClick(veld, Qt.Key.Key_Down)
        gezien.append(veld.text())
    assert gezien == ["T. Oefenman", "V. Verzonnen & Zn", "Vervanger"]
    qtbot.keyClick(veld, Qt.Key.Key_Up)
    assert veld.text() == "V. Verzonnen & Zn"
    assert veld.isModified()


def test_wat_volgt_wordt_getypt_en_ctrl_z_haalt_de_keuze_terug(qtbot: QtBot, veld: Contactveld) -> None:
    qtbot.keyClick(veld, Qt.Key.Key_Down)
    qtbot.keyClicks(veld, " (tel.)")
    assert veld.text() == "T. Oefenman (tel.)"
    qtbot.keyClick(veld, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(veld, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert veld.text() == ""


def test_wie_gekozen_is_gaat_met_adres_mee_en_de_muis_heeft_een_menu(qtbot: QtBot, veld: Contactveld) -> None:
    with qtbot.waitSignal(veld.gekozen) as gekozen:
        qtbot.keyClick(veld, Qt.Key.Key_Down)
    assert gekozen.args[0].email == "1@voorbeeld.invalid"
    veld.toon_menu()
    namen = [keuze.text() for keuze in veld._menu.actions()]
    assert namen == ["T. Oefenman, adviseur", "V. Verzonnen && Zn, adviseur"]
    veld._menu.actions()[1].trigger()
    veld._menu.close()
    assert veld.text() == "V. Verzonnen & Zn"


def test_zonder_contactpersonen_gebeurt_er_niets(qtbot: QtBot, veld: Contactveld, register: Register) -> None:
    register.contacten = []
    qtbot.keyClicks(veld, "Iemand")
    qtbot.keyClick(veld, Qt.Key.Key_Down)
    assert veld.text() == "Iemand"


def test_het_gesprek_vooraf_en_het_akkoord_kiezen_uit_het_register(qtbot: QtBot, register: Register) -> None:
    vooraf = VastleggingDialoog("Overleg", VastleggingInvoer(), bool, bron=register)
    qtbot.addWidget(vooraf)
    qtbot.keyClick(vooraf.met, Qt.Key.Key_Down)
    assert vooraf.invoer().met == "T. Oefenman"
    betrokkene = VastleggingDialoog("Betrokkene", VastleggingInvoer(met="de betrokkene zelf"), bool)
    qtbot.addWidget(betrokkene)
    assert not isinstance(betrokkene.met, Contactveld)
    assert betrokkene.invoer().met == "de betrokkene zelf"
    akkoord = OpschalingAkkoordDialoog("RZV", bool, vandaag=date(2026, 9, 1), bron=register)
    qtbot.addWidget(akkoord)
    qtbot.keyClick(akkoord.door, Qt.Key.Key_Down)
    assert (akkoord.door.text(), akkoord.functie.text()) == ("T. Oefenman", "adviseur")
    akkoord.functie.clear()
    qtbot.keyClicks(akkoord.functie, "manager")
    qtbot.keyClick(akkoord.door, Qt.Key.Key_Down)
    assert (akkoord.door.text(), akkoord.functie.text()) == ("V. Verzonnen & Zn", "manager")
