"""Plan van aanpak: goals per leefgebied, acties, and the role and informatiebehoefte of every partij in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, RegelGeweigerd
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import ActieStatus, CasusId, PartijId, PlanId, PlanStatus
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanDoel, PlanRol, PlanVanAanpak
from zvh_desktop.models.uitkomst import Actie
from zvh_desktop.services.casus.acties import ActieRegel, actie_regels
from zvh_desktop.services.casus.casusregie import casusregisseur_ontbreekt
from zvh_desktop.services.casus.plan_getekend import PLAN
from zvh_desktop.services.casus.plan_woorden import leg_planwoorden_vast
from zvh_desktop.services.poort.poort import Stand, eis_rechtmatig, standen
from zvh_desktop.services.regelboek.aanwezigheid import alleen_rechtmatige_partijen
from zvh_desktop.services.regelboek.casus import afschaling_criteria, rol_en_informatiebehoefte
from zvh_desktop.services.regelboek.plan import doel_in_plan, wie_informeert_betrokkene
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, eis_geen, uit_bezwaar, uit_bezwaren
from zvh_desktop.services.werkplek.invoer import naamveld, tekst
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


@dataclass(frozen=True, slots=True)
class DoelInvoer:
    """A goal in one leefgebied; ``id`` is the one that is changed by it, None for a new one.

    ``zoals_gelezen``: nothing was changed about it since it was read, so what a colleague made of it meanwhile stays.
    """

    leefgebied: str
    doel: str
    id: int | None = field(default=None, compare=False)
    zoals_gelezen: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class RolInvoer:
    """What a partij does in the plan, and what it needs to know for that."""

    partij_id: PartijId
    rol: str = ""
    informatiebehoefte: str = ""


@dataclass(frozen=True, slots=True)
class PlanInvoer:
    """What is typed for a plan; one afschalingscriterium per line."""

    doelen: tuple[DoelInvoer, ...] = ()
    rollen: tuple[RolInvoer, ...] = ()
    informeert_betrokkene: str = ""
    betrokkene_geinformeerd_op: date | None = None
    niet_geinformeerd_omdat: str = ""
    afschalingscriteria: str = ""
    evaluatie_op: date | None = None


@dataclass(frozen=True, slots=True)
class RolRegel:
    """A partij in the plan. ``mag`` is whether its oordeel holds today; if not it stands in no document.

    ``bezwaar`` then says why, with the rule.
    """

    partij_id: PartijId
    partij: str
    rol: str
    informatiebehoefte: str
    mag: bool
    bezwaar: Aandachtspunt | None = None


@dataclass(frozen=True, slots=True)
class PlanVersie:
    """A version in the list of versions."""

    id: PlanId
    versie: int
    status: PlanStatus


@dataclass(frozen=True, slots=True)
class PlanBeeld:
    """One version of the plan."""

    id: PlanId
    casus_id: CasusId
    casusnummer: str
    versie: int
    status: PlanStatus
    invoer: PlanInvoer
    rollen: tuple[RolRegel, ...]
    acties: tuple[ActieRegel, ...]
    leefgebieden: tuple[str, ...]
    kiesbare_partijen: tuple[tuple[PartijId, str], ...]
    versies: tuple[PlanVersie, ...]
    te_wijzigen: bool
    nog_nodig: tuple[Aandachtspunt, ...]
    aandacht: tuple[Aandachtspunt, ...]
    """What deserves a look before vaststellen but does not stand in the way."""


class PlanService:
    """Use cases on the plan van aanpak."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def toon(self, plan_id: PlanId) -> PlanBeeld:
        """One version. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return self.lees(sessie, haal(sessie, PlanVanAanpak, plan_id, "Dit plan"))

    def begin(self, casus_id: CasusId) -> PlanId:
        """Start the plan of a casus, or a next version that begins as a copy of the last.

        Returns the version under way when there is one. Rule ``plan_van_aanpak``. Raises HandtekeningOnjuist when
        the last version, or one that was signed and is gone, is not what was signed.
        """
        with self._werkplek.schrijf(Recht.PLAN_SCHRIJVEN, "plan begonnen", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            PLAN.eis_compleet(self._werkplek, werk.sessie, "casus", casus_id)
            laatste = _laatste(werk.sessie, casus_id)
            if laatste is not None:
                PLAN.verifieer(self._werkplek, werk.sessie, laatste)
            if laatste is not None and laatste.status == PlanStatus.CONCEPT:
                return laatste.id
            nieuw = PlanVanAanpak(
                casus_id=casus_id,
                versie=laatste.versie + 1 if laatste else 1,
                status=PlanStatus.CONCEPT,
                opgesteld_door=self._werkplek.naam,
                gewijzigd_op=self._werkplek.nu(),
                informeert_betrokkene=laatste.informeert_betrokkene if laatste else "",
                niet_geinformeerd_omdat=laatste.niet_geinformeerd_omdat if laatste else "",
                afschalingscriteria=laatste.afschalingscriteria if laatste else "",
            )
            werk.sessie.add(nieuw)
            werk.sessie.flush()
            if laatste is not None:
                nieuw.doelen = [PlanDoel(leefgebied=d.leefgebied, doel=d.doel) for d in laatste.doelen]
                nieuw.rollen = [
                    PlanRol(partij_id=r.partij_id, rol=r.rol, informatiebehoefte=r.informatiebehoefte)
                    for r in laatste.rollen
                ]
            return nieuw.id

    def bewaar(self, plan_id: PlanId, invoer: PlanInvoer) -> None:
        """Save the plan as it stands. Raises RegelGeweigerd (the gate) for a partij that newly gets a role."""
        self.werk_bij(plan_id, lambda _sessie, _plan: invoer)

    def werk_bij(self, plan_id: PlanId, maak: Callable[[Session, PlanVanAanpak], PlanInvoer]) -> None:
        """The same, of what stands there at that moment: nothing comes between reading it and saving. As ``bewaar``."""
        with self._werkplek.schrijf(Recht.PLAN_SCHRIJVEN, "plan bijgewerkt", "casus") as werk:
            plan = haal(werk.sessie, PlanVanAanpak, plan_id, "Dit plan")
            casus = werk.sessie.get_one(Casus, plan.casus_id)
            werk.raakt(casus.nummer)
            _eis_concept(plan)
            PLAN.verifieer(self._werkplek, werk.sessie, plan)
            invoer = maak(werk.sessie, plan)
            plan.informeert_betrokkene = tekst("informeert_betrokkene", invoer.informeert_betrokkene)
            plan.betrokkene_geinformeerd_op = invoer.betrokkene_geinformeerd_op
            plan.niet_geinformeerd_omdat = tekst("niet_geinformeerd_omdat", invoer.niet_geinformeerd_omdat)
            plan.afschalingscriteria = tekst("afschalingscriteria", invoer.afschalingscriteria)
            plan.evaluatie_op = invoer.evaluatie_op
            plan.gewijzigd_op = self._werkplek.nu()
            _bewaar_doelen(plan, invoer.doelen)
            self._bewaar_rollen(werk.sessie, casus, plan, invoer.rollen)
            casus.gewijzigd_op = self._werkplek.nu()

    def stel_vast(self, plan_id: PlanId) -> None:
        """The procesregisseur signs this version; an earlier one is then replaced, and kept.

        Rules ``rol_en_informatiebehoefte``, ``afschaling_criteria`` and ``wie_informeert_betrokkene``, and one goal.
        Raises BevestigingNodig, RegelGeweigerd for what is missing.
        """
        with self._werkplek.schrijf(Recht.PLAN_VASTSTELLEN, "plan vastgesteld", "casus") as werk:
            plan = haal(werk.sessie, PlanVanAanpak, plan_id, "Dit plan")
            casus = werk.sessie.get_one(Casus, plan.casus_id)
            werk.raakt(casus.nummer)
            _eis_concept(plan)
            eis_geen(self._bezwaren(werk.sessie, plan))
            for rol in plan.rollen:
                partij = werk.sessie.get_one(Partij, rol.partij_id)
                eis_rechtmatig(self._werkplek, werk.sessie, casus, partij, self._werkplek.vandaag())
            PLAN.eis_compleet(self._werkplek, werk.sessie, "casus", casus.id)
            leg_planwoorden_vast(self._werkplek, werk.sessie, plan)
            PLAN.teken(self._werkplek, werk.sessie, plan)
            for ouder in werk.sessie.scalars(
                select(PlanVanAanpak).filter_by(casus_id=casus.id, status=PlanStatus.VASTGESTELD)
            ):
                ouder.status = PlanStatus.VERVANGEN
            plan.status = PlanStatus.VASTGESTELD
            plan.gewijzigd_op = self._werkplek.nu()

    def _bewaar_rollen(self, sessie: Session, casus: Casus, plan: PlanVanAanpak, rollen: tuple[RolInvoer, ...]) -> None:
        bestaand = {rol.partij_id: rol for rol in plan.rollen}
        if len({invoer.partij_id for invoer in rollen}) < len(rollen):
            raise InvoerOngeldig("rollen", "Een partij staat twee keer in het plan.")
        for invoer in rollen:
            rij = bestaand.pop(invoer.partij_id, None)
            if rij is None:
                partij = haal(sessie, Partij, invoer.partij_id, "Deze partij")
                eis_rechtmatig(self._werkplek, sessie, casus, partij, self._werkplek.vandaag())
                rij = PlanRol(partij_id=partij.id)
                plan.rollen.append(rij)
            rij.rol = tekst("rol", invoer.rol)
            rij.informatiebehoefte = tekst("informatiebehoefte", invoer.informatiebehoefte)
        for weg in bestaand.values():
            plan.rollen.remove(weg)

    def _bezwaren(self, sessie: Session, plan: PlanVanAanpak) -> tuple[RegelGeweigerd, ...]:
        """What stands in the way of vaststellen, rule by rule."""
        if plan.status != PlanStatus.CONCEPT:
            return ()
        profiel = self._werkplek.profiel
        geregeld = bool(plan.informeert_betrokkene.strip() or plan.niet_geinformeerd_omdat.strip())
        rollen = [
            rol_en_informatiebehoefte(
                profiel,
                sessie.get_one(Partij, rol.partij_id).naam,
                rol=rol.rol,
                informatiebehoefte=rol.informatiebehoefte,
            )
            for rol in plan.rollen
        ] or [rol_en_informatiebehoefte(profiel)]
        rollen += [rol_en_informatiebehoefte(profiel, naam) for naam in self._doen_mee_zonder_rol(sessie, plan)]
        gevonden = (
            *rollen,
            afschaling_criteria(profiel, vooraf=plan.afschalingscriteria),
            doel_in_plan(doelen=len(plan.doelen)),
            wie_informeert_betrokkene(profiel, geregeld=geregeld),
        )
        return tuple(bezwaar for bezwaar in gevonden if bezwaar is not None)

    def _niet_in_documenten(self, casus: Casus, partij: Partij, stand: Stand) -> Aandachtspunt | None:
        if stand.mag:
            return None
        vandaag = self._werkplek.vandaag()
        bezwaar = alleen_rechtmatige_partijen(
            self._werkplek.profiel, partij.naam, stand.stand, casusnummer=casus.nummer, dag=vandaag
        )
        return uit_bezwaar(bezwaar) if bezwaar is not None else None

    def _doen_mee_zonder_rol(self, sessie: Session, plan: PlanVanAanpak) -> list[str]:
        """Partijen that carry out an actie of this plan and have no role in it, as far as they may be at the casus."""
        rollen = {rol.partij_id for rol in plan.rollen}
        voeren_uit = select(Actie.belegd_bij_id).where(Actie.plan_id == plan.id, Actie.status != ActieStatus.VERVALLEN)
        vraag = select(Partij).where(Partij.id.in_(voeren_uit)).order_by(Partij.id)
        partijen = [partij for partij in sessie.scalars(vraag) if partij.id not in rollen]
        casus = sessie.get_one(Casus, plan.casus_id)
        stand = standen(self._werkplek, sessie, casus, partijen, self._werkplek.vandaag()) if partijen else {}
        return [partij.naam for partij in partijen if stand[partij.id].mag]

    def lees(self, sessie: Session, plan: PlanVanAanpak) -> PlanBeeld:
        """One version within a transaction, so that what is printed is what was verified."""
        casus = sessie.get_one(Casus, plan.casus_id)
        partijen = {p.id: p for p in sessie.scalars(select(Partij).order_by(Partij.id))}
        stand = standen(self._werkplek, sessie, casus, partijen.values(), self._werkplek.vandaag())
        return PlanBeeld(
            id=plan.id,
            casus_id=casus.id,
            casusnummer=casus.nummer,
            versie=plan.versie,
            status=plan.status,
            invoer=PlanInvoer(
                doelen=tuple(DoelInvoer(d.leefgebied, d.doel, d.id) for d in plan.doelen),
                rollen=tuple(RolInvoer(r.partij_id, r.rol, r.informatiebehoefte) for r in plan.rollen),
                informeert_betrokkene=plan.informeert_betrokkene,
                betrokkene_geinformeerd_op=plan.betrokkene_geinformeerd_op,
                niet_geinformeerd_omdat=plan.niet_geinformeerd_omdat,
                afschalingscriteria=plan.afschalingscriteria,
                evaluatie_op=plan.evaluatie_op,
            ),
            rollen=tuple(
                RolRegel(
                    r.partij_id,
                    partijen[r.partij_id].naam,
                    r.rol,
                    r.informatiebehoefte,
                    stand[r.partij_id].mag,
                    self._niet_in_documenten(casus, partijen[r.partij_id], stand[r.partij_id]),
                )
                for r in plan.rollen
            ),
            acties=actie_regels(
                sessie,
                select(Actie).filter_by(plan_id=plan.id).order_by(Actie.id),
                {p.id: p.naam for p in partijen.values() if stand[p.id].mag},
            ),
            leefgebieden=self._werkplek.profiel.leefgebieden,
            kiesbare_partijen=tuple((p.id, p.naam) for p in partijen.values() if stand[p.id].mag),
            versies=tuple(
                PlanVersie(v.id, v.versie, v.status)
                for v in sessie.scalars(
                    select(PlanVanAanpak).filter_by(casus_id=casus.id).order_by(PlanVanAanpak.versie.desc())
                )
            ),
            te_wijzigen=plan.status == PlanStatus.CONCEPT,
            nog_nodig=uit_bezwaren(self._bezwaren(sessie, plan)),
            aandacht=casusregisseur_ontbreekt(self._werkplek, sessie, casus)
            if plan.status == PlanStatus.CONCEPT
            else (),
        )


def _bewaar_doelen(plan: PlanVanAanpak, doelen: tuple[DoelInvoer, ...]) -> None:
    """A goal that stays keeps its row, so that two who change two goals are not in each other's way.

    They stand in the order of their rows: what has to come after a new one gets a new row as well.
    """
    er_nog = {rij.id for rij in plan.doelen}
    doelen = tuple(een for een in doelen if not een.zoals_gelezen or een.id in er_nog)
    nu: list[PlanDoel] = []
    for invoer, gevonden in zip(doelen, _rijen_van(plan.doelen, doelen), strict=True):
        leefgebied, doel = naamveld("leefgebied", invoer.leefgebied), tekst("doel", invoer.doel)
        if gevonden is not None and invoer.zoals_gelezen:
            leefgebied, doel = gevonden.leefgebied, gevonden.doel
        past = gevonden is not None and not (nu and (nu[-1].id is None or nu[-1].id > gevonden.id))
        rij = gevonden if gevonden is not None and past else PlanDoel()
        rij.leefgebied, rij.doel = leefgebied, doel
        nu.append(rij)
    plan.doelen = nu


def _rijen_van(rijen: list[PlanDoel], doelen: tuple[DoelInvoer, ...]) -> list[PlanDoel | None]:
    """Which row each of these is: the one it names, else one that says the same; None for a new one.

    Who names none of them, as a form that knows no numbers, is taken to go through them in their order.
    """
    over = {rij.id: rij for rij in rijen}
    uit = [over.pop(een.id, None) if een.id is not None else None for een in doelen]
    zelfde = [een.id is None for een in doelen]
    for plek, een in enumerate(doelen):
        if zelfde[plek]:
            gelijk = (rij for rij in over.values() if (rij.leefgebied, rij.doel) == (een.leefgebied, een.doel))
            gevonden = next(gelijk, None)
            uit[plek] = over.pop(gevonden.id) if gevonden is not None else None
    if all(zelfde):
        rest = iter(list(over.values()))
        uit = [next(rest, None) if rij is None else rij for rij in uit]
    return uit


def _laatste(sessie: Session, casus_id: int) -> PlanVanAanpak | None:
    return sessie.scalars(
        select(PlanVanAanpak).filter_by(casus_id=casus_id).order_by(PlanVanAanpak.versie.desc()).limit(1)
    ).first()


def _eis_concept(plan: PlanVanAanpak) -> None:
    if plan.status != PlanStatus.CONCEPT:
        raise GebruikersFout("Deze versie is vastgesteld en ligt daarom vast.", advies="Begin een nieuwe versie.")
