"""Take down, once, which rows were there before rows of their kind were signed (database/keten/van_eerder.py)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from functools import partial

from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.keten.ondertekening import voeg_verklaring_toe
from zvh_desktop.database.keten.van_eerder import BEGIN, lees_van_eerder
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import Rol, VerklaringSoort
from zvh_desktop.services.werkplek.werkplek import Werkplek

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class VanEerder:
    """One kind: the key under which its rows stand, and the unsigned rows of now, each with its stempel."""

    sleutel: str
    rijen: Callable[[Session], Iterable[tuple[int, str]]]


def van_nu(soorten: Sequence[VanEerder]) -> Callable[[Session], Mapping[str, object]]:
    """What a statement holds about all of these kinds, for a new vault."""
    return partial(_van_nu, soorten)


def _van_nu(soorten: Sequence[VanEerder], sessie: Session) -> Mapping[str, object]:
    return {soort.sleutel: [list(rij) for rij in soort.rijen(sessie)] for soort in soorten}


def leg_van_eerder_vast(werkplek: Werkplek, soorten: Sequence[VanEerder]) -> None:
    """At the first opening by a procesregisseur of a vault from before: sign which rows were there already."""
    kluis = werkplek.kluis
    if kluis.alleen_lezen or kluis.koffer is not None or Rol.PROCESREGISSEUR not in kluis.gebruiker.rollen:
        return
    try:
        with vertaal_databasefout(kluis.map), kluis.lees_sessies() as sessie:
            if _is_gedaan(sessie, soorten):
                return
        with vertaal_databasefout(kluis.map), kluis.sessies() as sessie, sessie.begin():
            if _is_gedaan(sessie, soorten):
                return  # on a server a colleague did it a moment ago
            inhoud = {BEGIN: 1, **_van_nu(soorten, sessie)}
            inzicht(sessie).eis_heel()
            moment = werkplek.klok().astimezone(UTC)
            voeg_verklaring_toe(sessie, kluis.ondertekenaar, VerklaringSoort.VAN_EERDER, inhoud, moment)
    except GebruikersFout as fout:
        # In a chain that is not whole nothing counts; when it is again, the next opening does this.
        log.info("wat er van eerder was niet vastgelegd: %s", type(fout).__name__)


def _is_gedaan(sessie: Session, soorten: Sequence[VanEerder]) -> bool:
    return all(lees_van_eerder(sessie, soort.sleutel) is not None for soort in soorten)
