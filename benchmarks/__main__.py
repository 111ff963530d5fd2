"""Runs the measurements that are asked for, all of them by default, and prints one table.

The exit code is 0 also when a figure is too high: a busy machine is no broken build. It is 1 when a measurement
could not be taken.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import (
    bladzijden,
    cijfers,
    dossier,
    geheugen,
    keepassxc,
    koffer,
    lek,
    lijsten,
    merken,
    notulen,
    openen,
    opslaan,
    overleg,
    ploeg,
    starten,
    verklaringen,
    vernietigen,
    vloeiend,
    volgorde,
    zoeken,
)  # fmt: skip
from benchmarks.kluizen import Kluizen
from benchmarks.meting import Uitslag

METINGEN: dict[str, Callable[[Kluizen], list[Uitslag]]] = {
    "starten": starten.meet,
    "keepassxc": keepassxc.meet,
    "openen": openen.meet,
    "verklaringen": verklaringen.meet,
    "dossier": dossier.meet,
    "opslaan": opslaan.meet,
    "zoeken": zoeken.meet,
    "lijsten": lijsten.meet,
    "notulen": notulen.meet,
    "merken": merken.meet,
    "overleg": overleg.meet,
    "vernietigen": vernietigen.meet,
    "cijfers": cijfers.meet,
    "vloeiend": vloeiend.meet,
    "bladzijden": bladzijden.meet,
    "volgorde": volgorde.meet,
    "koffer": koffer.meet,
    "lek": lek.meet,
    "geheugen": geheugen.meet,
    "ploeg": ploeg.meet,
}
KOPPEN = ("rij", "gemeten", "kaal", "verhouding", "hoogstens", "oordeel")


def main(argumenten: Sequence[str] | None = None) -> int:
    """Read the command line, measure, print."""
    lezer = argparse.ArgumentParser(prog="python -m benchmarks", description="De metingen, elk tegen de kale motor.")
    lezer.add_argument("meting", nargs="*", choices=[*METINGEN, []], help="welke; zonder keuze allemaal")
    lezer.add_argument("--map", type=Path, help="hier de meetkluizen bewaren, zodat een volgende keer sneller gaat")
    keuze = lezer.parse_args(argumenten)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="zvh-bench-") as tijdelijk:
        basis = keuze.map or Path(tijdelijk)
        basis.mkdir(parents=True, exist_ok=True)
        os.environ["ZVH_GEBRUIKERSMAP"] = str(basis / "gebruiker")
        uitslagen: list[Uitslag] = []
        mislukt = False
        for naam in keuze.meting or METINGEN:
            print(f"{naam} ...", file=sys.stderr, flush=True)
            try:
                uitslagen += METINGEN[naam](Kluizen(basis))
            except Exception:  # noqa: BLE001  the other rows must still be printed
                traceback.print_exc()
                mislukt = True
    print(_tabel(uitslagen))
    return 1 if mislukt else 0


def _tabel(uitslagen: Sequence[Uitslag]) -> str:
    regels = [KOPPEN, *((u.rij, u.gemeten, u.kaal, u.verhouding, u.doel, u.oordeel) for u in uitslagen)]
    breedten = [max(len(regel[kolom]) for regel in regels) for kolom in range(len(KOPPEN))]
    uit = []
    for nummer, regel in enumerate(regels):
        eerste, *rest = (
            tekst.ljust(breed) if kolom in (0, len(KOPPEN) - 1) else tekst.rjust(breed)
            for kolom, (tekst, breed) in enumerate(zip(regel, breedten, strict=True))
        )
        uit.append("  ".join((eerste, *rest)).rstrip())
        if nummer == 0:
            uit.append("  ".join("-" * breed for breed in breedten))
    return "\n".join(uit)


if __name__ == "__main__":
    sys.exit(main())
