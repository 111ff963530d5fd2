"""Memory with every case of a large vault open in the list, against a bare main window."""

from __future__ import annotations

import sys

from benchmarks.kluizen import Kluizen
from benchmarks.meting import Uitslag, mediaan, om_en_om
from benchmarks.processen import geheugen_met_venster

CASUSSEN = 20_000
HOOGSTENS = 80.0


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """One line: how many MiB more."""
    if sys.platform != "linux":
        raise RuntimeError("geheugen wordt alleen op Linux gemeten")
    kluismap = str(kluizen.map_van(CASUSSEN))
    instellingen = str(kluizen.los_bestand("venster.ini"))
    eigen, kaal = om_en_om(
        lambda: geheugen_met_venster("benchmarks.venster_casussen", kluismap, instellingen),
        lambda: geheugen_met_venster("benchmarks.venster_kaal"),
        keren=3,
        warm=1,
    )
    erbij = mediaan(eigen) - mediaan(kaal)
    return [
        Uitslag(
            f"geheugen, {CASUSSEN} casussen in de lijst",
            f"{mediaan(eigen):.0f} MiB",
            f"{mediaan(kaal):.0f} MiB",
            f"+ {erbij:.0f} MiB",
            f"+ {HOOGSTENS:.0f} MiB",
            erbij <= HOOGSTENS,
        )
    ]
