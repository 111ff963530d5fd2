"""Questions about the windows of the application, answered inside it by bode.py.

A question that is put to the bundle too stands here: of these modules the bundle carries only this one along.

A ``doel`` says which part is meant: an object name (``"open_knop"``), or a text (``"=Sluiten"``, without the
ampersand); with `` > `` it is looked for inside another part (``"melding > =Sluiten"``). Only what can be seen counts.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,  # noqa: TID251  only to read what it says
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QTextEdit,
    QWidget,
)

from zvh_desktop.ui.main_window import Hoofdvenster

_VAKJE = 8

_PR_SET_DUMPABLE = 4


@dataclass(frozen=True)
class Deel:
    """One part of a window, as it stands on the screen now; the point in pixels of the X server."""

    naam: str
    soort: str
    tekst: str
    x: int
    y: int
    breed: int
    hoog: int
    aan: bool
    bereikbaar: bool
    """A click on the point would come to this part: nothing lies over it, and its window is the active one."""
    focus: bool
    gekozen: bool | None
    """Ticked or not; None where there is nothing to tick."""


@dataclass(frozen=True)
class Venster:
    """One window on the screen."""

    naam: str
    soort: str
    titel: str
    breed: int
    hoog: int
    actief: bool


def vensters() -> list[Venster]:
    """Every window that is shown."""
    return [
        Venster(w.objectName(), type(w).__name__, w.windowTitle(), w.width(), w.height(), w.isActiveWindow())
        for w in _bovenste()
    ]


def vind(doel: str) -> Deel | None:
    """The part that is meant, scrolled into view; None while it is not there."""
    widget = zoek(doel)
    if widget is None:
        return None
    _in_beeld(widget)
    if isinstance(widget, QCheckBox | QRadioButton):
        return _deel(widget, QPoint(_VAKJE, widget.height() // 2), widget)
    return _deel(widget, widget.rect().center(), widget)


def vind_regel(doel: str, tekst: str, kolom: int, vakje: bool) -> Deel | None:
    """The line of a list that holds this text in this column, scrolled into view; its tick box with ``vakje``."""
    lijst = zoek(doel)
    if not isinstance(lijst, QAbstractItemView):
        return None
    for index in _indexen(lijst.model(), QModelIndex()):
        cel = index.siblingAtColumn(kolom)
        if tekst in str(cel.data() or ""):
            lijst.scrollTo(cel)
            vlak = lijst.visualRect(cel)
            if vlak.isEmpty():
                return None
            punt = QPoint(vlak.left() + _VAKJE, vlak.center().y()) if vakje else _midden(vlak, lijst)
            stand = cel.data(Qt.ItemDataRole.CheckStateRole)
            gekozen = None if stand is None else Qt.CheckState(stand) is Qt.CheckState.Checked
            return _deel(lijst.viewport(), punt, lijst, tekst=str(cel.data() or ""), gekozen=gekozen)
    return None


def vind_keuze(tekst: str) -> Deel | None:
    """The line with this text in the menu that is open."""
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return None
    for keuze in menu.actions():
        if keuze.isVisible() and keuze.text().replace("&", "") == tekst:
            return _deel(menu, menu.actionGeometry(keuze).center(), menu, tekst=tekst)
    return None


def vind_tab(doel: str, tekst: str) -> Deel | None:
    """The tab with this text in this bar of tabs."""
    balk = zoek(doel)
    if not isinstance(balk, QTabBar):
        return None
    plek = next((nr for nr in range(balk.count()) if balk.tabText(nr).replace("&", "") == tekst), None)
    return None if plek is None else _deel(balk, balk.tabRect(plek).center(), balk, tekst=tekst)


def regels(doel: str, kolom: int = 0) -> list[str]:
    """What stands in one column of a list or table, from top to bottom."""
    lijst = zoek(doel)
    if not isinstance(lijst, QAbstractItemView):
        return []
    return [str(index.siblingAtColumn(kolom).data() or "") for index in _indexen(lijst.model(), QModelIndex())]


def met_focus() -> str:
    """The object name, or else the class, of the part that gets the keys; empty when none does."""
    deel = QApplication.focusWidget()
    return "" if deel is None else deel.objectName() or type(deel).__name__


def pagina() -> str:
    """The object name of the page that the main window shows."""
    stapel = zoek("hoofdvenster > paginas")
    huidig = stapel.currentWidget() if isinstance(stapel, QStackedWidget) else None
    if isinstance(huidig, QScrollArea):  # a page stands in a frame of its own
        huidig = huidig.widget()
    return "" if huidig is None else huidig.objectName()


def is_pagina(naam: str) -> bool:
    """Whether this is the page that is shown."""
    return pagina() == naam


def nummer_van(naam: str) -> int:
    """The number with which Ctrl goes to the page of this name; 0 while the main window is not there."""
    venster = zoek("hoofdvenster")
    if not isinstance(venster, Hoofdvenster):
        return 0
    return [f"{sleutel}_pagina" for sleutel in venster._invoer].index(naam) + 1


def andere_pagina(eerder: tuple[str, ...]) -> str:
    """The page that is shown, once it is none of these."""
    naam = pagina()
    return "" if naam in eerder else naam


def is_actief(doel: str) -> bool:
    """Whether the window of this part is the one that gets the keys, and not one that is on its way out."""
    deel = zoek(doel)
    return deel is not None and deel.window().isActiveWindow()


def krijgt_toetsen() -> bool:
    """Whether a key would come anywhere: a window of ours is active."""
    return QApplication.activeWindow() is not None or QApplication.activePopupWidget() is not None


def is_te_sluiten() -> bool:
    """Whether the window that gets the keys stays until it is closed; one with progress goes by itself."""
    actief = QApplication.activeWindow()
    return actief is not None and actief.isVisible() and actief.objectName() != "voortgangsvenster"


def staat_ergens(zin: str) -> bool:
    """Whether a label that can be seen in any window says this; in this module nothing is loaded for it."""
    labels = [label for venster in _bovenste() for label in venster.findChildren(QLabel)]
    return any(zin in label.text() for label in labels if label.isVisible())


def bewaar_beeld(pad: str) -> bool:
    """A picture of the whole screen."""
    return QApplication.primaryScreen().grabWindow(0).save(pad)


def zoek(doel: str) -> QWidget | None:
    """The widget that is meant; for questions of a scenario's own. Raises LookupError when two are meant."""
    bij: list[QWidget] = _bovenste()
    for stap in doel.split(" > "):
        bij = [deel for ouder in bij for deel in _binnen(ouder, stap.strip())]
        bij = list(dict.fromkeys(bij))
    if len(bij) > 1:
        vooraan = QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()
        bij = [deel for deel in bij if vooraan is None or deel.window() is vooraan.window()] or bij
    if len(bij) > 1:
        raise LookupError(f"{len(bij)} delen in beeld heten {doel!r}")
    return bij[0] if bij else None


