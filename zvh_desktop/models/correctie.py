"""Corrections of a vastgesteld verslag: each is a new signed version, and keeps the one that it replaced."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import AgendapuntId, OverlegId


class VerslagCorrectie(Base):
    """Append-only (the database refuses update and delete). One point, with the reason why it is corrected."""

    __tablename__ = "verslag_correctie"
    __table_args__ = (
        UniqueConstraint("overleg_id", "versie"),
        CheckConstraint("versie > 1", name="na_de_eerste"),
        CheckConstraint("reden <> ''", name="heeft_reden"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    overleg_id: Mapped[OverlegId] = mapped_column(ForeignKey("overleg.id"))
    agendapunt_id: Mapped[AgendapuntId] = mapped_column(ForeignKey("agendapunt.id"), index=True)
    versie: Mapped[int]
    """The version that this correction made."""
    reden: Mapped[str]
    verklaring_nummer: Mapped[int] = mapped_column(ForeignKey("verklaring.nummer"), unique=True)
    eerder_verklaring: Mapped[int] = mapped_column(ForeignKey("verklaring.nummer"), unique=True)
    """Under the version before."""
    eerder_inhoud: Mapped[str]
    """The whole version before, literally what its signature is about (services/tafel/verslag_getekend.py)."""
