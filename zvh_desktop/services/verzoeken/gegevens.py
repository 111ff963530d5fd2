"""What a verzoek is for the screen: values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from zvh_desktop.models.keuzen.verzoekkeuzes import (
    AantekeningId,
    AantekeningUitkomst,
    Aard,
    ItemSoort,
    PartijAntwoord,
    VerzoekId,
    VerzoekSoort,
    VerzoekUitkomst,
)
from zvh_desktop.models.keuzes import BetrokkeneId, PartijId

SOORT_TEKST: Final[Mapping[VerzoekSoort, str]] = {
    VerzoekSoort.INZAGE: "inzage",
    VerzoekSoort.CORRECTIE: "correctie",
    VerzoekSoort.BEZWAAR: "bezwaar",
    VerzoekSoort.BEPERKING: "beperking",
    VerzoekSoort.WISSING: "wissing",
}
"""What was asked, in a sentence."""


@dataclass(frozen=True, slots=True)
class VerzoekInvoer:
    """What is typed at the receipt. ``identificatie`` says how it was established who asks; no copy, no BSN."""

    soort: VerzoekSoort
    ontvangen_op: date
    wie: str
    namens: str = ""
    vraag: str = ""
    identificatie: str = ""
    geidentificeerd_op: date | None = None


@dataclass(frozen=True, slots=True)
class VerlengInvoer:
    """Up to two months more, why, and when the requester was told."""

    maanden: int
    reden: str
    bericht_op: date | None


@dataclass(frozen=True, slots=True)
class VerzoekbesluitInvoer:
    """What is decided on the verzoek, and why where it is not granted in full."""

    uitkomst: VerzoekUitkomst
    reden: str = ""


@dataclass(frozen=True, slots=True)
class VerzoekRegel:
    """One line of the list."""

    id: VerzoekId
    soort: VerzoekSoort
    ontvangen_op: date
    wie: str
    namens: str
    vraag: str
    identificatie: str
    geidentificeerd_op: date | None
    identificatie_door: str
    uiterlijk: date
    termijn: str
    verlengd_maanden: int
    verlengd_reden: str
    verlengd_bericht_op: date | None
    uitkomst: VerzoekUitkomst
    reden: str
    besloten_op: date | None
    besloten_door: str
    verstrekt_op: datetime | None
    verstrekt_hoe: str
    verstrekt_door: str
    stappen: tuple[str, ...]
    """What is still to be done, in order; empty when nothing is."""


@dataclass(frozen=True, slots=True)
class PersoonRegel:
    """A row of the vault that may be this person. ``zelfde`` is True, False, or None where that cannot be said."""

    id: BetrokkeneId
    naam: str
    geboren: str
    waar: str
    zelfde: bool | None
    bevestigd: bool

    @property
    def tekst(self) -> str:
        """To tick."""
        oordeel = {
            True: "zelfde naam en geboortedatum",
            None: "zelfde naam, geboortedatum niet zeker",
            False: "andere geboortedatum",
        }
        return f"{self.naam}, {self.geboren}; {self.waar} ({oordeel[self.zelfde]})"


@dataclass(frozen=True, slots=True)
class ItemRegel:
    """One item about the person, to point at or to weigh before it leaves."""

    sleutel: str
    soort: ItemSoort
    item_id: int
    waar: str
    wat: str
    partij: str
    tekst: str
    weggelaten: str
    """Why it stays out of the overzicht; empty when it is in."""
    noten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AantekeningInvoer:
    """What is asked about one item."""

    soort: ItemSoort
    item_id: int
    aard: Aard
    tekst: str


@dataclass(frozen=True, slots=True)
class AantekeningRegel:
    """What stands beside an item because of this verzoek."""

    id: AantekeningId
    aard: Aard
    waar: str
    zin: str
    uitkomst: AantekeningUitkomst
    opgeheven: str
    """When and why a restriction was lifted; empty while it is in force."""


@dataclass(frozen=True, slots=True)
class DeelRegel:
    """One partij that supplied something: its letter, and what it says about its own part."""

    verzoek_id: VerzoekId
    partij_id: PartijId
    partij: str
    aantal: int
    aan: str
    verstuurd_op: datetime | None
    antwoord: PartijAntwoord
    antwoord_op: date | None
    antwoord_reden: str


@dataclass(frozen=True, slots=True)
class VerzoekbriefRegel:
    """Somebody who is told after the decision: the betrokkene (no partij), or a partij that got the data before."""

    verzoek_id: VerzoekId
    partij_id: PartijId | None
    aan: str
    verstuurd_op: datetime | None
    opheffing: bool = False
    """The letter that a restriction is lifted, to a partij that was told of it."""


@dataclass(frozen=True, slots=True)
class CasusNoot:
    """A note as the page of a casus shows it."""

    id: AantekeningId
    wat: str
    zin: str
    beperkt: bool


@dataclass(frozen=True, slots=True)
class WegingRegel:
    """Somebody else named in an item, and what was decided about that; empty while nothing was."""

    sleutel: str
    naam: str
    wat: str
    waar: str
    tekst: str
    keuze: str
