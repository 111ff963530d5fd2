"""What the day of a secretariat asks of the application: what stands in a field, a menu and a list."""

from __future__ import annotations

import blik
import lijsten
import loopvragen
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMenu, QPlainTextEdit
from scenario_storing import tekst_van

from zvh_desktop.services.huis.tekstblokken import Blokregel


def maak_blok() -> bool:
    """As somebody did at Beheer before."""
    loopvragen._diensten().tekstblokken.bewaar(Blokregel("afspraak", "Afgesproken met {?wie} op {dag}.", eigen=True))
    return True


def leeg_doel() -> str:
    """The field of a goal in which nothing stands yet."""
    vakken = lijsten.namen("casus_plan", "plan_doel_")
    return next((een for een in vakken if isinstance(blik.zoek(een), QPlainTextEdit) and not tekst_van(een)), "")


def begint_met(doel: str, tekst: str) -> bool:
    """Whether this stands at the beginning of the field."""
    return tekst_van(doel).startswith(tekst)


def regel_met(tekst: str) -> str:
    """What the line of the open menu says that begins with this."""
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return ""
    teksten = (een.text().replace("&", "") for een in menu.actions())
    return next((een for een in teksten if een.startswith(tekst)), "")


def staat_ergens(tekst: str) -> bool:
    """Whether it stands in some label or field of the window in view."""
    venster = QApplication.activeModalWidget() or QApplication.activeWindow()
    if venster is None:
        return False
    velden = [een.toPlainText() for een in venster.findChildren(QPlainTextEdit)]
    labels = [blik._tekst(een) for een in venster.findChildren(QLabel) if een.isVisible()]
    return any(tekst in een for een in (*velden, *labels))


def gezocht_en_gekozen(zoek: str, welke: str) -> bool:
    """Whether the list of acties is looked at so."""
    veld, keuze = blik.zoek("acties_zoek_veld"), blik.zoek("acties_welke")
    assert isinstance(veld, QLineEdit) and isinstance(keuze, QComboBox)
    return (veld.text(), keuze.currentData()) == (zoek, welke)
