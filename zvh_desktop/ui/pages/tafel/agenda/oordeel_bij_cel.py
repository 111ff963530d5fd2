"""An oordeel on the partij of one cell of the matrix: given in place, or asked of who may give it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout, RegelGeweigerd
from zvh_desktop.models.keuzes import CasusId, OordeelUitkomst, PartijId, PoortStand
from zvh_desktop.models.taal import hoofdletter, opsomming
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.tafel.agenda_gegevens import AgendaBeeld, Cel, PuntRegel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.bevestiging import onderteken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.agenda.oordeel_geven import OordeelDialoog
from zvh_desktop.ui.pages.tafel.uitlegstrook import Uitlegstrook
from zvh_desktop.ui.teksten.ondertekenlijst import oordeel_regels
from zvh_desktop.ui.uiterlijk.icons import Icoon

_GEEN_OORDEEL_NODIG = (PoortStand.RECHTMATIG, PoortStand.UITGENODIGD, PoortStand.NIET_VAN_TOEPASSING)
_GEEF, _VRAAG = "&Geef oordeel", "&Vraag om een oordeel"


class OordeelBijCel(QObject):
    """What can be done about an oordeel, offered and answered in the line below the matrix."""

    gewijzigd = Signal()
    """An oordeel was given or asked: read the agenda again."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, strook: Uitlegstrook, stap: QWidget) -> None:
        super().__init__(stap)
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._strook = strook
        self._stap = stap

    def mag(self) -> bool:
        """Whether this user gives an oordeel; who does not can ask for one."""
        return self._diensten.mag(Recht.OORDELEN).mag

    def leg_uit(self, fout: GebruikersFout, cel: Cel | None) -> None:
        """Say what was refused; at a cell that waits for an oordeel with the button for it."""
        poort = isinstance(fout, RegelGeweigerd) and cel is not None and cel.stand not in _GEEN_OORDEEL_NODIG
        actie = (_GEEF if self.mag() else _VRAAG) if poort else ""
        self._strook.toon_fout(fout, tekst=fout.gebeurd if poort else "", actie=actie, icoon=Icoon.SCHILD)

    def toon_gevraagd(self, cel: Cel | None) -> None:
        """Say what was asked about this cell, with the answer one key away."""
        if cel is not None and cel.gevraagd is not None:
            self._strook.toon(f"{hoofdletter(cel.uitleg)}.", actie=_GEEF if self.mag() else "", icoon=Icoon.KLOK)

    def geef(self, beeld: AgendaBeeld, punt: PuntRegel, cel: Cel, uitkomst: OordeelUitkomst) -> None:
        """Ask for the grounds and sign; who may not give an oordeel is told so."""
        mag = self._diensten.mag(Recht.OORDELEN)
        if punt.casus_id is None:
            return
        if not mag.mag:
            self._strook.toon(mag.reden, actie=_VRAAG, icoon=Icoon.SCHILD)
            return
        uit = punt.uitgeleend or beeld.kop.uitgeleend
        if uit and uitkomst is OordeelUitkomst.RECHTMATIG:
            self._strook.toon(uit, icoon=Icoon.KLUIS)
            return
        blad = self._diensten.oordelen.blad(punt.casus_id, beeld.kop.invoer.datum)
        partij = next((een for een in blad if een.partij_id == cel.partij_id), None)
        if partij is None:
            return
        teken = partial(self._teken, punt.casus_id, punt.casusnummer, {partij.partij_id: partij.partij})
        if OordeelDialoog.vraag(punt.casusnummer, partij, uitkomst, teken, ouder=self._stap):
            self._strook.wis()
            self.gewijzigd.emit()

    def _teken(self, casus_id: CasusId, nummer: str, namen: Mapping[PartijId, str], invoer: OordeelInvoer) -> bool:
        geef = partial(self._diensten.oordelen.geef, casus_id, (invoer,))
        wat = oordeel_regels(nummer, namen, (invoer,))
        return onderteken(geef, self._diensten, self._gereedschap.taken, self._stap, wat)

    def vraag(self, beeld: AgendaBeeld, punt: PuntRegel, partijen: Sequence[PartijId]) -> None:
        """Put the question before the procesregisseur: it waits on Vandaag and in the cells until it is answered."""
        if punt.casus_id is None:
            return
        nieuw = self._diensten.oordelen.vraag(punt.casus_id, partijen, beeld.kop.id)
        namen = opsomming([kolom.naam for kolom in beeld.kolommen if kolom.partij_id in partijen])
        wie = self._diensten.termen.met_lidwoord("procesregisseur")
        self.gewijzigd.emit()
        self._strook.toon(
            f"De vraag over {namen} staat {'' if nieuw else 'al '}bij Vandaag van {wie}.", icoon=Icoon.VINK
        )
