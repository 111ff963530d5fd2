"""Meetings at tactical and strategic level: members, what they decide and how they vote. Never a casus.

The meeting itself is an Overleg without casuistiek and its points are agendapunten without a casus; triggers
(migration 0005) refuse one on such a meeting, so plain SQL with the open key cannot put it there either.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import (
    Aanwezigheid,
    AgendapuntId,
    BesluitUitkomst,
    OverlegBesluitId,
    OverlegId,
    PartijId,
    Stem,
)


class OverlegLid(Base):
    """The seat of one partij in a meeting, and what it let know when it could not come."""

    __tablename__ = "overleg_lid"
    __table_args__ = (UniqueConstraint("overleg_id", "partij_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    overleg_id: Mapped[OverlegId] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"))
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), index=True)
    vertegenwoordiger: Mapped[str] = mapped_column(default="")
    aanwezigheid: Mapped[Aanwezigheid]
    inbreng_gevraagd_op: Mapped[date | None]
    inbreng: Mapped[str] = mapped_column(default="")
    gehoord_op: Mapped[date | None]


class OverlegBesluit(Base):
    """A proposal at a point and what became of it. ``beslist_door`` and ``elders`` are for a deadlock."""

    __tablename__ = "overleg_besluit"
    __table_args__ = (
        CheckConstraint("voorstel <> ''", name="heeft_voorstel"),
        CheckConstraint(
            "uitkomst IN ('open', 'aangenomen', 'verworpen', 'voorgesteld', 'patstelling', 'aangehouden')",
            name="uitkomst_bekend",
        ),
    )

    id: Mapped[OverlegBesluitId] = mapped_column(primary_key=True)
    agendapunt_id: Mapped[AgendapuntId] = mapped_column(ForeignKey("agendapunt.id", ondelete="CASCADE"), index=True)
    voorstel: Mapped[str]
    toelichting: Mapped[str] = mapped_column(default="")
    consensus: Mapped[bool | None]
    """None: not sought yet. False: sought and not found, so that a vote is possible."""
    uitkomst: Mapped[BesluitUitkomst]
    beslist_door: Mapped[str] = mapped_column(default="")
    elders: Mapped[str] = mapped_column(default="")
    raakt: Mapped[list[OverlegBesluitRaakt]] = relationship(
        cascade="all, delete-orphan", order_by="OverlegBesluitRaakt.partij_id"
    )
    stemmen: Mapped[list[OverlegStem]] = relationship(cascade="all, delete-orphan", order_by="OverlegStem.partij_id")


class OverlegBesluitRaakt(Base):
    """A partij that this besluit would affect seriously: it has to be heard first."""

    __tablename__ = "overleg_besluit_raakt"

    besluit_id: Mapped[OverlegBesluitId] = mapped_column(
        ForeignKey("overleg_besluit.id", ondelete="CASCADE"), primary_key=True
    )
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), primary_key=True)


class OverlegStem(Base):
    """The vote of one member on one proposal."""

    __tablename__ = "overleg_stem"
    __table_args__ = (CheckConstraint("stem IN ('voor', 'tegen', 'onthouding')", name="stem_bekend"),)

    besluit_id: Mapped[OverlegBesluitId] = mapped_column(
        ForeignKey("overleg_besluit.id", ondelete="CASCADE"), primary_key=True
    )
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), primary_key=True)
    stem: Mapped[Stem]
