"""Which documents can be had as an editable file for a word processor."""

from __future__ import annotations

from enum import StrEnum


class Wordsoort(StrEnum):
    """A kind of editable document, with a template of its own. Its word stands in the vault and is never changed."""

    VERSLAG = "verslag"
    VERSLAG_PARTIJ = "verslag_partij"
    PLAN = "plan"
    BRIEF = "brief"
