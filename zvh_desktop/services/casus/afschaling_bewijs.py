"""What is signed when a casus is afgeschaald, and the check that the rows still say so."""

from __future__ import annotations

import json

from sqlalchemy.orm import Session

from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.afschaling import Afschaling
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.models.verklaring import Verklaring
from zvh_desktop.services.poort.poort import casusstempel, tekststempel, verificatie
from zvh_desktop.services.werkplek.werkplek import Werkplek

_MELD = "Meld dit bij uw beheerder: laat de kluis controleren."


def afschaling_inhoud(sessie: Session, rij: Afschaling) -> dict[str, object]:
    """The statement: which casus, who decided, and a hash of their names, the days and what was written."""
    casus = sessie.get_one(Casus, rij.casus_id)
    besluiten = sorted(rij.besluiten, key=lambda besluit: besluit.beslisser)
    teksten = [rij.motivering, rij.criteria_gehaald, rij.overgedragen_aan]
    wie = [[besluit.beslisser, besluit.naam, besluit.op.isoformat(), besluit.besluit_id] for besluit in besluiten]
    return {
        "casus": casus.id,
        "casus_stempel": casusstempel(casus),
        "beslissers": [besluit.beslisser for besluit in besluiten],
        "stempel": tekststempel(json.dumps([teksten, wie], ensure_ascii=False)),
    }


def verifieer_afschaling(werkplek: Werkplek, sessie: Session, rij: Afschaling) -> None:
    """Check that the procesregisseur signed exactly this afschaling. Raises HandtekeningOnjuist when not."""
    verklaring = sessie.get(Verklaring, rij.verklaring_nummer) if rij.verklaring_nummer is not None else None
    getekend = (
        verificatie(werkplek, sessie).inhoud(verklaring)
        if verklaring is not None and verklaring.soort == VerklaringSoort.AFSCHALING
        else {}
    )
    if any(getekend.get(sleutel) != waarde for sleutel, waarde in afschaling_inhoud(sessie, rij).items()):
        nummer = sessie.get_one(Casus, rij.casus_id).nummer
        raise HandtekeningOnjuist(
            f"De afschaling van casus {nummer} is na het ondertekenen gewijzigd. Er is niets gemaakt.", advies=_MELD
        )
