"""What a walk along a screen with the keys alone asks: what there is to reach, and where the keys come."""

from __future__ import annotations

import blik
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.plekken import BijCasus, Onderdeel
from zvh_desktop.ui.main_window import Hoofdvenster

_INVOER = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
_SAMENGESTELD = (QAbstractSpinBox, QComboBox, QTabBar)


def te_bereiken() -> list[tuple[int, str]]:
    """Everything in the active window that can be used now: number and name. What is off cannot be used by anybody."""
    venster = QApplication.activeModalWidget() or _pagina()
    if venster is None:
        return []
    return [(id(deel), naam_van(deel)) for deel in venster.findChildren(QWidget) if _telt(deel)]


def _pagina() -> QWidget | None:
    naam = blik.pagina()
    return blik.zoek(naam) if naam else None


def _telt(deel: QWidget) -> bool:
    if not isinstance(deel, _INVOER) or not deel.isVisible() or not deel.isEnabled() or isinstance(deel, QHeaderView):
        return False
    ouder = deel.parentWidget()
    if isinstance(ouder, _SAMENGESTELD) or (isinstance(deel, QLineEdit) and deel.isReadOnly()):
        return False
    if isinstance(deel, QRadioButton) and deel.autoExclusive() and not deel.isChecked():
        return False  # of a group the arrows go to the others
    if isinstance(ouder, QLineEdit):
        return False  # what stands in a field, such as its calendar, has a key in the field
    if isinstance(deel, QAbstractButton) and deel.focusPolicy() is Qt.FocusPolicy.NoFocus:
        return deel.shortcut().isEmpty() and not _heeft_toets(deel)
    return deel.width() > 1


def _heeft_toets(knop: QAbstractButton) -> bool:
    """A button that the keys do not stop at, since a key of its own does the same."""
    return any(not actie.shortcut().isEmpty() for actie in knop.actions())


def naam_van(deel: QWidget) -> str:
    """As it is called in the code, or else what stands on it."""
    tekst = deel.text() if isinstance(deel, QAbstractButton) else ""
    return deel.objectName() or deel.accessibleName() or tekst or f"{type(deel).__name__} in {_ouders(deel)}"


def _ouders(deel: QWidget) -> str:
    ouder = deel.parentWidget()
    namen: list[str] = []
    while ouder is not None and len(namen) < 4:
        namen.append(ouder.objectName() or type(ouder).__name__)
        ouder = ouder.parentWidget()
    return " < ".join(namen)


def met_toetsen() -> tuple[int, str]:
    """Which part has the keys; a part of a composed field is that field."""
    deel = QApplication.focusWidget()
    if deel is None:
        return 0, ""
    vervanger = deel.focusProxy() or deel
    ouder = vervanger.parentWidget()
    if isinstance(ouder, _SAMENGESTELD):
        vervanger = ouder
    return id(vervanger), naam_van(vervanger)


def is_beheerdeel(sleutel: str) -> bool:
    """Whether this part of Beheer is open."""
    venster = blik.zoek("hoofdvenster")
    if not isinstance(venster, Hoofdvenster):
        return False
    plaats = venster.plaats()
    return plaats is not None and plaats.onderdeel == sleutel


def welk_deel_open() -> Onderdeel | None:
    """What is open on the page that is shown."""
    venster = blik.zoek("hoofdvenster")
    plaats = venster.plaats() if isinstance(venster, Hoofdvenster) else None
    return plaats.onderdeel if plaats is not None else None


def is_stil() -> bool:
    """Whether nothing is read beside the window any more."""
    pagina = _pagina()
    gereedschap = getattr(pagina, "_gereedschap", None)
    return pagina is not None and (gereedschap is None or not gereedschap.taken.bezig())


def is_casus_open() -> bool:
    """Whether a casus is open."""
    return isinstance(welk_deel_open(), BijCasus)


def zijn_er(lijst: str, aantal: int) -> bool:
    """Whether so many lines stand in this list."""
    return len(blik.regels(lijst)) == aantal


def regels_per_tabel() -> dict[str, int]:
    """How many lines each table of the page has, by its name; one without a line gives way to a sentence."""
    pagina = _pagina()
    tabellen = pagina.findChildren(QTableView) if pagina is not None else []
    return {tabel.objectName(): _aantal(tabel) for tabel in tabellen if tabel.objectName()}


def _aantal(tabel: QTableView) -> int:
    model = tabel.model()
    return model.rowCount() if model is not None else 0


def staat_er_meer(voor: dict[str, int]) -> bool:
    """Whether one of the tables has more lines than it had; what was added may bring a line along."""
    nu = regels_per_tabel()
    return any(nu.get(naam, 0) > aantal for naam, aantal in voor.items())


def staat_er_iets_voor() -> bool:
    """Whether a dialog or a menu stands before the window."""
    return QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None


def _diensten() -> Diensten:
    pagina = _pagina()
    diensten = getattr(pagina, "_diensten", None)
    assert isinstance(diensten, Diensten)
    return diensten


def is_vernietigd(nummer: str) -> bool:
    """Whether this file is gone, with its verklaring."""
    return any(een.nummer == nummer for een in _diensten().vernietigen.vernietigd())


def is_veld() -> bool:
    """Whether the keys come in something that is filled in."""
    return isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit | QTextEdit | QComboBox | QAbstractSpinBox)
