"""Uitnodigingen: one per overleg and partij, sent only with akkoord, withdrawn when an oordeel lapses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.agenda import bouw_agenda_regie_pdf
from zvh_desktop.documents.agenda_ics import bouw_uitnodiging_ics
from zvh_desktop.documents.concept_eml import BijlageSoort, ConceptEmlGegevens, EmlBijlage, bouw_concept_eml
from zvh_desktop.documents.intrekking import bouw_intrekking_pdf
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.uitnodiging import bouw_uitnodiging_pdf
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import (
    ContactpersoonId,
    DocumentSoort,
    OverlegId,
    OverlegStatus,
    UitnodigingAntwoord,
    UitnodigingId,
    UitnodigingStatus,
)
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Contactpersoon, Partij
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.huis.instellingen import huispost, lees_instellingen
from zvh_desktop.services.informatie.inzage import geldige_vrijgaven
from zvh_desktop.services.informatie.inzagestukken import inzagestukken, lees_inzage_vooraf
from zvh_desktop.services.lek.uitgang import Uitgang, langs_de_uitgang
from zvh_desktop.services.poort.deelnames import lees_schikking
from zvh_desktop.services.poort.gesloten import eis_niet_afgelast
from zvh_desktop.services.poort.gevolgen import vervallen_stoelen
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.uitgifte import bewaar_uitgegeven
from zvh_desktop.services.stukken.weging import lees_weging, uitgaand
from zvh_desktop.services.tafel.agendastukken import EigenPunt, agenda_regie, eigen_punten
from zvh_desktop.services.tafel.akkoord import verifieer_akkoord
from zvh_desktop.services.uitnodigen.afgelasting import heeft_uitnodiging
from zvh_desktop.services.uitnodigen.intrekking import intrekking_bericht, intrekking_gegevens, intrekking_ics
from zvh_desktop.services.uitnodigen.lijst import UitnodigingRegel, lees_uitnodigingen
from zvh_desktop.services.uitnodigen.nieuw import met_contacten, nieuwe_uitnodiging
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger, onthoud_gestuurd, ontvanger
from zvh_desktop.services.uitnodigen.stukken import (
    Bericht,
    ics_gegevens,
    uitgenodigde_punten,
    uitnodiging_bericht,
    uitnodiging_gegevens,
)
from zvh_desktop.services.werkplek.invoer import tekst
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


@dataclass(frozen=True, slots=True)
class UitnodigingStukken:
    """What goes out to one partij: subject and text to copy, and letter, calendar item and draft."""

    ontvanger: Ontvanger
    bericht: Bericht
    brief: Stuk
    agenda_item: Stuk
    concept: Stuk
    vooraf: tuple[Stuk, ...] = ()
    """What this partij may read beforehand; attached to the draft."""

    @property
    def ontvanger_naam(self) -> str:
        """Who gets it."""
        return self.ontvanger.naam

    @property
    def ontvanger_email(self) -> str:
        """The one address it goes to."""
        return self.ontvanger.email


class UitnodigingService:
    """Use cases on uitnodigingen."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lijst(self, overleg_id: OverlegId) -> tuple[UitnodigingRegel, ...]:
        """Every uitnodiging of this overleg, those to withdraw first."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            return lees_uitnodigingen(self._werkplek, sessie, overleg)

    def bereid_voor(self, overleg_id: OverlegId) -> int:
        """Make an uitnodiging for every partij with a seat that has none yet; returns how many.

        Only from an agenda with a verified akkoord. The first contactpersoon with mandaat and an address for this
        soort overleg is chosen. Raises GebruikersFout while the agenda is a concept.
        """
        with self._werkplek.schrijf(Recht.UITNODIGEN, "uitnodigingen voorbereid", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            verifieer_akkoord(self._werkplek, werk.sessie, overleg)
            bestaand = {
                rij.partij_id: rij for rij in werk.sessie.scalars(select(Uitnodiging).filter_by(overleg_id=overleg_id))
            }
            schikking = lees_schikking(
                self._werkplek, werk.sessie, overleg, partijen=met_contacten(werk.sessie, overleg)
            ).van_de_agenda(overleg)
            aan_tafel = {partij.id: partij for partij in schikking.partijen()}
            nieuw = 0
            for partij in aan_tafel.values():
                rij = bestaand.get(partij.id)
                if rij is None:
                    werk.sessie.add(nieuwe_uitnodiging(overleg, partij, self._werkplek.nu()))
                    nieuw += 1
                elif rij.status == UitnodigingStatus.INGETROKKEN or self._is_verouderd(werk.sessie, overleg, rij):
                    if rij.status == UitnodigingStatus.INGETROKKEN:  # who had it, was told: begin with whom one likes
                        onthoud_gestuurd(rij, None)
                    rij.status = UitnodigingStatus.CONCEPT
                    rij.volgnummer += 1
                    nieuw += 1
            for partij_id, rij in bestaand.items():
                if partij_id in aan_tafel:
                    continue
                if heeft_uitnodiging(rij):
                    rij.status = UitnodigingStatus.IN_TE_TREKKEN
                elif rij.verzonden_op is None:
                    werk.sessie.delete(rij)
                else:  # the one before was withdrawn, and this one never went out
                    rij.status = UitnodigingStatus.INGETROKKEN
            return nieuw

    def kies_contact(self, uitnodiging_id: UitnodigingId, contact_id: ContactpersoonId) -> None:
        """Choose to whom it goes, from the next first time on: a change goes to whoever got the one before.

        Raises InvoerOngeldig when this person is of another partij.
        """
        with self._werkplek.schrijf(Recht.UITNODIGEN, "contactpersoon gekozen", "uitnodiging") as werk:
            werk.raakt(uitnodiging_id)
            rij = haal(werk.sessie, Uitnodiging, uitnodiging_id, "Deze uitnodiging")
            contact = haal(werk.sessie, Contactpersoon, contact_id, "Deze contactpersoon")
            if contact.partij_id != rij.partij_id:
                raise InvoerOngeldig("contactpersoon", "Deze contactpersoon hoort bij een andere partij.")
            rij.contactpersoon_id = contact.id

    def stukken(self, uitnodiging_id: UitnodigingId) -> UitnodigingStukken:
        """Letter, calendar item and draft as they would go out now; every oordeel is verified now.

        Raises GebruikersFout while the agenda is a concept, InvoerOngeldig when an address is missing.
        """
        with self._werkplek.lees(Recht.UITNODIGEN) as sessie:
            rij, overleg = self._haal(sessie, uitnodiging_id)
            if rij.status in (UitnodigingStatus.IN_TE_TREKKEN, UitnodigingStatus.INGETROKKEN):
                raise GebruikersFout(
                    "Deze uitnodiging wordt ingetrokken.",
                    advies="Bewaar de intrekking, verstuur die en kies Intrekking verstuurd.",
                )
            return self._uitnodiging(sessie, overleg, rij)

    def intrekking(self, uitnodiging_id: UitnodigingId) -> UitnodigingStukken:
        """Letter and calendar item of the withdrawal. Raises GebruikersFout when there is nothing to withdraw."""
        with self._werkplek.lees(Recht.UITNODIGEN) as sessie:
            rij = haal(sessie, Uitnodiging, uitnodiging_id, "Deze uitnodiging")
            overleg = sessie.get_one(Overleg, rij.overleg_id)
            eis_niet_afgelast(overleg)
            if rij.status not in (UitnodigingStatus.IN_TE_TREKKEN, UitnodigingStatus.INGETROKKEN):
                raise GebruikersFout("Bij deze uitnodiging valt niets in te trekken.")
            return self._intrekking(sessie, overleg, rij)

    def markeer_verzonden(self, uitnodiging_id: UitnodigingId) -> UitnodigingStukken:
        """Record that it was sent; a frozen copy of what went out is kept, and returned.

        Raises GebruikersFout from a concept agenda (the database refuses it as well).
        """
        lees_inzage_vooraf(self._werkplek, uitnodiging_id)
        with self._werkplek.schrijf(Recht.UITNODIGEN, "uitnodiging verzonden", "uitnodiging") as werk:
            werk.raakt(uitnodiging_id)
            rij, overleg = self._haal(werk.sessie, uitnodiging_id)
            if rij.status != UitnodigingStatus.CONCEPT:
                raise GebruikersFout("Deze uitnodiging is al verzonden.")
            stukken = self._uitnodiging(werk.sessie, overleg, rij)
            nu = self._werkplek.nu()  # one moment for row and copies: by it they are found together again
            with werk.sessie.no_autoflush:  # the copies are added together, and not each before the next question
                self._bewaar(werk.sessie, overleg, stukken, nu)
                self._bewaar_vooraf(werk.sessie, overleg, rij, stukken, nu)
            onthoud_gestuurd(rij, stukken.ontvanger)
            rij.status = UitnodigingStatus.VERZONDEN
            rij.verzonden_op = nu
            rij.antwoord = UitnodigingAntwoord.GEEN
            rij.antwoord_op = None  # day and remark go with the answer that they were about
            rij.antwoord_opmerking = ""
            for stoel in vervallen_stoelen(werk.sessie, rij):
                stoel.intrekking_verzonden = True  # it replaces the one before, and says which points are left
            if overleg.status == OverlegStatus.AKKOORD:
                overleg.status = OverlegStatus.VERZONDEN
                overleg.verzonden_op = nu
                self._bewaar_agenda(werk.sessie, overleg, nu)
            return stukken

    def markeer_ingetrokken(self, uitnodiging_id: UitnodigingId) -> UitnodigingStukken:
        """Record that the withdrawal was sent, and return it; with seats left the uitnodiging goes on as changed."""
        with self._werkplek.schrijf(Recht.UITNODIGEN, "uitnodiging ingetrokken", "uitnodiging") as werk:
            werk.raakt(uitnodiging_id)
            rij = haal(werk.sessie, Uitnodiging, uitnodiging_id, "Deze uitnodiging")
            overleg = werk.sessie.get_one(Overleg, rij.overleg_id)
            eis_niet_afgelast(overleg)
            if rij.status != UitnodigingStatus.IN_TE_TREKKEN:
                raise GebruikersFout("Bij deze uitnodiging valt niets in te trekken.")
            stukken = self._intrekking(werk.sessie, overleg, rij)
            nu = self._werkplek.nu()
            self._bewaar(werk.sessie, overleg, stukken, nu)
            rij.volgnummer += 1
            partij = werk.sessie.get_one(Partij, rij.partij_id)
            for stoel in vervallen_stoelen(werk.sessie, rij):
                stoel.intrekking_verzonden = True
            if eigen_punten(self._werkplek, werk.sessie, overleg, partij):
                verder = overleg.status in (OverlegStatus.AKKOORD, OverlegStatus.VERZONDEN, OverlegStatus.GEHOUDEN)
                rij.status = UitnodigingStatus.VERZONDEN if verder else UitnodigingStatus.CONCEPT
            else:
                rij.status = UitnodigingStatus.INGETROKKEN
            rij.ingetrokken_op = nu
            return stukken

    def registreer_antwoord(
        self, uitnodiging_id: UitnodigingId, antwoord: UitnodigingAntwoord, opmerking: str = ""
    ) -> None:
        """Record what the partij answered."""
        with self._werkplek.schrijf(Recht.UITNODIGEN, "antwoord vastgelegd", "uitnodiging") as werk:
            werk.raakt(uitnodiging_id)
            rij = haal(werk.sessie, Uitnodiging, uitnodiging_id, "Deze uitnodiging")
            eis_niet_afgelast(werk.sessie.get_one(Overleg, rij.overleg_id))
            if rij.verzonden_op is None:
                raise InvoerOngeldig("antwoord", "Deze uitnodiging is nog niet verzonden.")
            rij.antwoord = antwoord
            rij.antwoord_op = None if antwoord is UitnodigingAntwoord.GEEN else self._werkplek.nu()
            rij.antwoord_opmerking = tekst("antwoord_opmerking", opmerking)

    def _is_verouderd(self, sessie: Session, overleg: Overleg, rij: Uitnodiging) -> bool:
        """Sent under an earlier version of the agenda than the one that has akkoord now.

        Also one that was to be withdrawn, when every seat came back before that was done.
        """
        if rij.status == UitnodigingStatus.IN_TE_TREKKEN:
            return not vervallen_stoelen(sessie, rij)
        return rij.status == UitnodigingStatus.VERZONDEN and overleg.status == OverlegStatus.AKKOORD

    def _haal(self, sessie: Session, uitnodiging_id: UitnodigingId) -> tuple[Uitnodiging, Overleg]:
        """With the overleg it is for; the settings are read along, for what is made of it. Raises NietGevonden."""
        van = select(Overleg).join(Uitnodiging, Uitnodiging.overleg_id == Overleg.id)
        rij, overleggen, _ = naast(
            sessie,
            lambda: haal(sessie, Uitnodiging, uitnodiging_id, "Deze uitnodiging"),
            lambda: sessie.scalars(van.where(Uitnodiging.id == uitnodiging_id)).all(),
            lambda: lees_instellingen(sessie),
        )
        return rij, overleggen[0]

    def _uitnodiging(self, sessie: Session, overleg: Overleg, rij: Uitnodiging) -> UitnodigingStukken:
        """Of an agenda with a verified akkoord. Raises GebruikersFout while it is a concept."""
        partij = sessie.get_one(Partij, rij.partij_id)
        uitgang = Uitgang(self._werkplek, sessie, partij)
        _, punten, _ = naast(
            sessie,
            partial(verifieer_akkoord, self._werkplek, sessie, overleg),
            partial(uitgenodigde_punten, self._werkplek, sessie, overleg, rij),
            # once, for all that is made with it
            partial(lees_weging, sessie, self._werkplek.profiel_van(sessie, overleg)),
        )
        over = (self._werkplek, sessie, overleg, rij, punten)
        gegevens, moment, bericht = naast(
            sessie,
            partial(uitnodiging_gegevens, *over),
            partial(ics_gegevens, *over, rij.volgnummer),
            partial(uitnodiging_bericht, *over),
        )
        gegevens = uitgang.door(gegevens)
        vooraf = inzagestukken(self._werkplek, sessie, overleg, partij, uitgang)
        uitgang.eis_gekozen()
        brief, ics = bouw_uitnodiging_pdf(gegevens), bouw_uitnodiging_ics(moment)
        soorten = (DocumentSoort.UITNODIGING, DocumentSoort.UITNODIGING_ICS, DocumentSoort.UITNODIGING_EML)
        return self._stukken(sessie, overleg, rij, punten, brief, ics, bericht, soorten, vooraf)

    def _intrekking(self, sessie: Session, overleg: Overleg, rij: Uitnodiging) -> UitnodigingStukken:
        partij = sessie.get_one(Partij, rij.partij_id)
        punten = eigen_punten(self._werkplek, sessie, overleg, partij)
        ics = bouw_uitnodiging_ics(intrekking_ics(self._werkplek, sessie, overleg, rij, punten))
        gegevens = intrekking_gegevens(self._werkplek, sessie, overleg, rij, punten)
        brief = bouw_intrekking_pdf(langs_de_uitgang(self._werkplek, sessie, partij, gegevens))
        bericht = intrekking_bericht(self._werkplek, sessie, overleg, rij)
        soorten = (DocumentSoort.INTREKKING, DocumentSoort.INTREKKING_ICS, DocumentSoort.INTREKKING_EML)
        return self._stukken(sessie, overleg, rij, punten, brief, ics, bericht, soorten)

    def _stukken(
        self,
        sessie: Session,
        overleg: Overleg,
        rij: Uitnodiging,
        punten: tuple[EigenPunt, ...],
        brief: bytes,
        ics: bytes,
        bericht: Bericht,
        soorten: tuple[DocumentSoort, DocumentSoort, DocumentSoort],
        vooraf: tuple[Stuk, ...] = (),
    ) -> UitnodigingStukken:
        bericht = uitgaand(sessie, self._werkplek.profiel_van(sessie, overleg), bericht)
        contact = ontvanger(sessie, rij)
        partij = sessie.get_one(Partij, rij.partij_id)
        partij_id = partij.id
        namen = [bestandsnaam(soort, overleg.datum, partij.kort) for soort in soorten]
        intrekking = soorten[1] is DocumentSoort.INTREKKING_ICS and not punten
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
                    EmlBijlage(namen[0], BijlageSoort.PDF, brief),
                    EmlBijlage(
                        namen[1], BijlageSoort.ICS_INTREKKING if intrekking else BijlageSoort.ICS_UITNODIGING, ics
                    ),
                    *(EmlBijlage(stuk.bestandsnaam, BijlageSoort.PDF, stuk.inhoud) for stuk in vooraf),
                ),
            )
        )
        casussen = tuple(p.casusnummer for p in punten if p.casusnummer is not None)
        return UitnodigingStukken(
            ontvanger=contact,
            bericht=bericht,
            brief=Stuk(soorten[0], namen[0], brief, partij_id, partij.naam, casussen),
            agenda_item=Stuk(soorten[1], namen[1], ics, partij_id, partij.naam, casussen),
            concept=Stuk(soorten[2], namen[2], concept, partij_id, partij.naam, casussen),
            vooraf=vooraf,
        )

    def _bewaar_agenda(self, sessie: Session, overleg: Overleg, nu: datetime) -> None:
        inhoud = bouw_agenda_regie_pdf(agenda_regie(self._werkplek, sessie, overleg))
        naam = bestandsnaam(DocumentSoort.AGENDA_REGIE, overleg.datum)
        self._bewaar_stuk(sessie, overleg, Stuk(DocumentSoort.AGENDA_REGIE, naam, inhoud, None, "", ()), nu)

    def _bewaar(self, sessie: Session, overleg: Overleg, stukken: UitnodigingStukken, nu: datetime) -> None:
        for stuk in (stukken.brief, stukken.agenda_item):
            self._bewaar_stuk(sessie, overleg, stuk, nu, aan=stukken.ontvanger)

    def _bewaar_vooraf(
        self, sessie: Session, overleg: Overleg, rij: Uitnodiging, stukken: UitnodigingStukken, nu: datetime
    ) -> None:
        for stuk in stukken.vooraf:
            casus_id = sessie.scalars(select(Casus.id).where(Casus.nummer.in_(stuk.casusnummers))).one()
            self._bewaar_stuk(sessie, overleg, stuk, nu, casus_id, stukken.ontvanger)
        partij = sessie.get_one(Partij, rij.partij_id)
        for vrijgave, _ in geldige_vrijgaven(self._werkplek, sessie, overleg, partij):
            vrijgave.verzonden_op = vrijgave.verzonden_op or nu

    def _bewaar_stuk(
        self,
        sessie: Session,
        overleg: Overleg,
        stuk: Stuk,
        nu: datetime,
        casus_id: int | None = None,
        aan: Ontvanger | None = None,
    ) -> None:
        bewaar_uitgegeven(
            self._werkplek,
            sessie,
            stuk,
            versie=overleg.agenda_versie,
            overleg_id=overleg.id,
            casus_id=casus_id,
            moment=nu,
            aan=(aan.naam, aan.email) if aan else ("", ""),
        )
