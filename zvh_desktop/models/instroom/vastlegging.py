"""Whom the procesregisseur spoke before going on: the aanmelder, the gemeente, the betrokkene; or why not."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import AanmeldingId, CasusId, VastleggingSoort


class Vastlegging(Base):
    """One record of its kind: at an aanmelding, or for the betrokkene at the casus.

    ``op`` is empty when it did not happen; then ``niet_omdat`` says why.
    """

    __tablename__ = "vastlegging"
    __table_args__ = (
        UniqueConstraint("aanmelding_id", "soort"),
        UniqueConstraint("casus_id", "soort"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    aanmelding_id: Mapped[AanmeldingId | None] = mapped_column(ForeignKey("aanmelding.id", ondelete="CASCADE"))
    casus_id: Mapped[CasusId | None] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"))
    soort: Mapped[VastleggingSoort]
    op: Mapped[date | None]
    met: Mapped[str] = mapped_column(default="")
    niet_omdat: Mapped[str] = mapped_column(default="")
    vastgelegd_op: Mapped[date]
    vastgelegd_door: Mapped[str]
