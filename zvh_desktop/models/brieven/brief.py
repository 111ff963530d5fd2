"""The texts of the house in their versions, and each letter that was sent. Neither is rewritten (0037)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import AanmeldingId, BetrokkeneId, CasusId, PartijId, VerstrekkingId
from zvh_desktop.models.tekst.briefsoorten import BriefId, Briefsoort


class Brieftekst(Base):
    """One version of the text of one kind of letter. An empty text is: back to the standard text."""

    __tablename__ = "brieftekst"
    __table_args__ = (UniqueConstraint("soort", "versie"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    soort: Mapped[Briefsoort]
    versie: Mapped[int]
    onderwerp: Mapped[str] = mapped_column(default="", server_default=text("''"))
    tekst: Mapped[str] = mapped_column(default="", server_default=text("''"))
    gewijzigd_op: Mapped[datetime]
    gewijzigd_door: Mapped[str]


class Brief(Base):
    """A letter that was sent: about what, to whom, when, and from which version of the text.

    The letter itself is a frozen copy (``Uitgegeven.brief_id``). It goes with the casus, or with an aanmelding
    that never was one; a casus may be geschoond of its aanmelding and keep its pieces.
    """

    __tablename__ = "brief"
    __table_args__ = (
        CheckConstraint("casus_id IS NOT NULL OR aanmelding_id IS NOT NULL", name="ergens_over"),
        CheckConstraint("aan_naam <> ''", name="aan_iemand"),
        CheckConstraint("aan_email <> '' OR aan_adres <> ''", name="ergens_heen"),
    )

    id: Mapped[BriefId] = mapped_column(primary_key=True)
    soort: Mapped[Briefsoort]
    casus_id: Mapped[CasusId | None] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    aanmelding_id: Mapped[AanmeldingId | None] = mapped_column(
        ForeignKey("aanmelding.id", ondelete="SET NULL"), index=True
    )
    partij_id: Mapped[PartijId | None] = mapped_column(ForeignKey("partij.id"), index=True)
    betrokkene_id: Mapped[BetrokkeneId | None] = mapped_column(ForeignKey("betrokkene.id", ondelete="SET NULL"))
    verstrekking_id: Mapped[VerstrekkingId | None] = mapped_column(ForeignKey("verstrekking.id", ondelete="SET NULL"))
    tekstversie: Mapped[int]
    """0 is the standard text."""
    dag: Mapped[date]
    """The Dutch day of sending."""
    verstuurd_op: Mapped[datetime]
    verstuurd_door: Mapped[str]
    aan_naam: Mapped[str]
    aan_functie: Mapped[str] = mapped_column(default="", server_default=text("''"))
    aan_email: Mapped[str] = mapped_column(default="", server_default=text("''"))
    aan_adres: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """The lines in the window of the envelope, when it went by post."""
    aan_postbus: Mapped[bool] = mapped_column(default=False, server_default=false())
    legde_vast: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Whether this letter itself filled in that its addressee was told, so that taking it back empties that again."""
