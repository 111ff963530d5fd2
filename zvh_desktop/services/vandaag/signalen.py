"""Every signal of Vandaag in one statement: over a line each is a wait, and Vandaag is counted after every act.

A signal is a generator. It yields its lines, and when it needs rows it yields the select for them and is given those
rows back; for several selects at once, the rows of each::

    def wacht_op_voorbeelden(werkplek: Werkplek) -> Signaal:
        for sleutel, dag in (yield select(Voorbeeld.id, Voorbeeld.datum)):
            yield Wacht(Wanneer.NU, f"Voorbeeld van {datum_kort(dag)}", "Open", "voorbeeld", sleutel)

What all signals ask for first is read in one statement, each select as one array of its rows; what one of them asks
for after that in a second. A signal asks for columns, not for mapped rows.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy.orm import Session

from zvh_desktop.services.vandaag.regel import Wacht
from zvh_desktop.services.werkplek.samen import Vraag, lees_samen

Signaal = Generator[Wacht | Vraag | tuple[Vraag, ...], Any, None]
Bron = Signaal | Iterable[Wacht]
"""A signal, or lines for which nothing has to be read any more."""


def lees_signalen(sessie: Session, bronnen: Iterable[Bron]) -> tuple[Wacht, ...]:
    """The lines of all of them, in the order in which they stand here."""
    signalen = [iter(bron) for bron in bronnen]
    regels: list[list[Wacht]] = [[] for _ in signalen]
    gekregen: list[tuple[int, Sequence[Any] | None]] = [(nummer, None) for nummer in range(len(signalen))]
    while gekregen:
        gevraagd = [(nummer, _verder(signalen[nummer], rijen, regels[nummer])) for nummer, rijen in gekregen]
        vragen = [(nummer, vraag) for nummer, vraag in gevraagd if vraag is not None]
        los = [deel for _, vraag in vragen for deel in (vraag if isinstance(vraag, tuple) else (vraag,))]
        antwoorden = iter(lees_samen(sessie, los) if los else ())
        gekregen = [
            (nummer, [next(antwoorden) for _ in vraag] if isinstance(vraag, tuple) else next(antwoorden))
            for nummer, vraag in vragen
        ]
    return tuple(regel for van_een in regels for regel in van_een)


def _verder(
    signaal: Iterator[Wacht | Vraag | tuple[Vraag, ...]], rijen: Sequence[Any] | None, regels: list[Wacht]
) -> Vraag | tuple[Vraag, ...] | None:
    """Take its lines until it asks for rows; None when it has said everything."""
    try:
        gezegd = signaal.send(rijen) if isinstance(signaal, Generator) else next(signaal)
        while isinstance(gezegd, Wacht):
            regels.append(gezegd)
            gezegd = next(signaal)
    except StopIteration:
        return None
    return gezegd
