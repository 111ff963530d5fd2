"""Try every attack of the grammar, and print how many were refused, found by the check, or went unnoticed.

``make aanvallen``, or one kind of them with ARGS=2. The exit code is 1 when one went unnoticed, or when a vault that
was left alone is called broken.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from aanval_grammatica import Aanval, alle
from aanval_toneel import Sjabloon, maak, poging

SOORTEN = {
    1: "afwezigheid (verklaring en rij)",
    2: "ingetrokken sleutel tekent",
    3: "geheugen herschreven",
    4: "iets geplant in het schema",
    5: "een rol zonder tweede",
    6: "eigen woorden veranderd",
    7: "rij van een nieuwe kamer",
}


def beproef(sjabloon: Sjabloon, aanval: Aanval, map_: Path) -> tuple[bool, bool]:
    """Whether it was refused live, and whether the user was warned or the check finds it."""
    with poging(sjabloon, map_) as toneel:
        aanval.doe(toneel)
        gelukt = toneel.staat_open() if aanval.daarna is None else aanval.daarna(toneel)
        gemeld = bool(toneel.open().kluis.stand.waarschuwingen) or bool(toneel.gevonden())
        return not gelukt, gemeld


def main() -> int:
    """One line for each kind."""
    begin = time.monotonic()
    soorten = {int(soort) for soort in sys.argv[1:]} or set(SOORTEN)
    tel: Counter[tuple[int, str]] = Counter()
    onopgemerkt: list[str] = []
    niet_geweigerd: list[str] = []
    with tempfile.TemporaryDirectory(prefix="zvh-aanvallen-") as tijdelijk:
        basis = Path(tijdelijk)
        sjabloon = maak(basis / "sjabloon")
        with poging(sjabloon, basis / "ongemoeid") as toneel:
            ongemoeid = (toneel.staat_open(), toneel.gevonden(), toneel.open().kluis.stand.waarschuwingen)
        for nummer, aanval in enumerate(aanval for aanval in alle() if aanval.soort in soorten):
            geweigerd, gemeld = beproef(sjabloon, aanval, basis / str(nummer))
            tel[aanval.soort, "geprobeerd"] += 1
            tel[aanval.soort, "geweigerd"] += geweigerd
            if not geweigerd:
                niet_geweigerd.append(f"{aanval.soort}: {aanval.naam}")
            tel[aanval.soort, "gevonden"] += gemeld
            if not (geweigerd or gemeld):
                onopgemerkt.append(f"{aanval.soort}: {aanval.naam}")
                tel[aanval.soort, "onopgemerkt"] += 1
    _druk_af(tel)
    for regel in niet_geweigerd:
        _zeg(f"niet geweigerd  {regel}")
    for regel in onopgemerkt:
        _zeg(f"onopgemerkt  {regel}")
    _zeg(f"ongemoeide kluis: {'goed' if ongemoeid == (False, (), ()) else ongemoeid}")
    _zeg(f"duur: {time.monotonic() - begin:.0f} s")
    return 1 if onopgemerkt or ongemoeid != (False, (), ()) else 0


def _zeg(regel: str) -> None:
    sys.stdout.write(f"{regel}\n")


def _druk_af(tel: Counter[tuple[int, str]]) -> None:
    koppen = ("geprobeerd", "geweigerd", "gevonden", "onopgemerkt")
    _zeg(f"{'soort':<36}" + "".join(f"{kop:>13}" for kop in koppen))
    for soort, naam in SOORTEN.items():
        _zeg(f"{soort} {naam:<34}" + "".join(f"{tel[soort, kop]:>13}" for kop in koppen))


if __name__ == "__main__":
    sys.exit(main())
