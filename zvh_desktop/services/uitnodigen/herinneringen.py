"""Remind who did not answer an uitnodiging: a draft per partij, with only its own points, through the gate again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zvh_desktop.documents.agenda_ics import bouw_uitnodiging_ics
from zvh_desktop.documents.concept_eml import BijlageSoort, ConceptEmlGegevens, EmlBijlage, bouw_concept_eml
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.uitnodiging import bouw_uitnodiging_pdf
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import (
    DocumentSoort,
    OverlegId,
    UitnodigingAntwoord,
    UitnodigingId,
    UitnodigingStatus,
)
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.uitnodiging import Uitgegeven, Uitnodiging
from zvh_desktop.services.huis.instellingen import huispost
from zvh_desktop.services.lek.samen import Leksamen
from zvh_desktop.services.lek.uitgang import langs_de_uitgang
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.uitgifte import bewaar_uitgegeven
from zvh_desktop.services.stukken.weging import lees_weging
from zvh_desktop.services.tafel.akkoord import verifieer_akkoord
from zvh_desktop.services.uitnodigen.ontvanger import ontvanger
from zvh_desktop.services.uitnodigen.stukken import (
    herinnering_bericht,
    ics_gegevens,
    uitgenodigde_punten,
    uitnodiging_gegevens,
)
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


class HerinneringService:
    """Use cases on reminders."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def maak(
        self,
        overleg_id: OverlegId,
        uitnodigingen: Sequence[UitnodigingId],
        begint_aan: Callable[[int], None] | None = None,
    ) -> tuple[Stuk, ...]:
        """A draft for each of these, all of them or none; logged, and a copy of each is kept.

        ``begint_aan`` is told the place of each before it is made, and may raise to stop. Raises InvoerOngeldig when
        there is nothing to remind of (answered, withdrawn, past, no seat any more, no address), GebruikersFout when
        the agenda has no akkoord now.
        """
        with self._werkplek.schrijf(Recht.UITNODIGEN, "herinneringen gemaakt", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            verifieer_akkoord(self._werkplek, werk.sessie, overleg)
            if overleg.datum < self._werkplek.vandaag():
                raise InvoerOngeldig("overleg", "Dit overleg is al geweest. Een herinnering heeft geen zin meer.")
            stukken, samen = [], Leksamen()
            for plaats, sleutel in enumerate(uitnodigingen):
                if begint_aan is not None:
                    begint_aan(plaats)
                with samen.deel():
                    stukken.append(self._bewaar(werk.sessie, overleg, sleutel))
            samen.eis_gekozen()
            if not stukken:
                raise InvoerOngeldig("partij", "Er is geen partij die nog moet antwoorden.")
            return tuple(stukken)

    def _bewaar(self, sessie: Session, overleg: Overleg, sleutel: UitnodigingId) -> Stuk:
        rij = haal(sessie, Uitnodiging, sleutel, "Deze uitnodiging")
        stuk = self._een(sessie, overleg, rij)
        aan = ontvanger(sessie, rij)
        bewaar_uitgegeven(
            self._werkplek,
            sessie,
            stuk,
            versie=overleg.agenda_versie,
            overleg_id=overleg.id,
            aan=(aan.naam, aan.email),
        )
        return stuk

    def _een(self, sessie: Session, overleg: Overleg, rij: Uitnodiging) -> Stuk:
        partij = sessie.get_one(Partij, rij.partij_id)
        if rij.overleg_id != overleg.id:
            raise InvoerOngeldig("partij", "Deze uitnodiging hoort bij een ander overleg.")
        if rij.status != UitnodigingStatus.VERZONDEN or rij.verzonden_op is None:
            raise InvoerOngeldig("partij", f"{partij.naam} heeft nu geen verstuurde uitnodiging.")
        if rij.antwoord != UitnodigingAntwoord.GEEN:
            raise InvoerOngeldig("partij", f"{partij.naam} heeft al geantwoord.")
        punten = uitgenodigde_punten(self._werkplek, sessie, overleg, rij)
        contact = ontvanger(sessie, rij)
        gegevens = uitnodiging_gegevens(self._werkplek, sessie, overleg, rij, punten)
        brief = bouw_uitnodiging_pdf(langs_de_uitgang(self._werkplek, sessie, partij, gegevens))
        ics = bouw_uitnodiging_ics(ics_gegevens(self._werkplek, sessie, overleg, rij, punten, rij.volgnummer))
        bericht = herinnering_bericht(self._werkplek, sessie, overleg, rij, punten)
        concept = bouw_concept_eml(
            ConceptEmlGegevens(
                ontvanger_naam=contact.naam,
                ontvanger_email=contact.email,
                onderwerp=bericht.onderwerp,
                tekst=bericht.tekst,
                datum=self._werkplek.klok(),
                weging=lees_weging(sessie, self._werkplek.profiel_van(sessie, overleg)),
                van=huispost(sessie, self._werkplek.profiel_van(sessie, overleg)),
                bijlagen=(
                    EmlBijlage(_naam(DocumentSoort.UITNODIGING, overleg, partij), BijlageSoort.PDF, brief),
                    EmlBijlage(
                        _naam(DocumentSoort.UITNODIGING_ICS, overleg, partij), BijlageSoort.ICS_UITNODIGING, ics
                    ),
                ),
            )
        )
        return Stuk(
            DocumentSoort.HERINNERING_EML,
            _naam(DocumentSoort.HERINNERING_EML, overleg, partij),
            concept,
            partij.id,
            partij.naam,
            tuple(punt.casusnummer for punt in punten if punt.casusnummer is not None),
        )


def herinneringen_van(sessie: Session, overleg_id: int) -> Mapping[int, datetime]:
    """Per partij when the newest reminder for this overleg was made (naive UTC)."""
    rijen = sessie.execute(
        select(Uitgegeven.partij_id, func.max(Uitgegeven.gemaakt_op))
        .where(Uitgegeven.overleg_id == overleg_id, Uitgegeven.soort == DocumentSoort.HERINNERING_EML)
        .group_by(Uitgegeven.partij_id)
    )
    return {partij_id: moment for partij_id, moment in rijen if partij_id is not None}


def _naam(soort: DocumentSoort, overleg: Overleg, partij: Partij) -> str:
    return bestandsnaam(soort, overleg.datum, partij.kort)
