"""Plan van aanpak, in versions; every version is kept until the file is destroyed."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import CasusId, PartijId, PlanId, PlanStatus


class PlanVanAanpak(Base):
    """One version of the plan of one casus."""

    __tablename__ = "plan_van_aanpak"
    __table_args__ = (UniqueConstraint("casus_id", "versie"),)

    id: Mapped[PlanId] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    versie: Mapped[int]
    status: Mapped[PlanStatus]
    informeert_betrokkene: Mapped[str] = mapped_column(default="")
    betrokkene_geinformeerd_op: Mapped[date | None]
    niet_geinformeerd_omdat: Mapped[str] = mapped_column(default="")
    afschalingscriteria: Mapped[str] = mapped_column(default="")
    evaluatie_op: Mapped[date | None]
    opgesteld_door: Mapped[str]
    gewijzigd_op: Mapped[datetime]
    vaststelling_verklaring: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
    woorden: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """Names, birth dates, acties and terms as they were when it was vastgesteld, signed with it."""
    doelen: Mapped[list[PlanDoel]] = relationship(cascade="all, delete-orphan", order_by="PlanDoel.id")
    rollen: Mapped[list[PlanRol]] = relationship(cascade="all, delete-orphan", order_by="PlanRol.id")


class PlanDoel(Base):
    """A goal in one leefgebied."""

    __tablename__ = "plan_doel"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[PlanId] = mapped_column(ForeignKey("plan_van_aanpak.id", ondelete="CASCADE"), index=True)
    leefgebied: Mapped[str]
    doel: Mapped[str]


class PlanRol(Base):
    """Role and informatiebehoefte of one partij, without which a plan cannot be vastgesteld."""

    __tablename__ = "plan_rol"
    __table_args__ = (UniqueConstraint("plan_id", "partij_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[PlanId] = mapped_column(ForeignKey("plan_van_aanpak.id", ondelete="CASCADE"), index=True)
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"))
    rol: Mapped[str] = mapped_column(default="")
    informatiebehoefte: Mapped[str] = mapped_column(default="")
