"""Oordeel rechtmatig aanwezig: the one thing that opens the gate for a partij at a casus.

The columns are a cache for queries and constraints. The source is the signed verklaring; screen and
document rest on a fresh verification (services/poort/poort.py).
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from zvh_desktop.models.base import Base
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import CasusId, OordeelId, OordeelUitkomst, OverlegId, PartijId


class Oordeel(Base):
    """Append-only (the database refuses update and delete); the newest that has taken effect counts."""

    __tablename__ = "oordeel"
    __table_args__ = (
        UniqueConstraint("id", "casus_id", "partij_id", "uitkomst"),
        Index("ix_oordeel_casus_partij", "casus_id", "partij_id", "id"),
        CheckConstraint("uitkomst IN ('rechtmatig', 'niet_rechtmatig', 'ingetrokken')", name="uitkomst_bekend"),
        CheckConstraint("geldig_tot IS NULL OR geldig_tot >= geldig_vanaf", name="periode_klopt"),
    )

    id: Mapped[OordeelId] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id"))
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"))
    verklaring_nummer: Mapped[int] = mapped_column(ForeignKey("verklaring.nummer"), unique=True)
    uitkomst: Mapped[OordeelUitkomst]
    grondslag: Mapped[str]
    motivering: Mapped[str]
    geldig_vanaf: Mapped[date]
    """The day from which it holds; for a withdrawal the day from which the gate is closed."""
    geldig_tot: Mapped[date | None]
    """The last day on which it holds; None is until withdrawn."""
    gegeven_door: Mapped[str]
    gegeven_op: Mapped[datetime]
    verklaring: Mapped[Verklaring | None] = relationship(viewonly=True)
    """To fetch them together; always verified before use (services/poort/poort.py)."""


class OordeelVerzoek(Base):
    """A question to the procesregisseur: may this partij be at this casus? Answered by any newer oordeel."""

    __tablename__ = "oordeel_verzoek"
    __table_args__ = (UniqueConstraint("casus_id", "partij_id", "overleg_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"))
    overleg_id: Mapped[OverlegId] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"), index=True)
    gevraagd_door: Mapped[str]
    gevraagd_op: Mapped[datetime]
