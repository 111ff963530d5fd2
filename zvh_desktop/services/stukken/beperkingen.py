"""A restriction (AVG art. 18) as it is signed: when it is laid and when it is lifted, and which are in force.

Whoever has only the key of the database could lift one without a word, and every document would use the text again.
So what is in force is asked of the signed statements: each of them must have its row, as it was signed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.canoniek import canoniek, vingerafdruk
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keuzen.verzoekkeuzes import Aard
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.models.verzoeken.verzoek import Aantekening

OVER: Final = "aantekening"
_DOEL: Final = b"zvh-kluis stempel beperking"


def beperkingsinhoud(rij: Aantekening) -> dict[str, object]:
    """What is signed: what it stands beside, why, and whether it was lifted."""
    opgeheven = rij.opgeheven_op.isoformat() if rij.opgeheven_op else None
    inhoud = [
        [rij.tekst, rij.vorm, rij.op.isoformat(), rij.door],
        [opgeheven, rij.opgeheven_reden, rij.opgeheven_door],
    ]
    return {
        "casus": rij.casus_id,
        OVER: rij.id,
        "verzoek": rij.verzoek_id,
        "soort": rij.soort.value,
        "item": rij.item_id,
        "versie": rij.versie,
        "stempel": vingerafdruk(_DOEL, canoniek(inhoud)),
    }


def eis_beperkingen(sessie: Session) -> None:
    """Raise HandtekeningOnjuist when a restriction that was signed is not there as it was signed.

    Then no document is made at all: what should stay out of it cannot be known.
    """
    zicht = inzicht(sessie)
    ids = zicht.onderwerpen(VerklaringSoort.BEPERKING, OVER)
    if not ids:
        return
    zicht.lees_vooruit((VerklaringSoort.BEPERKING, OVER, ids))
    rijen: dict[int, Aantekening] = {rij.id: rij for rij in _rijen(sessie, ids)}
    for id_ in ids:
        rij, laatste = rijen.get(id_), zicht.over(VerklaringSoort.BEPERKING, OVER, id_)[-1]
        if rij is None or not _leesbaar(rij) or beperkingsinhoud(rij) != dict(laatste.inhoud):
            raise HandtekeningOnjuist(
                "Een beperking op verzoek van een betrokkene is niet meer zoals zij is ondertekend.",
                veilig="Er is niets gemaakt en niets verstuurd.",
                advies="Meld dit bij uw beheerder: laat de kluis controleren.",
            )


def _leesbaar(rij: Aantekening) -> bool:
    """With the key someone can write bytes into a column of text."""
    teksten = (rij.tekst, rij.vorm, rij.door, rij.opgeheven_reden, rij.opgeheven_door)
    return rij.aard is Aard.BEPERKING and all(isinstance(tekst, str) for tekst in teksten)


def _rijen(sessie: Session, ids: frozenset[int]) -> Iterator[Aantekening]:
    yield from sessie.scalars(select(Aantekening).where(Aantekening.id.in_(ids)))
