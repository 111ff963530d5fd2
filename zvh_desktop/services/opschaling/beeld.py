"""An opschaling as it is typed and shown: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from zvh_desktop.models.keuzen.opschalingkeuzes import AkkoordWijze, OpschalingUitkomst
from zvh_desktop.models.keuzes import CasusId, DocumentId, OpschalingId
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt


@dataclass(frozen=True, slots=True)
class OpschalingInvoer:
    """What is typed: why, how the criteria are met, and what is asked of the other house."""

    motivering: str = ""
    criteria_gehaald: str = ""
    gevraagd: str = ""


@dataclass(frozen=True, slots=True)
class AkkoordInvoer:
    """The accord of the other house: who gave it, in which function, how and when (None is today)."""

    door: str
    functie: str
    wijze: AkkoordWijze
    op: date | None = None
    kenmerk: str = ""


@dataclass(frozen=True, slots=True)
class Overlegbesluit:
    """The besluit of an overleg on which an opschaling rests, or can rest."""

    overleg: str
    op: date
    naam: str


@dataclass(frozen=True, slots=True)
class AkkoordRegel:
    """The accord as it was recorded."""

    door: str
    functie: str
    op: date
    wijze: AkkoordWijze
    kenmerk: str
    vastgelegd_door: str
    vastgelegd_op: datetime


@dataclass(frozen=True, slots=True)
class Overgedragen:
    """A file that went to the other house, kept as it was."""

    id: DocumentId
    bestandsnaam: str


@dataclass(frozen=True, slots=True)
class OpschalingRegel:
    """One opschaling. ``gebrek`` says what is wrong with its signature, or nothing."""

    id: OpschalingId
    invoer: OpschalingInvoer
    besluit: Overlegbesluit | None
    besloten_op: date | None
    besloten_door: str
    gebrek: str
    akkoord: AkkoordRegel | None
    dossier_op: datetime | None
    dossier_door: str
    overgedragen: tuple[Overgedragen, ...]
    uitkomst: OpschalingUitkomst
    uitkomst_op: date | None
    uitkomst_reden: str
    uitkomst_door: str


@dataclass(frozen=True, slots=True)
class OpschalingBeeld:
    """The opschalingen of one casus; ``nu`` is the newest, None while there is none.

    ``huis`` is empty in a house without opschaling. ``besluit`` is the besluit that a new decision would rest on.
    """

    casus_id: CasusId
    casusnummer: str
    huis: str
    huis_kort: str
    toelichting: str
    artikel: str
    lopend: bool
    nu: OpschalingRegel | None
    eerdere: tuple[OpschalingRegel, ...]
    besluit: Overlegbesluit | None
    nog_nodig: tuple[Aandachtspunt, ...]
    weggelaten: tuple[Aandachtspunt, ...]
    let_op: tuple[Aandachtspunt, ...]
    besluitregel: Aandachtspunt
    """The rule on who decides; without a sentence of its own."""

    @property
    def te_wijzigen(self) -> bool:
        """Whether the form can be typed in: not begun, or begun and not signed."""
        return self.lopend and (self.nu is None or (self.is_open and self.nu.besloten_op is None))

    @property
    def is_open(self) -> bool:
        """Whether the newest one still waits for what the other house says."""
        return self.nu is not None and self.nu.uitkomst is OpschalingUitkomst.OPEN

    @property
    def kan_besluiten(self) -> bool:
        """Whether nothing is missing for the signature."""
        return self.te_wijzigen and not self.nog_nodig
