"""Who gets what now, and who got which version: one line per partij, from one reading of the gate."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.models.keuzes import PartijId, VerzendingSoort
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.rondsturen.verzending import Rondzending
from zvh_desktop.services.partijen.partijen import contact_regel
from zvh_desktop.services.rondsturen.bezorging import Regisseur, eerder_verzonden, verzonden_aan, zoek_ontvanger
from zvh_desktop.services.rondsturen.gegevens import RondstuurRegel, VerzendingRegel
from zvh_desktop.services.rondsturen.planpakket import eis_vast_plan, planversies, regiepartij
from zvh_desktop.services.rondsturen.verslagpakket import eis_vastgesteld, verslagversies
from zvh_desktop.services.tafel.verslagstukken import toets_verslag
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


def lees_verslaglijst(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> tuple[RondstuurRegel, ...]:
    """Every partij that may have this verslag, and whoever got an earlier version."""
    eis_vastgesteld(overleg)
    vraag = select(Rondzending.partij_id).where(Rondzending.overleg_id == overleg.id)
    gekregen, _, _ = naast(
        sessie,
        lambda: set(sessie.scalars(vraag)),
        lambda: overleg.agendapunten,
        lambda: inzicht(sessie),  # once: what is verified next rests on it, and so does what is printed
    )
    versies = verslagversies(sessie, overleg, toets_verslag(werkplek, sessie, overleg))
    return _regels(werkplek, sessie, VerzendingSoort.VERSLAG, overleg.id, versies, gekregen)


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
        return lees_verslaglijst(werkplek, sessie, haal(sessie, Overleg, over, "Dit overleg"))
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
    regels = []
    namen = {gebruiker.naam: gebruiker.weergavenaam for gebruiker in werkplek.kluis.gebruikers()}
    for partij, (eerder, aan) in zip(partijen, gelezen, strict=True):
        versie, verklaring = versies.get(partij.id, (0, 0))
        regels.append(
            RondstuurRegel(
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
        )
    return tuple(regels)


def _lees_een(
    sessie: Session, soort: VerzendingSoort, over: int, partij: Partij, regisseur: Regisseur | None
) -> tuple[list[Rondzending], Ontvanger | None]:
    """What this partij got, and to whom the next goes."""
    eerder = eerder_verzonden(sessie, soort, over, partij.id)
    return eerder, zoek_ontvanger(sessie, soort, over, partij, regisseur, eerder)
