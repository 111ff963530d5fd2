"""Settings of the house that belong in the vault: the profile in force, the lock delay, and the like."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base

KOPIE_PLAATS = "kopie_plaats"
"""Under this name the second place for backups; also read before the database has its newest form."""

WOORDENLIJST = "woordenlijst"
"""Under this name the words that the house added to the dictionary: one a line, in order."""

TE_WISSEN_SLEUTEL = "vernietigen:te_wissen"
"""Under this name that a file is gone and what it left behind is not erased yet."""

EIGEN_BLOKKEN = "tekstblokken:eigen"
"""Under this name the blocks of text of each user, by account."""

EIGEN_WEERGAVEN = "weergaven:eigen"
"""Under this name the views of each user, by account."""


class Instelling(Base):
    """One setting, by name."""

    __tablename__ = "instelling"

    sleutel: Mapped[str] = mapped_column(primary_key=True)
    waarde: Mapped[str]
