"""Ordewens: one thing that is asked of the order of one overleg. No part of the agenda that gets akkoord."""

from __future__ import annotations

from datetime import time

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzen.ordekeuzes import OrdewensId, WensSoort
from zvh_desktop.models.keuzes import AgendapuntId, OverlegId, PartijId


class Ordewens(Base):
    """Which columns are filled in follows from the soort. It goes with its agendapunt and with its overleg."""

    __tablename__ = "ordewens"
    __table_args__ = (
        CheckConstraint(
            "CASE soort "
            "WHEN 'eerst' THEN agendapunt_id IS NOT NULL AND voor_punt_id IS NULL AND tijd IS NULL "
            "WHEN 'laatst' THEN agendapunt_id IS NOT NULL AND voor_punt_id IS NULL AND tijd IS NULL "
            "WHEN 'voor' THEN agendapunt_id IS NOT NULL AND voor_punt_id IS NOT NULL AND tijd IS NULL "
            "WHEN 'om' THEN agendapunt_id IS NOT NULL AND voor_punt_id IS NULL AND tijd IS NOT NULL "
            "ELSE agendapunt_id IS NULL AND voor_punt_id IS NULL END",
            name="over_een_casus",
        ),
        CheckConstraint(
            "CASE soort "
            "WHEN 'vanaf' THEN partij_id IS NOT NULL AND tijd IS NOT NULL AND gewicht IS NULL "
            "WHEN 'tot' THEN partij_id IS NOT NULL AND tijd IS NOT NULL AND gewicht IS NULL "
            "WHEN 'telt' THEN partij_id IS NOT NULL AND tijd IS NULL AND gewicht IS NOT NULL "
            "ELSE partij_id IS NULL AND gewicht IS NULL END",
            name="over_een_partij",
        ),
        CheckConstraint("soort IN ('eerst', 'laatst', 'voor', 'om', 'vanaf', 'tot', 'telt')", name="soort_bekend"),
        CheckConstraint("voor_punt_id <> agendapunt_id", name="voor_een_ander"),
        CheckConstraint("gewicht IN (2, 3)", name="telt_zwaarder"),
        Index(
            "ix_ordewens_uiterste",
            "overleg_id",
            "soort",
            unique=True,
            sqlite_where=text("soort IN ('eerst', 'laatst')"),
        ),
        Index(
            "ix_ordewens_per_partij",
            "overleg_id",
            "partij_id",
            "soort",
            unique=True,
            sqlite_where=text("partij_id IS NOT NULL"),
        ),
    )

    id: Mapped[OrdewensId] = mapped_column(primary_key=True)
    overleg_id: Mapped[OverlegId] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"), index=True)
    soort: Mapped[WensSoort]
    agendapunt_id: Mapped[AgendapuntId | None] = mapped_column(
        ForeignKey("agendapunt.id", ondelete="CASCADE"), index=True
    )
    voor_punt_id: Mapped[AgendapuntId | None] = mapped_column(
        ForeignKey("agendapunt.id", ondelete="CASCADE"), index=True
    )
    """The casus before which it has to come."""
    partij_id: Mapped[PartijId | None] = mapped_column(ForeignKey("partij.id"), index=True)
    tijd: Mapped[time | None]
    gewicht: Mapped[int | None]
    """So many times a minute of waiting of this partij counts at this overleg."""
