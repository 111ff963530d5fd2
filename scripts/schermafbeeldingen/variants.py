"""What is taken: the ways of looking, the houses, and the screens that each of them gets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FULL_HOUSE = "twente"
"""The house of which every screen is taken, in every variant."""
HOUSES = (FULL_HOUSE, "landelijk", "haaglanden", "midden-limburg", "delft")
MAIN_SCREENS = frozenset(
    {
        "20-vandaag",
        "30-casussen",
        "32-aanmelding",
        "33-casus",
        "35-casus-triage-lang",
        "36-casus-oordelen-lang",
        "38-casus-plan-lang",
        "39-casus-afschaling-lang",
        "39-casus-afschaling-regel",
        "39-casus-opschaling-lang",
        "39-casus-opschaling-begin-lang",
        "40-tafels",
        "42-tafel-voorbereiden",
        "43-tafel-voorbereiden-vol",
        "44-tafel-uitnodigen",
        "45-tafel-aan-tafel",
        "46-tafel-verslag",
        "50-overleggen",
        "51-overleg",
        "61-partijen",
        "96-beheer-huisprofiel",
        "96-beheer-huisprofiel-regels",
    }
)
"""What is taken of the other houses: where their words, their articles and their rules differ."""
SMALL = {
    "33-casus": "casus",
    "43-tafel-voorbereiden-vol": "agenda",
    "39-casus-afschaling-regel": "afschaling",
    "51-overleg": "overleg",
    "96-beheer-huisprofiel-regels": "regels",
}
"""The screens that docs/beeld shows of each house, with the name of the file there."""


@dataclass(frozen=True)
class Variant:
    """One way of looking: colours and scale, with the size of the window in device-independent pixels."""

    name: str
    dark: bool
    percent: int
    width: int
    height: int
    only: tuple[str, ...] = ()
    """How the names of the screens begin that are taken in it; empty for all of them."""


def on_screen(width: int, height: int, percent: int) -> Variant:
    """A whole screen of this many pixels, as its owner set the scale."""
    factor = percent / 100
    return Variant(
        f"{width}x{height}-{percent}",
        dark=False,
        percent=percent,
        width=int(width / factor),
        height=int(height / factor),
    )


@dataclass(frozen=True)
class Job:
    """One house in one variant; ``small`` is where a few pictures are kept for the documentation.

    ``manual`` is where those of the manual are kept: then nothing else is taken.
    """

    house: str
    variant: Variant
    full: bool
    target: Path
    small: Path | None
    manual: Path | None = None

    @property
    def name(self) -> str:
        """How it is called in the report."""
        return f"{self.house} {self.variant.name}"


AT_THE_TABLE = ("42-volgorde", "45-", "47-", "48-")
"""The chair's screen, what the room sees, the order that is proposed, and the koffer."""
VARIANTS = (
    Variant("licht-100", dark=False, percent=100, width=1280, height=800),
    Variant("donker-100", dark=True, percent=100, width=1280, height=800),
    Variant("licht-150", dark=False, percent=150, width=1024, height=768),
    Variant("donker-150", dark=True, percent=150, width=1024, height=768),
    on_screen(1366, 768, 100),
    on_screen(1024, 768, 100),
    on_screen(1366, 768, 125),
    on_screen(1366, 768, 150),
    on_screen(1920, 1080, 150),
    Variant("1366x768-donker-100", dark=True, percent=100, width=1366, height=768, only=AT_THE_TABLE),
    Variant("1920x1080-100", dark=False, percent=100, width=1920, height=1080, only=AT_THE_TABLE),
    Variant("1920x1080-donker-100", dark=True, percent=100, width=1920, height=1080, only=AT_THE_TABLE),
)
"""The first four are for the eye; the others are the screens on which everything has to be within reach."""
