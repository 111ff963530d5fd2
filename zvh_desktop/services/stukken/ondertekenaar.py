"""Who signed, as it is printed under a piece."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.services.werkplek.werkplek import Werkplek


def getekend_door(werkplek: Werkplek, sessie: Session, nummer: int) -> tuple[str, date]:
    """Who signed and when, from the verified verklaring. Raises HandtekeningOnjuist."""
    verklaring = sessie.get(Verklaring, nummer)
    if verklaring is None:
        raise HandtekeningOnjuist(
            "De handtekening onder dit stuk is er niet meer.", advies="Laat de kluis controleren."
        )
    inzicht(sessie).inhoud(verklaring)
    namen = {g.naam: g.weergavenaam for g in werkplek.kluis.gebruikers()}
    moment = datetime.fromisoformat(verklaring.tijd).astimezone(AMSTERDAM)
    return namen.get(verklaring.gebruiker, verklaring.gebruiker), moment.date()
