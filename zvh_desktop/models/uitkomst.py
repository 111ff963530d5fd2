"""Besluiten and acties: what comes out of an overleg. Names follow UitkomstOverleg of the national model."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import (
    ActieId,
    ActieStatus,
    AgendapuntId,
    BesluitId,
    BetrokkeneId,
    CasusId,
    PartijId,
    PlanId,
    Voortgang,
)


class Besluit(Base):
    """A decision on one casus, of a kind from the house's list."""

    __tablename__ = "besluit"

    id: Mapped[BesluitId] = mapped_column(primary_key=True)
    agendapunt_id: Mapped[AgendapuntId] = mapped_column(ForeignKey("agendapunt.id", ondelete="CASCADE"), index=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    soort: Mapped[str]
    omschrijving: Mapped[str] = mapped_column(default="")
    conditie: Mapped[str] = mapped_column(default="")
    informering: Mapped[str] = mapped_column(default="")
    """Who informs the betrokkene, or why not."""
    belegd_bij_id: Mapped[PartijId | None] = mapped_column(ForeignKey("partij.id"))


class Actie(Base):
    """Something a partij is to do, agreed at an agendapunt or in a plan van aanpak."""

    __tablename__ = "actie"
    # For counting what is open and what is late, without reading every actie there ever was.
    __table_args__ = (Index("ix_actie_status_termijn", "status", "termijn"),)

    id: Mapped[ActieId] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    agendapunt_id: Mapped[AgendapuntId | None] = mapped_column(
        ForeignKey("agendapunt.id", ondelete="SET NULL"), index=True
    )
    plan_id: Mapped[PlanId | None] = mapped_column(ForeignKey("plan_van_aanpak.id", ondelete="SET NULL"), index=True)
    omschrijving: Mapped[str]
    conditie: Mapped[str] = mapped_column(default="")
    informering: Mapped[str] = mapped_column(default="")
    belegd_bij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), index=True)
    betrokkene_id: Mapped[BetrokkeneId | None] = mapped_column(ForeignKey("betrokkene.id", ondelete="SET NULL"))
    leefgebied: Mapped[str] = mapped_column(default="")
    eigenaar: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """Who in the house sees to it that it happens; empty while nobody was named."""
    termijn: Mapped[date | None]
    status: Mapped[ActieStatus]
    afgerond_op: Mapped[date | None]
    gewijzigd_op: Mapped[datetime]


class Actievoortgang(Base):
    """What was said at one agendapunt of an actie of before, and how that actie stood, so that it can be taken back."""

    __tablename__ = "actievoortgang"
    __table_args__ = (UniqueConstraint("agendapunt_id", "actie_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    agendapunt_id: Mapped[AgendapuntId] = mapped_column(ForeignKey("agendapunt.id", ondelete="CASCADE"))
    actie_id: Mapped[ActieId] = mapped_column(ForeignKey("actie.id", ondelete="CASCADE"), index=True)
    voortgang: Mapped[Voortgang]
    vorige_status: Mapped[ActieStatus]
    vorige_afgerond_op: Mapped[date | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[str]
