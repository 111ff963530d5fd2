"""What a betrokkene asked and was not answered: a line per verzoek, more urgent from two weeks before its term ends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekSoort
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.verzoeken.overzichtstuk import SOORT_TEKST
from zvh_desktop.services.verzoeken.termijn import HERINNERING, laatste_dag, resterend
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek


def wacht_op_verzoeken(werkplek: Werkplek, open_verzoeken: str) -> tuple[Wacht, ...]:
    """One line per open verzoek. It names nobody: the number and what is asked."""
    return tuple(_regels(werkplek, open_verzoeken)) if werkplek.mag(Recht.VERZOEK_BIJHOUDEN).mag else ()


def _regels(werkplek: Werkplek, open_verzoeken: str) -> Iterator[Wacht]:
    vandaag = werkplek.vandaag()
    for id_, soort, ontvangen, maanden in sorted(json.loads(open_verzoeken)):
        grens = laatste_dag(date.fromisoformat(ontvangen), maanden)
        wanneer = Wanneer.NU if grens - vandaag <= HERINNERING else Wanneer.TERMIJNEN
        zin = f"Verzoek {id_} om {SOORT_TEKST[VerzoekSoort(soort)]}: {resterend(grens, vandaag)}"
        yield Wacht(wanneer, zin, "Open", "verzoeken", id_)
