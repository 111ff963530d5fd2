"""Records the votes on one proposal: a line per member at the table who votes, counted while they are given."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from zvh_desktop.models.bestuurskeuzes import Stem, stemmentelling
from zvh_desktop.models.keuzes import LidId
from zvh_desktop.services.bestuur.gegevens import LidRegel, VoorstelRegel
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.teksten.bestuur import STEM_TEKST
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.kolombreedtes import Kolombreedtes
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

Stemmen = Mapping[LidId, Stem]

_IN_BEELD = 12
"""So many members are seen at once; further ones come into view when the keyboard gets there."""


class StemDialoog(Invoerdialoog[Stemmen]):
    """The outcome is not chosen here: the service counts."""

    def __init__(
        self,
        voorstel: VoorstelRegel,
        leden: Sequence[LidRegel],
        bewaar: Callable[[Stemmen], object],
        uitleg: str,
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__("Stemmen", "&Bewaar de stemmen", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("stemdialoog")
        self.keuzes: dict[LidId, Keuzeveld] = {}
        eerder = {stem.lid_id: stem.stem for stem in voorstel.stemmen}
        aanwezig = [lid for lid in leden if lid.aanwezig and lid.zetel.stemrecht]
        self.tabel = QTableWidget(len(aanwezig), 2, self)
        self.tabel.setHorizontalHeaderLabels(["Lid", "Stem"])
        self.tabel.verticalHeader().setVisible(False)
        self.tabel.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tabel.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.tabel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabel.setTabKeyNavigation(False)
        self.tabel.setWordWrap(False)  # every row as high as the next: the columns get their width only later
        for rij, lid in enumerate(aanwezig):
            naam = QTableWidgetItem(lid.naam)
            naam.setToolTip(platte_uitleg(lid.naam))
            self.tabel.setItem(rij, 0, naam)
            keuze = Keuzeveld(self.tabel)
            keuze.setAccessibleName(f"Stem van {lid.naam}")
            keuze.addItem("niet gestemd", None)
            for stem in Stem:
                keuze.addItem(STEM_TEKST[stem], stem)
            if lid.id in eerder:
                keuze.setCurrentIndex(keuze.findData(eerder[lid.id]))
            self.tabel.setCellWidget(rij, 1, keuze)
            self.keuzes[lid.id] = keuze
        kop = self.tabel.horizontalHeader()
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        kop.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.breedtes = Kolombreedtes(self.tabel)
        self.tabel.resizeRowsToContents()
        rijen = max(1, min(len(aanwezig), _IN_BEELD))
        hoogte = sum(map(self.tabel.rowHeight, range(rijen))) if aanwezig else 0
        rand = kop.sizeHint().height() + 2 * self.tabel.frameWidth()
        self.tabel.setMinimumSize(tekstbreedte(self, 66), hoogte + rand)
        self.telling = StilleTekst("", self)
        self.formulier.voeg_toe("stemmen", letterlijk(voorstel.invoer.voorstel), self.tabel)
        self.formulier.regel("stemmen").label.setWordWrap(True)
        self.formulier.voeg_los_toe(self.telling)
        for keuze in self.keuzes.values():
            keuze.currentIndexChanged.connect(self._on_stem_gekozen)
            keuze.installEventFilter(self)
        self._on_stem_gekozen()
        if self.keuzes:
            next(iter(self.keuzes.values())).setFocus()

    def eventFilter(self, wie: QObject, gebeurtenis: QEvent) -> bool:
        """Bring a vote into view when the keyboard comes to it."""
        if gebeurtenis.type() is QEvent.Type.FocusIn:
            for rij, keuze in enumerate(self.keuzes.values()):
                if keuze is wie:
                    self.tabel.scrollTo(self.tabel.model().index(rij, 1))
        return super().eventFilter(wie, gebeurtenis)

    def invoer(self) -> Stemmen:
        return {
            lid_id: Stem(keuze.currentData())
            for lid_id, keuze in self.keuzes.items()
            if keuze.currentData() is not None
        }

    def _on_stem_gekozen(self) -> None:
        gegeven = list(self.invoer().values())
        self.telling.setText(f"{stemmentelling(gegeven)}.")

    @classmethod
    def vraag(
        cls,
        voorstel: VoorstelRegel,
        leden: Sequence[LidRegel],
        bewaar: Callable[[Stemmen], object],
        uitleg: str,
        *,
        ouder: QWidget,
    ) -> object:
        """What the service counted, or None when nothing was saved."""
        return cls(voorstel, leden, bewaar, uitleg, ouder).antwoord()
