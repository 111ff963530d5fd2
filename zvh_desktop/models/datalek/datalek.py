"""Datalek: what happened, when it was found, whom it concerns, and whether it was reported (AVG art. 33)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from zvh_desktop.models.base import Base
from zvh_desktop.models.bestuurskeuzes import ApBesluit
from zvh_desktop.models.keuzes import BetrokkeneId, CasusId, DatalekId, PartijId


class Datalek(Base):
    """One line of the register. It can go while nobody was told of it (migration 0030)."""

    __tablename__ = "datalek"
    __table_args__ = (
        CheckConstraint("wat <> ''", name="zegt_wat"),
        CheckConstraint("(ap_besluit = 'gemeld') = (ap_gemeld_op IS NOT NULL)", name="gemeld_met_moment"),
        CheckConstraint("ap_besluit <> 'niet' OR ap_reden <> ''", name="niet_gemeld_met_reden"),
    )

    id: Mapped[DatalekId] = mapped_column(primary_key=True)
    wat: Mapped[str]
    gebeurd_op: Mapped[date | None]
    """Empty while nobody knows."""
    gevonden_op: Mapped[datetime]
    """From here 72 hours are counted (naive UTC)."""
    maatregelen: Mapped[str] = mapped_column(default="", server_default=text("''"))
    bericht: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """What the partijen read in their letter."""
    ap_besluit: Mapped[ApBesluit]
    ap_gemeld_op: Mapped[datetime | None]
    ap_reden: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """Why it was not reported, or why later than 72 hours."""
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[str]
    casussen: Mapped[list[DatalekCasus]] = relationship(cascade="all, delete-orphan", order_by="DatalekCasus.casus_id")
    betrokkenen: Mapped[list[DatalekBetrokkene]] = relationship(
        cascade="all, delete-orphan", order_by="DatalekBetrokkene.betrokkene_id"
    )
    partijen: Mapped[list[DatalekPartij]] = relationship(
        cascade="all, delete-orphan", order_by="DatalekPartij.partij_id"
    )


class DatalekCasus(Base):
    """A casus that it concerns."""

    __tablename__ = "datalek_casus"

    datalek_id: Mapped[DatalekId] = mapped_column(ForeignKey("datalek.id", ondelete="CASCADE"), primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), primary_key=True)


class DatalekBetrokkene(Base):
    """A person whom it concerns."""

    __tablename__ = "datalek_betrokkene"

    datalek_id: Mapped[DatalekId] = mapped_column(ForeignKey("datalek.id", ondelete="CASCADE"), primary_key=True)
    betrokkene_id: Mapped[BetrokkeneId] = mapped_column(
        ForeignKey("betrokkene.id", ondelete="CASCADE"), primary_key=True
    )


class DatalekPartij(Base):
    """A partij that it concerns. ``verstuurd_op`` says that its letter went out, and to whom."""

    __tablename__ = "datalek_partij"
    __table_args__ = (CheckConstraint("verstuurd_op IS NULL OR aan_email <> ''", name="verstuurd_aan_iemand"),)

    datalek_id: Mapped[DatalekId] = mapped_column(ForeignKey("datalek.id", ondelete="CASCADE"), primary_key=True)
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), primary_key=True)
    verstuurd_op: Mapped[datetime | None]
    verstuurd_door: Mapped[str] = mapped_column(default="", server_default=text("''"))
    aan_naam: Mapped[str] = mapped_column(default="", server_default=text("''"))
    aan_functie: Mapped[str] = mapped_column(default="", server_default=text("''"))
    aan_email: Mapped[str] = mapped_column(default="", server_default=text("''"))
    aan_postbus: Mapped[bool] = mapped_column(default=False, server_default=false())
