"""Which part of what is repeated the short check does now; ``make check-heel`` does all of it.

The whole job of a house and a walk along all its screens are the same code for each house, on another profile. So the
short check takes the houses in turns; of half of the subjects of the real windows one trial; and a third of what
services do on a server after the same was tried on a vault. Whose turn it is follows from the number of commits, so
that a commit is checked in the same way each time; ``ZVH_BEURT=number`` does another one. What is looked after in full
each time stands in ``NOOIT_KORTER``, and ``NOOIT_KORTER_NAMEN`` says by which names it is known elsewhere.
"""

from __future__ import annotations

import os
import re
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
EEN_OP_DE = 3
"""So many turns go by until each test on a server was done."""
NOOIT_KORTER = (
    "tests/aanvallen",
    "tests/database",
    "tests/services/regelboek",
    "tests/services/poort",
    "tests/services/vernietigen",
)
NOOIT_KORTER_NAMEN = re.compile(
    "aanval|getekend|handteken|langs_niet|met_sql|omzeil|ondertekend|rollen|sleutel|vernieuwen|vernietig|vervals|wachtwoord"
    "|collega_wijzigt|lijn_weg|twee_op_een_server"
)
"""The rules of each house, the gate, attacks, destruction, signatures, keys and migrations: nothing waits here, nor
where the name of the file or of the test says so. Nor what only a server has: several at once, a line that falls."""
ELKE_KEER = frozenset({"scenario_aanmelden", "scenario_eerste_start", "scenario_sluiten", "scenario_vergrendelen"})
"""What begins, locks or closes is another thing in a real window than without a screen: one trial of each each time."""
SERVER = "databaseserver"
"""The fixture by which a test says that it works on a server."""


def om_beurten(huizen: Iterable[str]) -> list[object]:
    """These houses as values of a parameter; each is done when it has its turn."""
    return [pytest.param(huis, marks=pytest.mark.om_beurten(huis)) for huis in huizen]


def beurt() -> int:
    """The number of this turn; from now on that of every process that this one starts."""
    if not os.environ.get(BEURT):
        os.environ[BEURT] = str(_van_nu())
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
    gemerkt = [
        item
        for item in items
        if item.get_closest_marker(LANG) or any(huis not in merk.args for merk in item.iter_markers(OM_BEURTEN))
    ]
    if vreemd := {naam for item in items for merk in item.iter_markers(OM_BEURTEN) for naam in merk.args} - {*HUIZEN}:
        raise pytest.UsageError(f"dit huis komt nooit aan de beurt: {', '.join(sorted(vreemd))}")
    if vast := [item.nodeid for item in gemerkt if _nooit_korter(item)]:
        raise pytest.UsageError(f"dit hoort in elke make check: {', '.join(vast)}")
    op_een_server = [item for item in items if SERVER in getattr(item, "fixturenames", ()) and not _nooit_korter(item)]
    return gemerkt + _deel_per_bestand(op_een_server, EEN_OP_DE, nummer)


def _nooit_korter(item: pytest.Item) -> bool:
    return (
        item.get_closest_marker("regel") is not None
        or _staat_in(item, NOOIT_KORTER)
        or NOOIT_KORTER_NAMEN.search(f"{item.path.stem} {item.nodeid.partition('[')[0]}") is not None
    )


def _staat_in(item: pytest.Item, mappen: Iterable[str]) -> bool:
    return any(item.path.is_relative_to(ROOT / map_) for map_ in mappen)


def een_per_bestand(items: Sequence[pytest.Item], nummer: int) -> list[pytest.Item]:
    """All but one of each second file: at the next turn the other files, and two turns later the next of each file.

    Of the files in ``ELKE_KEER`` one each time.
    """
    bestanden = list(dict.fromkeys(item.path for item in items))
    rust = {pad for plaats, pad in enumerate(bestanden) if (plaats + nummer) % 2 and pad.stem not in ELKE_KEER}
    aan_de_beurt = [item for item in items if item.path not in rust]
    return [item for item in items if item.path in rust] + _deel_per_bestand(aan_de_beurt, len(items), nummer // 2)


def _deel_per_bestand(items: Sequence[pytest.Item], een_op_de: int, nummer: int) -> list[pytest.Item]:
    """Of each file all but one in so many, and never all of them."""
    later: list[pytest.Item] = []
    for _, groep in groupby(items, key=lambda item: item.path):
        alle = list(groep)
        deler = min(een_op_de, len(alle))
        later += [item for plaats, item in enumerate(alle) if plaats % deler != nummer % deler]
    return later


def laat_wachten(config: pytest.Config, items: list[pytest.Item], later: Sequence[pytest.Item]) -> None:
    """Take these out, and have pytest say how many."""
    if later:
        weg = set(later)
        items[:] = [item for item in items if item not in weg]
        config.hook.pytest_deselected(items=later)


def _van_nu() -> int:
    """The number of commits; of the day where they cannot be counted, as in a clone without its history."""
    if _git("rev-parse", "--is-shallow-repository") == "false" and (aantal := _git("rev-list", "--count", "HEAD")):
        return int(aantal)
    return datetime.now(UTC).date().toordinal()


def _git(*opdracht: str) -> str:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return ""
    gedaan = subprocess.run([git, *opdracht], cwd=ROOT, capture_output=True, text=True, check=False)
    return gedaan.stdout.strip() if gedaan.returncode == 0 else ""
