"""Dutch dates, times and choices in words: the same on screen and in documents, whatever locale the computer has.

Here and not higher up, since documents and services both speak, and the screen has to say what they say.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zvh_desktop.models.geboortedatum import Geboortedatum

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def datum_cijfers(dag: date | None) -> str:
    """'08-12-2026', as in narrow columns; a dash when there is none."""
    return f"{dag.day:02}-{dag.month:02}-{dag.year:04}" if dag else "–"


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


def opsomming(delen: Iterable[str]) -> str:
    """'Politie, OM en Mediant'; what is empty is left out."""
    lijst = [deel for deel in delen if deel]
    return f"{', '.join(lijst[:-1])} en {lijst[-1]}" if len(lijst) > 1 else "".join(lijst)


def hoofdletter(woord: str) -> str:
    """A term of the house at the beginning of a heading or sentence; 'RTO' stays 'RTO'."""
    return woord[:1].upper() + woord[1:]


def verwijzing(artikel: str) -> str:
    """' (art. 14.2)' to end a sentence with, or nothing when the convenant of this house has no such article."""
    return f" ({artikel})" if artikel else ""