def _bovenste() -> list[QWidget]:
    return [deel for deel in QApplication.topLevelWidgets() if deel.isVisible()]


def _binnen(ouder: QWidget, stap: str) -> Iterator[QWidget]:
    if stap.startswith("="):
        soorten: tuple[type[QWidget], ...] = (QAbstractButton, QLabel)
        kandidaten = [deel for soort in soorten for deel in ouder.findChildren(soort) if _tekst(deel) == stap[1:]]
    else:
        kandidaten = [*([ouder] if ouder.objectName() == stap else []), *ouder.findChildren(QWidget, stap)]
    yield from (deel for deel in kandidaten if deel.isVisible())


def _tekst(deel: QWidget) -> str:
    match deel:
        case QAbstractButton():
            return deel.text().replace("&", "")
        case QLabel() | QLineEdit():
            return deel.text()
        case QMessageBox():
            return "\n".join(filter(None, (deel.text(), deel.informativeText())))
        case QComboBox():
            return deel.currentText()
        case QTextEdit() | QPlainTextEdit():
            return deel.toPlainText()
    tekst = getattr(deel, "tekst", None)
    return str(tekst()) if callable(tekst) else ""


def _gekozen(deel: QWidget) -> bool | None:
    return deel.isChecked() if isinstance(deel, QAbstractButton) and deel.isCheckable() else None


def _in_beeld(widget: QWidget) -> None:
    ouder = widget.parentWidget()
    while ouder is not None:
        if isinstance(ouder, QScrollArea) and ouder.widget() is not None and ouder.widget().isAncestorOf(widget):
            ouder.ensureWidgetVisible(widget)
        ouder = ouder.parentWidget()


def _midden(vlak: QRect, lijst: QAbstractItemView) -> QPoint:
    return vlak.intersected(lijst.viewport().rect()).center()


def _indexen(model: QAbstractItemModel, ouder: QModelIndex) -> Iterator[QModelIndex]:
    for rij in range(model.rowCount(ouder)):
        index = model.index(rij, 0, ouder)
        yield index
        yield from _indexen(model, index)


def _deel(widget: QWidget, punt: QPoint, bron: QWidget, *, tekst: str = "", gekozen: bool | None = None) -> Deel:
    plek = widget.mapToGlobal(punt)
    schaal = widget.devicePixelRatioF()
    raak = QApplication.widgetAt(plek)
    venster = widget.window()
    vooraan = venster.isActiveWindow() or venster is QApplication.activePopupWidget()
    focus = QApplication.focusWidget()
    return Deel(
        naam=bron.objectName(),
        soort=type(bron).__name__,
        tekst=tekst or _tekst(bron),
        x=round(plek.x() * schaal),
        y=round(plek.y() * schaal),
        breed=widget.width(),
        hoog=widget.height(),
        aan=bron.isEnabled(),
        bereikbaar=vooraan and raak is not None and (raak is widget or widget.isAncestorOf(raak)),
        focus=focus is not None and (focus is bron or bron.isAncestorOf(focus)),
        gekozen=_gekozen(bron) if gekozen is None else gekozen,
    )


def maak_leesbaar() -> bool:
    """Undo that the memory cannot be read from outside: a trial looks into it, whoever runs it.

    Here and not in the scenario: a question brings its module into the application, with every word that stands in it.
    """
    return ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0) == 0


def bladzijden(doel: str) -> int:
    """How many pages the document in this view has, once it has been read."""
    beeld = zoek(doel)
    return beeld.document().pageCount() if isinstance(beeld, QPdfView) else 0
