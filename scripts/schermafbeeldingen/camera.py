"""Takes the pictures, and keeps what is wrong on them."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from scripts.schermafbeeldingen.variants import MAIN_SCREENS, SMALL, Job, Variant
from zvh_desktop.app import Toepassing
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.widgets.velden.leesveld import Leesuitleg

COLOURS = 256
ALIKE = 0xF8F8F8
"""Colours that differ in nothing but these last bits are nearly the same."""
SETTLE_MILLISECONDS = 120
PDF_MOMENTS = 12


@dataclass
class Camera:
    """Takes pictures of the screens that are asked for, and keeps what is wrong on them."""

    job: Job
    application: QApplication
    made: int = 0
    findings: list[str] = field(default_factory=list)

    @property
    def variant(self) -> Variant:
        """Colours and scale."""
        return self.job.variant

    def wants(self, name: str) -> bool:
        """Whether this screen is asked for."""
        only = self.variant.only
        return (self.job.full or name in MAIN_SCREENS) and (not only or name.startswith(only))

    def settle(self) -> None:
        """Let layouts, short timers and answers from other threads arrive, and widgets go that were taken away.

        A loop as the application has it: Qt deletes nothing in processEvents outside of one.
        """
        loop = QEventLoop()
        QTimer.singleShot(SETTLE_MILLISECONDS, loop.quit)
        loop.exec()

    def take(self, name: str, widget: QWidget) -> None:
        """One picture, with an open list or menu on it, and the findings of this screen."""
        if not self.wants(name):
            return
        self.settle()
        if widget.findChild(QPdfView) is not None:  # draws its page in a thread of its own, and does not say when
            for _moment in range(PDF_MOMENTS):
                self.settle()
        picture = widget.grab()
        popup = self.application.activePopupWidget()
        if popup is not None and popup is not widget:
            paint_over(picture, popup.grab(), popup.mapToGlobal(QPoint()) - widget.mapToGlobal(QPoint()))
        for hint in self.application.topLevelWidgets():  # what is said below a field is a window of its own
            if hint.isVisible() and isinstance(hint, Leesuitleg):
                paint_over(picture, hint.grab(), hint.mapToGlobal(QPoint()) - widget.mapToGlobal(QPoint()))
        picture.save(str(self.job.target / f"{name}-{self.variant.name}.png"))
        if self.job.small is not None and name in SMALL:
            few_colours(picture.toImage()).save(str(self.job.small / f"{self.job.house}-{SMALL[name]}.png"))
        self.made += 1
        self.findings += [f"{name}: {line}" for line in self._lasting_findings(widget)]
        room = self.variant.width, self.variant.height
        if widget.isWindow() and (widget.width() > room[0] or widget.height() > room[1]):
            size = f"{widget.width()}x{widget.height()}"
            self.findings.append(f"{name}: het venster past niet in {room[0]}x{room[1]}, het werd {size}")
            widget.resize(*room)

    def _lasting_findings(self, widget: QWidget) -> list[str]:
        """What is still wrong after a while: on a busy machine a layout may come later than the picture."""
        found = bevindingen(widget)
        for _attempt in range(4):
            if not found:
                break
            self.settle()
            found = bevindingen(widget)
        return found

    def take_dialog(
        self, name: str, act: Callable[[], object], prepare: Callable[[QDialog], object] | None = None
    ) -> None:
        """Do something that opens a modal dialog, fill it when asked, take its picture and close it."""
        if not self.wants(name):
            return
        catcher = DialogCatcher(self, name, prepare)
        catcher.start()
        act()
        catcher.stop()
        if not catcher.caught:
            self.findings.append(f"{name}: er ging geen dialoog open")


class DialogCatcher(QObject):
    """Waits inside the event loop of a modal dialog, which blocks whoever opened it."""

    def __init__(self, camera: Camera, name: str, prepare: Callable[[QDialog], object] | None = None) -> None:
        super().__init__()
        self.caught = False
        self._camera = camera
        self._name = name
        self._prepare = prepare
        self._timer = QTimer(self)
        self._timer.setInterval(30)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin to look."""
        self._timer.start()

    def stop(self) -> None:
        """Look a little longer: a dialog may open when another thread has answered."""
        end = time.monotonic() + 3
        while not self.caught and time.monotonic() < end:
            self._camera.application.processEvents()
            time.sleep(0.01)
        self._timer.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible() or self.caught:
            return
        self.caught = True
        try:
            if self._prepare is not None:
                self._prepare(dialog)
            self._camera.take(self._name, dialog)
        finally:
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
            dialog.reject()


def paint_over(picture: QPixmap, popup: QPixmap, place: QPoint) -> None:
    """Draw a pop-up list on the picture of the window below it."""
    painter = QPainter(picture)
    painter.drawPixmap(place, popup)
    painter.end()


def few_colours(image: QImage) -> QImage:
    """The same picture in at most 256 colours, so that the file is small.

    First the commonest as they are; of the others only one of those that are nearly the same. Else the greys of
    smoothed letters would leave no room for the colour of a single word.
    """
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    common = [colour | 0xFF000000 for colour, _times in Counter(memoryview(flat.constBits()).cast("I")).most_common()]
    table = common[: COLOURS // 3]
    seen = {colour & ALIKE for colour in table}
    for colour in common[len(table) :]:
        if colour & ALIKE not in seen:
            seen.add(colour & ALIKE)
            table.append(colour)
    plain = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return flat.convertToFormat(QImage.Format.Format_Indexed8, table[:COLOURS], plain)


def press(widget: QWidget, name: str) -> bool:
    """Press a button by its object name; False when it is not there or is switched off."""
    button = widget.findChild(QAbstractButton, name)
    if button is None or not button.isEnabled():
        return False
    button.click()
    return True


def wait_for_tasks(camera: Camera, application: Toepassing) -> None:
    """Until no service call is on its way."""
    end = time.monotonic() + 20
    camera.settle()
    while application.gereedschap.taken.bezig() and time.monotonic() < end:
        camera.settle()
