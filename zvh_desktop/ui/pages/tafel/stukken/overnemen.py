"""What goes into other systems: left the casussen per system, right the fields in the order of that system.

One key copies a field and goes on to the next, for who works with two windows side by side. The clipboard is
that of the application: kept out of the history of Windows and emptied after half a minute.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.overnemen.gegevens import Overneemdeel, Overneemregel, onder_elkaar
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.tafel.puntongedaan import Omzetting
from zvh_desktop.ui.pages.tafel.stukken.vervolgblad import Vervolgblad
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, tekstbreedte
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.wijksplitser import Wijksplitser

_KOPIE = "k"
_VINK = "o"


def _casus(regel: Overneemregel) -> object:
    return regel.casusnummer


def _systeem(regel: Overneemregel) -> object:
    return regel.systeem


def _stand(regel: Overneemregel) -> object:
    if regel.op is not None:
        return f"overgenomen op {datum_kort(regel.op.date())} door {regel.door}"
    return "gecorrigeerd: opnieuw overnemen" if regel.eerder else "nog over te nemen"


def _stand_voluit(regel: Overneemregel) -> str:
    return str(regel.aandacht) if regel.aandacht is not None else str(_stand(regel))


def _stand_icoon(regel: Overneemregel) -> Icoon:
    if regel.overgenomen:
        return Icoon.VINK
    return Icoon.WAARSCHUWING if regel.eerder else Icoon.CIRKEL


def _veld(deel: Overneemdeel) -> object:
    return deel.naam


def _inhoud(deel: Overneemdeel) -> object:
    return " ".join(deel.tekst.split()) or "(leeg)"


def _inhoud_voluit(deel: Overneemdeel) -> str:
    return deel.tekst


def _tekst(delen: tuple[Overneemdeel, ...]) -> str:
    return delen[0].tekst


def _bewaar(vraag: Callable[[], tuple[Overneemdeel, ...]], gekozen: list[tuple[Overneemdeel, ...]]) -> None:
    gekozen.append(vraag())


class Overnemen(Vervolgblad):
    """Both tables, the buttons, and a line that says what was done."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("overnemen")
        self._overleg_id: OverlegId | None = None
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        self.vink_knop = knop("overnemen_vink", "Overgenomen", self, Icoon.VINK)
        self.alles_knop = knop("overnemen_alles", "Kopieer alle velden", self, Icoon.KOPIE)
        self.veld_knop = knop("overnemen_veld", "Kopieer veld", self, Icoon.KOPIE)
        boven = QHBoxLayout()
        boven.setSpacing(RASTER)
        boven.addWidget(self.telling, 1)
        for een in (self.veld_knop, self.alles_knop, self.vink_knop):
            boven.addWidget(een, 0, Qt.AlignmentFlag.AlignTop)
        self.tabel: Toetstabel[Overneemregel] = Toetstabel(
            "overneemlijst",
            "Casussen om over te nemen",
            (
                Kolom[Overneemregel]("casus", "Casus", _casus, 12),
                Kolom[Overneemregel]("systeem", "Systeem", _systeem, 12),
                Kolom[Overneemregel]("stand", "Stand", _stand, 26, icoon=_stand_icoon, uitleg=_stand_voluit),
            ),
            _KOPIE + _VINK,
            self,
            minste_rijen=4,
        )
        self.velden: Toetstabel[Overneemdeel] = Toetstabel(
            "overneemvelden",
            "Velden van dit systeem",
            (
                Kolom[Overneemdeel]("veld", "Veld", _veld, 16),
                Kolom[Overneemdeel]("inhoud", "Inhoud", _inhoud, 40, uitleg=_inhoud_voluit),
            ),
            _KOPIE + _VINK,
            self,
            minste_rijen=4,
        )
        self.splitser = Wijksplitser(self)
        self.splitser.addWidget(self.tabel)
        self.splitser.addWidget(self.velden)
        self.splitser.setStretchFactor(0, 1)
        self.splitser.setStretchFactor(1, 1)
        self.splitser.setSizes([tekstbreedte(self, 64), tekstbreedte(self, 76)])
        self.hulp = StilleTekst(
            "K kopieert een veld en gaat naar het volgende. In de lijst links kopieert K alle velden, "
            "en zet of wist O het vinkje. Enter brengt u naar de velden.",
            self,
        )
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, RASTER, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addLayout(boven)
        indeling.addWidget(self.splitser, 1)
        indeling.addWidget(self._bouw_strook())
        indeling.addSpacing(HALF)
        indeling.addWidget(self.hulp)

    def _verbind(self) -> None:
        self.tabel.regel_gekozen.connect(self._on_regel_gekozen)
        self.tabel.regel_geopend.connect(self._on_regel_geopend)
        self.tabel.letter_gebruikt.connect(self._on_letter_lijst)
        self.velden.letter_gebruikt.connect(self._on_letter_velden)
        self.velden.regel_geopend.connect(self._on_veld_geopend)
        self.veld_knop.clicked.connect(self.kopieer_veld)
        self.alles_knop.clicked.connect(self.kopieer_alles)
        self.vink_knop.clicked.connect(self.wissel)

    # --- showing ----------------------------------------------------------------------------------

    def toon(self, overleg_id: OverlegId) -> None:
        """Show what of this overleg is taken over. Raises GebruikersFout while its verslag is a concept."""
        if overleg_id != self._overleg_id:
            self.maak_leeg()
        self._overleg_id = overleg_id
        self.vernieuw()

    def vernieuw(self) -> None:
        """Read the list again; the cursor in the fields stays where it was."""
        if self._overleg_id is None:
            return
        regels = self._diensten.overnemen.lijst(self._overleg_id)
        self.tabel.zet_regels(regels)
        nog = sum(1 for regel in regels if not regel.overgenomen)
        klaar = "Alles is overgenomen." if regels else "In dit overleg is geen casus besproken."
        self.telling.setText(f"{nog} van {len(regels)} nog over te nemen" if nog else klaar)

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self._overleg_id = None
        self.tabel.maak_leeg()
        self.velden.maak_leeg()

    def _toon_knoppen(self) -> None:
        regel = self.tabel.gekozen()
        self.veld_knop.setEnabled(regel is not None)
        self.alles_knop.setEnabled(regel is not None)
        self.vink_knop.setText("Toch niet overgenomen" if regel is not None and regel.overgenomen else "Overgenomen")
        self.vink_knop.setAccessibleName(self.vink_knop.text())
        mag = self._diensten.mag(Recht.VERSLAG_SCHRIJVEN)
        zet_toestemming(self.vink_knop, mag, verder=regel is not None, reden="Kies eerst een casus.")

    # --- doing ------------------------------------------------------------------------------------

    def kopieer_veld(self) -> None:
        """The field of the cursor to the clipboard, and the cursor on to the next one."""
        deel, regel = self.velden.gekozen(), self.tabel.gekozen()
        if deel is None or regel is None:
            return
        if not deel.tekst:
            self.strook.toon(f"{deel.naam} is leeg. Er is niets gekopieerd.")
        elif not self._kopieer(regel, (deel,), _tekst, f"{deel.naam} staat 30 seconden op het klembord."):
            return
        self.velden.kies(self.velden.currentIndex().row() + 1)

    def kopieer_alles(self) -> None:
        """Every field that holds something, under its name, at once."""
        regel = self.tabel.gekozen()
        if regel is not None:
            wat = f"Casus {regel.casusnummer} voor {regel.systeem} staat 30 seconden op het klembord."
            self._kopieer(regel, regel.delen, onder_elkaar, wat)

    def _kopieer(
        self,
        regel: Overneemregel,
        delen: tuple[Overneemdeel, ...],
        vorm: Callable[[tuple[Overneemdeel, ...]], str],
        gedaan: str,
    ) -> bool:
        gekozen = list[tuple[Overneemdeel, ...]]()
        vraag = partial(self._diensten.overnemen.om_te_kopieren, regel.casusnummer, delen)
        if not self._lukt(partial(_bewaar, vraag, gekozen)):
            return False
        self._gereedschap.klembord.zet(vorm(gekozen[0]))
        self.strook.toon(gedaan, icoon=Icoon.KOPIE)
        return True

    def wissel(self) -> None:
        """Tick what the cursor is at, or take that back when it was ticked before."""
        regel = self.tabel.gekozen()
        if regel is None or not self.vink_knop.isEnabled():
            return
        zet = partial(self._diensten.overnemen.vink_af, regel.punt_id, regel.systeem)
        wis = partial(self._diensten.overnemen.neem_terug, regel.punt_id, regel.systeem)
        wat = f"Casus {regel.casusnummer}, {regel.systeem}"
        if regel.overgenomen:
            self.strook.probeer(Omzetting(f"{wat}: nog over te nemen.", wis, zet))
        else:
            self.strook.probeer(Omzetting(f"{wat}: overgenomen.", zet, wis))

    # --- slots ------------------------------------------------------------------------------------

    def _on_regel_gekozen(self, regel: Overneemregel | None) -> None:
        delen = regel.delen if regel is not None else ()
        if delen != self.velden.regelmodel.regels:
            self.velden.zet_regels(delen)
            self.velden.kies(0)
        self._toon_knoppen()

    def _on_regel_geopend(self, _regel: Overneemregel) -> None:
        self.velden.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_veld_geopend(self, _deel: Overneemdeel) -> None:
        self.kopieer_veld()

    def _on_letter_lijst(self, letter: str) -> None:
        if letter == _VINK:
            self.wissel()
        else:
            self.kopieer_alles()

    def _on_letter_velden(self, letter: str) -> None:
        if letter == _VINK:
            self.wissel()
        else:
            self.kopieer_veld()
