"""Triage: ask partijen, weigh the answers, set doel and thema's, and choose the route."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig, RegelEist
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.eindekeuzes import EindeSoort
from zvh_desktop.models.keuzes import BuitenRoutering, CasusId, PartijId
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.triage import Triage, Triagebrief, Triagevraag
from zvh_desktop.services.casus.einden import beeindig_casus
from zvh_desktop.services.casus.fasen import verplaats_fase
from zvh_desktop.services.regelboek.aanwezigheid import toetreding, uittreding
from zvh_desktop.services.regelboek.informatie import niet_openbaar
from zvh_desktop.services.regelboek.instroom import triage_relevante_partijen
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, eis, uit_bezwaren
from zvh_desktop.services.regelboek.weging import nog_te_wegen, weger
from zvh_desktop.services.werkplek.invoer import naamregels, tekst
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


@dataclass(frozen=True, slots=True)
class TriageInvoer:
    """What is typed. ``routering`` is the key of an overlegsoort, or 'elders' or 'niet'."""

    doel: str = ""
    themas: str = ""
    routering: str = ""
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class TriagevraagRegel:
    """What one partij was asked and answered, and whether it is relevant for the table."""

    partij_id: PartijId
    partij: str
    vraag: str
    gevraagd_op: date
    antwoord: str
    geantwoord_op: date | None
    relevant: bool | None


@dataclass(frozen=True, slots=True)
class Routering:
    """A way on from triage."""

    sleutel: str
    naam: str


@dataclass(frozen=True, slots=True)
class TriageBeeld:
    """The triage of one casus."""

    casus_id: CasusId
    invoer: TriageInvoer
    vragen: tuple[TriagevraagRegel, ...]
    routes: tuple[Routering, ...]
    afgerond_op: date | None
    afgerond_door: str
    nog_nodig: tuple[Aandachtspunt, ...]
    """What is missing before it can be closed."""


class TriageService:
    """Use cases on triage."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def toon(self, casus_id: CasusId) -> TriageBeeld:
        """The triage of this casus, empty when it has not begun."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            haal(sessie, Casus, casus_id, "Deze casus")
            return self._beeld(sessie, casus_id, _triage(sessie, casus_id))

    def bewaar(self, casus_id: CasusId, invoer: TriageInvoer) -> None:
        """Save the form as it stands. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.TRIAGE_BIJHOUDEN, "triage bijgewerkt", "casus", wacht_anders=False) as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            rij = _open_triage(werk.sessie, casus_id)
            if invoer.routering and invoer.routering not in {route.sleutel for route in self._routes()}:
                raise InvoerOngeldig("routering", "Deze route kent het huisprofiel niet.")
            rij.doel = tekst("doel", invoer.doel)
            rij.themas = naamregels("themas", invoer.themas)
            rij.routering = invoer.routering
            rij.toelichting = tekst("toelichting", invoer.toelichting)
            casus.gewijzigd_op = self._werkplek.nu()

    def vraag(self, casus_id: CasusId, partij_id: PartijId, vraag: str) -> None:
        """Record that a partij was asked something, or change what it was asked.

        Rules ``niet_openbaar``, ``toetreding`` and ``uittreding``: a derde, or a partij that does not take part, would
        hear of the casus by being asked. Raises RegelGeweigerd.
        """
        with self._werkplek.schrijf(Recht.TRIAGE_BIJHOUDEN, "partij bevraagd", "casus") as werk:
            werk.raakt(haal(werk.sessie, Casus, casus_id, "Deze casus").nummer)
            partij = haal(werk.sessie, Partij, partij_id, "Deze partij")
            profiel, vandaag = self._werkplek.profiel, self._werkplek.vandaag()
            eis(niet_openbaar(profiel, partij.naam, partij.soort))
            eis(toetreding(profiel, partij.naam, partij.aangesloten_op, vandaag))
            eis(uittreding(profiel, partij.naam, partij.uitgetreden_op, vandaag))
            triage = _open_triage(werk.sessie, casus_id)
            rij = next((v for v in triage.vragen if v.partij_id == partij_id), None)
            if rij is None:
                rij = Triagevraag(partij_id=partij_id, gevraagd_op=self._werkplek.vandaag())
                triage.vragen.append(rij)
            rij.vraag = tekst("vraag", vraag)

    def antwoord(self, casus_id: CasusId, partij_id: PartijId, antwoord: str, relevant: bool | None) -> None:
        """Record what a partij answered, and whether it is relevant for the table."""
        with self._werkplek.schrijf(Recht.TRIAGE_BIJHOUDEN, "antwoord in triage vastgelegd", "casus") as werk:
            werk.raakt(haal(werk.sessie, Casus, casus_id, "Deze casus").nummer)
            rij = _vraag(_open_triage(werk.sessie, casus_id), partij_id)
            rij.antwoord = tekst("antwoord", antwoord)
            rij.relevant = relevant
            rij.geantwoord_op = self._werkplek.vandaag() if antwoord.strip() else None

    def verwijder_vraag(self, casus_id: CasusId, partij_id: PartijId) -> TriagevraagRegel:
        """Take a question away; returns it, so that it can be put back. Raises InvoerOngeldig when it was sent."""
        with self._werkplek.schrijf(Recht.TRIAGE_BIJHOUDEN, "vraag in triage verwijderd", "casus") as werk:
            werk.raakt(haal(werk.sessie, Casus, casus_id, "Deze casus").nummer)
            triage = _open_triage(werk.sessie, casus_id)
            rij = _vraag(triage, partij_id)
            verstuurd = select(Triagebrief.id).filter_by(casus_id=casus_id, partij_id=partij_id).limit(1)
            if werk.sessie.scalars(verstuurd).first() is not None:
                raise InvoerOngeldig(
                    "vraag",
                    "Deze vraag is verstuurd en blijft daarom staan.",
                    advies="Ging de brief niet uit, neem het versturen dan eerst terug.",
                )
            weg = _vraag_regel(rij, haal(werk.sessie, Partij, partij_id, "Deze partij").naam)
            triage.vragen.remove(rij)
            return weg

    def rond_af(self, casus_id: CasusId) -> None:
        """The procesregisseur closes the triage: the casus goes to its next fase, or ends when it belongs elsewhere.

        Rule ``triage_relevante_partijen``. Raises RegelEist.
        """
        with self._werkplek.schrijf(Recht.TRIAGE_AFRONDEN, "triage afgerond", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            rij = _open_triage(werk.sessie, casus_id)
            for bezwaar in self._bezwaren(werk.sessie, rij):
                raise bezwaar
            if _naar_overleg(rij):
                for stap in self._werkplek.profiel.werkproces(casus.aanpak).stappen_tot_delen(casus.fase):
                    verplaats_fase(self._werkplek, casus, stap)
            else:
                beeindig_casus(self._werkplek, werk.sessie, casus, EindeSoort(rij.routering), advies=rij.toelichting)
            rij.afgerond_op = self._werkplek.vandaag()
            rij.afgerond_door = self._werkplek.naam

    def _bezwaren(self, sessie: Session, rij: Triage) -> tuple[RegelEist, ...]:
        """What stands in the way of closing it, one line per field."""
        casus = sessie.get_one(Casus, rij.casus_id)
        wegen = nog_te_wegen(self._werkplek.profiel, casus.aanpak, gewogen=self._is_gewogen(sessie, casus))
        anders = triage_relevante_partijen(
            self._werkplek.profiel,
            rij.routering,
            naar_overleg=_naar_overleg(rij),
            doel=rij.doel,
            themas=rij.themas,
            toelichting=rij.toelichting,
            niet_gewogen=[_partijnaam(sessie, v) for v in rij.vragen if v.relevant is None],
        )
        return (wegen, *anders) if wegen is not None else anders

    def _is_gewogen(self, sessie: Session, casus: Casus) -> bool:
        """Whether the overleg that weighs had this casus on its table."""
        door = weger(self._werkplek.profiel, casus.aanpak)
        if door is None:
            return False
        punten = (
            select(Agendapunt.id)
            .join(Overleg, Overleg.id == Agendapunt.overleg_id)
            .where(Agendapunt.casus_id == casus.id, Agendapunt.gestart_op.is_not(None), Overleg.soort == door.sleutel)
        )
        return sessie.scalars(punten.limit(1)).first() is not None

    def _routes(self) -> tuple[Routering, ...]:
        return (
            *(Routering(soort.sleutel, soort.naam) for soort in self._werkplek.profiel.casusoverleggen),
            Routering(BuitenRoutering.ELDERS, "Elders: hoort bij een ander overleg of een andere organisatie"),
            Routering(BuitenRoutering.NIET, "Niet: geen verdere behandeling"),
        )

    def _beeld(self, sessie: Session, casus_id: CasusId, rij: Triage | None) -> TriageBeeld:
        partijen = dict(sessie.execute(select(Partij.id, Partij.naam)).all())
        open_ = rij or Triage(casus_id=casus_id, doel="", themas="", routering="", toelichting="")
        return TriageBeeld(
            casus_id=casus_id,
            invoer=TriageInvoer(rij.doel, rij.themas, rij.routering, rij.toelichting) if rij else TriageInvoer(),
            vragen=tuple(_vraag_regel(v, partijen.get(v.partij_id, "")) for v in rij.vragen) if rij else (),
            routes=self._routes(),
            afgerond_op=rij.afgerond_op if rij else None,
            afgerond_door=rij.afgerond_door if rij else "",
            nog_nodig=() if open_.afgerond_op is not None else uit_bezwaren(self._bezwaren(sessie, open_)),
        )


def triage_naar_overleg(profiel: Huisprofiel, sessie: Session, casus_id: int) -> bool:
    """Whether the triage of this casus is done and led to a meeting of the house."""
    rij = _triage(sessie, casus_id)
    overleggen = {soort.sleutel for soort in profiel.casusoverleggen}
    return rij is not None and rij.afgerond_op is not None and rij.routering in overleggen


def _vraag_regel(rij: Triagevraag, partij: str) -> TriagevraagRegel:
    return TriagevraagRegel(
        rij.partij_id, partij, rij.vraag, rij.gevraagd_op, rij.antwoord, rij.geantwoord_op, rij.relevant
    )


def _naar_overleg(rij: Triage) -> bool:
    return rij.routering not in tuple(BuitenRoutering)


def _partijnaam(sessie: Session, vraag: Triagevraag) -> str:
    return sessie.get_one(Partij, vraag.partij_id).naam


def _triage(sessie: Session, casus_id: int) -> Triage | None:
    return sessie.scalars(select(Triage).filter_by(casus_id=casus_id)).first()


def _open_triage(sessie: Session, casus_id: int) -> Triage:
    """The triage of this casus, begun if need be. Raises InvoerOngeldig when it is closed."""
    rij = _triage(sessie, casus_id)
    if rij is None:
        rij = Triage(casus_id=casus_id, doel="", themas="", routering="", toelichting="")
        sessie.add(rij)
        sessie.flush()
    if rij.afgerond_op is not None:
        raise InvoerOngeldig("afgerond_op", "Dit onderdeel is al afgerond en kan niet meer worden gewijzigd.")
    return rij


def _vraag(triage: Triage, partij_id: int) -> Triagevraag:
    rij = next((v for v in triage.vragen if v.partij_id == partij_id), None)
    if rij is None:
        raise InvoerOngeldig("partij", "Deze partij is nog niets gevraagd.", advies="Leg eerst de vraag vast.")
    return rij
