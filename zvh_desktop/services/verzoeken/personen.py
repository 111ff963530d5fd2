"""Who the person is in the vault: rows of the same name, and the user says which of them are this person."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzes import BetrokkeneId
from zvh_desktop.models.taal import datum_kort, geboren_tekst
from zvh_desktop.models.verzoeken.verzoek import Betrokkeneverzoek
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.casus.bekenden import zelfde_mens
from zvh_desktop.services.verzoeken.gegevens import PersoonRegel
from zvh_desktop.services.werkplek.gelijk import op_naam


def kandidaten(
    sessie: Session, verzoek: Betrokkeneverzoek, naam: str, geboortedatum: Geboortedatum | None
) -> tuple[PersoonRegel, ...]:
    """Who was confirmed first, then those of this name, the surest first. Nothing is chosen by itself."""
    bevestigd = {een.betrokkene_id for een in verzoek.personen}
    gezocht = _vorm(naam)
    namen = sessie.execute(select(Betrokkene.id, Betrokkene.naam)) if len(gezocht) > 1 else ()
    zelfde = {id_ for id_, een in namen if _vorm(een) == gezocht}
    rijen = sessie.execute(
        select(Betrokkene, Casus.nummer, Aanmelding.datum)
        .outerjoin(Casus, Casus.id == Betrokkene.casus_id)
        .outerjoin(Aanmelding, Aanmelding.id == Betrokkene.aanmelding_id)
        .where(Betrokkene.id.in_({*zelfde, *bevestigd}))
        .order_by(Betrokkene.id)
    )
    regels = [
        PersoonRegel(
            id=mens.id,
            naam=mens.naam,
            geboren=geboren_tekst(mens.geboortedatum) if mens.geboortedatum else "geboortedatum niet gevraagd",
            waar=_waar(nummer, datum),
            zelfde=zelfde_mens(mens.geboortedatum, geboortedatum),
            bevestigd=mens.id in bevestigd,
        )
        for mens, nummer, datum in rijen
    ]
    return tuple(sorted(regels, key=_volgorde))


def _vorm(naam: str) -> str:
    return " ".join(gevouwen(naam).split())


def _waar(nummer: str | None, datum: object) -> str:
    if nummer:
        return f"casus {nummer}"
    return f"binnengekomen op {datum_kort(datum)}" if datum is not None else "zonder casus"  # type: ignore[arg-type]


def _volgorde(regel: PersoonRegel) -> tuple[bool, int]:
    return not regel.bevestigd, {True: 0, None: 1, False: 2}[regel.zelfde]


def dossiers_van(sessie: Session, verzoek: Betrokkeneverzoek) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The casussen of the confirmed persons, and aanmeldingen of theirs that never became a casus."""
    ids = [een.betrokkene_id for een in verzoek.personen]
    rijen = sessie.execute(select(Betrokkene.casus_id, Betrokkene.aanmelding_id).where(Betrokkene.id.in_(ids))).all()
    casussen = dict.fromkeys(casus for casus, _ in rijen if casus is not None)
    los = dict.fromkeys(aanmelding for casus, aanmelding in rijen if casus is None and aanmelding is not None)
    return tuple(casussen), tuple(los)


def andere_namen(
    sessie: Session, verzoek: Betrokkeneverzoek, casussen: Collection[int], los: Collection[int]
) -> tuple[str, ...]:
    """Persons in the same files who are somebody else: what is about them has to be weighed before it leaves."""
    eigen = {een.betrokkene_id for een in verzoek.personen}
    rijen = sessie.execute(
        select(Betrokkene.id, Betrokkene.naam)
        .where(or_(Betrokkene.casus_id.in_(casussen), Betrokkene.aanmelding_id.in_(los)))
        .order_by(Betrokkene.id)
    ).all()
    zelf = {_vorm(naam) for id_, naam in rijen if id_ in eigen}
    anderen = (een for een in op_naam(rijen) if een.id not in eigen and _vorm(een.naam) not in zelf)
    return tuple(dict.fromkeys(een.naam for een in anderen))


def mensen_in(sessie: Session, casussen: Collection[int], los: Collection[int]) -> frozenset[int]:
    """Everybody whom these files are about."""
    waar = or_(Betrokkene.casus_id.in_(casussen), Betrokkene.aanmelding_id.in_(los))
    return frozenset(int(id_) for id_ in sessie.scalars(select(Betrokkene.id).where(waar)))


def persoon_ids(gekozen: Collection[int]) -> tuple[BetrokkeneId, ...]:
    """As they are kept."""
    return tuple(BetrokkeneId(een) for een in dict.fromkeys(gekozen))
