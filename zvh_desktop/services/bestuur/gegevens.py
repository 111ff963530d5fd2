"""What goes in and out of the meetings at tactical and strategic level: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from zvh_desktop.models.bestuurskeuzes import BesluitOver, BesluitUitkomst, LidRol, Stem
from zvh_desktop.models.keuzen.niveau import Niveau
from zvh_desktop.models.keuzes import (
    Aanwezigheid,
    AgendapuntId,
    LidId,
    OverlegBesluitId,
    OverlegId,
    OverlegStatus,
    PartijId,
    VerslagStatus,
)
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.services.tafel.tafels import OverlegKop


@dataclass(frozen=True, slots=True)
class BestuurRegel:
    """A meeting in the list."""

    id: OverlegId
    naam: str
    niveau: Niveau
    datum: date
    begin: time
    einde: time
    plaats: str
    voorzitter: str
    status: OverlegStatus
    verslag_status: VerslagStatus
    besluiten: int
    open_besluiten: int


@dataclass(frozen=True, slots=True)
class LidInvoer:
    """How one member is present, and what it let know when it was not."""

    vertegenwoordiger: str = ""
    aanwezigheid: Aanwezigheid = Aanwezigheid.ONBEKEND
    inbreng_gevraagd_op: date | None = None
    inbreng: str = ""
    gehoord_op: date | None = None
    email: str = ""
    gevraagde_inbreng: str = ""
    """What is asked of this member beforehand; it goes along with the uitnodiging."""


@dataclass(frozen=True, slots=True)
class ZetelInvoer:
    """A seat: whose it is and whether it has a vote. Without partij it is that of a function alone."""

    functie: str = ""
    partij_id: PartijId | None = None
    rol: LidRol = LidRol.LID
    stemrecht: bool = True


@dataclass(frozen=True, slots=True)
class LidRegel:
    """A member as shown."""

    id: LidId
    partij: str
    kort: str
    zetel: ZetelInvoer
    invoer: LidInvoer
    genoemd: str = ""
    """How it was called when the verslag was vastgesteld; empty before."""

    @property
    def partij_id(self) -> PartijId | None:
        """The partij behind this seat."""
        return self.zetel.partij_id

    @property
    def naam(self) -> str:
        """Function and partij, as far as there are."""
        return self.genoemd or ", ".join(deel for deel in (self.zetel.functie, self.partij) if deel)

    @property
    def korte_naam(self) -> str:
        """For a sentence that names many of them."""
        return self.zetel.functie or self.kort

    @property
    def aanwezig(self) -> bool:
        """Whether it takes part in the decisions."""
        return self.invoer.aanwezigheid is Aanwezigheid.AANWEZIG

    @property
    def gehoord(self) -> bool:
        """Whether its view is known, from the table or from elsewhere."""
        return self.aanwezig or bool(self.invoer.inbreng) or self.invoer.gehoord_op is not None


@dataclass(frozen=True, slots=True)
class BestuurpuntInvoer:
    """What is typed for a point on the agenda."""

    onderwerp: str
    minuten: int = 10
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class VoorstelInvoer:
    """What is proposed. ``raakt`` are the partijen that it would affect seriously."""

    voorstel: str
    toelichting: str = ""
    raakt: tuple[PartijId, ...] = ()
    over: BesluitOver = BesluitOver.OVERIG


@dataclass(frozen=True, slots=True)
class StemRegel:
    """One vote, of one seat."""

    lid_id: LidId
    partij_id: PartijId | None
    lid: str
    stem: Stem


@dataclass(frozen=True, slots=True)
class VoorstelRegel:
    """A proposal as shown, with what it came to."""

    id: OverlegBesluitId
    punt_id: AgendapuntId
    invoer: VoorstelInvoer
    raakt: str
    consensus: bool | None
    stemmen: tuple[StemRegel, ...]
    uitkomst: BesluitUitkomst
    zin: str
    """What it came to, in one sentence with the article; for a deadlock who decides."""
    elders: str
    weigering: Aandachtspunt | None
    """Why it cannot be decided now, or nothing."""
    stemweigering: Aandachtspunt | None
    """Why no vote can be recorded now, or nothing."""


@dataclass(frozen=True, slots=True)
class BestuurPunt:
    """One point with its computed times, its text in the verslag and its proposals."""

    id: AgendapuntId
    nummer: int
    invoer: BestuurpuntInvoer
    begin: time
    einde: time
    tekst: str
    voorstellen: tuple[VoorstelRegel, ...]


@dataclass(frozen=True, slots=True)
class BestuurBeeld:
    """The whole meeting."""

    kop: OverlegKop
    niveau: Niveau
    huis: str
    stemregel: tuple[str, ...]
    """How this meeting decides, in sentences with the articles."""
    geen_casus: str
    """Why no casus belongs here, with the article."""
    leden: tuple[LidRegel, ...]
    punten: tuple[BestuurPunt, ...]
    gehouden: bool
    vastgesteld: bool
    nog_nodig: tuple[Aandachtspunt, ...]
    """What is missing before the verslag can be vastgesteld."""

    def punt(self, punt_id: AgendapuntId) -> BestuurPunt | None:
        """The point with this id."""
        return next((punt for punt in self.punten if punt.id == punt_id), None)


@dataclass(frozen=True, slots=True)
class LidKeuze:
    """Someone who can be a member: a seat that there is, one of the composition of the house, or a partij."""

    naam: str
    lid: bool
    lid_id: LidId | None = None
    zetel: int | None = None
    """Which line of the composition."""
    partij_id: PartijId | None = None
    uitleg: str = ""
    """Role, whether it votes, article."""
