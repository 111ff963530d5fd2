"""A word that is spelled wrong, where it stands, for the menu of a field of one line or of more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QWidget

from zvh_desktop.ui.uiterlijk.thema import Kleur, kleur

MEESTE_TEKENS: Final = 50_000
"""A longer text is not looked at: it was pasted, and to look through it holds the window up."""


@dataclass(frozen=True, slots=True)
class Spelfout:
    """``vervang`` puts another word in its place, in one step that can be undone; ``past``: whether it fits."""

    woord: str
    vervang: Callable[[str], None]
    past: Callable[[str], bool] = bool


def lijn(veld: QWidget) -> QTextCharFormat:
    """The line under a wrong word, in the colours of this field."""
    vorm = QTextCharFormat()
    vorm.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    vorm.setUnderlineColor(kleur(Kleur.FOUT, veld.palette()))
    return vorm
