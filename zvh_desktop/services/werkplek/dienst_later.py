"""What is made when it is first asked for: a service, which is loaded then (ADR 0081), and what goes with the lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar, cast

from zvh_desktop.naladen import laad_module

SERVICES = "zvh_desktop.services"
T = TypeVar("T")


class Houder(Protocol):
    """What the services stand on."""

    werkplek: Any


class DienstLater:
    """Stands in the place of a service until that is asked for; from then on the service itself stands there.

    Two threads that ask at the same time both make one, and both get the one that came first: making it reads nothing.
    """

    def __init__(self, module: str, met: Callable[[Any], tuple[object, ...]]) -> None:
        self.module = f"{SERVICES}.{module}"
        self._met = met
        self._naam = ""

    def __set_name__(self, _houder: type, naam: str) -> None:
        self._naam = naam

    def __get__(self, houder: Houder | None, soort: type) -> Any:
        if houder is None:
            return self
        dienst = getattr(laad_module(self.module), soort.__annotations__[self._naam])
        return vars(houder).setdefault(self._naam, dienst(houder.werkplek, *self._met(houder)))


def later(module: str, met: Callable[[Any], tuple[object, ...]] = lambda _houder: ()) -> Any:
    """The service of the class that is annotated, out of this module of services; ``met`` is what it takes besides."""
    return DienstLater(module, met)


class Eenmalig:
    """One of each class, made when it is first asked for."""

    def __init__(self) -> None:
        self._gemaakt: dict[type, object] = {}
        self._vergeten = False

    def van(self, soort: type[T]) -> T:
        """The one of this class."""
        gemaakt = self._gemaakt.setdefault(soort, None) or soort()
        self._gemaakt[soort] = gemaakt
        if self._vergeten:
            self._gemaakt.clear()
        return cast(T, gemaakt)

    def vergeet(self) -> None:
        """Keep nothing of it, and of nothing that is still being made beside the window."""
        self._vergeten = True
        self._gemaakt.clear()

    def __len__(self) -> int:
        return len(self._gemaakt)
