"""Partijen and the people who speak for them.

``Partij`` is what daily speech calls a partner. Names of contactpersonen are business contacts, not
case data, but they too live only in the encrypted file.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import ContactpersoonId, PartijId, PartijSoort


class Partij(Base):
    """An organisation that may be at a table: convenantpartij, deelnemer for one case, or derde."""

    __tablename__ = "partij"
    __table_args__ = (CheckConstraint("soort IN ('convenantpartij', 'deelnemer', 'derde')", name="soort_bekend"),)

    id: Mapped[PartijId] = mapped_column(primary_key=True)
    naam: Mapped[str] = mapped_column(unique=True)
    kort: Mapped[str] = mapped_column(unique=True)
    soort: Mapped[PartijSoort]
    groep: Mapped[str] = mapped_column(default="")
    aangesloten_op: Mapped[date | None]
    uitgetreden_op: Mapped[date | None]
    opmerking: Mapped[str] = mapped_column(default="")
    contactpersonen: Mapped[list[Contactpersoon]] = relationship(
        back_populates="partij", cascade="all, delete-orphan", order_by="Contactpersoon.id"
    )


class Contactpersoon(Base):
    """Who is written to, and whether this person has mandaat to decide on a casus."""

    __tablename__ = "contactpersoon"

    id: Mapped[ContactpersoonId] = mapped_column(primary_key=True)
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id", ondelete="CASCADE"), index=True)
    naam: Mapped[str]
    functie: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    telefoon: Mapped[str] = mapped_column(default="")
    mandaat: Mapped[bool] = mapped_column(default=False)
    gedeelde_postbus: Mapped[bool] = mapped_column(default=False)
    overlegsoorten: Mapped[str] = mapped_column(default="")
    """Space-separated keys of overlegsoorten in the profile; empty means all."""
    partij: Mapped[Partij] = relationship(back_populates="contactpersonen")
