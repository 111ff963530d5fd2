"""A row of buttons that goes on below where the width ends, as words do, instead of asking for more width."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class Loopregel(QLayout):
    """Its least width is that of its widest part; the height follows from the width it gets.

    ``rechts`` puts each line at the right, ``rek`` what is added after it. A part of which the size policy expands
    takes what is left of its line.
    """

    def __init__(self, ouder: QWidget | None = None, *, tussen: int = 0, rechts: bool = False) -> None:
        super().__init__(ouder)
        self._delen: list[QLayoutItem] = []
        self._rechts_vanaf = 0 if rechts else -1
        self._hoog = 0
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(tussen)

    def rek(self) -> None:
        """What is added from here on stands at the right of its line."""
        self._rechts_vanaf = len(self._delen)

    # --- what a layout has to be able to do ---------------------------------------------------------

    def addItem(self, deel: QLayoutItem) -> None:
        self._delen.append(deel)

    def count(self) -> int:
        return len(self._delen)

    def itemAt(self, plaats: int) -> QLayoutItem | None:
        return self._delen[plaats] if 0 <= plaats < len(self._delen) else None

    def takeAt(self, plaats: int) -> QLayoutItem | None:
        return self._delen.pop(plaats) if 0 <= plaats < len(self._delen) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, breed: int) -> int:
        return self._leg(QRect(0, 0, breed, 0), meten=True)

    def sizeHint(self) -> QSize:
        maten = [deel.sizeHint() for deel in self._zichtbaar()]
        breed = sum(maat.width() for maat in maten) + self.spacing() * max(0, len(maten) - 1)
        return QSize(breed, max((maat.height() for maat in maten), default=0))

    def minimumSize(self) -> QSize:
        maten = [deel.minimumSize() for deel in self._zichtbaar()]
        hoog = max((maat.height() for maat in maten), default=0)
        return QSize(max((maat.width() for maat in maten), default=0), max(hoog, self._hoog))

    def setGeometry(self, vlak: QRect) -> None:
        super().setGeometry(vlak)
        hoog = self._leg(vlak, meten=False)
        if hoog != self._hoog:  # not every parent asks for the height that belongs to a width
            self._hoog = hoog
            self.update()

    # --- laying out ---------------------------------------------------------------------------------

    def _zichtbaar(self) -> list[QLayoutItem]:
        return [deel for deel in self._delen if not deel.isEmpty()]

    def _regels(self, breed: int) -> list[list[QLayoutItem]]:
        regels: list[list[QLayoutItem]] = []
        gebruikt = 0
        for deel in self._zichtbaar():
            nodig = deel.sizeHint().width() + (self.spacing() if gebruikt else 0)
            if not regels or gebruikt + nodig > breed:
                regels.append([])
                gebruikt, nodig = 0, deel.sizeHint().width()
            regels[-1].append(deel)
            gebruikt += nodig
        return regels

    def _leg(self, vlak: QRect, *, meten: bool) -> int:
        boven = vlak.top()
        for regel in self._regels(vlak.width()):
            hoog = max(deel.sizeHint().height() for deel in regel)
            if not meten:
                self._leg_regel(regel, QRect(vlak.left(), boven, vlak.width(), hoog))
            boven += hoog + self.spacing()
        return max(0, boven - vlak.top() - self.spacing())

    def _leg_regel(self, regel: list[QLayoutItem], vlak: QRect) -> None:
        breedtes = [min(deel.sizeHint().width(), vlak.width()) for deel in regel]
        over = max(0, vlak.width() - sum(breedtes) - self.spacing() * (len(regel) - 1))
        rekbaar = [nummer for nummer, deel in enumerate(regel) if _rekt(deel)]
        for nummer in rekbaar:
            breedtes[nummer] += over // len(rekbaar)
        links, geschoven = vlak.left(), bool(rekbaar)
        for deel, breed in zip(regel, breedtes, strict=True):
            if not geschoven and 0 <= self._rechts_vanaf <= self._delen.index(deel):
                links, geschoven = links + over, True
            hoog = deel.sizeHint().height()
            deel.setGeometry(QRect(QPoint(links, vlak.top() + (vlak.height() - hoog) // 2), QSize(breed, hoog)))
            links += breed + self.spacing()


def _rekt(deel: QLayoutItem) -> bool:
    widget = deel.widget()
    return widget is not None and widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Expanding
