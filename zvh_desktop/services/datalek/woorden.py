"""What may stand in the texts of a datalek: no person, and in what the partijen read no casus and no partij."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.casus import Betrokkene
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.datalek.gegevens import DatalekInvoer
from zvh_desktop.services.werkplek.invoer import tekst, verplicht
from zvh_desktop.services.werkplek.vermelding import Vermeldingen

_TE_KORT = 3
"""A name of so few letters is a word as well."""


def lees_teksten(sessie: Session, invoer: DatalekInvoer) -> tuple[str, str, str]:
    """What happened, measures, and the text for the partijen. Raises InvoerOngeldig."""
    wat = verplicht("wat", tekst("wat", invoer.wat).strip(), "Vul in wat er is gebeurd.")
    maatregelen = tekst("maatregelen", invoer.maatregelen).strip()
    bericht = tekst("bericht", invoer.bericht).strip()
    personen = {naam for naam in sessie.scalars(select(Betrokkene.naam)) if len(naam) > _TE_KORT}
    for veld, inhoud in (("wat", wat), ("maatregelen", maatregelen), ("bericht", bericht)):
        genoemd = Vermeldingen((inhoud,))
        if any(genoemd.noemt(naam) for naam in personen):
            raise _geweigerd(veld, "de naam van een betrokkene")
    eis_bericht(sessie, bericht)
    return wat, maatregelen, bericht


def eis_bericht(sessie: Session, bericht: str) -> None:
    """Nothing for one partij only in what all of them read. Asked again when it goes out. Raises InvoerOngeldig."""
    genoemd = Vermeldingen((bericht,))
    if genoemd.casusnummers():
        raise _geweigerd("bericht", "een casusnummer")
    partijen = sessie.execute(select(Partij.naam, Partij.kort))
    if any(genoemd.noemt(naam) for rij in partijen for naam in rij if len(naam) > _TE_KORT):
        raise _geweigerd("bericht", "de naam van een partij")


def _geweigerd(veld: str, wat: str) -> InvoerOngeldig:
    return InvoerOngeldig(
        veld,
        f"In deze tekst staat {wat}. Wie dit leest, hoeft dat niet te weten.",
        advies="Schrijf het zonder namen. Casussen, betrokkenen en partijen kiest u bij Wie het raakt.",
    )
