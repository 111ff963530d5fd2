"""One doel and one rol of a plan van aanpak, each as a box with its fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.services.casus.plannen import DoelInvoer, RolInvoer, RolRegel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, Kleur
from zvh_desktop.ui.widgets.aandachtsregel import Aandachtsregel
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.kader import Kader
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop
from zvh_desktop.ui.widgets.velden.formulier import Formulierregel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


class DoelVak(QFrame):
    """One goal."""

    gewijzigd = Signal()
    weghalen_gevraagd = Signal()

    def __init__(
        self, doel: DoelInvoer, leefgebieden: Sequence[str], nummer: int, *, vast: bool, ouder: QWidget | None = None
    ) -> None:
        super().__init__(ouder)
        self.doel_id = doel.id
        """Which goal this is, once it was saved: by this its fields are known when the page is read again."""
        self._gelezen: DoelInvoer | None = doel
        self.setObjectName(f"plan_doelvak_{nummer}")
        self.leefgebied = Keuzeveld(self)
        self.leefgebied.setEditable(True)
        self.leefgebied.setObjectName(f"plan_leefgebied_{nummer}")
        self.leefgebied.addItems(list(leefgebieden))
        self.leefgebied.setCurrentText(doel.leefgebied)
        self.leefgebied.setAccessibleName(f"Leefgebied van doel {nummer}")
        self.leefgebied.setEnabled(not vast)
        self.doel = Tekstveld(f"Doel {nummer}", self, regels=2)
        self.doel.setObjectName(f"plan_doel_{nummer}")
        self.doel.laad(doel.doel)
        self.doel.setReadOnly(vast)
        self.weg_knop = gereedschapsknop("plan_doel_weg", Icoon.PRULLENBAK, "", f"Doel {nummer} weghalen", self)
        self.weg_knop.setVisible(not vast)
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.leefgebied, 1, Qt.AlignmentFlag.AlignTop)
        indeling.addWidget(self.doel, 3)
        indeling.addWidget(self.weg_knop, 0, Qt.AlignmentFlag.AlignTop)
        self._verbind()

    def _verbind(self) -> None:
        self.leefgebied.currentTextChanged.connect(self.gewijzigd)
        self.doel.textChanged.connect(self.gewijzigd)
        self.weg_knop.clicked.connect(self.weghalen_gevraagd)

    def invoer(self) -> DoelInvoer:
        """What is typed."""
        invoer = DoelInvoer(self.leefgebied.currentText(), self.doel.toPlainText(), self.doel_id)
        return replace(invoer, zoals_gelezen=self.doel_id is not None and invoer == self._gelezen)

    def is_bewaard(self, doel: DoelInvoer) -> None:
        """It stands there as this now."""
        self.doel_id, self._gelezen = doel.id, doel

    def is_gewild(self) -> None:
        """It is wanted here as it stands, also where it was taken away meanwhile: so it is saved, and not followed."""
        self._gelezen = None


class RolVak(Kader):
    """What one partij does, and what it has to know for that."""

    gewijzigd = Signal()
    weghalen_gevraagd = Signal()

    def __init__(self, regel: RolRegel, *, vast: bool, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.partij_id = regel.partij_id
        self.partij = regel.partij
        self.setObjectName(f"plan_rolvak_{regel.partij_id}")
        self.setAccessibleName(regel.partij)
        self.rol = Tekstveld(f"Rol van {regel.partij}", self, regels=2)
        self.rol.laad(regel.rol)
        self.behoefte = Tekstveld(f"Informatiebehoefte van {regel.partij}", self, regels=2)
        self.behoefte.laad(regel.informatiebehoefte)
        self.rol.setObjectName(f"plan_rol_{regel.partij_id}")
        self.behoefte.setObjectName(f"plan_behoefte_{regel.partij_id}")
        self.weg_knop = gereedschapsknop("plan_rol_weg", Icoon.PRULLENBAK, "", f"{regel.partij} weghalen", self)
        self.weg_knop.setVisible(not vast)
        self.stand = Aandachtsregel(self)
        self.stand.setVisible(regel.bezwaar is not None)
        if regel.bezwaar is not None:
            zin = f"{regel.bezwaar.zin} Daarom staat {regel.partij} in geen document."
            self.stand.zet(replace(regel.bezwaar, zin=zin), Icoon.UITROEP, Kleur.LET_OP)
        for veld in (self.rol, self.behoefte):
            veld.setReadOnly(vast)
        kopregel = QHBoxLayout()
        kopregel.addWidget(Kop(regel.partij, self, factor=1.0), 1)
        kopregel.addWidget(self.weg_knop)
        naast = QHBoxLayout()
        naast.setSpacing(RUIM)
        naast.addWidget(Formulierregel("Rol", self.rol, ouder=self), 1)
        naast.addWidget(Formulierregel("Informatiebehoefte", self.behoefte, ouder=self), 1)
        indeling = QVBoxLayout(self)
        indeling.setSpacing(RASTER)
        indeling.addLayout(kopregel)
        indeling.addWidget(self.stand)
        indeling.addLayout(naast)
        self._verbind()

    def _verbind(self) -> None:
        self.rol.textChanged.connect(self.gewijzigd)
        self.behoefte.textChanged.connect(self.gewijzigd)
        self.weg_knop.clicked.connect(self.weghalen_gevraagd)

    def invoer(self) -> RolInvoer:
        """What is typed."""
        return RolInvoer(self.partij_id, self.rol.toPlainText(), self.behoefte.toPlainText())
