"""How a day of a month and what falls on it are said: short in its cell, in full to who hears or points at it."""

from __future__ import annotations

from datetime import date

from zvh_desktop.models.keuzes import OverlegStatus
from zvh_desktop.models.taal import MAANDEN, datum_lang, hoofdletter
from zvh_desktop.services.vandaag.maand.gegevens import Dagitem, Maanddag, Maandsoort
from zvh_desktop.ui.pages.tafel.woorden import OVERLEG_ICOON, OVERLEG_TEKST
from zvh_desktop.ui.teksten.bestuur import overlegstand, overlegstand_icoon
from zvh_desktop.ui.uiterlijk.icons import Icoon

_ICOON = {
    Maandsoort.ACTIE: Icoon.ACTIES,
    Maandsoort.EVALUATIE: Icoon.OPNIEUW,
    Maandsoort.AANGEHOUDEN: Icoon.KLOK,
    Maandsoort.OORDEEL: Icoon.SCHILD,
    Maandsoort.VERZOEK: Icoon.VRAAGTEKEN,
    Maandsoort.DATALEK: Icoon.WAARSCHUWING,
    Maandsoort.SAMENWERKING: Icoon.PARTIJEN,
    Maandsoort.BEWAREN: Icoon.PRULLENBAK,
}


def icoon_van(item: Dagitem) -> Icoon:
    """That of the list in which it stands."""
    if item.tijdstip is None:
        return _ICOON.get(item.soort, Icoon.TAFELS)
    if item.soort is Maandsoort.TAFEL:
        return OVERLEG_ICOON[item.tijdstip.status]
    return overlegstand_icoon(item.tijdstip.status, item.tijdstip.verslag)


def stand_van(item: Dagitem) -> str:
    """How an overleg stands, as its list says it; nothing for a term."""
    if item.tijdstip is None:
        return ""
    if item.soort is Maandsoort.OVERLEG:
        return overlegstand(item.tijdstip.status, item.tijdstip.verslag)
    return OVERLEG_TEKST[item.tijdstip.status]


def is_afgelast(item: Dagitem) -> bool:
    """Whether it does not take place."""
    return item.tijdstip is not None and item.tijdstip.status is OverlegStatus.AFGELAST


def celtekst(item: Dagitem) -> str:
    """The line in the cell."""
    stand = stand_van(item)
    return f"{item.kort}, {stand}" if stand else item.kort


def itemtekst(item: Dagitem) -> str:
    """The same in full."""
    stand = stand_van(item)
    return f"{item.zin}, {stand}" if stand else item.zin


def bijzonder(dag: Maanddag) -> str:
    """Feestdag and school holidays by name."""
    return ", ".join(naam for naam in (dag.feestdag, *dag.vakanties) if naam)


def dagkop(dag: Maanddag, vandaag: date) -> str:
    """Which day it is, in full."""
    feest = f"feestdag: {dag.feestdag}" if dag.feestdag else ""
    vrij = f"schoolvakantie: {', '.join(dag.vakanties)}" if dag.vakanties else ""
    nu = "vandaag" if dag.dag == vandaag else ""
    return ", ".join(deel for deel in (datum_lang(dag.dag), nu, feest, vrij) if deel)


def dagtekst(dag: Maanddag, vandaag: date) -> str:
    """Everything of a day, as a screen reader says it."""
    items = "; ".join(itemtekst(item) for item in dag.items) or "niets"
    return f"{dagkop(dag, vandaag)}. {hoofdletter(items)}."


def daguitleg(dag: Maanddag, vandaag: date) -> str:
    """The same for who points at it: a line for each."""
    return "\n".join((dagkop(dag, vandaag), *map(itemtekst, dag.items)))


def maandnaam(jaar: int, maand: int) -> str:
    """'december 2026'."""
    return f"{MAANDEN[maand - 1]} {jaar}"
