"""Information at a casus: what partijen gave, who may read it beforehand, and what derden were given."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.informatie.beeld import InformatieBeeld
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.ongedaan import Omkeerbaar, Ongedaan
from zvh_desktop.ui.pages.informatie.items import ItemsDeel
from zvh_desktop.ui.pages.informatie.verstrekkingen import VerstrekkingenDeel
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.toetsenbord.sneltoetsen import ongedaan_toets, opnieuw_toets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, Kleur
from zvh_desktop.ui.widgets.meldregel import Meldregel


class InformatiePaneel(Paneel):
    """Everything is saved in its dialogs at once; Ctrl+Z and Ctrl+Y go over both parts."""

    stand_gewijzigd = Signal(object, str, object)
    """Icoon, words and Kleur: how this part of the casus stands."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("informatie_paneel")
        self._casus_id: CasusId | None = None
        self._ongedaan = Ongedaan()
        self.items = ItemsDeel(diensten, gereedschap, self)
        self.verstrekkingen = VerstrekkingenDeel(diensten, gereedschap, self)
        self.meldregel = Meldregel(self)
        indeling = QVBoxLayout(self)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.meldregel)
        indeling.addWidget(self.items)
        indeling.addSpacing(RUIM)
        indeling.addWidget(self.verstrekkingen)
        self._terug = ongedaan_toets(self)
        self._opnieuw = opnieuw_toets(self)
        self._verbind()

    def _verbind(self) -> None:
        for deel in (self.items, self.verstrekkingen):
            deel.opgeslagen.connect(self.opgeslagen)
            deel.gewijzigd.connect(self._on_deel_gewijzigd)
            deel.gezegd.connect(self._on_gezegd)
            deel.omkeerbaar_gevraagd.connect(self.doe)
        self._terug.activated.connect(self.maak_ongedaan)
        self._opnieuw.activated.connect(self.doe_opnieuw)
        self.meldregel.terug_gevraagd.connect(self.maak_ongedaan)

    # --- showing ----------------------------------------------------------------------------------

    def toon_casus(self, casus_id: CasusId) -> None:
        """Show this casus. Raises GebruikersFout."""
        if casus_id != self._casus_id:
            self._ongedaan.maak_leeg()
            self.meldregel.zeg("")
        self._casus_id = casus_id
        beeld = self.items.toon(casus_id)
        self.verstrekkingen.toon(casus_id)
        self._zeg_stand(beeld)

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._casus_id = None
        self._ongedaan.maak_leeg()
        self.meldregel.zeg("")
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
        try:
            self._ongedaan.doe(handeling)
        except GebruikersFout as fout:
            self.toon_weigering(fout)
            return
        self._bewaard()
        self.meldregel.zeg(handeling.tekst, terug=True)

    def maak_ongedaan(self) -> None:
        """Take back what was done last."""
        if self._ongedaan.laatste() and self.lukt(self._ongedaan.terug):
            self._vernieuw()
            self.meldregel.zeg("Teruggezet. Opnieuw kan met Ctrl+Y.")

    def doe_opnieuw(self) -> None:
        """Do again what was taken back."""
        if self.lukt(self._ongedaan.opnieuw) and self._ongedaan.laatste():
            self._vernieuw()
            self.meldregel.zeg(self._ongedaan.laatste(), terug=True)

    def _bewaard(self) -> None:
        self.opgeslagen.emit()
        self._vernieuw()

    def _vernieuw(self) -> None:
        if self._casus_id is not None:
            self.toon_casus(self._casus_id)
            self.gewijzigd.emit()

    def _on_deel_gewijzigd(self) -> None:
        self.meldregel.zeg("")
        self._vernieuw()

    def _on_gezegd(self, tekst: str) -> None:
        self.meldregel.zeg(tekst)
