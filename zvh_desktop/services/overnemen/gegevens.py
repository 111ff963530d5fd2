"""What the screen gets of overnemen: frozen values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from zvh_desktop.models.keuzes import AgendapuntId
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt


@dataclass(frozen=True, slots=True)
class Overneemdeel:
    """One field of a system: what it is called and what goes into it."""

    naam: str
    tekst: str
    getypt: bool = True
    """Whether somebody wrote it; names, numbers and days are what the system asks for."""
    systeem: str = ""
    """In which system it goes: what may stand in one, is no choice for another."""


@dataclass(frozen=True, slots=True)
class Overneemregel:
    """One casus of the overleg for one system. ``door`` is empty while it was not taken over."""

    punt_id: AgendapuntId
    casusnummer: str
    systeem: str
    delen: tuple[Overneemdeel, ...]
    aandacht: Aandachtspunt | None
    """That it still has to be taken over, with the rule of the house behind it; None once it was."""
    door: str = ""
    op: datetime | None = None
    eerder: bool = False
    """An earlier version was taken over; the verslag was corrected at this point since."""

    @property
    def overgenomen(self) -> bool:
        """Whether the version that stands now was taken over."""
        return self.op is not None

    @property
    def blok(self) -> str:
        """All of it at once."""
        return onder_elkaar(self.delen)


def onder_elkaar(delen: Iterable[Overneemdeel]) -> str:
    """Every field that holds something, under its name: what goes on the clipboard at once."""
    return "\n\n".join(f"{deel.naam}\n{deel.tekst}" for deel in delen if deel.tekst)
