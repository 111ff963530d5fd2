"""Informatie-items: what a partij gave for a casus, its accord with prior reading, and who may read beforehand.

The default is that nobody reads beforehand. Triggers (migration 0004) refuse a vrijgave without an accord in force,
and let it lapse when the accord or the oordeel under it goes.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzes import (
    CasusId,
    InformatieItemId,
    InzageAkkoordId,
    OordeelId,
    OordeelUitkomst,
    OverlegId,
    PartijId,
)


class InformatieItem(Base):
    """One piece of information from one supplier, as text, as an attachment, or both."""

    __tablename__ = "informatie_item"
    __table_args__ = (
        UniqueConstraint("id", "casus_id"),
        CheckConstraint("regime IN ('avg', 'wpg', 'wjsg', 'beroepsgeheim')", name="regime_bekend"),
        CheckConstraint("tekst <> '' OR bijlage IS NOT NULL", name="heeft_inhoud"),
        # a number that was given out never comes back: undo must not reach another item
        {"sqlite_autoincrement": True},
    )

    id: Mapped[InformatieItemId] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    verstrekker_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), index=True)
    regime: Mapped[Regime]
    titel: Mapped[str]
    tekst: Mapped[str] = mapped_column(default="")
    gebruik: Mapped[str] = mapped_column(default="")
    """How the other partijen may use it, in the words of the supplier; empty until the supplier has said so."""
    ontvangen_op: Mapped[date]
    ontvangen_wijze: Mapped[str] = mapped_column(default="")
    bijlage: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    bijlage_naam: Mapped[str] = mapped_column(default="")
    bijlage_grootte: Mapped[int] = mapped_column(default=0)
    bijlage_pdf: Mapped[bool] = mapped_column(default=False)
    """Whether the attachment is a PDF, by its first bytes: only then it can travel."""
    vastgelegd_door: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    gewijzigd_op: Mapped[datetime]


class InzageAkkoord(Base):
    """The supplier's accord with prior reading of one item, as it stood then; withdrawn, never changed."""

    __tablename__ = "inzage_akkoord"
    __table_args__ = (
        UniqueConstraint("id", "item_id"),
        Index("ix_inzage_akkoord_geldend", "item_id", unique=True, sqlite_where=text("ingetrokken_op IS NULL")),
        CheckConstraint("gegeven_door <> '' AND wijze <> ''", name="is_herleidbaar"),
    )

    id: Mapped[InzageAkkoordId] = mapped_column(primary_key=True)
    item_id: Mapped[InformatieItemId] = mapped_column(ForeignKey("informatie_item.id", ondelete="CASCADE"), index=True)
    gegeven_door: Mapped[str]
    """Who at the supplier gave it."""
    op: Mapped[date]
    wijze: Mapped[str]
    vastgelegd_door: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    ingetrokken_op: Mapped[date | None]
    ingetrokken_vastgelegd_door: Mapped[str] = mapped_column(default="")


class InzageVrijgave(Base):
    """One partij may read one item before one overleg; it travels with the uitnodiging to that partij."""

    __tablename__ = "inzage_vrijgave"
    __table_args__ = (
        UniqueConstraint("item_id", "overleg_id", "partij_id"),
        ForeignKeyConstraint(
            ["item_id", "casus_id"], ["informatie_item.id", "informatie_item.casus_id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(["akkoord_id", "item_id"], ["inzage_akkoord.id", "inzage_akkoord.item_id"]),
        ForeignKeyConstraint(
            ["oordeel_id", "casus_id", "partij_id", "oordeel_uitkomst"],
            ["oordeel.id", "oordeel.casus_id", "oordeel.partij_id", "oordeel.uitkomst"],
        ),
        CheckConstraint("oordeel_uitkomst = 'rechtmatig'", name="alleen_rechtmatig"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[InformatieItemId]
    casus_id: Mapped[CasusId]
    overleg_id: Mapped[OverlegId] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"), index=True)
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), index=True)
    akkoord_id: Mapped[InzageAkkoordId]
    oordeel_id: Mapped[OordeelId]
    oordeel_uitkomst: Mapped[OordeelUitkomst] = mapped_column(default=OordeelUitkomst.RECHTMATIG)
    overlegd_met_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"))
    """The partij that handed in the casus or has casusregie, with which this was judged (Twente art. 11.2.f)."""
    vrijgegeven_door: Mapped[str]
    vrijgegeven_op: Mapped[datetime]
    verzonden_op: Mapped[datetime | None]
    vervallen: Mapped[bool] = mapped_column(default=False)
    """True once accord or oordeel no longer holds: from then on it travels with nothing."""
