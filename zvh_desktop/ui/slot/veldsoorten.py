"""How each kind of field is read and put back, and where the caret is in it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Protocol, TypeGuard, cast, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSpinBox,
    QTabWidget,
    QWidget,
)

from zvh_desktop.ui.slot.lijststand import (
    Keuzestand,
    Lijststand,
    Rijenstand,
    lees_keuze,
    lees_lijst,
    lees_tabel,
    zet_keuze,
    zet_lijst,
    zet_tabel,
)
from zvh_desktop.ui.widgets.velden.wachtwoordveld import Wachtwoordveld


@runtime_checkable
class HeeftVeldstand(Protocol):
    """A field of our own that knows better what has to come back."""

    def veldstand(self) -> object:
        """What stands in it, as plain values."""

    def herstel_veldstand(self, stand: object) -> None:
        """Put it back."""


@runtime_checkable
class HeeftBasis(Protocol):
    """A text of our own that knows what was stored when it was typed on."""

    def basis(self) -> str | None:
        """The text as it was loaded, or last saved; None where it does not save itself."""


@runtime_checkable
class LeestBij(Protocol):
    """A text of our own that takes in what a colleague wrote as one step, which can be undone."""

    def gelezen(self) -> str:
        """What was read meanwhile and waits to be shown; else what stands in it."""

    def toon_gelezen(self, tekst: str | None = None, *, ander: bool = False) -> None:
        """Show that, or this text with it; ``ander``: it is about something else, so what stood here is forgotten."""


@dataclass(frozen=True, slots=True)
class Momentstand:
    """A date or a time, and how it was shown."""

    iso: str
    getoond: str = field(compare=False)


@functools.cache
def _kan(soort: Hashable, wat: type) -> bool:
    """Asked of each widget of a page, many times: looked up once of each kind."""
    return issubclass(cast(type, soort), wat)


def staat_zelf(veld: QWidget) -> TypeGuard[HeeftVeldstand]:
    """Whether it knows better."""
    return _kan(cast(Hashable, type(veld)), HeeftVeldstand)


def heeft_basis(veld: QWidget) -> TypeGuard[HeeftBasis]:
    """Whether it knows on what was typed."""
    return _kan(cast(Hashable, type(veld)), HeeftBasis)


def leest_bij(veld: QWidget) -> TypeGuard[LeestBij]:
    """Whether it takes in what a colleague wrote."""
    return _kan(cast(Hashable, type(veld)), LeestBij)


def geheim(veld: QWidget) -> bool:
    """Whether what stands in it is never taken along."""
    return isinstance(veld, Wachtwoordveld) or (
        isinstance(veld, QLineEdit) and veld.echoMode() is not QLineEdit.EchoMode.Normal
    )


def lees(veld: QWidget) -> object:
    """What stands in it, as plain values; None where there is nothing to fill in."""
    if staat_zelf(veld):
        return veld.veldstand()
    if geheim(veld):
        return None
    for soort, _stand, lezen, _zetten in _SOORTEN:
        if isinstance(veld, soort):
            return lezen(veld)
    return None


def zet(veld: QWidget, stand: object) -> None:
    """Put this back in it."""
    if staat_zelf(veld):
        veld.herstel_veldstand(stand)
        return
    for soort, vorm, _lezen, zetten in _SOORTEN:
        if isinstance(veld, soort):
            if isinstance(stand, vorm):
                zetten(veld, stand)
            return


def _lees_tekst(veld: QPlainTextEdit) -> object:
    if veld.isReadOnly():
        return None
    return veld.gelezen() if leest_bij(veld) else veld.toPlainText()


def _zet_tekst(veld: QPlainTextEdit, tekst: str) -> None:
    if leest_bij(veld):
        veld.toon_gelezen(tekst)
    else:
        veld.setPlainText(tekst)


def _lees_moment(veld: QDateTimeEdit) -> object:
    return Momentstand(veld.dateTime().toString(Qt.DateFormat.ISODate), veld.text())


def _zet_moment(veld: QDateTimeEdit, stand: Momentstand) -> None:
    veld.setDateTime(type(veld.dateTime()).fromString(stand.iso, Qt.DateFormat.ISODate))


def _lees_knop(veld: QAbstractButton) -> object:
    return veld.isChecked() if veld.isCheckable() else None


_SOORTEN: tuple[tuple[type, type, Callable[..., object], Callable[..., object]], ...] = (
    (QLineEdit, str, QLineEdit.text, QLineEdit.setText),
    (QPlainTextEdit, str, _lees_tekst, _zet_tekst),
    (QComboBox, Keuzestand, lees_keuze, zet_keuze),
    (QSpinBox, int, QSpinBox.value, QSpinBox.setValue),
    (QDateTimeEdit, Momentstand, _lees_moment, _zet_moment),
    (QAbstractButton, bool, _lees_knop, QAbstractButton.setChecked),
    (QListWidget, Lijststand, lees_lijst, zet_lijst),
    (QAbstractItemView, Rijenstand, lees_tabel, zet_tabel),
    (QTabWidget, int, QTabWidget.currentIndex, QTabWidget.setCurrentIndex),
)
"""Of each kind what stands in it, and how; what a version before this one kept of it otherwise is let go."""


def _regel(veld: QWidget) -> QLineEdit | None:
    """The line in which one types: the field itself, or the one within it."""
    if isinstance(veld, QLineEdit):
        return veld
    if isinstance(veld, QComboBox):
        return veld.lineEdit()
    if isinstance(veld, QAbstractSpinBox):
        return next((deel for deel in veld.children() if isinstance(deel, QLineEdit)), None)
    return None


def caret(veld: QWidget) -> tuple[int, int]:
    """From where to where the caret reaches."""
    regel = _regel(veld)
    if isinstance(veld, QPlainTextEdit):
        return veld.textCursor().anchor(), veld.textCursor().position()
    if regel is None or geheim(regel):
        return 0, 0
    plaats, begin = regel.cursorPosition(), regel.selectionStart()
    if begin < 0:
        return plaats, plaats
    return (regel.selectionEnd() if plaats == begin else begin), plaats


def zet_caret(veld: QWidget, anker: int, plaats: int) -> None:
    """Let it reach from there to there."""
    regel = _regel(veld)
    if isinstance(veld, QPlainTextEdit):
        einde = veld.document().characterCount() - 1
        aanwijzer = veld.textCursor()
        aanwijzer.setPosition(min(anker, einde))
        aanwijzer.setPosition(min(plaats, einde), QTextCursor.MoveMode.KeepAnchor)
        veld.setTextCursor(aanwijzer)
    elif regel is not None:
        regel.deselect()
        regel.setCursorPosition(anker)
        if plaats != anker:
            regel.setSelection(anker, plaats - anker)
