"""The fixed choices of informatie: under which law a supplier gave it."""

from __future__ import annotations

from enum import StrEnum


class Regime(StrEnum):
    """Under which law a supplier gave information, and so what may be done with it."""

    AVG = "avg"
    WPG = "wpg"
    WJSG = "wjsg"
    BEROEPSGEHEIM = "beroepsgeheim"
