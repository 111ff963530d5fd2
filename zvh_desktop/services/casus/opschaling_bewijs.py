"""What is signed when a casus goes to another house, and the check that the row still says so."""

from __future__ import annotations

import hashlib
import json
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, HandtekeningOnjuist
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import OpschalingUitkomst, VerklaringSoort
from zvh_desktop.models.opschaling import Opschaling
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.uitkomst import Besluit
from zvh_desktop.models.verklaring import Verklaring
from zvh_desktop.services.casus.tafelbesluit import besluit_uit_verslag
from zvh_desktop.services.poort.poort import casusstempel, naamstempel, verificatie
from zvh_desktop.services.regelboek.opschaling import opschaling_besluit
from zvh_desktop.services.regelboek.uitleg import eis_geen
from zvh_desktop.services.werkplek.werkplek import Werkplek

_MELD = "Meld dit bij uw beheerder: laat de kluis controleren."


def opschaling_inhoud(
    sessie: Session, rij: Opschaling, besluit_id: int | None, besloten_op: date | None
) -> dict[str, object]:
    """The statement: which casus, to which house by name, on which besluit, and a hash of what was written."""
    casus, ontvanger = sessie.get_one(Casus, rij.casus_id), sessie.get_one(Partij, rij.ontvanger_id)
    teksten = [rij.motivering, rij.criteria_gehaald, rij.gevraagd]
    return {
        "opschaling": rij.id,
        "casus": casus.id,
        "casus_stempel": casusstempel(casus),
        "ontvanger": ontvanger.id,
        "ontvanger_stempel": naamstempel(ontvanger),
        "besluit": besluit_id,
        "besloten_op": besloten_op.isoformat() if besloten_op else None,
        "stempel": hashlib.sha256(json.dumps(teksten, ensure_ascii=False).encode()).hexdigest(),
    }


def verifieer_opschaling(werkplek: Werkplek, sessie: Session, rij: Opschaling) -> None:
    """Check that the procesregisseur signed exactly this opschaling. Raises HandtekeningOnjuist when not."""
    casus = sessie.get_one(Casus, rij.casus_id)
    verklaring = sessie.get(Verklaring, rij.verklaring_nummer) if rij.verklaring_nummer is not None else None
    besluit = sessie.get(Besluit, rij.besluit_id) if rij.besluit_id is not None else None
    getekend = (
        verificatie(werkplek, sessie).inhoud(verklaring)
        if verklaring is not None and verklaring.soort == VerklaringSoort.OPSCHALING
        else {}
    )
    verwacht = opschaling_inhoud(sessie, rij, rij.besluit_id, rij.besloten_op)
    klopt = all(getekend.get(sleutel) == waarde for sleutel, waarde in verwacht.items())
    if not klopt or besluit is None or besluit.casus_id != rij.casus_id:
        raise HandtekeningOnjuist(
            f"De opschaling van casus {casus.nummer} is na het ondertekenen gewijzigd. Zij telt niet mee.", advies=_MELD
        )


def eis_opschaling_ondertekend(werkplek: Werkplek, sessie: Session, casus: Casus, fase: str) -> None:
    """A casus comes in the fase opschaling by the signed decision alone, and not by hand.

    Rule ``opschaling_besluit``. Raises RegelGeweigerd, GebruikersFout; never for another fase.
    """
    profiel = werkplek.profiel
    if fase not in {besluit.naar_fase for besluit in profiel.besluiten_tot("opschaling")}:
        return
    vraag = select(Opschaling.id).where(
        Opschaling.casus_id == casus.id,
        Opschaling.besloten_op.is_not(None),
        Opschaling.uitkomst != OpschalingUitkomst.NIET_AANGENOMEN,
    )
    if sessie.scalars(vraag.limit(1)).first() is not None:
        return
    besloten = besluit_uit_verslag(werkplek, sessie, casus.id, "opschaling") is not None
    eis_geen(opschaling_besluit(profiel, casus.nummer, in_verslag=besloten))
    raise GebruikersFout(
        f"Casus {casus.nummer} komt in deze fase als {profiel.termen.met_lidwoord('procesregisseur')} de opschaling "
        "ondertekent.",
        advies="Doe dat bij het onderdeel Opschaling van deze casus.",
    )
