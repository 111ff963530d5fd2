"""A new database key without ever re-encrypting in place: copy, check, and switch with one replaced file."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Mapping

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.engine import open_engine, sluit_af
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.bestand.wissen import Voortgang
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.kopie.kopie import kopieer_database, verwijder_database
from zvh_desktop.database.sleutels.primitieven import willekeurig
from zvh_desktop.database.sleutels.sleutelbeheer import controleer_vertrouwen, met_databasesleutel
from zvh_desktop.database.sleutels.sleutelbestand import (
    Sleutelbestand,
    databasenaam,
    lees_sleutelbestand,
    schrijf_sleutelbestand,
)
from zvh_desktop.database.terugzetten.onthouden import OnthoudenStand, lees_stand, schrijf_kluisstand, standnaam
from zvh_desktop.database.terugzetten.vergelijken import Bron, ruim_wezen_op
from zvh_desktop.errors import GebruikersFout

log = logging.getLogger(__name__)


def roteer(
    bron: Bron,
    bestand: Sleutelbestand,
    wortel: bytes,
    wissel: Callable[[Bron], None],
    sessie_info: Mapping[str, object],
    daad: Daad | None = None,
    voortgang: Voortgang | None = None,
) -> None:
    """Bring the database under a new key for the users in ``bestand``. A kill at any moment leaves a vault that opens.

    ``wissel`` is called with the new source while the old database is still locked: no writer can slip in between.
    The line in the log, and what is signed with it, is written into the copy: it is there as soon as the copy counts,
    and not before. ``sessie_info`` is what each session of this vault carries.
    """
    # The key is sealed to the public keys in here: only to those that the root key certified.
    controleer_vertrouwen(bestand, wortel)
    sleutel, epoche = willekeurig(), bron.bestand.epoche + 1
    nieuw_pad = bron.kluismap / databasenaam(epoche)
    verwijder_database(nieuw_pad)
    nieuwe_bron: Bron | None = None
    try:
        with bron.engine.begin():
            engine: Engine | None = None
            try:
                kopieer_database(bron.databasepad, bron.sleutel, nieuw_pad, sleutel, voortgang)
                engine = open_engine(nieuw_pad, sleutel)
                with vertaal_fout(bron.kluismap):
                    stand = _maak_af(engine, bestand, sessie_info, daad)
                    schrijf_kluisstand(bron.kluismap, epoche, stand, sleutel)
                    nieuw = schrijf_sleutelbestand(
                        bron.kluismap, met_databasesleutel(bestand, sleutel, epoche), sleutel
                    )
            except BaseException:
                if engine is not None:
                    engine.dispose()
                if lees_sleutelbestand(bron.kluismap).epoche != epoche:
                    verwijder_database(nieuw_pad)
                    with contextlib.suppress(OSError):
                        (bron.kluismap / standnaam(epoche)).unlink(missing_ok=True)
                raise
            sluit_af(bron.engine)
            nieuwe_bron = Bron(bron.kluismap, nieuw, sleutel, engine)
            wissel(nieuwe_bron)
        bron.engine.dispose()
        ruim_wezen_op(nieuwe_bron)
    except (GebruikersFout, SQLAlchemyError, OSError) as fout:
        if nieuwe_bron is None:
            raise
        # The key file was replaced: it has happened, and nobody may be told otherwise.
        log.warning("na het vernieuwen van de sleutel bleef iets over: %s", type(fout).__name__)


def _maak_af(
    engine: Engine, bestand: Sleutelbestand, sessie_info: Mapping[str, object], daad: Daad | None
) -> OnthoudenStand:
    with Session(engine, info=dict(sessie_info)) as sessie, sessie.begin():
        if daad is not None:
            daad.voer_uit(sessie)
        sessie.flush()
        return lees_stand(sessie.connection(), bestand.geheugen_id, bestand.register.nummer)
