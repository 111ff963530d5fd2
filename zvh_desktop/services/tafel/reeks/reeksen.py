"""Use cases on a series of overleggen: planned in one act, each an overleg of its own from then on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzen.reekskeuzes import Herhaling
from zvh_desktop.models.keuzes import OverlegId, OverlegStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.huis.vakanties import Vakantie, lees_vakanties
from zvh_desktop.services.tafel.reeks.dagen import herhalingen, reeksdagen
from zvh_desktop.services.tafel.tafels import OverlegInvoer, eis_weg_te_halen, nieuw_overleg
from zvh_desktop.services.werkplek.feestdagen import feestdag
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

MEESTE = 60
"""Overleggen in one act: five years of every month, or one of every week with room to spare."""
VAKANTIES_ONBEKEND = "schoolvakanties niet ingevuld"
_ZATERDAG = 5


@dataclass(frozen=True, slots=True)
class Reeksdag:
    """A day that is proposed. ``let_op`` says what is in the way: a feestdag, a school holiday, another overleg.

    ``niet_bekend`` says what could not be looked at: school holidays are filled in by the house, some years ahead.
    """

    dag: date
    let_op: str
    niet_bekend: str = ""


class ReeksService:
    """Holds nothing between two acts."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def keuzes(self, begin: date) -> tuple[tuple[Herhaling, str], ...]:
        """How it can come back, in words."""
        return herhalingen(begin)

    def dagen(self, begin: date, herhaling: Herhaling, aantal: int) -> tuple[Reeksdag, ...]:
        """The days after this one, with what is to be known of each. Raises InvoerOngeldig for more than fit."""
        if not 1 <= aantal <= MEESTE:
            raise InvoerOngeldig("aantal", f"Kies een aantal tussen 1 en {MEESTE}.")
        dagen = reeksdagen(begin, herhaling, aantal)
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            vraag = select(Overleg.datum).where(Overleg.datum.in_(dagen), Overleg.status != OverlegStatus.AFGELAST)
            bezet = frozenset(sessie.scalars(vraag))
            vakanties = lees_vakanties(sessie)
        bekend_tot = max((een.tot for een in vakanties), default=date.min)
        return tuple(
            Reeksdag(dag, _let_op(dag, bezet, vakanties), "" if dag <= bekend_tot else VAKANTIES_ONBEKEND)
            for dag in dagen
        )

    def plan(self, voorbeeld: OverlegInvoer, dagen: Sequence[date]) -> tuple[OverlegId, ...]:
        """An overleg like this one on each of these days, all of them or none. Raises InvoerOngeldig."""
        if not dagen:
            raise InvoerOngeldig("dagen", "Kies ten minste één dag.")
        if len(dagen) > MEESTE:
            raise InvoerOngeldig("dagen", f"Plan er ten hoogste {MEESTE} tegelijk.")
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "reeks van overleggen gepland", "overleg") as werk:
            rijen = [nieuw_overleg(self._werkplek, werk.sessie, replace(voorbeeld, datum=dag)) for dag in dagen]
            werk.raakt(rijen[0].id)
            return tuple(rij.id for rij in rijen)

    def neem_terug(self, overleggen: Sequence[OverlegId]) -> None:
        """Take them away again, all of them or none. Raises GebruikersFout for one with which something was done."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "reeks van overleggen teruggenomen", "overleg") as werk:
            for overleg_id in overleggen:
                werk.raakt(overleg_id)
                rij = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
                eis_weg_te_halen(werk.sessie, rij)
                werk.sessie.delete(rij)


def _let_op(dag: date, bezet: Collection[date], vakanties: Sequence[Vakantie]) -> str:
    """All that is in the way: who moves an overleg from a feestdag also wants to know of the other overleg."""
    feest = feestdag(dag)
    vrij = ", ".join(dict.fromkeys(een.naam for een in vakanties if een.van <= dag <= een.tot))
    delen = (
        f"feestdag: {feest}" if feest else "",
        "weekend" if dag.weekday() >= _ZATERDAG and not feest else "",
        "er is al een overleg" if dag in bezet else "",
        f"schoolvakantie: {vrij}" if vrij else "",
    )
    return "; ".join(deel for deel in delen if deel)
