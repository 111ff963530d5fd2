"""The term of AVG art. 12 lid 3: one month, at most two more with a reason, and never ending on a day off.

The last day moves to the first that is no Saturday, Sunday or holiday (Algemene termijnenwet art. 1; Verordening
1182/71 art. 3 lid 4 says the same of a European term). No convenant has a shorter one.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.vernietigen.termijnen import na_termijn
from zvh_desktop.services.werkplek.feestdagen import feestdag

ARTIKEL: Final = "AVG art. 12 lid 3"
MEER_MAANDEN: Final = 2
HERINNERING: Final = timedelta(days=14)
"""So long before the end Vandaag begins to say it."""
_ZATERDAG: Final = 5


def laatste_dag(ontvangen_op: date, extra_maanden: int = 0) -> date:
    """Until when can be answered in time."""
    maanden = 1 + extra_maanden
    dag = na_termijn(ontvangen_op, "1 maand" if maanden == 1 else f"{maanden} maanden")
    assert dag is not None  # noqa: S101 - the form of the term is ours
    while dag.weekday() >= _ZATERDAG or feestdag(dag):
        dag += timedelta(days=1)
    return dag


def resterend(grens: date, vandaag: date) -> str:
    """How long there is, in words."""
    dagen = (grens - vandaag).days
    if dagen < 0:
        return f"de termijn is voorbij sinds {datum_kort(grens)}"
    nog = {0: "vandaag is de laatste dag", 1: "nog 1 dag"}.get(dagen, f"nog {dagen} dagen")
    return f"{nog}, uiterlijk {datum_kort(grens)}"
