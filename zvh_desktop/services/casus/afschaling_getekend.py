"""What is signed when a casus is afgeschaald."""

from __future__ import annotations

import json

from sqlalchemy.orm import Session

from zvh_desktop.models.afschaling import Afschaling
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import CasusStatus, VerklaringSoort
from zvh_desktop.services.poort.getekend import Getekend
from zvh_desktop.services.poort.stempels import casusstempel, inhoudstempel, tekststempel
from zvh_desktop.services.werkplek.vaste_woorden import woordstempel
from zvh_desktop.services.werkplek.werkplek import Werkplek


def _wat_en_wie(rij: Afschaling) -> list[object]:
    """What was written, and who decided on which day."""
    besluiten = sorted(rij.besluiten, key=lambda besluit: besluit.beslisser)
    teksten = [rij.motivering, rij.criteria_gehaald, rij.overgedragen_aan]
    return [teksten, [[b.beslisser, b.naam, b.op.isoformat(), b.besluit_id] for b in besluiten]]


def _basis(sessie: Session, rij: Afschaling) -> dict[str, object]:
    casus = sessie.get_one(Casus, rij.casus_id)
    return {
        "casus": casus.id,
        "casus_stempel": casusstempel(casus),
        "beslissers": sorted(besluit.beslisser for besluit in rij.besluiten),
    }


def _vorm_1(_werkplek: Werkplek, sessie: Session, rij: Afschaling) -> dict[str, object]:
    return {
        **_basis(sessie, rij),
        "stempel": tekststempel(json.dumps(_wat_en_wie(rij), ensure_ascii=False)),
    }


def _vorm_2(_werkplek: Werkplek, sessie: Session, rij: Afschaling) -> dict[str, object]:
    """Also on which day the casus was closed and by whom; canonical, so that the same decision has one stempel."""
    op = rij.besloten_op.isoformat() if rij.besloten_op else None
    inhoud = [*_wat_en_wie(rij), op, rij.besloten_door]
    return {**_basis(sessie, rij), "afschaling": rij.id, "stempel": inhoudstempel(VerklaringSoort.AFSCHALING, inhoud)}


def _vorm_3(werkplek: Werkplek, sessie: Session, rij: Afschaling) -> dict[str, object]:
    """Also every name, criterium and term as it is printed."""
    return {**_vorm_2(werkplek, sessie, rij), "woorden": woordstempel(rij.woorden)}


def _moet(sessie: Session, rij: Afschaling) -> bool:
    return rij.besloten_op is not None or _gesloten(sessie, rij)


def _hangt_samen(_werkplek: Werkplek, sessie: Session, rij: Afschaling) -> bool:
    return _gesloten(sessie, rij)


def _gesloten(sessie: Session, rij: Afschaling) -> bool:
    """A casus is closed by this signature alone, and by it always."""
    return sessie.get_one(Casus, rij.casus_id).status == CasusStatus.AFGESCHAALD


def _geweigerd(sessie: Session, rij: Afschaling) -> str:
    nummer = sessie.get_one(Casus, rij.casus_id).nummer
    return f"Het besluit over het einde van casus {nummer} is na het ondertekenen gewijzigd. Er is niets gemaakt."


def _bevinding(sessie: Session, rij: Afschaling) -> str:
    casus = sessie.get(Casus, rij.casus_id)
    bij = f" van casus {casus.nummer}" if casus is not None else ""
    return f"Het besluit over het einde{bij} is niet zo ondertekend."


AFSCHALING = Getekend(
    soort=VerklaringSoort.AFSCHALING,
    rij=Afschaling,
    over="casus",
    rij_sleutel="casus_id",
    kolom="verklaring_nummer",
    moet=_moet,
    vormen=(_vorm_1, _vorm_2, _vorm_3),
    geweigerd=_geweigerd,
    bevinding=_bevinding,
    verwijderd="Het besluit over het einde van een casus dat is ondertekend als verklaring {}, is verwijderd.",
    hangt_samen=_hangt_samen,
)
"""One a casus: what was afgeschaald is not opened again."""
