"""The steps of a tafel by their number, for who leads to one without loading what stands in it."""

from __future__ import annotations

VOORBEREIDEN, UITNODIGEN, AAN_TAFEL, VERSLAG, VERZENDEN = range(5)
OVERNEMEN = "overnemen"
"""The second sheet of VERZENDEN: what is typed over in the system of a partij."""
