"""What screens and the command line see of koffers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from zvh_desktop.models.keuzen.kofferkeuzes import KofferId, KofferStand
from zvh_desktop.models.keuzes import CasusId, OverlegId

ACHTERVOEGSEL = ".koffer"
"""How the folder of a koffer is called."""


@dataclass(frozen=True, slots=True)
class KofferVraag:
    """What somebody asks: which tafel, for which accounts, and the last day on which it opens to work in."""

    overleg_id: OverlegId
    voor: str
    terug_uiterlijk: date
    vervanger: str = ""
    ook: tuple[OverlegId, ...] = ()
    """Other overleggen of the same day that travel in the same koffer."""


@dataclass(frozen=True, slots=True)
class KofferOok:
    """Another overleg of the same day that can travel along."""

    overleg_id: OverlegId
    naam: str
    """As shown: what it is, and from when to when."""
    casussen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KofferNiet:
    """Another overleg of the same day that stays here: what it is, why, and what can be done about that."""

    naam: str
    reden: str


@dataclass(frozen=True, slots=True)
class KofferVoor:
    """Somebody for whom a koffer can be sealed."""

    account: str
    naam: str


@dataclass(frozen=True, slots=True)
class KofferKeuze:
    """What can be chosen before a koffer is made. ``bezwaar`` says why none can be made now; empty: it can."""

    voor: tuple[KofferVoor, ...]
    casussen: tuple[str, ...]
    """The numbers of the casussen that travel."""
    terug_uiterlijk: date
    """The day that is proposed."""
    bezwaar: str = ""
    ook: tuple[KofferOok, ...] = ()
    niet_mee: tuple[KofferNiet, ...] = ()


@dataclass(frozen=True, slots=True)
class KofferBeeld:
    """One koffer as the office knows it."""

    id: KofferId
    overleg_id: OverlegId
    stand: KofferStand
    voor: str
    vervanger: str
    """Names as shown; empty: nobody."""
    terug_uiterlijk: date
    compleet_tot: int
    """Up to which statement of the office it is complete."""
    uitgegeven_op: datetime
    uitgegeven_door: str
    casussen: tuple[str, ...]
    """Their numbers."""
    alle_casus_ids: tuple[CasusId, ...]
    """Of every overleg in the same koffer: what is lost with it."""
    is_te_laat: bool
    mag_inleveren: bool
    """Whether it is sealed for who works here."""
    ingetrokken_op: datetime | None
    ingetrokken_reden: str
    terug_op: datetime | None
    ernaast: int
    """How many points of it were not taken over."""
    samen_met: tuple[str, ...] = ()
    """The other overleggen in the same koffer, as shown."""

    @property
    def is_uit(self) -> bool:
        """Whether the tafel is uitgeleend."""
        return self.stand is KofferStand.UIT


@dataclass(frozen=True, slots=True)
class TerugPunt:
    """One thing that was done on the road, beside what the office has now.

    ``kan`` False: it cannot be taken in, and ``reden`` says why. ``voorgesteld``: nothing in the office says otherwise.
    """

    sleutel: str
    casus: str
    """The number of the casus; empty for what is of the tafel as a whole."""
    wat: str
    kantoor: str
    onderweg: str
    kan: bool
    voorgesteld: bool
    reden: str = ""
    afdruk: str = ""
    """A print of both sides whole: another one says that since it was shown one of them was changed."""


@dataclass(frozen=True, slots=True)
class TerugBeeld:
    """What a koffer brings back. ``kiezen``: it was withdrawn, so each point is chosen by somebody."""

    koffer: KofferBeeld
    map: Path
    kiezen: bool
    punten: tuple[TerugPunt, ...]
    verklaringen: int
    """How many statements were signed on the road."""
    vernietigd: int
    """How many casussen were destroyed in the office meanwhile; nothing of them is shown."""


@dataclass(frozen=True, slots=True)
class TerugResultaat:
    """What became of it. ``koffer_weg`` False: the koffer itself could not be destroyed, and has to be by hand."""

    koffer: KofferBeeld
    overgenomen: int
    ernaast: tuple[TerugPunt, ...] = field(default=())
    koffer_weg: bool = True


@dataclass(frozen=True, slots=True)
class Dagkofferaanbod:
    """What one can go on in without coming in. ``van``: of when it is; None where it was begun already."""

    van: datetime | None


@dataclass(frozen=True, slots=True)
class Begonnen:
    """A koffer of this computer that was begun without a line, and its tafels.

    ``voor``: whose it is, as shown, where that is somebody else; ``weg``: whether who works here may throw it away.
    """

    map: Path
    overleggen: tuple[int, ...]
    dag: date | None = field(default=None, compare=False)
    dagen: int = field(default=0, compare=False)
    """How many days ago that was."""
    voor: str = field(default="", compare=False)
    weg: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class Dagkofferstand:
    """How it stands with the koffer of today on this computer, known without the server."""

    mogelijk: bool
    aan: bool
    van: datetime | None = None
    """Of when the one is that sleeps here."""
    begonnen: tuple[Begonnen, ...] = ()
    """Those that were begun without a line and wait to be handed in."""
    van_anderen: tuple[Begonnen, ...] = ()
    """Of somebody else who worked at this computer."""
    te_groot: bool = False
    """Whether none is kept since it would be too large."""
