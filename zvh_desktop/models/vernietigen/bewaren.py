"""Before the end of a file: that it is kept longer, and that somebody proposed to let it go."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
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
    """Where the house has two: one proposes and signs, another does it. One of each kind at a casus."""

    __tablename__ = "vernietigvoorstel"
    __table_args__ = (UniqueConstraint("casus_id", "soort"),)

    id: Mapped[VernietigvoorstelId] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"))
    soort: Mapped[VernietigSoort]
    gebruiker: Mapped[str]
    """The account: the other must be another account, whatever the names are."""
    voorgesteld_door: Mapped[str]
    voorgesteld_op: Mapped[datetime]
    verklaring_nummer: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
