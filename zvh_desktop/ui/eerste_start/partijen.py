"""Which partijen of the convenant take part; taken from the house profile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTreeWidget, QTreeWidgetItem, QWidget

from zvh_desktop.ui.eerste_start.stap import Stap
from zvh_desktop.ui.protocollen import Profielpartij
from zvh_desktop.ui.teksten.dossier import groep_tekst
from zvh_desktop.ui.uiterlijk.doelen import Drukknop
from zvh_desktop.ui.uiterlijk.thema import RASTER

_NAAMROL = int(Qt.ItemDataRole.UserRole)


class PartijenStap(Stap):
    """A list per group in which everything is ticked to begin with."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(
            "De partijen van uw convenant",
            "Haal het vinkje weg bij partijen die niet (meer) meedoen. U kunt dit later ook wijzigen.",
            ouder,
        )
        self.boom = QTreeWidget(self)
        self.boom.setObjectName("partijen_boom")
        self.boom.setAccessibleName("Partijen van het convenant")
        self.boom.setHeaderLabels(["Partij", "Kort"])
        self.boom.setUniformRowHeights(True)
        self.telling = QLabel(self)
        self.alle_knop = Drukknop("&Alle kiezen", self)
        self.alle_knop.setObjectName("alle_partijen_knop")
        self.geen_knop = Drukknop("&Geen kiezen", self)
        self.geen_knop.setObjectName("geen_partijen_knop")
        for knop in (self.alle_knop, self.geen_knop):
            knop.setAccessibleName(knop.text().replace("&", ""))
            knop.setAutoDefault(False)
        rij = QHBoxLayout()
        rij.setSpacing(RASTER)
        rij.addWidget(self.alle_knop)
        rij.addWidget(self.geen_knop)
        rij.addStretch(1)
        rij.addWidget(self.telling)
        self.inhoud.addWidget(self.boom, 1)
        self.inhoud.addLayout(rij)
        self._verbind()

    def _verbind(self) -> None:
        self.boom.itemChanged.connect(self._on_vinkje_gezet)
        self.alle_knop.clicked.connect(self._on_alle_gevraagd)
        self.geen_knop.clicked.connect(self._on_geen_gevraagd)

    def zet_partijen(self, partijen: Sequence[Profielpartij]) -> None:
        """Show the partijen of another profile, all ticked."""
        self.boom.blockSignals(True)
        self.boom.clear()
        groepen: dict[str, QTreeWidgetItem] = {}
        for partij in partijen:
            groep = groepen.get(partij.groep)
            if groep is None:
                groep = QTreeWidgetItem([groep_tekst(partij.groep), ""])
                groep.setFlags(
                    Qt.ItemFlag.ItemIsEnabled
                    | Qt.ItemFlag.ItemIsSelectable
                    | Qt.ItemFlag.ItemIsUserCheckable
                    | Qt.ItemFlag.ItemIsAutoTristate
                )
                self.boom.addTopLevelItem(groep)
                groepen[partij.groep] = groep
            regel = QTreeWidgetItem([partij.naam, partij.kort])
            regel.setData(0, _NAAMROL, partij.naam)
            regel.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            regel.setCheckState(0, Qt.CheckState.Checked)
            groep.addChild(regel)
        self.boom.expandAll()
        self.boom.resizeColumnToContents(0)
        self.boom.blockSignals(False)
        self._on_vinkje_gezet()

    def _regels(self) -> list[QTreeWidgetItem]:
        groepen = [self.boom.topLevelItem(nummer) for nummer in range(self.boom.topLevelItemCount())]
        regels = [groep.child(nummer) for groep in groepen if groep for nummer in range(groep.childCount())]
        return [regel for regel in regels if regel is not None]

    def gekozen(self) -> tuple[str, ...]:
        """The names of the ticked partijen, in the order of the profile."""
        return tuple(
            str(regel.data(0, _NAAMROL)) for regel in self._regels() if regel.checkState(0) is Qt.CheckState.Checked
        )

    def klaar(self) -> bool:
        return bool(self.gekozen())

    def eerste_veld(self) -> QWidget:
        return self.boom

    def _zet_alle(self, stand: Qt.CheckState) -> None:
        for regel in self._regels():
            regel.setCheckState(0, stand)

    def _on_vinkje_gezet(self) -> None:
        self.telling.setText(f"{len(self.gekozen())} van {len(self._regels())} partijen gekozen")
        self.gewijzigd.emit()

    def _on_alle_gevraagd(self) -> None:
        self._zet_alle(Qt.CheckState.Checked)

    def _on_geen_gevraagd(self) -> None:
        self._zet_alle(Qt.CheckState.Unchecked)
