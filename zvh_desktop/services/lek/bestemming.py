"""Who reads it: a partij, the betrokkene itself, or whoever is no partij here. What that reader may know follows.

A reader has a name for the screen and a key in the digest of what was chosen, so a choice is for that reader alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.models.keuzen.lekkeuzes import Lezersoort
from zvh_desktop.models.keuzes import PartijId


@dataclass(frozen=True, slots=True)
class Bestemming:
    """One reader. ``erbij`` are partijen that it may know of beside those that sat at the casus with it.

    With ``losse_velden`` a text that holds nothing but what was found is not asked about: a column with numbers, a
    field with an address. Whoever copies that sees what it is; what stands inside a sentence is easily missed. A BSN
    counts always.
    """

    lezer: Lezersoort
    naam: str
    sleutel: str
    partij_id: PartijId | None = None
    erbij: frozenset[int] = frozenset()
    mensen: frozenset[int] = frozenset()
    eigen: frozenset[str] = frozenset()
    losse_velden: bool = False
    anders_weg: bool = False
    """Where nothing can be chosen it is left out: of what was copied that is seen when it is put down."""
    hele_tafel: bool = False
    """It may know every partij that sat at the casus, also when it did not sit there itself."""
