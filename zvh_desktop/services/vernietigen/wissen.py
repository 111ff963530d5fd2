"""After a file went: erase what it leaves on the disk, and take another database key.

That a file went is one transaction. What follows cannot be in it: the search index and the write-ahead log are
erased, and the database is copied under a new key, so that older copies of the file lose theirs. A note in the same
transaction says that this has to be done; it goes with the new key. Whoever opens the vault first after a process that
was killed does it then (ADR 0048).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout, vertaal_fout
from zvh_desktop.database.bestand.wissen import wis_resten
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.keten.geleegd import vernietigingen
from zvh_desktop.database.keten.geverifieerd import herlees_keten
from zvh_desktop.database.keten.ondertekening import Toets
from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.database.vernietigen.register import lees_register, schrijf_register
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.instelling import TE_WISSEN_SLEUTEL, Instelling
from zvh_desktop.models.keuzes import VerklaringSoort, VernietigSoort
from zvh_desktop.services.kluis.plek import vergeet_alle_plekken
from zvh_desktop.services.werkplek.klok import Klok
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

log = logging.getLogger(__name__)

GEWIST: Final = "resten van een vernietigd dossier gewist"
TE_WISSEN: Final = select(Instelling.waarde).where(Instelling.sleutel == TE_WISSEN_SLEUTEL)
"""A row when a file is gone and its remains are not."""
Voortgang = Callable[[int, int, str], None]


def noteer(sessie: Session) -> None:
    """In the transaction in which a file goes: what it leaves behind has to be erased."""
    sessie.merge(Instelling(sleutel=TE_WISSEN_SLEUTEL, waarde="ja"))


def moet_wissen(sessie: Session) -> bool:
    """Whether that was not yet done."""
    return sessie.get(Instelling, TE_WISSEN_SLEUTEL) is not None


def wist_zelf(sessie: Session) -> bool:
    """Whether that can be done here; of a house on a server its owner does it (docs/team.md)."""
    return motor_van(sessie.connection()).wist_zelf


def wis(kluis: OpenKluis, daad: Daad, voortgang: Voortgang | None = None) -> None:
    """Erase, and take another key. Raises KluisFout, SchijfVol; then the next opening does it."""
    with vertaal_fout(kluis.map):
        onthoud_vernietigingen(kluis)
        vergeet_alle_plekken(kluis)
        wis_resten(kluis.engine, voortgang)
        kluis.sleutels.vernieuw_databasesleutel(replace(daad, erbij=_gewist), voortgang)


def rond_wissen_af(kluis: OpenKluis, klok: Klok, herkomst: str) -> None:
    """At opening: what a killed process, or a disk without room, left to be done."""
    if kluis.alleen_lezen:
        return
    try:
        with vertaal_databasefout(kluis.map), kluis.lees_sessies() as sessie:
            moet = moet_wissen(sessie) and wist_zelf(sessie)
        if moet:
            wis(kluis, Daad(GEWIST, kluis.gebruiker.naam, klok().astimezone(UTC), herkomst=herkomst))
        else:
            onthoud_vernietigingen(kluis)
    except (GebruikersFout, SQLAlchemyError, OSError) as fout:
        # Who cannot erase now can still work; it stays noted, and is shown with the destroyed files.
        log.info("resten nog niet gewist: %s", type(fout).__name__)


def wis_na(werkplek: Werkplek, soort: VernietigSoort, nummer: str, voortgang: Voortgang | None) -> bool:
    """Erase what just went. What was committed is never called refused: when this fails, the next opening does it."""
    kluis = werkplek.kluis
    try:
        with vertaal_databasefout(kluis.map), kluis.lees_sessies() as sessie:
            herlees_keten(sessie)
            zelf = wist_zelf(sessie)
        if not zelf:
            onthoud_vernietigingen(kluis)
            vergeet_alle_plekken(kluis)
            return False
        wis(kluis, werkplek.daad(GEWIST, Recht.VERNIETIGEN, nummer), _zonder_stoppen(voortgang))
    except GebruikersFout as fout:
        log.info("na %s nog niet gewist: %s", soort.value, type(fout).__name__)
        return False
    return True


def _zonder_stoppen(voortgang: Voortgang | None) -> Voortgang | None:
    """What has gone cannot be stopped any more: who asks for that hears nothing of it."""
    if voortgang is None:
        return None

    def meld(gedaan: int, totaal: int, zin: str) -> None:
        with suppress(Exception):
            voortgang(gedaan, totaal, zin)

    return meld


def onthoud_vernietigingen(kluis: OpenKluis) -> None:
    """Keep every destruction in this database outside it as well, so that an older copy is destroyed again."""
    toets = Toets(kluis.wortel, kluis.kluis_id)
    with vertaal_databasefout(kluis.map), kluis.lees_sessies() as sessie:
        hier = {rij.hash: rij for rij in vernietigingen(sessie) if rij.soort == VerklaringSoort.VERNIETIGING}
    bewaard = lees_register(kluis.map, toets)
    if hier or bewaard:
        schrijf_register(kluis.map, toets, {**bewaard, **hier}.values())


def _gewist(sessie: Session) -> None:
    sessie.execute(delete(Instelling).where(Instelling.sleutel == TE_WISSEN_SLEUTEL))
