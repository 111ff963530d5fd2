"""Buttons as every page has them: an object name for tests, an accessible name, an icon and the reason when off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from zvh_desktop.services.werkplek.rechten import Toestemming
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.doelen import Balkknop, Drukknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.letters import zonder_letter


def gereedschapsknop(naam: str, icoon: Icoon, tekst: str, uitleg: str, ouder: QWidget) -> QToolButton:
    """A quiet action: icon with a word beside it, or the icon alone when there is no text."""
    knop = Balkknop(ouder)
    knop.setObjectName(naam)
    knop.setText(tekst)
    knop.setAccessibleName(zonder_letter(tekst) or uitleg)
    knop.setToolTip(platte_uitleg(uitleg))
    beide, alleen = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
    knop.setToolButtonStyle(beide if tekst else alleen)
    knop.setAutoRaise(not tekst)
    knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    zet_icoon(knop, icoon)
    return knop


def knop(naam: str, tekst: str, ouder: QWidget, icoon: Icoon | None = None) -> QPushButton:
    """A clear action."""
    gemaakt = Drukknop(tekst, ouder)
    gemaakt.setObjectName(naam)
    gemaakt.setAccessibleName(zonder_letter(tekst))
    gemaakt.setAutoDefault(False)
    if icoon is not None:
        zet_icoon(gemaakt, icoon)
    return gemaakt


def zet_toestemming(doel: QAbstractButton, toestemming: Toestemming, *, verder: bool = True, reden: str = "") -> None:
    """Switch a button on or off by role and by what else it needs; when off it says why."""
    doel.setEnabled(toestemming.mag and verder)
    if doel.property("zvh_uitleg") is None:
        doel.setProperty("zvh_uitleg", doel.toolTip())
    waarom = toestemming.reden if not toestemming.mag else ("" if verder else reden)
    doel.setToolTip(platte_uitleg(waarom) or str(doel.property("zvh_uitleg")))
    doel.setAccessibleDescription(waarom)
