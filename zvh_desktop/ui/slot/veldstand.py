"""What stands in the fields of a dialog, and where the caret is: taken out at the lock, put back after it.

It looks at the widgets, not at the dialog, so that it holds for every dialog there is and for every one to come. A
password or a key is never taken along: such a field comes back empty.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTabWidget,
    QTreeWidget,
    QWidget,
)

from zvh_desktop.ui.na_afloop import gaat_weg
from zvh_desktop.ui.slot.veldsoorten import caret, heeft_basis, lees, leest_bij, staat_zelf, zet, zet_caret

_BINNENIN = (QComboBox, QAbstractSpinBox, QCalendarWidget, QLineEdit, QAbstractItemView)
"""What stands within these is theirs: a field is taken as a whole."""
_TEKSTVELDEN = frozenset({"Tekstveld", "QPlainTextEdit"})


@dataclass(frozen=True, slots=True)
class Dialoogstand:
    """The fields by their place in the dialog, and the caret: which field, from where to where."""

    velden: dict[str, object]
    toetsplek: str
    anker: int
    plaats: int


def lees_stand(binnen: QWidget) -> Dialoogstand:
    """What stands in the fields within this widget now."""
    gevonden, toetsplek, anker, plaats = {}, "", 0, 0
    toets = binnen.focusWidget()
    for sleutel, veld in _velden(binnen):
        stand = lees(veld)
        if stand is not None:
            gevonden[sleutel] = stand
        if veld is toets:
            toetsplek, (anker, plaats) = sleutel, caret(veld)
    return Dialoogstand(gevonden, toetsplek, anker, plaats)


def lees_begin(binnen: QWidget) -> dict[str, object]:
    """As it opens: also a text that can only be read so far, since a choice may make it one to write in."""
    vast = {
        sleutel: veld.toPlainText()
        for sleutel, veld in _velden(binnen)
        if isinstance(veld, QPlainTextEdit) and veld.isReadOnly()
    }
    return {**vast, **lees_stand(binnen).velden}


def veldnamen(binnen: QWidget) -> dict[str, str]:
    """By the same keys what each field is called."""
    return {sleutel: naam for sleutel, veld in _velden(binnen) if (naam := _naam(veld))}


def _naam(veld: QWidget) -> str:
    if veld.accessibleName() or not isinstance(veld, QAbstractButton):
        return veld.accessibleName()
    return veld.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def keuzegroepen(binnen: QWidget) -> tuple[frozenset[str], ...]:
    """The keys of buttons of which one at a time is on: together they are one choice."""
    groepen: dict[object, set[str]] = {}
    for sleutel, veld in _velden(binnen):
        if isinstance(veld, QAbstractButton) and veld.isCheckable():
            groep = veld.group()
            if groep.exclusive() if groep is not None else veld.autoExclusive():
                groepen.setdefault(groep or veld.parentWidget(), set()).add(sleutel)
    return tuple(frozenset(sleutels) for sleutels in groepen.values())


def herstel_stand(binnen: QWidget, stand: Dialoogstand) -> None:
    """Put everything back. Twice: one field may fill or show another."""
    for _keer in range(2):
        for sleutel, veld in _velden(binnen):
            if sleutel in stand.velden and lees(veld) != stand.velden[sleutel]:
                zet(veld, stand.velden[sleutel])
    for sleutel, veld in _velden(binnen):
        if sleutel == stand.toetsplek:
            veld.setFocus()
            zet_caret(veld, stand.anker, stand.plaats)


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
    bases = ((sleutel, veld.basis()) for sleutel, veld in _velden(binnen) if heeft_basis(veld))
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
        if sleutel in sleutels and leest_bij(veld):
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
        if leest_bij(veld) and sleutel not in velden:
            veld.toon_gelezen()
    herstel_stand(binnen, Dialoogstand(dict(velden), "", 0, 0))
    for _sleutel, veld in _velden(binnen):
        if leest_bij(veld):  # what both made the same of it
            veld.toon_gelezen()
    for sleutel, veld in _velden(binnen):
        if sleutel in velden and isinstance(veld, QLineEdit):
            veld.setModified(True)
        if sleutel == stand.toetsplek:
            veld.setFocus()
            oud, nieuw = stand.velden.get(sleutel), lees(veld)
            plekken = (stand.anker, stand.plaats)
            if isinstance(oud, str) and isinstance(nieuw, str):
                plekken = (_zelfde_plek(oud, nieuw, stand.anker), _zelfde_plek(oud, nieuw, stand.plaats))
            zet_caret(veld, *plekken)


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
        if isinstance(ouder, _BINNENIN) or staat_zelf(ouder):
            return True
        ouder = ouder.parentWidget()
    return False
