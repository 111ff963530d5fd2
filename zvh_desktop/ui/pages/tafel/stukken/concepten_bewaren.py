"""Drafts of uitnodigingen, and reminders, saved in a folder for the mail program of the house."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.lek.gegevens import LekOpen
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.lijst import UitnodigingRegel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.stukken.bewaren import Bewaren, TeMaken, een_voor_een, vrije_naam
from zvh_desktop.ui.pages.tafel.stukken.verzending import concept_van, zonder_adres
from zvh_desktop.ui.pdf_voorbeeld import schrijf_bestand


class ConceptenBewaren(QObject):
    """Asks for a folder and writes; ``zegt`` carries what to say of it."""

    zegt = Signal(str)
    herinnerd = Signal(str)
    """The same, after reminders were made, which is noted."""
    mislukt = Signal(object)
    """A GebruikersFout."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, stap: QWidget) -> None:
        super().__init__(stap)
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._stap = stap

    def een(self, stuk: Stuk, lukt: Callable[[Callable[[], object]], bool]) -> None:
        """The draft of one partij, beside an older one of the same name."""
        doel = self._gereedschap.melder.kies_map(self._stap, "Kies een map voor het concept")
        if doel is None:
            return
        plek = vrije_naam(doel / stuk.bestandsnaam)
        if lukt(partial(schrijf_bestand, plek, stuk.inhoud)):
            eerder = f' In die map stond al een "{stuk.bestandsnaam}": dat is een ouder concept.'
            self.zegt.emit(
                f'Bewaard als "{plek.name}".{eerder if plek.name != stuk.bestandsnaam else ""} '
                f'Open "{plek.name}" in uw mailprogramma en verstuur het daar. Kies daarna Verstuurd.'
            )

    def alle(self, regels: Sequence[UitnodigingRegel]) -> None:
        """The draft of each of these, all of them or none."""
        zonder = [regel for regel in regels if not regel.bezorgbaar()]
        if zonder:
            self._gereedschap.melder.toon_fout(self._stap, zonder_adres(zonder))
            return
        doel = self._gereedschap.melder.kies_map(self._stap, "Kies een map voor de concepten") if regels else None
        if doel is None:
            return
        stukken = [TeMaken("Concept", regel.partij) for regel in regels]
        maak = een_voor_een([partial(concept_van, self._diensten, regel) for regel in regels])
        self._gereedschap.taken.start_met_voortgang(
            Bewaren(stukken, maak, doel),
            ouder=self._stap,
            titel="Concepten bewaren",
            gelukt=self._on_alle_bewaard,
            mislukt=self._on_alle_mislukt,
        )

    def herinneringen(self, overleg_id: OverlegId, regels: Sequence[UitnodigingRegel]) -> None:
        """A reminder for each of these, all of them or none."""
        doel = self._gereedschap.melder.kies_map(self._stap, "Kies een map voor de herinneringen")
        if doel is None:
            return
        maak = partial(self._diensten.herinneringen.maak, overleg_id, [regel.id for regel in regels])
        self._gereedschap.taken.start_met_voortgang(
            Bewaren([TeMaken("Herinnering", regel.partij) for regel in regels], maak, doel),
            ouder=self._stap,
            titel="Herinneringen bewaren",
            gelukt=self._on_herinneringen_bewaard,
            mislukt=self._on_mislukt,
        )

    def _on_alle_bewaard(self, aantal: int) -> None:
        wat = "1 concept is" if aantal == 1 else f"{aantal} concepten zijn"
        self.zegt.emit(
            f"{wat} bewaard. Open ze in uw mailprogramma, verstuur ze daar en noteer hier per partij Verstuurd."
        )

    def _on_alle_mislukt(self, fout: GebruikersFout) -> None:
        if isinstance(fout, LekOpen):
            self.mislukt.emit(fout)
        else:
            self._gereedschap.melder.toon_fout(self._stap, fout)

    def _on_herinneringen_bewaard(self, aantal: int) -> None:
        wat = "1 herinnering is" if aantal == 1 else f"{aantal} herinneringen zijn"
        self.herinnerd.emit(f"{wat} bewaard als concept. Open ze in uw mailprogramma en verstuur ze daar.")

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        self.mislukt.emit(fout)
