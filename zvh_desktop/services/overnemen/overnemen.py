"""Overnemen: what of a vastgesteld verslag goes into which system of the house, and who took it over when.

Nothing is sent anywhere: the application has no connection with another system. It puts the fields ready in the order
of that system, and keeps the tick. A tick is about one signed version of the point, so a correction asks for a new one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.plan_van_aanpak import PlanGegevens
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import AgendapuntId, CasusId, OverlegId, PlanStatus, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.overnemen.overname import Overname
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.profiel.overnemen import Overneemblok
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.casus.aanmeldingen import aanpak_naam
from zvh_desktop.services.casus.plannen import PlanService
from zvh_desktop.services.casus.stukken import plan_gegevens
from zvh_desktop.services.lek.lezers import naar_systeem
from zvh_desktop.services.lek.uitgang import Uitgang
from zvh_desktop.services.overnemen.gegevens import Overneemdeel, Overneemregel
from zvh_desktop.services.overnemen.velden import Overneembron, maak_delen
from zvh_desktop.services.overnemen.versie import getekend_onder
from zvh_desktop.services.poort.poort import standen
from zvh_desktop.services.regelboek.overnemen import overnemen
from zvh_desktop.services.stukken.weging import uitgaand
from zvh_desktop.services.tafel.uitkomstregels import is_behandeld
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.services.tafel.verslagstukken import toets_verslag
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


class OverneemService:
    """Use cases on overnemen."""

    def __init__(self, werkplek: Werkplek, plannen: PlanService) -> None:
        self._werkplek = werkplek
        self._plannen = plannen

    @property
    def systemen(self) -> tuple[str, ...]:
        """The systems into which this house takes over; none when it does not."""
        return tuple(blok.systeem for blok in self._werkplek.profiel.overnemen)

    def lijst(self, overleg_id: OverlegId) -> tuple[Overneemregel, ...]:
        """A line per casus and system, with every field. Every signature and oordeel is verified now.

        Raises NietGevonden, GebruikersFout while the verslag is a concept, HandtekeningOnjuist.
        """
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            _eis_vast(overleg)
            onder = _handtekeningen(sessie, overleg_id)
            ticks = _overnames(sessie, overleg_id)
            regels = []
            for punt in toets_verslag(self._werkplek, sessie, overleg).punten:
                if punt.casus_id is None or punt.id not in onder or not is_behandeld(punt):
                    continue
                bron = uitgaand(sessie, self._werkplek.profiel, self._bron(sessie, overleg, punt, punt.casus_id))
                regels += [
                    self._regel(bron, blok, onder[punt.id], ticks.get((punt.id, blok.systeem), {}))
                    for blok in self._werkplek.profiel.overnemen
                ]
            return tuple(regels)

    def om_te_kopieren(self, casusnummer: str, delen: Sequence[Overneemdeel]) -> tuple[Overneemdeel, ...]:
        """These fields as they may go into the other system. Raises LekOpen, NietBevoegd."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            uit: list[Overneemdeel] = []
            for systeem in dict.fromkeys(deel.systeem for deel in delen):
                uitgang = Uitgang(self._werkplek, sessie, naar_systeem(systeem))
                for deel in (een for een in delen if een.systeem == systeem):
                    gaat = uitgang.door(deel.tekst, casusnummer) if deel.getypt else deel.tekst
                    uit.append(replace(deel, tekst=gaat))
                uitgang.eis_gekozen()
            return tuple(uit)

    def vink_af(self, punt_id: AgendapuntId, systeem: str) -> None:
        """Record that this casus stands in that system now.

        Raises GebruikersFout while the verslag is a concept or when a colleague ticked it before, InvoerOngeldig for
        a system that the house does not take over into.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "overgenomen in een systeem", "overleg") as werk:
            nummer = self._eis_punt(werk.sessie, punt_id, systeem)
            werk.raakt(haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt").overleg_id)
            bestaand = werk.sessie.get(Overname, (punt_id, systeem, nummer))
            if bestaand is not None:
                raise GebruikersFout(
                    f"Deze casus is al overgenomen in {systeem}, door {bestaand.overgenomen_door}.",
                    veilig="Er is niets gewijzigd.",
                )
            werk.sessie.add(
                Overname(
                    agendapunt_id=punt_id,
                    systeem=systeem,
                    verklaring_nummer=nummer,
                    overgenomen_op=self._werkplek.nu(),
                    overgenomen_door=self._werkplek.naam,
                )
            )

    def neem_terug(self, punt_id: AgendapuntId, systeem: str) -> None:
        """It does not stand there after all: the tick of this version goes, and the log keeps both.

        Raises GebruikersFout when there is no tick.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "overnemen teruggenomen", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            nummer = _handtekeningen(werk.sessie, punt.overleg_id).get(punt_id)
            rij = werk.sessie.get(Overname, (punt_id, systeem, nummer)) if nummer is not None else None
            if rij is None:
                raise GebruikersFout(f"Deze casus is niet afgevinkt voor {systeem}.", veilig="Er is niets gewijzigd.")
            werk.sessie.delete(rij)

    def _eis_punt(self, sessie: Session, punt_id: AgendapuntId, systeem: str) -> int:
        punt = haal(sessie, Agendapunt, punt_id, "Dit agendapunt")
        _eis_vast(punt.overleg)
        nummer = _handtekeningen(sessie, punt.overleg_id).get(punt_id)
        if nummer is None:
            raise InvoerOngeldig("punt", "Overnemen hoort bij een casus.")
        if systeem not in self.systemen:
            raise InvoerOngeldig("systeem", "Dit huis neemt in dat systeem niets over.")
        return nummer

    def _regel(
        self, bron: Overneembron, blok: Overneemblok, nummer: int, ticks: Mapping[int, Overname]
    ) -> Overneemregel:
        tick = ticks.get(nummer)
        return Overneemregel(
            punt_id=bron.punt.id,
            casusnummer=bron.punt.casusnummer,
            systeem=blok.systeem,
            delen=tuple(replace(deel, systeem=blok.systeem) for deel in maak_delen(bron, blok.velden)),
            aandacht=overnemen(self._werkplek.profiel, blok.systeem, overgenomen=tick is not None),
            door=tick.overgenomen_door if tick is not None else "",
            op=als_lokaal(tick.overgenomen_op) if tick is not None else None,
            eerder=tick is None and bool(ticks),
        )

    def _bron(self, sessie: Session, overleg: Overleg, punt: VerslagPunt, casus_id: CasusId) -> Overneembron:
        casus = sessie.get_one(Casus, casus_id)
        nu = next((regie for regie in casus.casusregie if regie.tot is None), None)
        genoemd = {casus.aanmeldende_partij_id} | ({nu.partij_id} if nu is not None else set())
        partijen = sessie.scalars(select(Partij).where(Partij.id.in_(genoemd))).all()
        stand = standen(self._werkplek, sessie, casus, partijen, self._werkplek.vandaag())
        namen: dict[int, str] = {partij.id: partij.naam for partij in partijen if stand[partij.id].mag}
        soort = self._werkplek.overlegsoort_van(sessie, overleg)
        return Overneembron(
            profiel=self._werkplek.profiel,
            punt=punt,
            overleg=f"{soort.naam}, {datum_kort(overleg.datum)}",
            aanpak=aanpak_naam(self._werkplek, casus.aanpak),
            aanmelder=namen.get(casus.aanmeldende_partij_id, ""),
            casusregisseur=f"{nu.naam} ({namen[nu.partij_id]})" if nu is not None and nu.partij_id in namen else "",
            plan=self._plan(sessie, casus_id),
        )

    def _plan(self, sessie: Session, casus_id: CasusId) -> PlanGegevens | None:
        if not any("plan" in blok.velden for blok in self._werkplek.profiel.overnemen):
            return None
        plan = sessie.scalars(select(PlanVanAanpak).filter_by(casus_id=casus_id, status=PlanStatus.VASTGESTELD)).first()
        if plan is None:
            return None
        return plan_gegevens(self._werkplek, sessie, plan, self._plannen.lees(sessie, plan))


