"""What stands in a new vault before anyone works in it: the profile of the house and its partijen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.models.overleg import ProfielVersie
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel, ProfielPartij
from zvh_desktop.services.partijen.partijen import PartijInvoer, partij_toevoegen
from zvh_desktop.services.werkplek.klok import Klok


def richt_in(kluis: OpenKluis, profiel: Huisprofiel, klok: Klok, *, partijen: Sequence[ProfielPartij]) -> None:
    """Put the profile and these partijen in a new vault, in one transaction."""
    with vertaal_databasefout(kluis.map), kluis.sessies() as sessie, sessie.begin():
        zet_inrichting(sessie, profiel, klok(), partijen=partijen)


def zet_inrichting(sessie: Session, profiel: Huisprofiel, nu: datetime, *, partijen: Sequence[ProfielPartij]) -> None:
    """The same within the transaction of the caller, which may be one of a server."""
    wanneer = nu.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    sessie.add(
        ProfielVersie(sleutel=profiel.sleutel, versie=profiel.versie, inhoud=profiel.brontekst, vastgelegd_op=wanneer)
    )
    for partij in partijen:
        partij_toevoegen(
            sessie, PartijInvoer(naam=partij.naam, kort=partij.kort, soort=partij.soort, groep=partij.groep)
        )
