"""What goes in and out of the sending round: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from zvh_desktop.models.keuzes import ContactpersoonId, PartijId, Reactie, VerzendingId, VerzendingSoort
from zvh_desktop.services.partijen.partijen import ContactpersoonRegel
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.services.uitnodigen.stukken import Bericht


@dataclass(frozen=True, slots=True)
class RondstuurVraag:
    """What, about which overleg or plan, for which partij. ``contact`` is given when it must go to somebody else."""

    soort: VerzendingSoort
    over: int
    partij_id: PartijId
    contact: ContactpersoonId | None = None


@dataclass(frozen=True, slots=True)
class VerzendingRegel:
    """One packet that left: version, when, by whom, to whom, and the reaction on it."""

    id: VerzendingId
    versie: int
    dag: date
    verstuurd_op: datetime
    verstuurd_door: str
    aan: Ontvanger
    reageren_voor: date | None
    reactie: Reactie
    reactie_op: date | None
    reactie_tekst: str


@dataclass(frozen=True, slots=True)
class RondstuurRegel:
    """One partij: what it has to get now, and all it got, the newest first."""

    soort: VerzendingSoort
    over: int
    partij_id: PartijId
    partij: str
    kort: str
    versie: int
    """The version it has to have now; 0 when it may have nothing any more."""
    te_versturen: bool
    eerder: tuple[VerzendingRegel, ...]
    contactpersonen: tuple[ContactpersoonRegel, ...]
    ontvanger: Ontvanger | None
    """To whom it goes when nobody else is chosen; None when that is not known."""

    @property
    def laatste(self) -> VerzendingRegel | None:
        """What it got last."""
        return self.eerder[0] if self.eerder else None

    @property
    def is_correctie(self) -> bool:
        """Whether what has to go out replaces something that this partij already has."""
        return self.te_versturen and bool(self.eerder)

    def vraag(self, contact: ContactpersoonId | None = None) -> RondstuurVraag:
        """The question for this packet."""
        return RondstuurVraag(self.soort, self.over, self.partij_id, contact)


@dataclass(frozen=True, slots=True)
class RondstuurStukken:
    """What goes to one partij: letter, pieces and the draft that holds them all."""

    ontvanger: Ontvanger
    versie: int
    brief: Stuk
    stukken: tuple[Stuk, ...]
    concept: Stuk
    bericht: Bericht
    """What the draft says, to copy; it was weighed as the draft was."""


@dataclass(frozen=True, slots=True)
class Pakket:
    """What is to be sent to one partij, before it is put in a letter: made and verified through the gate."""

    soort: VerzendingSoort
    over: int
    casus_id: int | None
    partij_id: PartijId
    partij: str
    kort: str
    wat: str
    """What it is, in the middle of a sentence: no casus, no person whom it is about."""
    betreft: str
    versie: int
    verklaring: int
    datum: date
    artikel: str
    namen: tuple[str, ...]
    stukken: tuple[Stuk, ...]
