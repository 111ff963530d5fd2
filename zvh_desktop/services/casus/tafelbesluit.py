"""The besluit of an overleg on which a later decision about the casus rests: it stands in a vastgesteld verslag."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.profiel.huisprofiel import BesluitGevolg, Huisprofiel
from zvh_desktop.models.uitkomst import Besluit
from zvh_desktop.services.huis.instellingen import lees_instellingen
from zvh_desktop.services.regelboek.casus import OVERLEG
from zvh_desktop.services.werkplek.werkplek import Werkplek


def besluit_uit_verslag(
    werkplek: Werkplek,
    sessie: Session,
    casus_id: int,
    gevolg: BesluitGevolg,
    *,
    behalve: Collection[int] = (),
    soort: str = "",
) -> tuple[Besluit, Overleg] | None:
    """The newest besluit with this consequence, and the overleg that took it; None while there is none.

    The usual overleg with casuïstiek takes such a besluit, unless the house names another kind: ``soort``. What yet
    another kind of meeting says about it is advice.
    ``behalve`` leaves out besluiten on which something else rests already.
    """
    soorten = [b.sleutel for b in werkplek.profiel.besluiten_tot(gevolg)]
    gevonden = sessie.execute(
        select(Besluit, Overleg)
        .join(Agendapunt, Agendapunt.id == Besluit.agendapunt_id)
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(
            Besluit.casus_id == casus_id,
            Besluit.soort.in_(soorten),
            Overleg.soort == (soort or werkplek.profiel.hoofdoverleg.sleutel),
            Besluit.id.not_in(behalve),
            Overleg.verslag_status == VerslagStatus.VASTGESTELD,
        )
        .order_by(Overleg.datum.desc(), Besluit.id.desc())
        .limit(1)
    ).first()
    return (gevonden[0], gevonden[1]) if gevonden is not None else None


def overleg_beslist(sessie: Session, profiel: Huisprofiel, soort: str) -> bool:
    """Whether this kind of meeting decides afschaling here: the one that the house names, or the usual one.

    What another kind says about it, or any meeting where persons decide, is advice and moves no casus.
    """
    beslissers = profiel.afschaling.beslissers_volgens(lees_instellingen(sessie).lezing_afschaling)
    return soort in {overleg_van(profiel, beslisser) for beslisser in beslissers}


def overleg_van(profiel: Huisprofiel, beslisser: str) -> str:
    """The kind of meeting that this decider is; nothing when it is a person."""
    if beslisser == OVERLEG:
        return profiel.hoofdoverleg.sleutel
    return beslisser if beslisser in {soort.sleutel for soort in profiel.casusoverleggen} else ""
