"""Dutch dates and times, the same on screen and in documents, whatever locale the computer has."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zvh_desktop.models.geboortedatum import Geboortedatum

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def datum_kort(dag: date) -> str:
    """'8 december 2026'."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def datum_lang(dag: date) -> str:
    """'dinsdag 8 december 2026'."""
    return f"{DAGEN[dag.weekday()]} {datum_kort(dag)}"


def datum_lijst(dag: date) -> str:
    """'di 8 december 2026', as in lists."""
    return f"{DAGEN[dag.weekday()][:2]} {datum_kort(dag)}"


def geboortedatum_tekst(datum: Geboortedatum) -> str:
    """'vr 1 maart 1985', 'maart 1985', '1985' or 'onbekend': as much as is known."""
    dag = datum.als_dag()
    if dag is not None:
        return datum_lijst(dag)
    if datum.jaar is None:
        return "onbekend"
    return str(datum.jaar) if datum.maand is None else f"{MAANDEN[datum.maand - 1]} {datum.jaar}"


def geboren_tekst(datum: Geboortedatum) -> str:
    """'geboren 1 maart 1985', 'geboren in maart 1985', 'geboren in 1985' or 'geboortedatum onbekend'."""
    dag = datum.als_dag()
    if dag is not None:
        return f"geboren {datum_kort(dag)}"
    return "geboortedatum onbekend" if datum.jaar is None else f"geboren in {geboortedatum_tekst(datum)}"


def tijd(moment: time | datetime) -> str:
    """'09:05'."""
    return f"{moment.hour:02}:{moment.minute:02}"


def opsomming(delen: list[str]) -> str:
    """'Politie, OM en Mediant'."""
    return delen[0] if len(delen) == 1 else ", ".join(delen[:-1]) + f" en {delen[-1]}" if delen else ""


def hoofdletter(woord: str) -> str:
    """A term of the house at the beginning of a heading or sentence; 'RTO' stays 'RTO'."""
    return woord[:1].upper() + woord[1:]


def verwijzing(artikel: str) -> str:
    """' (art. 14.2)' to end a sentence with, or nothing when the convenant of this house has no such article."""
    return f" ({artikel})" if artikel else ""
