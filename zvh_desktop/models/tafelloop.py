"""What happened at the table, act by act: the order of points, who came in and left, who led it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base


class Tafelgebeurtenis(Base):
    """One act at the table. Never changed; gone only with what it was about, while the verslag is a concept."""

    __tablename__ = "tafelgebeurtenis"

    id: Mapped[int] = mapped_column(primary_key=True)
    overleg_id: Mapped[int] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"), index=True)
    agendapunt_id: Mapped[int | None] = mapped_column(ForeignKey("agendapunt.id", ondelete="CASCADE"), index=True)
    partij_id: Mapped[int | None] = mapped_column(ForeignKey("partij.id"))
    soort: Mapped[str]
    wie: Mapped[str] = mapped_column(default="")
    """The chair or the minute taker from now on."""
    tijdstip: Mapped[datetime]
    door: Mapped[str]
