"""The views of one list: chosen from a menu, by mouse or by Alt+F9 and a number, and kept, changed and let go there.

What a view says is read when the menu opens. Of the one that was chosen only its name is remembered.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.weergaven import Weergave, WeergaveService, Weergavestand
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.ongedaan import Omkeerbaar, Ongedaan
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.weergaven.dialoog import Weergavedialoog

TOETS: Final = "Alt+F9"
_MET_CIJFER: Final = 9
"""So many views can be chosen by their number."""


class Standbron(Protocol):
    """What can be looked at in more than one way."""

    def lees(self) -> Weergavestand:
        """How it is looked at now."""

    def zet(self, stand: Weergavestand, /) -> tuple[str, ...]:
        """Look at it so; what in it no longer exists is left out and given back, in words."""

    def gewoon(self) -> Weergavestand:
        """How it is without a view."""


class Weergaven(QObject):
    """The menu with its key, for one list in the window."""

    def __init__(
        self,
        lijst: str,
        bron: Standbron,
        vlak: QWidget,
        zeg: Callable[[str, bool], None],
        diensten: Diensten,
        gereedschap: Gereedschap,
        *,
        wat: str = "weergave",
    ) -> None:
        """``zeg`` says what was done, and whether it can be taken back; ``vlak`` is what the menu opens on."""
        super().__init__(vlak)
        self._lijst = lijst
        self._bron = bron
        self._vlak = vlak
        self._zeg = zeg
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._wat = wat
        self._gekozen: tuple[str, bool] | None = None
        self._ongedaan = Ongedaan()
        self.menu = QMenu(vlak)
        self.menu.setObjectName(f"{lijst}_weergave_menu")
        self.menu.setAccessibleName("Weergaven" if wat == "weergave" else "Bewaarde zoekvragen")
        self.menu.setToolTipsVisible(True)
        self._verbind()

    def _verbind(self) -> None:
        self.menu.aboutToShow.connect(self._vul)

    def toon_menu(self) -> None:
        """Below the list's own buttons, the first line chosen."""
        self.menu.popup(self._vlak.mapToGlobal(QPoint(0, self._vlak.fontMetrics().height() * 2)))
        eerste = next((een for een in self.menu.actions() if een.isEnabled() and not een.isSeparator()), None)
        if eerste is not None:
            self.menu.setActiveAction(eerste)

    # --- the menu ---------------------------------------------------------------------------------

    def _vul(self) -> None:
        self.menu.clear()
        try:
            alle = self._dienst().lijst(self._lijst)
        except GebruikersFout as fout:
            alle = ()
            self.menu.addAction(letterlijk(fout.gebeurd)).setEnabled(False)
        for nummer, een in enumerate(alle, start=1):
            cijfer = f"&{nummer}  " if nummer <= _MET_CIJFER else "    "
            van = "" if een.eigen else "   (huis)"
            actie = self._erbij(f"{cijfer}{letterlijk(een.naam)}{van}", partial(self.open, een))
            actie.setCheckable(True)
            actie.setChecked(self._is(een))
        if not alle:
            self.menu.addAction(f"Nog geen {self._wat} bewaard").setEnabled(False)
        self.menu.addSeparator()
        self._erbij(f"&Zonder {self._wat}", self.zonder)
        self.menu.addSeparator()
        self._vul_bewaren(next(filter(self._is, alle), None))

    def _vul_bewaren(self, huidig: Weergave | None) -> None:
        mag = self._diensten.mag(Recht.WEERGAVEN_BIJHOUDEN)
        acties = [self._erbij("&Bewaar als…", self.bewaar_als)]
        if huidig is not None:
            naam = letterlijk(huidig.naam)
            acties += [
                self._erbij(f'Bij&werken: "{naam}"', partial(self.werk_bij, huidig)),
                self._erbij(f'&Hernoem: "{naam}"…', partial(self.hernoem, huidig)),
                self._erbij(f'&Verwijder: "{naam}"', partial(self.verwijder, huidig)),
            ]
        if self._ongedaan.laatste():
            acties.append(self._erbij("Maak &ongedaan", self.maak_ongedaan))
        for actie in acties:
            actie.setEnabled(mag.mag)
            actie.setToolTip(platte_uitleg(mag.reden))

    def _erbij(self, tekst: str, doe: Callable[[], object]) -> QAction:
        actie = self.menu.addAction(tekst)
        actie.triggered.connect(doe)
        return actie

    # --- acts -------------------------------------------------------------------------------------

    def open(self, weergave: Weergave) -> None:
        """Look at the list so."""
        weg = self._bron.zet(weergave.stand)
        self._gekozen = (weergave.naam, weergave.eigen)
        zin = f'{self._hoofd()} "{weergave.naam}" is geopend.'
        if weg:
            zin += f" Wat er niet meer is, is weggelaten: {', '.join(weg)}. De rest geldt."
        self._zeg(zin, False)

    def zonder(self) -> None:
        """Every row again, in the columns that the list begins with."""
        self._gekozen = None
        self._bron.zet(self._bron.gewoon())
        self._zeg("", False)

    def bewaar_als(self) -> None:
        """Keep how the list is looked at now, under a name."""
        stand = self._bron.lees()
        Weergavedialoog.vraag(f"{self._hoofd()} bewaren", None, partial(self._bewaar_nieuw, stand), ouder=self._vlak)

    def _bewaar_nieuw(self, stand: Weergavestand, naam: str, eigen: bool) -> None:
        self._doe(None, Weergave(self._lijst, naam, stand, eigen), "is bewaard")

    def werk_bij(self, was: Weergave) -> None:
        """Keep how the list is looked at now under the name that was chosen."""
        try:
            self._doe(was, replace(was, stand=self._bron.lees()), "is bijgewerkt")
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self._vlak, fout)

    def hernoem(self, was: Weergave) -> None:
        """Ask for another name, or for whom it is."""
        Weergavedialoog.vraag(f"{self._hoofd()} hernoemen", was, partial(self._hernoem, was), ouder=self._vlak)

    def _hernoem(self, was: Weergave, naam: str, eigen: bool) -> None:
        self._doe(was, replace(was, naam=naam, eigen=eigen), "is hernoemd")

    def verwijder(self, was: Weergave) -> None:
        """Let it go; the list stays as it is."""
        try:
            self._doe(was, None, "is verwijderd")
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self._vlak, fout)

    def maak_ongedaan(self) -> None:
        """Take back what was kept, changed or let go last."""
        try:
            gelukt = self._ongedaan.terug()
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self._vlak, fout)
            return
        if gelukt:
            self._zeg("Teruggezet.", False)

    def _doe(self, was: Weergave | None, nieuw: Weergave | None, gedaan: str) -> None:
        wie = nieuw or was
        tekst = f'{self._hoofd()} "{wie.naam}" {gedaan}.' if wie is not None else ""
        self._ongedaan.doe(_Weergavewissel(self._dienst(), was, nieuw, tekst))
        self._gekozen = (" ".join(nieuw.naam.split()), nieuw.eigen) if nieuw is not None else None
        self._zeg(tekst, True)

    def _is(self, weergave: Weergave) -> bool:
        return self._gekozen == (weergave.naam, weergave.eigen)

    def _dienst(self) -> WeergaveService:
        return self._diensten.weergaven

    def _hoofd(self) -> str:
        return self._wat[0].upper() + self._wat[1:]


class _Weergavewissel(Omkeerbaar):
    """A view that came, went or became another."""

    def __init__(self, dienst: WeergaveService, was: Weergave | None, nieuw: Weergave | None, tekst: str) -> None:
        self._dienst, self._was, self._nieuw, self._tekst = dienst, was, nieuw, tekst

    @property
    def tekst(self) -> str:
        return self._tekst

    def doe(self) -> None:
        self._zet(self._was, self._nieuw)

    def terug(self) -> None:
        self._zet(self._nieuw, self._was)

    def _zet(self, was: Weergave | None, nieuw: Weergave | None) -> None:
        if nieuw is not None:
            self._dienst.bewaar(nieuw, was)
        elif was is not None:
            self._dienst.haal_weg(was)
