"""Drafts of uitnodigingen, and reminders, saved in a folder for the mail program of the house."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.models.taal import opsomming
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.lijst import UitnodigingRegel
from zvh_desktop.ui.bewaren.mailprogramma import open_mailprogramma
from zvh_desktop.ui.draden.te_maken import TeMaken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.stukken.bewaren import Bewaren, vrije_naam
from zvh_desktop.ui.pages.tafel.stukken.elk_voor_zich import Conceptenuitkomst, ElkVoorZich
from zvh_desktop.ui.pages.tafel.stukken.verzenddialoog import bewaard, toon_verzendlijst
from zvh_desktop.ui.pages.tafel.stukken.verzending import concept_van
from zvh_desktop.ui.pdf_voorbeeld import schrijf_bestand


class ConceptenBewaren(QObject):
    """Asks for a folder and writes; ``zegt`` carries what to say of it."""

    zegt = Signal(str)
    herinnerd = Signal(str)
    """The same, after reminders were made, which is noted."""
    mislukt = Signal(object)
    """A GebruikersFout."""
    afgevinkt = Signal()
    """The list of what is to be sent was closed; what was ticked off there is noted."""
    gekozen = Signal(object)
    """An UitnodigingRegel that somebody goes on with: no draft could be made of it."""

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

    def agenda_item(self, stuk: Stuk, lukt: Callable[[Callable[[], object]], bool]) -> None:
        """The calendar item of one partij by itself, for who works in a calendar."""
        doel = self._gereedschap.melder.kies_bestand_opslaan(
            self._stap, "Bewaar het agenda-item", stuk.bestandsnaam, "Agenda (*.ics)"
        )
        if doel is None:
            return
        plek = doel if doel.suffix else doel.with_suffix(".ics")
        if lukt(partial(schrijf_bestand, plek, stuk.inhoud)):
            self.zegt.emit(
                f'Bewaard als "{plek.name}". Open het in uw agendaprogramma en verstuur de afspraak daar. '
                "Kies daarna Verstuurd."
            )

    def mail(self, email: str, lukt: Callable[[Callable[[], object]], bool]) -> None:
        """Open the mail program with this recipient and nothing else."""
        if lukt(partial(open_mailprogramma, email)):
            self.zegt.emit(
                "Uw mailprogramma is geopend met alleen de ontvanger. Kopieer het onderwerp en de tekst, en voeg de "
                "brief bij die u rechts met Bewaar als bewaart."
            )

    def alle(self, regels: Sequence[UitnodigingRegel]) -> None:
        """The draft of each of these that can be made; at the end it is said of which it cannot, and why."""
        doel = self._gereedschap.melder.kies_map(self._stap, "Kies een map voor de concepten") if regels else None
        if doel is None:
            return
        self._gereedschap.taken.start_met_voortgang(
            ElkVoorZich(regels, partial(concept_van, self._diensten), doel),
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

    def _on_alle_bewaard(self, uitkomst: Conceptenuitkomst) -> None:
        eerste = toon_verzendlijst(uitkomst, self._diensten, self._stap)
        self.afgevinkt.emit()
        zin = f"{bewaard(len(uitkomst.gemaakt))}."
        if uitkomst.niet:
            zin += f" Niet gemaakt voor: {opsomming([een.regel.kort for een in uitkomst.niet])}."
        elif uitkomst.gemaakt:
            zin += " Noteer hier per partij Verstuurd als u dat nog niet deed."
        self.zegt.emit(zin)
        if eerste is not None:
            self.gekozen.emit(eerste)

    def _on_alle_mislukt(self, fout: GebruikersFout) -> None:
        self._gereedschap.melder.toon_fout(self._stap, fout)

    def _on_herinneringen_bewaard(self, aantal: int) -> None:
        wat = "1 herinnering is" if aantal == 1 else f"{aantal} herinneringen zijn"
        self.herinnerd.emit(f"{wat} bewaard als concept. Open ze in uw mailprogramma en verstuur ze daar.")

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        self.mislukt.emit(fout)
