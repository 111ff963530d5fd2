"""The vault of a working week, no practice vault, and the two hands that do the work in it, and count."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import blik
import weekvragen
from toneel import Toneel

sys.path.append(str(Path(__file__).parents[1]))
sys.path.append(str(Path(__file__).parents[1] / "ui" / "pages" / "tafel"))

from tafelkluis import REGIE, WACHTWOORD, ProefKlok, Tafelkluis, maak_tafelkluis, open_als

from zvh_desktop.models.keuzes import OordeelUitkomst
from zvh_desktop.services.poort.oordelen import OordeelInvoer

__all__ = [
    "REGIE", "WACHTWOORD", "Hand", "Muis", "Tafelkluis", "Toetsen", "klok_van_nu", "maak_tafelkluis", "maak_werkkluis",
    "open_als",
]  # fmt: skip
_ERBIJ = (("DJI", "Veilig Thuis"), ("OM", "RN", "DJI"))
"""Who is judged as well, so that six partijen may sit at either casus: twelve bijdragen."""
_VER = 80
"""So many times Tab at most: further away nobody goes looking."""


def klok_van_nu() -> ProefKlok:
    """The clock by which the application opens what is made now: a signature is of a day on which the key holds."""
    return ProefKlok(datetime.now(UTC))


def maak_werkkluis(map_: Path) -> Tafelkluis:
    """The vault of the pages of the tafel, as no practice vault and with twelve chairs at its two casussen."""
    klok = klok_van_nu()
    kluis = maak_tafelkluis(map_, oefen=False, klok=klok)
    diensten = open_als(kluis.map, REGIE, klok)
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
    """One hand of a user. Every key, every letter typed and every click counts as one; a password is counted apart."""

    def __init__(self, toneel: Toneel) -> None:
        self.toneel = toneel
        self._toetsen = self._klikken = 0

    def toets(self, *toetsen: str) -> None:
        """Press these keys, each once the one before has come."""
        self._toetsen += len(toetsen)
        for toets in toetsen:
            self.toneel.toets(toets)
            self.toneel.wacht_tot(blik.krijgt_toetsen, wat="een actief venster")

    def typ(self, tekst: str) -> None:
        """Type where the keys come."""
        self._toetsen += len(tekst)
        self.toneel.typ(tekst)

    def klik(self, doel: str, *, met: str = "", dubbel: bool = False) -> None:
        """Click on this part."""
        self._klikken += 2 if dubbel else 1
        self.toneel.klik(doel, met=met, dubbel=dubbel)

    def klik_regel(self, lijst: str, tekst: str, *, met: str = "", dubbel: bool = False, kolom: int = 0) -> None:
        """Click on the line with this text in this column."""
        self._klikken += 2 if dubbel else 1
        self.toneel.klik_regel(lijst, tekst, met=met, dubbel=dubbel, kolom=kolom)

    def tel(self) -> None:
        """Begin to count: what came before was the way there."""
        self._toetsen = self._klikken = 0

    def hoogstens(self, wat: str, *, toetsen: int = 0, klikken: int = 0) -> None:
        """What it took since ``tel`` is no more than this; said as well, for who runs it with -s."""
        sys.stdout.write(f"{wat}: {self._toetsen} toetsen, {self._klikken} klikken\n")
        assert self._toetsen <= toetsen, wat
        assert self._klikken <= klikken, wat

    def klik_tab(self, balk: str, tekst: str) -> None:
        """Click a tab."""
        self._klikken += 1
        self.toneel.klik_tab(balk, tekst)

    def klik_keuze(self, tekst: str) -> None:
        """Click a line of the menu that is open."""
        self._klikken += 1
        self.toneel.klik_keuze(tekst)


class Toetsen(Hand):
    """A hand that has no mouse: to a part it goes with Tab, to a line with the arrows."""

    def naar(self, doel: str, toets: str = "Tab") -> None:
        """Tab until this part has the keys; each time only once the one before has come."""
        for _ in range(_VER):
            if self.toneel.vraag(blik.met_focus) == doel:
                return
            was = self.toneel.vraag(weekvragen.welk_deel)
            self.toets(toets)
            self.toneel.wacht_tot(weekvragen.is_ander_deel, was)
        raise AssertionError(f"met {toets} komt men niet bij {doel!r}")

    def regel(self, lijst: str, einde: str, kolom: int = 0) -> None:
        """Down to the line that ends so in this column."""
        regels = self.toneel.wacht_tot(blik.regels, lijst, kolom)
        verder = next(nummer for nummer, tekst in enumerate(regels) if tekst.endswith(einde))
        self.toets("Home", *["Down"] * verder)
        self.toneel.wacht_tot(weekvragen.staat_op, lijst, kolom, einde)

    def meld_aan(self, naam: str) -> None:
        """Name, password, Enter; and Enter on what is said to who was not seen here before."""
        self.toneel.wacht_tot(blik.is_actief, "aanmeldvenster")
        if self.toneel.wacht_op("naam_veld").tekst != naam:
            self.naar("naam_veld", "shift+Tab")
            self.toets("ctrl+a")
            self.typ(naam)
        self.naar("wachtwoord_veld")
        self.toneel.typ(WACHTWOORD)
        self.toneel.wacht_op("open_knop", aan=True)
        self.toets("Return")
        self.toneel.wacht_tot(blik.is_actief, "melding")
        self.toets("Return")
        self.toneel.wacht_op_hoofdvenster()

    def onderteken(self) -> None:
        """The password where it is asked; Enter."""
        self.toneel.wacht_tot(blik.is_actief, "bevestigingsdialoog")
        veld = self.toneel.zie("bevestiging_wachtwoord")
        if veld is not None and veld.focus:
            self.toneel.typ(WACHTWOORD)
        self.toets("Return")
        self.toneel.wacht_weg("bevestigingsdialoog")


class Muis(Hand):
    """A hand that only points; words and passwords are typed in the field that was clicked."""

    def ga_naar(self, naam: str, pagina: str) -> None:
        """Click the part at the left."""
        self.klik_regel("navigatie", naam)
        self.toneel.wacht_tot(blik.is_pagina, pagina)

    def meld_aan(self, naam: str) -> None:
        """Click and type, and click the button; and that of what is said to who was not seen here before."""
        self.toneel.wacht_op("aanmeldvenster")
        if self.toneel.wacht_op("naam_veld").tekst != naam:
            self.klik("naam_veld", dubbel=True)  # the whole word, so that what is typed replaces it
            self.typ(naam)
        self.toneel.typ(WACHTWOORD, op="wachtwoord_veld")
        self.klik("open_knop")
        self.klik("melding > =Sluiten")
        self.toneel.wacht_op_hoofdvenster()

    def onderteken(self) -> None:
        """The password where it is asked; the button."""
        self.toneel.wacht_op("bevestigingsdialoog")
        veld = self.toneel.zie("bevestiging_wachtwoord")
        if veld is not None and veld.aan:
            self.toneel.typ(WACHTWOORD, op="bevestiging_wachtwoord")
        self.klik("bevestiging_teken_knop")
        self.toneel.wacht_weg("bevestigingsdialoog")
