"""Who is a member of a meeting without casussen: who begins as one, who may become one, and when one may not leave."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.bestuur import OverlegBesluit, OverlegLid, OverlegStem
from zvh_desktop.models.keuzes import (
    Aanwezigheid,
    PartijId,
    PartijSoort,
)
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Contactpersoon, Partij


def eerste_leden(sessie: Session, overleg: Overleg) -> dict[PartijId, str]:
    """Who begins as a member, with its vertegenwoordiger."""
    vorige = sessie.scalars(
        select(Overleg.id)
        .where(Overleg.soort == overleg.soort, Overleg.casuistiek.is_(False), Overleg.id != overleg.id)
        .order_by(Overleg.datum.desc(), Overleg.id.desc())
        .limit(1)
    ).first()
    actief = [
        p
        for p in mogelijke_leden(sessie)
        if (p.uitgetreden_op is None or p.uitgetreden_op > overleg.datum)
        and (p.aangesloten_op is None or p.aangesloten_op <= overleg.datum)
    ]
    if vorige is not None:
        leden = sessie.scalars(select(OverlegLid).filter_by(overleg_id=vorige))
        wie = {lid.partij_id: lid.vertegenwoordiger for lid in leden}
        return {partij.id: wie[partij.id] for partij in actief if partij.id in wie}
    namen = {partij.id: contactnaam(sessie, partij.id, overleg.soort) for partij in actief}
    genoemd = {partij_id: naam for partij_id, naam in namen.items() if naam}
    if genoemd:
        return genoemd
    return {partij.id: "" for partij in actief if partij.soort == PartijSoort.CONVENANTPARTIJ}


def mogelijke_leden(sessie: Session) -> Sequence[Partij]:
    """Every partij, in the order of the register."""
    return sessie.scalars(select(Partij).order_by(Partij.id)).all()


def contactnaam(sessie: Session, partij_id: int, soort: str) -> str:
    """The contactpersoon of this partij who is named for this kind of meeting."""
    contacten = sessie.scalars(select(Contactpersoon).filter_by(partij_id=partij_id).order_by(Contactpersoon.id))
    return next((contact.naam for contact in contacten if soort in contact.overlegsoorten.split()), "")


def nieuw_lid(overleg_id: int, partij_id: int, vertegenwoordiger: str) -> OverlegLid:
    """A seat of which nothing is known yet."""
    return OverlegLid(
        overleg_id=overleg_id,
        partij_id=partij_id,
        vertegenwoordiger=vertegenwoordiger,
        aanwezigheid=Aanwezigheid.ONBEKEND,
        inbreng="",
    )


def eis_geen_stem(sessie: Session, overleg: Overleg, partij: Partij) -> None:
    """Raise GebruikersFout when this partij voted in this meeting, and so was there."""
    gestemd = sessie.scalars(
        select(OverlegStem.besluit_id)
        .join(OverlegBesluit, OverlegBesluit.id == OverlegStem.besluit_id)
        .join(Agendapunt, Agendapunt.id == OverlegBesluit.agendapunt_id)
        .where(Agendapunt.overleg_id == overleg.id, OverlegStem.partij_id == partij.id)
        .limit(1)
    ).first()
    if gestemd is not None:
        raise GebruikersFout(
            f"{partij.naam} heeft in dit overleg gestemd en was er dus bij.",
            advies="Klopt dat niet, open dan eerst dat voorstel opnieuw.",
        )
