"""The notulen: a full copy for the regie, and one per partij built up from its own points.

Both show beeld, oordeel and besluit per point. The copy for a partij has no field for names of betrokkenen,
for delegates or for times, and is numbered by the builder.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from zvh_desktop.documents.kop import Kop, OverlegKop, Vaststelling
from zvh_desktop.models.keuzes import Aanwezigheid, ActieStatus


@dataclass(frozen=True, slots=True)
class NotulenBesluit:
    """One besluit. Either ``informering`` (who tells the betrokkene, when) or ``reden_niet`` is filled."""

    soort: str
    omschrijving: str
    conditie: str = ""
    informering: str = ""
    reden_niet: str = ""
    belegd_bij: str = ""


@dataclass(frozen=True, slots=True)
class NotulenActie:
    """One actie. Either ``informering`` (who tells the betrokkene, when) or ``reden_niet`` is filled."""

    omschrijving: str
    belegd_bij: str
    termijn: date | None
    status: ActieStatus
    conditie: str = ""
    informering: str = ""
    reden_niet: str = ""


@dataclass(frozen=True, slots=True)
class Aanwezige:
    """How one partij was present at one point, with its delegate (regie only)."""

    partij: str
    afgevaardigde: str
    aanwezigheid: Aanwezigheid


@dataclass(frozen=True, slots=True)
class AanwezigePartij:
    """How one partij was present at one point, as the others at that same point may read it."""

    partij: str
    aanwezigheid: Aanwezigheid


@dataclass(frozen=True, slots=True)
class NotulenPuntRegie:
    """One point in full."""

    begin: time
    einde: time
    casusnummer: str | None
    onderwerp: str
    betrokkenen: tuple[str, ...] = ()
    doel: str = ""
    besluitsoort: str = ""
    aanwezigen: tuple[Aanwezige, ...] = ()
    beeld: str = ""
    oordeel: str = ""
    besluit: str = ""
    besluiten: tuple[NotulenBesluit, ...] = ()
    acties: tuple[NotulenActie, ...] = ()


@dataclass(frozen=True, slots=True)
class NotulenRegieGegevens:
    """The full notulen. ``vaststelling`` is None for a concept."""

    kop: Kop
    overleg: OverlegKop
    punten: tuple[NotulenPuntRegie, ...]
    vaststelling: Vaststelling | None
    artikel_geheimhouding: str


@dataclass(frozen=True, slots=True)
class NotulenPuntPartij:
    """One point that this partij sat at."""

    casusnummer: str | None
    onderwerp: str
    doel: str = ""
    besluitsoort: str = ""
    aanwezigen: tuple[AanwezigePartij, ...] = ()
    beeld: str = ""
    oordeel: str = ""
    besluit: str = ""
    besluiten: tuple[NotulenBesluit, ...] = ()
    acties: tuple[NotulenActie, ...] = ()


@dataclass(frozen=True, slots=True)
class NotulenPartijGegevens:
    """The notulen for one partij: only its own points."""

    kop: Kop
    overleg_naam: str
    datum: date
    plaats: str
    partij: str
    punten: tuple[NotulenPuntPartij, ...]
    vaststelling: Vaststelling | None
    artikel_geheimhouding: str
