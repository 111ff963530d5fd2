"""What would be lost if a backup took the place of the vault: acts by kind, and the last ones; never their content."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.kopie.voorraad import Kopie
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.beheer.logboek import Onderwerpen
from zvh_desktop.services.beheer.logwoorden import handeling_in_woorden
from zvh_desktop.services.kluis.kopieregels import Verlies
from zvh_desktop.services.stukken.lijsten import LIJST_GEMAAKT, WORD_GEMAAKT
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.services.werkplek.werkplek import Werkplek

MEESTE_SOORTEN: Final = 8
MEESTE_LAATSTE: Final = 5
_NIETS: Final = frozenset(
    {"reservekopie vanzelf gemaakt", "reservekopie gemaakt", "logboek uitgevoerd", LIJST_GEMAAKT, WORD_GEMAAKT}
)
"""Acts that changed nothing somebody would miss."""


class Verliesteller:
    """Counts within one reading, for as many backups as there are."""

    def __init__(self, sessie: Session, werkplek: Werkplek) -> None:
        self._sessie = sessie
        self._werkplek = werkplek
        self._onderwerpen: Onderwerpen | None = None

    def verlies(self, kopie: Kopie) -> Verlies:
        """What was done since this backup."""
        if kopie.log and self._hash(kopie.log) != kopie.log_hash:
            return Verlies(
                "Deze reservekopie gaat niet vooraf aan de kluis van nu: er is al eens een andere teruggezet. "
                "Vergelijken kan dan niet."
            )
        rijen = self._sessie.execute(
            select(Logregel.tijd, Logregel.handeling, Logregel.object_soort, Logregel.object_id)
            .where(Logregel.nummer > kopie.log, Logregel.resultaat == "gelukt", Logregel.handeling.not_in(_NIETS))
            .order_by(Logregel.nummer.desc())
        ).all()
        if not rijen:
            return Verlies("Er gaat niets verloren: na deze reservekopie is niets meer gedaan.")
        geteld = Counter(self._woorden(wat) for _, wat, _, _ in rijen)
        laatste = tuple(self._regel(*rij) for rij in rijen[:MEESTE_LAATSTE])
        hoeveel = "1 handeling" if len(rijen) == 1 else f"{len(rijen)} handelingen"
        return Verlies(f"U raakt {hoeveel} kwijt.", tuple(geteld.most_common(MEESTE_SOORTEN)), laatste)

    def _hash(self, nummer: int) -> str | None:
        return self._sessie.scalar(select(Logregel.hash).where(Logregel.nummer == nummer))

    def _woorden(self, wat: str) -> str:
        return handeling_in_woorden(wat, self._werkplek.profiel.termen)

    def _regel(self, tijd: str, wat: str, soort: str, id_: str) -> str:
        if self._onderwerpen is None:
            self._onderwerpen = Onderwerpen(self._sessie, self._werkplek)
        over = self._onderwerpen.noem(soort, id_)
        return f"{_moment(tijd)}: {self._woorden(wat)}{f' ({over})' if over else ''}"


def _moment(tijd: str) -> str:
    try:
        moment = datetime.fromisoformat(tijd).astimezone(AMSTERDAM)
    except ValueError:
        return tijd
    return f"{datum_kort(moment.date())} {moment:%H:%M}"
