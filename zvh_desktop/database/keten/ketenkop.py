"""The newest link of a chain: what the next one follows on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keten.verklaring import Verklaring

KETENKOP: Final = "zvh_ketenkop"
"""On a session: the newest statement in its transaction, where that was read as it began."""
LAATSTE_VERKLARING = select(Verklaring.nummer, Verklaring.hash).order_by(Verklaring.nummer.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class Ketenkop:
    """The newest link of a chain; number 0 and an empty hash when there is none yet."""

    nummer: int
    hash: str


def kop(sessie: Session) -> Ketenkop:
    """The head of the chain of statements; who writes on a server has read it as the transaction began."""
    sessie.connection()
    gelezen = sessie.info.get(KETENKOP)
    return gelezen if isinstance(gelezen, Ketenkop) else kop_uit(sessie.execute(LAATSTE_VERKLARING).all())


def eis_op_zijn_plaats(sessie: Session, gezien: Ketenkop) -> None:
    """What was signed here is the end of the chain now. Raises HandtekeningOnjuist; nothing is saved then."""
    if gezien != sessie.info.get(KETENKOP, gezien):
        raise niet_bewaard()


def niet_bewaard() -> HandtekeningOnjuist:
    """Said where what was signed is not there afterwards."""
    return HandtekeningOnjuist(
        "De database heeft niet bewaard wat u ondertekende: iets in de database maakt het ongedaan.",
        veilig="Er is niets gewijzigd.",
        advies="Meld dit bij uw beheerder: laat de kluis controleren.",
    )


def kop_uit(rijen: Sequence[Sequence[Any]]) -> Ketenkop:
    """The head of a chain, of what the question for its newest link gave."""
    return Ketenkop(rijen[0][0], rijen[0][1]) if rijen else Ketenkop(0, "")
