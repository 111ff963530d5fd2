"""Every document on demand: asked for by kind, made from verified oordelen, returned as bytes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.actielijst import bouw_actielijst_pdf
from zvh_desktop.documents.afschaling import bouw_afschaling_pdf
from zvh_desktop.documents.agenda import bouw_agenda_partij_pdf, bouw_agenda_regie_pdf
from zvh_desktop.documents.besluitenlijst import bouw_besluitenlijst_pdf
from zvh_desktop.documents.notulen import bouw_notulen_partij_pdf, bouw_notulen_regie_pdf
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam, mapnaam
from zvh_desktop.documents.plan_van_aanpak import bouw_plan_pdf
from zvh_desktop.documents.presentielijst import bouw_presentielijst_pdf
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import CasusId, DocumentId, DocumentSoort, OverlegId, PartijId, PlanId
from zvh_desktop.models.opschaling import Opschaling
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.casus.afschalingen import AfschalingService
from zvh_desktop.services.casus.plannen import PlanService
from zvh_desktop.services.casus.stukken import afschaling_gegevens, plan_gegevens
from zvh_desktop.services.lek.samen import Leksamen
from zvh_desktop.services.lek.uitgang import langs_de_uitgang
from zvh_desktop.services.opschaling.bestanden import opschalingsstukken
from zvh_desktop.services.overlegnaslag import Naslag
from zvh_desktop.services.poort.deelnames import lees_schikking
from zvh_desktop.services.poort.gesloten import eis_niet_afgelast
from zvh_desktop.services.regelboek.aanwezigheid import niets_zonder_oordeel
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.uitgifte import bewaard_stuk
from zvh_desktop.services.tafel.agendastukken import agenda_partij, agenda_regie, presentielijst
from zvh_desktop.services.tafel.verslagstukken import (
    actielijst,
    besluitenlijst,
    notulen_partij,
    notulen_regie,
    partijen_met_acties,
    partijen_met_notulen,
)
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


@dataclass(frozen=True, slots=True)
class StukVraag:
    """A document that can be asked for. ``sleutel`` is the id of the overleg, plan or casus it is about.

    ``partij`` is the name of who gets it, empty when it is for the house itself.
    """

    soort: DocumentSoort
    sleutel: int
    partij_id: PartijId | None
    omschrijving: str
    partij: str = ""


@dataclass(frozen=True, slots=True)
class ZonderStukken:
    """A partij that gets nothing of this overleg, and why."""

    partij: str
    reden: Aandachtspunt


@dataclass(frozen=True, slots=True)
class UitgegevenRegel:
    """A document that left the house, in a list."""

    id: DocumentId
    soort: DocumentSoort
    partij: str
    bestandsnaam: str
    versie: int
    gemaakt_op: datetime
    gemaakt_door: str


class DocumentService:
    """Use cases that give a document."""

    def __init__(self, werkplek: Werkplek, plannen: PlanService, afschalingen: AfschalingService) -> None:
        self._werkplek = werkplek
        self._plannen = plannen
        self._afschalingen = afschalingen

    def agendastukken(self, overleg_id: OverlegId) -> tuple[StukVraag, ...]:
        """What can be made before the meeting."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            return (
                StukVraag(DocumentSoort.AGENDA_REGIE, overleg.id, None, "Agenda voor de voorzitter"),
                StukVraag(DocumentSoort.PRESENTIELIJST, overleg.id, None, "Presentielijst"),
                *(
                    StukVraag(DocumentSoort.AGENDA_PARTIJ, overleg.id, p.id, f"Agenda: {p.naam}", p.naam)
                    for p in self._aan_tafel(sessie, overleg)
                ),
            )

    def verslagstukken(self, overleg_id: OverlegId) -> tuple[StukVraag, ...]:
        """What can be made after the meeting."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            partijen = self._aan_tafel(sessie, overleg)
            met_acties = partijen_met_acties(self._werkplek, sessie, partijen)
            return (
                StukVraag(DocumentSoort.NOTULEN_REGIE, overleg.id, None, "Notulen, volledig"),
                StukVraag(DocumentSoort.BESLUITENLIJST, overleg.id, None, "Besluitenlijst"),
                StukVraag(DocumentSoort.PRESENTIELIJST, overleg.id, None, "Presentielijst"),
                *(
                    StukVraag(DocumentSoort.NOTULEN_PARTIJ, overleg.id, p.id, f"Notulen: {p.naam}", p.naam)
                    for p in partijen_met_notulen(self._werkplek, sessie, overleg, partijen)
                ),
                *(
                    StukVraag(DocumentSoort.ACTIELIJST, overleg.id, p.id, _actielijst_van(p, met_acties), p.naam)
                    for p in partijen
                ),
            )

    def zonder_stukken(self, overleg_id: OverlegId) -> tuple[ZonderStukken, ...]:
        """Partijen that once had a seat at this overleg and now get nothing, with the reason."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            aan_tafel = self._aan_tafel(sessie, overleg)
            met_notulen = partijen_met_notulen(self._werkplek, sessie, overleg, aan_tafel)
            zittend = {p.id for p in (*aan_tafel, *met_notulen)}
            stoelen = (
                select(Deelname.partij_id)
                .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
                .where(Agendapunt.overleg_id == overleg.id)
            )
            ooit = sessie.scalars(select(Partij).where(Partij.id.in_(stoelen)).order_by(Partij.id))
            reden = niets_zonder_oordeel(self._werkplek.profiel_van(sessie, overleg))
            return tuple(ZonderStukken(p.naam, reden) for p in ooit if p.id not in zittend)

    def uitgegeven(self, overleg_id: OverlegId) -> tuple[UitgegevenRegel, ...]:
        """What left the house for this overleg, exactly as it was, newest first."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            namen = {partij.id: partij.naam for partij in sessie.scalars(select(Partij))}
            rijen = sessie.scalars(select(Uitgegeven).filter_by(overleg_id=overleg_id).order_by(Uitgegeven.id.desc()))
            return tuple(
                UitgegevenRegel(
                    id=rij.id,
                    soort=rij.soort,
                    partij=namen.get(rij.partij_id, "") if rij.partij_id is not None else "",
                    bestandsnaam=rij.bestandsnaam,
                    versie=rij.versie,
                    gemaakt_op=als_lokaal(rij.gemaakt_op),
                    gemaakt_door=rij.gemaakt_door,
                )
                for rij in rijen
            )

    def toon_uitgegeven(self, document_id: DocumentId) -> Stuk:
        """The frozen copy of a document that left. Raises NietGevonden, KluisBeschadigd."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            rij = haal(sessie, Uitgegeven, document_id, "Dit document")
            return self._kopie(sessie, rij)

    def maak(self, vraag: StukVraag) -> Stuk:
        """Make one document now; every oordeel it rests on is verified now.

        Raises GebruikersFout when there is nothing for this partij, HandtekeningOnjuist, NietGevonden.
        """
        (stuk,) = self.maak_alle((vraag,))
        return stuk

    def maak_alle(
        self, vragen: Sequence[StukVraag], begint_aan: Callable[[int], None] | None = None
    ) -> tuple[Stuk, ...]:
        """Make these documents now, from one verification of every oordeel they rest on.

        ``begint_aan`` is told the place of each before it is made, and may stop. Raises as ``maak``: then none is made.
        """
        stukken, samen = [], Leksamen()
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            naslag = Naslag(self._werkplek, sessie)
            for plaats, vraag in enumerate(vragen):
                if begint_aan is not None:
                    begint_aan(plaats)
                with samen.deel():
                    stukken.append(self._maak(sessie, naslag, vraag))
        samen.eis_gekozen()
        return tuple(stukken)

    def _maak(self, sessie: Session, naslag: Naslag, vraag: StukVraag) -> Stuk:
        match vraag.soort:
            case DocumentSoort.PLAN_VAN_AANPAK:
                return self._plan(sessie, PlanId(vraag.sleutel))
            case DocumentSoort.AFSCHALING:
                return self._afschaling(sessie, CasusId(vraag.sleutel))
            case DocumentSoort.OPSCHALING:
                return self._opschaling(sessie, CasusId(vraag.sleutel))
            case _:
                return self._overlegstuk(sessie, naslag, vraag)

    def plan(self, plan_id: PlanId) -> Stuk:
        """One version of a plan van aanpak."""
        return self.maak(StukVraag(DocumentSoort.PLAN_VAN_AANPAK, plan_id, None, ""))

    def afschaling(self, casus_id: CasusId) -> Stuk:
        """The afschaling checklist of a casus."""
        return self.maak(StukVraag(DocumentSoort.AFSCHALING, casus_id, None, ""))

    def opschaling(self, casus_id: CasusId) -> Stuk:
        """The opschalingsdossier as it would go to the other house now; not before its accord."""
        return self.maak(StukVraag(DocumentSoort.OPSCHALING, casus_id, None, ""))

    def mapnaam(self, partij: str) -> str:
        """The name of a folder for the documents of one partij."""
        return mapnaam(partij)

    def _overlegstuk(self, sessie: Session, naslag: Naslag, vraag: StukVraag) -> Stuk:
        overleg = naslag.overleg(vraag.sleutel)
        eis_niet_afgelast(overleg)
        partij = haal(sessie, Partij, vraag.partij_id, "Deze partij") if vraag.partij_id is not None else None
        nummers = naslag.casusnummers(overleg, partij, vraag.soort)
        if partij is None:
            inhoud = self._regiestuk(sessie, naslag, vraag.soort, overleg)
        elif vraag.soort is DocumentSoort.ACTIELIJST:
            inhoud, nummers = self._actielijst(sessie, naslag, overleg, partij)
        else:
            inhoud = self._partijstuk(sessie, naslag, vraag.soort, overleg, partij)
        return Stuk(
            soort=vraag.soort,
            bestandsnaam=bestandsnaam(vraag.soort, overleg.datum, partij.kort if partij else None),
            inhoud=inhoud,
            partij_id=vraag.partij_id,
            partij=partij.naam if partij else "",
            casusnummers=nummers,
        )

    def _regiestuk(self, sessie: Session, naslag: Naslag, soort: DocumentSoort, overleg: Overleg) -> bytes:
        match soort:
            case DocumentSoort.AGENDA_REGIE:
                gelezen = naslag.schikking(overleg), naslag.genodigden(overleg)
                return bouw_agenda_regie_pdf(agenda_regie(self._werkplek, sessie, overleg, *gelezen))
            case DocumentSoort.PRESENTIELIJST:
                gelezen = naslag.schikking(overleg), naslag.genodigden(overleg)
                return bouw_presentielijst_pdf(presentielijst(self._werkplek, sessie, overleg, *gelezen))
            case DocumentSoort.NOTULEN_REGIE:
                return bouw_notulen_regie_pdf(notulen_regie(self._werkplek, sessie, overleg, naslag.verslag(overleg)))
            case DocumentSoort.BESLUITENLIJST:
                return bouw_besluitenlijst_pdf(besluitenlijst(self._werkplek, sessie, overleg, naslag.verslag(overleg)))
            case _:
                raise GebruikersFout("Dit document wordt hier niet gemaakt.")

    def _partijstuk(
        self, sessie: Session, naslag: Naslag, soort: DocumentSoort, overleg: Overleg, partij: Partij
    ) -> bytes:
        if soort is DocumentSoort.AGENDA_PARTIJ:
            contact = naslag.contactnaam(overleg, partij)
            agenda = agenda_partij(self._werkplek, sessie, overleg, partij, contact, naslag.schikking(overleg))
            if agenda is not None:
                return bouw_agenda_partij_pdf(langs_de_uitgang(self._werkplek, sessie, partij, agenda))
        elif soort is DocumentSoort.NOTULEN_PARTIJ:
            notulen = notulen_partij(self._werkplek, sessie, overleg, naslag.verslag(overleg), partij)
            if notulen is not None:
                return bouw_notulen_partij_pdf(langs_de_uitgang(self._werkplek, sessie, partij, notulen))
        raise _niets_te_maken(partij)

    def _actielijst(
        self, sessie: Session, naslag: Naslag, overleg: Overleg, partij: Partij
    ) -> tuple[bytes, tuple[str, ...]]:
        """The list, and the casussen that stand in it: today's, wherever its acties were agreed."""
        lijst = actielijst(self._werkplek, sessie, partij, naslag.contactnaam(overleg, partij))
        # Nothing open is worth saying to who sits at this table, and to nobody else.
        if not lijst.acties and partij not in naslag.schikking(overleg).partijen():
            raise _niets_te_maken(partij)
        nummers = tuple(dict.fromkeys(een.casusnummer for een in lijst.acties if een.casusnummer is not None))
        return bouw_actielijst_pdf(langs_de_uitgang(self._werkplek, sessie, partij, lijst)), nummers

    def _plan(self, sessie: Session, plan_id: PlanId) -> Stuk:
        plan = haal(sessie, PlanVanAanpak, plan_id, "Dit plan")
        casus = sessie.get_one(Casus, plan.casus_id)
        beeld = self._plannen.lees(sessie, plan)
        return Stuk(
            soort=DocumentSoort.PLAN_VAN_AANPAK,
            bestandsnaam=bestandsnaam(
                DocumentSoort.PLAN_VAN_AANPAK,
                self._werkplek.vandaag(),
                volgnummer=plan.id,
                woord=self._werkplek.profiel.termen.plan_van_aanpak,
            ),
            inhoud=bouw_plan_pdf(plan_gegevens(self._werkplek, sessie, plan, beeld)),
            partij_id=None,
            partij="",
            casusnummers=(casus.nummer,),
        )

    def _afschaling(self, sessie: Session, casus_id: CasusId) -> Stuk:
        casus = haal(sessie, Casus, casus_id, "Deze casus")
        gegevens = afschaling_gegevens(self._werkplek, sessie, casus, self._afschalingen.lees(sessie, casus))
        return Stuk(
            soort=DocumentSoort.AFSCHALING,
            bestandsnaam=bestandsnaam(
                DocumentSoort.AFSCHALING,
                self._werkplek.vandaag(),
                volgnummer=casus.id,
                woord=self._werkplek.profiel.termen.afschaling,
            ),
            inhoud=bouw_afschaling_pdf(gegevens),
            partij_id=None,
            partij="",
            casusnummers=(casus.nummer,),
        )

    def _opschaling(self, sessie: Session, casus_id: CasusId) -> Stuk:
        casus = haal(sessie, Casus, casus_id, "Deze casus")
        rij = sessie.scalars(select(Opschaling).filter_by(casus_id=casus.id).order_by(Opschaling.id.desc())).first()
        if rij is None:
            raise GebruikersFout(f"Casus {casus.nummer} heeft geen {self._werkplek.profiel.termen.opschaling}.")
        if rij.dossier_op is not None:  # what was handed over is what it is, and not what it would be now
            kopie = sessie.scalars(
                select(Uitgegeven)
                .filter_by(casus_id=casus.id, soort=DocumentSoort.OPSCHALING.value, gemaakt_op=rij.dossier_op)
                .order_by(Uitgegeven.id)
            ).first()
            if kopie is not None:
                return self._kopie(sessie, kopie, (casus.nummer,))
        return opschalingsstukken(self._werkplek, sessie, rij)[0]

    def _kopie(self, sessie: Session, rij: Uitgegeven, casusnummers: tuple[str, ...] = ()) -> Stuk:
        partij = sessie.get(Partij, rij.partij_id) if rij.partij_id is not None else None
        id_ = PartijId(partij.id) if partij else None
        return bewaard_stuk(rij, id_, partij.naam if partij else "", casusnummers)

    def _aan_tafel(self, sessie: Session, overleg: Overleg) -> tuple[Partij, ...]:
        return lees_schikking(self._werkplek, sessie, overleg).partijen()


def _actielijst_van(partij: Partij, met_acties: Collection[int]) -> str:
    return f"Actielijst: {partij.naam}" + ("" if partij.id in met_acties else " (geen open acties)")


def _niets_te_maken(partij: Partij) -> GebruikersFout:
    return GebruikersFout(
        f"Voor {partij.naam} is er niets te maken. De partij zit hier bij geen enkele casus rechtmatig aan tafel."
    )
