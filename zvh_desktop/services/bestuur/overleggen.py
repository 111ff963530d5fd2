"""Meetings at tactical and strategic level: planning, agenda, members and verslag. No casus comes here.

Every text that is typed is checked for casusnummers and names of betrokkenen, and again before the verslag is
vastgesteld: a casus can be opened after the text was written.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zvh_desktop.documents.bestuur.overleg_agenda import bouw_overleg_agenda_pdf
from zvh_desktop.documents.bestuur.overleg_verslag import bouw_overleg_verslag_pdf
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.bestuur import OverlegBesluit
from zvh_desktop.models.bestuurskeuzes import BesluitUitkomst
from zvh_desktop.models.keuzes import AgendapuntId, DocumentSoort, OverlegId, OverlegStatus, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.profiel.huisprofiel import Overlegsoort
from zvh_desktop.models.taal import verwijzing
from zvh_desktop.services.bestuur.gegevens import (
    BestuurBeeld,
    BestuurpuntInvoer,
    BestuurRegel,
)
from zvh_desktop.services.bestuur.leden import eerste_leden, eis_geen_uitnodiging, leden_van, zet_erbij
from zvh_desktop.services.bestuur.lezen import (
    alle_teksten,
    eis_afwezigen_gehoord,
    eis_geen_casusgegevens,
    eis_stuk_zonder_casusgegevens,
    eis_wijzigbaar,
    haal_bestuur,
    lees_beeld,
)
from zvh_desktop.services.bestuur.ritme import RitmeStand, ritmes
from zvh_desktop.services.bestuur.stukken import overleg_agenda, overleg_verslag
from zvh_desktop.services.bestuur.verslag_getekend import is_nagezien
from zvh_desktop.services.bestuur.verslag_woorden import teken_bestuursverslag
from zvh_desktop.services.huis.vakanties import bijzondere_dag
from zvh_desktop.services.lek.lezers import naar_elders
from zvh_desktop.services.lek.uitgang import langs_de_uitgang
from zvh_desktop.services.regelboek.uitleg import in_een_zin
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.tafel.agenda_gegevens import MINUTEN_MAX
from zvh_desktop.services.tafel.tafels import OverlegInvoer, OverlegsoortKeuze
from zvh_desktop.services.werkplek.hangt_aan import eis_los
from zvh_desktop.services.werkplek.invoer import EINDE_NA_BEGIN, naamveld, tekst, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal, nieuwste_profielversie

VAST_MINUTEN = 15

G = TypeVar("G")


class OverleggenService:
    """Use cases on one meeting without casussen."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def soorten(self) -> tuple[OverlegsoortKeuze, ...]:
        """The kinds of meeting on which no casus can stand."""
        return tuple(
            OverlegsoortKeuze(soort.sleutel, soort.naam, soort.frequentie)
            for soort in self._werkplek.profiel.overlegsoorten
            if not soort.casuistiek
        )

    def feestdag(self, dag: date) -> str:
        """What this day is: a feestdag, in a school holiday, or nothing."""
        with self._werkplek.lees(Recht.OVERLEGGEN_LEZEN) as sessie:
            return bijzondere_dag(sessie, dag)

    def lijst(self) -> tuple[BestuurRegel, ...]:
        """Every meeting without casussen, the latest date first."""
        with self._werkplek.lees(Recht.OVERLEGGEN_LEZEN) as sessie:
            alle = _besluiten_per_overleg(sessie)
            open_ = _besluiten_per_overleg(sessie, BesluitUitkomst.OPEN)
            regels = []
            for rij in sessie.scalars(
                select(Overleg)
                .where(Overleg.casuistiek.is_(False))
                .order_by(Overleg.datum.desc(), Overleg.begin.desc())
            ):
                soort = self._werkplek.overlegsoort_van(sessie, rij)
                regels.append(
                    BestuurRegel(
                        id=rij.id,
                        naam=soort.naam,
                        niveau=soort.niveau,
                        datum=rij.datum,
                        begin=rij.begin,
                        einde=rij.einde,
                        plaats=rij.plaats,
                        voorzitter=rij.voorzitter,
                        status=rij.status,
                        verslag_status=rij.verslag_status,
                        besluiten=alle.get(rij.id, 0),
                        open_besluiten=open_.get(rij.id, 0),
                    )
                )
            return tuple(regels)

    def ritme(self) -> tuple[RitmeStand, ...]:
        """Per kind of meeting: what is still to be held and whether it is planned, or that nothing says how often."""
        with self._werkplek.lees(Recht.OVERLEGGEN_LEZEN) as sessie:
            return ritmes(self._werkplek, sessie)

    def toon(self, overleg_id: OverlegId) -> BestuurBeeld:
        """One meeting in full. Raises NietGevonden."""
        with self._werkplek.lees(Recht.OVERLEGGEN_LEZEN) as sessie:
            return lees_beeld(self._werkplek, sessie, haal_bestuur(sessie, overleg_id))

    # --- planning ---------------------------------------------------------------------------------

    def plan(self, invoer: OverlegInvoer) -> OverlegId:
        """Plan a meeting with the members of the last one of its kind, and with the subjects it always has.

        The first of its kind begins with the composition in the profile; where the profile gives none, with the
        partijen that have a contactpersoon for it, or else with every convenantpartij. Raises InvoerOngeldig,
        RegelGeweigerd for case data in a field.
        """
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "overleg gepland", "overleg") as werk:
            if invoer.soort not in {soort.sleutel for soort in self.soorten()}:
                tafels = self._werkplek.profiel.termen.tafels
                raise InvoerOngeldig("soort", f"Dit soort overleg hoort bij de {tafels}.")
            rij = Overleg(
                casuistiek=False,
                status=OverlegStatus.CONCEPT,
                verslag_status=VerslagStatus.CONCEPT,
                profiel_versie_id=nieuwste_profielversie(werk.sessie).id,
            )
            self._vul(rij, invoer)
            werk.sessie.add(rij)
            werk.sessie.flush()
            werk.raakt(rij.id)
            eis_geen_casusgegevens(self._werkplek, werk.sessie, rij, rij.plaats)
            profiel = self._werkplek.profiel_van(werk.sessie, rij)
            zet_erbij(werk.sessie, eerste_leden(werk.sessie, profiel, rij))
            zet_vaste_onderwerpen(profiel.overlegsoort(rij.soort), rij)
            return rij.id

    def wijzig(self, overleg_id: OverlegId, invoer: OverlegInvoer) -> None:
        """Change date, time, place or people; the kind stays. Raises InvoerOngeldig, GebruikersFout, RegelGeweigerd."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "overleg gewijzigd", "overleg") as werk:
            werk.raakt(overleg_id)
            rij = haal_bestuur(werk.sessie, overleg_id)
            eis_wijzigbaar(rij)
            if invoer.soort != rij.soort:
                raise InvoerOngeldig("soort", "Het soort overleg ligt vast. Plan een nieuw overleg.")
            if rij.status == OverlegStatus.GEHOUDEN and invoer.datum != rij.datum:
                raise InvoerOngeldig("datum", "Dit overleg is al gehouden: de datum ligt vast.")
            self._vul(rij, invoer)
            eis_geen_casusgegevens(self._werkplek, werk.sessie, rij, rij.plaats)

    def verwijder(self, overleg_id: OverlegId) -> None:
        """Remove a meeting that has not been held. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "overleg verwijderd", "overleg") as werk:
            werk.raakt(overleg_id)
            rij = haal_bestuur(werk.sessie, overleg_id)
            if rij.status != OverlegStatus.CONCEPT:
                raise GebruikersFout("Dit overleg is gehouden. Het blijft daarom bewaard.")
            for lid in leden_van(werk.sessie, rij.id):
                eis_geen_uitnodiging(werk.sessie, lid)
            eis_los(werk.sessie, rij, "Dit overleg", "Verzet het overleg naar een andere dag.")
            werk.sessie.delete(rij)

    def houd(self, overleg_id: OverlegId) -> None:
        """The meeting begins: from now on besluiten can be recorded. Raises GebruikersFout before its day."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "overleg gehouden", "overleg") as werk:
            werk.raakt(overleg_id)
            rij = haal_bestuur(werk.sessie, overleg_id)
            if rij.datum > self._werkplek.vandaag():
                raise GebruikersFout(
                    "Dit overleg is later. Besluiten legt u pas vast als het is begonnen.",
                    advies="Klopt de datum niet, wijzig die dan.",
                )
            rij.status = OverlegStatus.GEHOUDEN

    # --- agenda -----------------------------------------------------------------------------------

    def voeg_punt_toe(self, overleg_id: OverlegId, invoer: BestuurpuntInvoer) -> AgendapuntId:
        """Add a point at the end. Raises InvoerOngeldig, RegelGeweigerd for case data in its text."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "onderwerp op de agenda gezet", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = haal_bestuur(werk.sessie, overleg_id)
            punt = Agendapunt(overleg_id=overleg.id, volgorde=len(overleg.agendapunten))
            self._vul_punt(werk.sessie, overleg, punt, invoer)
            overleg.agendapunten.append(punt)
            werk.sessie.flush()
            return punt.id

    def wijzig_punt(self, punt_id: AgendapuntId, invoer: BestuurpuntInvoer) -> None:
        """Change subject, minutes or explanation. Raises InvoerOngeldig, RegelGeweigerd."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "agendapunt gewijzigd", "overleg", wacht_anders=False) as werk:
            overleg, punt = _punt(werk.sessie, punt_id)
            werk.raakt(overleg.id)
            self._vul_punt(werk.sessie, overleg, punt, invoer)

    def verwijder_punt(self, punt_id: AgendapuntId) -> BestuurpuntInvoer:
        """Take a point without proposals off the agenda; returns what it said, so that it can be put back."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "punt van de agenda gehaald", "overleg") as werk:
            overleg, punt = _punt(werk.sessie, punt_id)
            werk.raakt(overleg.id)
            eis_wijzigbaar(overleg)
            if werk.sessie.scalars(select(OverlegBesluit.id).filter_by(agendapunt_id=punt.id).limit(1)).first():
                raise GebruikersFout("Bij dit punt staan voorstellen.", advies="Haal eerst de voorstellen weg.")
            weg = BestuurpuntInvoer(punt.onderwerp, punt.minuten, punt.doel)
            overleg.agendapunten.remove(punt)
            werk.sessie.flush()
            _hernummer(overleg.agendapunten)
            return weg

    def verplaats_punt(self, punt_id: AgendapuntId, naar: int) -> None:
        """Move a point to this place (0 is first; past the end is last)."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "volgorde gewijzigd", "overleg") as werk:
            overleg, punt = _punt(werk.sessie, punt_id)
            werk.raakt(overleg.id)
            eis_wijzigbaar(overleg)
            punten = [p for p in overleg.agendapunten if p.id != punt.id]
            punten.insert(max(0, min(naar, len(punten))), punt)
            _hernummer(punten)

    # --- verslag ----------------------------------------------------------------------------------

    def bewaar_verslag(self, punt_id: AgendapuntId, verslag: str) -> None:
        """Save the text of a point, while typing. Raises RegelGeweigerd for case data in it."""
        with self._werkplek.schrijf(
            Recht.VERSLAG_SCHRIJVEN, "verslag bijgewerkt", "overleg", wacht_anders=False
        ) as werk:
            overleg, punt = _punt(werk.sessie, punt_id)
            werk.raakt(overleg.id)
            eis_wijzigbaar(overleg)
            netjes = tekst("tekst", verslag)
            eis_geen_casusgegevens(self._werkplek, werk.sessie, overleg, netjes)
            punt.beeld = netjes

    def stel_vast(self, overleg_id: OverlegId) -> None:
        """Sign the verslag; after that it does not change.

        Raises BevestigingNodig, InvoerOngeldig for what is missing, RegelGeweigerd for case data in any text and when
        a member that was not heard turns out to have been absent, LekOpen for what the members may not have to know.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_VASTSTELLEN, "verslag vastgesteld", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = haal_bestuur(werk.sessie, overleg_id)
            eis_wijzigbaar(overleg)
            beeld = lees_beeld(self._werkplek, werk.sessie, overleg)
            if beeld.nog_nodig:
                raise InvoerOngeldig("verslag", in_een_zin(beeld.nog_nodig))
            eis_geen_casusgegevens(self._werkplek, werk.sessie, overleg, *alle_teksten(beeld))
            profiel = self._werkplek.profiel_van(werk.sessie, overleg)
            eis_afwezigen_gehoord(profiel, profiel.overlegsoort(overleg.soort), beeld)
            self._eis_heel_voor_leden(werk.sessie, overleg)
            teken_bestuursverslag(self._werkplek, werk.sessie, overleg, beeld)
            overleg.verslag_status = VerslagStatus.VASTGESTELD

    # --- documents --------------------------------------------------------------------------------

    def agenda_pdf(self, overleg_id: OverlegId) -> Stuk:
        """The agenda for all members. Raises RegelGeweigerd when a text tells of a casus by now."""
        with self._werkplek.lees(Recht.OVERLEGGEN_LEZEN) as sessie:
            overleg = haal_bestuur(sessie, overleg_id)
            eis_stuk_zonder_casusgegevens(self._werkplek, sessie, overleg)
            gegevens = self._voor_leden(sessie, overleg, overleg_agenda(self._werkplek, sessie, overleg))
            naam = bestandsnaam(DocumentSoort.OVERLEG_AGENDA, overleg.datum)
        return _stuk(DocumentSoort.OVERLEG_AGENDA, naam, bouw_overleg_agenda_pdf(gegevens))

    def verslag_pdf(self, overleg_id: OverlegId) -> Stuk:
        """The verslag for all members. Raises HandtekeningOnjuist when it differs from what was signed.

        LekOpen as long as it is not signed, or was signed before the members were asked about (``is_nagezien``).
        """
        with self._werkplek.lees(Recht.OVERLEGGEN_LEZEN) as sessie:
            overleg = haal_bestuur(sessie, overleg_id)
            gegevens = overleg_verslag(self._werkplek, sessie, overleg)
            if overleg.verslag_status != VerslagStatus.VASTGESTELD:
                eis_stuk_zonder_casusgegevens(self._werkplek, sessie, overleg)
            if not is_nagezien(self._werkplek, sessie, overleg):
                gegevens = self._voor_leden(sessie, overleg, gegevens)
            naam = bestandsnaam(DocumentSoort.OVERLEG_VERSLAG, overleg.datum)
        return _stuk(DocumentSoort.OVERLEG_VERSLAG, naam, bouw_overleg_verslag_pdf(gegevens))

    def _eis_heel_voor_leden(self, sessie: Session, overleg: Overleg) -> None:
        """What is signed goes to the members as it is, so all was chosen by then and nothing of it is left out."""
        gegevens = overleg_verslag(self._werkplek, sessie, overleg)
        if self._voor_leden(sessie, overleg, gegevens) is not gegevens:
            raise InvoerOngeldig(
                "verslag",
                "In dit verslag staat nog iets dat de leden niet krijgen. Wat is vastgesteld, krijgen zij heel.",
                advies="Haal het uit de tekst van het verslag, en stel het dan vast.",
            )

    def _voor_leden(self, sessie: Session, overleg: Overleg, gegevens: G) -> G:
        """All members get the same piece, so what is chosen about it is chosen for all of them."""
        naam = self._werkplek.overlegsoort_van(sessie, overleg).naam
        leden = naar_elders(f"de leden van {naam}", f"leden van overleg {overleg.id}")
        return langs_de_uitgang(self._werkplek, sessie, leden, gegevens)

    # --- filling rows -----------------------------------------------------------------------------

    def _vul(self, rij: Overleg, invoer: OverlegInvoer) -> None:
        if invoer.einde <= invoer.begin:
            raise InvoerOngeldig("einde", EINDE_NA_BEGIN)
        rij.soort = invoer.soort
        rij.datum = invoer.datum
        rij.begin = invoer.begin
        rij.einde = invoer.einde
        rij.plaats = verplicht("plaats", naamveld("plaats", invoer.plaats), "Vul in waar het overleg is.")
        rij.voorzitter = naamveld("voorzitter", invoer.voorzitter)
        rij.notulist = naamveld("notulist", invoer.notulist)

    def _vul_punt(self, sessie: Session, overleg: Overleg, punt: Agendapunt, invoer: BestuurpuntInvoer) -> None:
        eis_wijzigbaar(overleg)
        if not 1 <= invoer.minuten <= MINUTEN_MAX:
            raise InvoerOngeldig("minuten", f"Kies een tijd tussen 1 en {MINUTEN_MAX} minuten.")
        onderwerp = verplicht("onderwerp", naamveld("onderwerp", invoer.onderwerp), "Vul een onderwerp in.")
        toelichting = tekst("toelichting", invoer.toelichting)
        eis_geen_casusgegevens(self._werkplek, sessie, overleg, onderwerp, toelichting)
        punt.onderwerp, punt.minuten, punt.doel = onderwerp, invoer.minuten, toelichting


