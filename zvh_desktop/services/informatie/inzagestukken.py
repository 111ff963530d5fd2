"""The files that one partij gets with its uitnodiging to read beforehand: a PDF per item, and its PDF attachment."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.informatie_item import bouw_informatie_pdf
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.informatie import InformatieItem, InzageVrijgave
from zvh_desktop.models.keuzes import DocumentSoort, UitnodigingId
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.informatie.bijlagen import is_pdf
from zvh_desktop.services.informatie.inzage import geldige_vrijgaven
from zvh_desktop.services.informatie.stukken import informatie_gegevens
from zvh_desktop.services.lek.bijlagen import lees_vooraf
from zvh_desktop.services.lek.uitgang import Uitgang
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.werkplek.werkplek import Werkplek


def lees_inzage_vooraf(werkplek: Werkplek, uitnodiging_id: UitnodigingId) -> None:
    """Read what may travel with it, before it is noted as sent: that is done while nobody else can write."""
    mee = select(InzageVrijgave.item_id).join(
        Uitnodiging,
        (Uitnodiging.overleg_id == InzageVrijgave.overleg_id) & (Uitnodiging.partij_id == InzageVrijgave.partij_id),
    )
    waar = InformatieItem.id.in_(mee.where(Uitnodiging.id == uitnodiging_id, InzageVrijgave.vervallen.is_(False)))
    lees_vooraf(werkplek, select(InformatieItem.bijlage).where(waar), is_pdf)


def inzagestukken(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, partij: Partij, uitgang: Uitgang
) -> tuple[Stuk, ...]:
    """What travels, numbered per partij so that no number betrays what others get. No file name says what is in it."""
    stukken: list[Stuk] = []
    for nummer, (_, item) in enumerate(geldige_vrijgaven(werkplek, sessie, overleg, partij), start=1):
        casusnummers = (sessie.get_one(Casus, item.casus_id).nummer,)
        bijlage = item.bijlage if item.bijlage is not None and is_pdf(item.bijlage) else None
        if bijlage is not None and not uitgang.bijlage(f"Bijlage bij {item.titel}", bijlage, *casusnummers):
            bijlage = None
        gegevens = informatie_gegevens(werkplek, sessie, overleg, partij, item)
        inhoud = bouw_informatie_pdf(uitgang.door(replace(gegevens, met_bijlage=bijlage is not None)))
        delen = [(DocumentSoort.INFORMATIE, inhoud)]
        if bijlage is not None:
            delen.append((DocumentSoort.INFORMATIE_BIJLAGE, bijlage))
        stukken.extend(
            Stuk(
                soort=soort,
                bestandsnaam=bestandsnaam(soort, overleg.datum, partij.kort, nummer),
                inhoud=deel,
                partij_id=partij.id,
                partij=partij.naam,
                casusnummers=casusnummers,
            )
            for soort, deel in delen
        )
    return tuple(stukken)
