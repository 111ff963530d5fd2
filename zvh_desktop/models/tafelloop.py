"""What happened at the table, act by act: the order of points, who came in and left, who led it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import AgendapuntId, GebeurtenisId, OverlegId, PartijId, TafelHandeling


class Tafelgebeurtenis(Base):
    """One act at the table. Never changed; gone only with what it was about, while the verslag is a concept."""

    __tablename__ = "tafelgebeurtenis"

    id: Mapped[GebeurtenisId] = mapped_column(primary_key=True)
    overleg_id: Mapped[OverlegId] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"), index=True)
    agendapunt_id: Mapped[AgendapuntId | None] = mapped_column(
        ForeignKey("agendapunt.id", ondelete="CASCADE"), index=True
    )
    partij_id: Mapped[PartijId | None] = mapped_column(ForeignKey("partij.id"))
    soort: Mapped[TafelHandeling]
    wie: Mapped[str] = mapped_column(default="")
    """The chair or the minute taker from now on."""
    tijdstip: Mapped[datetime]
    door: Mapped[str]
