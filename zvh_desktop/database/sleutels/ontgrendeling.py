"""With a name and a password at a key file, whichever place it was read from."""

from __future__ import annotations

from zvh_desktop.database.bestand.canoniek import nfc
from zvh_desktop.database.sleutels.pogingen import meld_gelukt, meld_mislukt
from zvh_desktop.database.sleutels.primitieven import SleutelPastNiet, wachtwoord_bytes
from zvh_desktop.database.sleutels.sleutelbeheer import Geheimen, open_slot
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, Slot
from zvh_desktop.errors import WachtwoordOnjuist


def met_wachtwoord(naam: str, wachtwoord: str, bestand: Sleutelbestand) -> tuple[Slot, Geheimen]:
    """The slot of this account and what is in it. Runs the KDF. Raises WachtwoordOnjuist, InvoerOngeldig."""
    wachtwoord_bytes(wachtwoord)
    slot = bestand.slot(nfc(naam).strip())
    try:
        # An unknown name takes as long as a known one.
        geheimen = open_slot(slot or bestand.gebruikers[0], wachtwoord)
        if slot is None:
            raise SleutelPastNiet
    except SleutelPastNiet as fout:
        raise WachtwoordOnjuist(meld_mislukt(bestand.kluis_id)) from fout
    meld_gelukt(bestand.kluis_id)
    return slot, geheimen
