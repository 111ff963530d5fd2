"""What goes in and out of the agenda builder: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from zvh_desktop.models.keuzes import AgendapuntId, CasusId, PartijId, PoortStand
from zvh_desktop.services.poort.oordeelverzoeken import Verzoek
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.services.tafel.tafels import OverlegKop

MINUTEN_PER_CASUS = 20
MINUTEN_PER_ONDERWERP = 5
MINUTEN_MAX = 480


@dataclass(frozen=True, slots=True)
class PuntInvoer:
    """What is typed for an agendapunt. ``onderwerp`` only counts for a point without casus."""

    minuten: int
    onderwerp: str = ""
    doel: str = ""
    besluit_type: str = ""
    themas: str = ""


@dataclass(frozen=True, slots=True)
class Cel:
    """One cell of the matrix: how a partij stands at a point, with the reason in words."""

    partij_id: PartijId
    stand: PoortStand
    reden: str
    gevraagde_bijdrage: str
    grondslag: str
    geldig_tot: date | None
    vervallen: bool
    """The partij had a seat and lost it, because the oordeel no longer holds."""
    gevraagd: Verzoek | None = None
    """Who asked for an oordeel that is not given yet."""
    verstuurd: bool = False
    """This partij has an uitnodiging that was sent and still holds."""

    @property
    def uitleg(self) -> str:
        """Why it stands so and whether an oordeel was asked, in words."""
        return "; ".join(deel for deel in (self.reden, self.gevraagd.zin if self.gevraagd else "") if deel)


@dataclass(frozen=True, slots=True)
class PuntRegel:
    """One agendapunt with its computed times and its row of the matrix. ``cellen`` follows the columns."""

    id: AgendapuntId
    nummer: int
    casus_id: CasusId | None
    casusnummer: str
    onderwerp: str
    """The subject, or for a casus its number and aanpak."""
    betrokkenen: tuple[str, ...]
    aanpak: str
    minuten: int
    begin: time
    einde: time
    na_afloop: bool
    """Ends after the end of the overleg."""
    doel: str
    besluit_type: str
    besluit_naam: str
    themas: str
    cellen: tuple[Cel, ...]
    gemarkeerd: str
    """Why this point asks for attention (a lapsed seat, a casus that is out), or nothing."""
    uitgeleend: str = ""
    """Who has this casus in a koffer, with another tafel; empty while it can be changed."""

    @property
    def zonder_stoelen(self) -> str:
        """Why no partij gets a seat at this point or loses one; empty where it can."""
        van_het_huis = "Dit onderwerp is van het huis zelf: er zitten geen partijen bij."
        return self.uitgeleend or ("" if self.casus_id is not None else van_het_huis)


@dataclass(frozen=True, slots=True)
class Partijkolom:
    """A column of the matrix. ``betrokken``: judged, or asked about, for a casus on this agenda, or usually there."""

    partij_id: PartijId
    kort: str
    naam: str
    betrokken: bool


@dataclass(frozen=True, slots=True)
class BesluitKeuze:
    """A type besluit of the house."""

    sleutel: str
    naam: str


@dataclass(frozen=True, slots=True)
class AgendaBeeld:
    """The whole agenda."""

    kop: OverlegKop
    kolommen: tuple[Partijkolom, ...]
    punten: tuple[PuntRegel, ...]
    besluiten: tuple[BesluitKeuze, ...]
    totaal_minuten: int
    beschikbaar_minuten: int
    te_wijzigen: bool
    nog_nodig: tuple[Aandachtspunt, ...]
    """What is missing before akkoord, in sentences with the article."""
    aandacht: tuple[Aandachtspunt, ...]
    """What deserves a look but does not stand in the way."""

    def houdt_tegen(self, punt: PuntRegel | None, naast: int = 0, *, tot_het_einde: bool = False) -> str:
        """Why this point cannot change places: it is out, or one that would get another number is.

        ``naast``: how far it goes; ``tot_het_einde``: everything behind it moves up.
        """
        if punt is None:
            return ""
        van, naar = sorted((punt.nummer, len(self.punten) if tot_het_einde else punt.nummer + naast))
        return next((een.uitgeleend for een in self.punten if van <= een.nummer <= naar and een.uitgeleend), "")

    @property
    def uitgeleend(self) -> str:
        """Who has a casus of these points; then their order stands still."""
        return next((punt.uitgeleend for punt in self.punten if punt.uitgeleend), "")

    @property
    def overschrijding(self) -> int:
        """Minutes too many; 0 when it fits."""
        return max(0, self.totaal_minuten - self.beschikbaar_minuten)


@dataclass(frozen=True, slots=True)
class CasusKeuze:
    """A casus that can be put on the agenda, or the reason why not."""

    casus_id: CasusId
    nummer: str
    aanpak: str
    betrokkene: str
    mag: bool
    reden: str
    bezwaar: Aandachtspunt | None
    """The same reason with the rule behind it."""
