"""Steps between fasen, why a casus was closed, the figures that were given out, and the goals of a year."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import CasusId


class Fasestap(Base):
    """That a casus went from one fase to another, and on which day; for how long a fase takes.

    ``van`` is empty where nobody knows since when the casus was in that fase: that time is then not counted.
    """

    __tablename__ = "fasestap"

    id: Mapped[int] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    van: Mapped[str]
    naar: Mapped[str]
    op: Mapped[date]


class Sluitreden(Base):
    """Why a casus was closed, by its key in the list of the house; for the figures of a year."""

    __tablename__ = "sluitreden"

    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), primary_key=True)
    reden: Mapped[str]
    vastgelegd_op: Mapped[date]
    vastgelegd_door: Mapped[str]


class Cijferuitgifte(Base):
    """A year, or one quarter of a year, of which the figures were given out. From then on those figures stand."""

    __tablename__ = "cijferuitgifte"
    __table_args__ = (
        UniqueConstraint("jaar", "kwartaal"),
        CheckConstraint("kwartaal BETWEEN 0 AND 4", name="kwartaal_bestaat"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    jaar: Mapped[int]
    kwartaal: Mapped[int]
    """0 is the whole year."""
    uitgegeven_op: Mapped[date]
    uitgegeven_door: Mapped[str]


class Uitgegevencijfer(Base):
    """One cell as it was given out; ``waarde`` is None where it was held back."""

    __tablename__ = "uitgegevencijfer"
    __table_args__ = (UniqueConstraint("uitgifte_id", "maat", "indeling", "sleutel"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    uitgifte_id: Mapped[int] = mapped_column(ForeignKey("cijferuitgifte.id"))
    maat: Mapped[str]
    indeling: Mapped[str]
    sleutel: Mapped[str]
    waarde: Mapped[int | None]


class Jaardoel(Base):
    """A goal of the plan of the house for one year, with the figure that shows how far it is."""

    __tablename__ = "jaardoel"
    __table_args__ = (CheckConstraint("streefwaarde > 0", name="streeft_naar_iets"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    jaar: Mapped[int]
    plan: Mapped[str]
    """Key of the plan in the profile."""
    tekst: Mapped[str]
    maat: Mapped[str]
    streefwaarde: Mapped[int]
    hoogstens: Mapped[bool]
    """Whether the figure has to stay below the target, as with duration; else it has to reach it."""
