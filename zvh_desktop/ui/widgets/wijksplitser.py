"""Two parts beside each other, and below each other where the window is too narrow for both.

So nothing has to be scrolled sideways: what is too much goes down, and that scrolls in the Paskader around it.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


class Wijksplitser(QSplitter):
    """Remembers for each of the two ways where the border was put."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, ouder)
        self._bewaard: dict[Qt.Orientation, list[int]] = {}
        self.setChildrenCollapsible(False)

    def onder_elkaar(self) -> bool:
        """Whether the parts stand below each other now."""
        return self.orientation() is Qt.Orientation.Vertical

    def minimumSizeHint(self) -> QSize:
        maten = self._minsten()
        breed = max((maat.width() for maat in maten), default=0)
        hoogten = [maat.height() for maat in maten]
        if self.onder_elkaar():
            return QSize(breed, sum(hoogten) + self.handleWidth() * max(0, len(maten) - 1))
        return QSize(breed, max(hoogten, default=0))

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        maten = self._minsten()
        nodig = sum(maat.width() for maat in maten) + self.handleWidth() * max(0, len(maten) - 1)
        self._zet_richting(Qt.Orientation.Vertical if self.width() < nodig else Qt.Orientation.Horizontal)
        super().resizeEvent(gebeurtenis)

    def _zet_richting(self, richting: Qt.Orientation) -> None:
        if richting is self.orientation():
            return
        self._bewaard[self.orientation()] = self.sizes()
        self.setOrientation(richting)
        if richting in self._bewaard:
            self.setSizes(self._bewaard[richting])
        self.updateGeometry()

    def _minsten(self) -> list[QSize]:
        delen = [self.widget(nummer) for nummer in range(self.count())]
        return [
            deel.minimumSizeHint().expandedTo(deel.minimumSize())
            for deel in delen
            if deel is not None and not deel.isHidden()
        ]
