"""An act of which the database decides: the key file makes room, and goes back when it did not happen (ADR 0033).

A change of roles is a statement in the chain, and a certificate that makes it possible. Nobody can sign at the next
opening what a killed process did not; a file can be put back by whoever opens the vault. So here the file takes its
place first, with the old one kept beside it, and the transaction that signs and logs the act decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.bestanden import sync_map, vervang
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.daad import Daad, met_reserve, rond_voornemens_af
from zvh_desktop.database.eerst import (
    bewaar_vorige,
    ga_door_bij_fout,
    ruim_vorige_op,
    vergeet_vorige,
    zet_vorige_terug,
)
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, leg_sleutelbestand_klaar
from zvh_desktop.database.sleutels.sleutelbytes import BESTANDSNAAM
from zvh_desktop.database.terugzetten.vergelijken import Bron


@dataclass(frozen=True, slots=True)
class Samen:
    """What an open vault lends: its sessions, and how it takes another key file for its own."""

    bron: Bron
    sessie: Callable[[], Session]
    neem: Callable[[Bron], None]


def schrijf_samen(plek: Samen, bestand: Sleutelbestand, daad: Daad) -> None:
    """Replace the key file and commit the act: both, or the old file stands there again."""

    def doe() -> None:
        with vertaal_fout(plek.bron.kluismap):
            _leg_klaar(plek, bestand, daad)

    rond_voornemens_af(plek.bron.engine, plek.bron.kluismap)
    met_reserve(plek.bron.kluismap, doe)


def _leg_klaar(plek: Samen, bestand: Sleutelbestand, daad: Daad) -> None:
    bron = plek.bron
    verzegeld, klaar = leg_sleutelbestand_klaar(bron.kluismap, bestand, bron.sleutel)
    try:
        eerst = bewaar_vorige(bron.engine, bron.kluismap, daad.handeling, daad.gebruiker, daad.tijd)
        try:
            vervang(klaar, bron.kluismap / BESTANDSNAAM)
            sync_map(bron.kluismap)
            # From here on what is signed is signed under the certificates of the new file.
            plek.neem(replace(bron, bestand=verzegeld))
            with plek.sessie() as sessie, sessie.begin():
                daad.voer_uit(sessie)
                vergeet_vorige(sessie, eerst)
        except BaseException:
            plek.neem(bron)
            # When this fails too, whoever opens the vault next does it.
            ga_door_bij_fout(lambda: zet_vorige_terug(bron.engine, bron.kluismap))
            raise
        ruim_vorige_op(bron.kluismap)
    finally:
        # gone when it took its place
        ga_door_bij_fout(lambda: klaar.unlink(missing_ok=True))
