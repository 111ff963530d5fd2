"""A date of birth as far as it is known: to the day, the month or the year, or known to be unknown."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_CODE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Geboortedatum:
    """What is known of it. Without a year it was asked and nobody knew; not asked yet is None in place of this."""

    jaar: int | None = None
    maand: int | None = None
    dag: int | None = None

    def __post_init__(self) -> None:
        if self.jaar is None:
            goed = self.maand is None and self.dag is None
        elif self.maand is None:
            goed = self.dag is None and date.min.year <= self.jaar <= date.max.year
        else:
            goed = date.min.year <= self.jaar <= date.max.year and 1 <= self.maand <= 12
            goed = goed and (self.dag is None or 1 <= self.dag <= monthrange(self.jaar, self.maand)[1])
        if not goed:
            raise ValueError("this is no date of birth")

    @classmethod
    def van(cls, dag: date) -> Geboortedatum:
        """Known to the day."""
        return cls(dag.year, dag.month, dag.day)

    @classmethod
    def uit_code(cls, code: str) -> Geboortedatum:
        """From how it is stored. Raises ValueError."""
        if code == _ONBEKEND:
            return cls()
        gevonden = _CODE.fullmatch(code)
        if gevonden is None:
            raise ValueError("this is no date of birth")
        return cls(*(int(deel) or None for deel in gevonden.groups()))

    def code(self) -> str:
        """How it is stored: '1985-03-01', '1985-03-00', '1985-00-00' or 'onbekend'."""
        return _ONBEKEND if self.jaar is None else f"{self.jaar:04}-{self.maand or 0:02}-{self.dag or 0:02}"

    def als_dag(self) -> date | None:
        """The day itself, when that is known."""
        if self.jaar is None or self.maand is None or self.dag is None:
            return None
        return date(self.jaar, self.maand, self.dag)

    def na(self, dag: date) -> bool:
        """Whether it is certain that this lies after that day."""
        return self.jaar is not None and date(self.jaar, self.maand or 1, self.dag or 1) > dag
