"""Waiting for a state, never for a time."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from typing import TypeVar

GEDULD = 150.0
"""Seconds until a state that does not come is a failure: long, for a build machine may be busy with other work."""
STAP, LANGSTE_STAP = 0.015, 0.1
"""Seconds between two looks. A look goes through a whole window, in its own thread: what takes long is looked at less
and less often, so that looking does not take the time of what is waited for."""
_nooit = threading.Event()

KORT = bool(os.environ.get("VENSTERPROEF_KORT"))
"""Long trials are done a fifth as often, for a check of everything."""

Waarde = TypeVar("Waarde")


class Verlopen(AssertionError):
    """What was waited for did not come."""


def wacht_tot(kijk: Callable[[], Waarde], wat: str, geduld: float = GEDULD) -> Waarde:
    """Look until there is something; what it is. Raises Verlopen."""
    einde, stap = time.monotonic() + geduld, STAP
    while True:
        gezien = kijk()
        if gezien:
            return gezien
        if time.monotonic() > einde:
            raise Verlopen(f"na {geduld:.0f} seconden nog niet: {wat}")
        _nooit.wait(stap)
        stap = min(stap * 1.25, LANGSTE_STAP)


def zo_vaak(keren: int) -> int:
    """How often a long trial repeats itself: a fifth of it in the short form."""
    return keren // 5 if KORT else keren
