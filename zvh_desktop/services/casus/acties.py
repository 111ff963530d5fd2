"""Acties: agreed at the table or in a plan, belegd bij one partij, followed until done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, ProgrammaFout
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import (
    ActieId,
    ActieStatus,
    AgendapuntId,
    BetrokkeneId,
    CasusId,
    PartijId,
    PlanId,
    PoortStand,
    VerslagStatus,
)
from zvh_desktop.models.overleg import Agendapunt
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.uitkomst import Actie
from zvh_desktop.services.casus.regisseurs import medewerkers
from zvh_desktop.services.poort.deelnames import geldige_deelnames
from zvh_desktop.services.poort.poort import eis_rechtmatig
from zvh_desktop.services.regelboek.aanwezigheid import alleen_rechtmatige_partijen
from zvh_desktop.services.regelboek.uitleg import eis
from zvh_desktop.services.werkplek.hangt_aan import eis_los
from zvh_desktop.services.werkplek.invoer import naamveld, tekst, verplicht
from zvh_desktop.services.werkplek.kolommen import lees_kolommen
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.uitleen import koffer_met_casus, uitgeleende, uitleenzin
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_KOLOMMEN = (
    Actie.id,
    Actie.casus_id,
    Casus.nummer,
    Actie.agendapunt_id,
    Actie.status,
    Actie.afgerond_op,
    Actie.belegd_bij_id,
    Actie.omschrijving,
    Actie.termijn,
    Actie.conditie,
    Actie.informering,
    Actie.leefgebied,
    Actie.betrokkene_id,
    Actie.eigenaar,
)
"""Of an actie in a list; from the description on it is what was typed."""


@dataclass(frozen=True, slots=True)
class ActieInvoer:
    """What is recorded of an actie. ``informering``: who informs the betrokkene, or why not."""

    omschrijving: str
    belegd_bij: PartijId
    termijn: date | None = None
    conditie: str = ""
    informering: str = ""
    leefgebied: str = ""
    betrokkene_id: BetrokkeneId | None = None
    eigenaar: str = ""
    """Who in the house sees to it; no agreement of the table, so it can always change."""


@dataclass(frozen=True, slots=True)
class ActieRegel:
    """An actie as shown. ``belegd_bij`` is empty when that partij may no longer be named at this casus."""

    id: ActieId
    casus_id: CasusId
    casusnummer: str
    invoer: ActieInvoer
    belegd_bij: str
    status: ActieStatus
    afgerond_op: date | None

    def te_laat(self, vandaag: date) -> bool:
        """Open past its term."""
        return (
            self.status in (ActieStatus.OPEN, ActieStatus.BEZIG)
            and self.invoer.termijn is not None
            and self.invoer.termijn < vandaag
        )


class ActieService:
    """Use cases on acties."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def wachtende(self, casussen: Sequence[CasusId]) -> Mapping[int, str]:
        """Of these casussen the ones that are out: who has each, and until when."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return uitgeleende(sessie, casussen)

    def uitgeleend(self, casus_id: CasusId) -> str:
        """Who has this casus in a koffer and until when; empty while its acties can be changed here."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return uitleenzin(sessie, sessie.scalar(select(koffer_met_casus(casus_id))))

    def lijst(
        self, *, alleen_open: bool = True, casus_id: CasusId | None = None, van: str | None = None
    ) -> tuple[ActieRegel, ...]:
        """Acties, the earliest term first; those without term last. Of one casus, or those of one person.

        Somebody's are those that he or she owns, and those without an owner at a casus of that procesregisseur.
        """
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            vraag = select(Actie).order_by(Actie.termijn.is_(None), Actie.termijn, Actie.id)
            if alleen_open:
                vraag = vraag.where(Actie.status.in_((ActieStatus.OPEN, ActieStatus.BEZIG)))
            if casus_id is not None:
                vraag = vraag.where(Actie.casus_id == casus_id)
            if van is not None:
                zonder = (Actie.eigenaar == "") & (Casus.procesregisseur == van)
                vraag = vraag.where((Actie.eigenaar == van) | zonder)
            namen = dict(sessie.execute(select(Partij.id, Partij.naam)).all())
            return actie_regels(sessie, vraag, namen)

    def voeg_toe_bij_punt(self, punt_id: AgendapuntId, invoer: ActieInvoer) -> ActieId:
        """Record an actie at an agendapunt, belegd bij a partij with a seat there.

        Raises InvoerOngeldig, RegelGeweigerd (the gate), GebruikersFout when the verslag is vastgesteld.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "actie vastgelegd", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            if punt.overleg.verslag_status == VerslagStatus.VASTGESTELD:
                raise GebruikersFout("Het verslag is vastgesteld. Voeg de actie toe bij de casus of het plan.")
            if punt.casus_id is None:
                raise InvoerOngeldig("punt", "Een actie hoort bij een casus.")
            eis_stoel(self._werkplek, werk.sessie, punt, invoer.belegd_bij)
            rij = self._nieuw(werk.sessie, punt.casus_id, invoer)
            rij.agendapunt_id = punt.id
            werk.sessie.add(rij)
            werk.sessie.flush()
            return rij.id

    def voeg_toe_bij_casus(self, casus_id: CasusId, invoer: ActieInvoer, plan_id: PlanId | None = None) -> ActieId:
        """Record an actie at a casus, or in its plan van aanpak. Raises InvoerOngeldig, RegelGeweigerd (the gate)."""
        with self._werkplek.schrijf(Recht.ACTIES_BIJHOUDEN, "actie vastgelegd", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            partij = haal(werk.sessie, Partij, invoer.belegd_bij, "Deze partij")
            eis_rechtmatig(self._werkplek, werk.sessie, casus, partij, self._werkplek.vandaag())
            rij = self._nieuw(werk.sessie, casus_id, invoer)
            if plan_id is not None:
                plan = haal(werk.sessie, PlanVanAanpak, plan_id, "Dit plan")
                if plan.casus_id != casus.id:
                    raise InvoerOngeldig("plan", "Dit plan hoort bij een andere casus.")
                rij.plan_id = plan.id
            werk.sessie.add(rij)
            werk.sessie.flush()
            return rij.id

    def wijzig(self, actie_id: ActieId, invoer: ActieInvoer) -> None:
        """Change an actie. Raises InvoerOngeldig, RegelGeweigerd (the gate)."""
        with self._werkplek.schrijf(Recht.ACTIES_BIJHOUDEN, "actie gewijzigd", "actie") as werk:
            rij = haal(werk.sessie, Actie, actie_id, "Deze actie")
            werk.raakt(rij.id)
            if invoer.belegd_bij != rij.belegd_bij_id:
                casus = werk.sessie.get_one(Casus, rij.casus_id)
                partij = haal(werk.sessie, Partij, invoer.belegd_bij, "Deze partij")
                eis_rechtmatig(self._werkplek, werk.sessie, casus, partij, self._werkplek.vandaag())
            if _vastgesteld(werk.sessie, rij) and _afspraak(rij) != _afspraak(invoer):
                raise GebruikersFout(
                    "Deze actie staat in een vastgesteld verslag. Alleen termijn, leefgebied en eigenaar kunnen nog "
                    "anders.",
                    advies="Zet de stand op Vervallen en leg bij de casus een nieuwe actie vast.",
                )
            self._vul(werk.sessie, rij, invoer)

    def zet_status(self, actie_id: ActieId, status: ActieStatus) -> None:
        """Say how far an actie is."""
        with self._werkplek.schrijf(Recht.ACTIES_BIJHOUDEN, "stand van actie gewijzigd", "actie") as werk:
            rij = haal(werk.sessie, Actie, actie_id, "Deze actie")
            werk.raakt(rij.id)
            rij.status = status
            rij.afgerond_op = self._werkplek.vandaag() if status is ActieStatus.GEREED else None
            rij.gewijzigd_op = self._werkplek.nu()

    def verwijder(self, actie_id: ActieId) -> None:
        """Take back an actie that was just typed; an actie from a vastgesteld verslag stays (let it vervallen)."""
        with self._werkplek.schrijf(Recht.ACTIES_BIJHOUDEN, "actie verwijderd", "actie") as werk:
            rij = haal(werk.sessie, Actie, actie_id, "Deze actie")
            werk.raakt(rij.id)
            if _vastgesteld(werk.sessie, rij):
                raise GebruikersFout(
                    "Deze actie staat in een vastgesteld verslag.", advies="Zet de stand op Vervallen."
                )
            eis_los(werk.sessie, rij, "Deze actie", "Zet de stand op Vervallen.")
            werk.sessie.delete(rij)

    def _nieuw(self, sessie: Session, casus_id: int, invoer: ActieInvoer) -> Actie:
        rij = Actie(casus_id=casus_id, status=ActieStatus.OPEN)
        self._vul(sessie, rij, invoer)
        return rij

    def _vul(self, sessie: Session, rij: Actie, invoer: ActieInvoer) -> None:
        if invoer.betrokkene_id is not None:
            betrokkene = haal(sessie, Betrokkene, invoer.betrokkene_id, "Deze betrokkene")
            if betrokkene.casus_id != rij.casus_id:
                raise InvoerOngeldig("betrokkene", "Deze betrokkene hoort bij een andere casus.")
        omschrijving = tekst("omschrijving", invoer.omschrijving)
        rij.omschrijving = verplicht("omschrijving", omschrijving, "Schrijf op wat er gedaan moet worden.")
        rij.belegd_bij_id = invoer.belegd_bij
        rij.termijn = invoer.termijn
        rij.conditie = tekst("conditie", invoer.conditie)
        rij.informering = tekst("informering", invoer.informering)
        rij.leefgebied = naamveld("leefgebied", invoer.leefgebied)
        rij.betrokkene_id = invoer.betrokkene_id
        if invoer.eigenaar not in {"", rij.eigenaar, *medewerkers(self._werkplek)}:
            raise InvoerOngeldig("eigenaar", "Kies een collega van dit huis.")
        rij.eigenaar = invoer.eigenaar
        rij.gewijzigd_op = self._werkplek.nu()


def _vastgesteld(sessie: Session, rij: Actie) -> bool:
    """Whether this actie stands in a signed verslag."""
    punt = sessie.get(Agendapunt, rij.agendapunt_id) if rij.agendapunt_id else None
    return punt is not None and punt.overleg.verslag_status == VerslagStatus.VASTGESTELD


def _afspraak(actie: Actie | ActieInvoer) -> tuple[object, ...]:
    """What was agreed at the table, and so is signed with the verslag (verslagen.verslag_stempel)."""
    belegd_bij = actie.belegd_bij if isinstance(actie, ActieInvoer) else actie.belegd_bij_id
    return (belegd_bij, *(tekst(v, getattr(actie, v)) for v in ("omschrijving", "conditie", "informering")))


def eis_stoel(werkplek: Werkplek, sessie: Session, punt: Agendapunt, partij_id: int) -> Deelname:
    """The seat of a partij at this point, whose oordeel holds.

    Rule ``alleen_rechtmatige_partijen``. Raises RegelGeweigerd when there is none.
    """
    for deelname, partij in geldige_deelnames(werkplek, sessie, punt):
        if partij.id == partij_id:
            return deelname
    partij = haal(sessie, Partij, partij_id, "Deze partij")
    profiel = werkplek.profiel_van(sessie, punt.overleg)
    if punt.casus_id is not None:
        casus = sessie.get_one(Casus, punt.casus_id)
        eis_rechtmatig(werkplek, sessie, casus, partij, punt.overleg.datum, profiel=profiel)
    eis(alleen_rechtmatige_partijen(profiel, partij.naam, PoortStand.RECHTMATIG))
    raise ProgrammaFout("een partij zonder stoel kwam langs de poort")


def actie_regels(sessie: Session, vraag: Select[Actie], namen: Mapping[PartijId, str]) -> tuple[ActieRegel, ...]:
    """Frozen values of these acties, from their columns; a partij that is not in ``namen`` is not named."""
    return tuple(regel for regel, _ in actie_regels_met_punt(sessie, vraag, namen))


def actie_regels_met_punt(
    sessie: Session, vraag: Select[Actie], namen: Mapping[PartijId, str]
) -> Iterator[tuple[ActieRegel, AgendapuntId | None]]:
    """The same, each with the point at which it was agreed."""
    rijen = lees_kolommen(sessie, vraag.join(Casus, Casus.id == Actie.casus_id).with_only_columns(*_KOLOMMEN))
    for id_, casus_id, nummer, punt_id, status, afgerond_op, belegd_bij, *rest in rijen:
        omschrijving, termijn, conditie, informering, leefgebied, betrokkene_id, eigenaar = rest
        invoer = ActieInvoer(
            omschrijving, belegd_bij, termijn, conditie, informering, leefgebied, betrokkene_id, eigenaar
        )
        regel = ActieRegel(id_, casus_id, nummer, invoer, namen.get(belegd_bij, ""), status, afgerond_op)
        yield regel, punt_id


def actierijen_van(sessie: Session, overleg_id: int) -> Sequence[Row[Actie, str]]:
    """The acties agreed at an overleg, each with the number of its casus."""
    vraag = (
        select(Actie, Casus.nummer)
        .join(Casus, Casus.id == Actie.casus_id)
        .join(Agendapunt, Agendapunt.id == Actie.agendapunt_id)
        .where(Agendapunt.overleg_id == overleg_id)
        .order_by(Actie.id)
    )
    return sessie.execute(vraag).all()


def acties_per_punt(
    rijen: Iterable[Row[Actie, str]], namen: Mapping[AgendapuntId, Mapping[PartijId, str]]
) -> Mapping[int, tuple[ActieRegel, ...]]:
    """The same by point; ``namen`` says per point which partijen may be named there."""
    per_punt: dict[int, tuple[ActieRegel, ...]] = {}
    for rij, nummer in rijen:
        punt_id = rij.agendapunt_id
        if punt_id is not None:
            per_punt[punt_id] = (*per_punt.get(punt_id, ()), _regel(rij, nummer, namen[punt_id]))
    return per_punt


def _regel(rij: Actie, nummer: str, namen: Mapping[PartijId, str]) -> ActieRegel:
    return ActieRegel(
        id=rij.id,
        casus_id=rij.casus_id,
        casusnummer=nummer,
        invoer=ActieInvoer(
            omschrijving=rij.omschrijving,
            belegd_bij=rij.belegd_bij_id,
            termijn=rij.termijn,
            conditie=rij.conditie,
            informering=rij.informering,
            leefgebied=rij.leefgebied,
            betrokkene_id=rij.betrokkene_id,
            eigenaar=rij.eigenaar,
        ),
        belegd_bij=namen.get(rij.belegd_bij_id, ""),
        status=rij.status,
        afgerond_op=rij.afgerond_op,
    )
