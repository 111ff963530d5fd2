"""What the notulen say of acties of before, and of the verslag of the overleg before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from zvh_desktop.documents.notulen import NotulenVoortgang
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.woorden import VERSLAGOORDEEL_TEKST
from zvh_desktop.services.tafel.eerder.voortgang_lezen import voortgang_voor
from zvh_desktop.services.tafel.opvolging.verslag_voor_partij import gezegd, verslagen_voor
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt, VoortgangRegel
from zvh_desktop.services.werkplek.werkplek import Werkplek


def notulen_voortgang(regels: tuple[VoortgangRegel, ...], *, alleen_hier: bool = False) -> tuple[NotulenVoortgang, ...]:
    """As it is printed; ``alleen_hier``: for a partij, so without acties of who does not sit at this point."""
    gekozen = voortgang_voor(regels) if alleen_hier else regels
    return tuple(NotulenVoortgang(een.omschrijving, een.partij, een.voortgang) for een in gekozen)


def eerdere_verslagen(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, punten: Iterable[VerslagPunt], partij: Partij
) -> tuple[tuple[date, str], ...]:
    """Of which day a verslag was settled at this table, and how, as far as this partij may hear of it."""
    return tuple(
        (een.datum, VERSLAGOORDEEL_TEKST[een.oordeel])
        for een in verslagen_voor(werkplek, sessie, overleg, gezegd(punten), partij)
    )
