"""A month of tafels, other overleggen and terms, with feestdagen and school holidays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Final

from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import Rol, VernietigSoort
from zvh_desktop.services.huis.vakanties import Vakantie, vakanties_uit, vraag_vakanties
from zvh_desktop.services.vandaag.maand.gegevens import Dagitem, Maandbeeld, Maanddag, Maandsoort, weken_van
from zvh_desktop.services.vandaag.maand.vragen import maandvragen
from zvh_desktop.services.vernietigen.eigen import NAAM
from zvh_desktop.services.vernietigen.gegevens import TeDoen
from zvh_desktop.services.vernietigen.lezen import opruimlijst, opruimvragen
from zvh_desktop.services.vernietigen.termijnen import lees_termijnen
from zvh_desktop.services.werkplek.feestdagen import feestdagen
from zvh_desktop.services.werkplek.plekken import BijCasus, Onderdeel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.samen import lees_samen
from zvh_desktop.services.werkplek.werkplek import Werkplek

MEESTE: Final = 12
"""Of one kind no day has more lines than this; the rest is one line that opens the list."""
_HEEL_DE_DAG: Final = time(23, 59)
_ORDE: Final = {soort: nummer for nummer, soort in enumerate(Maandsoort)}
_LIJST: Final[dict[Maandsoort, tuple[str, Onderdeel | None]]] = {
    Maandsoort.TAFEL: ("tafels", None),
    Maandsoort.OVERLEG: ("overleggen", None),
    Maandsoort.ACTIE: ("acties", None),
    Maandsoort.BEWAREN: ("beheer", "opruimen"),
    Maandsoort.VERZOEK: ("beheer", "verzoeken"),
    Maandsoort.DATALEK: ("beheer", "datalekken"),
    Maandsoort.SAMENWERKING: ("beheer", "samenwerking"),
}
"""Where the whole list of a kind is; the others are of a casus."""


class MaandService:
    """What falls in a month, for who may read casussen."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def toon(self, jaar: int, maand: int) -> Maandbeeld:
        """The weeks of this month. However many casussen there are, it takes as many statements. Raises NietBevoegd."""
        dagen = weken_van(jaar, maand)
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            vakanties, items = _lees(self._werkplek, sessie, dagen[0], dagen[-1])
        per_dag: dict[date, list[Dagitem]] = defaultdict(list)
        for item in items:
            per_dag[item.dag].append(item)
        feest = feestdagen(dagen)
        return Maandbeeld(
            jaar=jaar,
            maand=maand,
            vandaag=self._werkplek.vandaag(),
            dagen=tuple(
                Maanddag(
                    dag=dag,
                    erbuiten=dag.month != maand,
                    feestdag=feest.get(dag, ""),
                    vakanties=tuple(een.naam for een in vakanties if een.van <= dag <= een.tot),
                    items=tuple(_samengevat(sorted(per_dag[dag], key=_volgorde))),
                )
                for dag in dagen
            ),
        )


def _lees(werkplek: Werkplek, sessie: Session, van: date, tot: date) -> tuple[tuple[Vakantie, ...], list[Dagitem]]:
    vragen = tuple(maandvragen(werkplek, sessie, van, tot))
    termijnen = lees_termijnen(werkplek, sessie) if Rol.PROCESREGISSEUR in werkplek.kluis.gebruiker.rollen else None
    opruimen = opruimvragen(termijnen) if termijnen is not None else ()
    bewaard, *rijen = lees_samen(sessie, [vraag_vakanties(), *(een.vraag for een in vragen), *opruimen])
    items = [item for een, van_een in zip(vragen, rijen, strict=False) for item in een.lees(van_een)]
    if termijnen is not None:
        casussen, zonder_casus = rijen[len(vragen) :]
        items += map(_te_bewaren, _met_dag(opruimlijst(werkplek, termijnen, casussen, zonder_casus), van, tot))
    return vakanties_uit(bewaard[0][0] if bewaard else None), items


def _met_dag(regels: Iterable[TeDoen], van: date, tot: date) -> Iterator[tuple[TeDoen, date]]:
    return ((regel, regel.vanaf) for regel in regels if regel.vanaf is not None and van <= regel.vanaf <= tot)


def _te_bewaren(wat: tuple[TeDoen, date]) -> Dagitem:
    regel, dag = wat
    if regel.casus_id is None:
        zin = f"{regel.nummer}: de bewaartermijn is voorbij, vernietigen"
        return Dagitem(Maandsoort.BEWAREN, dag, "Bewaartermijn", zin, "beheer", "opruimen")
    doen = "schonen" if regel.soort is VernietigSoort.SCHONEN else "vernietigen"
    waarvan = f" van de {NAAM[regel.soort]}" if regel.soort in NAAM else ""
    zin = f"Dossier {regel.nummer}: de bewaartermijn{waarvan} is voorbij, {doen}"
    kort = f"{regel.nummer} bewaartermijn"
    return Dagitem(Maandsoort.BEWAREN, dag, kort, zin, "casussen", BijCasus(regel.casus_id, "opruimen"))


def _volgorde(item: Dagitem) -> tuple[time, int, str]:
    return item.tijdstip.begin if item.tijdstip is not None else _HEEL_DE_DAG, _ORDE[item.soort], item.zin


def _samengevat(items: Iterable[Dagitem]) -> Iterator[Dagitem]:
    """As they are, but of one kind a line that opens the list in the place of what goes over ``MEESTE``."""
    geteld: dict[Maandsoort, int] = defaultdict(int)
    dag = None
    for item in items:
        geteld[item.soort] += 1
        dag = item.dag
        if geteld[item.soort] <= MEESTE:
            yield item
    for soort, aantal in geteld.items():
        if aantal > MEESTE and dag is not None:
            over = aantal - MEESTE
            pagina, onderdeel = _LIJST.get(soort, ("casussen", None))
            zin = f"Nog {over} van deze soort ({soort.value}): open de lijst"
            yield Dagitem(soort, dag, f"nog {over}", zin, pagina, onderdeel)