def _eis_vast(overleg: Overleg) -> None:
    if overleg.verslag_status != VerslagStatus.VASTGESTELD:
        raise GebruikersFout(
            "Het verslag is nog concept. Er is nog niets over te nemen.", advies="Stel eerst het verslag vast."
        )


def _handtekeningen(sessie: Session, overleg_id: OverlegId) -> Mapping[AgendapuntId, int]:
    """Per casus of this overleg the number of the signature that counts for it now."""
    rijen = sessie.execute(
        select(Agendapunt.id, getekend_onder())
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(
            Overleg.id == overleg_id,
            Agendapunt.casus_id.is_not(None),
            Overleg.verslag_status == VerslagStatus.VASTGESTELD,
        )
    )
    return {punt_id: nummer for punt_id, nummer in rijen if nummer is not None}


def _overnames(sessie: Session, overleg_id: OverlegId) -> Mapping[tuple[AgendapuntId, str], dict[int, Overname]]:
    """Every tick of this overleg, by casus and system, and then by signature."""
    gevonden: dict[tuple[AgendapuntId, str], dict[int, Overname]] = {}
    vraag = (
        select(Overname)
        .join(Agendapunt, Agendapunt.id == Overname.agendapunt_id)
        .where(Agendapunt.overleg_id == overleg_id)
    )
    for rij in sessie.scalars(vraag):
        gevonden.setdefault((rij.agendapunt_id, rij.systeem), {})[rij.verklaring_nummer] = rij
    return gevonden