def zet_vaste_onderwerpen(soort: Overlegsoort, overleg: Overleg) -> None:
    """What the convenant has this meeting talk about, as first points; whoever plans may take them off again."""
    for vast in soort.vaste_onderwerpen:
        overleg.agendapunten.append(
            Agendapunt(
                overleg_id=overleg.id,
                volgorde=len(overleg.agendapunten),
                onderwerp=vast.onderwerp,
                minuten=VAST_MINUTEN,
                doel=f"Vast onderwerp{verwijzing(vast.artikel)}.",
            )
        )


def _stuk(soort: DocumentSoort, naam: str, inhoud: bytes) -> Stuk:
    return Stuk(soort=soort, bestandsnaam=naam, inhoud=inhoud, partij_id=None, partij="", casusnummers=())


def _punt(sessie: Session, punt_id: AgendapuntId) -> tuple[Overleg, Agendapunt]:
    punt = haal(sessie, Agendapunt, punt_id, "Dit agendapunt")
    return haal_bestuur(sessie, punt.overleg_id), punt


def _hernummer(punten: Sequence[Agendapunt]) -> None:
    for volgorde, punt in enumerate(punten):
        punt.volgorde = volgorde


def _besluiten_per_overleg(sessie: Session, uitkomst: BesluitUitkomst | None = None) -> dict[OverlegId, int]:
    vraag = (
        select(Agendapunt.overleg_id, func.count())
        .join(OverlegBesluit, OverlegBesluit.agendapunt_id == Agendapunt.id)
        .group_by(Agendapunt.overleg_id)
    )
    if uitkomst is not None:
        vraag = vraag.where(OverlegBesluit.uitkomst == uitkomst)
    return dict(sessie.execute(vraag).all())
