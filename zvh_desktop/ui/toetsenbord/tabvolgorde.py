"""Tab follows what the eye sees, also for parts that were added after the page was made.

Qt walks in the order of making, so a person added to a form would come after everything below it. Call this when
parts were added or moved; the order is set once the signal in which that was done is over, and once for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget

from zvh_desktop.ui.na_afloop import gaat_weg, na_afloop

_GEVRAAGD = "tabvolgorde_gevraagd"


def zet_tabvolgorde(vlak: QWidget, regel: Sequence[QWidget] = ()) -> None:
    """Let Tab walk through this part in the order of its layout; where it comes in stays as it was.

    ``regel`` is a line within it that is walked in an order of its own: its button after what has to be filled in.
    """
    if not vlak.property(_GEVRAAGD):
        vlak.setProperty(_GEVRAAGD, True)
        na_afloop(vlak, partial(_rijg, vlak, regel))


def _rijg(vlak: QWidget, regel: Sequence[QWidget]) -> None:
    vlak.setProperty(_GEVRAAGD, False)
    for rij in (velden_op_volgorde(vlak), regel):
        for eerst, daarna in pairwise(rij):
            QWidget.setTabOrder(eerst, daarna)


def velden_op_volgorde(deel: QWidget) -> Iterator[QWidget]:
    """Everything within this part that can have the keyboard, in the order of its layout."""
    if gaat_weg(deel):
        return
    if deel.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield deel
        return
    binnen = deel.widget() if isinstance(deel, QScrollArea) else None
    if binnen is not None:
        yield from velden_op_volgorde(binnen)
    elif (indeling := deel.layout()) is not None:
        yield from _uit_indeling(indeling)


def _uit_indeling(indeling: QLayout) -> Iterator[QWidget]:
    for plaats in sorted(range(indeling.count()), key=_Volgorde(indeling)):
        deel = indeling.itemAt(plaats)
        if deel is None:
            continue
        widget, binnen = deel.widget(), deel.layout()
        if widget is not None:
            yield from velden_op_volgorde(widget)
        elif binnen is not None:
            yield from _uit_indeling(binnen)


class _Volgorde:
    """A grid is read by row, whatever the order in which it was filled."""

    def __init__(self, indeling: QLayout) -> None:
        self._rooster = indeling if isinstance(indeling, QGridLayout) else None

    def __call__(self, plaats: int) -> tuple[int, int]:
        if self._rooster is None:
            return plaats, 0
        waar: Any = self._rooster.getItemPosition(plaats)  # four numbers, but typed as object
        return int(waar[0]), int(waar[1])
