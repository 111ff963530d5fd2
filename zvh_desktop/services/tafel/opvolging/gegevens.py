"""What is in view while a casus is on the table: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zvh_desktop.models.keuzes import AgendapuntId, CasusId, PlanStatus, Voortgang
from zvh_desktop.services.casus.acties import ActieRegel
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst


@dataclass(frozen=True, slots=True)
class EerderBesluit:
    """A besluit of an earlier overleg on this casus. ``belegd_bij`` is empty for who may not be named here."""

    datum: date
    naam: str
    omschrijving: str
    conditie: str
    belegd_bij: str


@dataclass(frozen=True, slots=True)
class LopendeActie:
    """An actie of before with its state, and what was said of it at this point."""

    actie: ActieRegel
    voortgang: Voortgang | None = None


@dataclass(frozen=True, slots=True)
class PlanInZicht:
    """The plan that holds, or else the concept."""

    versie: int
    status: PlanStatus
    doelen: tuple[tuple[str, str], ...]
    """Leefgebied and goal."""
    evaluatie_op: date | None


@dataclass(frozen=True, slots=True)
class VerslagInZicht:
    """What the verslag of the latest overleg on this casus says of it."""

    datum: date
    overleg: str
    vastgesteld: bool
    tekst: VerslagTekst
    uitkomst: str


@dataclass(frozen=True, slots=True)
class MonitoringBeeld:
    """What a casus comes from, at one point. Names only partijen with a seat there that holds."""

    punt_id: AgendapuntId
    casus_id: CasusId
    besluiten: tuple[EerderBesluit, ...]
    """The newest first."""
    acties: tuple[LopendeActie, ...]
    plan: PlanInZicht | None
    verslag: VerslagInZicht | None
    onleesbaar: tuple[str, ...] = ()
    """What does not fit the signature under it, and so is left out; in sentences."""

    @property
    def leeg(self) -> bool:
        """Whether this is the first time that the casus is on a table, and nothing was agreed yet."""
        return not (self.besluiten or self.acties or self.plan or self.verslag or self.onleesbaar)
