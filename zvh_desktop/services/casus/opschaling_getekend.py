"""What is signed when a casus goes to another house, and the check that the row still says so."""

from __future__ import annotations

import hashlib
import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.opschalingkeuzes import OpschalingUitkomst
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.models.opschaling import Opschaling
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.uitkomst import Besluit
from zvh_desktop.services.casus.tafelbesluit import besluit_uit_verslag
from zvh_desktop.services.poort.getekend import Getekend
from zvh_desktop.services.poort.stempels import casusstempel, inhoudstempel, naamstempel
from zvh_desktop.services.regelboek.opschaling import opschaling_besluit
from zvh_desktop.services.regelboek.uitleg import eis_geen
from zvh_desktop.services.werkplek.vaste_woorden import woordstempel
from zvh_desktop.services.werkplek.werkplek import Werkplek


def _basis(sessie: Session, rij: Opschaling) -> dict[str, object]:
    """Which casus, to which house by name, on which besluit."""
    casus, ontvanger = sessie.get_one(Casus, rij.casus_id), sessie.get_one(Partij, rij.ontvanger_id)
    return {
        "opschaling": rij.id,
        "casus": casus.id,
        "casus_stempel": casusstempel(casus),
        "ontvanger": ontvanger.id,
        "ontvanger_stempel": naamstempel(ontvanger),
        "besluit": rij.besluit_id,
        "besloten_op": rij.besloten_op.isoformat() if rij.besloten_op else None,
    }


def _vorm_1(_werkplek: Werkplek, sessie: Session, rij: Opschaling) -> dict[str, object]:
    teksten = [rij.motivering, rij.criteria_gehaald, rij.gevraagd]
    stempel = hashlib.sha256(json.dumps(teksten, ensure_ascii=False).encode()).hexdigest()
    return {**_basis(sessie, rij), "stempel": stempel}


def _vorm_2(_werkplek: Werkplek, sessie: Session, rij: Opschaling) -> dict[str, object]:
    """Also who decided, and from which fase; canonical, so that the same decision has one stempel."""
    inhoud = [rij.motivering, rij.criteria_gehaald, rij.gevraagd, rij.besloten_door, rij.fase_voor]
    return {**_basis(sessie, rij), "stempel": inhoudstempel(VerklaringSoort.OPSCHALING, inhoud)}


def _vorm_3(werkplek: Werkplek, sessie: Session, rij: Opschaling) -> dict[str, object]:
    """Also every name and term as it is printed."""
    return {**_vorm_2(werkplek, sessie, rij), "woorden": woordstempel(rij.woorden)}


def _moet(_sessie: Session, rij: Opschaling) -> bool:
    later = (rij.besloten_op, rij.akkoord_op, rij.dossier_op)
    return any(dag is not None for dag in later) or rij.uitkomst != OpschalingUitkomst.OPEN


def _op_eigen_besluit(_werkplek: Werkplek, sessie: Session, rij: Opschaling) -> bool:
    besluit = sessie.get(Besluit, rij.besluit_id) if rij.besluit_id is not None else None
    return besluit is not None and besluit.casus_id == rij.casus_id


def _geweigerd(sessie: Session, rij: Opschaling) -> str:
    nummer = sessie.get_one(Casus, rij.casus_id).nummer
    return (
        f"Het besluit dat casus {nummer} naar een ander huis gaat, is na het ondertekenen gewijzigd. Het telt niet mee."
    )


def _bevinding(sessie: Session, rij: Opschaling) -> str:
    casus = sessie.get(Casus, rij.casus_id)
    welke = f"casus {casus.nummer}" if casus is not None else "een casus"
    return f"Het besluit dat {welke} naar een ander huis gaat, is niet zo ondertekend."


OPSCHALING = Getekend(
    soort=VerklaringSoort.OPSCHALING,
    rij=Opschaling,
    over="opschaling",
    kolom="verklaring_nummer",
    moet=_moet,
    vormen=(_vorm_1, _vorm_2, _vorm_3),
    geweigerd=_geweigerd,
    bevinding=_bevinding,
    verwijderd="Het besluit over een ander huis dat is ondertekend als verklaring {}, is verwijderd.",
    hangt_samen=_op_eigen_besluit,
    advies="Meld dit bij uw beheerder: laat de kluis controleren.",
)


def eis_opschaling_ondertekend(werkplek: Werkplek, sessie: Session, casus: Casus, fase: str) -> None:
    """A casus comes in the fase opschaling by the signed decision alone, and not by hand.

    Rule ``opschaling_besluit``. Raises RegelGeweigerd, GebruikersFout; never for another fase.
    """
    profiel, termen = werkplek.profiel, werkplek.profiel.termen
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
        f"Casus {casus.nummer} komt in deze fase als {termen.met_lidwoord('procesregisseur')} "
        f"{termen.met_lidwoord('opschaling')} ondertekent.",
        advies=f"Doe dat bij het onderdeel {hoofdletter(termen.opschaling)} van deze casus.",
    )
