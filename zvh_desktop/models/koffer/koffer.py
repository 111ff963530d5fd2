"""A tafel that travels: who has it and until when, which casussen are in it, and what came back (ADR 0062).

The row in the koffer itself is a copy of the one in the office, with the stand ``onderweg``.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, false, text
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzen.kofferkeuzes import KofferId, KofferpuntLot, KofferStand, Verandering
from zvh_desktop.models.keuzes import CasusId, OverlegId


class Koffer(Base):
    """One tafel in a koffer. While it is ``uit``, triggers keep it and its casussen as they are (migration 0048)."""

    __tablename__ = "koffer"
    __table_args__ = (
        Index("ix_koffer_een_uit", "overleg_id", unique=True, sqlite_where=text("stand = 'uit'")),
        CheckConstraint("stand <> 'ingetrokken' OR ingetrokken_reden <> ''", name="zegt_waarom"),
    )

    id: Mapped[KofferId] = mapped_column(primary_key=True)
    kenmerk: Mapped[str] = mapped_column(unique=True)
    """What tells it from every other koffer: random, and in the key file of the koffer."""
    overleg_id: Mapped[OverlegId] = mapped_column(ForeignKey("overleg.id"))
    voor: Mapped[str]
    """Account of the procesregisseur for whom it is sealed."""
    voor_naam: Mapped[str]
    vervanger: Mapped[str] = mapped_column(default="", server_default=text("''"))
    vervanger_naam: Mapped[str] = mapped_column(default="", server_default=text("''"))
    terug_uiterlijk: Mapped[date]
    stand: Mapped[KofferStand]
    tot_en_met: Mapped[int]
    """Complete up to this statement of the office; the statement of the koffer itself follows on it."""
    kop_hash: Mapped[str]
    """The hash of the chain there."""
    volledig: Mapped[str]
    """Numbers of the statements that travel with their content: canonical JSON. Of the others the head alone goes."""
    uitgegeven_op: Mapped[datetime]
    uitgegeven_door: Mapped[str]
    verklaring_nummer: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
    ingetrokken_op: Mapped[datetime | None]
    ingetrokken_door: Mapped[str] = mapped_column(default="", server_default=text("''"))
    ingetrokken_reden: Mapped[str] = mapped_column(default="", server_default=text("''"))
    intrekking_verklaring: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
    terug_op: Mapped[datetime | None]
    terug_door: Mapped[str] = mapped_column(default="", server_default=text("''"))
    onderweg: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """The statements that were signed on the road, without their content: canonical JSON, signed with the return."""
    terug_verklaring: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
    reist_in: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """The kenmerk of the koffer in which this tafel travels with another of the same day; empty: in its own."""
    zonder_lijn: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Kept fresh on a computer and begun while there was no line: the office never lent it out (ADR 0101)."""


class KofferCasus(Base):
    """A casus that travels in a koffer."""

    __tablename__ = "koffer_casus"

    koffer_id: Mapped[KofferId] = mapped_column(ForeignKey("koffer.id", ondelete="CASCADE"), primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), primary_key=True, index=True)


class KofferBegin(Base):
    """A row as it went along, so that the return can tell what was done to it. Only in a koffer; empty in an office."""

    __tablename__ = "koffer_begin"

    tabel: Mapped[str] = mapped_column(primary_key=True)
    rij: Mapped[int] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId | None] = mapped_column(index=True)
    inhoud: Mapped[str]
    """The columns that can change on the road: canonical JSON."""


class KofferVerklaring(Base):
    """A statement that was signed on the road, whole as it was there, and its number in the office."""

    __tablename__ = "koffer_verklaring"

    koffer_id: Mapped[KofferId] = mapped_column(ForeignKey("koffer.id", ondelete="CASCADE"), primary_key=True)
    nummer: Mapped[int] = mapped_column(primary_key=True)
    """Its number in the chain of the koffer."""
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    rij: Mapped[str]
    """Every column of it: canonical JSON."""
    hier: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
    """Under which number it was signed again in the office; None when it does not count there."""


class KofferPunt(Base):
    """One thing that was done on the road and could not simply be taken in, beside what the office had then."""

    __tablename__ = "koffer_punt"

    id: Mapped[int] = mapped_column(primary_key=True)
    koffer_id: Mapped[KofferId] = mapped_column(ForeignKey("koffer.id", ondelete="CASCADE"), index=True)
    casus_id: Mapped[CasusId | None] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    tabel: Mapped[str]
    verandering: Mapped[Verandering]
    wat: Mapped[str]
    kantoor: Mapped[str]
    onderweg: Mapped[str]
    keuze: Mapped[KofferpuntLot]
    reden: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """Why it was not taken in; empty when somebody chose so."""
