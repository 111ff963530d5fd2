"""Informatie-items for one partij, built from what it may read beforehand and nothing else."""

from __future__ import annotations

from sqlalchemy.orm import Session

from zvh_desktop.documents.informatie_item import InformatieItemGegevens
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.informatie import InformatieItem
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.tafel.agendastukken import agenda_versie
from zvh_desktop.services.werkplek.werkplek import Werkplek


def informatie_gegevens(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, partij: Partij, item: InformatieItem
) -> InformatieItemGegevens:
    """One item as this partij gets it; the caller has asked services/informatie/inzage.py whether it may."""
    profiel = werkplek.profiel_van(sessie, overleg)
    return InformatieItemGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Informatie vooraf",
            ontvanger=partij.naam,
            versie=agenda_versie(overleg),
            artikel=profiel.artikel(Regel.INZAGE_VOORAF),
        ),
        casusnummer=sessie.get_one(Casus, item.casus_id).nummer,
        overleg_naam=profiel.overlegsoort(overleg.soort).naam,
        overleg_datum=overleg.datum,
        titel=item.titel,
        verstrekker=sessie.get_one(Partij, item.verstrekker_id).naam,
        regime=item.regime,
        ontvangen_op=item.ontvangen_op,
        gebruik=item.gebruik,
        tekst=item.tekst,
        met_bijlage=item.bijlage_pdf,
        artikel_gebruik=profiel.artikel(Regel.VERSTREKKER_BEPAALT_GEBRUIK),
        artikel_geheimhouding=geheimhouding(profiel).artikel,
    )
