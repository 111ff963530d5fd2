"""What stands on the screen within a window, without looking into the pages that are hidden behind it.

A window that was walked through holds some thousand things, of which some hundred are in sight. What is hidden hides
all that is in it, so the search turns back there.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


def niet_verborgen(venster: QWidget) -> Iterator[QWidget]:
    """Every part that is in sight when the window is, in the order of ``findChildren``; other windows are left out."""
    for deel in _in(venster):
        if not deel.isHidden():
            yield deel
            yield from niet_verborgen(deel)


def zichtbaar(venster: QWidget) -> list[QWidget]:
    """What is on the screen now."""
    return list(niet_verborgen(venster)) if venster.isVisible() else []


def _in(deel: QObject) -> list[QWidget]:
    return [kind for kind in deel.children() if isinstance(kind, QWidget) and not kind.isWindow()]
