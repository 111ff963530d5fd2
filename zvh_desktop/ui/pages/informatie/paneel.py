"""Information at a casus: what partijen gave, who may read it beforehand, and what derden were given."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.informatie.beeld import InformatieBeeld
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.informatie.items import ItemsDeel
from zvh_desktop.ui.pages.informatie.verstrekkingen import VerstrekkingenDeel
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, Kleur
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel


class InformatiePaneel(Paneel):
    """Everything is saved in its dialogs at once; Ctrl+Z and Ctrl+Y go over both parts."""

    stand_gewijzigd = Signal(object, str, object)
    """Icoon, words and Kleur: how this part of the casus stands."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("informatie_paneel")
        self._casus_id: CasusId | None = None
        self.items = ItemsDeel(diensten, gereedschap, self)
        self.verstrekkingen = VerstrekkingenDeel(diensten, gereedschap, self)
        self.meldregel = OngedaanRegel(self, self.lukt, self._vernieuw)
        indeling = QVBoxLayout(self)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.meldregel)
        indeling.addWidget(self.items)
        indeling.addSpacing(RUIM)
        indeling.addWidget(self.verstrekkingen)
        self._verbind()

    def _verbind(self) -> None:
        for deel in (self.items, self.verstrekkingen):
            deel.opgeslagen.connect(self.opgeslagen)
            deel.gewijzigd.connect(self._on_deel_gewijzigd)
            deel.gezegd.connect(self._on_gezegd)
            deel.omkeerbaar_gevraagd.connect(self.doe)

    # --- showing ----------------------------------------------------------------------------------

    def toon_casus(self, casus_id: CasusId) -> None:
        """Show this casus. Raises GebruikersFout."""
        if casus_id != self._casus_id:
            self.meldregel.vergeet()
        self._casus_id = casus_id
        beeld = self.items.toon(casus_id)
        self.verstrekkingen.toon(casus_id)
        self._zeg_stand(beeld)

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._casus_id = None
        self.meldregel.vergeet()
        self.items.maak_leeg()
        self.verstrekkingen.maak_leeg()

    def eerste_focus(self) -> QWidget:
        """Where the keyboard goes."""
        leeg = not self.items.tabel.model.rowCount()
        return self.items.tabel.leeg.knop if leeg else self.items.tabel.tabel

    def _zeg_stand(self, beeld: InformatieBeeld) -> None:
        open_ = sum(any(not v.vervallen for v in item.vrijgaven) for item in beeld.items)
        aantal = f"{len(beeld.items)} stuk" if len(beeld.items) == 1 else f"{len(beeld.items)} stukken"
        if not beeld.items:
            self.stand_gewijzigd.emit(Icoon.PUNT, "nog geen informatie", None)
        elif open_:
            self.stand_gewijzigd.emit(Icoon.SLOT_OPEN, f"{aantal}, {open_} vooraf te lezen", Kleur.GOED)
        else:
            self.stand_gewijzigd.emit(Icoon.SLOT, f"{aantal}, niemand leest vooraf", None)

    # --- acts -------------------------------------------------------------------------------------

    def doe(self, handeling: Omkeerbaar) -> None:
        """Do something that can be undone."""
        self.meldregel.probeer(handeling)

    def _vernieuw(self) -> None:
        if self._casus_id is not None:
            self.toon_casus(self._casus_id)
            self.gewijzigd.emit()

    def _on_deel_gewijzigd(self) -> None:
        self.meldregel.zeg("")
        self._vernieuw()

    def _on_gezegd(self, tekst: str) -> None:
        self.meldregel.zeg(tekst)
