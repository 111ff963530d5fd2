"""The members of one meeting without casussen: who they are, whether they vote, who is there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import Aanwezigheid, OverlegId
from zvh_desktop.services.bestuur.gegevens import BestuurBeeld, LidRegel, ZetelInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.bestuur.aanwezigheid_zetten import AanwezigheidZetten
from zvh_desktop.ui.pages.bestuur.ledendialoog import LedenDialoog, Ledenkeuze
from zvh_desktop.ui.pages.bestuur.liddialoog import LidDialoog
from zvh_desktop.ui.pages.bestuur.werkbladkolommen import LEDEN_KOLOMMEN
from zvh_desktop.ui.pages.bestuur.zeteldialoog import ZetelDialoog
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop

_LETTERS = {
    "a": Aanwezigheid.AANWEZIG,
    "m": Aanwezigheid.AFGEMELD,
    "w": Aanwezigheid.AFWEZIG,
    "s": Aanwezigheid.SCHRIFTELIJK,
}


class LedenVak(Paneel):
    """One letter sets the presence of every selected member; F2 opens what else is known of one."""

    gewijzigd = Signal()
    handeling = Signal(object)
    """Something that can be undone, for the page to do."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("overleg_ledenvak")
        self._beeld: BestuurBeeld | None = None
        self._bouw()
        self._verbind()

    @property
    def overleg_id(self) -> OverlegId | None:
        """The meeting whose members these are."""
        return self._beeld.kop.id if self._beeld is not None else None

    def _bouw(self) -> None:
        self.leden_knop = gereedschapsknop("overleg_leden_kiezen", Icoon.PARTIJEN, "&Leden", "Leden kiezen", self)
        self.lid_erbij_knop = gereedschapsknop("overleg_lid_toevoegen", Icoon.PLUS, "", "Lid toevoegen (Insert)", self)
        self.zetel_knop = gereedschapsknop(
            "overleg_zetel_wijzigen", Icoon.SLEUTEL, "", "Functie, partij en stem van dit lid wijzigen (Shift+F2)", self
        )
        self.lid_knop = gereedschapsknop(
            "overleg_lid_wijzigen", Icoon.POTLOOD, "", "Aanwezigheid en inbreng van dit lid (F2)", self
        )
        self.tabel: Toetstabel[LidRegel] = Toetstabel(
            "overlegleden",
            "Leden en aanwezigheid. Letters: a aanwezig, m afgemeld, w afwezig, s schriftelijk; voor alle gekozenen",
            LEDEN_KOLOMMEN,
            "".join(_LETTERS),
            ouder=self,
            meer=True,
        )
        self._toevoegen = sneltoets("Ins", waar=self.tabel)
        self._zetel = sneltoets("Shift+F2", waar=self.tabel)
        boven = QHBoxLayout()
        boven.setSpacing(RASTER)
        boven.addWidget(Kop("Aanwezigheid", self, factor=1.0), 1)
        for deel in (self.leden_knop, self.lid_erbij_knop, self.zetel_knop, self.lid_knop):
            boven.addWidget(deel, 0, Qt.AlignmentFlag.AlignVCenter)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addLayout(boven)
        indeling.addWidget(self.tabel, 1)

    def _verbind(self) -> None:
        self._toevoegen.activated.connect(self.voeg_lid_toe)
        self._zetel.activated.connect(self.wijzig_zetel)
        self.leden_knop.clicked.connect(self.kies_leden)
        self.lid_erbij_knop.clicked.connect(self.voeg_lid_toe)
        self.zetel_knop.clicked.connect(self.wijzig_zetel)
        self.lid_knop.clicked.connect(self.wijzig_lid)
        self.tabel.weghalen_gevraagd.connect(self.haal_lid_weg)
        self.tabel.regel_gekozen.connect(self._on_gekozen)
        self.tabel.regel_geopend.connect(self._on_lid_geopend)
        self.tabel.letter_gebruikt.connect(self._on_letter)

    def toon_leden(self, beeld: BestuurBeeld | None) -> None:
        """Show the members of this meeting; None shows nobody."""
        self._beeld = beeld
        if beeld is None:
            self.tabel.maak_leeg()
        else:
            self.tabel.zet_regels(beeld.leden)
        self._toon_knoppen()

    def _toon_knoppen(self) -> None:
        vast = self._beeld is None or self._beeld.vastgesteld
        waarom = "Het verslag is vastgesteld en ligt daarom vast." if vast else ""
        lid = waarom or ("" if self.tabel.gekozen() is not None else "Kies eerst een lid.")
        for doel in (self.leden_knop, self.lid_erbij_knop):
            self.zet_recht(doel, Recht.TAFEL_BEHEREN, verder=not waarom, reden=waarom)
        self.zet_recht(self.lid_knop, Recht.VERSLAG_SCHRIJVEN, verder=not lid, reden=lid)
        self.zet_recht(self.zetel_knop, Recht.TAFEL_BEHEREN, verder=not lid, reden=lid)

    def _on_gekozen(self, _regel: LidRegel | None) -> None:
        self._toon_knoppen()

    def kies_leden(self) -> None:
        """Choose who is a member."""
        if self.overleg_id is None or not self.leden_knop.isEnabled():
            return
        keuzes = self._diensten.overlegleden.keuzes(self.overleg_id)
        if LedenDialoog.vraag(keuzes, partial(self._zet_leden, self.overleg_id), ouder=self):
            self.gewijzigd.emit()

    def _zet_leden(self, overleg_id: OverlegId, keuze: Ledenkeuze) -> None:
        self._diensten.overlegleden.zet(overleg_id, keuze.partijen, blijven=keuze.blijven, zetels=keuze.zetels)

    def voeg_lid_toe(self) -> None:
        """A member that the composition of the house does not name; it is chosen afterwards."""
        if self.overleg_id is None or not self.lid_erbij_knop.isEnabled():
            return
        dienst = self._diensten.overlegleden
        bewaar = partial(dienst.voeg_toe, self.overleg_id)
        nieuw = ZetelDialoog.vraag("Lid toevoegen", ZetelInvoer(), dienst.partijen(), bewaar, ouder=self)
        if nieuw:
            self.gewijzigd.emit()
            self.tabel.kies(self.tabel.regelmodel.rijnummer(partial(_is_lid, nieuw)))

    def wijzig_zetel(self) -> None:
        """Whose seat the chosen one is, and whether it votes."""
        lid = self.tabel.gekozen()
        if lid is None or not self.zetel_knop.isEnabled():
            return
        dienst = self._diensten.overlegleden
        bewaar = partial(dienst.wijzig_zetel, lid.id)
        if ZetelDialoog.vraag("Lid wijzigen", lid.zetel, dienst.partijen(), bewaar, ouder=self):
            self.gewijzigd.emit()

    def haal_lid_weg(self) -> None:
        """Take the chosen member off the list."""
        lid = self.tabel.gekozen()
        if lid is not None and self.zetel_knop.isEnabled():
            vraag = f"{lid.naam} is dan geen lid van dit overleg meer. Wat bij dit lid is vastgelegd, verdwijnt."
            if self._gereedschap.melder.bevestig(self, vraag, "Haal dit lid weg") and self.lukt(
                partial(self._diensten.overlegleden.verwijder, lid.id)
            ):
                self.gewijzigd.emit()

    def wijzig_lid(self) -> None:
        """Presence and input of the chosen member."""
        lid = self.tabel.gekozen()
        if lid is None or not self.lid_knop.isEnabled():
            return
        bewaar = partial(self._diensten.overlegleden.wijzig, lid.id)
        if LidDialoog.vraag(lid, bewaar, ouder=self):
            self.gewijzigd.emit()

    def _on_lid_geopend(self, _regel: LidRegel) -> None:
        self.wijzig_lid()

    def _on_letter(self, letter: str) -> None:
        gekozen, rij = self.tabel.gekozen_regels(), self.tabel.currentIndex().row()
        if not gekozen or not self.lid_knop.isEnabled():
            return
        zetten = AanwezigheidZetten(self._diensten.overlegleden, gekozen, _LETTERS[letter])
        self.handeling.emit(zetten)
        if zetten.gedaan and len(gekozen) == 1:
            self.tabel.kies(rij + 1)


def _is_lid(lid_id: object, regel: LidRegel) -> bool:
    return regel.id == lid_id
