"""The procedures: a partij joins, leaves or is excluded; partijen are told, answer, and it is decided and signed."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.bestuurskeuzes import Instemming, TrajectId, TrajectSoort, TrajectStand
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.models.samenwerking.traject import Traject, TrajectPartij
from zvh_desktop.models.taal import verwijzing
from zvh_desktop.services.regelboek.samenwerking import toetreding_formulier
from zvh_desktop.services.regelboek.uitleg import eis, eis_geen, uit_bezwaren
from zvh_desktop.services.samenwerking.brieven import TrajectbriefService
from zvh_desktop.services.samenwerking.convenant import ConvenantService
from zvh_desktop.services.samenwerking.gegevens import (
    Besluitvraag,
    Hangend,
    Instemminginvoer,
    TrajectBesluit,
    TrajectBewaard,
    TrajectInvoer,
    TrajectRegel,
)
from zvh_desktop.services.samenwerking.getekend import TRAJECT
from zvh_desktop.services.samenwerking.gevolg import hangt_nog, zet_in_register, zet_uit_register
from zvh_desktop.services.samenwerking.invoer import traject_invoer, vul_traject
from zvh_desktop.services.samenwerking.nodig import aangeslotenen, besluitvraag, bezwaren, namen_van
from zvh_desktop.services.werkplek.casusgegevens import eis_geen_casus
from zvh_desktop.services.werkplek.invoer import naamveld, tekst, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_SOORT = "samenwerking"
_WAT = "Deze procedure"


class TrajectService:
    """Use cases on one procedure."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek
        self.brieven = TrajectbriefService(werkplek)
        self.convenant = ConvenantService(werkplek)

    def lijst(self) -> tuple[TrajectRegel, ...]:
        """All of them, what is open first, then the newest."""
        with self._werkplek.lees(Recht.SAMENWERKING_LEZEN) as sessie:
            namen = namen_van(sessie)
            rijen = sessie.scalars(
                select(Traject)
                .options(selectinload(Traject.partijen))
                .order_by(Traject.stand != TrajectStand.OPEN, Traject.ontvangen_op.desc(), Traject.id.desc())
            )
            return tuple(self._regel(sessie, rij, namen) for rij in rijen)

    def begin(self, invoer: TrajectInvoer) -> TrajectId:
        """Record the request, the notice or the default notice; all convenantpartijen are to be told.

        Raises InvoerOngeldig, and RegelGeweigerd when the notice term is not kept or the house has no such procedure.
        """
        with self._werkplek.schrijf(Recht.SAMENWERKING_BIJHOUDEN, "procedure begonnen", _SOORT) as werk:
            rij = Traject(
                stand=TrajectStand.OPEN,
                besloten_door="",
                motivering="",
                oordelen="",
                versie=0,
                vastgelegd_op=self._werkplek.nu(),
                vastgelegd_door=self._werkplek.naam,
            )
            self._vul(werk.sessie, rij, invoer)
            werk.sessie.add(rij)
            werk.sessie.flush()
            werk.raakt(rij.id)
            return rij.id

    def wijzig(self, traject_id: TrajectId, invoer: TrajectInvoer) -> None:
        """Change what is not decided yet. Raises as ``begin``, GebruikersFout after the decision."""
        with self._werkplek.schrijf(Recht.SAMENWERKING_BIJHOUDEN, "procedure gewijzigd", _SOORT) as werk:
            werk.raakt(traject_id)
            rij = _open(werk.sessie, traject_id)
            if invoer.soort is not rij.soort or invoer.partij_id != rij.partij_id:
                raise InvoerOngeldig("partij_id", "Om wie het gaat, wijzigt u niet. Begin dan een andere procedure.")
            self._vul(werk.sessie, rij, invoer)

    def verwijder(self, traject_id: TrajectId) -> TrajectBewaard:
        """It was a mistake; only while nobody was told. Gives what ``zet_terug`` needs. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.SAMENWERKING_BIJHOUDEN, "procedure verwijderd", _SOORT) as werk:
            werk.raakt(traject_id)
            rij = _open(werk.sessie, traject_id)
            if any(een.verstuurd_op is not None for een in rij.partijen):
                raise GebruikersFout(
                    "Over deze procedure is al bericht verstuurd. Zij blijft staan.",
                    veilig="Er is niets verwijderd.",
                    advies="Gaat het niet door, leg dan vast dat het is afgewezen of ingetrokken.",
                )
            antwoorden = tuple(
                (een.partij_id, _antwoord(een)) for een in rij.partijen if een.instemming is not Instemming.OPEN
            )
            weg = TrajectBewaard(traject_invoer(rij), antwoorden, rij.vastgelegd_op, rij.vastgelegd_door)
            werk.sessie.delete(rij)
            return weg

    def zet_terug(self, bewaard: TrajectBewaard) -> TrajectId:
        """Put back what was removed, with the answers."""
        with self._werkplek.schrijf(Recht.SAMENWERKING_BIJHOUDEN, "procedure teruggezet", _SOORT) as werk:
            rij = Traject(stand=TrajectStand.OPEN, besloten_door="", motivering="", oordelen="", versie=0)
            rij.vastgelegd_op, rij.vastgelegd_door = bewaard.vastgelegd_op, bewaard.vastgelegd_door
            self._vul(werk.sessie, rij, bewaard.invoer)
            antwoorden = dict(bewaard.antwoorden)
            for een in rij.partijen:
                if een.partij_id in antwoorden:
                    _zet_antwoord(een, antwoorden[een.partij_id])
            werk.sessie.add(rij)
            werk.sessie.flush()
            werk.raakt(rij.id)
            return rij.id

    def leg_antwoord_vast(
        self, traject_id: TrajectId, partij_id: PartijId, antwoord: Instemminginvoer
    ) -> Instemminginvoer:
        """What a partij answered; gives what stood there. Raises InvoerOngeldig, GebruikersFout after the decision."""
        with self._werkplek.schrijf(Recht.SAMENWERKING_BIJHOUDEN, "antwoord van partij vastgelegd", _SOORT) as werk:
            werk.raakt(traject_id)
            rij = _open(werk.sessie, traject_id)
            een = haal(werk.sessie, TrajectPartij, (traject_id, partij_id), "Deze partij")
            if partij_id == rij.partij_id:
                raise InvoerOngeldig("instemming", "Het gaat over deze partij zelf: zij stemt hierover niet mee.")
            eerder = _antwoord(een)
            if antwoord.instemming is Instemming.OPEN:
                antwoord = Instemminginvoer(Instemming.OPEN)
            elif antwoord.op is None or not rij.ontvangen_op <= antwoord.op <= self._werkplek.vandaag():
                raise InvoerOngeldig("op", "Vul de dag van het antwoord in: na de aanvraag, en uiterlijk vandaag.")
            opmerking = tekst("opmerking", antwoord.opmerking).strip()
            if antwoord.instemming is Instemming.BEZWAAR:
                verplicht("opmerking", opmerking, "Vul in wat het bezwaar is.")
            eis_geen_casus(werk.sessie, opmerking=opmerking)
            _zet_antwoord(een, Instemminginvoer(antwoord.instemming, antwoord.op, opmerking))
            return eerder

    def aanvraaghulp(self) -> tuple[str, str]:
        """With whom a request is made in this house, and which meeting advises; empty where the convenant is silent."""
        profiel = self._werkplek.profiel
        regels = profiel.samenwerking.toetreding
        bij = f"{regels.aanvraag_bij}{verwijzing(regels.aanvraag_artikel)}" if regels.aanvraag_bij else ""
        if not regels.advies:
            return bij, ""
        return bij, f"{profiel.overlegsoort(regels.advies).met_lidwoord}{verwijzing(regels.advies_artikel)}"

    def besluitvraag(self, traject_id: TrajectId) -> Besluitvraag:
        """Who decides, and from which decisions to choose. Raises NietGevonden."""
        with self._werkplek.lees(Recht.SAMENWERKING_LEZEN) as sessie:
            return besluitvraag(self._werkplek, sessie, haal(sessie, Traject, traject_id, _WAT))

    def hangt_nog(self, traject_id: TrajectId) -> tuple[Hangend, ...]:
        """What still hangs on the partij that leaves; empty for who joins. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            rij = haal(sessie, Traject, traject_id, _WAT)
            if rij.partij_id is None or rij.soort in (TrajectSoort.TOETREDING, TrajectSoort.CONVENANT):
                return ()
            per = rij.ingang or rij.gevraagd_per or self._werkplek.vandaag()
            return tuple(hangt_nog(sessie, rij.partij_id, per))

    def besluit(self, traject_id: TrajectId, besluit: TrajectBesluit) -> None:
        """Decide: a new partij may sign the form, a notice is taken, an exclusion begins that day. Signed.

        Raises RegelGeweigerd with everything that is still needed and its article, InvoerOngeldig, BevestigingNodig.
        """
        with self._werkplek.schrijf(Recht.SAMENWERKING_BESLUITEN, "besluit over partij getekend", _SOORT) as werk:
            werk.raakt(traject_id)
            rij = _open(werk.sessie, traject_id)
            if rij.soort is TrajectSoort.OPVOLGING:
                raise GebruikersFout("Een opvolging tekent u met de oordelen die daarbij horen.")
            eis_geen(list(bezwaren(self._werkplek, werk.sessie, rij)))
            self._beslis(werk.sessie, rij, besluit)
            self._werkplek.eis_bevestiging()
            stand = TrajectStand.BESLOTEN
            if rij.soort is not TrajectSoort.TOETREDING:
                stand, rij.ingang = TrajectStand.AFGEROND, _einddag(rij)
                if rij.partij_id is not None and rij.ingang is not None:
                    zet_uit_register(werk.sessie, rij.partij_id, rij.ingang)
            self._teken(werk.sessie, rij, stand)

    def wijs_af(self, traject_id: TrajectId, op: date, reden: str) -> None:
        """It does not go on: refused, or taken back by who asked. Signed, with the reason. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.SAMENWERKING_BESLUITEN, "procedure afgewezen", _SOORT) as werk:
            werk.raakt(traject_id)
            rij = haal(werk.sessie, Traject, traject_id, _WAT)
            if rij.stand not in (TrajectStand.OPEN, TrajectStand.BESLOTEN):
                raise _al_besloten()
            TRAJECT.verifieer(self._werkplek, werk.sessie, rij)
            netjes = verplicht("motivering", tekst("motivering", reden).strip(), "Vul in waarom het niet doorgaat.")
            eis_geen_casus(werk.sessie, motivering=netjes)
            rij.besloten_op, rij.motivering = self._geweest("op", rij, op), netjes
            self._werkplek.eis_bevestiging()
            self._teken(werk.sessie, rij, TrajectStand.AFGEWEZEN)

    def laat_toe(self, traject_id: TrajectId, getekend_op: date, ingang: date) -> PartijId:
        """The form is signed by both: the partij is in the register from that day. Signed.

        Rule ``toetreding``. Raises RegelGeweigerd, InvoerOngeldig, BevestigingNodig.
        """
        with self._werkplek.schrijf(Recht.SAMENWERKING_BESLUITEN, "partij toegetreden", _SOORT) as werk:
            werk.raakt(traject_id)
            rij = haal(werk.sessie, Traject, traject_id, _WAT)
            if rij.soort is not TrajectSoort.TOETREDING or rij.stand in (TrajectStand.AFGEROND, TrajectStand.AFGEWEZEN):
                raise _al_besloten()
            TRAJECT.verifieer(self._werkplek, werk.sessie, rij)
            besloten_op = rij.besloten_op if rij.stand is TrajectStand.BESLOTEN else None
            eis(toetreding_formulier(self._werkplek.profiel, besloten_op, getekend_op, ingang))
            self._geweest("getekend_op", rij, getekend_op)
            self._werkplek.eis_bevestiging()
            rij.getekend_op, rij.ingang = getekend_op, ingang
            partij = zet_in_register(werk.sessie, rij, ingang)
            self._teken(werk.sessie, rij, TrajectStand.AFGEROND)
            return partij.id

    def _vul(self, sessie: Session, rij: Traject, invoer: TrajectInvoer) -> None:
        vandaag = self._werkplek.vandaag()
        with sessie.no_autoflush:
            vul_traject(sessie, self._werkplek.profiel, rij, invoer, vandaag)
            # The term of a notice is refused when it is recorded; the rest is still to come then.
            if rij.soort is TrajectSoort.OPZEGGING:
                eis_geen(list(bezwaren(self._werkplek, sessie, rij)))
            er_zijn = {een.partij_id for een in rij.partijen}
            horen = [een for een in aangeslotenen(sessie, vandaag) if een not in (rij.partij_id, rij.opvolger_id)]
            if rij.soort is not TrajectSoort.TOETREDING and rij.partij_id is not None:
                horen.append(rij.partij_id)
            # In an exclusion the partij itself has no say, but it does get its letter.
            rij.partijen += [
                TrajectPartij(partij_id=een, instemming=Instemming.OPEN) for een in horen if een not in er_zijn
            ]

    def _beslis(self, sessie: Session, rij: Traject, besluit: TrajectBesluit) -> None:
        vraag = besluitvraag(self._werkplek, sessie, rij)
        rij.motivering = tekst("motivering", besluit.motivering).strip()
        eis_geen_casus(sessie, motivering=rij.motivering)
        if vraag.elders:
            rij.besloten_op = self._geweest("op", rij, besluit.op)
            rij.besloten_door = naamveld("door", besluit.door)
            if rij.soort in (TrajectSoort.TOETREDING, TrajectSoort.UITSLUITING):
                verplicht("door", rij.besloten_door, "Vul in wie heeft besloten.")
            return
        gekozen = next((een for een in vraag.keuzes if een.id == besluit.besluit_id), None)
        if gekozen is None:
            raise InvoerOngeldig(
                "besluit_id",
                f"{vraag.wie} beslist. Kies het besluit uit een vastgesteld verslag.",
                advies="Leg het voorstel voor bij Overleggen, neem het besluit en stel het verslag vast.",
            )
        rij.besluit_id, rij.besloten_op, rij.besloten_door = gekozen.id, gekozen.op, ""

    def _geweest(self, veld: str, rij: Traject, op: date | None) -> date:
        if op is None or not rij.ontvangen_op <= op <= self._werkplek.vandaag():
            raise InvoerOngeldig(veld, "Vul een dag in na het begin van deze procedure, en uiterlijk vandaag.")
        return op

    def _teken(self, sessie: Session, rij: Traject, stand: TrajectStand) -> None:
        with sessie.no_autoflush:  # the database takes a signed state only together with the number
            rij.stand, rij.versie = stand, rij.versie + 1
            TRAJECT.teken(self._werkplek, sessie, rij)
        TRAJECT.eis_bewaard(self._werkplek, sessie, rij.id)

    def _regel(self, sessie: Session, rij: Traject, namen: dict[PartijId, str]) -> TrajectRegel:
        nog = uit_bezwaren(bezwaren(self._werkplek, sessie, rij)) if rij.stand is TrajectStand.OPEN else ()
        wie = rij.naam
        if rij.soort is TrajectSoort.OPVOLGING and rij.partij_id is not None:
            wie = f"{namen[rij.partij_id]} wordt {rij.naam}"
        return TrajectRegel(
            id=rij.id,
            soort=rij.soort,
            stand=rij.stand,
            wie=wie,
            ontvangen_op=rij.ontvangen_op,
            ingang=rij.ingang or rij.gevraagd_per,
            besloten_op=rij.besloten_op,
            aantal_partijen=len(rij.partijen),
            aantal_bericht=sum(een.verstuurd_op is not None for een in rij.partijen),
            aantal_akkoord=sum(een.instemming is Instemming.AKKOORD for een in rij.partijen),
            nog=nog,
            invoer=traject_invoer(rij),
        )


def _einddag(rij: Traject) -> date | None:
    """An exclusion holds from the decision on, a notice from the day it was given for."""
    return rij.besloten_op if rij.soort is TrajectSoort.UITSLUITING else rij.gevraagd_per


def _open(sessie: Session, traject_id: TrajectId) -> Traject:
    rij = haal(sessie, Traject, traject_id, _WAT)
    if rij.stand is not TrajectStand.OPEN:
        raise _al_besloten()
    return rij


def _al_besloten() -> GebruikersFout:
    return GebruikersFout("Over deze procedure is al besloten.", veilig="Er is niets gewijzigd.")


def _antwoord(een: TrajectPartij) -> Instemminginvoer:
    return Instemminginvoer(een.instemming, een.ingestemd_op, een.opmerking)


def _zet_antwoord(een: TrajectPartij, antwoord: Instemminginvoer) -> None:
    een.instemming, een.ingestemd_op, een.opmerking = antwoord.instemming, antwoord.op, antwoord.opmerking
