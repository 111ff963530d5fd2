"""A change of roles that waits for this user, who may confirm it."""

from __future__ import annotations

from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.werkplek.werkplek import Werkplek


def wacht_op_rollen(werkplek: Werkplek) -> tuple[Wacht, ...]:
    """One line, however many changes wait; they stand together in Beheer."""
    stand, ik, nu = werkplek.kluis.rolstand, werkplek.gebruiker, werkplek.klok().isoformat()
    aantal = sum(
        stand.mag_bevestigen(nummer, ik) and not voorstel.verlopen(nu) for nummer, voorstel in stand.voorstellen.items()
    )
    if not aantal:
        return ()
    zin = (
        "Een wijziging van rollen wacht op uw bevestiging"
        if aantal == 1
        else f"{aantal} wijzigingen van rollen wachten op uw bevestiging"
    )
    return (Wacht(Wanneer.NU, zin, "Bekijk", "rolwijzigingen", 0),)
