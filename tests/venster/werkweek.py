"""The vault of a working week, no practice vault, and a hand that counts its keys and clicks."""

from __future__ import annotations

import sys
from pathlib import Path

import blik
from toneel import Toneel

sys.path.append(str(Path(__file__).parents[1] / "ui" / "pages" / "tafel"))

from tafelkluis import WACHTWOORD, Tafelkluis, maak_tafelkluis

__all__ = ["WACHTWOORD", "Hand", "Tafelkluis", "maak_tafelkluis"]


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

    def klik_regel(self, lijst: str, tekst: str, *, met: str = "", dubbel: bool = False) -> None:
        self.klikken += 2 if dubbel else 1
        self.toneel.klik_regel(lijst, tekst, met=met, dubbel=dubbel)

    def onderteken(self) -> None:
        """The password is not part of the count; the Enter or click after it is."""
        self.toneel.typ(WACHTWOORD, op="bevestiging_wachtwoord")

    def zeg(self, wat: str) -> None:
        """For who runs it with -s."""
        sys.stdout.write(f"{wat}: {self.toetsen} toetsen, {self.klikken} klikken\n")
