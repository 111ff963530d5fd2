"""Before the end of a file: the terms, that it is kept longer, and that somebody proposed to let it go."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import CasusId, VerlengingId, VernietigSoort, VernietigvoorstelId


class Verlenging(Base):
    """A file is kept longer than its term, for a reason and until a day; signed."""

    __tablename__ = "verlenging"
    __table_args__ = (CheckConstraint("reden <> ''", name="heeft_reden"),)

    id: Mapped[VerlengingId] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    tot: Mapped[date]
    reden: Mapped[str]
    besloten_op: Mapped[date]
    besloten_door: Mapped[str]
    verklaring_nummer: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))


class Vernietigvoorstel(Base):
    """Where the house has two: one proposes and signs, another does it. One that waits of each kind at a casus."""

    __tablename__ = "vernietigvoorstel"
    __table_args__ = (
        Index(
            "uq_vernietigvoorstel_wacht", "casus_id", "soort", unique=True, sqlite_where=text("ingetrokken_op IS NULL")
        ),
    )

    id: Mapped[VernietigvoorstelId] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"))
    soort: Mapped[VernietigSoort]
    gebruiker: Mapped[str]
    """The account: the other must be another account, whatever the names are."""
    voorgesteld_door: Mapped[str]
    voorgesteld_op: Mapped[datetime]
    verklaring_nummer: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
    ingetrokken_op: Mapped[datetime | None]
    ingetrokken_door: Mapped[str] = mapped_column(default="", server_default=text("''"))
    intrekking_verklaring: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))


class Termijnbesluit(Base):
    """The terms of the house as a procesregisseur signed them: only what is signed lets a file go."""

    __tablename__ = "termijnbesluit"

    id: Mapped[int] = mapped_column(primary_key=True)
    termijnen: Mapped[str]
    """Every term with its source, and what stays, as one text (services/vernietigen/termijnen.py)."""
    besloten_op: Mapped[date]
    besloten_door: Mapped[str]
    verklaring_nummer: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
