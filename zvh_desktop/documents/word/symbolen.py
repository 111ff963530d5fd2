"""Signs that a word processor keeps as a number in a font of its own: an arrow that was typed as --> for one."""

from __future__ import annotations

from typing import Final

_WINGDINGS: Final = {
    **{0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖"},
    **{0x77: "◆", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑"},
    **{0xE2: "↓", 0xE7: "←", 0xE8: "→", 0xE9: "↑", 0xEA: "↓", 0xEF: "⇦", 0xF0: "⇨", 0xF3: "⇔"},
    **{0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
}
_SYMBOL: Final = {
    **{0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°"},
    **{0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…"},
    **{0xDB: "⇔", 0xDC: "⇐", 0xDD: "⇑", 0xDE: "⇒", 0xDF: "⇓"},
}
_LETTERTYPEN: Final = {"wingdings": _WINGDINGS, "symbol": _SYMBOL}
_EIGEN: Final = range(0xF000, 0xF100)
"""Where the signs of such a font are kept."""


def symbool(lettertype: str, nummer: str) -> str:
    """The sign as it is seen; "" when it is not known."""
    try:
        plek = int(nummer, 16)
    except ValueError:
        return ""
    eigen = _LETTERTYPEN.get(lettertype.casefold())
    if eigen is not None:
        return eigen.get(plek - _EIGEN.start if plek in _EIGEN else plek, "")
    return chr(plek) if 0x20 <= plek < 0xD800 else ""
