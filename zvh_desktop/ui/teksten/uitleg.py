"""Tooltips show what people typed as they typed it: Qt would take "<b>" in a tooltip for mark-up."""

from __future__ import annotations

import html

from PySide6.QtGui import Qt


def platte_uitleg(tekst: str) -> str:
    """This text for a tooltip; mark-up in it is shown, never followed."""
    if not Qt.mightBeRichText(tekst):
        return tekst
    return f'<p style="white-space: pre-wrap">{html.escape(tekst)}</p>'
