"""Afschaling: the decision and the checklist that leads to destruction of the file."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import AfschalingId, BesluitId, CasusId


class Afschaling(Base):
    """The decision that the house is no longer needed for this casus."""

    __tablename__ = "afschaling"

    id: Mapped[AfschalingId] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), unique=True)
    besloten_op: Mapped[date | None]
    besloten_door: Mapped[str] = mapped_column(default="")
    woorden: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """Names, criteria and terms as they were when it was signed, signed with it."""
    motivering: Mapped[str] = mapped_column(default="")
    criteria_gehaald: Mapped[str] = mapped_column(default="")
    overgedragen_aan: Mapped[str] = mapped_column(default="")
    verklaring_nummer: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
    besluiten: Mapped[list[AfschalingBesluit]] = relationship(
        cascade="all, delete-orphan", order_by="AfschalingBesluit.id"
    )
    regels: Mapped[list[AfschalingRegel]] = relationship(
        cascade="all, delete-orphan", order_by="AfschalingRegel.volgorde"
    )


class AfschalingBesluit(Base):
    """What one of the deciders that the profile asks for has said, and on what it rests."""

    __tablename__ = "afschaling_besluit"
    __table_args__ = (UniqueConstraint("afschaling_id", "beslisser"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    afschaling_id: Mapped[AfschalingId] = mapped_column(ForeignKey("afschaling.id", ondelete="CASCADE"))
    beslisser: Mapped[str]
    naam: Mapped[str]
    op: Mapped[date]
    besluit_id: Mapped[BesluitId | None] = mapped_column(ForeignKey("besluit.id"))


class AfschalingRegel(Base):
    """One line of the checklist."""

    __tablename__ = "afschaling_regel"
    __table_args__ = (UniqueConstraint("afschaling_id", "sleutel"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    afschaling_id: Mapped[AfschalingId] = mapped_column(ForeignKey("afschaling.id", ondelete="CASCADE"))
    sleutel: Mapped[str]
    volgorde: Mapped[int]
    tekst: Mapped[str]
    later: Mapped[bool]
    """A destruction line: done by schonen and vernietigen, never ticked by hand."""
    gedaan: Mapped[bool] = mapped_column(default=False)
    door: Mapped[str] = mapped_column(default="")
    op: Mapped[date | None]
    opmerking: Mapped[str] = mapped_column(default="")
