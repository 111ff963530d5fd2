"""Undo for the agenda: every change is kept as the agenda before and the agenda after it.

The agenda is put back as a whole, through the service, so that every seat passes the gate again: undo can never
bring back a partij that has lost its oordeel in the meantime. What a colleague did to the agenda since stays. A change
that the service refuses to take back has not been taken back, and stays the one that Ctrl+Z works on.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand, QUndoStack

from zvh_desktop.services.tafel.agenda_stand import AgendaStand

Herstel = Callable[[AgendaStand, AgendaStand], bool]
"""Puts an agenda back from what it was made into, shows what could not come back, and says whether it was put back."""


class AgendaWijziging(QUndoCommand):
    """One change that was already made; typing in the same field is joined to one change.

    Qt counts a change as undone whatever happens in its ``undo``, so that does nothing here: ``Agendastapel`` first
    puts the agenda back and lets Qt count only when that was done.
    """

    def __init__(self, tekst: str, voor: AgendaStand, na: AgendaStand, herstel: Herstel, veld: str = "") -> None:
        super().__init__(tekst)
        self._voor, self._na = voor, na
        self._herstel = herstel
        self._veld = veld

    def wijzigt(self) -> bool:
        """Whether the agenda is another one than before."""
        return self._na != self._voor

    def zet_terug(self) -> bool:
        """Put back the agenda from before; False when the service refused."""
        return self._herstel(self._voor, self._na)

    def zet_weer(self) -> bool:
        """Put back the agenda from after; False when the service refused."""
        return self._herstel(self._na, self._voor)

    def id(self) -> int:
        return 1 if self._veld else -1

    def mergeWith(self, volgende: QUndoCommand) -> bool:
        if not isinstance(volgende, AgendaWijziging) or volgende._veld != self._veld:
            return False
        if volgende._voor != self._na:
            return False  # what a colleague did in between is no part of it
        self._na = volgende._na
        return True


class Agendastapel(QUndoStack):
    """The changes of one agenda, in order."""

    def undo(self) -> None:
        """Take back the last change, if the service takes it back."""
        wijziging = self.command(self.index() - 1) if self.canUndo() else None
        if isinstance(wijziging, AgendaWijziging) and wijziging.zet_terug():
            super().undo()

    def redo(self) -> None:
        """Do again what was taken back, if the service does."""
        wijziging = self.command(self.index()) if self.canRedo() else None
        if isinstance(wijziging, AgendaWijziging) and wijziging.zet_weer():
            super().redo()
