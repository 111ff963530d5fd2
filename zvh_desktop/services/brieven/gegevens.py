"""What goes into a letter and what is shown of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zvh_desktop.models.keuzes import AanmeldingId, BetrokkeneId, CasusId, ContactpersoonId, PartijId, VerstrekkingId
from zvh_desktop.models.tekst.briefsoorten import BriefId, Briefsoort
from zvh_desktop.services.partijen.partijen import ContactpersoonRegel
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.services.uitnodigen.stukken import Bericht


@dataclass(frozen=True, slots=True)
class Briefvraag:
    """Which letter: its kind, about what, and for whom."""

    soort: Briefsoort
    casus_id: CasusId | None = None
    aanmelding_id: AanmeldingId | None = None
    partij_id: PartijId | None = None
    betrokkene_id: BetrokkeneId | None = None
    verstrekking_id: VerstrekkingId | None = None


@dataclass(frozen=True, slots=True)
class BriefInvoer:
    """What is chosen and typed for this one letter.

    ``contact_id`` for a partij; ``email`` for a betrokkene who has one; ``adres`` are the lines in the window of an
    envelope, the name first, when it goes by post.
    """

    toelichting: str = ""
    contact_id: ContactpersoonId | None = None
    email: str = ""
    adres: str = ""


@dataclass(frozen=True, slots=True)
class VerstuurdeBrief:
    """A letter that was sent."""

    id: BriefId
    dag: date
    door: str
    aan: str
    """Name, and the e-mail address or where it was posted to."""
    tekstversie: int


@dataclass(frozen=True, slots=True)
class Brievenregel:
    """A letter that can be made here, or why it cannot."""

    vraag: Briefvraag
    titel: str
    aan: str
    waarom_niet: str
    adres: str
    """The lines for an envelope as they are proposed."""
    contactpersonen: tuple[ContactpersoonRegel, ...]
    eerder: tuple[VerstuurdeBrief, ...]
    """The newest first."""

    @property
    def per_post(self) -> bool:
        """Whether it goes to somebody at home."""
        return self.vraag.betrokkene_id is not None


@dataclass(frozen=True, slots=True)
class BriefStukken:
    """What leaves: the letter, and the draft when there is an e-mail address."""

    ontvanger: Ontvanger
    adres: str
    tekstversie: int
    brief: Stuk
    concept: Stuk | None
    bericht: Bericht | None
    """What the draft says, to copy; it was weighed as the draft was."""
