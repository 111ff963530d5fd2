"""A dispute along the route of the convenant: to whom it was put, until when, and what came of it. Never a casus."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from zvh_desktop.models.base import Base
from zvh_desktop.models.bestuurskeuzes import GeschilId
from zvh_desktop.models.keuzes import PartijId

_LEEG = text("''")


class Geschil(Base):
    """One dispute. ``onderwerp`` is a key of [geschillen] in the profile."""

    __tablename__ = "geschil"
    __table_args__ = (
        CheckConstraint("omschrijving <> ''", name="zegt_wat"),
        CheckConstraint("afgesloten_op IS NULL OR uitkomst <> ''", name="afgesloten_met_uitkomst"),
    )

    id: Mapped[GeschilId] = mapped_column(primary_key=True)
    onderwerp: Mapped[str]
    partij_id: Mapped[PartijId | None] = mapped_column(ForeignKey("partij.id"), index=True)
    """Who raised it."""
    omschrijving: Mapped[str]
    ingediend_op: Mapped[date]
    uitkomst: Mapped[str] = mapped_column(default="", server_default=_LEEG)
    afgesloten_op: Mapped[date | None]
    verklaring_nummer: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
    """The outcome is signed with the steps that led to it; from then on nothing of it changes (0044)."""
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[str]
    stappen: Mapped[list[Geschilstap]] = relationship(cascade="all, delete-orphan", order_by="Geschilstap.volgorde")


class Geschilstap(Base):
    """One step of the route: put to whom, with a term, and what they said."""

    __tablename__ = "geschil_stap"
    __table_args__ = (
        UniqueConstraint("geschil_id", "volgorde"),
        CheckConstraint("uiterlijk IS NULL OR uiterlijk >= voorgelegd_op", name="termijn_erna"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    geschil_id: Mapped[GeschilId] = mapped_column(ForeignKey("geschil.id", ondelete="CASCADE"), index=True)
    volgorde: Mapped[int]
    bij: Mapped[str]
    voorgelegd_op: Mapped[date]
    uiterlijk: Mapped[date | None]
    uitkomst: Mapped[str] = mapped_column(default="", server_default=_LEEG)
    klaar_op: Mapped[date | None]
