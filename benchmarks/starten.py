"""Start the program until the login can be used, against a bare PySide6 main window; each in a process of its own."""

from __future__ import annotations

from benchmarks.kluizen import Kluizen
from benchmarks.meting import Uitslag, om_en_om, rustig, verhouding
from benchmarks.processen import start_tot_venster

CASUSSEN = 1_000
HOOGSTENS = 1.3


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """One line."""
    kluismap = str(kluizen.map_van(CASUSSEN))
    eigen, kaal = om_en_om(
        lambda: start_tot_venster("benchmarks.venster_aanmelden", kluismap),
        lambda: start_tot_venster("benchmarks.venster_kaal"),
        keren=7,
        warm=1,
    )
    return [verhouding("starten tot aanmelden", rustig(eigen), rustig(kaal), HOOGSTENS)]
