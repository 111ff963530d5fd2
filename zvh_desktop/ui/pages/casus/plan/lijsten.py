"""The doelen and the rollen of a plan van aanpak, as boxes in two rows; what is taken away can be put back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from zvh_desktop.services.casus.plannen import DoelInvoer, RolRegel
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.pages.casus.plan.vakken import DoelVak, RolVak
from zvh_desktop.ui.toetsenbord.tabvolgorde import zet_tabvolgorde
from zvh_desktop.ui.uiterlijk.thema import RASTER


class PlanLijsten(QObject):
    """The boxes stand in ``doellijst`` and ``rollijst``, two layouts within one part of the screen."""

    gewijzigd = Signal()
    weggehaald = Signal()
    partijen_gewijzigd = Signal()

    def __init__(self, vlak: QWidget) -> None:
        super().__init__(vlak)
        self._vlak = vlak
        self.doellijst = QVBoxLayout()
        self.rollijst = QVBoxLayout()
        for lijst in (self.doellijst, self.rollijst):
            lijst.setSpacing(RASTER)
        self.doelen: list[DoelVak] = []
        self.rollen: list[RolVak] = []
        self._leefgebieden: Sequence[str] = ()
        self._weg: list[DoelInvoer | RolRegel] = []

    def vul(
        self, doelen: Sequence[DoelInvoer], rollen: Sequence[RolRegel], leefgebieden: Sequence[str], *, vast: bool
    ) -> None:
        """Show these, instead of what stood there."""
        self.wis()
        self._leefgebieden = leefgebieden
        for doel in doelen:
            self.plaats_doel(doel, vast=vast)
        for rol in rollen:
            self.plaats_rol(rol, vast=vast)

    def plaats_doel(self, doel: DoelInvoer, *, vast: bool = False) -> DoelVak:
        """One more goal."""
        vak = DoelVak(doel, self._leefgebieden, len(self.doelen) + 1, vast=vast, ouder=self._vlak)
        vak.gewijzigd.connect(self.gewijzigd)
        vak.weghalen_gevraagd.connect(self._on_doel_weghalen_gevraagd)
        self.doelen.append(vak)
        self.doellijst.addWidget(vak)
        vak.show()
        zet_tabvolgorde(self._vlak)
        return vak

    def plaats_rol(self, rol: RolRegel, *, vast: bool = False) -> RolVak:
        """One more partij with its part."""
        vak = RolVak(rol, vast=vast, ouder=self._vlak)
        vak.gewijzigd.connect(self.gewijzigd)
        vak.weghalen_gevraagd.connect(self._on_rol_weghalen_gevraagd)
        self.rollen.append(vak)
        self.rollijst.addWidget(vak)
        vak.show()
        zet_tabvolgorde(self._vlak)
        return vak

    def wis(self) -> None:
        """No boxes."""
        for vak in (*self.doelen, *self.rollen):
            verwijder(vak)
        self.doelen.clear()
        self.rollen.clear()

    def zijn_bewaard(self, doelen: Sequence[DoelInvoer]) -> None:
        """These stand there now; a goal that was new has a number from now on, in the order of the boxes.

        A goal that a colleague took away and nobody changed here is gone; what is put back later is a new one.
        """
        over = {doel.id: doel for doel in doelen}
        gevuld = [vak for vak in self.doelen if vak.doel.toPlainText().strip()]
        nieuw = [vak for vak in gevuld if vak.doel_id not in over]
        weg = [vak for vak in nieuw if vak.invoer().zoals_gelezen]
        for vak in self.doelen:
            if vak not in gevuld:
                vak.is_gewild()  # saved as none: what is typed in it later is a new one, also when it is the same
        for vak in gevuld:
            if vak.doel_id in over:
                vak.is_bewaard(over.pop(vak.doel_id))
        for vak, doel in zip((vak for vak in nieuw if vak not in weg), over.values(), strict=False):
            vak.is_bewaard(doel)
        for vak in weg:
            self.doelen.remove(vak)
            verwijder(vak)

    def kan_terug(self) -> bool:
        """Whether something was taken away that can be put back."""
        return bool(self._weg)

    def zet_terug(self) -> QWidget | None:
        """Put back what was taken away last; comes back with the field that gets the keyboard."""
        if not self._weg:
            return None
        wat = self._weg.pop()
        if not isinstance(wat, DoelInvoer):
            return self.plaats_rol(wat).rol
        vak = self.plaats_doel(wat)
        vak.is_gewild()
        return vak.doel

    def vergeet(self) -> None:
        """What was taken away stays away."""
        self._weg.clear()

    def _on_doel_weghalen_gevraagd(self) -> None:
        vak = self.sender()
        if isinstance(vak, DoelVak):
            self.doelen.remove(vak)
            self._haal_weg(vak, vak.invoer())

    def _on_rol_weghalen_gevraagd(self) -> None:
        vak = self.sender()
        if isinstance(vak, RolVak):
            self.rollen.remove(vak)
            invoer = vak.invoer()
            self._haal_weg(vak, RolRegel(vak.partij_id, vak.partij, invoer.rol, invoer.informatiebehoefte, mag=True))
            self.partijen_gewijzigd.emit()

    def _haal_weg(self, vak: QFrame, wat: DoelInvoer | RolRegel) -> None:
        self._weg.append(wat)
        verwijder(vak)
        self.weggehaald.emit()
