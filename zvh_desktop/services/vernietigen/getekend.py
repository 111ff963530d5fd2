"""What is signed at the end of a file: it is kept longer, somebody proposes to let it go, it went."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geleegd import vernietigde_nummers
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import VerklaringSoort, VernietigSoort
from zvh_desktop.models.vernietigen.bewaren import Termijnbesluit, Verlenging, Vernietigvoorstel
from zvh_desktop.models.vernietigen.vernietiging import Vernietiging
from zvh_desktop.services.poort.getekend import Getekend
from zvh_desktop.services.poort.stempels import casusstempel, inhoudstempel
from zvh_desktop.services.werkplek.vaste_woorden import woordstempel
from zvh_desktop.services.werkplek.werkplek import Werkplek


def _altijd(_sessie: Session, _rij: object) -> bool:
    return True


def _casus(sessie: Session, casus_id: int) -> dict[str, object]:
    return {"casus": casus_id, "casus_stempel": casusstempel(sessie.get_one(Casus, casus_id))}


def _verlenging(_werkplek: Werkplek, sessie: Session, rij: Verlenging) -> dict[str, object]:
    inhoud = [rij.reden, rij.besloten_op.isoformat(), rij.besloten_door]
    return {
        **_casus(sessie, rij.casus_id),
        "verlenging": rij.id,
        "tot": rij.tot.isoformat(),
        "stempel": inhoudstempel(VerklaringSoort.VERLENGING, inhoud),
    }


def _voorstel(_werkplek: Werkplek, sessie: Session, rij: Vernietigvoorstel) -> dict[str, object]:
    inhoud = [rij.voorgesteld_door, rij.voorgesteld_op.isoformat()]
    return {
        **_casus(sessie, rij.casus_id),
        "voorstel": rij.id,
        "soort": rij.soort.value,
        "gebruiker": rij.gebruiker,
        "stempel": inhoudstempel(VerklaringSoort.VERNIETIGVOORSTEL, inhoud),
    }


def _ingetrokken(_werkplek: Werkplek, sessie: Session, rij: Vernietigvoorstel) -> dict[str, object]:
    op = rij.ingetrokken_op.isoformat() if rij.ingetrokken_op is not None else None
    return {
        **_casus(sessie, rij.casus_id),
        "intrekking": rij.id,
        "soort": rij.soort.value,
        "stempel": inhoudstempel(VerklaringSoort.VOORSTEL_INGETROKKEN, [rij.ingetrokken_door, op]),
    }


def _is_ingetrokken(_sessie: Session, rij: Vernietigvoorstel) -> bool:
    return rij.ingetrokken_op is not None or rij.intrekking_verklaring is not None


def _termijnen(_werkplek: Werkplek, _sessie: Session, rij: Termijnbesluit) -> dict[str, object]:
    inhoud = [rij.termijnen, rij.besloten_op.isoformat(), rij.besloten_door]
    return {"termijnbesluit": rij.id, "stempel": inhoudstempel(VerklaringSoort.TERMIJNEN, inhoud)}


def _vernietiging(_werkplek: Werkplek, _sessie: Session, rij: Vernietiging) -> dict[str, object]:
    """The number is said in words: it is what makes an older copy destroy it again."""
    inhoud = [rij.gedaan_op.isoformat(), rij.gedaan_door, rij.samen_met, woordstempel(rij.woorden)]
    return {
        "vernietiging": rij.id,
        "soort": rij.soort.value,
        "nummer": rij.nummer,
        "stempel": inhoudstempel(VerklaringSoort.VERNIETIGING, inhoud),
        **json.loads(rij.geleegd),
    }


def _bij(sessie: Session, casus_id: int) -> str:
    casus = sessie.get(Casus, casus_id)
    return f" van casus {casus.nummer}" if casus is not None else ""


def _verlenging_fout(sessie: Session, rij: Verlenging) -> str:
    return f"De langere bewaartijd{_bij(sessie, rij.casus_id)} is niet zo ondertekend."


def _voorstel_fout(sessie: Session, rij: Vernietigvoorstel) -> str:
    return f"Het voorstel tot vernietigen{_bij(sessie, rij.casus_id)} is niet zo ondertekend."


def _intrekking_fout(sessie: Session, rij: Vernietigvoorstel) -> str:
    return f"Dat het voorstel tot vernietigen{_bij(sessie, rij.casus_id)} is ingetrokken, is niet zo ondertekend."


def _termijnen_fout(_sessie: Session, _rij: Termijnbesluit) -> str:
    return "De bewaartermijnen zijn niet zo ondertekend."


def _vernietiging_fout(_sessie: Session, rij: Vernietiging) -> str:
    return f"De vernietiging van {rij.nummer} is niet zo ondertekend."


VERLENGING = Getekend(
    soort=VerklaringSoort.VERLENGING,
    rij=Verlenging,
    over="verlenging",
    kolom="verklaring_nummer",
    moet=_altijd,
    vormen=(_verlenging,),
    geweigerd=_verlenging_fout,
    bevinding=_verlenging_fout,
    verwijderd="De langere bewaartijd die is ondertekend als verklaring {}, is verwijderd.",
)
VOORSTEL = Getekend(
    soort=VerklaringSoort.VERNIETIGVOORSTEL,
    rij=Vernietigvoorstel,
    over="voorstel",
    kolom="verklaring_nummer",
    moet=_altijd,
    vormen=(_voorstel,),
    geweigerd=_voorstel_fout,
    bevinding=_voorstel_fout,
    verwijderd="Het voorstel tot vernietigen dat is ondertekend als verklaring {}, is verwijderd.",
)
INTREKKING = Getekend(
    soort=VerklaringSoort.VOORSTEL_INGETROKKEN,
    rij=Vernietigvoorstel,
    over="intrekking",
    kolom="intrekking_verklaring",
    moet=_is_ingetrokken,
    vormen=(_ingetrokken,),
    geweigerd=_intrekking_fout,
    bevinding=_intrekking_fout,
    verwijderd="Het ingetrokken voorstel tot vernietigen dat is ondertekend als verklaring {}, is verwijderd.",
)
TERMIJNEN = Getekend(
    soort=VerklaringSoort.TERMIJNEN,
    rij=Termijnbesluit,
    over="termijnbesluit",
    kolom="verklaring_nummer",
    moet=_altijd,
    vormen=(_termijnen,),
    geweigerd=_termijnen_fout,
    bevinding=_termijnen_fout,
    verwijderd="De bewaartermijnen die zijn ondertekend als verklaring {}, zijn verwijderd.",
)
VERNIETIGING = Getekend(
    soort=VerklaringSoort.VERNIETIGING,
    rij=Vernietiging,
    over="vernietiging",
    kolom="verklaring_nummer",
    moet=_altijd,
    vormen=(_vernietiging,),
    geweigerd=_vernietiging_fout,
    bevinding=_vernietiging_fout,
    verwijderd="De vernietiging die is ondertekend als verklaring {}, is uit het register gehaald.",
)


def vind_terug(sessie: Session) -> Iterator[str]:
    """Every casus that stands in the vault although it was signed that its file was destroyed."""
    weg = frozenset(vernietigde_nummers(sessie, VernietigSoort.VERNIETIGEN))
    for nummer in sessie.scalars(select(Casus.nummer).order_by(Casus.nummer)) if weg else ():
        if nummer in weg:
            yield f"Casus {nummer} staat in de kluis, maar het dossier is vernietigd."
