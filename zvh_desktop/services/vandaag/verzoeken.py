"""What a betrokkene asked and was not answered: a line per verzoek, more urgent from two weeks before its term ends."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Select, select

from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekId, VerzoekSoort, VerzoekUitkomst
from zvh_desktop.models.verzoeken.verzoek import Betrokkeneverzoek
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.verzoeken.gegevens import SOORT_TEKST
from zvh_desktop.services.verzoeken.termijn import HERINNERING, laatste_dag, resterend
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek


def open_verzoeken() -> Select[VerzoekId, VerzoekSoort, date, int]:
    """Each that was not answered: what is asked, and from what its term follows (``laatste_dag``)."""
    return (
        select(
            Betrokkeneverzoek.id,
            Betrokkeneverzoek.soort,
            Betrokkeneverzoek.ontvangen_op,
            Betrokkeneverzoek.verlengd_maanden,
        )
        .where(Betrokkeneverzoek.uitkomst == VerzoekUitkomst.OPEN)
        .order_by(Betrokkeneverzoek.id)
    )


def wacht_op_verzoeken(werkplek: Werkplek) -> Signaal:
    """One line per open verzoek. It names nobody: the number and what is asked."""
    if not werkplek.mag(Recht.VERZOEK_BIJHOUDEN).mag:
        return
    vandaag = werkplek.vandaag()
    for id_, soort, ontvangen, maanden in (yield open_verzoeken()):
        grens = laatste_dag(ontvangen, maanden)
        wanneer = Wanneer.NU if grens - vandaag <= HERINNERING else Wanneer.TERMIJNEN
        zin = f"Verzoek {id_} om {SOORT_TEKST[soort]}: {resterend(grens, vandaag)}"
        yield Wacht(wanneer, zin, "Open", "verzoeken", id_)
