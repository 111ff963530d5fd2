"""The menu of what can be made of an agenda: the agenda of the house, and what each partij gets to see."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.woorden import DOCUMENT_TEKST
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.uiterlijk.letters import letterlijk


class Voorbeeldmenu(QMenu):
    """Filled when it opens. ``bewaard`` saves what was typed last and says whether that went well."""

    def __init__(
        self, diensten: Diensten, gereedschap: Gereedschap, bewaard: Callable[[], bool], ouder: QWidget
    ) -> None:
        super().__init__(ouder)
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._bewaard = bewaard
        self._ouder = ouder
        self._overleg_id: OverlegId | None = None
        self.aboutToShow.connect(self._on_opent)
        self.triggered.connect(self._on_gekozen)

    def zet(self, overleg_id: OverlegId | None) -> None:
        """The agenda to show something of; None when there is none, and then nothing is shown any more."""
        self._overleg_id = overleg_id

    def _on_opent(self) -> None:
        self.clear()
        if self._overleg_id is None:
            return
        for vraag in self._diensten.documenten.agendastukken(self._overleg_id):
            actie = self.addAction(letterlijk(vraag.omschrijving))
            actie.setData(vraag)

    def _on_gekozen(self, actie: QAction) -> None:
        vraag = actie.data()
        if isinstance(vraag, StukVraag) and self._bewaard():
            maak = partial(self._diensten.documenten.maak, vraag)
            self._gereedschap.taken.start(maak, gelukt=self._on_gemaakt, vanaf=self._ouder)

    def _on_gemaakt(self, stuk: Stuk) -> None:
        if self._overleg_id is not None:
            titel = f"{DOCUMENT_TEKST[stuk.soort]} {stuk.partij}".rstrip()
            PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, titel, self._gereedschap.melder, ouder=self._ouder)
