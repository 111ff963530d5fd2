"""Holds the one window in the room: it stays when the main window goes at the lock, black and without a word."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.naladen import laad_module
from zvh_desktop.ui.na_afloop import verwijder

ZWART = "zvh_desktop.ui.zaal.zwartvenster"


class Zaalplek(NamedTuple):
    """Where the window stands: which screen, which part of it, and whether it fills that."""

    scherm: str
    vlak: tuple[int, int, int, int]
    vol: bool


class Zaalscherm(QWidget):
    """A window in the room, whatever is in it (zaal/zwartvenster.py)."""

    gesloten = Signal()

    def plek(self) -> Zaalplek:
        """Where it stands now."""
        raise NotImplementedError

    def zet_op(self, plek: Zaalplek) -> None:
        """Put it there."""
        raise NotImplementedError


class Zaalhouder(QObject):
    """Made once; whoever shows something in the room hands its window to this."""

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("zaalhouder")
        self.venster: Zaalscherm | None = None

    def neem(self, venster: Zaalscherm) -> None:
        """From now on this is the window in the room."""
        self.sluit()
        self.venster = venster
        venster.gesloten.connect(self._on_gesloten)

    def plek(self) -> Zaalplek | None:
        """Where it stands; None when there is none."""
        return self.venster.plek() if self.venster is not None else None

    def zwart_op(self, plek: Zaalplek | None) -> None:
        """Black, where another process had the window before it ended."""
        if plek is None:
            return
        # by name: the first window does not wait for what is only needed after a lock
        soort: type[Zaalscherm] = laad_module(ZWART).Zwartvenster
        zwart = soort()
        self.neem(zwart)
        zwart.zet_op(plek)

    def sluit(self) -> None:
        """Nothing in the room any more."""
        if self.venster is not None:
            self.venster.close()

    def _on_gesloten(self) -> None:
        venster, self.venster = self.venster, None
        if venster is not None:
            verwijder(venster)
