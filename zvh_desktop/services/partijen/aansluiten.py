"""Who becomes a convenantpartij, once a house is at work: by joining, and not by being typed (ADR 0075).

A house is set up by typing its partijen, or reading a list of them. From the first tafel that was held the convenant
says how a partij comes: it asks, all partijen are told and agree, it is decided and signed.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig, RegelEist, Weg
from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.bestuurskeuzes import TrajectSoort, TrajectStand
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import OverlegStatus, PartijSoort, Regel
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.samenwerking.traject import Traject
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.vernietigen.vernietiging import Vernietiging
from zvh_desktop.services.regelboek.samenwerking import alleen_door_toetreden, alleen_door_uittreden
from zvh_desktop.services.werkplek.hangt_aan import hangt_eraan
from zvh_desktop.services.werkplek.wegen import naar_toetreden
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class Aansluiting:
    """Why a new convenantpartij is not typed any more, in the words of this house, and the way to where it is done."""

    zin: str
    artikel: str
    regel: Regel
    regeltekst: str
    weg: Weg | None


_WERK = (Aanmelding, Casus, Overleg, Vernietiging)
"""A house that has none of these is still being set up."""


def tafel_gehouden(sessie: Session) -> bool:
    """Whether this house held a tafel. What was destroyed counts: there was one, and it is gone."""
    gehouden = and_(
        Overleg.casuistiek.is_(True),
        or_(
            Overleg.status == OverlegStatus.GEHOUDEN,
            Overleg.begonnen_om.is_not(None),
            exists().where(Agendapunt.overleg_id == Overleg.id, Agendapunt.gestart_op.is_not(None)),
        ),
    )
    return bool(sessie.scalar(select(or_(exists().where(gehouden), exists().select_from(Vernietiging)))))


def aansluiting(werkplek: Werkplek, sessie: Session) -> Aansluiting | None:
    """What to say before anything is typed; None while the house is still being set up."""
    if not tafel_gehouden(sessie):
        return None
    bezwaar = alleen_door_toetreden(werkplek.profiel)
    zin = f"{bezwaar.gebeurd} {bezwaar.advies}"
    return Aansluiting(zin, bezwaar.artikel, Regel.TOETREDING, bezwaar.regeltekst, naar_toetreden(werkplek))


def eis_vrij_toe_te_voegen(werkplek: Werkplek, soort: PartijSoort, *, gehouden: bool) -> None:
    """A deelnemer and a derde are always added freely; a convenantpartij until the first tafel. Raises RegelEist."""
    if soort is PartijSoort.CONVENANTPARTIJ and gehouden:
        fout = RegelEist("soort", alleen_door_toetreden(werkplek.profiel))
        fout.weg = naar_toetreden(werkplek)
        raise fout


def eis_vrij_te_verwijderen(werkplek: Werkplek, sessie: Session, partij: Partij) -> None:
    """Taking a convenantpartij off the list is leaving, also where nothing hangs on it. Raises RegelGeweigerd."""
    if partij.soort == PartijSoort.CONVENANTPARTIJ and tafel_gehouden(sessie):
        bezwaar = alleen_door_uittreden(werkplek.profiel, partij.naam)
        bezwaar.weg = naar_toetreden(werkplek)
        raise bezwaar


def eis_dag_van_toetreden(sessie: Session, partij: Partij) -> None:
    """From when a partij takes part that joined by a signed procedure, is signed too. Raises InvoerOngeldig."""
    if partij.aangesloten_op is None or not _getekend(sessie, partij):
        return
    raise InvoerOngeldig(
        "aangesloten_op",
        f"Dat {partij.naam} meedoet vanaf {datum_kort(partij.aangesloten_op)}, is ondertekend bij haar toetreding en "
        "is niet te typen.",
        advies="Klopt die dag niet, corrigeer dan bij Beheer, Toetreden en uittreden haar soort, en leg de toetreding "
        "opnieuw vast.",
    )


def eis_nog_in_te_richten(sessie: Session, partij: Partij) -> None:
    """Until the first work a house puts its list of partijen right by typing; from then on it is decided who is one.

    Raises InvoerOngeldig.
    """
    hangt = bool(hangt_eraan(sessie, partij))
    if not hangt and not sessie.scalar(select(or_(*(exists().select_from(soort) for soort in _WERK)))):
        return
    eraan = f"Aan {partij.naam} hangt al werk" if hangt else "Dit huis is al aan het werk"
    wat = "geen partij bij het convenant meer is" if partij.soort is PartijSoort.CONVENANTPARTIJ else "partij wordt"
    raise InvoerOngeldig(
        "soort",
        f"{eraan}. Dat zij {wat}, volgt uit de procedure.",
        advies="Leg die vast bij Beheer, Toetreden en uittreden. Was de soort verkeerd ingevoerd, corrigeer haar daar.",
    )


def _getekend(sessie: Session, partij: Partij) -> bool:
    """Whether the day in the register is the one of a signed procedure."""
    vraag = exists().where(
        or_(
            and_(Traject.soort == TrajectSoort.TOETREDING, Traject.partij_id == partij.id),
            and_(Traject.soort == TrajectSoort.OPVOLGING, Traject.opvolger_id == partij.id),
        ),
        Traject.stand == TrajectStand.AFGEROND,
        Traject.ingang == partij.aangesloten_op,
    )
    return bool(sessie.scalar(select(vraag)))
