"""The key store of the operating system, loaded by name when somebody uses it: few do, and keyring is large."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from zvh_desktop.naladen import laad_module

if TYPE_CHECKING:
    from types import ModuleType

OPSLAG = "zvh_desktop.database.sleutels.sleutelopslag"


def bewaar(kluis_id: str, naam: str, waarde: str) -> None:
    """Put a value in the key store. Raises SleutelhangerNietVeilig."""
    _opslag().bewaar(kluis_id, naam, waarde)


def haal(kluis_id: str, naam: str) -> str | None:
    """Get a value back; None when it was never put there. Raises SleutelhangerNietVeilig."""
    return cast("str | None", _opslag().haal(kluis_id, naam))


def vergeet(kluis_id: str, naam: str) -> None:
    """Remove a value; nothing happens when there is none. Raises SleutelhangerNietVeilig."""
    _opslag().vergeet(kluis_id, naam)


def _opslag() -> ModuleType:
    return laad_module(OPSLAG)


def apparaat_van(bewaard: str | None) -> str:
    """Which device what was kept belongs to; empty when nothing was."""
    return (bewaard or "").partition(":")[0]
