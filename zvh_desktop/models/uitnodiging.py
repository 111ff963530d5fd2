"""Uitnodiging: one per overleg and partij, and the frozen documents that left the house."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import (
    CasusId,
    ContactpersoonId,
    DocumentId,
    DocumentSoort,
    OverlegId,
    PartijId,
    UitnodigingAntwoord,
    UitnodigingId,
    UitnodigingStatus,
)
from zvh_desktop.models.tekst.briefsoorten import BriefId


class Uitnodiging(Base):
    """What was sent to one partij for one overleg, and what it answered."""

    __tablename__ = "uitnodiging"
    __table_args__ = (UniqueConstraint("overleg_id", "partij_id"),)

    id: Mapped[UitnodigingId] = mapped_column(primary_key=True)
    overleg_id: Mapped[OverlegId] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"))
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"))
    contactpersoon_id: Mapped[ContactpersoonId | None] = mapped_column(
        ForeignKey("contactpersoon.id", ondelete="SET NULL")
    )
    uid: Mapped[str] = mapped_column(unique=True)
    volgnummer: Mapped[int] = mapped_column(default=0)
    """SEQUENCE of the calendar item; one higher at every change that is sent."""
    status: Mapped[UitnodigingStatus]
    gemaakt_op: Mapped[datetime]
    verzonden_op: Mapped[datetime | None]
    ingetrokken_op: Mapped[datetime | None]
    antwoord: Mapped[UitnodigingAntwoord]
    antwoord_op: Mapped[datetime | None]
    antwoord_opmerking: Mapped[str] = mapped_column(default="")
    gestuurd_naam: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """To whom the last one went, as this person was called then: a withdrawal goes to the same."""
    gestuurd_functie: Mapped[str] = mapped_column(default="", server_default=text("''"))
    gestuurd_email: Mapped[str] = mapped_column(default="", server_default=text("''"))
    gestuurd_postbus: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Whether that was a mailbox that several people read, and so says nobody's name."""


class Uitgegeven(Base):
    """A document exactly as it left: kept so that it can be shown what a partij was sent."""

    __tablename__ = "uitgegeven"

    id: Mapped[DocumentId] = mapped_column(primary_key=True)
    overleg_id: Mapped[OverlegId | None] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"), index=True)
    casus_id: Mapped[CasusId | None] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    partij_id: Mapped[PartijId | None] = mapped_column(ForeignKey("partij.id"), index=True)
    brief_id: Mapped[BriefId | None] = mapped_column(ForeignKey("brief.id"), index=True)
    """The letter of which this is the copy, with which it goes (0037)."""
    soort: Mapped[DocumentSoort]
    versie: Mapped[int]
    bestandsnaam: Mapped[str]
    inhoud: Mapped[bytes] = mapped_column(LargeBinary)
    sha256: Mapped[str]
    kop_nummer: Mapped[int]
    """Number of the newest verklaring when it was made."""
    gemaakt_door: Mapped[str]
    gemaakt_op: Mapped[datetime]
    aan_naam: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """To whom it went, where it went to a person: name and address of that moment."""
    aan_email: Mapped[str] = mapped_column(default="", server_default=text("''"))
