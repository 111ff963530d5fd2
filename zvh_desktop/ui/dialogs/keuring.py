"""A dialog whose answer is signed: what can be refused is refused in it, and only then is the password asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from zvh_desktop.errors import BevestigingNodig
from zvh_desktop.services.diensten import Diensten

T = TypeVar("T")


class Keuring(Generic[T]):
    """What can be refused is refused in the dialog; then it closes, and what was chosen is signed."""

    def __init__(self, diensten: Diensten, daad: Callable[[T], object]) -> None:
        self._diensten, self._daad = diensten, daad
        self.gekozen: list[T] = []

    def keur(self, keuze: T) -> None:
        """Try it without signing."""
        try:
            with self._diensten.nog_niet_tekenen():
                self._daad(keuze)
        except BevestigingNodig:
            self.gekozen.append(keuze)
