"""The templates of the house for editable documents, in their versions; none is rewritten (0062)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzen.wordkeuzes import Wordsoort


class Wordsjabloon(Base):
    """One version of the template of one kind of document. Without content it is: back to the standard template."""

    __tablename__ = "wordsjabloon"
    __table_args__ = (UniqueConstraint("soort", "versie"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    soort: Mapped[Wordsoort]
    versie: Mapped[int]
    inhoud: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    gewijzigd_op: Mapped[datetime]
    gewijzigd_door: Mapped[str]
