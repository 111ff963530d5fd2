"""Base of the parts of Beheer that are a list with acts: the buttons above it, below it what was just done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.bewaren.lijstbewaren import tabelbron
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.beheer.deel import BeheerDeel
from zvh_desktop.ui.weergaven.lijst import rust_lijst_uit
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.meldregel import Meldregel

RegelT = TypeVar("RegelT")


class LijstDeel(BeheerDeel, Generic[RegelT]):
    """Without the right for this part there is no list, only the reason."""

    tabel: FilterTabel[RegelT]
    meldregel: Meldregel
    als_bestand: Lijst | None = None
    """As which list it can be saved. Not where a line is about several casussen, or about a person of no casus: of
    such a file nobody could say later in whose dossier it belongs."""

    def __init__(
        self, titel: str, uitleg: str, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None
    ) -> None:
        super().__init__(titel, uitleg, diensten, gereedschap, ouder, rolt=False)

    def bouw_lijst(
        self,
        sleutel: str,
        kolommen: Sequence[Kolom[RegelT]],
        leeg: LegeStaat,
        *,
        knoppen: Sequence[QWidget],
        eronder: Sequence[QWidget] = (),
    ) -> None:
        """Make the table and place everything, from top to bottom."""
        self.tabel = FilterTabel(
            sleutel,
            sleutel,
            kolommen,
            leeg=leeg,
            instellingen=self._gereedschap.instellingen,
            klembord=self._gereedschap.klembord,
            ouder=self,
        )
        bronnen = [tabelbron(self.tabel, self.als_bestand)] if self.als_bestand is not None else []
        rust_lijst_uit(self.tabel, bronnen, self._diensten, self._gereedschap)
        self.meldregel = Meldregel(self)
        self.inhoud.addLayout(self.rij(*knoppen))
        self.inhoud.addWidget(self.tabel, 1)
        for deel in (*eronder, self.meldregel):
            self.inhoud.addWidget(deel)
        if not self.mag():
            self.tabel.setVisible(False)
            self.ruimte()
        self.tabel.regel_gekozen.connect(self._on_regel_gekozen)

    def lees(self) -> Sequence[RegelT]:
        """The lines of now, for who may see them. Subclasses do this."""
        raise NotImplementedError

    def toon_knoppen(self) -> None:
        """Say what can be done with the chosen line. Subclasses do this."""

    def vernieuw(self) -> None:
        if self.mag():
            self.tabel.zet_regels(self.lees())
            if self.tabel.gekozen() is None:
                self.tabel.kies(0)
        self.toon_knoppen()

    def maak_leeg(self) -> None:
        self.tabel.maak_leeg()
        self.meldregel.zeg("")

    def eerste_focus(self) -> QWidget | None:
        return self.tabel.tabel if self.mag() else None

    def _on_regel_gekozen(self, _regel: RegelT | None) -> None:
        self.toon_knoppen()
