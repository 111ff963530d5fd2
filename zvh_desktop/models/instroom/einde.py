"""How a casus ended without afschaling: the triage sent it elsewhere or nowhere, or somebody else has procesregie."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzen.eindekeuzes import EindeSoort
from zvh_desktop.models.keuzes import CasusId


class CasusEinde(Base):
    """One ending. It is open while ``heropend_op`` is empty; a reopened one stays, with the reason."""

    __tablename__ = "casus_einde"

    id: Mapped[int] = mapped_column(primary_key=True)
    casus_id: Mapped[CasusId] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    soort: Mapped[EindeSoort]
    bij: Mapped[str] = mapped_column(default="")
    """Who has it from now on, and where."""
    advies: Mapped[str] = mapped_column(default="")
    geinformeerd_op: Mapped[date | None]
    """When who has it from now on was told."""
    beeindigd_op: Mapped[date]
    beeindigd_door: Mapped[str]
    teruggekoppeld_op: Mapped[date | None]
    """When the aanmelder was told."""
    teruggekoppeld_hoe: Mapped[str] = mapped_column(default="")
    teruggekoppeld_wat: Mapped[str] = mapped_column(default="")
    teruggekoppeld_door: Mapped[str] = mapped_column(default="")
    heropend_op: Mapped[date | None]
    heropend_door: Mapped[str] = mapped_column(default="")
    heropend_omdat: Mapped[str] = mapped_column(default="")
    verklaring_nummer: Mapped[int | None] = mapped_column(ForeignKey("verklaring.nummer"))
    """The newest statement over it; empty for what ended before endings were signed."""

    @property
    def versie(self) -> int:
        """1 while it is open, 2 once it was opened again: each is signed."""
        return 1 if self.heropend_op is None else 2
