"""What stands in a new vault before anyone works in it: the profile of the house and its partijen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.models.overleg import ProfielVersie
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel, ProfielPartij
from zvh_desktop.services.partijen.partijen import PartijInvoer, partij_toevoegen
from zvh_desktop.services.werkplek.klok import Klok


def richt_in(kluis: OpenKluis, profiel: Huisprofiel, klok: Klok, *, partijen: Sequence[ProfielPartij]) -> None:
    """Put the profile and these partijen in a new vault, in one transaction."""
    nu = klok().astimezone(UTC).replace(tzinfo=None, microsecond=0)
    with vertaal_databasefout(kluis.map), kluis.sessies() as sessie, sessie.begin():
        sessie.add(
            ProfielVersie(sleutel=profiel.sleutel, versie=profiel.versie, inhoud=profiel.brontekst, vastgelegd_op=nu)
        )
        for partij in partijen:
            partij_toevoegen(
                sessie, PartijInvoer(naam=partij.naam, kort=partij.kort, soort=partij.soort, groep=partij.groep)
            )
