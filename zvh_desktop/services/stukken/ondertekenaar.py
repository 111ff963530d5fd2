"""Who signed, as it is printed under a piece."""

from __future__ import annotations

import json
from datetime import date, datetime

from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.sleutels.certificaten import certificaat_uit_json
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.services.werkplek.werkplek import Werkplek


def getekend_door(_werkplek: Werkplek, sessie: Session, nummer: int) -> tuple[str, date]:
    """Who signed and when, from the verified verklaring. Raises HandtekeningOnjuist."""
    verklaring = sessie.get(Verklaring, nummer)
    if verklaring is None:
        raise HandtekeningOnjuist(
            "De handtekening onder dit stuk is er niet meer.", advies="Laat de kluis controleren."
        )
    inzicht(sessie).inhoud(verklaring)
    # As this person was called then: the certificate was signed along, and does not follow the accounts.
    naam = certificaat_uit_json(json.loads(verklaring.certificaat)).weergavenaam
    moment = datetime.fromisoformat(verklaring.tijd).astimezone(AMSTERDAM)
    return naam, moment.date()
