"""Overleg, agendapunt and corrections of its verslag. A tafel is an overleg of an operational soort with casuistiek."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, false, text, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import (
    AgendapuntId,
    CasusId,
    GebeurtenisId,
    OverlegId,
    OverlegStatus,
    PartijId,
    PuntUitkomst,
    TafelHandeling,
    VerslagOordeel,
    VerslagStatus,
)


class ProfielVersie(Base):
    """A huisprofiel as it was in force; an overleg keeps the one under which it is held."""

    __tablename__ = "profiel_versie"

    id: Mapped[int] = mapped_column(primary_key=True)
    sleutel: Mapped[str]
    versie: Mapped[str]
    inhoud: Mapped[str]
    vastgelegd_op: Mapped[datetime]


class Overleg(Base):
    """One meeting, its agenda state and its verslag state."""

    __tablename__ = "overleg"
    __table_args__ = (
        CheckConstraint("einde > begin", name="einde_na_begin"),
        Index("ix_overleg_ritme", "casuistiek", "datum", "soort", "status"),
        Index("ix_overleg_verslag", "verslag_status", "datum"),
    )

    id: Mapped[OverlegId] = mapped_column(primary_key=True)
    soort: Mapped[str]
    casuistiek: Mapped[bool] = mapped_column(default=True, server_default=true())
    """Whether a casus can be on its agenda: what the profile says of its soort, kept where a trigger can read it."""
    profiel_versie_id: Mapped[int] = mapped_column(ForeignKey("profiel_versie.id"))
    datum: Mapped[date] = mapped_column(index=True)
    begin: Mapped[time]
    einde: Mapped[time]
    plaats: Mapped[str]
    voorzitter: Mapped[str] = mapped_column(default="")
    notulist: Mapped[str] = mapped_column(default="")
    status: Mapped[OverlegStatus] = mapped_column(index=True)
    agenda_versie: Mapped[int] = mapped_column(default=1)
    akkoord_verklaring: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
    verzonden_op: Mapped[datetime | None]
    verslag_status: Mapped[VerslagStatus]
    verslag_versie: Mapped[int] = mapped_column(default=1)
    vaststelling_verklaring: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
    geheimhouding_gemeld: Mapped[bool] = mapped_column(default=False)
    begonnen_om: Mapped[time | None]
    """When it really began, where that is not the time on the agenda."""
    geeindigd_om: Mapped[time | None]
    agenda_woorden: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """The names and terms of the agenda as they were at akkoord, signed with it (services/tafel/agenda_woorden.py)."""
    verslag_woorden: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """The verslag as it was vastgesteld, in the names and terms of then, signed with it."""
    agendapunten: Mapped[list[Agendapunt]] = relationship(
        back_populates="overleg",
        foreign_keys="Agendapunt.overleg_id",
        order_by="Agendapunt.volgorde",
        cascade="all, delete-orphan",
    )
    """As agreed, and after them what was added at the table. services/tafel/tafelorde.py tells the two apart."""


class Agendapunt(Base):
    """One point on the agenda: a casus, or a subject without case data."""

    __tablename__ = "agendapunt"
    __table_args__ = (
        UniqueConstraint("id", "casus_id"),
        UniqueConstraint("overleg_id", "casus_id"),
        CheckConstraint("minuten > 0", name="minuten_positief"),
        CheckConstraint("casus_id IS NOT NULL OR onderwerp <> ''", name="heeft_onderwerp"),
        Index(
            "ix_agendapunt_aangehouden", "uitkomst", "aangehouden_tot", sqlite_where=text("aangehouden_tot IS NOT NULL")
        ),
    )

    id: Mapped[AgendapuntId] = mapped_column(primary_key=True)
    overleg_id: Mapped[OverlegId] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"))
    casus_id: Mapped[CasusId | None] = mapped_column(ForeignKey("casus.id"), index=True)
    volgorde: Mapped[int]
    minuten: Mapped[int]
    onderwerp: Mapped[str] = mapped_column(default="")
    doel: Mapped[str] = mapped_column(default="")
    besluit_type: Mapped[str] = mapped_column(default="")
    """Key of the type besluit that is asked for (art. 11.2.c in Twente)."""
    themas: Mapped[str] = mapped_column(default="")
    gestart_op: Mapped[datetime | None]
    afgerond_op: Mapped[datetime | None]
    beeld: Mapped[str] = mapped_column(default="")
    oordeelsvorming: Mapped[str] = mapped_column(default="")
    besluitvorming: Mapped[str] = mapped_column(default="")
    betrokkenen: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """About whom it was, a name a line, as they were called when the verslag was vastgesteld."""
    ter_tafel: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Added at the table: no part of the agenda that got akkoord."""
    tafel_volgorde: Mapped[int | None]
    """Its place at the table, once the chair took another order than the agenda."""
    uitkomst: Mapped[PuntUitkomst] = mapped_column(default=PuntUitkomst.GEEN, server_default=text("''"))
    """What came of a casus without a besluit (PuntUitkomst)."""
    aangehouden_tot: Mapped[date | None]
    verslag_van_id: Mapped[OverlegId | None] = mapped_column(ForeignKey("overleg.id"), index=True)
    """Of which overleg the verslag is settled at this point; such a point has no casus."""
    verslag_oordeel: Mapped[VerslagOordeel] = mapped_column(default=VerslagOordeel.GEEN, server_default=text("''"))
    """What the table said of that verslag."""
    overleg: Mapped[Overleg] = relationship(back_populates="agendapunten", foreign_keys=[overleg_id])


class Afgelasting(Base):
    """That an overleg does not take place, and why. While it is there nothing of that overleg changes."""

    __tablename__ = "afgelasting"
    __table_args__ = (CheckConstraint("reden <> ''", name="heeft_reden"),)

    overleg_id: Mapped[OverlegId] = mapped_column(ForeignKey("overleg.id"), primary_key=True)
    reden: Mapped[str]
    vorige_status: Mapped[OverlegStatus]
    """How the overleg stood; it stands so again when this is taken back before anybody was told."""
    afgelast_op: Mapped[datetime]
    afgelast_door: Mapped[str]


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
    eerder_woorden: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """The names and terms of the version before."""


class Tafelgebeurtenis(Base):
    """One act at the table. Never changed; gone only with what it was about, while the verslag is a concept."""

    __tablename__ = "tafelgebeurtenis"

    id: Mapped[GebeurtenisId] = mapped_column(primary_key=True)
    overleg_id: Mapped[OverlegId] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"), index=True)
    agendapunt_id: Mapped[AgendapuntId | None] = mapped_column(
        ForeignKey("agendapunt.id", ondelete="CASCADE"), index=True
    )
    partij_id: Mapped[PartijId | None] = mapped_column(ForeignKey("partij.id"))
    soort: Mapped[TafelHandeling]
    wie: Mapped[str] = mapped_column(default="")
    """The chair or the minute taker from now on."""
    tijdstip: Mapped[datetime]
    door: Mapped[str]
