"""The button by which a document leaves for a word processor, and by which it is read again when it comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.bewerkbaar.gegevens import Tekstovername, Wordvoorstel
from zvh_desktop.ui.bewaren.wordvoorstel import Wordvoorsteldialoog, geen_verschil
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pdf_voorbeeld import schrijf_bestand
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel

if TYPE_CHECKING:
    from zvh_desktop.services.word.sjablonen import Wordbestand

WORD: Final = "Word-document (*.docx)"
BUITEN: Final = "Dat bestand staat buiten de kluis en is niet versleuteld. In het logboek staat dat het is gemaakt."


@dataclass(frozen=True)
class Wordtaak:
    """What can be done with the document that is shown now."""

    naam: Callable[[], str]
    """The name of the file, unless the user says otherwise."""
    maak: Callable[[], Wordbestand]
    lees: Callable[[Path], Wordvoorstel]
    neem_over: Callable[[tuple[Tekstovername, ...]], None]


class Wordknop(QWidget):
    """``knop`` goes in the row of buttons of a page and this below it: it says what was done, with a way back.

    ``taak`` gives what is shown, or None; ``lukt`` saves what was typed first and shows a refusal.
    """

    overgenomen = Signal()
    """Texts were changed: read the page again."""

    def __init__(
        self,
        naam: str,
        wat: str,
        taak: Callable[[], Wordtaak | None],
        lukt: Callable[[Callable[[], object]], bool],
        gereedschap: Gereedschap,
        ouder: QWidget,
    ) -> None:
        super().__init__(ouder)
        self._taak, self._lukt, self._gereedschap = taak, lukt, gereedschap
        self._bezig: Wordtaak | None = None
        self.knop = gereedschapsknop(f"{naam}_word_knop", Icoon.POTLOOD, "Word", f"{wat} in uw tekstverwerker", ouder)
        self.knop.setAccessibleName(f"Word: {wat} in uw tekstverwerker")
        menu = QMenu(self.knop)
        self.bewaar_actie = QAction("&Bewaar als Word…", self)
        self.bewaar_actie.setObjectName(f"{naam}_word_bewaar")
        self.lees_actie = QAction("&Neem wijzigingen uit Word over…", self)
        self.lees_actie.setObjectName(f"{naam}_word_lees")
        menu.addActions([self.bewaar_actie, self.lees_actie])
        self.knop.setMenu(menu)
        self.knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.melding = OngedaanRegel(self, lukt, self.overgenomen.emit)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(self.melding)
        self._verbind()

    def _verbind(self) -> None:
        self.bewaar_actie.triggered.connect(self.bewaar)
        self.lees_actie.triggered.connect(self.kies)

    def zet(self, *, mag_terug: bool, zichtbaar: bool) -> None:
        """Whether it is there at all, and whether something may be taken in."""
        self.knop.setVisible(zichtbaar)
        self.lees_actie.setEnabled(mag_terug)
        if not zichtbaar:
            self.maak_leeg()

    def bewaar(self) -> None:
        """Ask where, and save the document there."""
        taak = self._taak()
        if taak is None or not self._lukt(_niets):
            return
        naam = taak.naam()
        doel = self._gereedschap.melder.kies_bestand_opslaan(self, "Bewaar als Word", naam, WORD)
        if doel is not None:
            werk = Wordwerk(taak.maak, doel if doel.suffix else doel.with_suffix(".docx"))
            self._gereedschap.taken.start(werk, gelukt=self._on_bewaard, mislukt=self._on_mislukt)

    def kies(self) -> None:
        """Choose the file that came back, and look at it beside the window."""
        self._bezig = self._taak()
        if self._bezig is None or not self._lukt(_niets):
            return
        bestand = self._gereedschap.melder.kies_bestand_open(self, "Neem wijzigingen uit Word over", WORD)
        if bestand is not None:
            lees = partial(self._bezig.lees, bestand)
            self._gereedschap.taken.start(lees, gelukt=self._on_gelezen, mislukt=self._on_mislukt)

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._bezig = None
        self.melding.vergeet()

    def _on_bewaard(self, doel: Path) -> None:
        self.melding.zeg(f'Bewaard als "{doel.name}". {BUITEN}')

    def _on_gelezen(self, voorstel: Wordvoorstel) -> None:
        if self._bezig is None:  # locked meanwhile
            return
        if not voorstel.regels:
            self.melding.zeg(geen_verschil(voorstel))
            return
        Wordvoorsteldialoog.vraag(voorstel, self._neem_over, ouder=self)

    def _neem_over(self, overnames: tuple[Tekstovername, ...]) -> None:
        if self._bezig is not None:
            self.melding.doe(WordOvernemen(self._bezig.neem_over, overnames))

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        self._gereedschap.melder.toon_fout(self, fout)


@dataclass(frozen=True)
class Wordwerk:
    """Done beside the window: the first document of a day loads what makes it."""

    maak: Callable[[], Wordbestand]
    doel: Path

    def __call__(self) -> Path:
        schrijf_bestand(self.doel, self.maak().inhoud)
        return self.doel


class WordOvernemen:
    """That texts were taken over from a file, with its way back."""

    def __init__(
        self, neem_over: Callable[[tuple[Tekstovername, ...]], None], overnames: tuple[Tekstovername, ...]
    ) -> None:
        self._neem_over, self._overnames = neem_over, overnames
        aantal = len(overnames)
        self.tekst = f"{'1 tekst is' if aantal == 1 else f'{aantal} teksten zijn'} overgenomen uit Word."

    def doe(self) -> None:
        """Take them over."""
        self._neem_over(self._overnames)

    def terug(self) -> None:
        """As they were."""
        self._neem_over(tuple(een.terug() for een in self._overnames))


def _niets() -> None:
    """For ``lukt``: nothing to do beside saving."""
