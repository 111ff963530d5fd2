"""Dates, times and choices in the words in which documents print them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Final

from zvh_desktop.documents.opmaak.kop import Vaststelling
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzes import Aanwezigheid, ActieStatus, PlanStatus
from zvh_desktop.models.profiel.huisprofiel import Termen

_DAGEN: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MAANDEN: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

AANWEZIGHEID_TEKST: Final = {
    Aanwezigheid.ONBEKEND: "niet ingevuld",
    Aanwezigheid.AANWEZIG: "aanwezig",
    Aanwezigheid.AFGEMELD: "afgemeld",
    Aanwezigheid.AFWEZIG: "afwezig",
    Aanwezigheid.SCHRIFTELIJK: "schriftelijke inbreng",
    Aanwezigheid.VERTROKKEN: "eerder vertrokken",
}
ACTIE_TEKST: Final = {
    ActieStatus.OPEN: "open",
    ActieStatus.BEZIG: "bezig",
    ActieStatus.GEREED: "gereed",
    ActieStatus.VERVALLEN: "vervallen",
}
PLAN_TEKST: Final = {
    PlanStatus.CONCEPT: "concept",
    PlanStatus.VASTGESTELD: "vastgesteld",
    PlanStatus.VERVANGEN: "vervangen door een nieuwere versie",
}


def datum_lang(dag: date) -> str:
    """For example: dinsdag 15 december 2026."""
    return f"{_DAGEN[dag.weekday()]} {datum(dag)}"


def datum(dag: date) -> str:
    """For example: 15 december 2026."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def datum_kort(dag: date | None) -> str:
    """For example: 15-12-2026; a dash when there is none."""
    return dag.strftime("%d-%m-%Y") if dag else "–"


def geboren_tekst(datum: Geboortedatum) -> str:
    """As much as is known: 'geboren 15-12-1985', 'geboren in december 1985', 'geboren in 1985'."""
    dag = datum.als_dag()
    if dag is not None:
        return f"geboren {datum_kort(dag)}"
    if datum.jaar is None:
        return "geboortedatum onbekend"
    return f"geboren in {datum.jaar}" if datum.maand is None else f"geboren in {_MAANDEN[datum.maand - 1]} {datum.jaar}"


def tijd(moment: time) -> str:
    """For example: 09:05."""
    return moment.strftime("%H:%M")


def opsomming(delen: Iterable[str]) -> str:
    """For example: A, B en C."""
    lijst = [deel for deel in delen if deel]
    if len(lijst) < 2:
        return "".join(lijst)
    return ", ".join(lijst[:-1]) + " en " + lijst[-1]


def hoofdletter(term: str) -> str:
    """A term of the house at the beginning of a line, its other letters as they are."""
    return term[:1].upper() + term[1:]


def punt_naam(casusnummer: str | None, onderwerp: str) -> str:
    """How one point is called: the case number, the subject, or both."""
    return " – ".join(deel for deel in (casusnummer or "", onderwerp.strip()) if deel)


def met_artikel(zin: str, artikel: str) -> str:
    """A sentence with the article it rests on, when the house has one."""
    return f"{zin.rstrip('.')} ({artikel})." if artikel else f"{zin.rstrip('.')}."


def vaststelling_tekst(vaststelling: Vaststelling | None) -> str:
    """Whether a document is still a concept, or who signed it off."""
    if vaststelling is None:
        return "concept, nog niet vastgesteld"
    return f"vastgesteld door {vaststelling.door} op {datum(vaststelling.op)}"


def informering_tekst(informering: str, reden_niet: str, termen: Termen) -> str:
    """Who tells the betrokkene, or why nobody does."""
    if informering.strip():
        return informering
    return f"betrokkene wordt niet geïnformeerd: {reden_niet}" if reden_niet.strip() else ""


def casus_of_onderwerp(termen: Termen) -> str:
    """The header above the points of a meeting."""
    return "Casus of onderwerp"
