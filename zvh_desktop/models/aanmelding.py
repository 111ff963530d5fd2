"""Aanmelding: a partij hands in a casus. Field names follow Melding of "Samen onder Handbereik"."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from zvh_desktop.models.base import Base
from zvh_desktop.models.casus import Betrokkene
from zvh_desktop.models.keuzes import AanmeldingId, AanmeldingUitkomst, PartijId


class Aanmelding(Base):
    """What was handed in, by whom, and what the procesregisseur decided about it."""

    __tablename__ = "aanmelding"
    # What lists and counts ask for: the long texts beside it are then not read.
    __table_args__ = (
        Index("ix_aanmelding_stand", "uitkomst", "terugkoppeling_gewenst", "teruggekoppeld_op"),
        Index(
            "ix_aanmelding_terug",
            "uitkomst",
            sqlite_where=text("terugkoppeling_gewenst IS 1 AND teruggekoppeld_op IS NULL"),
        ),
        Index(
            "ix_aanmelding_lijst",
            "id",
            "datum",
            "aanpak",
            "uitkomst",
            "terugkoppeling_gewenst",
            "teruggekoppeld_op",
            "partij_id",
        ),
    )

    id: Mapped[AanmeldingId] = mapped_column(primary_key=True)
    datum: Mapped[date]
    partij_id: Mapped[PartijId | None] = mapped_column(ForeignKey("partij.id"), index=True)
    aanpak: Mapped[str] = mapped_column(default="")
    contact_naam: Mapped[str] = mapped_column(default="")
    contact_email: Mapped[str] = mapped_column(default="")
    contact_telefoon: Mapped[str] = mapped_column(default="")
    zorgelijke_situatie: Mapped[str] = mapped_column(default="")
    naar_aanleiding_van: Mapped[str] = mapped_column(default="")
    verzoek: Mapped[str] = mapped_column(default="")
    overige_informatie: Mapped[str] = mapped_column(default="")
    terugkoppeling_gewenst: Mapped[bool] = mapped_column(default=True)
    uitkomst: Mapped[AanmeldingUitkomst]
    reden: Mapped[str] = mapped_column(default="")
    beoordeeld_door: Mapped[str] = mapped_column(default="")
    beoordeeld_op: Mapped[date | None]
    teruggekoppeld_op: Mapped[date | None]
    gewijzigd_op: Mapped[datetime]
    betrokkenen: Mapped[list[Betrokkene]] = relationship(
        order_by=Betrokkene.volgorde, foreign_keys=[Betrokkene.aanmelding_id]
    )
    criteria: Mapped[list[CriteriumToets]] = relationship(cascade="all, delete-orphan")


class CriteriumToets(Base):
    """One criterium complexe casuïstiek held against this aanmelding, with its motivation."""

    __tablename__ = "criterium_toets"
    __table_args__ = (UniqueConstraint("aanmelding_id", "criterium"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    aanmelding_id: Mapped[AanmeldingId] = mapped_column(ForeignKey("aanmelding.id", ondelete="CASCADE"))
    criterium: Mapped[str]
    voldoet: Mapped[bool | None]
    motivering: Mapped[str] = mapped_column(default="")
