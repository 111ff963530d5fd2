"""A part of Beheer that is a list with a dialog for each line: add, change, take away, and a way back for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, Protocol, TypeVar

from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.beheer.lijstdeel import LijstDeel, RegelT
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel

Regel_contra = TypeVar("Regel_contra", contravariant=True)


class Wisseldienst(Protocol[Regel_contra]):
    """What keeps the lines."""

    def bewaar(self, regel: Regel_contra, was: Regel_contra | None = None, /) -> None:
        """Add one, or put it in the place of another. Raises GebruikersFout."""

    def haal_weg(self, regel: Regel_contra, /) -> None:
        """Take one away. Raises GebruikersFout."""


class Wissellijst(LijstDeel[RegelT]):
    """The parts of it say what a line is called, what keeps it and which dialog asks for it."""

    recht: Recht
    """Who may see the list may keep it."""
    soort: str
    """One line, as in 'tekstblok'; the names of the buttons begin with it."""
    gekozen_soort: str
    """The same with its article, as in 'het gekozen tekstblok'."""

    def bouw_wissellijst(self, sleutel: str, kolommen: Sequence[Kolom[RegelT]], leeg: LegeStaat) -> None:
        """Make the buttons with their keys, the table and the line with the way back."""
        self.erbij_knop = knop(f"{self.soort}_erbij_knop", "&Voeg toe…", self, Icoon.PLUS)
        hoofd = self.gekozen_soort[0].upper() + self.gekozen_soort[1:]
        self.wijzig_knop = gereedschapsknop(
            f"{self.soort}_wijzig_knop", Icoon.POTLOOD, "Wijzig", f"{hoofd} wijzigen (F2)", self
        )
        self.weg_knop = gereedschapsknop(
            f"{self.soort}_weg_knop", Icoon.PRULLENBAK, "Haal weg", f"{hoofd} weghalen (Delete)", self
        )
        self.ongedaan = OngedaanRegel(self, self.lukt, self.vernieuw)
        self.bouw_lijst(
            sleutel,
            kolommen,
            leeg,
            knoppen=(self.erbij_knop, self.wijzig_knop, self.weg_knop),
            eronder=(self.ongedaan,),
        )
        self.erbij_knop.clicked.connect(self.voeg_toe)
        self.wijzig_knop.clicked.connect(self.wijzig)
        self.weg_knop.clicked.connect(self.haal_weg)
        self.tabel.regel_geopend.connect(self.wijzig)
        for toets, doe in (("Ins", self.voeg_toe), ("F2", self.wijzig), ("Del", self.haal_weg)):
            sneltoets(toets, waar=self.tabel.tabel).activated.connect(doe)

    def dienst(self) -> Wisseldienst[RegelT]:
        """What keeps the lines. Subclasses do this."""
        raise NotImplementedError

    def vraag(self, was: RegelT | None, bewaar: Callable[[RegelT], object]) -> object:
        """Show the dialog for a new line, or for this one. Subclasses do this."""
        raise NotImplementedError

    def heet(self, regel: RegelT) -> str:
        """How it is called in 'X is bewaard'. Subclasses do this."""
        raise NotImplementedError

    def toon_knoppen(self) -> None:
        self.zet_recht(self.erbij_knop, self.recht)
        gekozen = self.tabel.gekozen() is not None
        for een in (self.wijzig_knop, self.weg_knop):
            self.zet_recht(een, self.recht, verder=gekozen, reden=f"Kies eerst een {self.soort}.")

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.ongedaan.vergeet()

    def voeg_toe(self) -> None:
        """Ask for a new one."""
        if self.erbij_knop.isEnabled():
            self.vraag(None, partial(self._bewaar, None))

    def wijzig(self) -> None:
        """Ask what the chosen one becomes."""
        was = self.tabel.gekozen()
        if was is not None and self.wijzig_knop.isEnabled():
            self.vraag(was, partial(self._bewaar, was))

    def haal_weg(self) -> None:
        """The chosen one; it can be put back."""
        was = self.tabel.gekozen()
        if was is not None and self.weg_knop.isEnabled():
            self.ongedaan.probeer(_Wissel(self.dienst(), was, None, f"{self.heet(was)} is weggehaald."))

    def _bewaar(self, was: RegelT | None, nieuw: RegelT) -> None:
        self.ongedaan.doe(_Wissel(self.dienst(), was, nieuw, f"{self.heet(nieuw)} is bewaard."))


class _Wissel(Omkeerbaar, Generic[RegelT]):
    """A line that came, went or became another."""

    def __init__(self, dienst: Wisseldienst[RegelT], was: RegelT | None, nieuw: RegelT | None, tekst: str) -> None:
        self._dienst, self._was, self._nieuw, self._tekst = dienst, was, nieuw, tekst

    @property
    def tekst(self) -> str:
        return self._tekst

    def doe(self) -> None:
        self._zet(self._was, self._nieuw)

    def terug(self) -> None:
        self._zet(self._nieuw, self._was)

    def _zet(self, was: RegelT | None, nieuw: RegelT | None) -> None:
        if nieuw is not None:
            self._dienst.bewaar(nieuw, was)
        elif was is not None:
            self._dienst.haal_weg(was)
