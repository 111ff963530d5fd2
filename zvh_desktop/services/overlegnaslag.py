"""What several documents of an overleg share when they are made in one use case."""

from __future__ import annotations

from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import DocumentSoort
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.poort.deelnames import Tafelschikking, lees_schikking
from zvh_desktop.services.tafel.genodigden import Genodigden, genodigden
from zvh_desktop.services.tafel.tafelorde import op_agenda
from zvh_desktop.services.tafel.verslag_lezen import MET_BETROKKENEN
from zvh_desktop.services.tafel.verslagstukken import GetoetstVerslag, toets_verslag
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


class Naslag:
    """What several documents of one use case share: verified at the first that needs it, gone with the last."""

    def __init__(self, werkplek: Werkplek, sessie: Session) -> None:
        self._werkplek = werkplek
        self._sessie = sessie
        self._verslagen: dict[int, GetoetstVerslag] = {}
        self._schikkingen: dict[int, Tafelschikking] = {}
        self._overleggen: dict[int, Overleg] = {}
        self._genodigden: dict[int, Genodigden] = {}

    def overleg(self, overleg_id: int) -> Overleg:
        """This overleg, with its points. Raises NietGevonden."""
        if overleg_id not in self._overleggen:
            self._overleggen[overleg_id] = haal(self._sessie, Overleg, overleg_id, "Dit overleg")
        return self._overleggen[overleg_id]

    def genodigden(self, overleg: Overleg) -> Genodigden:
        """To whom the uitnodigingen of this overleg went."""
        if overleg.id not in self._genodigden:
            self._genodigden[overleg.id] = genodigden(self._sessie, overleg.id)
        return self._genodigden[overleg.id]

    def contactnaam(self, overleg: Overleg, partij: Partij) -> str:
        """To whom the uitnodiging of this partij went; nothing when there is none."""
        naam, _ = self.genodigden(overleg).get(partij.id, ("", False))
        return naam

    def verslag(self, overleg: Overleg) -> GetoetstVerslag:
        """The verslag of this overleg, verified. Raises HandtekeningOnjuist."""
        if overleg.id not in self._verslagen:
            self._verslagen[overleg.id] = toets_verslag(self._werkplek, self._sessie, overleg, self.schikking(overleg))
        return self._verslagen[overleg.id]

    def schikking(self, overleg: Overleg) -> Tafelschikking:
        """Who sits where at this overleg, held against the gate."""
        if overleg.id not in self._schikkingen:
            self._schikkingen[overleg.id] = lees_schikking(self._werkplek, self._sessie, overleg, MET_BETROKKENEN)
        return self._schikkingen[overleg.id]

    def casusnummers(self, overleg: Overleg, partij: Partij | None, soort: DocumentSoort) -> tuple[str, ...]:
        """The casussen of this overleg, or only those where this partij has a seat that holds.

        What was added at the table does not stand on the agenda.
        """
        schikking, punten = self.schikking(overleg), overleg.agendapunten
        if soort in (DocumentSoort.AGENDA_REGIE, DocumentSoort.AGENDA_PARTIJ):
            schikking, punten = schikking.van_de_agenda(overleg), op_agenda(overleg)
        return tuple(
            casus.nummer
            for punt in punten
            if (casus := schikking.casus(punt)) is not None
            and (partij is None or schikking.stoel(punt, partij.id) is not None)
        )
