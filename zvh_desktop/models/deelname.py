"""Deelname: a partij at an agendapunt. It cannot exist without a positive oordeel for that casus.

Two composite foreign keys tie agendapunt, casus, partij and oordeel together; triggers (migration 0001)
refuse an oordeel that has been overruled or is not in force on the day of the meeting. So plain SQL
with the open key cannot put a partij at a casus either.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import (
    Aanwezigheid,
    AgendapuntId,
    CasusId,
    DeelnameId,
    OordeelId,
    OordeelUitkomst,
    PartijId,
)


class Deelname(Base):
    """The seat of one partij at one casus on one agenda, with what is asked of it and how it was present."""

    __tablename__ = "deelname"
    __table_args__ = (
        UniqueConstraint("agendapunt_id", "partij_id"),
        ForeignKeyConstraint(
            ["agendapunt_id", "casus_id"], ["agendapunt.id", "agendapunt.casus_id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["oordeel_id", "casus_id", "partij_id", "oordeel_uitkomst"],
            ["oordeel.id", "oordeel.casus_id", "oordeel.partij_id", "oordeel.uitkomst"],
        ),
        CheckConstraint("oordeel_uitkomst = 'rechtmatig'", name="alleen_rechtmatig"),
    )

    id: Mapped[DeelnameId] = mapped_column(primary_key=True)
    agendapunt_id: Mapped[AgendapuntId]
    casus_id: Mapped[CasusId]
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), index=True)
    oordeel_id: Mapped[OordeelId]
    oordeel_uitkomst: Mapped[OordeelUitkomst] = mapped_column(default=OordeelUitkomst.RECHTMATIG)
    gevraagde_bijdrage: Mapped[str] = mapped_column(default="")
    aanwezigheid: Mapped[Aanwezigheid]
    afgevaardigde: Mapped[str] = mapped_column(default="")
    vervallen: Mapped[bool] = mapped_column(default=False)
    """True once the oordeel no longer holds on the day of the meeting; never shown in a document."""
    intrekking_verzonden: Mapped[bool] = mapped_column(default=False)
    """True once the partij was told that a lapsed seat is withdrawn, so that it is not told twice."""
    ter_tafel: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Let in at the table: was not on the agenda that got akkoord, and so never invited for this point."""
