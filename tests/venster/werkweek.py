"""The vault of a working week, no practice vault, and a hand that counts its keys and clicks."""

from __future__ import annotations

import sys
from pathlib import Path

import blik
from toneel import Toneel

sys.path.append(str(Path(__file__).parents[1]))
sys.path.append(str(Path(__file__).parents[1] / "ui" / "pages" / "tafel"))

from tafelkluis import REGIE, WACHTWOORD, Tafelkluis, maak_tafelkluis, open_als, tafelklok

from zvh_desktop.models.keuzes import OordeelUitkomst
from zvh_desktop.services.poort.oordelen import OordeelInvoer

__all__ = ["WACHTWOORD", "Hand", "Tafelkluis", "maak_werkkluis"]
_ERBIJ = (("DJI", "Veilig Thuis"), ("OM", "RN", "DJI"))
"""Who is judged as well, so that six partijen may sit at either casus: twelve bijdragen."""


def maak_werkkluis(map_: Path) -> Tafelkluis:
    """The vault of the pages of the tafel, as no practice vault and with twelve chairs at its two casussen."""
    kluis = maak_tafelkluis(map_, oefen=False)
    diensten = open_als(kluis.map, REGIE, tafelklok())
    try:
        diensten.bevestig(WACHTWOORD)
        for casus, korte_namen in zip(kluis.casussen, _ERBIJ, strict=False):
            diensten.oordelen.geef(
                casus,
                tuple(
                    OordeelInvoer(kluis.partijen[kort], OordeelUitkomst.RECHTMATIG, grondslag="Taak bij deze casus")
                    for kort in korte_namen
                ),
            )
    finally:
        diensten.sluit()
    return kluis


class Hand:
    """Every key, every letter typed and every click counts as one; a password is counted apart."""

    def __init__(self, toneel: Toneel) -> None:
        self.toneel = toneel
        self.toetsen = self.klikken = 0

    def toets(self, *toetsen: str) -> None:
        self.toetsen += len(toetsen)
        for toets in toetsen:
            self.toneel.toets(toets)
            self.toneel.wacht_tot(blik.krijgt_toetsen, wat="een actief venster")

    def typ(self, tekst: str) -> None:
        self.toetsen += len(tekst)
        self.toneel.typ(tekst)

    def klik(self, doel: str, *, met: str = "", dubbel: bool = False) -> None:
        self.klikken += 2 if dubbel else 1
        self.toneel.klik(doel, met=met, dubbel=dubbel)

    def klik_regel(self, lijst: str, tekst: str, *, met: str = "", dubbel: bool = False, kolom: int = 0) -> None:
        self.klikken += 2 if dubbel else 1
        self.toneel.klik_regel(lijst, tekst, met=met, dubbel=dubbel, kolom=kolom)

    def onderteken(self) -> None:
        """The password is not part of the count; the Enter or click after it is."""
        self.toneel.typ(WACHTWOORD, op="bevestiging_wachtwoord")

    def zeg(self, wat: str) -> None:
        """For who runs it with -s."""
        sys.stdout.write(f"{wat}: {self.toetsen} toetsen, {self.klikken} klikken\n")
