"""The agenda builder: points in order, the matrix partij x casus, and the way from concept to akkoord."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy.orm import Session, joinedload

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import (
    AgendapuntId,
    CasusId,
    OverlegId,
    OverlegStatus,
    PartijId,
    Regel,
)
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.poort.deelnames import lees_schikking, zet_deelname
from zvh_desktop.services.poort.gesloten import eis_lopend, eis_niet_afgelast
from zvh_desktop.services.regelboek.bestuur import geen_casus_buiten_operationeel
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, in_een_zin, weigering
from zvh_desktop.services.tafel.agenda_gegevens import (
    MINUTEN_PER_ONDERWERP,
    AgendaBeeld,
    CasusKeuze,
    PuntInvoer,
)
from zvh_desktop.services.tafel.agenda_lezen import (
    AgendaBron,
    bouw_agenda,
    lees_agenda,
    lees_bron,
    mogelijke_partijen,
)
from zvh_desktop.services.tafel.agenda_stand import (
    AgendaStand,
    AgendaWissel,
    Teruggang,
    agenda_stand,
    terug_van,
    zeg_gebleven,
)
from zvh_desktop.services.tafel.agenda_woorden import leg_agendawoorden_vast
from zvh_desktop.services.tafel.akkoord import AKKOORD, nog_nodig_voor_akkoord
from zvh_desktop.services.tafel.casuspunt import eis_agenda_open, eis_minuten, nieuw_casuspunt, vul_casuspunt
from zvh_desktop.services.tafel.kiesbaar import lees_kiesbare_casussen
from zvh_desktop.services.tafel.reeks.reeksen import ReeksService
from zvh_desktop.services.tafel.vanuit_casus import VanuitCasusService
from zvh_desktop.services.tafel.volgorde.voorstel import VolgordeVoorstel, stel_volgorde_voor
from zvh_desktop.services.tafel.volgorde.wensen import WensenService, lees_wensen, wensstand
from zvh_desktop.services.tafel.volgorde.wensherstel import herstel_met_wensen
from zvh_desktop.services.werkplek.handeling import Handeling
from zvh_desktop.services.werkplek.hangt_aan import eis_los
from zvh_desktop.services.werkplek.invoer import naamveld, tekst, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_NIEMAND_ERBIJ = "Er kan geen partij meer bij komen. Haal het punt van de agenda."


class AgendaService:
    """Use cases on the agenda of one overleg."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek
        self.wensen = WensenService(werkplek)
        """What is asked of the order of an overleg."""
        self.vanuit_casus = VanuitCasusService(werkplek)
        """An agenda as it is seen from the page of one casus."""
        self.reeksen = ReeksService(werkplek)
        """Several overleggen planned in one go."""

    def toon(self, overleg_id: OverlegId) -> AgendaBeeld:
        """The agenda with its matrix; every oordeel is verified now. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return lees_agenda(self._werkplek, sessie, haal(sessie, Overleg, overleg_id, "Dit overleg"))

    def kiesbare_casussen(self, overleg_id: OverlegId) -> tuple[CasusKeuze, ...]:
        """Every running casus that is not yet on this agenda, with the reason when it may not be."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            return lees_kiesbare_casussen(self._werkplek, sessie, overleg)

    def voeg_casus_toe(self, overleg_id: OverlegId, casus_id: CasusId) -> AgendapuntId:
        """Put a casus at the end of the agenda, with doel and thema's from its triage.

        Raises RegelGeweigerd: ``geen_casus_buiten_operationeel`` and ``geen_verstrekking_voor_overleg``.
        """
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "casus op de agenda gezet", "overleg") as werk:
            werk.raakt(overleg_id)
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            overleg = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            profiel = self._werkplek.profiel_van(werk.sessie, overleg)
            soort = profiel.overlegsoort(overleg.soort)
            geen_casus_buiten_operationeel(profiel, soort, casusnummer=casus.nummer)
            self._te_wijzigen(werk.sessie, overleg_id)
            return nieuw_casuspunt(self._werkplek, werk.sessie, overleg, casus).id

    def voeg_onderwerp_toe(
        self, overleg_id: OverlegId, onderwerp: str, minuten: int = MINUTEN_PER_ONDERWERP
    ) -> AgendapuntId:
        """Add a point without case data, such as 'Vaststellen verslag'. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "onderwerp op de agenda gezet", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = self._te_wijzigen(werk.sessie, overleg_id)
            punt = Agendapunt(
                overleg=overleg,
                volgorde=len(overleg.agendapunten),
                minuten=eis_minuten(minuten),
                onderwerp=verplicht("onderwerp", naamveld("onderwerp", onderwerp), "Vul een onderwerp in."),
            )
            werk.sessie.add(punt)
            werk.sessie.flush()
            return punt.id

    def verwijder_punt(self, punt_id: AgendapuntId) -> None:
        """Take a point off the agenda (``herstel`` with an earlier ``momentopname`` brings it back)."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "punt van de agenda gehaald", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt", joinedload(Agendapunt.overleg))
            werk.raakt(punt.overleg_id)
            overleg = self._te_wijzigen(werk.sessie, punt.overleg_id)
            eis_los(werk.sessie, punt, "Dit agendapunt", "Laat het punt op de agenda staan.")
            overleg.agendapunten.remove(punt)
            werk.sessie.flush()
            _hernummer(overleg)

    def verplaats(self, punt_id: AgendapuntId, naar: int) -> None:
        """Move a point to this place (0 is first; past the end is last)."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "volgorde gewijzigd", "overleg", wacht_anders=False) as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt", joinedload(Agendapunt.overleg))
            werk.raakt(punt.overleg_id)
            overleg = self._te_wijzigen(werk.sessie, punt.overleg_id)
            punten = [p for p in overleg.agendapunten if p.id != punt.id]
            punten.insert(max(0, min(naar, len(punten))), punt)
            for volgorde, een in enumerate(punten):
                een.volgorde = volgorde

    def stel_volgorde_voor(self, overleg_id: OverlegId) -> VolgordeVoorstel:
        """Put the casussen in the order in which partijen wait least; what is of the house itself keeps its place."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "volgorde voorgesteld", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = self._te_wijzigen(werk.sessie, overleg_id)
            voorstel = stel_volgorde_voor(
                overleg, lees_schikking(self._werkplek, werk.sessie, overleg), lees_wensen(werk.sessie, overleg)
            )
            for volgorde, punt_id in enumerate(voorstel.punten):
                werk.sessie.get_one(Agendapunt, punt_id).volgorde = volgorde
            return voorstel

    def wijzig_punt(self, punt_id: AgendapuntId, invoer: PuntInvoer) -> AgendaWissel:
        """Change minutes, doel, type besluit and thema's; returns what came of it. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "agendapunt gewijzigd", "overleg", wacht_anders=False) as werk:
            punt, bron = self._bij_punt(werk, punt_id)
            voor, overleg = bron.stand(), bron.overleg
            vul_casuspunt(self._werkplek.profiel_van(werk.sessie, overleg), punt, invoer)
            if punt.casus_id is None:
                onderwerp = naamveld("onderwerp", invoer.onderwerp)
                punt.onderwerp = verplicht("onderwerp", onderwerp, "Vul een onderwerp in.")
            return self._wissel(werk.sessie, voor, bron)

    def zet_deelname(self, punt_id: AgendapuntId, partij_id: PartijId, *, aan: bool) -> AgendaWissel:
        """Give a partij a seat at a casus, or take it away; returns what came of it. Raises RegelGeweigerd: the gate.

        The gate is asked from the one reading of all oordelen that the agenda is shown from as well.
        """
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "deelname gewijzigd", "overleg", wacht_anders=False) as werk:
            punt, bron = self._bij_punt(werk, punt_id)
            voor, casus = bron.stand(), bron.schikking.casus(punt)
            if casus is None:
                raise InvoerOngeldig("punt", "Dit onderwerp is van het huis zelf: er zitten geen partijen bij.")
            partij = haal(werk.sessie, Partij, partij_id, "Deze partij")
            if aan:
                eis_lopend(casus, self._werkplek.profiel.termen, _NIEMAND_ERBIJ)
                stoel = zet_deelname(self._werkplek, werk.sessie, punt, casus, partij, bron.schikking)
                return self._wissel(werk.sessie, voor, bron.met(stoel, partij))
            rij = bron.schikking.rij(punt, partij.id)
            if rij is None:
                return self._wissel(werk.sessie, voor, bron)
            werk.sessie.delete(rij)
            return self._wissel(werk.sessie, voor, bron.zonder(rij))

    def nodig_alle_uit(self, punt_id: AgendapuntId) -> int:
        """Give every rechtmatige partij a seat at this casus; returns how many were added."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "alle rechtmatige partijen uitgenodigd", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt", joinedload(Agendapunt.overleg))
            werk.raakt(punt.overleg_id)
            overleg = self._te_wijzigen(werk.sessie, punt.overleg_id)
            if punt.casus_id is None:
                return 0
            casus = werk.sessie.get_one(Casus, punt.casus_id)
            eis_lopend(casus, self._werkplek.profiel.termen, _NIEMAND_ERBIJ)
            partijen = mogelijke_partijen(werk.sessie)
            schikking = lees_schikking(self._werkplek, werk.sessie, overleg, partijen=partijen)
            stand = schikking.beeld.standen(casus.id, partijen)
            erbij = [p for p in partijen if stand[p.id].mag and schikking.stoel(punt, p.id) is None]
            for partij in erbij:
                zet_deelname(self._werkplek, werk.sessie, punt, casus, partij, schikking)
            return len(erbij)

    def vraag_bijdrage(self, punt_id: AgendapuntId, partij_id: PartijId, bijdrage: str) -> AgendaWissel:
        """Say what is asked of a partij at this point (rule ``gevraagde_bijdrage``); returns what came of it."""
        return self.vraag_bijdragen(punt_id, (partij_id,), bijdrage)

    def vraag_bijdragen(self, punt_id: AgendapuntId, partijen: Iterable[PartijId], bijdrage: str) -> AgendaWissel:
        """Ask the same of several partijen at this point, as one change; all of them or, after a refusal, none."""
        with self._werkplek.schrijf(
            Recht.TAFEL_BEHEREN, "gevraagde bijdrage gewijzigd", "overleg", wacht_anders=False
        ) as werk:
            punt, bron = self._bij_punt(werk, punt_id)
            voor = bron.stand()
            for partij_id in partijen:
                stoel = bron.schikking.rij(punt, partij_id)
                if stoel is None or stoel.vervallen:
                    raise InvoerOngeldig("partij", "Deze partij staat bij dit punt niet op de agenda.")
                stoel.gevraagde_bijdrage = tekst("gevraagde_bijdrage", bijdrage)
            return self._wissel(werk.sessie, voor, bron)

    def momentopname(self, overleg_id: OverlegId) -> AgendaStand:
        """The agenda as one value, for undo."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            return replace(agenda_stand(sessie, overleg), wensen=wensstand(sessie, overleg))

    def herstel(self, stand: AgendaStand, van: AgendaStand | None = None) -> tuple[Aandachtspunt, ...]:
        """Undo: make the agenda what it was. Returns which seats and wishes could not come back, and why.

        ``van``: the agenda as the change left it. What a colleague did to it since stays.
        """
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "agenda hersteld", "overleg") as werk:
            werk.raakt(stand.overleg_id)
            overleg = self._te_wijzigen(werk.sessie, stand.overleg_id)
            nu = agenda_stand(werk.sessie, overleg)
            terug = Teruggang(stand) if van is None else terug_van(nu, van, stand)
            niet_terug = herstel_met_wensen(self._werkplek, werk.sessie, overleg, terug.stand)
            return (*zeg_gebleven(werk.sessie, terug.gebleven), *niet_terug)

    def vraag_akkoord(self, overleg_id: OverlegId) -> None:
        """Put the agenda before the procesregisseur. Raises RegelGeweigerd when doel, type besluit or thema's miss."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "akkoord gevraagd", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = self._te_wijzigen(werk.sessie, overleg_id)
            self._eis_compleet(werk.sessie, overleg)
            overleg.status = OverlegStatus.AKKOORD_GEVRAAGD

    def geef_akkoord(self, overleg_id: OverlegId) -> None:
        """The procesregisseur signs the agenda; from then on uitnodigingen can go out.

        Rules ``doel_besluit_themas_vooraf`` and ``alleen_rechtmatige_partijen``.
        Raises BevestigingNodig, RegelGeweigerd.
        """
        with self._werkplek.schrijf(Recht.AGENDA_AKKOORD, "agenda akkoord", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = self._te_wijzigen(werk.sessie, overleg_id)
            self._eis_compleet(werk.sessie, overleg)
            leg_agendawoorden_vast(self._werkplek, werk.sessie, overleg)
            AKKOORD.teken(self._werkplek, werk.sessie, overleg)
            overleg.status = OverlegStatus.AKKOORD

    def terug_naar_concept(self, overleg_id: OverlegId) -> None:
        """Open the agenda for changes again, as a next version. What was sent stays on record."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "agenda terug naar concept", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            eis_niet_afgelast(overleg)
            if overleg.status == OverlegStatus.GEHOUDEN:
                raise GebruikersFout(
                    "Dit overleg is al begonnen: de agenda ligt vast.",
                    advies="Wat aan tafel verandert, legt u vast bij stap 3, Aan tafel. "
                    "Is er per ongeluk begonnen, haal dan daar de start terug.",
                )
            if overleg.akkoord_verklaring is not None:
                overleg.agenda_versie += 1
            overleg.status = OverlegStatus.CONCEPT
            overleg.akkoord_verklaring = None

    def _bij_punt(self, werk: Handeling, punt_id: AgendapuntId) -> tuple[Agendapunt, AgendaBron]:
        """A point of an agenda that can be changed, with everything that agenda is shown from."""
        punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt", joinedload(Agendapunt.overleg))
        werk.raakt(punt.overleg_id)
        overleg = self._te_wijzigen(werk.sessie, punt.overleg_id)
        return punt, lees_bron(self._werkplek, werk.sessie, overleg)

    def _wissel(self, sessie: Session, voor: AgendaStand, bron: AgendaBron) -> AgendaWissel:
        sessie.flush()
        return AgendaWissel(voor, bron.stand(), bouw_agenda(self._werkplek, sessie, bron))

    def _te_wijzigen(self, sessie: Session, overleg_id: int) -> Overleg:
        overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
        eis_agenda_open(overleg)
        return overleg

    def _eis_compleet(self, sessie: Session, overleg: Overleg) -> None:
        ontbreekt = nog_nodig_voor_akkoord(
            self._werkplek, sessie, overleg, lees_schikking(self._werkplek, sessie, overleg)
        )
        if ontbreekt:
            profiel = self._werkplek.profiel_van(sessie, overleg)
            raise weigering(profiel, Regel.DOEL_BESLUIT_THEMAS_VOORAF, in_een_zin(ontbreekt))


def _hernummer(overleg: Overleg) -> None:
    for volgorde, punt in enumerate(overleg.agendapunten):
        punt.volgorde = volgorde
