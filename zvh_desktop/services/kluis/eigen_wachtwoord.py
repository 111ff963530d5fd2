"""A password that somebody else chose opens nothing: its owner chooses another first.

That it must be changed stands in the slot of the account, inside what the password itself authenticates. Someone with
the file but without the password cannot take it out; whoever has both is the owner, or the beheerder who chose it.
"""

from __future__ import annotations

from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.errors import WachtwoordTijdelijk


def eis_eigen_wachtwoord(kluis: OpenKluis) -> None:
    """Raises WachtwoordTijdelijk. Every way into an open vault asks this, in the window and on the command line."""
    if kluis.accounts.wachtwoord_tijdelijk:
        raise WachtwoordTijdelijk
