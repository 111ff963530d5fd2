"""The columns of the list of informatie-items."""

from __future__ import annotations

from zvh_desktop.services.informatie.beeld import InformatieRegel
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.informatie.woorden import (
    REGIME_ICOON,
    REGIME_TEKST,
    REGIME_UITLEG,
    akkoord_icoon,
    akkoord_tekst,
    vrijgegeven_tekst,
)
from zvh_desktop.ui.uiterlijk.icons import Icoon


def _titel(regel: InformatieRegel) -> object:
    return regel.titel


def _verstrekker(regel: InformatieRegel) -> object:
    return regel.verstrekker


def _regime(regel: InformatieRegel) -> object:
    return REGIME_TEKST[regel.regime]


def _regime_icoon(regel: InformatieRegel) -> Icoon:
    return REGIME_ICOON[regel.regime]


def _regime_uitleg(regel: InformatieRegel) -> str:
    return REGIME_UITLEG[regel.regime]


def _gebruik(regel: InformatieRegel) -> object:
    return " ".join(regel.gebruik.split()) or "nog niet bepaald"


def _gebruik_heel(regel: InformatieRegel) -> str:
    return regel.gebruik


def _ontvangen(regel: InformatieRegel) -> object:
    return regel.ontvangen_op


def _bijlage(regel: InformatieRegel) -> object:
    return regel.bijlage_naam


KOLOMMEN = (
    Kolom[InformatieRegel]("titel", "Titel", _titel, breedte=28),
    Kolom[InformatieRegel]("verstrekker", "Gegeven door", _verstrekker, breedte=22),
    Kolom[InformatieRegel]("regime", "Regime", _regime, breedte=14, icoon=_regime_icoon, uitleg=_regime_uitleg),
    Kolom[InformatieRegel]("gebruik", "Toegestaan gebruik", _gebruik, breedte=28, uitleg=_gebruik_heel),
    Kolom[InformatieRegel]("akkoord", "Inzage vooraf", akkoord_tekst, breedte=26, icoon=akkoord_icoon),
    Kolom[InformatieRegel]("vrij", "Vrijgegeven aan", vrijgegeven_tekst, breedte=24),
    Kolom[InformatieRegel]("ontvangen", "Ontvangen op", _ontvangen, breedte=22, zichtbaar=False),
    Kolom[InformatieRegel]("bijlage", "Bijlage", _bijlage, breedte=20, zichtbaar=False),
)
