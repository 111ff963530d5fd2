"""What is left of a destroyed file: its number, what kinds were in it, who let it go, and figures about nobody."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import VernietigingId, VernietigSoort


class Vernietiging(Base):
    """One destruction, or one schonen; signed. It holds nothing about a betrokkene."""

    __tablename__ = "vernietiging"
    __table_args__ = (Index("ix_vernietiging_nummer", "nummer"),)

    id: Mapped[VernietigingId] = mapped_column(primary_key=True)
    soort: Mapped[VernietigSoort]
    nummer: Mapped[str]
    """The casusnummer; of an aanmelding that never was a casus what tells it from others (vernietigen/opnieuw.py)."""
    gedaan_op: Mapped[date]
    gedaan_door: Mapped[str]
    samen_met: Mapped[str] = mapped_column(default="")
    """Who had proposed it; empty where the house has nobody else."""
    woorden: Mapped[str]
    """The vernietigingsverklaring as it is printed, signed with it (services/vernietigen/woorden.py)."""
    geleegd: Mapped[str]
    """The statements that lost their content: number and print of each, signed with it."""
    verklaring_nummer: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))


class Vernietigtelling(Base):
    """What one cell of the figures lost when files went: a year, a quarter and words of the house, never who.

    So the figures of a year are the same before and after (services/cijfers/bewaren.py).
    """

    __tablename__ = "vernietigtelling"
    __table_args__ = (UniqueConstraint("jaar", "kwartaal", "maat", "indeling", "sleutel"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    jaar: Mapped[int]
    kwartaal: Mapped[int]
    """0 is the whole year."""
    maat: Mapped[str]
    indeling: Mapped[str]
    sleutel: Mapped[str]
    aantal: Mapped[int]
