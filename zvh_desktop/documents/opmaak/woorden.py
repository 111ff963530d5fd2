"""What only documents say: how a point is called, who signed, which article (the rest: models/taal.py)."""

from __future__ import annotations

from typing import Final

from zvh_desktop.documents.opmaak.kop import Vaststelling
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.taal import MAANDEN, datum_cijfers, datum_kort

VERVANGER: Final = "Zou iemand anders in uw plaats komen? Laat het dan ook diegene weten."
"""In every letter that takes something back: the application knows only whom it was sent to."""


def geboren_tekst(datum: Geboortedatum) -> str:
    """As much as is known: 'geboren 15-12-1985', 'geboren in december 1985', 'geboren in 1985'."""
    dag = datum.als_dag()
    if dag is not None:
        return f"geboren {datum_cijfers(dag)}"
    if datum.jaar is None:
        return "geboortedatum onbekend"
    return f"geboren in {datum.jaar}" if datum.maand is None else f"geboren in {MAANDEN[datum.maand - 1]} {datum.jaar}"


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
    return f"vastgesteld door {vaststelling.door} op {datum_kort(vaststelling.op)}"


def informering_tekst(informering: str, reden_niet: str, termen: Termen) -> str:
    """Who tells the betrokkene, or why nobody does."""
    if informering.strip():
        return informering
    return f"betrokkene wordt niet geïnformeerd: {reden_niet}" if reden_niet.strip() else ""


def casus_of_onderwerp(termen: Termen) -> str:
    """The header above the points of a meeting."""
    return "Casus of onderwerp"
