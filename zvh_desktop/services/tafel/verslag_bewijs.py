"""What is signed when a verslag is vastgesteld, and the check that it still says so."""

from __future__ import annotations

import hashlib
import json

from sqlalchemy.orm import Session

from zvh_desktop.database.keten.ondertekening import verifieer_verklaring
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keuzes import (
    VerklaringSoort,
)
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.verklaring import Verklaring
from zvh_desktop.services.tafel.verslag_gegevens import (
    VerslagPunt,
)
from zvh_desktop.services.werkplek.werkplek import Werkplek


def verslag_stempel(punten: tuple[VerslagPunt, ...]) -> str:
    """Hash of what was vastgesteld: texts, besluiten and acties as agreed at the table.

    State and term of an actie, and attendance (which goes when an oordeel lapses), are left out: those may change.
    """
    inhoud = [
        [
            punt.id,
            punt.casusnummer,
            punt.tekst.beeld,
            punt.tekst.oordeelsvorming,
            punt.tekst.besluitvorming,
            [
                [b.invoer.soort, b.invoer.omschrijving, b.invoer.conditie, b.invoer.informering, b.invoer.belegd_bij]
                for b in punt.besluiten
            ],
            [
                [a.invoer.belegd_bij, a.invoer.omschrijving, a.invoer.conditie, a.invoer.informering]
                for a in punt.acties
            ],
        ]
        for punt in punten
    ]
    return hashlib.sha256(json.dumps(inhoud, ensure_ascii=False).encode()).hexdigest()


def verifieer_vaststelling(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, punten: tuple[VerslagPunt, ...]
) -> None:
    """Check that the procesregisseur signed exactly this verslag. Raises HandtekeningOnjuist when not."""
    if overleg.vaststelling_verklaring is None:
        return
    verklaring = sessie.get(Verklaring, overleg.vaststelling_verklaring)
    getekend = (
        verifieer_verklaring(verklaring, werkplek.kluis.wortel, werkplek.kluis.kluis_id)
        if verklaring is not None and verklaring.soort == VerklaringSoort.VERSLAG_VASTGESTELD
        else {}
    )
    klopt = (
        getekend.get("overleg") == overleg.id
        and getekend.get("versie") == overleg.verslag_versie
        and getekend.get("stempel") == verslag_stempel(punten)
    )
    if not klopt:
        raise HandtekeningOnjuist(
            "Het verslag is na het vaststellen gewijzigd. Er is niets gemaakt.",
            advies="Meld dit bij uw beheerder: laat de kluis controleren.",
        )
