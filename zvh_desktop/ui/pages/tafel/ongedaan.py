"""Undo for the agenda: every change is kept as the agenda before and the agenda after it.

The agenda is put back as a whole, through the service, so that every seat passes the gate again: undo can never
bring back a partij that has lost its oordeel in the meantime.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from zvh_desktop.services.tafel.agenda_stand import AgendaStand

Herstel = Callable[[AgendaStand], None]
"""Puts an agenda back and shows what could not come back."""


class AgendaWijziging(QUndoCommand):
    """One change that was already made; typing in the same field is joined to one change."""

    def __init__(self, tekst: str, voor: AgendaStand, na: AgendaStand, herstel: Herstel, veld: str = "") -> None:
        super().__init__(tekst)
        self._voor, self._na = voor, na
        self._herstel = herstel
        self._veld = veld
        self._eerste_keer = True

    def redo(self) -> None:
        if self._eerste_keer:
            self._eerste_keer = False
            return
        self._herstel(self._na)

    def undo(self) -> None:
        self._herstel(self._voor)

    def id(self) -> int:
        return 1 if self._veld else -1

    def mergeWith(self, volgende: QUndoCommand) -> bool:
        if not isinstance(volgende, AgendaWijziging) or volgende._veld != self._veld:
            return False
        self._na = volgende._na
        return True
