"""A row of buttons and short texts that goes on on the next line where the window is too narrow for all of it.

Qt has none. What is cut off in a row of a fixed height is read as "W...n t...l"; a second line costs some room and
nothing else. On one line it looks as a QHBoxLayout with one stretch in it does.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Regel = list[tuple[QLayoutItem, QSize]]


class Omlooprij(QLayout):
    """What was added before ``rek`` stands left on its line, what came after it right."""

    def __init__(self, ouder: QWidget | None = None, *, tussenruimte: int = 0) -> None:
        super().__init__(ouder)
        self._items: list[QLayoutItem] = []
        self._rechts_vanaf: int | None = None
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(tussenruimte)

    def rek(self) -> None:
        """From here on everything stands at the right."""
        self._rechts_vanaf = len(self._items)

    def addItem(self, deel: QLayoutItem) -> None:
        self._items.append(deel)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, plek: int) -> QLayoutItem | None:
        return self._items[plek] if 0 <= plek < len(self._items) else None

    def takeAt(self, plek: int) -> QLayoutItem | None:
        return self._items.pop(plek) if 0 <= plek < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, breed: int) -> int:
        return self._hoogte(self._regels(breed))

    def sizeHint(self) -> QSize:
        """All of it on one line."""
        maten = [deel.sizeHint() for deel in self._zichtbaar()]
        breed = sum(maat.width() for maat in maten) + self.spacing() * max(len(maten) - 1, 0)
        return QSize(breed, max((maat.height() for maat in maten), default=0))

    def minimumSize(self) -> QSize:
        """As narrow as the widest part, which is never cut off; the height follows from the width that is given."""
        maten = [deel.sizeHint() for deel in self._zichtbaar()]
        hoogst = max((maat.height() for maat in maten), default=0)
        return QSize(max((maat.width() for maat in maten), default=0), hoogst)

    def setGeometry(self, vlak: QRect) -> None:
        super().setGeometry(vlak)
        y = vlak.y()
        for regel in self._regels(vlak.width()):
            hoog = max(maat.height() for _, maat in regel)
            self._leg(regel, QRect(vlak.x(), y, vlak.width(), hoog))
            y += hoog + self.spacing()

    def _leg(self, regel: Regel, vlak: QRect) -> None:
        over = vlak.width() - _breedte(regel, self.spacing())
        x, geschoven = vlak.x(), False
        for deel, maat in regel:
            if self._staat_rechts(deel) and not geschoven:
                x, geschoven = x + max(over, 0), True
            plek = QPoint(x, vlak.y() + (vlak.height() - maat.height()) // 2)
            deel.setGeometry(QRect(plek, maat))
            x += maat.width() + self.spacing()

    def _staat_rechts(self, deel: QLayoutItem) -> bool:
        return self._rechts_vanaf is not None and self._items.index(deel) >= self._rechts_vanaf

    def _zichtbaar(self) -> list[QLayoutItem]:
        return [deel for deel in self._items if not deel.isEmpty()]

    def _regels(self, breed: int) -> list[Regel]:
        """What stands on each line, with the size that each part gets."""
        regels: list[Regel] = []
        for deel in self._zichtbaar():
            maat = deel.sizeHint()
            if regels and _breedte([*regels[-1], (deel, maat)], self.spacing()) <= breed:
                regels[-1].append((deel, maat))
            else:
                regels.append([(deel, maat)])
        return regels

    def _hoogte(self, regels: list[Regel]) -> int:
        hoog = sum(max(maat.height() for _, maat in regel) for regel in regels)
        return hoog + self.spacing() * max(len(regels) - 1, 0)


def _breedte(regel: Regel, tussenruimte: int) -> int:
    return sum(maat.width() for _, maat in regel) + tussenruimte * (len(regel) - 1)
