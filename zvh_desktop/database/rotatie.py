"""A new database key without ever re-encrypting in place: copy, check, and switch with one replaced file."""

from __future__ import annotations

from collections.abc import Callable

from zvh_desktop.database.bestand.engine import open_engine, sluit_af
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.kopie.kopie import kopieer_database, verwijder_database
from zvh_desktop.database.sleutels.primitieven import willekeurig
from zvh_desktop.database.sleutels.sleutelbeheer import controleer_vertrouwen, met_databasesleutel
from zvh_desktop.database.sleutels.sleutelbestand import (
    Sleutelbestand,
    databasenaam,
    lees_sleutelbestand,
    schrijf_sleutelbestand,
)
from zvh_desktop.database.terugzetten.onthouden import lees_stand, schrijf_kluisstand, standnaam
from zvh_desktop.database.terugzetten.vergelijken import Bron, ruim_wezen_op


def roteer(bron: Bron, bestand: Sleutelbestand, wortel: bytes, wissel: Callable[[Bron], None]) -> None:
    """Bring the database under a new key for the users in ``bestand``. A kill at any moment leaves a vault that opens.

    ``wissel`` is called with the new source while the old database is still locked: no writer can slip in between.
    """
    # The key is sealed to the public keys in here: only to those that the root key certified.
    controleer_vertrouwen(bestand, wortel)
    sleutel, epoche = willekeurig(), bron.bestand.epoche + 1
    nieuw_pad = bron.kluismap / databasenaam(epoche)
    verwijder_database(nieuw_pad)
    with bron.engine.begin() as schrijfslot:
        try:
            kopieer_database(bron.databasepad, bron.sleutel, nieuw_pad, sleutel)
            engine = open_engine(nieuw_pad, sleutel)
            stand = lees_stand(schrijfslot, bestand.kluis_id, bestand.register.nummer)
            with vertaal_fout():
                schrijf_kluisstand(bron.kluismap, epoche, stand, sleutel)
                nieuw = schrijf_sleutelbestand(bron.kluismap, met_databasesleutel(bestand, sleutel, epoche), sleutel)
        except BaseException:
            if lees_sleutelbestand(bron.kluismap).epoche != epoche:
                verwijder_database(nieuw_pad)
                (bron.kluismap / standnaam(epoche)).unlink(missing_ok=True)
            raise
        sluit_af(bron.engine)
        nieuwe_bron = Bron(bron.kluismap, nieuw, sleutel, engine)
        wissel(nieuwe_bron)
    bron.engine.dispose()
    ruim_wezen_op(nieuwe_bron)
