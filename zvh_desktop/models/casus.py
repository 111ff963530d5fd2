"""The casus, the people it is about, and who has had casusregie over it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, Dialect, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator, TypeEngine

from zvh_desktop.models.base import Base
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzes import AanmeldingId, BetrokkeneId, CasusId, CasusStatus, OverlegId, PartijId


class GeboortedatumKolom(TypeDecorator[Geboortedatum]):
    """A date column that also holds what is known less precisely: a nought for the day, or the month, that is not."""

    impl = Date
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Only SQLite takes a date with a nought in it for a date; elsewhere it is the text that it is."""
        return dialect.type_descriptor(Date() if dialect.name == "sqlite" else String(10))

    def bind_processor(self, dialect: Dialect) -> Callable[[Geboortedatum | None], str | None]:
        """To the vault, past the processing of the date type: that knows whole days alone."""
        return _naar_code

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], Geboortedatum | None]:
        """From the vault."""
        return _uit_code


def _naar_code(waarde: Geboortedatum | None) -> str | None:
    return None if waarde is None else waarde.code()


def _uit_code(waarde: str | None) -> Geboortedatum | None:
    return None if waarde is None else Geboortedatum.uit_code(waarde)


class Casus(Base):
    """One person or household under shared care, known outside this vault by its number alone."""

    __tablename__ = "casus"
    # For Vandaag: which casussen run.
    __table_args__ = (
        Index("ix_casus_fase_nummer", "fase", "nummer"),
        Index("ix_casus_status_nummer", "status", "nummer"),
        Index("ix_casus_regie", "status", "procesregisseur", "procesregie", "fase"),
    )

    id: Mapped[CasusId] = mapped_column(primary_key=True)
    nummer: Mapped[str] = mapped_column(unique=True)
    aanmelding_id: Mapped[AanmeldingId | None] = mapped_column(ForeignKey("aanmelding.id"), unique=True)
    aanmeldende_partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), index=True)
    aanpak: Mapped[str]
    fase: Mapped[str]
    status: Mapped[CasusStatus]
    procesregisseur: Mapped[str] = mapped_column(default="")
    procesregie: Mapped[str] = mapped_column(default="")
    """Who has procesregie after the last besluit; empty means the house itself."""
    geopend_op: Mapped[date]
    gesloten_op: Mapped[date | None]
    gewijzigd_op: Mapped[datetime] = mapped_column(index=True)
    betrokkenen: Mapped[list[Betrokkene]] = relationship(
        back_populates="casus", order_by="Betrokkene.volgorde", foreign_keys="Betrokkene.casus_id"
    )
    casusregie: Mapped[list[Casusregie]] = relationship(
        back_populates="casus", order_by="Casusregie.id", cascade="all, delete-orphan"
    )


class Betrokkene(Base):
    """A natural person whom the casus is about. There is no BSN field, on purpose."""

    __tablename__ = "betrokkene"

    id: Mapped[BetrokkeneId] = mapped_column(primary_key=True)
    aanmelding_id: Mapped[AanmeldingId | None] = mapped_column(
        ForeignKey("aanmelding.id", ondelete="CASCADE"), index=True
    )
    casus_id: Mapped[CasusId | None] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    volgorde: Mapped[int]
    """0 is the hoofdbetrokkene, the rest nevenbetrokkenen."""
    naam: Mapped[str]
    geboortedatum: Mapped[Geboortedatum | None] = mapped_column(GeboortedatumKolom)
    gemeente: Mapped[str] = mapped_column(default="")
    adres: Mapped[str] = mapped_column(default="")
    casus: Mapped[Casus | None] = relationship(back_populates="betrokkenen", foreign_keys=[casus_id])


class Casusregie(Base):
    """Who is casusregisseur, from which partij, since and until when; the open line is the current one.

    ``overleg_id`` is the overleg in which that was decided. Without it and with ``aangewezen_op`` that overleg is not
    in this vault, and without both it was recorded before this was asked.
    """

    __tablename__ = "casusregie"

    id: Mapped[int] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"))
    naam: Mapped[str]
    van: Mapped[date]
    tot: Mapped[date | None]
    overleg_id: Mapped[OverlegId | None] = mapped_column(ForeignKey("overleg.id", ondelete="SET NULL"), index=True)
    aangewezen_op: Mapped[date | None]
    casus: Mapped[Casus] = relationship(back_populates="casusregie")
