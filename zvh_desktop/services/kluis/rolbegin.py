"""At every way into a vault: take down who has which role, and keep out whose role still waits for somebody else."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import UTC
from typing import Final

from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.keten.logketen import schrijf_logregel
from zvh_desktop.database.keten.rollen import lid_van, teken_rollen
from zvh_desktop.database.keten.rolstand import VAN_GEWICHT, Lid, Rolfeit, inhoud_begin, lid_json
from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.errors import GebruikersFout, KluisFout, RolWacht
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.werkplek.klok import Klok

log = logging.getLogger(__name__)

VASTGELEGD: Final = "rollen vastgelegd"
NIEUWE_SLEUTELS: Final = "nieuwe sleutels gemeld"


class EerderGedaan(Exception):
    """On a server a colleague did it a moment ago: it is done once."""


def leg_rollen_vast(
    kluis: OpenKluis, klok: Klok, herkomst: str, erbij: Callable[[Session], Mapping[str, object]]
) -> None:
    """Begin to count who may what, or say that this user has new keys. Raises RolWacht when no role counts yet.

    In a new vault this comes after its first accounts were made, in an older one at the first opening. ``erbij`` is
    what else is taken down at that beginning.
    """
    if not kluis.alleen_lezen and kluis.koffer is None:  # who may what is decided in the office
        certificaten = [slot.certificaat for slot in kluis.sleutelbestand.gebruikers]
        ik = lid_van(next(deel for deel in certificaten if deel.naam == kluis.gebruiker.naam))
        if not kluis.rolstand.begonnen:
            _eis_alles_gezien(kluis)
            with vertaal_databasefout(kluis.map), kluis.lees_sessies() as sessie:
                inhoud = {**inhoud_begin(map(lid_van, certificaten)), **erbij(sessie)}
            _teken(kluis, klok, herkomst, VASTGELEGD, inhoud)
        elif _heeft_nieuwe_sleutels(kluis, ik):
            _teken(kluis, klok, herkomst, NIEUWE_SLEUTELS, {"wat": Rolfeit.HERSTEL.value, **lid_json(ik)})
    if not kluis.gebruiker.rollen:
        raise RolWacht


def _eis_alles_gezien(kluis: OpenKluis) -> None:
    """What is taken down at the beginning is said of all that stands there."""
    if not kluis.stand.ziet_dossiers:
        raise KluisFout(
            "Dit huis is nog niet eerder geopend, en uw databaseaccount ziet niet alles wat er staat.",
            veilig="Er is niets gewijzigd.",
            advies="Laat eerst een collega aanmelden die casussen mag bekijken.",
        )


def _heeft_nieuwe_sleutels(kluis: OpenKluis, ik: Lid) -> bool:
    stand = kluis.rolstand
    eerder, wacht = stand.leden.get(ik.naam), stand.voorstel_voor(ik.naam)
    if eerder is None or eerder.sleutel == ik.sleutel or not ik.rollen & VAN_GEWICHT:
        return False
    return wacht is None or wacht.lid.sleutel != ik.sleutel


def _teken(kluis: OpenKluis, klok: Klok, herkomst: str, handeling: str, inhoud: Mapping[str, object]) -> None:
    tijd = klok().astimezone(UTC)
    try:
        with vertaal_databasefout(kluis.map), kluis.sessies() as sessie, sessie.begin():
            zicht = inzicht(sessie)
            zicht.eis_heel()
            if handeling == VASTGELEGD and zicht.rolstand.begonnen:
                raise EerderGedaan
            teken_rollen(sessie, kluis.ondertekenaar, inhoud, tijd)
            schrijf_logregel(
                sessie,
                tijd=tijd,
                gebruiker=kluis.gebruiker.naam,
                rol=next((rol.value for rol in Rol if rol in kluis.gebruiker.rollen), ""),
                handeling=handeling,
                object_soort="kluis" if handeling == VASTGELEGD else "account",
                object_id="" if handeling == VASTGELEGD else kluis.gebruiker.naam,
                resultaat="gelukt",
                herkomst=herkomst,
            )
    except EerderGedaan:
        log.info("rollen intussen vastgelegd door een ander")
    except GebruikersFout as fout:
        # In a chain that is not whole nothing counts; when it is again, the next opening does this.
        log.info("rollen niet vastgelegd: %s", type(fout).__name__)
        return
    kluis.lees_rollen()
