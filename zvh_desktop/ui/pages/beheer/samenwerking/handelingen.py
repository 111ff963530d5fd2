"""Acts on procedures, the convenant and disputes with their way back."""

from __future__ import annotations

from zvh_desktop.models.bestuurskeuzes import GeschilId, MomentId, TrajectId
from zvh_desktop.services.samenwerking.brieven import TrajectbriefService
from zvh_desktop.services.samenwerking.convenant import ConvenantService
from zvh_desktop.services.samenwerking.gegevens import (
    Instemminginvoer,
    MomentInvoer,
    MomentRegel,
    TrajectBewaard,
    TrajectInvoer,
    TrajectPartijRegel,
)
from zvh_desktop.services.samenwerking.geschillen import GeschilBewaard, GeschilInvoer, GeschilService
from zvh_desktop.services.samenwerking.trajecten import TrajectService


class Beginnen:
    """A new procedure."""

    tekst = "De procedure is begonnen."

    def __init__(self, dienst: TrajectService, invoer: TrajectInvoer) -> None:
        self._dienst, self._invoer = dienst, invoer
        self._id: TrajectId | None = None
        self._weg: TrajectBewaard | None = None

    def doe(self) -> None:
        """Begin it, or put back what was undone."""
        self._id = self._dienst.begin(self._invoer) if self._weg is None else self._dienst.zet_terug(self._weg)

    def terug(self) -> None:
        """Remove it; refused once somebody was told."""
        if self._id is not None:
            self._weg = self._dienst.verwijder(self._id)


class TrajectWijzigen:
    """What is known of a procedure."""

    tekst = "De procedure is gewijzigd."

    def __init__(
        self, dienst: TrajectService, traject_id: TrajectId, eerder: TrajectInvoer, invoer: TrajectInvoer
    ) -> None:
        self._dienst, self._id = dienst, traject_id
        self._eerder, self._invoer = eerder, invoer

    def doe(self) -> None:
        """Save it."""
        self._dienst.wijzig(self._id, self._invoer)

    def terug(self) -> None:
        """As it was."""
        self._dienst.wijzig(self._id, self._eerder)


class TrajectWeghalen:
    """A procedure that was a mistake."""

    tekst = "De procedure is weggehaald."

    def __init__(self, dienst: TrajectService, traject_id: TrajectId) -> None:
        self._dienst, self._id = dienst, traject_id
        self._weg: TrajectBewaard | None = None

    def doe(self) -> None:
        """Remove it."""
        self._weg = self._dienst.verwijder(self._id)

    def terug(self) -> None:
        """Put it back; it gets a number of its own."""
        if self._weg is not None:
            self._id = self._dienst.zet_terug(self._weg)


class Antwoorden:
    """What a partij answered."""

    tekst = "Het antwoord is vastgelegd."

    def __init__(self, dienst: TrajectService, regel: TrajectPartijRegel, antwoord: Instemminginvoer) -> None:
        self._dienst, self._regel, self._antwoord = dienst, regel, antwoord
        self._eerder: Instemminginvoer | None = None

    def doe(self) -> None:
        """Save it."""
        regel = self._regel
        self._eerder = self._dienst.leg_antwoord_vast(regel.traject_id, regel.partij_id, self._antwoord)

    def terug(self) -> None:
        """As it was."""
        if self._eerder is not None:
            self._dienst.leg_antwoord_vast(self._regel.traject_id, self._regel.partij_id, self._eerder)


class PartijbriefVersturen:
    """The letter to one partij was sent."""

    def __init__(self, dienst: TrajectbriefService, regel: TrajectPartijRegel) -> None:
        self._dienst, self._regel = dienst, regel
        self.tekst = f"Genoteerd: de brief aan {regel.partij} is verstuurd."

    def doe(self) -> None:
        """Note it; a copy is kept."""
        self._dienst.noteer_verstuurd(self._regel.traject_id, self._regel.partij_id)

    def terug(self) -> None:
        """It did not go out."""
        self._dienst.neem_terug(self._regel.traject_id, self._regel.partij_id)


class MomentVastleggen:
    """A day of the convenant."""

    tekst = "De dag is vastgelegd."

    def __init__(self, dienst: ConvenantService, invoer: MomentInvoer) -> None:
        self._dienst, self._invoer = dienst, invoer
        self._id: MomentId | None = None

    def doe(self) -> None:
        """Record it."""
        self._id = self._dienst.leg_vast(self._invoer)

    def terug(self) -> None:
        """Take it away."""
        if self._id is not None:
            self._dienst.verwijder(self._id)


class MomentWeghalen:
    """A day of the convenant that was wrong."""

    tekst = "De dag is weggehaald."

    def __init__(self, dienst: ConvenantService, moment_id: MomentId) -> None:
        self._dienst, self._id = dienst, moment_id
        self._weg: MomentInvoer | None = None

    def doe(self) -> None:
        """Take it away."""
        self._weg = self._dienst.verwijder(self._id)

    def terug(self) -> None:
        """Put it back."""
        if self._weg is not None:
            self._id = self._dienst.leg_vast(self._weg)


class MomentAfhandelen:
    """A day of the convenant was dealt with, or is open again."""

    def __init__(self, dienst: ConvenantService, regel: MomentRegel) -> None:
        self._dienst, self._id = dienst, regel.id
        self._gedaan = regel.invoer.gedaan_op is None
        self.tekst = "De dag is afgehandeld." if self._gedaan else "De dag staat weer open."

    def doe(self) -> None:
        """Save it."""
        if self._id is not None:
            self._dienst.zet_gedaan(self._id, gedaan=self._gedaan)

    def terug(self) -> None:
        """As it was."""
        if self._id is not None:
            self._dienst.zet_gedaan(self._id, gedaan=not self._gedaan)


class GeschilVastleggen:
    """A new dispute."""

    tekst = "Het geschil is vastgelegd."

    def __init__(self, dienst: GeschilService, invoer: GeschilInvoer) -> None:
        self._dienst, self._invoer = dienst, invoer
        self._id: GeschilId | None = None
        self._weg: GeschilBewaard | None = None

    def doe(self) -> None:
        """Record it, or put back what was undone."""
        self._id = self._dienst.leg_vast(self._invoer) if self._weg is None else self._dienst.zet_terug(self._weg)

    def terug(self) -> None:
        """Remove it."""
        if self._id is not None:
            self._weg = self._dienst.verwijder(self._id)


class GeschilWijzigen:
    """What is known of a dispute."""

    tekst = "Het geschil is gewijzigd."

    def __init__(
        self, dienst: GeschilService, geschil_id: GeschilId, eerder: GeschilInvoer, invoer: GeschilInvoer
    ) -> None:
        self._dienst, self._id = dienst, geschil_id
        self._eerder, self._invoer = eerder, invoer

    def doe(self) -> None:
        """Save it."""
        self._dienst.wijzig(self._id, self._invoer)

    def terug(self) -> None:
        """As it was."""
        self._dienst.wijzig(self._id, self._eerder)


class GeschilWeghalen:
    """A dispute that was a mistake."""

    tekst = "Het geschil is weggehaald."

    def __init__(self, dienst: GeschilService, geschil_id: GeschilId) -> None:
        self._dienst, self._id = dienst, geschil_id
        self._weg: GeschilBewaard | None = None

    def doe(self) -> None:
        """Remove it."""
        self._weg = self._dienst.verwijder(self._id)

    def terug(self) -> None:
        """Put it back; it gets a number of its own."""
        if self._weg is not None:
            self._id = self._dienst.zet_terug(self._weg)
