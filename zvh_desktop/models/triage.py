"""Triage: partijen are asked, answers weighed, and the casus gets its doel, thema's and route."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import CasusId, PartijId, TriagebriefId


class Triage(Base):
    """The triage of one casus."""

    __tablename__ = "triage"

    id: Mapped[int] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), unique=True)
    doel: Mapped[str] = mapped_column(default="")
    themas: Mapped[str] = mapped_column(default="")
    routering: Mapped[str] = mapped_column(default="")
    toelichting: Mapped[str] = mapped_column(default="")
    afgerond_op: Mapped[date | None]
    afgerond_door: Mapped[str] = mapped_column(default="")
    vragen: Mapped[list[Triagevraag]] = relationship(cascade="all, delete-orphan", order_by="Triagevraag.id")


class Triagevraag(Base):
    """What one partij was asked in triage and what it answered."""

    __tablename__ = "triagevraag"
    __table_args__ = (UniqueConstraint("triage_id", "partij_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    triage_id: Mapped[int] = mapped_column(ForeignKey("triage.id", ondelete="CASCADE"))
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"))
    vraag: Mapped[str] = mapped_column(default="")
    gevraagd_op: Mapped[date]
    antwoord: Mapped[str] = mapped_column(default="")
    geantwoord_op: Mapped[date | None]
    relevant: Mapped[bool | None]


class Triagebrief(Base):
    """A question, or its withdrawal, as it left for one partij: when, and to whom. Never changed (0023, 0032)."""

    __tablename__ = "triagebrief"
    __table_args__ = (
        UniqueConstraint("casus_id", "partij_id", "versie"),
        CheckConstraint("aan_email <> ''", name="aan_iemand"),
        CheckConstraint("vraag <> ''", name="heeft_vraag"),
    )

    id: Mapped[TriagebriefId] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"))
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), index=True)
    versie: Mapped[int]
    vraag: Mapped[str]
    dag: Mapped[date]
    """The Dutch day of sending."""
    verstuurd_op: Mapped[datetime]
    verstuurd_door: Mapped[str]
    aan_naam: Mapped[str]
    aan_functie: Mapped[str] = mapped_column(default="", server_default=text("''"))
    aan_email: Mapped[str]
    aan_postbus: Mapped[bool] = mapped_column(default=False, server_default=false())
    intrekking: Mapped[bool] = mapped_column(default=False, server_default=false())
    """It took the question back that went before; ``vraag`` is the text of that one."""
    reden: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """Why it was taken back, as the partij was told; may be empty."""
