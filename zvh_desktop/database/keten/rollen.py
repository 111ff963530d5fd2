"""Each statement against the roles at its place in the chain, and those roles read apart at opening.

A signature of a procesregisseur counts when the root key certified the key and the chain says that this person was one
then: a certificate that one beheerder made alone is a finding, and opens nothing.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.ondertekening import (
    SOORTEN_VAN_BEHEERDER,
    SOORTEN_VAN_PROCESREGISSEUR,
    Ondertekenaar,
    Toets,
    VerklaringRij,
    onjuist,
    voeg_verklaring_toe,
)
from zvh_desktop.database.keten.rolstand import Lid, RolGeweigerd, Rolstand, Tekenaar, inhoud_begin
from zvh_desktop.database.sleutels.certificaten import Certificaat, Vertrouwensanker
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import Rol, VerklaringSoort

_TABEL = Verklaring.__table__
# Literally the condition of the index on verklaring (migration 0016), or it would not be used.
_OVER_ROLLEN: Final = select(_TABEL).where(_TABEL.c.soort == "rollen").order_by(_TABEL.c.nummer)


def stap(stand: Rolstand, verklaring: Verklaring | VerklaringRij, inhoud: Mapping[str, object]) -> Rolstand:
    """The roles after this statement, whose signature is good. Raises HandtekeningOnjuist when they refuse it."""
    over_rollen = verklaring.soort == VerklaringSoort.ROLLEN
    nodig = _rol_voor(verklaring.soort) if stand.begonnen else None
    if not over_rollen and nodig is None:
        return stand
    tekenaar = tekenaar_van(verklaring.certificaat)
    if over_rollen:
        try:
            return stand.na(verklaring.nummer, tekenaar, verklaring.tijd, inhoud)
        except RolGeweigerd as fout:
            raise onjuist(verklaring, str(fout)) from fout
    if nodig not in stand.rollen_van(tekenaar):
        raise onjuist(verklaring, "de rol van de ondertekenaar is niet door een tweede bevestigd")
    return stand


def _rol_voor(soort: str) -> Rol | None:
    if soort in SOORTEN_VAN_PROCESREGISSEUR:
        return Rol.PROCESREGISSEUR
    return Rol.BEHEERDER if soort in SOORTEN_VAN_BEHEERDER else None


def lees_rolstand(sessie: Session, anker: Vertrouwensanker, kluis_id: str) -> Rolstand:
    """The roles as the statements about them say, each verified; the rest of the chain is not read.

    For what is shown and offered after opening. What counts for a decision is asked of the verified chain.
    Raises HandtekeningOnjuist.
    """
    stand, toets = Rolstand(), Toets(anker, kluis_id)
    for rij in sessie.execute(_OVER_ROLLEN):
        verklaring = VerklaringRij._make(tuple(rij))
        stand = stap(stand, verklaring, toets.inhoud(verklaring))
    return stand


def lid_van(certificaat: Certificaat) -> Lid:
    """Somebody as a certificate says."""
    return Lid(certificaat.naam, certificaat.tekensleutel, certificaat.rollen)


def teken_rollen(sessie: Session, ondertekenaar: Ondertekenaar, inhoud: Mapping[str, object], tijd: datetime) -> int:
    """Sign a statement about roles; the number of it."""
    return voeg_verklaring_toe(sessie, ondertekenaar, VerklaringSoort.ROLLEN, inhoud, tijd).nummer


def teken_begin(
    sessie: Session, ondertekenaar: Ondertekenaar, certificaten: tuple[Certificaat, ...], tijd: datetime
) -> None:
    """Take down who has which role now: from here on nobody changes that alone."""
    teken_rollen(sessie, ondertekenaar, inhoud_begin(map(lid_van, certificaten)), tijd)


@functools.lru_cache(maxsize=256)
def tekenaar_van(certificaat: str) -> Tekenaar:
    """Who this certificate is of; it was seen to be signed by the root key, in exactly these words."""
    velden = json.loads(certificaat)
    return Tekenaar(velden["naam"], velden["tekensleutel"], frozenset(map(Rol, velden["rollen"])))
