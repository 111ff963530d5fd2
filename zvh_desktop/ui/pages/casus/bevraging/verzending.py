"""What the panel of a triage does with the letter of a question: show it, keep the draft, note it or take it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import CasusId, ContactpersoonId, PartijId, TriagebriefId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.triagebrief_stukken import TriagebriefStukken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.bevraging.briefstrook import Triagebriefstrook
from zvh_desktop.ui.pages.casus.bevraging.intrekdialoog import TriageIntrekDialoog
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.pdf_voorbeeld import schrijf_bestand


class Triageverzending(QObject):
    """Belongs to one panel, which saves what was typed before each of these."""

    gedaan = Signal()
    """Something was noted: read the triage again."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, paneel: CasusOnderdeel) -> None:
        super().__init__(paneel)
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._paneel = paneel
        self._casus_id: CasusId | None = None

    def zet(self, casus_id: CasusId | None) -> None:
        """Of which casus it is."""
        self._casus_id = casus_id

    def volg(self, strook: Triagebriefstrook) -> None:
        """Do what this strip asks."""
        strook.brief_gevraagd.connect(self._on_brief)
        strook.concept_gevraagd.connect(self._on_concept)
        strook.verstuurd_gevraagd.connect(self._on_verstuurd)
        strook.terug_gevraagd.connect(self._on_terug)
        strook.intrekken_gevraagd.connect(self._on_intrekken)
        strook.intrekbrief_gevraagd.connect(self._on_intrekbrief)
        strook.intrekconcept_gevraagd.connect(self._on_intrekconcept)

    def _on_brief(self, partij_id: int, contact: ContactpersoonId | None) -> None:
        if self._casus_id is not None:
            maak = partial(self._diensten.triagebrieven.stukken, self._casus_id, PartijId(partij_id), contact)
            self._paneel.toon_stuk(partial(_brief, maak), "Vraag aan een partij")

    def _on_intrekbrief(self, partij_id: int) -> None:
        if self._casus_id is not None:
            maak = partial(self._diensten.triagebrieven.intrekking, self._casus_id, PartijId(partij_id))
            self._paneel.toon_stuk(partial(_brief, maak), "Vraag ingetrokken")

    def _on_concept(self, partij_id: int, contact: ContactpersoonId | None) -> None:
        if self._casus_id is not None:
            maak = partial(self._diensten.triagebrieven.stukken, self._casus_id, PartijId(partij_id), contact)
            self._paneel.lukt(partial(self._bewaar_concept, maak))

    def _on_intrekconcept(self, partij_id: int) -> None:
        if self._casus_id is not None:
            maak = partial(self._diensten.triagebrieven.intrekking, self._casus_id, PartijId(partij_id))
            self._paneel.lukt(partial(self._bewaar_concept, maak))

    def _bewaar_concept(self, maak: Callable[[], TriagebriefStukken]) -> None:
        stuk = maak().concept
        melder = self._gereedschap.melder
        doel = melder.kies_bestand_opslaan(self._paneel, "Concept bewaren", stuk.bestandsnaam, "Berichten (*.eml)")
        if doel is not None:
            schrijf_bestand(doel, stuk.inhoud)

    def _on_verstuurd(self, partij_id: int, contact: ContactpersoonId | None) -> None:
        if self._casus_id is not None:
            dienst = self._diensten.triagebrieven
            self._doe(partial(dienst.noteer_verstuurd, self._casus_id, PartijId(partij_id), contact))

    def _on_intrekken(self, partij_id: int) -> None:
        """Asks why; whoever got the question hears it."""
        if self._casus_id is None:
            return
        dienst = self._diensten.triagebrieven
        stand = next((een for een in dienst.lijst(self._casus_id) if een.partij_id == partij_id), None)
        if stand is None or not stand.in_te_trekken or not self._paneel.lukt(_niets):
            return
        partij = self._diensten.partijen.toon(PartijId(partij_id)).naam
        trek_in = partial(dienst.trek_in, self._casus_id, PartijId(partij_id))
        if TriageIntrekDialoog.vraag(partij, stand.eerder[0].aan, trek_in, ouder=self._paneel):
            self.gedaan.emit()

    def _on_terug(self, brief_id: int) -> None:
        try:
            self._diensten.triagebrieven.neem_terug(TriagebriefId(brief_id))
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self._paneel, fout)
            return
        self.gedaan.emit()

    def _doe(self, handeling: Callable[[], object]) -> None:
        if self._paneel.lukt(handeling):
            self.gedaan.emit()


def _brief(maak: Callable[[], TriagebriefStukken]) -> Stuk:
    return maak().brief


def _niets() -> None:
    """Nothing to do beside saving."""
