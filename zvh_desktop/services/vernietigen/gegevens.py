"""What is shown of the end of a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekId
from zvh_desktop.models.keuzes import AanmeldingId, CasusId, VernietigingId, VernietigSoort
from zvh_desktop.services.vernietigen.woorden import Soortaantal, Uitgifteregel


@dataclass(frozen=True, slots=True)
class VerlengingInvoer:
    """Until when a file is kept, and why."""

    tot: date
    reden: str


@dataclass(frozen=True, slots=True)
class VerlengingRegel:
    """One extension."""

    tot: date
    reden: str
    besloten_op: date
    besloten_door: str


@dataclass(frozen=True, slots=True)
class VernietigvoorstelRegel:
    """Who proposed it and when; ``van_mij``: then another has to do it."""

    door: str
    op: date
    van_mij: bool


@dataclass(frozen=True, slots=True)
class Opruimstap:
    """Schonen or vernietigen of one casus: from which day, and what stands in the way of it now."""

    soort: VernietigSoort
    termijn: str
    bron: str
    vanaf: date | None
    """The first day on which it may; None while the house has filled in no term."""
    bezwaren: tuple[str, ...]
    voorstel: VernietigvoorstelRegel | None
    gedaan_op: date | None
    twee_nodig: bool
    """Whether the house has another procesregisseur, who then has to do what this one proposes."""

    @property
    def kan(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.bezwaren and self.gedaan_op is None

    @property
    def moet_voorstellen(self) -> bool:
        """Whether this user can only propose it now."""
        return self.twee_nodig and self.voorstel is None

    @property
    def wacht_op_ander(self) -> bool:
        """Whether another has to do what this user proposed."""
        return self.twee_nodig and self.voorstel is not None and self.voorstel.van_mij


@dataclass(frozen=True, slots=True)
class Inhoudsopgave:
    """What would go: shown before it is confirmed."""

    soorten: tuple[Soortaantal, ...]
    blijft: tuple[str, ...]
    uitgiften: tuple[Uitgifteregel, ...]
    verklaringen: int
    gedeeld: int
    """In how many overleggen about others too this casus stood; those stay without it."""
    elders: tuple[str, ...] = ()
    """Where others wrote of it: those texts stay."""


@dataclass(frozen=True, slots=True)
class OpruimBeeld:
    """The end of one casus."""

    casus_id: CasusId
    casusnummer: str
    gesloten_op: date | None
    schonen: Opruimstap
    vernietigen: Opruimstap
    eigen: tuple[Opruimstap, ...]
    """The kinds of data for which the house filled in a term of their own."""
    verlengingen: tuple[VerlengingRegel, ...]


@dataclass(frozen=True, slots=True)
class TeDoen:
    """A closed file, in the list: what comes next and from which day."""

    casus_id: CasusId | None
    aanmelding_id: AanmeldingId | None
    nummer: str
    soort: VernietigSoort
    gesloten_op: date
    vanaf: date | None
    verlengd: bool
    voorgesteld: bool
    verzoek_id: VerzoekId | None = None


@dataclass(frozen=True, slots=True)
class VernietigdRegel:
    """What is gone: for the list, and for its verklaring."""

    id: VernietigingId
    soort: VernietigSoort
    nummer: str
    gedaan_op: date
    gedaan_door: str


@dataclass(frozen=True, slots=True)
class Vernietigd:
    """What was done. ``gewist`` False: it is gone, and what the file leaves behind is erased at the next opening."""

    id: VernietigingId
    nummer: str
    gewist: bool
