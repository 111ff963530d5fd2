"""The signed statements of the vault: one chain for oordelen, akkoorden and other decisions (KLUIS 3).

The columns of other tables are a cache of what stands here; see database/keten/ondertekening.py for how a row is
made and verified.
"""

from __future__ import annotations

from sqlalchemy import Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base


class Verklaring(Base):
    """One signed statement. ``nummer`` counts from 1 without gaps: the chain depends on it."""

    __tablename__ = "verklaring"

    nummer: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    soort: Mapped[str] = mapped_column(String)
    # Canonical JSON, exactly as signed. Empty after vernietigen: number and hash stay, the content goes.
    inhoud: Mapped[str | None] = mapped_column(Text)
    # Salted by the random value in the content; with it the chain can be verified without the content.
    inhoud_hash: Mapped[str] = mapped_column(String)
    vorige_hash: Mapped[str] = mapped_column(String)
    hash: Mapped[str] = mapped_column(String, unique=True)
    handtekening: Mapped[str] = mapped_column(String)
    certificaat: Mapped[str] = mapped_column(Text)
    gebruiker: Mapped[str] = mapped_column(String)
    tijd: Mapped[str] = mapped_column(String)
