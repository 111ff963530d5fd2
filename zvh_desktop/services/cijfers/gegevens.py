"""What a report of figures holds, ready to be shown, printed and written to a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

GEEN = "–"
"""Small, or left out because a small number could be worked out with it: one mark, so that nobody sees which."""


@dataclass(frozen=True, slots=True)
class Cijferregel:
    """One line; None is not told."""

    naam: str
    nu: int | None
    toen: int | None
    eenheid: str = ""

    @property
    def nu_tekst(self) -> str:
        """As it is read."""
        return _tekst(self.nu, self.eenheid)

    @property
    def toen_tekst(self) -> str:
        """As it is read."""
        return _tekst(self.toen, self.eenheid)

    @property
    def verschil(self) -> int | None:
        """Now less then, where both are told."""
        return None if self.nu is None or self.toen is None else self.nu - self.toen

    @property
    def verschil_tekst(self) -> str:
        """With its sign."""
        return GEEN if self.verschil is None else f"{self.verschil:+d}".replace("-", "−").replace("+0", "0")


@dataclass(frozen=True, slots=True)
class Cijfertabel:
    """One table; ``uitleg`` says what is counted."""

    titel: str
    kop: str
    rijen: tuple[Cijferregel, ...]
    uitleg: str = ""

    @property
    def heeft_streepje(self) -> bool:
        """Whether something is not told."""
        return any(rij.nu is None or rij.toen is None for rij in self.rijen)


@dataclass(frozen=True, slots=True)
class Doelinvoer:
    """A goal as it is typed."""

    jaar: int
    plan: str
    tekst: str
    maat: str
    streefwaarde: int
    hoogstens: bool = False


@dataclass(frozen=True, slots=True)
class Doelregel:
    """A goal, and how it stands."""

    id: int
    invoer: Doelinvoer
    plan: str
    maat: str
    stand: int | None
    eenheid: str

    @property
    def streeft_naar(self) -> str:
        """'ten minste 40'."""
        return (
            f"{'hoogstens' if self.invoer.hoogstens else 'ten minste'} {_tekst(self.invoer.streefwaarde, self.eenheid)}"
        )

    @property
    def stand_tekst(self) -> str:
        """As it is read."""
        return _tekst(self.stand, self.eenheid)

    @property
    def oordeel(self) -> str:
        """Whether it was reached."""
        if self.stand is None:
            return "niet te zeggen"
        streef = self.invoer.streefwaarde
        gehaald = self.stand <= streef if self.invoer.hoogstens else self.stand >= streef
        return "gehaald" if gehaald else "niet gehaald"


@dataclass(frozen=True, slots=True)
class Rapport:
    """The figures of one period beside those of the year before."""

    huis: str
    naam: str
    vorige: str
    tabellen: tuple[Cijfertabel, ...]
    doelen: tuple[Doelregel, ...]
    plan: str
    opmerkingen: tuple[str, ...]
    artikel: str
    uitgegeven_op: date | None
    uitgegeven_door: str
    """Who gave out the last part; empty while a part was not."""


@dataclass(frozen=True, slots=True)
class Cijferbestanden:
    """The report as files: to read, to calculate with, and to read in elsewhere."""

    naam: str
    pdf: bytes
    xlsx: bytes
    csv: bytes


@dataclass(frozen=True, slots=True)
class Sluitregel:
    """A casus that was closed, and the reason."""

    casus_id: int
    nummer: str
    gesloten_op: date
    reden: str


def _tekst(waarde: int | None, eenheid: str) -> str:
    if waarde is None:
        return GEEN
    if eenheid == "%":
        return f"ongeveer {waarde}%"
    enkel = {"weken": "week", "dagen": "dag"}.get(eenheid, eenheid) if waarde == 1 else eenheid
    return f"{waarde} {enkel}".strip()
