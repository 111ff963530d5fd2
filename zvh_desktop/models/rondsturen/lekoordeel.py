"""What was chosen about something that stands in a text and its reader may not have to know."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzen.lekkeuzes import Lekkeuze, LekkeuzeId, Leksoort, Lezersoort
from zvh_desktop.models.keuzes import CasusId, PartijId


class Lekoordeel(Base):
    """One choice, for one reader and one text. The text itself is nowhere: only a digest, by which it is recognised.

    A text that was changed has another digest, so it is asked about again. There is no BSN that may go. Each choice is
    signed, and one that was taken back stays as such: a row that says otherwise than its newest statement opens nothing
    (services/lek/getekend.py).
    """

    __tablename__ = "lekoordeel"
    __table_args__ = (
        UniqueConstraint("digest", "begin", "eind", "soort"),
        CheckConstraint("keuze <> 'mag' OR soort <> 'bsn'", name="geen_bsn"),
        CheckConstraint("begin >= 0 AND eind >= begin", name="ergens"),
        CheckConstraint("(lezer = 'partij') = (partij_id IS NOT NULL)", name="een_lezer"),
    )

    id: Mapped[LekkeuzeId] = mapped_column(primary_key=True)
    partij_id: Mapped[PartijId | None] = mapped_column(ForeignKey("partij.id"), index=True)
    """Empty where the reader is no partij; who it is then, is in the digest."""
    casus_id: Mapped[CasusId | None] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    digest: Mapped[str]
    """SHA-256, in hex, of reader, casus and text together."""
    begin: Mapped[int]
    eind: Mapped[int]
    soort: Mapped[Leksoort]
    keuze: Mapped[Lekkeuze]
    reden: Mapped[str] = mapped_column(default="", server_default=text("''"))
    op: Mapped[datetime]
    door: Mapped[str]
    versie: Mapped[int] = mapped_column(default=1, server_default=text("1"))
    """How often was chosen about this place."""
    verklaring_nummer: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
    """Of the newest choice; empty only within the transaction in which it is made."""
    lezer: Mapped[Lezersoort] = mapped_column(default=Lezersoort.PARTIJ, server_default=text(f"'{Lezersoort.PARTIJ}'"))
