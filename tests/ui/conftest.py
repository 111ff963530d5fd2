"""Fixtures of the window tests: theme on, settings in a folder of the test, messages that never block."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from schermlezer import Lezer
from ui_hulp import Mailprogramma, NepMeldingen

from zvh_desktop.ui.draden.opruimer import Opruimer
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.klembord import Klembord
from zvh_desktop.ui.uiterlijk.thema import Thema


@pytest.fixture(autouse=True)
def opruimer(qapp: QApplication) -> Iterator[Opruimer]:
    """Collect garbage in the thread of the window, as the application does."""
    gemaakt = Opruimer()
    gemaakt.begin()
    yield gemaakt
    gemaakt.ruim_op()
    gemaakt.stop()


GEDULD_MS = 120_000
"""Until a state that does not come is a failure: long, for a machine may be busy with other work."""
_WACHTEND = ("waitUntil", "waitSignal", "waitSignals", "waitCallback", "waitExposed", "waitActive")


@pytest.fixture
def qtbot(qtbot: QtBot) -> Iterator[QtBot]:
    """Has patience, and holds every widget until it is closed.

    pytest-qt gives up after five seconds, and keeps weak references: a window that only a local name holds goes down
    while it is still on the screen, and then Qt asks it how large it wants to be with half of it gone.
    """
    for naam in _WACHTEND:
        setattr(qtbot, naam, functools.partial(getattr(qtbot, naam), timeout=GEDULD_MS))
    open_: list[QWidget] = []
    voeg_toe = qtbot.addWidget

    def houd_vast(widget: QWidget, **anders: object) -> None:
        open_.append(widget)
        voeg_toe(widget, **anders)

    qtbot.addWidget = houd_vast  # type: ignore[method-assign, assignment]
    yield qtbot
    for widget in filter(shiboken6.isValid, open_):
        # Its vault is closed by now: a page that would still save by itself has nowhere to do so.
        for wekker in widget.findChildren(QTimer):
            wekker.stop()


@pytest.fixture(autouse=True)
def mailprogramma(qapp: QApplication) -> Iterator[Mailprogramma]:
    """No test opens the mail program of the computer that it runs on."""
    gemaakt = Mailprogramma()
    QDesktopServices.setUrlHandler("mailto", gemaakt, "open")
    yield gemaakt
    QDesktopServices.unsetUrlHandler("mailto")


@pytest.fixture
def thema(qapp: QApplication) -> Iterator[Thema]:
    # What the test before this one put away goes first: the theme is laid over every widget that there is.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gekozen = Thema(qapp)
    yield gekozen
    gekozen.deleteLater()


@pytest.fixture
def meldingen() -> NepMeldingen:
    return NepMeldingen()


@pytest.fixture
def instellingen(tmp_path: Path) -> Instellingen:
    return Instellingen(tmp_path / "venster.ini")


@pytest.fixture
def taken(qapp: QApplication, meldingen: NepMeldingen) -> Iterator[Taken]:
    gemaakt = Taken(meldingen)
    yield gemaakt
    gemaakt.stop_alles()


@pytest.fixture
def klembord(qapp: QApplication) -> Iterator[Klembord]:
    gemaakt = Klembord()
    yield gemaakt
    gemaakt.wis()


@pytest.fixture
def gereedschap(
    thema: Thema, taken: Taken, meldingen: NepMeldingen, instellingen: Instellingen, klembord: Klembord
) -> Gereedschap:
    return Gereedschap(taken, meldingen, instellingen, klembord)


@pytest.fixture
def lezer(
    qtbot: QtBot, gereedschap: Gereedschap, meldingen: NepMeldingen, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Lezer]:
    """Reads each dialog that opens in place of waiting for an answer."""
    gemaakt = Lezer(qtbot, gereedschap, meldingen)

    def lees_in_plaats_van_wachten(dialoog: QDialog) -> int:
        return gemaakt.lees_dialoog(dialoog)

    monkeypatch.setattr(QDialog, "exec", lees_in_plaats_van_wachten)
    yield gemaakt
    for venster in QApplication.topLevelWidgets():
        if venster.parent() is None:  # a list that belongs to a field goes with that field
            venster.close()
            venster.deleteLater()
    # Here and now, and not within whatever test happens to be the next one to wait for something.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


_GRENZEN_VAN_OFFSCREEN = (
    "does not support propagateSizeHints",
    "does not support raise",
    "does not support grabbing the keyboard",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says that it has no window manager; that is no fault of ours."""
    hier = Path(__file__).parent
    for item in items:
        if hier in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(*_GRENZEN_VAN_OFFSCREEN, extend=True))
