"""What a point that runs over does to the rest of the day: when each next one begins, and whom that concerns.

A point does not begin before the time on the agenda: its partijen come for that time. So a table that is ahead waits,
and one that is late stays late until a point takes less than was planned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from zvh_desktop.models.keuzes import AgendapuntId, PartijId
from zvh_desktop.models.taal import tijd

MERKBAAR: Final = timedelta(minutes=5)
"""Who waits less than this is not called."""
_KORTST: Final = timedelta(minutes=5)
"""What a point that was interrupted still takes at least."""


@dataclass(frozen=True, slots=True)
class Dagpunt:
    """One point as the clock sees it; times are Dutch."""

    id: AgendapuntId
    titel: str
    minuten: int
    partijen: tuple[PartijId, ...]
    gepland: datetime | None
    """By the agenda that was sent; None for what was added at the table."""
    gestart_op: datetime | None = None
    afgerond_op: datetime | None = None
    onderbroken: bool = False

    @property
    def bezig(self) -> bool:
        """Whether it is on the table now."""
        return self.gestart_op is not None and self.afgerond_op is None

    @property
    def komt_nog(self) -> bool:
        """Whether it is still to come, or to come back."""
        return self.gestart_op is None or (self.onderbroken and not self.bezig)

    @property
    def rest(self) -> timedelta:
        """How long it takes when it comes."""
        heel = timedelta(minutes=self.minuten)
        if self.gestart_op is None or self.afgerond_op is None:
            return heel
        return max(_KORTST, heel - (self.afgerond_op - self.gestart_op))


@dataclass(frozen=True, slots=True)
class Volgendpunt:
    """A point that is still to come: when it was planned, and when it begins as things stand."""

    id: AgendapuntId
    titel: str
    gepland: datetime | None
    verwacht: datetime
    einde: datetime

    @property
    def later(self) -> int:
        """Minutes later than planned; 0 for what was not planned."""
        return _minuten(self.verwacht - self.gepland) if self.gepland is not None else 0


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """A partij that still has to come or to stay: its time as it was invited, and as it becomes."""

    partij_id: PartijId
    partij: str
    gepland_van: datetime
    gepland_tot: datetime
    verwacht_van: datetime
    verwacht_tot: datetime
    aan_tafel: bool
    """It sits at the point that is discussed now, so it hears this at the table."""
    te_laat_voor: datetime | None = None
    """It answered that it can only stay until then, and that is no longer enough."""

    @property
    def waarschuw(self) -> bool:
        """Whether somebody has to call: it is not here, and its time moves; or it cannot stay that long."""
        verschoven = self.verwacht_van - self.gepland_van >= MERKBAAR
        return self.te_laat_voor is not None or (verschoven and not self.aan_tafel)

    @property
    def zin(self) -> str:
        """'10:20-10:50 in plaats van 10:00-10:30; kan maar tot 10:45'."""
        nu = f"{_klok(self.verwacht_van)}-{_klok(self.verwacht_tot)}"
        zin = f"{nu} in plaats van {_klok(self.gepland_van)}-{_klok(self.gepland_tot)}"
        return zin if self.te_laat_voor is None else f"{zin}; kan maar tot {_klok(self.te_laat_voor)}"


@dataclass(frozen=True, slots=True)
class Dagverloop:
    """The rest of the day as it looks now."""

    punten: tuple[Volgendpunt, ...]
    verschuivingen: tuple[Verschuiving, ...]
    """Whose time moves by so much that it is noticed, who has to be told first."""
    klaar: datetime
    gepland_klaar: datetime

    @property
    def uitloop(self) -> int:
        """Minutes that the overleg ends later than planned; negative when it is done sooner."""
        return _minuten(self.klaar - self.gepland_klaar)

    @property
    def te_waarschuwen(self) -> tuple[Verschuiving, ...]:
        """Who has to be called."""
        return tuple(een for een in self.verschuivingen if een.waarschuw)


@dataclass(frozen=True, slots=True)
class Dagplan:
    """What the reckoning needs beside the points."""

    namen: Mapping[PartijId, str]
    kan_tot: Mapping[PartijId, datetime]
    """Until when a partij said that it can stay."""
    gepland_klaar: datetime


def reken_dag(punten: Sequence[Dagpunt], nu: datetime, plan: Dagplan) -> Dagverloop:
    """Reckon from ``nu`` on, in the order of the table."""
    moment, eerder_aan_tafel = _vrij(punten, nu)
    volgend: list[Volgendpunt] = []
    vensters = _Vensters()
    for punt in punten:
        if punt.bezig:
            vensters.voeg_toe(punt, punt.gestart_op or nu, moment)
        elif punt.komt_nog:
            begin = max(moment, punt.gepland) if punt.gepland is not None and punt.gestart_op is None else moment
            moment = begin + punt.rest
            volgend.append(Volgendpunt(punt.id, punt.titel, punt.gepland, begin, moment))
            vensters.voeg_toe(punt, begin, moment)
    schuiven = [een for een in vensters.schuiven(plan, eerder_aan_tafel) if _merkbaar(een)]
    return Dagverloop(tuple(volgend), tuple(sorted(schuiven, key=_eerst)), moment, plan.gepland_klaar)


def _vrij(punten: Sequence[Dagpunt], nu: datetime) -> tuple[datetime, frozenset[PartijId]]:
    """When the table can take the next point, and who sits there until then."""
    open_ = next((punt for punt in punten if punt.bezig), None)
    if open_ is None or open_.gestart_op is None:
        return nu, frozenset()
    return max(nu, open_.gestart_op + timedelta(minutes=open_.minuten)), frozenset(open_.partijen)


class _Vensters:
    """From when to when each partij is there for what is still to come, as planned and as it becomes."""

    def __init__(self) -> None:
        self._gepland: dict[PartijId, tuple[datetime, datetime]] = {}
        self._verwacht: dict[PartijId, tuple[datetime, datetime]] = {}

    def voeg_toe(self, punt: Dagpunt, begin: datetime, einde: datetime) -> None:
        """This point, for everyone who sits there."""
        for partij_id in punt.partijen:
            self._verwacht[partij_id] = _ruimer(self._verwacht.get(partij_id), begin, einde)
            if punt.gepland is not None:
                tot = punt.gepland + timedelta(minutes=punt.minuten)
                self._gepland[partij_id] = _ruimer(self._gepland.get(partij_id), punt.gepland, tot)

    def schuiven(self, plan: Dagplan, aan_tafel: frozenset[PartijId]) -> Iterable[Verschuiving]:
        """Everyone of whom both are known: who was let in at the table knows the time already."""
        for partij_id, (van, tot) in self._verwacht.items():
            if partij_id not in self._gepland:
                continue
            grens = plan.kan_tot.get(partij_id)
            yield Verschuiving(
                partij_id,
                plan.namen.get(partij_id, ""),
                *self._gepland[partij_id],
                van,
                tot,
                aan_tafel=partij_id in aan_tafel,
                te_laat_voor=grens if grens is not None and tot > grens else None,
            )


def _ruimer(venster: tuple[datetime, datetime] | None, begin: datetime, einde: datetime) -> tuple[datetime, datetime]:
    return (begin, einde) if venster is None else (min(venster[0], begin), max(venster[1], einde))


def _merkbaar(een: Verschuiving) -> bool:
    later = max(een.verwacht_van - een.gepland_van, een.verwacht_tot - een.gepland_tot)
    return later >= MERKBAAR or een.te_laat_voor is not None


def _eerst(een: Verschuiving) -> tuple[bool, datetime, str]:
    return not een.waarschuw, een.verwacht_van, een.partij


def _minuten(duur: timedelta) -> int:
    return round(duur.total_seconds() / 60)


def _klok(moment: datetime) -> str:
    return tijd(moment.time())
