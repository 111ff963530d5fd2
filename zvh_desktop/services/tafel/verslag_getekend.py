"""What is signed when a verslag is vastgesteld, and the check that it still says so."""

from __future__ import annotations

import hashlib
import json

from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import VerklaringSoort, VerslagStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.poort.getekend import Getekend
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.services.tafel.verslag_lezen import verslag_punten
from zvh_desktop.services.werkplek.taal import datum_kort
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


def _vorm_1(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> dict[str, object]:
    return {
        "overleg": overleg.id,
        "versie": overleg.verslag_versie,
        "stempel": verslag_stempel(verslag_punten(werkplek, sessie, overleg)),
    }


def _moet(_sessie: Session, overleg: Overleg) -> bool:
    return overleg.verslag_status == VerslagStatus.VASTGESTELD


def _geweigerd(_sessie: Session, _overleg: Overleg) -> str:
    return "Het verslag is niet het verslag dat is vastgesteld. Er is niets gemaakt."


def _bevinding(_sessie: Session, overleg: Overleg) -> str:
    return f"Het verslag van {datum_kort(overleg.datum)} is niet het verslag dat is vastgesteld."


VERSLAG = Getekend(
    soort=VerklaringSoort.VERSLAG_VASTGESTELD,
    rij=Overleg,
    van_deze_soort=Overleg.casuistiek,
    over="overleg",
    versie="verslag_versie",
    kolom="vaststelling_verklaring",
    moet=_moet,
    vormen=(_vorm_1,),
    geweigerd=_geweigerd,
    bevinding=_bevinding,
    verwijderd="Het verslag dat is ondertekend als verklaring {}, is verwijderd.",
)
