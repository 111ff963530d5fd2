"""What is asked inside the application about a copy that is being made."""

from __future__ import annotations

import blik
from PySide6.QtWidgets import QProgressBar


def is_halverwege() -> bool:
    """Whether the bar says how far it is, and that is neither the beginning nor the end."""
    balk = blik.zoek("voortgang_balk")
    return isinstance(balk, QProgressBar) and 0 < balk.value() < balk.maximum()
