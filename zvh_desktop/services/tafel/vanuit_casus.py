"""A casus put on an agenda from its own page, with the partijen of last time proposed: each through the gate again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, RegelGeweigerd
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import AgendapuntId, CasusId, OverlegId, OverlegStatus, PartijId
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.casus.fasen import eis_te_bespreken
from zvh_desktop.services.poort.beeld import lees_poortbeeld
from zvh_desktop.services.poort.deelnames import zet_deelname
from zvh_desktop.services.poort.gesloten import eis_lopend
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, uit_bezwaar
from zvh_desktop.services.tafel.casuspunt import eis_agenda_open, nieuw_casuspunt
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_OPEN = (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD)


@dataclass(frozen=True, slots=True)
class AgendaVoorCasus:
    """An overleg that still comes, with an agenda that can be changed; ``reden`` when this casus may not be on it."""

    overleg_id: OverlegId
    naam: str
    datum: date
    begin: time
    mag: bool
    reden: str


@dataclass(frozen=True, slots=True)
class Meekomer:
    """A partij that was there last time. ``mag``: whether the gate lets it in on the day of the overleg that comes."""

    partij_id: PartijId
    naam: str
    mag: bool
    reden: str


@dataclass(frozen=True, slots=True)
class VorigeKeer:
    """Who sat at this casus the last time it was on an agenda, and when that was; None when it never was."""

    op: date | None
    partijen: tuple[Meekomer, ...]


@dataclass(frozen=True, slots=True)
class OpAgenda:
    """What came of it: the point, who is on it, and which partijen could not come along."""

    punt_id: AgendapuntId
    erbij: tuple[str, ...]
    niet: tuple[Aandachtspunt, ...]


class VanuitCasusService:
    """Use cases on an agenda, seen from one casus."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def agendas(self, casus_id: CasusId) -> tuple[AgendaVoorCasus, ...]:
        """The nearest first; those on which the casus stands already are left out."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            casus = haal(sessie, Casus, casus_id, "Deze casus")
            al_op = select(Agendapunt.overleg_id).where(Agendapunt.casus_id == casus_id)
            overleggen = sessie.scalars(
                select(Overleg)
                .where(
                    Overleg.casuistiek,
                    Overleg.status.in_(_OPEN),
                    Overleg.datum >= self._werkplek.vandaag(),
                    Overleg.id.not_in(al_op),
                )
                .order_by(Overleg.datum, Overleg.begin, Overleg.id)
            )
            return tuple(self._agenda(sessie, overleg, casus) for overleg in overleggen)

    def vorige_keer(self, casus_id: CasusId, overleg_id: OverlegId) -> VorigeKeer:
        """Who was there last time, as the gate sees them on the day of this overleg; every oordeel is verified now."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            vorige = self._vorige(sessie, casus_id, overleg)
            if vorige is None:
                return VorigeKeer(None, ())
            partijen = _aan_het_punt(sessie, vorige)
            beeld = lees_poortbeeld(self._werkplek, sessie, (casus_id,), overleg.datum, partijen=partijen)
            standen = beeld.standen(casus_id, partijen)
            return VorigeKeer(
                vorige.overleg.datum,
                tuple(Meekomer(een.id, een.naam, standen[een.id].mag, standen[een.id].reden) for een in partijen),
            )

    def zet_op(self, casus_id: CasusId, overleg_id: OverlegId, partijen: Collection[PartijId]) -> OpAgenda:
        """Put the casus last on this agenda, with a seat for each of these that the gate lets in.

        Raises RegelGeweigerd (``geen_casus_buiten_operationeel``, ``geen_verstrekking_voor_overleg``) and
        GebruikersFout when the agenda cannot be changed: then nothing stands on it.
        """
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "casus op de agenda gezet", "overleg") as werk:
            werk.raakt(overleg_id)
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            overleg = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            eis_agenda_open(overleg)
            punt = nieuw_casuspunt(self._werkplek, werk.sessie, overleg, casus)
            erbij: list[str] = []
            niet: list[Aandachtspunt] = []
            for partij_id in dict.fromkeys(partijen):
                partij = haal(werk.sessie, Partij, partij_id, "Deze partij")
                try:
                    zet_deelname(self._werkplek, werk.sessie, punt, casus, partij)
                except RegelGeweigerd as fout:
                    niet.append(replace(uit_bezwaar(fout), zin=str(fout)))
                else:
                    erbij.append(partij.kort)
            return OpAgenda(punt.id, tuple(erbij), tuple(niet))

    def _agenda(self, sessie: Session, overleg: Overleg, casus: Casus) -> AgendaVoorCasus:
        profiel = self._werkplek.profiel_van(sessie, overleg)
        reden = ""
        try:
            eis_lopend(casus, profiel.termen, "Deze casus kan niet meer op een agenda.")
            eis_te_bespreken(self._werkplek, casus, overleg.soort)
        except GebruikersFout as fout:
            reden = fout.gebeurd
        naam = profiel.overlegsoort(overleg.soort).naam
        return AgendaVoorCasus(overleg.id, naam, overleg.datum, overleg.begin, not reden, reden)

    def _vorige(self, sessie: Session, casus_id: CasusId, overleg: Overleg) -> Agendapunt | None:
        """The point of this casus on the latest other agenda that was not called off."""
        return sessie.scalars(
            select(Agendapunt)
            .join(Overleg, Overleg.id == Agendapunt.overleg_id)
            .where(
                Agendapunt.casus_id == casus_id,
                Overleg.id != overleg.id,
                Overleg.status != OverlegStatus.AFGELAST,
            )
            .order_by(Overleg.datum.desc(), Overleg.begin.desc(), Overleg.id.desc())
            .limit(1)
        ).first()


def _aan_het_punt(sessie: Session, punt: Agendapunt) -> list[Partij]:
    """Everyone with a row at that point, whether it still holds or not: the gate of now says who may come."""
    return list(
        sessie.scalars(
            select(Partij)
            .join(Deelname, Deelname.partij_id == Partij.id)
            .where(Deelname.agendapunt_id == punt.id)
            .order_by(Partij.id)
        )
    )
