"""Whether a server has all that this user saw on it before; what was there last is remembered on this computer.

Chains of hashes and signatures show a piece that was taken out, not an end that was cut off. What a user saw is
sealed with that user's own secret, as for a vault. Of a server that this user never opened here, what was seen of the
vault that was brought there counts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sqlalchemy import Connection

from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.sleutels.primitieven import leid_af
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand
from zvh_desktop.database.team.verbinding import Verbinding
from zvh_desktop.database.terugzetten.onthouden import (
    Eigenaar,
    Gezien,
    OnthoudenStand,
    ketenkoppen,
    lees_gebruikersstand,
    schrijf_gebruikersstand,
    vergelijk,
)
from zvh_desktop.errors import KluisBeschadigd
from zvh_desktop.paths import gebruikersmap

NIET_VAN_U: Final = "De stand die op deze computer is onthouden, is niet te lezen of niet door u geschreven."
_DOEL: Final = b"zvh-team geheugen v1"
_TEKENS: Final = 16


def geheugennaam(team: Verbinding, kluis_id: str) -> str:
    """Under which name this computer remembers a house on a server.

    A connection file has a code of its own: a house that was brought once more goes on apart from the one before.
    """
    return f"{kluis_id}-server-{leid_af(team.code, _DOEL).hex()[:_TEKENS]}"


def nu_op(lijn: Connection, team: Verbinding, bestand: Sleutelbestand) -> OnthoudenStand:
    """The state of the server as it is now."""
    verklaring, log = ketenkoppen(lijn)
    return OnthoudenStand(geheugennaam(team, bestand.kluis_id), 0, bestand.register.nummer, verklaring, log)


def gezien_op(team: Verbinding, bestand: Sleutelbestand, eigen: Eigenaar) -> Gezien | None:
    """What this user saw last; None where nothing of it was ever seen here. ValueError when somebody else wrote it."""
    naam = geheugennaam(team, bestand.kluis_id)
    eerder = lees_gebruikersstand(naam, eigen) or lees_gebruikersstand(bestand.geheugen_id, eigen)
    # How often it was opened is counted in a vault alone.
    return None if eerder is None else replace(eerder, stand=replace(eerder.stand, kluis_id=naam, zitting=0))


def kijk_terug(lijn: Connection, team: Verbinding, bestand: Sleutelbestand, eigen: Eigenaar) -> tuple[str, ...]:
    """What is older than this user saw before, or other than that. Without any, what is there now is remembered."""
    try:
        nu, eerder = nu_op(lijn, team, bestand), gezien_op(team, bestand, eigen)
        gezien = nu if eerder is None else eerder.stand
        gevonden = tuple(een.zin for een in vergelijk(lijn, nu, gezien, "deze computer"))
    except KluisBeschadigd as fout:
        return (fout.gebeurd,)
    except ValueError:
        return (NIET_VAN_U,)
    if not gevonden:
        with vertaal_fout(gebruikersmap()):
            # What else is remembered is kept by who works in it; it still holds.
            schrijf_gebruikersstand(eigen, Gezien(nu, None) if eerder is None else replace(eerder, stand=nu))
    return gevonden
