"""The sheet with the recovery key of a vault, shown and printed once and never stored.

The key is the only way back when every password is lost, so the sheet says what to do with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.documents.kop import Kop


@dataclass(frozen=True, slots=True)
class HerstelbladGegevens:
    """One recovery sheet. ``sleuteldelen`` are the groups or words of the key, in the order of typing."""

    kop: Kop
    kluis_naam: str
    sleuteldelen: tuple[str, ...]
