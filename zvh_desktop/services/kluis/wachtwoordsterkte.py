"""Whether a new password is strong enough, said in one sentence: asked at the first start and in Beheer."""

from __future__ import annotations

from zvh_desktop.database.sleutels.wachtwoorden import controleer_sterkte
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.services.kluis.gegevens import WachtwoordOordeel


def beoordeel_wachtwoord(wachtwoord: str, naam: str = "") -> WachtwoordOordeel:
    """The verdict on a new password for this account name."""
    try:
        controleer_sterkte(wachtwoord, naam)
    except InvoerOngeldig as fout:
        return WachtwoordOordeel(goed_genoeg=False, zin=str(fout))
    return WachtwoordOordeel(goed_genoeg=True, zin="Dit wachtwoord is sterk genoeg.")
