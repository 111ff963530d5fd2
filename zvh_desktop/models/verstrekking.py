"""Verstrekkingen: what a derde was given, and the written consent of the supplier that it rests on.

A register: lines are added and may be marked as recorded by mistake, but are not changed (migration 0004).
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import CasusId, InformatieItemId, PartijId, VerstrekkingId


class Verstrekking(Base):
    """Information of one supplier, given to one derde, after that supplier's written consent."""

    __tablename__ = "verstrekking"
    __table_args__ = (
        UniqueConstraint("id", "casus_id"),
        CheckConstraint("toestemming_kenmerk <> '' AND toestemming_door <> ''", name="toestemming_schriftelijk"),
        CheckConstraint("toestemming_op <= verstrekt_op", name="toestemming_vooraf"),
        CheckConstraint("wat <> '' AND grondslag <> ''", name="zegt_wat_en_waarom"),
    )

    id: Mapped[VerstrekkingId] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    derde_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), index=True)
    verstrekker_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), index=True)
    wat: Mapped[str]
    grondslag: Mapped[str]
    wijze: Mapped[str] = mapped_column(default="")
    verstrekt_op: Mapped[date]
    toestemming_op: Mapped[date]
    toestemming_kenmerk: Mapped[str]
    toestemming_door: Mapped[str]
    """Who at the supplier signed the consent."""
    vastgelegd_door: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    vervallen_op: Mapped[datetime | None]
    vervallen_reden: Mapped[str] = mapped_column(default="")
    """Why this line was recorded by mistake; it stays readable."""
    items: Mapped[list[VerstrektItem]] = relationship(cascade="all, delete-orphan", order_by="VerstrektItem.item_id")


class VerstrektItem(Base):
    """An informatie-item that was part of a verstrekking, of the same casus."""

    __tablename__ = "verstrekt_item"
    __table_args__ = (
        ForeignKeyConstraint(
            ["verstrekking_id", "casus_id"], ["verstrekking.id", "verstrekking.casus_id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["item_id", "casus_id"], ["informatie_item.id", "informatie_item.casus_id"], ondelete="CASCADE"
        ),
    )

    verstrekking_id: Mapped[VerstrekkingId] = mapped_column(primary_key=True)
    item_id: Mapped[InformatieItemId] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId]
