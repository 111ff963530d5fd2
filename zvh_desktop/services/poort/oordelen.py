"""Oordeel rechtmatig aanwezig: given, renewed and withdrawn by the procesregisseur, each one signed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.doorsturen import stuur_door
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.motor.motor import nummers_vooraf
from zvh_desktop.errors import HandtekeningOnjuist, InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import (
    CasusId,
    OordeelId,
    OordeelUitkomst,
    OverlegId,
    PartijId,
    PartijSoort,
    PoortStand,
)
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.triage import Triage, Triagevraag
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.poort.gesloten import NIET_MEER, eis_lopend
from zvh_desktop.services.poort.gevolgen import lees_vervallen, merk_vervallen
from zvh_desktop.services.poort.oordeelverzoeken import Verzoek, eerstvolgend_overleg, leg_voor, verzoeken
from zvh_desktop.services.poort.poort import OORDEEL, Gelezen, geldend_op, lees_oordelen, standen
from zvh_desktop.services.poort.uitgetreden import over_vertrek, uitgetreden_op
from zvh_desktop.services.regelboek.aanwezigheid import uittreding, wie_erbij_mag
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, eis
from zvh_desktop.services.werkplek.invoer import regel, tekst, verplicht
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


@dataclass(frozen=True, slots=True)
class OordeelInvoer:
    """What the procesregisseur says about one partij at one casus.

    ``geldig_vanaf`` None is today; ``geldig_tot`` None is until withdrawn. ``grondslag`` is the legal ground in
    words (required for a positive oordeel); ``motivering`` says why (required for a negative one).
    """

    partij_id: PartijId
    uitkomst: OordeelUitkomst
    grondslag: str = ""
    motivering: str = ""
    geldig_vanaf: date | None = None
    geldig_tot: date | None = None


@dataclass(frozen=True, slots=True)
class OordeelRegel:
    """One oordeel in the history. ``echt`` is whether signature and content agree."""

    id: OordeelId
    partij_id: PartijId
    partij: str
    uitkomst: OordeelUitkomst
    grondslag: str
    motivering: str
    geldig_vanaf: date
    geldig_tot: date | None
    gegeven_door: str
    gegeven_op: datetime
    geldt: bool
    echt: bool


@dataclass(frozen=True, slots=True)
class GrondslagKeuze:
    """A suggestion from the house's list; the procesregisseur judges."""

    sleutel: str
    tekst: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class PartijOordeel:
    """One line of the sheet on which the procesregisseur gives oordelen for a casus."""

    partij_id: PartijId
    partij: str
    kort: str
    groep: str
    stand: PoortStand
    reden: str
    grondslag: str
    geldig_tot: date | None
    vast: bool
    """Whether it usually sits there, for this aanpak or at the meeting to come; that gives it no right to."""
    gevraagd_in_triage: bool
    gevraagd: Verzoek | None
    """Who asked for an oordeel that is not given yet."""
    grondslagen: tuple[GrondslagKeuze, ...]


@dataclass(frozen=True, slots=True)
class _Bekend:
    """What is read before oordelen are given on a casus; held, so that each row is there when it is asked for.

    ``nummers``: the ids of the new rows, where they are known before. ``laatste``, of each partij the newest oordeel,
    and ``gelezen``, all of the casus: only where one is withdrawn.
    """

    casus: Casus
    partijen: Collection[Partij]
    nummers: Collection[int | None]
    laatste: Mapping[int, Oordeel]
    gelezen: Gelezen

    def in_te_trekken(self, partij_id: int, vanaf: date) -> Oordeel:
        """The newest oordeel. Raises InvoerOngeldig when neither it nor the one in force that day is positive."""
        laatste = self.laatste.get(partij_id)
        geldend = geldend_op(*self.gelezen, vanaf).get(partij_id)
        if laatste is None or not any(
            een is not None and een.uitkomst == OordeelUitkomst.RECHTMATIG for een in (laatste, geldend)
        ):
            raise InvoerOngeldig("partij", "Er is geen positief oordeel om in te trekken.")
        return laatste


