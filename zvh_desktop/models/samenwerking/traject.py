"""A procedure: a partij that joins, leaves, is excluded or follows another up, or a letter about the convenant.

About partijen only, never about a casus. What was decided is signed; a trigger keeps it (migration 0036).
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from zvh_desktop.models.base import Base
from zvh_desktop.models.bestuurskeuzes import (
    Instemming,
    MomentId,
    Momentsoort,
    Opzegreden,
    TrajectId,
    TrajectSoort,
    TrajectStand,
)
from zvh_desktop.models.keuzes import OverlegBesluitId, PartijId, PartijSoort

_LEEG = text("''")


class Traject(Base):
    """One procedure. ``naam`` to ``grondslag`` are what a new partij says of itself."""

    __tablename__ = "traject"
    __table_args__ = (
        CheckConstraint("stand = 'open' OR verklaring_nummer IS NOT NULL", name="besloten_is_getekend"),
        CheckConstraint("soort = 'toetreding' OR soort = 'convenant' OR partij_id IS NOT NULL", name="over_een_partij"),
    )

    id: Mapped[TrajectId] = mapped_column(primary_key=True)
    soort: Mapped[TrajectSoort]
    stand: Mapped[TrajectStand]
    partij_id: Mapped[PartijId | None] = mapped_column(ForeignKey("partij.id"), index=True)
    """Who leaves, or who joined; empty until it is in the register."""
    opvolger_id: Mapped[PartijId | None] = mapped_column(ForeignKey("partij.id"), index=True)
    naam: Mapped[str]
    kort: Mapped[str]
    groep: Mapped[str]
    vestigingsplaats: Mapped[str]
    kantoor: Mapped[str]
    vertegenwoordiger: Mapped[str]
    functie: Mapped[str]
    bijdrage: Mapped[str]
    grondslag: Mapped[str]
    ontvangen_op: Mapped[date]
    """Request, notice, or default notice: from here the term is counted."""
    ontvangen_bij: Mapped[str]
    reden: Mapped[Opzegreden]
    gevraagd_per: Mapped[date | None]
    toelichting: Mapped[str]
    """What the partijen read in their letter."""
    in_gebreke_op: Mapped[date | None]
    gehoord_op: Mapped[date | None]
    advies: Mapped[str]
    besluit_id: Mapped[OverlegBesluitId | None] = mapped_column(ForeignKey("overleg_besluit.id"))
    besloten_op: Mapped[date | None]
    besloten_door: Mapped[str]
    motivering: Mapped[str]
    getekend_op: Mapped[date | None]
    """When the form was signed by both."""
    ingang: Mapped[date | None]
    """First day as a partij, or first day no longer."""
    soort_voorheen: Mapped[PartijSoort | None]
    oordelen: Mapped[str]
    """The numbers of the statements with which oordelen were confirmed for the successor."""
    versie: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    """How often it was signed: a new partij at the decision, and once more when it signed the form itself."""
    verklaring_nummer: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"), unique=True)
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[str]
    partijen: Mapped[list[TrajectPartij]] = relationship(
        cascade="all, delete-orphan", order_by="TrajectPartij.partij_id"
    )


class TrajectPartij(Base):
    """What one partij was told of it, and what it answered."""

    __tablename__ = "traject_partij"
    __table_args__ = (
        CheckConstraint("verstuurd_op IS NULL OR aan_email <> ''", name="verstuurd_aan_iemand"),
        CheckConstraint("(instemming = 'open') = (ingestemd_op IS NULL)", name="antwoord_met_dag"),
    )

    traject_id: Mapped[TrajectId] = mapped_column(ForeignKey("traject.id", ondelete="CASCADE"), primary_key=True)
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), primary_key=True)
    verstuurd_op: Mapped[datetime | None]
    verstuurd_door: Mapped[str] = mapped_column(default="", server_default=_LEEG)
    aan_naam: Mapped[str] = mapped_column(default="", server_default=_LEEG)
    aan_functie: Mapped[str] = mapped_column(default="", server_default=_LEEG)
    aan_email: Mapped[str] = mapped_column(default="", server_default=_LEEG)
    aan_postbus: Mapped[bool] = mapped_column(default=False, server_default=false())
    instemming: Mapped[Instemming] = mapped_column(default=Instemming.OPEN)
    ingestemd_op: Mapped[date | None]
    opmerking: Mapped[str] = mapped_column(default="", server_default=_LEEG)


class Convenantmoment(Base):
    """A day of the convenant: signed, to be evaluated, renewed, ended. ``gedaan_op`` when it was dealt with."""

    __tablename__ = "convenantmoment"

    id: Mapped[MomentId] = mapped_column(primary_key=True)
    soort: Mapped[Momentsoort]
    op: Mapped[date]
    opmerking: Mapped[str] = mapped_column(default="", server_default=_LEEG)
    gedaan_op: Mapped[date | None]
