"""Looks over a window for what makes it hard to use: missing names, cut-off text, the same letter twice, out of view.

Used by the tests on every screen; part of the application so that new screens are written against it.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from zvh_desktop.ui.na_afloop import gaat_weg
from zvh_desktop.ui.uiterlijk.letters import zonder_letter

_SPELING = 1
"""Rounding at fractional scales may cost one device-independent pixel."""
_RONDEN = 3
_DOEL = 24
_REGELKNOP = "regel_knop"
_MINSTENS = 0.5
"""Of a control at least this part has to be in view."""


def _delen(venster: QWidget) -> Iterator[QWidget]:
    yield from (deel for deel in venster.findChildren(QWidget) if deel.isVisibleTo(venster))


def _van_qt(deel: QWidget) -> bool:
    """Parts that Qt makes inside its own widgets: the editor of a combo box, the viewport of a list."""
    ouder = deel.parentWidget()
    if deel.objectName().startswith("qt_"):
        return True
    if isinstance(ouder, QLineEdit | QAbstractSpinBox):
        return True
    return isinstance(ouder, QAbstractScrollArea) and deel.metaObject().className() == "QTableCornerButton"


def naamlozen(venster: QWidget) -> list[str]:
    """Visible widgets that take the keyboard and have no accessible name."""
    gevonden = []
    for deel in _delen(venster):
        if deel.focusPolicy() & Qt.FocusPolicy.TabFocus and not _van_qt(deel) and not deel.accessibleName():
            gevonden.append(f"{type(deel).__name__} {deel.objectName() or '(zonder objectnaam)'}")
    return gevonden


def _bedient(deel: QWidget) -> bool:
    return isinstance(deel, QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox) and not _van_qt(deel)


def kleine_doelen(venster: QWidget) -> list[str]:
    """Controls that are harder to point at than they may be (WCAG 2.2, 2.5.8)."""
    return [
        f"{type(deel).__name__} {deel.objectName() or deel.accessibleName()}: {deel.width()}x{deel.height()}"
        for deel in _delen(venster)
        if _bedient(deel)
        and not isinstance(deel.parentWidget(), QComboBox)
        and (deel.width() < _DOEL or deel.height() < _DOEL)
        and not deel.visibleRegion().isEmpty()
    ]


def _verdwijnt(deel: QWidget) -> bool:
    huidig: QWidget | None = deel
    while huidig is not None and not gaat_weg(huidig):
        huidig = huidig.parentWidget()
    return huidig is not None


def dubbele_namen(venster: QWidget) -> list[str]:
    """Controls that a screen reader calls the same, so that one cannot tell which of them one is at.

    A rule that is asked for twice is the same text; a field within a pick list has the name of the list.
    """
    gezien: dict[str, str] = {}
    dubbel = []
    for deel in _delen(venster):
        if not _bedient(deel) or isinstance(deel.parentWidget(), QComboBox) or deel.objectName() == _REGELKNOP:
            continue
        if _verdwijnt(deel):
            continue
        naam = deel.accessibleName() or (zonder_letter(deel.text()) if isinstance(deel, QAbstractButton) else "")
        if naam and naam in gezien:
            dubbel.append(f"'{naam}': {gezien[naam]} en {deel.objectName()}")
        gezien[naam] = deel.objectName()
    return dubbel


def naam_zonder_label(venster: QWidget) -> list[str]:
    """Buttons that are not called what stands on them: who speaks to the computer says what he sees (WCAG 2.5.3).

    A number before the words is the key that presses it.
    """
    return [
        f"'{tekst}' heet '{deel.accessibleName()}'"
        for deel in _delen(venster)
        if isinstance(deel, QAbstractButton)
        and deel.accessibleName()
        and (tekst := " ".join(zonder_letter(deel.text()).lstrip("0123456789").rstrip("…:. ").split()))
        and tekst.casefold() not in deel.accessibleName().casefold()
    ]


def _afgekapt(deel: QWidget) -> bool:
    if isinstance(deel, QLabel):
        if not deel.text():
            return False
        if deel.wordWrap():
            return deel.height() + _SPELING < deel.heightForWidth(deel.width())
        nodig = deel.sizeHint()
        smal = deel.width() + _SPELING < nodig.width()
        return smal or deel.height() + _SPELING < deel.minimumSizeHint().height()
    if isinstance(deel, QPushButton | QToolButton | QCheckBox | QRadioButton):
        nodig = deel.minimumSizeHint() if isinstance(deel, QPushButton) else deel.sizeHint()
        return deel.width() + _SPELING < nodig.width() or deel.height() + _SPELING < nodig.height()
    if isinstance(deel, QLineEdit | QComboBox | QAbstractSpinBox):
        return deel.height() + _SPELING < deel.minimumSizeHint().height()
    return False


def afgekapte_teksten(venster: QWidget) -> list[str]:
    """Visible labels, buttons and fields that are smaller than their text needs."""
    gevonden = []
    for deel in _delen(venster):
        binnen_keuze = isinstance(deel.parentWidget(), QComboBox)
        if not binnen_keuze and not _van_qt(deel) and _afgekapt(deel):
            tekst = deel.text() if isinstance(deel, QLabel | QAbstractButton) else deel.objectName()
            gevonden.append(
                f"{type(deel).__name__} '{tekst}': {deel.width()}x{deel.height()}, "
                f"nodig {deel.sizeHint().width()}x{deel.sizeHint().height()}"
            )
    return gevonden


def _bedienbaar(deel: QWidget) -> bool:
    knop_of_veld = QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox | QAbstractScrollArea
    return isinstance(deel, knop_of_veld) and not isinstance(deel, QScrollArea) and bool(deel.focusPolicy())


def _deel_in_beeld(deel: QWidget, venster: QWidget) -> float:
    """Which part is within all that it stands in; what one can scroll down to counts, what is sideways does not."""
    vlak = deel.rect()
    heel = vlak.width() * vlak.height()
    huidig = deel
    hoog = 1.0
    while heel and not huidig.isWindow() and huidig is not venster and (ouder := huidig.parentWidget()) is not None:
        rol = ouder.parentWidget()
        vlak = vlak.translated(huidig.pos())
        if isinstance(rol, QScrollArea) and rol.viewport() is ouder and rol.widget() is huidig:
            hoog = min(hoog, ouder.height() / min(deel.height(), deel.minimumSizeHint().height() or 1))
            vlak.moveTop(0)  # as if it were scrolled to
            vlak.setHeight(min(vlak.height(), ouder.height()))
            heel = deel.width() * max(1, vlak.height())
        elif isinstance(rol, QAbstractItemView) and rol.viewport() is ouder and huidig is deel:
            vlak.moveTop(0)  # a field in a cell: the table scrolls to its row
        vlak = vlak.intersected(ouder.rect())
        huidig = ouder
    return min(hoog, max(0, vlak.width()) * max(0, vlak.height()) / heel) if heel else 0.0


def buiten_beeld(venster: QWidget) -> list[str]:
    """Controls of which less than half can be seen, nor be scrolled down to."""
    return [
        f"{type(deel).__name__} {deel.objectName() or deel.accessibleName()}"
        for deel in _delen(venster)
        if _bedienbaar(deel) and not _van_qt(deel) and _deel_in_beeld(deel, venster) < _MINSTENS
    ]


def zijwaarts(venster: QWidget) -> list[str]:
    """Parts of a page that have to be scrolled sideways; a table or a document may, a page with fields may not."""
    return [
        f"{type(deel).__name__} {deel.accessibleName()}: {deel.horizontalScrollBar().maximum()} te breed"
        for deel in _delen(venster)
        if isinstance(deel, QScrollArea) and deel.horizontalScrollBar().maximum() > _SPELING
    ]


def _letter(tekst: str) -> str:
    kaal = tekst.replace("&&", "")
    plaats = kaal.find("&")
    return kaal[plaats + 1].casefold() if 0 <= plaats < len(kaal) - 1 else ""


def dubbele_letters(venster: QWidget) -> list[str]:
    """Letters with Alt that are given out twice among what is visible and enabled."""
    gezien: dict[str, str] = {}
    dubbel = []
    for deel in _delen(venster):
        if isinstance(deel, QGroupBox):
            tekst = deel.title()
        elif isinstance(deel, QLabel) and deel.buddy() is None:
            continue
        elif isinstance(deel, QAbstractButton | QLabel):
            tekst = deel.text()
        else:
            continue
        letter = _letter(tekst)
        if not letter or _van_qt(deel):
            continue
        if letter in gezien:
            dubbel.append(f"Alt+{letter.upper()}: '{gezien[letter]}' en '{tekst}'")
        gezien[letter] = tekst
    return dubbel


def bevindingen(venster: QWidget) -> list[str]:
    """Everything found, one sentence each; empty is good."""
    for _ronde in range(_RONDEN):  # a text just set makes room first, and a part that divides its room may ask again
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.LayoutRequest.value))
    return [
        *(f"geen toegankelijke naam: {deel}" for deel in naamlozen(venster)),
        *(f"afgekapt: {deel}" for deel in afgekapte_teksten(venster)),
        *(f"te klein: {deel}" for deel in kleine_doelen(venster)),
        *(f"naam dubbel: {deel}" for deel in dubbele_namen(venster)),
        *(f"naam zonder label: {deel}" for deel in naam_zonder_label(venster)),
        *(f"letter dubbel: {deel}" for deel in dubbele_letters(venster)),
        *(f"buiten beeld: {deel}" for deel in buiten_beeld(venster)),
        *(f"zijwaarts: {deel}" for deel in zijwaarts(venster)),
    ]
