"""What stands in the fields of a dialog, and where the caret is: taken out at the lock, put back after it.

It looks at the widgets, not at the dialog, so that it holds for every dialog there is and for every one to come. A
password or a key is never taken along: such a field comes back empty.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from typing import Protocol, TypeGuard, cast, runtime_checkable

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QDateTimeEdit,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSpinBox,
    QTabWidget,
    QTreeWidget,
    QWidget,
)

from zvh_desktop.ui.na_afloop import gaat_weg
from zvh_desktop.ui.widgets.velden.wachtwoordveld import Wachtwoordveld

_BINNENIN = (QComboBox, QAbstractSpinBox, QCalendarWidget, QLineEdit, QAbstractItemView)
"""What stands within these is theirs: a field is taken as a whole."""
_TEKSTVELDEN = frozenset({"Tekstveld", "QPlainTextEdit"})
_KIES_RIJ = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


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
class Dialoogstand:
    """The fields by their place in the dialog, and the caret: which field, from where to where."""

    velden: dict[str, object]
    toetsplek: str
    anker: int
    plaats: int


@functools.cache
def _kan(soort: Hashable, wat: type) -> bool:
    """Asked of each widget of a page, many times: looked up once of each kind."""
    return issubclass(cast(type, soort), wat)


def _staat_zelf(veld: QWidget) -> TypeGuard[HeeftVeldstand]:
    return _kan(cast(Hashable, type(veld)), HeeftVeldstand)


def _heeft_basis(veld: QWidget) -> TypeGuard[HeeftBasis]:
    return _kan(cast(Hashable, type(veld)), HeeftBasis)


def _leest_bij(veld: QWidget) -> TypeGuard[LeestBij]:
    return _kan(cast(Hashable, type(veld)), LeestBij)


def lees_stand(binnen: QWidget) -> Dialoogstand:
    """What stands in the fields within this widget now."""
    gevonden, toetsplek, anker, plaats = {}, "", 0, 0
    toets = binnen.focusWidget()
    for sleutel, veld in _velden(binnen):
        stand = _lees(veld)
        if stand is not None:
            gevonden[sleutel] = stand
        if veld is toets:
            toetsplek, (anker, plaats) = sleutel, _caret(veld)
    return Dialoogstand(gevonden, toetsplek, anker, plaats)


def herstel_stand(binnen: QWidget, stand: Dialoogstand) -> None:
    """Put everything back. Twice: one field may fill or show another."""
    for _keer in range(2):
        for sleutel, veld in _velden(binnen):
            if sleutel in stand.velden and _lees(veld) != stand.velden[sleutel]:
                _zet(veld, stand.velden[sleutel])
    for sleutel, veld in _velden(binnen):
        if sleutel == stand.toetsplek:
            veld.setFocus()
            _zet_caret(veld, stand.anker, stand.plaats)


def lees_invoer(binnen: QWidget) -> Dialoogstand:
    """The same, of the fields in which something is filled in: not what is chosen in a table or among tabs."""
    stand = lees_stand(binnen)
    gevonden = {
        sleutel: stand.velden[sleutel]
        for sleutel, veld in _velden(binnen)
        if sleutel in stand.velden and not isinstance(veld, QAbstractItemView | QTabWidget)
    }
    return Dialoogstand(gevonden, stand.toetsplek, stand.anker, stand.plaats)


def invoer_binnen(binnen: QWidget, delen: Sequence[QWidget]) -> frozenset[str]:
    """The keys in ``lees_invoer`` of the fields that are one of these parts, or stand in one."""
    return frozenset(
        sleutel for sleutel, veld in _velden(binnen) if any(deel is veld or deel.isAncestorOf(veld) for deel in delen)
    )


def tekstbases(binnen: QWidget) -> dict[str, object]:
    """By the same keys on what was typed in each text that saves itself: it knows that by itself."""
    bases = ((sleutel, veld.basis()) for sleutel, veld in _velden(binnen) if _heeft_basis(veld))
    return {sleutel: basis for sleutel, basis in bases if basis is not None}


def waarover(binnen: QWidget) -> dict[str, tuple[object, ...]]:
    """By the same keys the numbers of what a field is about, as the parts in which it stands hold them."""
    return {sleutel: tuple(_nummers_boven(veld, binnen)) for sleutel, veld in _velden(binnen)}


def _nummers_boven(veld: QWidget, binnen: QWidget) -> Iterator[tuple[str, object]]:
    deel: QWidget | None = veld
    while deel is not None:
        for naam, waarde in vars(deel).items():
            if naam.endswith("_id") and (waarde is None or isinstance(waarde, int)):
                yield naam, waarde
            elif is_dataclass(waarde) and isinstance(getattr(waarde, "id", None), int):
                yield naam, waarde.id  # type: ignore[union-attr]
        deel = deel.parentWidget() if deel is not binnen else None


def laat_los(binnen: QWidget, sleutels: Collection[str]) -> None:
    """These texts are about something else than before: nothing comes back to what stood there."""
    for sleutel, veld in _velden(binnen):
        if sleutel in sleutels and _leest_bij(veld):
            veld.toon_gelezen(ander=True)


def merk_getypt(binnen: QWidget, sleutels: Collection[str]) -> None:
    """In these lines something was typed that is not stored: of a line nobody but Qt keeps that."""
    for sleutel, veld in _velden(binnen):
        if sleutel in sleutels and isinstance(veld, QLineEdit):
            veld.setModified(True)


def is_tekst(sleutel: str) -> bool:
    """Whether this key is that of a field with a text of more than one line."""
    return sleutel.partition("|")[0] in _TEKSTVELDEN


def herstel_invoer(binnen: QWidget, stand: Dialoogstand, velden: Mapping[str, object]) -> None:
    """Put these values back as what was typed, and the caret in the line in which it stood in ``stand``."""
    for sleutel, veld in _velden(binnen):
        if _leest_bij(veld) and sleutel not in velden:
            veld.toon_gelezen()
    herstel_stand(binnen, Dialoogstand(dict(velden), "", 0, 0))
    for _sleutel, veld in _velden(binnen):
        if _leest_bij(veld):  # what both made the same of it
            veld.toon_gelezen()
    for sleutel, veld in _velden(binnen):
        if sleutel in velden and isinstance(veld, QLineEdit):
            veld.setModified(True)
        if sleutel == stand.toetsplek:
            veld.setFocus()
            oud, nieuw = stand.velden.get(sleutel), _lees(veld)
            plekken = (stand.anker, stand.plaats)
            if isinstance(oud, str) and isinstance(nieuw, str):
                plekken = (_zelfde_plek(oud, nieuw, stand.anker), _zelfde_plek(oud, nieuw, stand.plaats))
            _zet_caret(veld, *plekken)


def _zelfde_plek(oud: str, nieuw: str, plaats: int) -> int:
    """The same place in the same line, which may stand further on by now."""
    if oud == nieuw:
        return plaats
    voor = oud[:plaats].split("\n")
    nummer, kolom = len(voor) - 1, len(voor[-1])
    regel, regels = oud.split("\n")[nummer], nieuw.split("\n")
    waar = [plek for plek, een in enumerate(regels) if een == regel]
    if not waar:
        return min(plaats, len(nieuw))
    dichtbij = min(waar, key=lambda plek: abs(plek - nummer))
    return sum(len(een) + 1 for een in regels[:dichtbij]) + kolom


def wis_velden(binnen: QWidget) -> None:
    """Leave nothing readable in a dialog that is about to go; nobody is told, so nothing is saved or computed."""
    for deel in (binnen, *binnen.findChildren(QWidget)):
        with QSignalBlocker(deel):
            if isinstance(deel, QPlainTextEdit):
                document = QSignalBlocker(deel.document())
                deel.clear()
                deel.document().clearUndoRedoStacks()
                document.unblock()
            elif isinstance(deel, QLineEdit | QLabel | QListWidget | QTreeWidget):
                deel.clear()
    binnen.setWindowTitle("")


def _velden(binnen: QWidget) -> Iterator[tuple[str, QWidget]]:
    geteld: dict[str, int] = {}
    for veld in (binnen, *binnen.findChildren(QWidget)):
        # Of a box that is on its way out a page that was read again has another by the same name.
        if veld is not binnen and (gaat_weg(veld) or _hoort_bij_een_ander(veld, binnen)):
            continue
        naam = "|".join((type(veld).__name__, veld.objectName(), veld.accessibleName()))
        geteld[naam] = geteld.get(naam, 0) + 1
        yield f"{naam}|{geteld[naam]}", veld


def _hoort_bij_een_ander(veld: QWidget, binnen: QWidget) -> bool:
    ouder = veld.parentWidget()
    while ouder is not None:
        if ouder is binnen:
            # a field that is taken by itself is taken as a whole
            return isinstance(binnen, _BINNENIN)
        if isinstance(ouder, _BINNENIN) or _staat_zelf(ouder):
            return True
        ouder = ouder.parentWidget()
    return False


def _geheim(veld: QWidget) -> bool:
    return isinstance(veld, Wachtwoordveld) or (
        isinstance(veld, QLineEdit) and veld.echoMode() is not QLineEdit.EchoMode.Normal
    )


def _lees(veld: QWidget) -> object:
    if _staat_zelf(veld):
        return veld.veldstand()
    if _geheim(veld):
        return None
    for soort, lees, _zetten in _SOORTEN:
        if isinstance(veld, soort):
            return lees(veld)
    return None


def _zet(veld: QWidget, stand: object) -> None:
    if _staat_zelf(veld):
        veld.herstel_veldstand(stand)
        return
    for soort, _lezen, zet in _SOORTEN:
        if isinstance(veld, soort):
            zet(veld, stand)
            return


def _lees_tekst(veld: QPlainTextEdit) -> object:
    if veld.isReadOnly():
        return None
    return veld.gelezen() if _leest_bij(veld) else veld.toPlainText()


def _zet_tekst(veld: QPlainTextEdit, tekst: str) -> None:
    if _leest_bij(veld):
        veld.toon_gelezen(tekst)
    else:
        veld.setPlainText(tekst)


def _lees_keuze(veld: QComboBox) -> object:
    return (veld.currentIndex(), veld.currentText())


def _zet_keuze(veld: QComboBox, stand: tuple[int, str]) -> None:
    rij, tekst = stand
    if not veld.isEditable() and veld.itemText(rij) != tekst:
        rij = veld.findText(tekst)
    if rij >= 0:
        veld.setCurrentIndex(rij)
    if veld.isEditable():
        veld.setEditText(tekst)


def _lees_moment(veld: QDateTimeEdit) -> object:
    return veld.dateTime().toString(Qt.DateFormat.ISODate)


def _zet_moment(veld: QDateTimeEdit, stand: str) -> None:
    veld.setDateTime(type(veld.dateTime()).fromString(stand, Qt.DateFormat.ISODate))


def _lees_knop(veld: QAbstractButton) -> object:
    return veld.isChecked() if veld.isCheckable() else None


def _lees_lijst(veld: QListWidget) -> object:
    vinken = [veld.item(rij).checkState() is Qt.CheckState.Checked for rij in range(veld.count())]
    return (vinken, veld.currentRow())


def _zet_lijst(veld: QListWidget, stand: tuple[list[bool], int]) -> None:
    vinken, rij = stand
    for nummer, aan in enumerate(vinken[: veld.count()]):
        regel = veld.item(nummer)
        if regel.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            regel.setCheckState(Qt.CheckState.Checked if aan else Qt.CheckState.Unchecked)
    if rij < veld.count():  # a list that became shorter keeps the line it began with
        veld.setCurrentRow(rij)


def _lees_tabel(veld: QAbstractItemView) -> object:
    keuze = veld.selectionModel()
    huidig = veld.currentIndex()
    return (sorted({index.row() for index in keuze.selectedIndexes()}), huidig.row(), huidig.column())


def _zet_tabel(veld: QAbstractItemView, stand: tuple[list[int], int, int]) -> None:
    rijen, rij, kolom = stand
    model, keuze = veld.model(), veld.selectionModel()
    keuze.setCurrentIndex(model.index(rij, kolom), QItemSelectionModel.SelectionFlag.NoUpdate)
    keuze.clearSelection()
    for gekozen in rijen:
        keuze.select(model.index(gekozen, 0), _KIES_RIJ)


_SOORTEN: tuple[tuple[type, Callable[..., object], Callable[..., object]], ...] = (
    (QLineEdit, QLineEdit.text, QLineEdit.setText),
    (QPlainTextEdit, _lees_tekst, _zet_tekst),
    (QComboBox, _lees_keuze, _zet_keuze),
    (QSpinBox, QSpinBox.value, QSpinBox.setValue),
    (QDateTimeEdit, _lees_moment, _zet_moment),
    (QAbstractButton, _lees_knop, QAbstractButton.setChecked),
    (QListWidget, _lees_lijst, _zet_lijst),
    (QAbstractItemView, _lees_tabel, _zet_tabel),
    (QTabWidget, QTabWidget.currentIndex, QTabWidget.setCurrentIndex),
)


def _regel(veld: QWidget) -> QLineEdit | None:
    """The line in which one types: the field itself, or the one within it."""
    if isinstance(veld, QLineEdit):
        return veld
    if isinstance(veld, QComboBox):
        return veld.lineEdit()
    if isinstance(veld, QAbstractSpinBox):
        return next((deel for deel in veld.children() if isinstance(deel, QLineEdit)), None)
    return None


def _caret(veld: QWidget) -> tuple[int, int]:
    regel = _regel(veld)
    if isinstance(veld, QPlainTextEdit):
        return veld.textCursor().anchor(), veld.textCursor().position()
    if regel is None or _geheim(regel):
        return 0, 0
    plaats, begin = regel.cursorPosition(), regel.selectionStart()
    if begin < 0:
        return plaats, plaats
    return (regel.selectionEnd() if plaats == begin else begin), plaats


def _zet_caret(veld: QWidget, anker: int, plaats: int) -> None:
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
