"""Who gets what now, and who got which version: one line per partij, from one reading of the gate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TypeVar

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, joinedload

from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import PartijId, VerklaringSoort, VerzendingSoort
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.rondsturen.verzending import Rondzending
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.partijen.partijen import contact_regel
from zvh_desktop.services.rondsturen.bezorging import (
    Regisseur,
    eerder_verzonden,
    verzonden_aan,
    wie_kwam,
    zoek_ontvanger,
)
from zvh_desktop.services.rondsturen.gegevens import RondstuurRegel, VerzendingRegel
from zvh_desktop.services.rondsturen.planpakket import eis_vast_plan, planversies, regiepartij
from zvh_desktop.services.rondsturen.verslagpakket import eis_vastgesteld, versies_uit
from zvh_desktop.services.tafel.verslag_getekend import correcties_van
from zvh_desktop.services.tafel.verslagstukken import toets_verslag
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

S = TypeVar("S")


def lees_verslaglijst(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> tuple[RondstuurRegel, ...]:
    """Every partij that may have this verslag, and whoever got an earlier version."""
    eis_vastgesteld(overleg)
    naast(
        sessie,
        lambda: overleg.agendapunten,
        lambda: inzicht(sessie),  # once: what is verified next rests on it, and so does what is printed
    )
    casus_ids = {punt.casus_id for punt in overleg.agendapunten if punt.casus_id is not None}
    verslag, correcties, verzonden, genodigd, partijen, _ = naast(
        sessie,
        lambda: toets_verslag(werkplek, sessie, overleg),
        lambda: correcties_van(sessie, overleg),
        lambda: list(sessie.scalars(_van_overleg(Rondzending, overleg).order_by(Rondzending.id.desc()))),
        lambda: {rij.partij_id: rij for rij in sessie.scalars(_van_overleg(Uitnodiging, overleg))},
        lambda: list(sessie.scalars(_bij_overleg(overleg)).unique()),
        # of each version it is asked who might have it: what was signed about that is read with the rest
        lambda: inzicht(sessie).lees_vooruit((VerklaringSoort.OORDEEL, "casus", casus_ids)),
    )
    versies = versies_uit(overleg, verslag, correcties, partijen)
    gekregen = {rij.partij_id for rij in verzonden}
    namen = _accountnamen(werkplek)
    regels = []
    for partij in partijen:
        if partij.id in versies or partij.id in gekregen:
            soort = VerzendingSoort.VERSLAG
            eerder = [rij for rij in verzonden if rij.partij_id == partij.id and rij.soort is soort]
            aan = verzonden_aan(eerder[0]) if eerder else wie_kwam(partij, overleg, genodigd.get(partij.id))
            versie = versies.get(partij.id, (0, 0))
            regels.append(_regel(soort, overleg.id, partij, versie, eerder, aan, namen))
    return tuple(regels)


def _van_overleg(soort: type[S], overleg: Overleg) -> Select[S]:
    return select(soort).filter_by(overleg_id=overleg.id)


def _bij_overleg(overleg: Overleg) -> Select[Partij]:
    """Every partij with a seat there, or that got something of it, with those whom it can be sent to."""
    stoelen = select(Deelname.partij_id).join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
    kregen = select(Rondzending.partij_id).where(Rondzending.overleg_id == overleg.id)
    return (
        select(Partij)
        .where(or_(Partij.id.in_(stoelen.where(Agendapunt.overleg_id == overleg.id)), Partij.id.in_(kregen)))
        .options(joinedload(Partij.contactpersonen))
        .order_by(Partij.id)
    )


def lees_planlijst(werkplek: Werkplek, sessie: Session, plan: PlanVanAanpak) -> tuple[RondstuurRegel, ...]:
    """The casusregisseur with the whole plan first, then every partij with its own part."""
    eis_vast_plan(werkplek, plan)
    nu = regiepartij(werkplek, sessie, plan)
    heel = {int(nu[0].id): (plan.versie, plan.vaststelling_verklaring or 0)} if nu is not None else {}
    delen = planversies(werkplek, sessie, plan)
    regisseur = nu[1] if nu is not None else None
    rijen = sessie.execute(
        select(Rondzending.soort, Rondzending.partij_id).where(Rondzending.casus_id == plan.casus_id)
    )
    gekregen = {(soort, partij_id) for soort, partij_id in rijen}
    return (
        *_regels(
            werkplek, sessie, VerzendingSoort.REGIE, plan.id, heel, _van(gekregen, VerzendingSoort.REGIE), regisseur
        ),
        *_regels(werkplek, sessie, VerzendingSoort.PLAN, plan.id, delen, _van(gekregen, VerzendingSoort.PLAN)),
    )


def lees_lijst(werkplek: Werkplek, sessie: Session, soort: VerzendingSoort, over: int) -> tuple[RondstuurRegel, ...]:
    """The list about this overleg or plan. Raises NietGevonden, GebruikersFout while there is nothing to send."""
    if soort is VerzendingSoort.VERSLAG:
        overleg, _ = naast(
            sessie,
            lambda: haal(sessie, Overleg, over, "Dit overleg", joinedload(Overleg.agendapunten)),
            lambda: inzicht(sessie),
        )
        return lees_verslaglijst(werkplek, sessie, overleg)
    return lees_planlijst(werkplek, sessie, haal(sessie, PlanVanAanpak, over, "Dit plan"))


def verzending_regel(rij: Rondzending, namen: Mapping[str, str]) -> VerzendingRegel:
    """The frozen value of a row; ``namen`` says what each account is called."""
    return VerzendingRegel(
        id=rij.id,
        versie=rij.versie,
        dag=rij.dag,
        verstuurd_op=als_lokaal(rij.verstuurd_op),
        verstuurd_door=namen.get(rij.verstuurd_door, rij.verstuurd_door),
        aan=verzonden_aan(rij),
        reageren_voor=rij.reageren_voor,
        reactie=rij.reactie,
        reactie_op=rij.reactie_op,
        reactie_tekst=rij.reactie_tekst,
    )


def _van(gekregen: set[tuple[VerzendingSoort, PartijId]], soort: VerzendingSoort) -> set[PartijId]:
    return {partij_id for deze, partij_id in gekregen if deze is soort}


def _regels(
    werkplek: Werkplek,
    sessie: Session,
    soort: VerzendingSoort,
    over: int,
    versies: Mapping[int, tuple[int, int]],
    gekregen: set[PartijId],
    regisseur: Regisseur | None = None,
) -> tuple[RondstuurRegel, ...]:
    vraag = (
        select(Partij)
        .where(Partij.id.in_(set(versies) | gekregen))
        .options(joinedload(Partij.contactpersonen))
        .order_by(Partij.id)
    )
    partijen = sessie.scalars(vraag).unique().all()
    gelezen = naast(sessie, *(partial(_lees_een, sessie, soort, over, partij, regisseur) for partij in partijen))
    namen = _accountnamen(werkplek)
    return tuple(
        _regel(soort, over, partij, versies.get(partij.id, (0, 0)), eerder, aan, namen)
        for partij, (eerder, aan) in zip(partijen, gelezen, strict=True)
    )


def _accountnamen(werkplek: Werkplek) -> Mapping[str, str]:
    return {gebruiker.naam: gebruiker.weergavenaam for gebruiker in werkplek.kluis.gebruikers()}


def _regel(
    soort: VerzendingSoort,
    over: int,
    partij: Partij,
    getekend: tuple[int, int],
    eerder: Sequence[Rondzending],
    aan: Ontvanger | None,
    namen: Mapping[str, str],
) -> RondstuurRegel:
    """``getekend``: which version it may have now, and the statement under that."""
    versie, verklaring = getekend
    return RondstuurRegel(
        soort=soort,
        over=over,
        partij_id=PartijId(partij.id),
        partij=partij.naam,
        kort=partij.kort,
        versie=versie,
        te_versturen=bool(versie) and (not eerder or eerder[0].verklaring_nummer != verklaring),
        eerder=tuple(verzending_regel(rij, namen) for rij in eerder),
        contactpersonen=tuple(contact_regel(contact) for contact in partij.contactpersonen),
        ontvanger=aan,
    )


def _lees_een(
    sessie: Session, soort: VerzendingSoort, over: int, partij: Partij, regisseur: Regisseur | None
) -> tuple[list[Rondzending], Ontvanger | None]:
    """What this partij got, and to whom the next goes."""
    eerder = eerder_verzonden(sessie, soort, over, partij.id)
    return eerder, zoek_ontvanger(sessie, soort, over, partij, regisseur, eerder)
