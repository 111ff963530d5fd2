"""Undo and redo of acts that are saved at once: instead of a question beforehand there is a way back afterwards."""

from __future__ import annotations

from typing import Protocol


class Omkeerbaar(Protocol):
    """An act with its opposite. Both may raise a GebruikersFout, and then nothing changed."""

    @property
    def tekst(self) -> str:
        """What was done, for the screen: 'GGD Twente is weggehaald.'"""

    def doe(self) -> None:
        """Do it, or do it again."""

    def terug(self) -> None:
        """Undo it."""


class Ongedaan:
    """Two stacks. Forgotten at the lock, since the acts carry what was removed."""

    def __init__(self) -> None:
        self._gedaan: list[Omkeerbaar] = []
        self._teruggezet: list[Omkeerbaar] = []

    def doe(self, handeling: Omkeerbaar) -> None:
        """Do something that can be undone."""
        handeling.doe()
        self._gedaan.append(handeling)
        self._teruggezet.clear()

    def noteer(self, handeling: Omkeerbaar) -> None:
        """Keep the way back of something that was done already, as a dialog does."""
        self._gedaan.append(handeling)
        self._teruggezet.clear()

    def terug(self) -> bool:
        """Undo the last act; False when there is none."""
        if not self._gedaan:
            return False
        self._gedaan[-1].terug()
        self._teruggezet.append(self._gedaan.pop())
        return True

    def opnieuw(self) -> bool:
        """Do again what was undone last; False when there is nothing."""
        if not self._teruggezet:
            return False
        self._teruggezet[-1].doe()
        self._gedaan.append(self._teruggezet.pop())
        return True

    def kan_opnieuw(self) -> bool:
        """Whether something was undone that can be done again."""
        return bool(self._teruggezet)

    def laatste(self) -> str:
        """What can be undone now, in words; empty when nothing can."""
        return self._gedaan[-1].tekst if self._gedaan else ""

    def maak_leeg(self) -> None:
        """Forget everything."""
        self._gedaan.clear()
        self._teruggezet.clear()
