"""The way from a window down to a widget, by which the same widget is found in a window that was made anew."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

Pad = tuple[tuple[str, str, int], ...]
"""Class, name, and which of those beside each other."""


def pad_naar(widget: QWidget, venster: QWidget) -> Pad:
    """How this widget is found in its window."""
    stappen: list[tuple[str, str, int]] = []
    plek: QWidget = widget
    while plek is not venster:
        ouder, naam = plek.parentWidget(), _naam(plek)
        if ouder is None:
            break
        stappen.append((*naam, _genaamd(ouder, naam).index(plek)))
        plek = ouder
    return tuple(reversed(stappen))


def vind(venster: QWidget, pad: Pad) -> QWidget | None:
    """The widget at the end of this way; None when there is none."""
    plek = venster
    for soort, naam, nummer in pad:
        passend = _genaamd(plek, (soort, naam))
        if nummer >= len(passend):
            return None
        plek = passend[nummer]
    return plek


def _naam(widget: QWidget) -> tuple[str, str]:
    return type(widget).__name__, widget.objectName() or widget.accessibleName()


def _genaamd(ouder: QWidget, naam: tuple[str, str]) -> list[QWidget]:
    return [deel for deel in ouder.children() if isinstance(deel, QWidget) and _naam(deel) == naam]