class OordeelService:
    """Use cases on oordelen."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def wie_erbij_mag(self) -> Aandachtspunt:
        """Why oordelen are given at all, with the rule of this house."""
        return wie_erbij_mag(self._werkplek.profiel)

    def blad(self, casus_id: CasusId, dag: date | None = None) -> tuple[PartijOordeel, ...]:
        """Every partij with its stand at this casus on this day (today by default); the usual ones first."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            zonder_derden = select(Partij).where(Partij.soort != PartijSoort.DERDE).order_by(Partij.id)
            in_triage = select(Triagevraag.partij_id).join(Triage).where(Triage.casus_id == casus_id)
            casus, partijen, gevraagd, open_, _ = naast(
                sessie,
                lambda: haal(sessie, Casus, casus_id, "Deze casus"),
                lambda: list(sessie.scalars(zonder_derden)),
                lambda: set(sessie.scalars(in_triage)),
                lambda: verzoeken(sessie, [casus_id]),
                lambda: inzicht(sessie),
            )
            stand, vast = naast(
                sessie,
                lambda: standen(self._werkplek, sessie, casus, partijen, dag or self._werkplek.vandaag()),
                lambda: self._vaste_partijen(sessie, casus),
            )
            partijen.sort(key=lambda partij: gevouwen(partij.kort) not in vast)
            return tuple(
                PartijOordeel(
                    partij_id=partij.id,
                    partij=partij.naam,
                    kort=partij.kort,
                    groep=partij.groep,
                    stand=stand[partij.id].stand,
                    reden=stand[partij.id].reden,
                    grondslag=stand[partij.id].grondslag,
                    geldig_tot=stand[partij.id].geldig_tot,
                    vast=gevouwen(partij.kort) in vast,
                    gevraagd_in_triage=partij.id in gevraagd,
                    gevraagd=open_.get((casus.id, partij.id)),
                    grondslagen=tuple(
                        GrondslagKeuze(g.sleutel, g.tekst, g.toelichting)
                        for g in self._werkplek.profiel.grondslagen_voor(partij.groep)
                    ),
                )
                for partij in partijen
            )

    def _vaste_partijen(self, sessie: Session, casus: Casus) -> frozenset[str]:
        """Of the aanpak, and of each kind of meeting that is still to come for this casus."""
        profiel = self._werkplek.profiel
        vaste = [een.vaste_partijen for een in profiel.aanpakken if een.sleutel == casus.aanpak]
        if any(soort.vaste_partijen for soort in profiel.casusoverleggen):
            komend = (
                select(Overleg.soort)
                .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
                .where(Agendapunt.casus_id == casus.id, Overleg.status.not_in(NIET_MEER))
            )
            soorten = set(sessie.scalars(komend))
            vaste += [soort.vaste_partijen for soort in profiel.casusoverleggen if soort.sleutel in soorten]
        return frozenset(gevouwen(kort) for korte_namen in vaste for kort in korte_namen)

    def geschiedenis(self, casus_id: CasusId, partij_id: PartijId | None = None) -> tuple[OordeelRegel, ...]:
        """All oordelen on this casus (and partij), newest first, each verified."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            haal(sessie, Casus, casus_id, "Deze casus")
            vraag = select(Oordeel).where(Oordeel.casus_id == casus_id).order_by(Oordeel.id.desc())
            if partij_id is not None:
                vraag = vraag.where(Oordeel.partij_id == partij_id)
            partijen = {partij.id: partij for partij in sessie.scalars(select(Partij))}
            gezien: set[int] = set()
            regels = []
            vandaag = self._werkplek.vandaag()
            for rij in sessie.scalars(vraag):
                partij = partijen[rij.partij_id]
                geldt = rij.partij_id not in gezien and rij.geldig_vanaf <= vandaag
                if geldt:
                    gezien.add(rij.partij_id)
                regels.append(
                    OordeelRegel(
                        id=rij.id,
                        partij_id=rij.partij_id,
                        partij=partij.naam,
                        uitkomst=rij.uitkomst,
                        grondslag=rij.grondslag,
                        motivering=rij.motivering,
                        geldig_vanaf=rij.geldig_vanaf,
                        geldig_tot=rij.geldig_tot,
                        gegeven_door=rij.gegeven_door,
                        gegeven_op=als_lokaal(rij.gegeven_op),
                        geldt=geldt,
                        echt=self._is_echt(sessie, rij),
                    )
                )
            return tuple(regels)

    def geef(self, casus_id: CasusId, invoer: Iterable[OordeelInvoer]) -> tuple[OordeelId, ...]:
        """Sign one or more oordelen on a casus, in one transaction.

        Rule ``alleen_rechtmatige_partijen`` (Twente art. 11.2.e and 14.2). Raises BevestigingNodig when the
        password was not given in the last minutes, InvoerOngeldig (also on a casus that is afgeschaald), NietBevoegd.
        """
        with self._werkplek.schrijf(Recht.OORDELEN, "oordeel gegeven", "casus") as werk:
            sessie, alle = werk.sessie, tuple(invoer)
            bekend = self._lees_bekend(sessie, casus_id, alle)
            werk.raakt(bekend.casus.nummer)
            eis_lopend(bekend.casus, self._werkplek.profiel.termen, "Er kan geen oordeel meer bij komen.")
            return self._geef_alle(sessie, bekend, alle)

    def trek_in(self, casus_id: CasusId, partij_id: PartijId, motivering: str, vanaf: date | None = None) -> OordeelId:
        """Withdraw a positive oordeel from a day on (today by default): the gate closes from then.

        Deelnames at overleggen from that day lapse, and for uitnodigingen already sent a withdrawal is prepared.
        Also on a casus that is afgeschaald: it only closes the gate. Raises InvoerOngeldig when there is nothing to
        withdraw.
        """
        with self._werkplek.schrijf(Recht.OORDELEN, "oordeel ingetrokken", "casus") as werk:
            invoer = OordeelInvoer(partij_id, OordeelUitkomst.INGETROKKEN, motivering=motivering, geldig_vanaf=vanaf)
            bekend = self._lees_bekend(werk.sessie, casus_id, (invoer,))
            werk.raakt(bekend.casus.nummer)
            (gegeven,) = self._geef_alle(werk.sessie, bekend, (invoer,))
            return gegeven

    def geef_binnen(self, sessie: Session, casus: Casus, invoer: OordeelInvoer) -> int:
        """One oordeel within a signed act about many casussen, asked as any other; the number of its statement.

        The act itself asks for the right, the password and the casussen. Raises as ``geef``.
        """
        eis_lopend(casus, self._werkplek.profiel.termen, "Er kan geen oordeel meer bij komen.")
        bekend = self._lees_bekend(sessie, casus.id, (invoer,))
        (gegeven,) = self._geef_alle(sessie, bekend, (invoer,))
        return sessie.get_one(Oordeel, gegeven).verklaring_nummer

    def vraag(self, casus_id: CasusId, partijen: Iterable[PartijId], overleg_id: OverlegId | None = None) -> int:
        """Ask the procesregisseur for oordelen, for this overleg or the next that has this casus on its agenda.

        They wait on Vandaag until they are given. Asking twice changes nothing; gives back how many are new. Raises
        InvoerOngeldig (nothing to judge, or no overleg), NietGevonden, NietBevoegd; then nothing was asked.
        """
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "om oordeel gevraagd", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            eis_lopend(casus, self._werkplek.profiel.termen, "Er kan geen oordeel meer bij komen.")
            rijen = [haal(werk.sessie, Partij, partij_id, "Deze partij") for partij_id in dict.fromkeys(partijen)]
            if not rijen:
                raise InvoerOngeldig("partij", "Er is hier geen partij die nog beoordeeld moet worden.")
            if overleg_id is None:
                overleg = eerstvolgend_overleg(werk.sessie, casus, self._werkplek.vandaag())
            else:
                overleg = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            return leg_voor(self._werkplek, werk.sessie, casus, rijen, overleg)

    def _lees_bekend(self, sessie: Session, casus_id: CasusId, alle: Collection[OordeelInvoer]) -> _Bekend:
        """Raises NietGevonden."""
        partij_ids = [een.partij_id for een in alle]
        trekt_in = any(een.uitkomst is OordeelUitkomst.INGETROKKEN for een in alle)
        van_deze = select(Oordeel).where(Oordeel.casus_id == casus_id, Oordeel.partij_id.in_(partij_ids))
        casus, partijen, nummers, eerder, gelezen, _ = naast(
            sessie,
            lambda: haal(sessie, Casus, casus_id, "Deze casus"),
            lambda: sessie.scalars(select(Partij).where(Partij.id.in_(partij_ids))).all(),
            lambda: nummers_vooraf(sessie.connection(), Oordeel, len(alle)),
            lambda: sessie.scalars(van_deze.order_by(Oordeel.id)).all() if trekt_in else (),
            lambda: lees_oordelen(sessie, (casus_id,))[casus_id] if trekt_in else ({}, {}),
            lambda: inzicht(sessie).lees_vooruit(over_vertrek(partij_ids)),
        )
        return _Bekend(casus, partijen, nummers, {een.partij_id: een for een in eerder}, gelezen)

    def _toets_alle(self, sessie: Session, bekend: _Bekend, alle: Iterable[OordeelInvoer]) -> None:
        """Everything that can be refused, is refused before the password is asked: check first, sign last."""
        gehad: set[PartijId] = set()
        for invoer in alle:
            partij = haal(sessie, Partij, invoer.partij_id, "Deze partij")
            if partij.id in gehad:
                raise InvoerOngeldig("partij", f"Over {partij.naam} staan hier twee oordelen. Geef er een.")
            gehad.add(partij.id)
            vanaf, _, _ = self._toets_invoer(partij, invoer)
            if invoer.uitkomst is OordeelUitkomst.INGETROKKEN:
                bekend.in_te_trekken(partij.id, vanaf)
            elif invoer.uitkomst is OordeelUitkomst.RECHTMATIG:
                eis(uittreding(self._werkplek.profiel, partij.naam, uitgetreden_op(sessie, partij), vanaf))

    def _geef_alle(self, sessie: Session, bekend: _Bekend, alle: Collection[OordeelInvoer]) -> tuple[OordeelId, ...]:
        """Sign each, and see that each is there as it was signed. Raises as ``geef``."""
        self._toets_alle(sessie, bekend, alle)
        self._werkplek.eis_bevestiging()
        casus = bekend.casus
        rijen = [self._teken_een(sessie, bekend, een, id_) for een, id_ in zip(alle, bekend.nummers, strict=True)]
        casus.gewijzigd_op = self._werkplek.nu()
        with stuur_door(sessie.connection()):
            sessie.add_all(rijen)
            sessie.flush()
        gegeven, casus_id, partij_ids = tuple(rij.id for rij in rijen), casus.id, {een.partij_id for een in alle}
        sessie.expire_all()  # the database itself lets deelnames lapse (migration 0002)
        over = select(Partij).where(Partij.id.in_(partij_ids))
        *_, vervallen = OORDEEL.eis_bewaard(
            self._werkplek,
            sessie,
            *gegeven,
            met=(
                lambda: sessie.get(Casus, casus_id, populate_existing=True),
                lambda: sessie.scalars(over).all(),
                lambda: lees_vervallen(sessie, partij_ids=partij_ids),
            ),
        )
        merk_vervallen(vervallen)
        return gegeven

    def _teken_een(self, sessie: Session, bekend: _Bekend, invoer: OordeelInvoer, id_: int | None) -> Oordeel:
        partij = haal(sessie, Partij, invoer.partij_id, "Deze partij")
        vanaf, grondslag, motivering = self._toets_invoer(partij, invoer)
        if invoer.uitkomst is OordeelUitkomst.INGETROKKEN:
            grondslag = bekend.in_te_trekken(partij.id, vanaf).grondslag
        tot = invoer.geldig_tot if invoer.uitkomst is OordeelUitkomst.RECHTMATIG else None
        rij = Oordeel(
            casus_id=bekend.casus.id,
            partij_id=partij.id,
            uitkomst=invoer.uitkomst,
            grondslag=grondslag,
            motivering=motivering,
            geldig_vanaf=vanaf,
            geldig_tot=tot,
            gegeven_door=self._werkplek.naam,
            gegeven_op=self._werkplek.nu(),
        )
        if id_ is not None:
            rij.id = OordeelId(id_)
        OORDEEL.teken(self._werkplek, sessie, rij)
        return rij

    def _toets_invoer(self, partij: Partij, invoer: OordeelInvoer) -> tuple[date, str, str]:
        vandaag = self._werkplek.vandaag()
        vanaf = invoer.geldig_vanaf or vandaag
        grondslag = regel("grondslag", invoer.grondslag, 500)
        motivering = tekst("motivering", invoer.motivering)
        if partij.soort == PartijSoort.DERDE:
            raise InvoerOngeldig(
                "partij", f"{partij.naam} is een derde. Over een derde geeft u geen oordeel: die zit niet aan tafel."
            )
        if vanaf < vandaag:
            raise InvoerOngeldig(
                "geldig_vanaf", "Een oordeel geldt vanaf vandaag of later, niet met terugwerkende kracht."
            )
        if invoer.geldig_tot is not None and invoer.geldig_tot < vanaf:
            raise InvoerOngeldig("geldig_tot", "De einddatum ligt vóór de begindatum.")
        if invoer.uitkomst is OordeelUitkomst.RECHTMATIG:
            verplicht("grondslag", grondslag, f"Vul de grondslag in waarop {partij.naam} aanwezig mag zijn.")
        else:
            verplicht("motivering", motivering, f"Schrijf op waarom {partij.naam} niet (meer) aanwezig mag zijn.")
        return vanaf, grondslag, motivering

    def _is_echt(self, sessie: Session, rij: Oordeel) -> bool:
        try:
            OORDEEL.verifieer(self._werkplek, sessie, rij)
        except HandtekeningOnjuist:
            return False
        return True
