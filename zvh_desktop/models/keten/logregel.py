"""The log of acts: who did what to which object, never what stood in it. Lines are chained by hash."""

from __future__ import annotations

from sqlalchemy import Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base


class Logregel(Base):
    """One line of the log. ``nummer`` counts from 1 without gaps."""

    __tablename__ = "logregel"

    nummer: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    tijd: Mapped[str] = mapped_column(String)
    gebruiker: Mapped[str] = mapped_column(String)
    rol: Mapped[str] = mapped_column(String)
    handeling: Mapped[str] = mapped_column(String)
    object_soort: Mapped[str] = mapped_column(String)
    # An id or a name of ours as text; empty when the act is about the vault as a whole.
    object_id: Mapped[str] = mapped_column(String)
    resultaat: Mapped[str] = mapped_column(String)
    herkomst: Mapped[str] = mapped_column(String)
    vorige_hash: Mapped[str] = mapped_column(String)
    hash: Mapped[str] = mapped_column(String, unique=True)
