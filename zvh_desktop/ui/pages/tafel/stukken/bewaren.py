"""Makes several documents and writes them to a folder, all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.ui.draden.te_maken import Begin, TeMaken
from zvh_desktop.ui.pdf_voorbeeld import schrijf_bestand


@dataclass(frozen=True)
class Bewaren:
    """The work, ready to be run outside the window; reports "Notulen 4 van 11: GGD Twente"."""

    stukken: Sequence[TeMaken]
    maak: Callable[[Begin], Sequence[Stuk]]
    map: Path

    def __call__(self, voortgang: Callable[[int, int, str], None]) -> int:
        """How many files were written. Nothing is written before everything has been made."""
        totaal = len(self.stukken)

        def begint_aan(plaats: int) -> None:
            een = self.stukken[plaats]
            wie = f": {een.wie}" if een.wie else ""
            voortgang(plaats, totaal, f"{een.wat} {plaats + 1} van {totaal}{wie}")

        gemaakt = self.maak(begint_aan)
        voortgang(totaal, totaal, "Bestanden bewaren")
        geschreven: list[Path] = []
        try:
            for stuk in gemaakt:
                doel = vrije_naam(self.map / stuk.bestandsnaam)
                schrijf_bestand(doel, stuk.inhoud)
                geschreven.append(doel)
        except BaseException:
            for doel in geschreven:
                doel.unlink(missing_ok=True)
            raise
        return len(geschreven)


def vrije_naam(doel: Path) -> Path:
    """This name, or the first one with a number that is not in use: a document of before is never overwritten."""
    if not doel.exists():
        return doel
    nummer = 2
    while (ander := doel.with_stem(f"{doel.stem} ({nummer})")).exists():
        nummer += 1
    return ander
