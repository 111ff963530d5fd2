"""Try every attack of the grammar, and print how many were refused, found by the check, or went unnoticed.

What docs/veiligheid.md says that is not prevented has a column of its own: a row that nobody signed.

``make aanvallen``, or one kind of them with ARGS=2. The exit code is 1 when one went unnoticed, or when a vault that
was left alone is called broken.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from aanval_dossier import maak_dossier
from aanval_grammatica import DOSSIER, KAMERS, POORT, Aanval, alle
from aanval_kamers import maak_kamers
from aanval_toneel import Sjabloon, maak, poging

SOORTEN = {
    1: "afwezigheid (verklaring en rij)",
    2: "ingetrokken sleutel tekent",
    3: "geheugen herschreven",
    4: "iets geplant in het schema",
    5: "een rol zonder tweede",
    6: "eigen woorden veranderd",
    7: "rij van een nieuwe kamer",
    8: "ondertekende stand teruggezet",
    9: "besluit over een partij, geschil",
    10: "koffer onderweg",
    11: "keuze voordat het weggaat",
    12: "brief, en wat haar beslist",
    13: "cijfers",
    14: "vernietigd, en in een koffer",
    15: "van buiten, en de zoekindex",
}
VEILIGHEID = Path(__file__).parents[2] / "docs" / "veiligheid.md"
Maker = Callable[[Path], Sjabloon]
MAKERS: dict[str, Maker] = {POORT: maak, KAMERS: maak_kamers, DOSSIER: maak_dossier}


def beproef(sjabloon: Sjabloon, aanval: Aanval, map_: Path) -> tuple[bool, bool]:
    """Whether it was refused live, and whether the user was warned or the check finds it."""
    with poging(sjabloon, map_) as toneel:
        aanval.doe(toneel)
        gelukt = toneel.staat_open() if aanval.daarna is None else aanval.daarna(toneel)
        gemeld = bool(toneel.open().kluis.stand.waarschuwingen) or bool(toneel.gevonden())
        return not gelukt, gemeld


def is_beschreven(aanval: Aanval) -> bool:
    """Whether docs/veiligheid.md says, in the words that the sentence names, that this is not prevented."""
    return bool(aanval.beschreven) and " ".join(aanval.beschreven.split()) in " ".join(
        VEILIGHEID.read_text(encoding="utf-8").split()
    )


def main() -> int:
    """One line for each kind."""
    begin = time.monotonic()
    soorten = {int(soort) for soort in sys.argv[1:]} or set(SOORTEN)
    tel: Counter[tuple[int, str]] = Counter()
    onopgemerkt: list[str] = []
    niet_geweigerd: list[str] = []
    with tempfile.TemporaryDirectory(prefix="zvh-aanvallen-") as tijdelijk:
        basis = Path(tijdelijk)
        sjablonen: dict[str, Sjabloon] = {}
        ongemoeid = []
        for nummer, aanval in enumerate(aanval for aanval in alle() if aanval.soort in soorten):
            if aanval.kluis not in sjablonen:
                sjablonen[aanval.kluis] = MAKERS[aanval.kluis](basis / aanval.kluis)
                with poging(sjablonen[aanval.kluis], basis / f"{aanval.kluis}-ongemoeid") as toneel:
                    open_ = aanval.kluis != DOSSIER and toneel.staat_open()
                    stand = (open_, toneel.gevonden(), toneel.open().kluis.stand.waarschuwingen)
                if stand != (False, (), ()):
                    ongemoeid.append(stand)
            geweigerd, gemeld = beproef(sjablonen[aanval.kluis], aanval, basis / str(nummer))
            tel[aanval.soort, "geprobeerd"] += 1
            tel[aanval.soort, "geweigerd"] += geweigerd
            tel[aanval.soort, "gevonden"] += gemeld
            if is_beschreven(aanval):
                tel[aanval.soort, "beschreven"] += 1
                continue
            if not geweigerd:
                niet_geweigerd.append(f"{aanval.soort}: {aanval.naam}")
            if not (geweigerd or gemeld):
                onopgemerkt.append(f"{aanval.soort}: {aanval.naam}")
                tel[aanval.soort, "onopgemerkt"] += 1
    _druk_af(tel)
    for regel in niet_geweigerd:
        _zeg(f"niet geweigerd  {regel}")
    for regel in onopgemerkt:
        _zeg(f"onopgemerkt  {regel}")
    _zeg(f"ongemoeide kluis: {ongemoeid or 'goed'}")
    _zeg(f"duur: {time.monotonic() - begin:.0f} s")
    return 1 if onopgemerkt or ongemoeid else 0


def _zeg(regel: str) -> None:
    sys.stdout.write(f"{regel}\n")


def _druk_af(tel: Counter[tuple[int, str]]) -> None:
    koppen = ("geprobeerd", "geweigerd", "gevonden", "beschreven", "onopgemerkt")
    _zeg(f"{'soort':<36}" + "".join(f"{kop:>13}" for kop in koppen))
    for soort, naam in SOORTEN.items():
        _zeg(f"{soort:<2} {naam:<33}" + "".join(f"{tel[soort, kop]:>13}" for kop in koppen))


if __name__ == "__main__":
    sys.exit(main())
