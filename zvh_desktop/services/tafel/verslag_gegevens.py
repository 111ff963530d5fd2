"""What goes in and out of the table and its verslag: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from zvh_desktop.models.keuzes import (
    Aanwezigheid,
    ActieId,
    AgendapuntId,
    BesluitId,
    CasusId,
    OverlegId,
    PartijId,
    PuntUitkomst,
    VerslagOordeel,
    Voortgang,
)
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.woorden import VERSLAGOORDEEL_TEKST, uitkomst_zin
from zvh_desktop.services.casus.acties import ActieRegel
from zvh_desktop.services.regelboek.afspraken import Afspraak
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.services.tafel.agenda_gegevens import BesluitKeuze
from zvh_desktop.services.tafel.tafels import OverlegKop


@dataclass(frozen=True, slots=True)
class Persoon:
    """A partij with its afgevaardigde, as called at the door."""

    partij_id: PartijId
    partij: str
    afgevaardigde: str


@dataclass(frozen=True, slots=True)
class AanTafelPunt:
    """One point as the chair needs it: who must leave, who comes in, who stays."""

    id: AgendapuntId
    nummer: int
    casus_id: CasusId | None
    titel: str
    begin: time
    minuten: int
    van_tafel: tuple[Persoon, ...]
    aan_tafel: tuple[Persoon, ...]
    blijft: tuple[Persoon, ...]
    gestart_op: datetime | None
    afgerond_op: datetime | None
    gewezen: bool = False
    """Everyone at this point was told about secrecy, and nobody came in since."""
    uitgeleend: str = ""
    """Who has this casus in a koffer; empty while it can be changed."""


@dataclass(frozen=True, slots=True)
class AanTafelBeeld:
    """The whole meeting for the chair."""

    kop: OverlegKop
    punten: tuple[AanTafelPunt, ...]
    geheimhouding: Afspraak
    geheimhouding_gemeld: bool


@dataclass(frozen=True, slots=True)
class AanwezigeRegel:
    """How one partij was present at one point."""

    partij_id: PartijId
    partij: str
    kort: str
    afgevaardigde: str
    aanwezigheid: Aanwezigheid
    gevraagde_bijdrage: str = ""
    """What was asked of this partij beforehand."""


@dataclass(frozen=True, slots=True)
class BesluitInvoer:
    """What is recorded of a besluit. ``informering``: who informs the betrokkene, or why not."""

    soort: str
    omschrijving: str = ""
    conditie: str = ""
    informering: str = ""
    belegd_bij: PartijId | None = None


@dataclass(frozen=True, slots=True)
class BesluitRegel:
    """A besluit as shown."""

    id: BesluitId
    invoer: BesluitInvoer
    naam: str
    belegd_bij: str


@dataclass(frozen=True, slots=True)
class VerslagTekst:
    """The three texts of a point: beeld, oordeel, besluit."""

    beeld: str
    oordeelsvorming: str
    besluitvorming: str


@dataclass(frozen=True, slots=True)
class UitkomstRegel:
    """What came of a casus without a besluit; ``tot`` until when it is aangehouden."""

    soort: PuntUitkomst = PuntUitkomst.GEEN
    tot: date | None = None

    @property
    def zin(self) -> str:
        """'Aangehouden tot 4 december 2026', or nothing."""
        return hoofdletter(uitkomst_zin(self.soort, self.tot))


@dataclass(frozen=True, slots=True)
class VoortgangRegel:
    """What was said at this point of an actie of before. ``partij`` is empty for who may not be named here."""

    actie_id: ActieId
    omschrijving: str
    partij_id: PartijId
    partij: str
    voortgang: Voortgang


@dataclass(frozen=True, slots=True)
class EerderVerslag:
    """The verslag of another overleg that is settled at this point, and what the table said of it."""

    overleg_id: OverlegId
    datum: date
    oordeel: VerslagOordeel = VerslagOordeel.GEEN

    @property
    def zin(self) -> str:
        """'Vastgesteld zonder wijzigingen', or nothing."""
        return hoofdletter(VERSLAGOORDEEL_TEKST[self.oordeel])


@dataclass(frozen=True, slots=True)
class VerslagPunt:
    """One point of the verslag."""

    id: AgendapuntId
    nummer: int
    casus_id: CasusId | None
    casusnummer: str
    titel: str
    betrokkenen: tuple[str, ...]
    doel: str
    besluit_naam: str
    begin: time
    einde: time
    minuten: int
    tekst: VerslagTekst
    aanwezigen: tuple[AanwezigeRegel, ...]
    besluiten: tuple[BesluitRegel, ...]
    acties: tuple[ActieRegel, ...]
    uitkomst: UitkomstRegel = UitkomstRegel()
    gestart: bool = True
    ter_tafel: bool = False
    """Added at the table, not on the agenda that was sent."""
    voortgang: tuple[VoortgangRegel, ...] = ()
    eerder_verslag: EerderVerslag | None = None
    uitgeleend: str = ""
    """Who has this casus in a koffer; empty while it can be changed."""


@dataclass(frozen=True, slots=True)
class VerslagBeeld:
    """The verslag of one overleg."""

    kop: OverlegKop
    punten: tuple[VerslagPunt, ...]
    besluiten: tuple[BesluitKeuze, ...]
    leefgebieden: tuple[str, ...]
    te_wijzigen: bool
    nog_nodig: tuple[Aandachtspunt, ...]
    aandacht: tuple[Aandachtspunt, ...]
    """What to look at before vaststellen: names of others in a text, geheimhouding, a casus without casusregisseur."""
    aan_tafel_vastgesteld_op: date | None = None
    """The day of the overleg whose table settled this verslag."""
