"""A verzoek of a betrokkene, whom it is about, what the partijen answer, and what stands beside an item for it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzen.verzoekkeuzes import (
    AantekeningId,
    AantekeningUitkomst,
    Aard,
    ItemSoort,
    PartijAntwoord,
    VerzoekId,
    VerzoekSoort,
    VerzoekUitkomst,
)
from zvh_desktop.models.keuzes import BetrokkeneId, CasusId, PartijId


class Betrokkeneverzoek(Base):
    """One verzoek. That the requester was identified is recorded, and how; there is no field for a copy or a BSN."""

    __tablename__ = "verzoek"
    __table_args__ = (
        CheckConstraint("wie <> ''", name="van_iemand"),
        CheckConstraint("verlengd_maanden BETWEEN 0 AND 2", name="hoogstens_twee_maanden"),
        CheckConstraint("verlengd_maanden = 0 OR verlengd_reden <> ''", name="verlengd_met_reden"),
        CheckConstraint("uitkomst NOT IN ('deels', 'afgewezen') OR reden <> ''", name="geweigerd_met_reden"),
    )

    id: Mapped[VerzoekId] = mapped_column(primary_key=True)
    soort: Mapped[VerzoekSoort]
    ontvangen_op: Mapped[date]
    wie: Mapped[str]
    namens: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """As what: empty for the betrokkene, else for instance a lawyer or a parent."""
    vraag: Mapped[str] = mapped_column(default="", server_default=text("''"))
    geidentificeerd_op: Mapped[date | None]
    identificatie: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """How it was established who asks."""
    identificatie_door: Mapped[str] = mapped_column(default="", server_default=text("''"))
    verlengd_maanden: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    verlengd_reden: Mapped[str] = mapped_column(default="", server_default=text("''"))
    verlengd_bericht_op: Mapped[date | None]
    """When the requester was told, which has to be within the first month."""
    uitkomst: Mapped[VerzoekUitkomst]
    reden: Mapped[str] = mapped_column(default="", server_default=text("''"))
    besloten_op: Mapped[date | None]
    besloten_door: Mapped[str] = mapped_column(default="", server_default=text("''"))
    verstrekt_op: Mapped[datetime | None]
    """When the inzage-overzicht was handed out; a frozen copy of it is kept."""
    verstrekt_hoe: Mapped[str] = mapped_column(default="", server_default=text("''"))
    verstrekt_door: Mapped[str] = mapped_column(default="", server_default=text("''"))
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[str]
    personen: Mapped[list[VerzoekBetrokkene]] = relationship(cascade="all, delete-orphan", passive_deletes=True)
    partijen: Mapped[list[VerzoekPartij]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="VerzoekPartij.partij_id"
    )
    weglatingen: Mapped[list[Weglating]] = relationship(cascade="all, delete-orphan", passive_deletes=True)
    aantekeningen: Mapped[list[Aantekening]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="Aantekening.id"
    )
    besluiten: Mapped[list[Verzoekbesluit]] = relationship(cascade="all, delete-orphan", passive_deletes=True)


class VerzoekBetrokkene(Base):
    """A row of the vault of which somebody confirmed that it is this person. Nothing is merged."""

    __tablename__ = "verzoek_betrokkene"

    verzoek_id: Mapped[VerzoekId] = mapped_column(ForeignKey("verzoek.id", ondelete="CASCADE"), primary_key=True)
    betrokkene_id: Mapped[BetrokkeneId] = mapped_column(
        ForeignKey("betrokkene.id", ondelete="CASCADE"), primary_key=True
    )
    bevestigd_door: Mapped[str]


class VerzoekPartij(Base):
    """A partij that supplied something: asked to answer for its own part, and what it said."""

    __tablename__ = "verzoek_partij"
    __table_args__ = (
        CheckConstraint("verstuurd_op IS NULL OR aan_email <> ''", name="verstuurd_aan_iemand"),
        CheckConstraint("antwoord <> 'weigert' OR antwoord_reden <> ''", name="weigert_met_reden"),
    )

    verzoek_id: Mapped[VerzoekId] = mapped_column(ForeignKey("verzoek.id", ondelete="CASCADE"), primary_key=True)
    partij_id: Mapped[PartijId] = mapped_column(ForeignKey("partij.id"), primary_key=True)
    verstuurd_op: Mapped[datetime | None]
    verstuurd_door: Mapped[str] = mapped_column(default="", server_default=text("''"))
    aan_naam: Mapped[str] = mapped_column(default="", server_default=text("''"))
    aan_functie: Mapped[str] = mapped_column(default="", server_default=text("''"))
    aan_email: Mapped[str] = mapped_column(default="", server_default=text("''"))
    aan_postbus: Mapped[bool] = mapped_column(default=False, server_default=false())
    antwoord: Mapped[PartijAntwoord]
    antwoord_op: Mapped[date | None]
    antwoord_reden: Mapped[str] = mapped_column(default="", server_default=text("''"))


class Weglating(Base):
    """Something that stays out of the inzage-overzicht, with the reason: an item, or the name of somebody else."""

    __tablename__ = "verzoek_weglating"
    __table_args__ = (CheckConstraint("reden <> ''", name="heeft_reden"),)

    verzoek_id: Mapped[VerzoekId] = mapped_column(ForeignKey("verzoek.id", ondelete="CASCADE"), primary_key=True)
    sleutel: Mapped[str] = mapped_column(primary_key=True)
    """Which item ('besluit:4'), or which other person ('persoon:' and the name)."""
    reden: Mapped[str]
    door: Mapped[str]


class Aantekening(Base):
    """What stands beside one item: asked to be corrected, objected to, or kept out of new documents until lifted."""

    __tablename__ = "aantekening"
    __table_args__ = (
        CheckConstraint("tekst <> ''", name="zegt_wat"),
        CheckConstraint("uitkomst <> 'geweigerd' OR reden <> ''", name="geweigerd_met_reden"),
        CheckConstraint("opgeheven_op IS NULL OR opgeheven_reden <> ''", name="opgeheven_met_reden"),
    )

    id: Mapped[AantekeningId] = mapped_column(primary_key=True)
    verzoek_id: Mapped[VerzoekId] = mapped_column(ForeignKey("verzoek.id", ondelete="CASCADE"), index=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    soort: Mapped[ItemSoort]
    item_id: Mapped[int]
    aard: Mapped[Aard]
    tekst: Mapped[str]
    """What is asked, in the words of the betrokkene; of a restriction why it is in force."""
    vorm: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """The texts of the item as they stood then: a copy of those in a signed text is recognised by it."""
    op: Mapped[date]
    door: Mapped[str]
    uitkomst: Mapped[AantekeningUitkomst]
    reden: Mapped[str] = mapped_column(default="", server_default=text("''"))
    opgeheven_op: Mapped[date | None]
    opgeheven_reden: Mapped[str] = mapped_column(default="", server_default=text("''"))
    opgeheven_door: Mapped[str] = mapped_column(default="", server_default=text("''"))
    verklaring_nummer: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
    """The newest statement over a restriction; empty for what is none, and for those from before they were signed."""

    @property
    def versie(self) -> int:
        """1 while a restriction is in force, 2 once it was lifted: each is signed."""
        return 1 if self.opgeheven_op is None else 2


class Verzoekbesluit(Base):
    """The decision as it was signed, once for each casus: it goes with that casus, and the others keep theirs."""

    __tablename__ = "verzoek_besluit"
    __table_args__ = (UniqueConstraint("verzoek_id", "casus_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    verzoek_id: Mapped[VerzoekId] = mapped_column(ForeignKey("verzoek.id", ondelete="CASCADE"))
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    uitkomst: Mapped[VerzoekUitkomst]
    reden: Mapped[str] = mapped_column(default="", server_default=text("''"))
    besloten_op: Mapped[date]
    besloten_door: Mapped[str]
    verklaring_nummer: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
