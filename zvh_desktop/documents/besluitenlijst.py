"""All besluiten of one overleg on one list, for the regie."""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.documents.kop import Kop, OverlegKop, Vaststelling


@dataclass(frozen=True, slots=True)
class BesluitRegel:
    """One besluit with the casus or subject it belongs to."""

    casusnummer: str | None
    onderwerp: str
    soort: str
    omschrijving: str
    conditie: str = ""
    belegd_bij: str = ""
    informering: str = ""
    reden_niet: str = ""


@dataclass(frozen=True, slots=True)
class BesluitenlijstGegevens:
    """The list of one overleg. ``vaststelling`` is None while the verslag is a concept."""

    kop: Kop
    overleg: OverlegKop
    besluiten: tuple[BesluitRegel, ...]
    vaststelling: Vaststelling | None
