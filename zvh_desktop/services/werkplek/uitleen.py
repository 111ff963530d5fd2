"""What is uitgeleend in a koffer: which acts wait until it is back, and the one sentence that says so (ADR 0062).

The database refuses every change of it (migration 0048), whoever asks. A screen asks beforehand, so that nobody
fills in what cannot be saved.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import ScalarSelect, Select, select
from sqlalchemy.orm import Session

from zvh_desktop.models.keuzen.kofferkeuzes import KofferId, KofferStand
from zvh_desktop.models.keuzes import CasusId, OverlegId
from zvh_desktop.models.koffer.koffer import Koffer, KofferCasus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.taal import datum_lang
from zvh_desktop.services.werkplek.rechten import Recht, Toestemming

WACHT_OP_DE_KOFFER: Final = frozenset(
    {
        Recht.AANMELDEN,
        Recht.ACTIES_BIJHOUDEN,
        Recht.AFSCHALEN,
        Recht.AFSCHALING_BIJHOUDEN,
        Recht.AGENDA_AKKOORD,
        Recht.INFORMATIE_BIJHOUDEN,
        Recht.INZAGE_VRIJGEVEN,
        Recht.OPSCHALEN,
        Recht.OPSCHALING_BIJHOUDEN,
        Recht.PLAN_SCHRIJVEN,
        Recht.PLAN_VASTSTELLEN,
        Recht.TAFEL_BEHEREN,
        Recht.TRIAGE_AFRONDEN,
        Recht.VERSLAG_SCHRIJVEN,
        Recht.VERSLAG_VASTSTELLEN,
    }
)
"""What is done to a tafel or a casus that is out. An oordeel can be withdrawn, and what goes by post goes on."""


def toestemming_bij_uitleen(toestemming: Toestemming, recht: Recht, uitgeleend: str) -> Toestemming:
    """The same, with the sentence of the koffer where this act waits for it."""
    if not uitgeleend or not toestemming.mag or recht not in WACHT_OP_DE_KOFFER:
        return toestemming
    return Toestemming(mag=False, reden=uitgeleend)


def uitleenzin(sessie: Session, koffer_id: KofferId | int | None) -> str:
    """Who has it and until when; empty for no koffer."""
    koffer = sessie.get(Koffer, koffer_id) if koffer_id is not None else None
    if koffer is None:
        return ""
    overleg = sessie.get_one(Overleg, koffer.overleg_id)
    return (
        f"Het overleg van {datum_lang(overleg.datum)} is uitgeleend: {koffer.voor_naam} heeft het met zijn casussen in "
        f"een koffer, tot en met {datum_lang(koffer.terug_uiterlijk)}."
    )


def koffer_met_tafel(overleg_id: OverlegId) -> ScalarSelect[KofferId]:
    """The koffer that is out with this tafel, to ask along with something else."""
    return select(Koffer.id).where(Koffer.overleg_id == overleg_id, Koffer.stand == KofferStand.UIT).scalar_subquery()


def koffer_met_casus(casus_id: CasusId) -> ScalarSelect[KofferId]:
    """A koffer that is out with this casus, to ask along with something else."""
    vraag = select(Koffer.id).join(KofferCasus, KofferCasus.koffer_id == Koffer.id)
    uit = vraag.where(KofferCasus.casus_id == casus_id, Koffer.stand == KofferStand.UIT)
    return uit.order_by(Koffer.id).limit(1).scalar_subquery()


def alles_uit() -> Select[CasusId, KofferId]:
    """Every casus that is out, and in which koffer (``zinnen_van``)."""
    vraag = select(KofferCasus.casus_id, Koffer.id).join(Koffer, KofferCasus.koffer_id == Koffer.id)
    return vraag.where(Koffer.stand == KofferStand.UIT)


def casussen_uit(casussen: Iterable[int]) -> Select[CasusId, KofferId]:
    """Which of these are out, to ask along with something else."""
    return alles_uit().where(KofferCasus.casus_id.in_(tuple(casussen)))


def uit_op_agenda(overleg_id: OverlegId) -> Select[CasusId, KofferId]:
    """The same of the casussen on this agenda, to ask along with the overleg itself."""
    hier = select(Agendapunt.casus_id).where(Agendapunt.overleg_id == overleg_id)
    return alles_uit().where(KofferCasus.casus_id.in_(hier))


def zinnen_van(sessie: Session, uit: Iterable[tuple[Any, ...]]) -> Mapping[int, str]:
    """By casus who has it and until when, from what ``casussen_uit`` gave."""
    return {casus: uitleenzin(sessie, koffer) for casus, koffer in uit}


def uitgeleende(sessie: Session, casussen: Iterable[int | None]) -> Mapping[int, str]:
    """By casus who has it and until when, of those that are out."""
    vraag = casussen_uit(casus for casus in casussen if casus is not None)
    return zinnen_van(sessie, (tuple(rij) for rij in sessie.execute(vraag)))
