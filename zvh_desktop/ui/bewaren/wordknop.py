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
NIET_MEER_HIER: Final = (
    "Het Word-bestand hoort bij een ander stuk dan u nu ziet. Er is niets overgenomen. Ga terug en lees het daar in."
)
BUITEN: Final = "Dat bestand staat buiten de kluis en is niet versleuteld. In het logboek staat dat het is gemaakt."


@dataclass(frozen=True)
class Wordtaak:
    """What can be done with the document that is shown now."""

    stuk: tuple[str, int]
    """Which document that is, so that an answer is not taken for that of another."""
    naam: Callable[[], str]
    """The name of the file, unless the user says otherwise."""
    maak: Callable[[], Wordbestand]
    lees: Callable[[Path], Wordvoorstel]
    neem_over: Callable[[tuple[Tekstovername, ...]], Callable[[], None]]
    """Gives the way back."""


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
        self._stuk: tuple[str, int] | None = None
        self._leest = False
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
        taak = self._taak()
        if taak is None or taak.stuk != self._stuk:  # the way back is that of another document
            self.melding.vergeet()
        self._stuk = taak.stuk if taak is not None else None
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
        taak = self._taak()
        if taak is None or not self._lukt(_niets):
            return
        bestand = self._gereedschap.melder.kies_bestand_open(self, "Neem wijzigingen uit Word over", WORD)
        if bestand is not None:
            self._leest = True
            klaar = partial(self._on_gelezen, taak)
            self._gereedschap.taken.start(partial(taak.lees, bestand), gelukt=klaar, mislukt=self._on_mislukt)

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._leest = False
        self._stuk = None
        self.melding.vergeet()

    def _on_bewaard(self, doel: Path) -> None:
        self.melding.zeg(f'Bewaard als "{doel.name}". {BUITEN}')

    def _on_gelezen(self, taak: Wordtaak, voorstel: Wordvoorstel) -> None:
        if not self._leest:  # locked meanwhile
            return
        nu = self._taak()
        if nu is None or nu.stuk != taak.stuk:
            self.melding.zeg(NIET_MEER_HIER)
        elif not voorstel.regels:
            self.melding.zeg(geen_verschil(voorstel))
        else:
            Wordvoorsteldialoog.vraag(voorstel, partial(self._neem_over, taak), ouder=self)

    def _neem_over(self, taak: Wordtaak, overnames: tuple[Tekstovername, ...]) -> None:
        self.melding.doe(WordOvernemen(taak.neem_over, overnames))

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
        self,
        neem_over: Callable[[tuple[Tekstovername, ...]], Callable[[], None]],
        overnames: tuple[Tekstovername, ...],
    ) -> None:
        self._neem_over, self._overnames = neem_over, overnames
        self._terug: Callable[[], None] = _niets
        aantal = len(overnames)
        self.tekst = f"{'1 tekst is' if aantal == 1 else f'{aantal} teksten zijn'} overgenomen uit Word."

    def doe(self) -> None:
        """Take them over."""
        self._terug = self._neem_over(self._overnames)

    def terug(self) -> None:
        """As they were."""
        self._terug()


@dataclass(frozen=True)
class TekstVoorTekst:
    """Taking over whose way back is each text as it was."""

    neem_over: Callable[[tuple[Tekstovername, ...]], None]

    def __call__(self, overnames: tuple[Tekstovername, ...]) -> Callable[[], None]:
        self.neem_over(overnames)
        return partial(self.neem_over, tuple(een.terug() for een in overnames))


def _niets() -> None:
    """For ``lukt``: nothing to do beside saving."""
