"""Why a tafel is called off, in the words of the office: it goes to everyone who was invited, so it may name nobody."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.casus import Betrokkene
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.werkplek.invoer import regel, verplicht
from zvh_desktop.services.werkplek.vermelding import Vermeldingen

_TE_KORT = 3
"""A name of so few letters is a word as well: 'OM' would refuse every sentence with 'om'."""


def lees_reden(sessie: Session, overleg: Overleg, reden: str) -> str:
    """The reason, fit to send. Raises InvoerOngeldig when it is empty, or names a casus, a person or a partij."""
    netjes = verplicht("reden", regel("reden", reden), "Vul in waarom het overleg niet doorgaat.")
    tekst = Vermeldingen((netjes,))
    if tekst.casusnummers():
        raise _geweigerd("een casusnummer")
    if any(tekst.noemt(naam) for naam in _personen(sessie, overleg)):
        raise _geweigerd("de naam van een betrokkene")
    if any(tekst.noemt(naam) for naam in _partijen(sessie, overleg)):
        raise _geweigerd("een partij die is uitgenodigd")
    return netjes


def _geweigerd(wat: str) -> InvoerOngeldig:
    return InvoerOngeldig(
        "reden",
        f"In de reden staat {wat}. Iedereen die is uitgenodigd krijgt deze reden te lezen.",
        advies="Schrijf het zonder namen en nummers, bijvoorbeeld: de voorzitter is ziek.",
    )


def _personen(sessie: Session, overleg: Overleg) -> set[str]:
    """Every betrokkene of this vault by the whole name; those of this tafel by the surname as well."""
    namen = {naam for naam in sessie.scalars(select(Betrokkene.naam)) if len(naam) > _TE_KORT}
    hier = sessie.scalars(
        select(Betrokkene.naam)
        .join(Agendapunt, Agendapunt.casus_id == Betrokkene.casus_id)
        .where(Agendapunt.overleg_id == overleg.id)
    )
    achternamen = {naam.split()[-1] for naam in hier if naam.split()}
    return namen | {naam for naam in achternamen if len(naam) > _TE_KORT}


def _partijen(sessie: Session, overleg: Overleg) -> set[str]:
    """Who has a seat or an uitnodiging: who else would come is told to nobody."""
    stoelen = (
        select(Deelname.partij_id)
        .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
        .where(Agendapunt.overleg_id == overleg.id)
    )
    post = select(Uitnodiging.partij_id).where(Uitnodiging.overleg_id == overleg.id)
    rijen = sessie.execute(select(Partij.naam, Partij.kort).where(Partij.id.in_(stoelen) | Partij.id.in_(post)))
    return {naam for rij in rijen for naam in rij if len(naam) > _TE_KORT}
