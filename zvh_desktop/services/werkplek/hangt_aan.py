"""What still hangs on a row that somebody wants to remove: every table that refers to it, found by its foreign keys.

A list written out by hand forgets the table that comes after it, and then the database says so in its own words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from sqlalchemy import ColumnElement, Table, func, inspect, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.serverzinnen import sqlstate
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.base import Base
from zvh_desktop.models.taal import opsomming

_VERWIJST: Final = "23503"
"""What a server says of a row that another one refers to."""
_GAAT_MEE: Final = ("CASCADE", "SET NULL")

WOORDEN: Final[Mapping[str, tuple[str, str]]] = {
    "aanmelding": ("1 casus die zij aandroeg", "{} casussen die zij aandroeg"),
    "actie": ("1 actie", "{} acties"),
    "afgelasting": ("1 bericht dat een overleg niet doorging", "{} berichten dat een overleg niet doorging"),
    "afschaling_besluit": ("1 besluit over het einde van een casus", "{} besluiten over het einde van een casus"),
    "agendapunt": ("1 agendapunt", "{} agendapunten"),
    "besluit": ("1 besluit over een casus", "{} besluiten over een casus"),
    "brief": ("1 verstuurde brief", "{} verstuurde brieven"),
    "casus": ("1 casus", "{} casussen"),
    "casusregie": ("1 keer regie over een casus", "{} keer regie over een casus"),
    "datalek_partij": ("1 datalek", "{} datalekken"),
    "deelname": ("1 plaats bij een agendapunt", "{} plaatsen bij een agendapunt"),
    "geschil": ("1 geschil", "{} geschillen"),
    "informatie_item": ("1 stuk informatie", "{} stukken informatie"),
    "inzage_vrijgave": ("1 vrijgave om vooraf te lezen", "{} vrijgaven om vooraf te lezen"),
    "koffer": ("1 koffer waarin het mee was", "{} koffers waarin het mee was"),
    "lekoordeel": ("1 keuze over wat mee mocht", "{} keuzes over wat mee mocht"),
    "oordeel": ("1 oordeel", "{} oordelen"),
    "oordeel_verzoek": ("1 vraag om een oordeel", "{} vragen om een oordeel"),
    "opschaling": ("1 casus naar een ander huis", "{} casussen naar een ander huis"),
    "ordewens": ("1 wens voor de volgorde van een overleg", "{} wensen voor de volgorde van een overleg"),
    "overleg": ("1 overleg", "{} overleggen"),
    "overleg_besluit_raakt": ("1 voorstel dat haar raakt", "{} voorstellen die haar raken"),
    "overleg_lid": ("1 overleg waarvan zij lid is", "{} overleggen waarvan zij lid is"),
    "overleg_stem": ("1 stem", "{} stemmen"),
    "plan_rol": ("1 rol in een plan", "{} rollen in een plan"),
    "tafelgebeurtenis": ("1 aantekening van een overleg", "{} aantekeningen van een overleg"),
    "traject": ("1 procedure over deze partij", "{} procedures over deze partij"),
    "traject_partij": ("1 bericht over een andere partij", "{} berichten over andere partijen"),
    "triagebrief": ("1 brief met een vraag vooraf", "{} brieven met een vraag vooraf"),
    "triagevraag": ("1 vraag vooraf aan deze partij", "{} vragen vooraf aan deze partij"),
    "uitgegeven": ("1 verzonden stuk", "{} verzonden stukken"),
    "uitnodiging": ("1 uitnodiging", "{} uitnodigingen"),
    "verslag_correctie": ("1 correctie op een verslag", "{} correcties op een verslag"),
    "verstrekking": ("1 verstrekking", "{} verstrekkingen"),
    "verzoek_partij": ("1 verzoek van een betrokkene", "{} verzoeken van betrokkenen"),
    "verzending": ("1 verzending", "{} verzendingen"),
}
"""How a row of each table is called to the user; a test asks it for every table that refers to something."""


def verwijzingen(rij: type[Base] | Base) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """Each table with the condition under which a row of it holds this one; what is removed along is left out."""
    kaart = inspect(rij if isinstance(rij, type) else type(rij))
    tabel = kaart.local_table
    mee = {verband.mapper.local_table for verband in kaart.relationships if verband.cascade.delete}
    for ander in Base.metadata.tables.values():
        if ander in mee:
            continue
        sleutels = [
            verwijzing
            for verwijzing in ander.foreign_keys
            if verwijzing.column.table is tabel
            and verwijzing.column.name == "id"
            and (verwijzing.ondelete or "").upper() not in _GAAT_MEE
        ]
        if sleutels:
            waarde = None if isinstance(rij, type) else rij.id  # type: ignore[attr-defined]
            yield ander, or_(*(verwijzing.parent == waarde for verwijzing in sleutels))


def hangt_eraan(sessie: Session, rij: Base) -> tuple[str, ...]:
    """What would be left without this row: '2 oordelen', '1 overleg waarvan zij lid is'; empty when it may go."""
    geteld = Counter[str]()
    for tabel, waar in verwijzingen(rij):
        geteld[tabel.name] += sessie.scalar(select(func.count()).select_from(tabel).where(waar)) or 0
    return tuple(
        WOORDEN[naam][0] if aantal == 1 else WOORDEN[naam][1].format(aantal)
        for naam, aantal in geteld.items()
        if aantal
    )


def haal_weg(sessie: Session, rij: Base) -> bool:
    """Remove it. False where something hangs on it that this account does not see on a server: then nothing goes on."""
    sessie.delete(rij)
    try:
        sessie.flush()
    except IntegrityError as fout:
        if sqlstate(fout) != _VERWIJST:
            raise
        return False
    return True


def eis_los(sessie: Session, rij: Base, wat: str, advies: str) -> None:
    """Refuse to remove what something else still needs; ``wat`` names it, ``advies`` is what can be done instead."""
    gevonden = hangt_eraan(sessie, rij)
    if gevonden:
        zin = f"{wat} blijft: er hangt nog aan {opsomming(list(gevonden))}."
        raise InvoerOngeldig("verwijderen", zin, advies=advies)
