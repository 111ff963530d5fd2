"""Which part of what is repeated the short check does now; ``make check-heel`` does all of it.

The whole job of a house and a walk along all its screens are the same code for each house, on another profile. So the
short check takes the houses in turns, and of each subject of the real windows one trial. Whose turn it is follows from
the number of commits, so that a commit is checked in the same way each time; ``ZVH_BEURT=number`` does another one.
What is looked after in full each time stands in ``NOOIT_KORTER``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BEURT = "ZVH_BEURT"
"""Set by who wants another turn; and by the process that hands out the tests, so that all workers have the same one."""
HUIZEN = ("landelijk", "twente", "haaglanden", "midden-limburg", "delft", "zesde", "zevende")
"""The shipped houses and the two invented ones, in the order in which they have their turn."""
OM_BEURTEN, LANG = "om_beurten", "lang"
NOOIT_KORTER = (
    "tests/aanvallen",
    "tests/services/regelboek",
    "tests/services/poort",
    "tests/services/vernietigen",
    "tests/database/bestand",
    "tests/database/keten",
    "tests/database/sleutels",
)
"""The rules of each house, the gate, attacks, destruction, signatures, keys and migrations: nothing waits here."""


def om_beurten(huizen: Iterable[str]) -> list[object]:
    """These houses as values of a parameter; each is done when it has its turn."""
    return [pytest.param(huis, marks=pytest.mark.om_beurten(huis)) for huis in huizen]


def beurt() -> int:
    """The number of this turn; from now on that of every process that this one starts."""
    if not os.environ.get(BEURT):
        os.environ[BEURT] = str(_van_vandaag())
    return int(os.environ[BEURT])


def huis_aan_de_beurt(nummer: int) -> str:
    """The house that has its turn."""
    return HUIZEN[nummer % len(HUIZEN)]


def zeg(nummer: int) -> str:
    """What a short run says of itself."""
    huis = huis_aan_de_beurt(nummer)
    return f"kort: beurt {nummer}, huis {huis}; nog eens zo met {BEURT}={nummer}, alles met make check-heel"


def wacht_op_beurt(items: Sequence[pytest.Item], nummer: int) -> list[pytest.Item]:
    """What the short check leaves to the long one. Raises UsageError for what may never wait."""
    huis = huis_aan_de_beurt(nummer)
    later = [
        item
        for item in items
        if item.get_closest_marker(LANG) or any(huis not in merk.args for merk in item.iter_markers(OM_BEURTEN))
    ]
    if vreemd := {naam for item in items for merk in item.iter_markers(OM_BEURTEN) for naam in merk.args} - {*HUIZEN}:
        raise pytest.UsageError(f"dit huis komt nooit aan de beurt: {', '.join(sorted(vreemd))}")
    if vast := [item.nodeid for item in later if item.get_closest_marker("regel") or _nooit_korter(item.path)]:
        raise pytest.UsageError(f"dit hoort in elke make check: {', '.join(vast)}")
    return later


def _nooit_korter(pad: Path) -> bool:
    return any(pad.is_relative_to(ROOT / map_) for map_ in NOOIT_KORTER)


def een_per_bestand(items: Sequence[pytest.Item], nummer: int) -> list[pytest.Item]:
    """All but one of each file: who is done, moves on with the turn."""
    later: list[pytest.Item] = []
    for _, groep in groupby(items, key=lambda item: item.path):
        alle = list(groep)
        later += [item for plaats, item in enumerate(alle) if plaats != nummer % len(alle)]
    return later


def laat_wachten(config: pytest.Config, items: list[pytest.Item], later: Sequence[pytest.Item]) -> None:
    """Take these out, and have pytest say how many."""
    if later:
        weg = set(later)
        items[:] = [item for item in items if item not in weg]
        config.hook.pytest_deselected(items=later)


def _van_vandaag() -> int:
    """The number of commits, or where there are none to count the number of the day."""
    git = shutil.which("git")
    if git is not None and (ROOT / ".git").exists():
        geteld = subprocess.run(
            [git, "rev-list", "--count", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        if geteld.returncode == 0:
            return int(geteld.stdout)
    return datetime.now(UTC).date().toordinal()
