"""Rows of a table as they go to the clipboard: lines of text, and a table for a word processor."""

from __future__ import annotations

import html
from collections.abc import Sequence

Cellen = Sequence[Sequence[str]]


def als_tekst(cellen: Cellen) -> str:
    """A line for each row, with tabs between the columns."""
    return "\n".join("\t".join(_op_een_regel(cel) for cel in rij) for rij in cellen)


def als_html(cellen: Cellen) -> str:
    """A table of which the first row is the head."""
    kop, *rijen = cellen
    regels = ["<tr>" + "".join(f"<th>{html.escape(cel)}</th>" for cel in kop) + "</tr>"]
    regels += ["<tr>" + "".join(f"<td>{html.escape(cel)}</td>" for cel in rij) + "</tr>" for rij in rijen]
    return "<table>" + "".join(regels) + "</table>"


def _op_een_regel(tekst: str) -> str:
    return " ".join(tekst.split())
