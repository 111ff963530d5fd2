"""Who was at one point: a letter, Enter or the menu says how the chosen partij was present."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from zvh_desktop.models.keuzes import Aanwezigheid, PartijId
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.woorden import AANWEZIGHEID_TEKST
from zvh_desktop.services.tafel.verslag_gegevens import AanwezigeRegel
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.pages.tafel.verslag.puntkolommen import aanwezigen_kolommen
from zvh_desktop.ui.pages.tafel.woorden import AANWEZIGHEID_ICOON
from zvh_desktop.ui.uiterlijk.doelen import Balkknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.widgets.kaart import StilleTekst

AANWEZIG_LETTERS = {
    "a": Aanwezigheid.AANWEZIG,
    "f": Aanwezigheid.AFGEMELD,
    "w": Aanwezigheid.AFWEZIG,
    "s": Aanwezigheid.SCHRIFTELIJK,
    "v": Aanwezigheid.VERTROKKEN,
}
KOMT_BINNEN = "k"
"""At the table: this partij comes in now."""
TIJD = "t"
"""Where a time was written down: it was another."""


@dataclass(frozen=True, slots=True)
class Aantafelstand:
    """What is known while the point is on the table, and not in the verslag afterwards."""

    tijden: Mapping[PartijId, str] = field(default_factory=dict)
    """Who came late or left early, and when."""
    bezig: bool = False
    """The point is being discussed: who comes or goes does so now."""


def _met_letter(tekst: str, letter: str) -> str:
    """The text with this letter underlined; in front of it when it is not in there."""
    plaats = tekst.casefold().find(letter)
    return f"{tekst[:plaats]}&{tekst[plaats:]}" if plaats >= 0 else f"&{letter.upper()}  {tekst}"


class Aanwezigentabel(Toetstabel[AanwezigeRegel]):
    """The table, with a button and a line about its keys that stand above it."""

    aanwezigheid_gekozen = Signal(object)
    """The Aanwezigheid that the chosen partij is to have."""

    komt_binnen = Signal()
    """The chosen partij comes in now."""

    tijd_gevraagd = Signal()
    """The chosen partij came or left at another time."""

    def __init__(self, ouder: QWidget) -> None:
        self._stand = Aantafelstand()
        super().__init__(
            "verslag_aanwezigen",
            "Aanwezigheid per partij",
            aanwezigen_kolommen(self._tijd),
            "".join((*AANWEZIG_LETTERS, KOMT_BINNEN, TIJD)),
            ouder,
            rek=2,
            minste_rijen=3,
        )
        letters = ", ".join(f"{letter.upper()} {AANWEZIGHEID_TEKST[wat]}" for letter, wat in AANWEZIG_LETTERS.items())
        self.setToolTip(f"Toetsen: {letters}.")
        self.setAccessibleDescription(f"Toetsen: {letters}.")
        self._uitleg_letters = letters

    def _tijd(self, regel: AanwezigeRegel) -> str:
        return self._stand.tijden.get(regel.partij_id, "")

    def bouw_erboven(self, vlak: QWidget) -> None:
        """What stands above the table, made after it: the line about the keys, and the button with its menu."""
        self.toetsen = StilleTekst("", vlak)
        self.toetsen.setToolTip(f"{self._uitleg_letters}.")
        self.menu = QMenu(vlak)
        self.menu.setObjectName("verslag_aanwezig_menu")
        for letter, wat in AANWEZIG_LETTERS.items():
            keuze = self.menu.addAction(_met_letter(hoofdletter(AANWEZIGHEID_TEKST[wat]), letter))
            keuze.setData(wat)
            zet_icoon(keuze, AANWEZIGHEID_ICOON[wat])
        self.binnen_actie = self.menu.addAction("&Komt nu binnen")
        zet_icoon(self.binnen_actie, Icoon.PLUS)
        self.binnen_actie.setVisible(False)
        self.tijd_actie = self.menu.addAction("&Tijd van komen of gaan…")
        zet_icoon(self.tijd_actie, Icoon.KLOK)
        self.tijd_actie.setVisible(False)
        self.menu.aboutToShow.connect(self._on_menu_komt)
        self.knop = Balkknop(vlak)
        self.knop.setObjectName("verslag_aanwezig_knop")
        self.knop.setText("Aanwe&zigheid")
        self.knop.setAccessibleName("Aanwezigheid van de gekozen partij wijzigen")
        self.knop.setToolTip("Kies hoe de gekozen partij aanwezig was (Enter of rechtermuisknop)")
        self.knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.knop.setMenu(self.menu)
        self._on_letters_werken(True)
        self.letter_gebruikt.connect(self._on_letter)
        self.letters_werken.connect(self._on_letters_werken)
        self.menu_gevraagd.connect(self._on_menu)
        self.regel_geopend.connect(self._on_geopend)
        self.menu.triggered.connect(self._on_gekozen)

    def zet_aanwezigen(self, regels: tuple[AanwezigeRegel, ...], stand: Aantafelstand, *, mag: bool) -> None:
        """Show these, with when they came and went."""
        self._stand = stand
        self.zet_regels(regels)
        self.knop.setEnabled(mag and bool(regels))
        self.binnen_actie.setVisible(stand.bezig)
        self._on_letters_werken(self._letters_aan)

    def heeft_tijd(self) -> bool:
        """Whether it was written down when the chosen partij came or left."""
        regel = self.gekozen()
        return regel is not None and regel.partij_id in self._stand.tijden

    def naar_volgende(self, rij: int) -> None:
        """On to the partij after this one; the last stays chosen."""
        self.kies(min(rij + 1, self.regelmodel.rowCount() - 1))

    def _on_letters_werken(self, aan: bool) -> None:
        """Say what a letter does now; without these words a letter does nothing."""
        erbij = (*((KOMT_BINNEN,) if self._stand.bezig else ()), *((TIJD,) if self._stand.tijden else ()))
        letters = ", ".join((*AANWEZIG_LETTERS, *erbij)).upper()
        self.toetsen.setText(f"Toetsen {letters}" if aan else "Kies met Enter")

    def _on_geopend(self, _regel: AanwezigeRegel) -> None:
        self._on_menu(self.plek_van_menu())

    def _on_menu(self, plek: QPoint) -> None:
        if self.knop.isEnabled():
            self.menu.popup(plek)

    def _on_menu_komt(self) -> None:
        self.tijd_actie.setVisible(self.heeft_tijd())

    def _on_gekozen(self, keuze: QAction) -> None:
        if keuze is self.binnen_actie:
            self.komt_binnen.emit()
            return
        if keuze is self.tijd_actie:
            self.tijd_gevraagd.emit()
            return
        self.aanwezigheid_gekozen.emit(Aanwezigheid(keuze.data()))

    def _on_letter(self, letter: str) -> None:
        if letter == KOMT_BINNEN:
            if self._stand.bezig:
                self.komt_binnen.emit()
            return
        if letter == TIJD:
            if self.heeft_tijd():
                self.tijd_gevraagd.emit()
            return
        self.aanwezigheid_gekozen.emit(AANWEZIG_LETTERS[letter])
