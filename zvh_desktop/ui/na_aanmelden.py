"""Everything that is needed once the vault opens: the second half of the composition root.

It knows every service and every page, so importing it takes most of a second. Nothing imports it: laden.py does so by
name, while the user types the password (ADR 0010).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from zvh_desktop.services.koffer.dagwissel import wis_oude_dagkoffers
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.ui.paginas import bouw_paginas, bouw_spelwacht, bouw_zoeker
from zvh_desktop.ui.protocollen import Toegang
from zvh_desktop.ui.vensters import Vensters


@dataclass(frozen=True)
class NaAanmelden:
    """The services before a vault is open, and the windows after that."""

    toegang: Toegang
    vensters: Vensters
    wis_oude_dagkoffers: Callable[[date], None] = wis_oude_dagkoffers
    """What was kept on this computer for another day than this goes."""


def stel_samen() -> NaAanmelden:
    """Put it together."""
    toegang = ToegangDienst()
    toegang.bereid_voor()
    return NaAanmelden(toegang, Vensters(bouw_paginas, bouw_zoeker, bouw_spelwacht))
