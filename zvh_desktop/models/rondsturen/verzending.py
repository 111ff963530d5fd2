"""Rondzending: one packet that went to one partij, in which version, to whom, and how that partij reacted."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, false, text
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import CasusId, OverlegId, PartijId, PlanId, Reactie, VerzendingId, VerzendingSoort


class Rondzending(Base):
    """A row is there only when it was noted as sent; what was sent does not change, the reaction does (0021)."""

    __tablename__ = "verzending"
    __table_args__ = (
        CheckConstraint(
            "(soort = 'verslag' AND overleg_id IS NOT NULL AND plan_id IS NULL AND casus_id IS NULL) OR "
            "(soort IN ('plan', 'regie') AND overleg_id IS NULL AND plan_id IS NOT NULL AND casus_id IS NOT NULL)",
            name="gaat_ergens_over",
        ),
        CheckConstraint("aan_email <> ''", name="aan_iemand"),
        CheckConstraint("reactie <> 'opmerking' OR reactie_tekst <> ''", name="opmerking_heeft_tekst"),
    )

    id: Mapped[VerzendingId] = mapped_column(primary_key=True)
    soort: Mapped[VerzendingSoort]
    overleg_id: Mapped[OverlegId | None] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"), index=True)
    plan_id: Mapped[PlanId | None] = mapped_column(ForeignKey("plan_van_aanpak.id", ondelete="CASCADE"), index=True)
    casus_id: Mapped[CasusId | None] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), index=True)
    versie: Mapped[int]
    """As this partij counts: the first it got is 1, whatever was corrected elsewhere in the verslag."""
    verklaring_nummer: Mapped[int] = mapped_column(ForeignKey("verklaring.nummer"))
    """The signature under what was sent; a later one under the same means that it has to go out anew."""
    dag: Mapped[date]
    """The Dutch day of sending."""
    verstuurd_op: Mapped[datetime]
    verstuurd_door: Mapped[str]
    aan_naam: Mapped[str]
    aan_functie: Mapped[str] = mapped_column(default="", server_default=text("''"))
    aan_email: Mapped[str]
    aan_postbus: Mapped[bool] = mapped_column(default=False, server_default=false())
    reageren_voor: Mapped[date | None]
    reactie: Mapped[Reactie]
    reactie_op: Mapped[date | None]
    reactie_tekst: Mapped[str] = mapped_column(default="", server_default=text("''"))
