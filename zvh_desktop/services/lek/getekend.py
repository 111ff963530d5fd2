"""What is signed of a choice about something in a text before it leaves.

Such a row opens a door: what "may go" stands on paper at a partij. So the row alone decides nothing (KLUIS 3): it must
be what the newest statement about it says, and one that was taken back is signed as such, so that it does not come
back. Whoever works at the bureau signs; the password is not asked for each of them, since they decide about a text and
not about a person.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.lekkeuzes import Lekkeuze, Leksoort, Lezersoort
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.models.rondsturen.lekoordeel import Lekoordeel
from zvh_desktop.services.poort.getekend import Getekend
from zvh_desktop.services.poort.stempels import inhoudstempel, verificatie
from zvh_desktop.services.werkplek.werkplek import Werkplek


def _vorm_1(_werkplek: Werkplek, _sessie: Session, rij: Lekoordeel) -> dict[str, object]:
    """Which place in which text, and what was chosen; of the text itself nothing but the digest, within a stempel."""
    inhoud = [rij.digest, rij.begin, rij.eind, rij.soort.value, rij.keuze.value, rij.reden]
    return {
        "casus": rij.casus_id,
        "partij": rij.partij_id,
        "lekkeuze": rij.id,
        "versie": rij.versie,
        "stempel": inhoudstempel(VerklaringSoort.LEKKEUZE, [*inhoud, rij.op.isoformat(), rij.door]),
    }


def _vorm_2(werkplek: Werkplek, sessie: Session, rij: Lekoordeel) -> dict[str, object]:
    """Also what kind of reader it is for."""
    return {**_vorm_1(werkplek, sessie, rij), "lezer": rij.lezer.value}


def _altijd(_sessie: Session, _rij: Lekoordeel) -> bool:
    return True


def _kan(_werkplek: Werkplek, _sessie: Session, rij: Lekoordeel) -> bool:
    """A BSN never goes, whoever signed that; and only a partij has a number here."""
    if (rij.lezer is Lezersoort.PARTIJ) != (rij.partij_id is not None):
        return False
    return rij.keuze is not Lekkeuze.MAG or rij.soort is not Leksoort.BSN


def _fout(sessie: Session, rij: Lekoordeel) -> str:
    casus = sessie.get(Casus, rij.casus_id) if rij.casus_id is not None else None
    bij = f" over casus {casus.nummer}" if casus is not None else ""
    return f"Wat in een tekst{bij} mee mocht of is weggelaten (keuze {rij.id}), is niet zo ondertekend."


LEKKEUZE = Getekend(
    soort=VerklaringSoort.LEKKEUZE,
    rij=Lekoordeel,
    over="lekkeuze",
    kolom="verklaring_nummer",
    versie="versie",
    moet=_altijd,
    vormen=(_vorm_1, _vorm_2),
    geweigerd=_fout,
    bevinding=_fout,
    verwijderd="De keuze over een tekst die is ondertekend als verklaring {}, is verwijderd.",
    hangt_samen=_kan,
)


def teken_keuze(werkplek: Werkplek, sessie: Session, rij: Lekoordeel, keuze: Lekkeuze, reden: str) -> None:
    """Choose about this place, and sign that. A row that nobody signed is made right by it.

    Raises HandtekeningOnjuist when the chain is not whole, or the database does not keep what was chosen.
    """
    if rij not in sessie:
        rij.keuze, rij.reden, rij.op, rij.door = keuze, reden, werkplek.nu(), werkplek.gebruiker
        sessie.add(rij)
        sessie.flush()  # its number is signed with it
    with sessie.no_autoflush:  # what was signed changes only together with the number of the next statement
        rij.versie = len(verificatie(werkplek, sessie).over(LEKKEUZE.soort, LEKKEUZE.over, rij.id)) + 1
        rij.keuze, rij.reden, rij.op, rij.door = keuze, reden, werkplek.nu(), werkplek.gebruiker
        LEKKEUZE.teken(werkplek, sessie, rij, met_wachtwoord=False)
    LEKKEUZE.eis_bewaard(werkplek, sessie, rij.id)
