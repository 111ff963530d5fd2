"""Informatie-items as they are shown: frozen values, and how they are read from the rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.informatie import InformatieItem, InzageAkkoord, InzageVrijgave
from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzes import CasusId, InformatieItemId, InzageAkkoordId, OverlegId, PartijId
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.informatie.inzage import is_gedeeld
from zvh_desktop.services.regelboek.informatie import inzage_vooraf, verstrekker_bepaalt_gebruik
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, RegelUitleg, uit_bezwaren
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.werkplek import Werkplek

NIET_ALS_PDF = "De bijlage is geen pdf en kan niet mee. Sla haar op als pdf en kies dat bestand."


@dataclass(frozen=True, slots=True)
class InzageAkkoordRegel:
    """An accord of the supplier; withdrawn when ``ingetrokken_op`` is filled in."""

    id: InzageAkkoordId
    gegeven_door: str
    op: date
    wijze: str
    vastgelegd_door: str
    ingetrokken_op: date | None


@dataclass(frozen=True, slots=True)
class VrijgaveRegel:
    """One partij that may read an item before one overleg, or might until it lapsed."""

    overleg_id: OverlegId
    overleg: str
    partij_id: PartijId
    partij: str
    overlegd_met: str
    vrijgegeven_door: str
    vrijgegeven_op: datetime
    verzonden_op: datetime | None
    vervallen: bool


@dataclass(frozen=True, slots=True)
class InformatieRegel:
    """One item. ``belemmering`` says why nobody can read it beforehand now; ``ligt_vast`` why it cannot be changed."""

    id: InformatieItemId
    verstrekker_id: PartijId
    verstrekker: str
    regime: Regime
    titel: str
    tekst: str
    gebruik: str
    ontvangen_op: date
    ontvangen_wijze: str
    bijlage_naam: str
    bijlage_grootte: int
    bijlage_pdf: bool
    vastgelegd_door: str
    vastgelegd_op: datetime
    akkoord: InzageAkkoordRegel | None
    akkoorden: tuple[InzageAkkoordRegel, ...]
    vrijgaven: tuple[VrijgaveRegel, ...]
    belemmering: Aandachtspunt | None
    ligt_vast: str
    gedeeld: bool


@dataclass(frozen=True, slots=True)
class OverlegKeuze:
    """A coming overleg with this casus on its agenda."""

    id: OverlegId
    naam: str
    datum: date


@dataclass(frozen=True, slots=True)
class PartijKeuze:
    """A partij to choose from."""

    id: PartijId
    naam: str


@dataclass(frozen=True, slots=True)
class InformatieBeeld:
    """Everything about the information of one casus.

    ``niet_delen`` says why nothing may be shared in this fase, ``niet_erbij`` why nothing can be added.
    """

    casus_id: CasusId
    casusnummer: str
    items: tuple[InformatieRegel, ...]
    regels: tuple[RegelUitleg, ...]
    overleggen: tuple[OverlegKeuze, ...]
    partijen: tuple[PartijKeuze, ...]
    overlegd_met: tuple[PartijKeuze, ...]
    niet_delen: str
    niet_erbij: str = ""


def overleg_naam(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> str:
    """'Regionale Casustafel van 15 december 2026'."""
    soort = werkplek.overlegsoort_van(sessie, overleg)
    return f"{soort.naam} van {datum_kort(overleg.datum)}"


def akkoord_regel(akkoord: InzageAkkoord) -> InzageAkkoordRegel:
    """The frozen value of a row."""
    return InzageAkkoordRegel(
        id=akkoord.id,
        gegeven_door=akkoord.gegeven_door,
        op=akkoord.op,
        wijze=akkoord.wijze,
        vastgelegd_door=akkoord.vastgelegd_door,
        ingetrokken_op=akkoord.ingetrokken_op,
    )


def informatie_regel(
    werkplek: Werkplek, sessie: Session, item: InformatieItem, partijen: Mapping[PartijId, str]
) -> InformatieRegel:
    """The frozen value of an item, with accords and vrijgaven; the newest accord first."""
    akkoorden = tuple(
        akkoord_regel(rij)
        for rij in sessie.scalars(select(InzageAkkoord).filter_by(item_id=item.id).order_by(InzageAkkoord.id.desc()))
    )
    akkoord = next((een for een in akkoorden if een.ingetrokken_op is None), None)
    verstrekker = partijen[item.verstrekker_id]
    gedeeld = is_gedeeld(sessie, item.id)
    return InformatieRegel(
        id=item.id,
        verstrekker_id=item.verstrekker_id,
        verstrekker=verstrekker,
        regime=item.regime,
        titel=item.titel,
        tekst=item.tekst,
        gebruik=item.gebruik,
        ontvangen_op=item.ontvangen_op,
        ontvangen_wijze=item.ontvangen_wijze,
        bijlage_naam=item.bijlage_naam,
        bijlage_grootte=item.bijlage_grootte,
        bijlage_pdf=item.bijlage_pdf,
        vastgelegd_door=item.vastgelegd_door,
        vastgelegd_op=als_lokaal(item.vastgelegd_op),
        akkoord=akkoord,
        akkoorden=akkoorden,
        vrijgaven=_vrijgaven(werkplek, sessie, item, partijen),
        belemmering=_belemmering(werkplek, item, verstrekker, akkoord=akkoord is not None),
        ligt_vast=waarom_vast(verstrekker, akkoord=akkoord is not None, gedeeld=gedeeld),
        gedeeld=gedeeld,
    )


def waarom_vast(verstrekker: str, *, akkoord: bool, gedeeld: bool) -> str:
    """Why the contents of an item may not change now, or nothing."""
    if gedeeld:
        return "Dit stuk is al gedeeld en blijft daarom zoals het is."
    if akkoord:
        return f"{verstrekker} is akkoord met dit stuk zoals het nu is."
    return ""


def _belemmering(werkplek: Werkplek, item: InformatieItem, verstrekker: str, *, akkoord: bool) -> Aandachtspunt | None:
    weigeringen: tuple[RegelGeweigerd | None, ...] = (
        inzage_vooraf(werkplek.profiel, verstrekker, akkoord=akkoord),
        verstrekker_bepaalt_gebruik(werkplek.profiel, verstrekker, item.gebruik),
    )
    gevonden = uit_bezwaren(weigeringen)
    if gevonden:
        return gevonden[0]
    return Aandachtspunt(NIET_ALS_PDF) if item.bijlage_naam and not item.bijlage_pdf else None


def _vrijgaven(
    werkplek: Werkplek, sessie: Session, item: InformatieItem, partijen: Mapping[PartijId, str]
) -> tuple[VrijgaveRegel, ...]:
    rijen = sessie.execute(
        select(InzageVrijgave, Overleg)
        .join(Overleg, Overleg.id == InzageVrijgave.overleg_id)
        .where(InzageVrijgave.item_id == item.id)
        .order_by(Overleg.datum, InzageVrijgave.partij_id)
    )
    return tuple(
        VrijgaveRegel(
            overleg_id=overleg.id,
            overleg=overleg_naam(werkplek, sessie, overleg),
            partij_id=rij.partij_id,
            partij=partijen[rij.partij_id],
            overlegd_met=partijen[rij.overlegd_met_id],
            vrijgegeven_door=rij.vrijgegeven_door,
            vrijgegeven_op=als_lokaal(rij.vrijgegeven_op),
            verzonden_op=als_lokaal(rij.verzonden_op) if rij.verzonden_op else None,
            vervallen=rij.vervallen,
        )
        for rij, overleg in rijen
    )
