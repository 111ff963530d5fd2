"""The agenda: a full copy for the chair, and one per partij.

The copy of a partij is numbered by the builder and carries a starting time per point only: an end, a length
or a total would show that something else is discussed in between.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from zvh_desktop.documents.kop import Kop, OverlegKop, Vaststelling


@dataclass(frozen=True, slots=True)
class AgendaBijdrage:
    """One partij at one point, with what is asked of it. ``afgevaardigde`` may be empty."""

    partij: str
    afgevaardigde: str
    bijdrage: str


@dataclass(frozen=True, slots=True)
class AgendapuntRegie:
    """One point as the chair sees it. Without a casus ``casusnummer`` is None and ``onderwerp`` says it all.

    ``van_tafel`` and ``aan_tafel`` say which partijen leave and enter before this point.
    """

    begin: time
    einde: time
    minuten: int
    casusnummer: str | None
    onderwerp: str
    betrokkenen: tuple[str, ...] = ()
    aanpak: str = ""
    doel: str = ""
    besluitsoort: str = ""
    themas: tuple[str, ...] = ()
    partijen: tuple[AgendaBijdrage, ...] = ()
    van_tafel: tuple[str, ...] = ()
    aan_tafel: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaRegieGegevens:
    """The agenda for the chair. ``uitloop_minuten`` above 0 warns that the points take longer than planned."""

    kop: Kop
    overleg: OverlegKop
    punten: tuple[AgendapuntRegie, ...]
    akkoord: Vaststelling | None = None
    uitloop_minuten: int = 0
    artikel_geheimhouding: str = ""


@dataclass(frozen=True, slots=True)
class AgendapuntPartij:
    """One point that this partij sits at. It has no number: the builder counts 1..n."""

    aanvang: time
    casusnummer: str | None
    onderwerp: str
    doel: str = ""
    besluitsoort: str = ""
    themas: tuple[str, ...] = ()
    bijdrage: str = ""


@dataclass(frozen=True, slots=True)
class AgendaPartijGegevens:
    """The agenda for one partij: only its own points."""

    kop: Kop
    overleg_naam: str
    datum: date
    plaats: str
    partij: str
    contactpersoon: str
    punten: tuple[AgendapuntPartij, ...]
    artikel_geheimhouding: str
