"""Opschaling: the signed decision that a casus goes to another house, the accord of that house and what it said.

What is signed, agreed to or handed over is not rewritten; constraints and triggers (migration 0007) see to that.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base, KeuzeOfLeegKolom
from zvh_desktop.models.keuzen.opschalingkeuzes import AkkoordWijze, OpschalingUitkomst
from zvh_desktop.models.keuzes import BesluitId, CasusId, OpschalingId, PartijId


class Opschaling(Base):
    """One attempt to take a casus to another house; a casus can have several in time, and one that is open."""

    __tablename__ = "opschaling"
    __table_args__ = (
        Index("ix_opschaling_open", "casus_id", unique=True, sqlite_where=text("uitkomst = 'open'")),
        CheckConstraint("uitkomst IN ('open', 'aangenomen', 'niet_aangenomen')", name="uitkomst_bekend"),
        CheckConstraint(
            "besloten_op IS NULL OR (verklaring_nummer IS NOT NULL AND besluit_id IS NOT NULL)",
            name="besluit_ondertekend",
        ),
        CheckConstraint(
            "akkoord_op IS NULL OR (besloten_op IS NOT NULL AND akkoord_door <> '' AND akkoord_functie <> '' "
            "AND akkoord_wijze IN ('schriftelijk', 'beveiligde_mail', 'mondeling') "
            "AND akkoord_vastgelegd_door <> '' AND akkoord_vastgelegd_op IS NOT NULL)",
            name="akkoord_herleidbaar",
        ),
        CheckConstraint("dossier_op IS NULL OR akkoord_op IS NOT NULL", name="dossier_na_akkoord"),
        CheckConstraint(
            "uitkomst = 'open' OR (besloten_op IS NOT NULL AND uitkomst_op IS NOT NULL)", name="uitkomst_na_besluit"
        ),
        CheckConstraint("uitkomst <> 'aangenomen' OR akkoord_op IS NOT NULL", name="aangenomen_na_akkoord"),
        CheckConstraint("uitkomst <> 'niet_aangenomen' OR uitkomst_reden <> ''", name="weigering_met_reden"),
    )

    id: Mapped[OpschalingId] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    ontvanger_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), index=True)
    """The other house, which is a derde for this one."""
    motivering: Mapped[str] = mapped_column(default="")
    criteria_gehaald: Mapped[str] = mapped_column(default="")
    gevraagd: Mapped[str] = mapped_column(default="")
    """What is asked of the other house."""
    besluit_id: Mapped[BesluitId | None] = mapped_column(ForeignKey("besluit.id"), unique=True)
    """The besluit of the overleg on which it rests; each opschaling has one of its own."""
    besloten_op: Mapped[date | None]
    besloten_door: Mapped[str] = mapped_column(default="")
    verklaring_nummer: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
    woorden: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """The names and terms of when it was signed, as printed; empty for what was signed before that was kept."""
    fase_voor: Mapped[str] = mapped_column(default="")
    """Where the casus was before, to go back to when the other house does not take it."""
    akkoord_door: Mapped[str] = mapped_column(default="")
    akkoord_functie: Mapped[str] = mapped_column(default="")
    akkoord_op: Mapped[date | None]
    akkoord_wijze: Mapped[AkkoordWijze | None] = mapped_column(KeuzeOfLeegKolom(AkkoordWijze), nullable=False)
    akkoord_kenmerk: Mapped[str] = mapped_column(default="")
    akkoord_vastgelegd_door: Mapped[str] = mapped_column(default="")
    akkoord_vastgelegd_op: Mapped[datetime | None]
    dossier_op: Mapped[datetime | None]
    dossier_door: Mapped[str] = mapped_column(default="")
    uitkomst: Mapped[OpschalingUitkomst] = mapped_column(default=OpschalingUitkomst.OPEN)
    uitkomst_op: Mapped[date | None]
    uitkomst_reden: Mapped[str] = mapped_column(default="")
    uitkomst_door: Mapped[str] = mapped_column(default="")
    procesregie_voor: Mapped[str] = mapped_column(default="")
    """Who had procesregie before the other house took the casus, for whoever has to take that back."""
