"""Overname: one casus of one overleg was taken over into one system, as the verslag said it then."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import AgendapuntId


class Overname(Base):
    """A row is the tick. It is about one signed version: after a correction the casus has to be taken over anew."""

    __tablename__ = "overname"
    __table_args__ = (CheckConstraint("systeem <> ''", name="in_een_systeem"),)

    agendapunt_id: Mapped[AgendapuntId] = mapped_column(
        ForeignKey("agendapunt.id", ondelete="CASCADE"), primary_key=True
    )
    systeem: Mapped[str] = mapped_column(primary_key=True)
    """As the house calls it in its profile."""
    verklaring_nummer: Mapped[int] = mapped_column(ForeignKey("verklaring.nummer"), primary_key=True)
    """The signature under what was taken over."""
    overgenomen_op: Mapped[datetime]
    overgenomen_door: Mapped[str]
