"""Whose casus it is: each time a casus went from one procesregisseur to another."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import CasusId


class Regisseurwissel(Base):
    """One handing over. Who has the casus now stands at the casus itself."""

    __tablename__ = "regisseurwissel"

    id: Mapped[int] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    van: Mapped[str]
    naar: Mapped[str]
    op: Mapped[date]
    reden: Mapped[str]
    vastgelegd_door: Mapped[str]
