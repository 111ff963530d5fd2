"""Meetings at tactical and strategic level: members, what they decide and how they vote. Never a casus.

The meeting itself is an Overleg without casuistiek and its points are agendapunten without a casus; triggers
(migration 0005) refuse one on such a meeting, so plain SQL with the open key cannot put it there either.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from zvh_desktop.models.base import Base
from zvh_desktop.models.bestuurskeuzes import BesluitOver, BesluitUitkomst, LidRol, Stem
from zvh_desktop.models.keuzes import Aanwezigheid, AgendapuntId, LidId, OverlegBesluitId, OverlegId, PartijId


class OverlegLid(Base):
    """A seat in a meeting: of a partij, of a function, or of both; and what it let know when it could not come."""

    __tablename__ = "overleg_lid"
    __table_args__ = (
        CheckConstraint("partij_id IS NOT NULL OR functie <> ''", name="is_iemand"),
        CheckConstraint("rol IN ('voorzitter', 'lid', 'agendalid', 'adviseur', 'secretaris')", name="rol_bekend"),
    )

    id: Mapped[LidId] = mapped_column(primary_key=True)
    overleg_id: Mapped[OverlegId] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"), index=True)
    partij_id: Mapped[PartijId | None] = mapped_column(ForeignKey("partij.id"), index=True)
    functie: Mapped[str] = mapped_column(default="")
    rol: Mapped[LidRol] = mapped_column(default=LidRol.LID)
    stemrecht: Mapped[bool] = mapped_column(default=True)
    volgorde: Mapped[int] = mapped_column(default=0)
    vertegenwoordiger: Mapped[str] = mapped_column(default="")
    """Who has the seat."""
    email: Mapped[str] = mapped_column(default="")
    aanwezigheid: Mapped[Aanwezigheid]
    gevraagde_inbreng: Mapped[str] = mapped_column(default="")
    """What is asked of this member beforehand; it stands in the uitnodiging."""
    inbreng_gevraagd_op: Mapped[date | None]
    inbreng: Mapped[str] = mapped_column(default="")
    gehoord_op: Mapped[date | None]


class OverlegUitnodiging(Base):
    """What was sent to one seat. ``gestuurd_inhoud`` tells whether that still is what would be sent now."""

    __tablename__ = "overleg_uitnodiging"

    lid_id: Mapped[LidId] = mapped_column(ForeignKey("overleg_lid.id", ondelete="CASCADE"), primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    volgnummer: Mapped[int] = mapped_column(default=0)
    """SEQUENCE of the calendar item; one higher at every change that is sent."""
    verzonden_op: Mapped[datetime | None]
    ingetrokken_op: Mapped[datetime | None]
    gestuurd_naam: Mapped[str] = mapped_column(default="")
    gestuurd_email: Mapped[str] = mapped_column(default="")
    """To whom the last one went: a change or a withdrawal goes to the same."""
    gestuurd_inhoud: Mapped[str] = mapped_column(default="")


class OverlegBesluit(Base):
    """A proposal at a point and what became of it. ``beslist_door`` and ``elders`` are for a deadlock."""

    __tablename__ = "overleg_besluit"
    __table_args__ = (
        CheckConstraint("voorstel <> ''", name="heeft_voorstel"),
        CheckConstraint(
            "uitkomst IN ('open', 'aangenomen', 'verworpen', 'voorgesteld', 'patstelling', 'aangehouden')",
            name="uitkomst_bekend",
        ),
    )

    id: Mapped[OverlegBesluitId] = mapped_column(primary_key=True)
    agendapunt_id: Mapped[AgendapuntId] = mapped_column(ForeignKey("agendapunt.id", ondelete="CASCADE"), index=True)
    voorstel: Mapped[str]
    toelichting: Mapped[str] = mapped_column(default="")
    over: Mapped[BesluitOver] = mapped_column(default=BesluitOver.OVERIG, server_default=text("''"))
    consensus: Mapped[bool | None]
    """None: not sought yet. False: sought and not found, so that a vote is possible."""
    uitkomst: Mapped[BesluitUitkomst]
    beslist_door: Mapped[str] = mapped_column(default="")
    elders: Mapped[str] = mapped_column(default="")
    raakt: Mapped[list[OverlegBesluitRaakt]] = relationship(
        cascade="all, delete-orphan", order_by="OverlegBesluitRaakt.partij_id"
    )
    stemmen: Mapped[list[OverlegStem]] = relationship(cascade="all, delete-orphan", order_by="OverlegStem.lid_id")


class OverlegBesluitRaakt(Base):
    """A partij that this besluit would affect seriously: it has to be heard first."""

    __tablename__ = "overleg_besluit_raakt"

    besluit_id: Mapped[OverlegBesluitId] = mapped_column(
        ForeignKey("overleg_besluit.id", ondelete="CASCADE"), primary_key=True
    )
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), primary_key=True)


class OverlegStem(Base):
    """The vote of one seat on one proposal. One partij can hold more seats, and so more votes."""

    __tablename__ = "overleg_stem"
    __table_args__ = (CheckConstraint("stem IN ('voor', 'tegen', 'onthouding')", name="stem_bekend"),)

    besluit_id: Mapped[OverlegBesluitId] = mapped_column(
        ForeignKey("overleg_besluit.id", ondelete="CASCADE"), primary_key=True
    )
    lid_id: Mapped[LidId] = mapped_column(ForeignKey("overleg_lid.id"), primary_key=True)
    stem: Mapped[Stem]
