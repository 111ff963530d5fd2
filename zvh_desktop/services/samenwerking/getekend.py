"""What is signed when it is decided who is a partij: the request, the answers of all partijen, and the decision."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from zvh_desktop.models.bestuurskeuzes import TrajectStand
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.models.samenwerking.geschil import Geschil
from zvh_desktop.models.samenwerking.traject import Traject
from zvh_desktop.services.poort.getekend import Getekend
from zvh_desktop.services.poort.stempels import inhoudstempel
from zvh_desktop.services.werkplek.werkplek import Werkplek


def _dag(dag: date | None) -> str | None:
    return dag.isoformat() if dag is not None else None


def _vorm_1(_werkplek: Werkplek, _sessie: Session, rij: Traject) -> dict[str, object]:
    """Everything but the letters, which may still go out afterwards."""
    wie = [rij.naam, rij.kort, rij.groep, rij.vestigingsplaats, rij.kantoor, rij.vertegenwoordiger, rij.functie]
    waarom = [rij.bijdrage, rij.grondslag, rij.ontvangen_bij, rij.reden.value, rij.toelichting, rij.advies]
    dagen = [rij.ontvangen_op, rij.gevraagd_per, rij.in_gebreke_op, rij.gehoord_op, rij.getekend_op]
    antwoorden = [[een.partij_id, een.instemming.value, _dag(een.ingestemd_op), een.opmerking] for een in rij.partijen]
    besluit = [rij.besluit_id, rij.besloten_door, rij.motivering, rij.oordelen]
    voorheen = rij.soort_voorheen.value if rij.soort_voorheen is not None else None
    return {
        "traject": rij.id,
        "versie": rij.versie,
        "soort": rij.soort.value,
        "stand": rij.stand.value,
        "partij": rij.partij_id,
        "opvolger": rij.opvolger_id,
        "besloten_op": _dag(rij.besloten_op),
        "ingang": _dag(rij.ingang),
        "stempel": inhoudstempel(
            VerklaringSoort.SAMENWERKING,
            [wie, waarom, [_dag(dag) for dag in dagen], antwoorden, besluit, voorheen],
        ),
    }


def _moet(_sessie: Session, rij: Traject) -> bool:
    return rij.stand is not TrajectStand.OPEN


def _geweigerd(_sessie: Session, rij: Traject) -> str:
    return f"Het besluit over {rij.soort.value} (nr. {rij.id}) is na het ondertekenen gewijzigd. Het telt niet mee."


def _bevinding(_sessie: Session, rij: Traject) -> str:
    return f"Het besluit over {rij.soort.value} (nr. {rij.id}) is niet zo ondertekend."


TRAJECT = Getekend(
    soort=VerklaringSoort.SAMENWERKING,
    rij=Traject,
    over="traject",
    kolom="verklaring_nummer",
    versie="versie",
    meteen=True,
    moet=_moet,
    vormen=(_vorm_1,),
    geweigerd=_geweigerd,
    bevinding=_bevinding,
    verwijderd="Het besluit over een partij dat is ondertekend als verklaring {}, is verwijderd.",
)


def _geschil(_werkplek: Werkplek, _sessie: Session, rij: Geschil) -> dict[str, object]:
    """The whole of it: what it was about, each step with its day and outcome, and how it ended."""
    stappen = [
        [een.volgorde, een.bij, _dag(een.voorgelegd_op), _dag(een.uiterlijk), een.uitkomst, _dag(een.klaar_op)]
        for een in rij.stappen
    ]
    inhoud = [rij.onderwerp, rij.partij_id, rij.omschrijving, _dag(rij.ingediend_op), stappen, rij.uitkomst]
    return {
        "geschil": rij.id,
        "afgesloten_op": _dag(rij.afgesloten_op),
        "stempel": inhoudstempel(VerklaringSoort.GESCHIL, inhoud),
    }


def _is_afgesloten(_sessie: Session, rij: Geschil) -> bool:
    return rij.afgesloten_op is not None


def _geschil_fout(_sessie: Session, rij: Geschil) -> str:
    return f"De uitkomst van geschil {rij.id} is niet zo ondertekend."


GESCHIL = Getekend(
    soort=VerklaringSoort.GESCHIL,
    rij=Geschil,
    over="geschil",
    kolom="verklaring_nummer",
    moet=_is_afgesloten,
    vormen=(_geschil,),
    geweigerd=_geschil_fout,
    bevinding=_geschil_fout,
    verwijderd="De uitkomst van een geschil die is ondertekend als verklaring {}, is verwijderd.",
    advies="Is dit geschil afgesloten voordat uitkomsten werden ondertekend, onderteken het dan alsnog.",
)
