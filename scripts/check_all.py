"""Do all that `make check` checks in two lanes: the tests, and beside them what works on one core or mostly waits.

``check_all.py test -- types contracts`` makes the targets before the dashes one after the other, and those after them
beside that; a target may have settings with it, as on the command line of make. Each says what it has to say when it
is done, so that two never speak through each other. All of them are done, also after one has failed; the end names what
failed, and how long each took.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BETWEEN = "--"


@dataclass(frozen=True)
class Outcome:
    """One target that was made."""

    target: str
    code: int
    seconds: float

    def __str__(self) -> str:
        return f"{self.target}: {'goed' if self.code == 0 else 'MISLUKT'}, {self.seconds:.0f} s"


class Lanes:
    """Makes targets, and keeps what came of them."""

    def __init__(self, make: Sequence[str], root: Path = ROOT) -> None:
        self._make = make
        self._root = root
        self._lock = threading.Lock()
        self.outcomes: list[Outcome] = []

    def follow(self, targets: Sequence[str]) -> None:
        """Make these one after the other."""
        for target in targets:
            begin = time.monotonic()
            run = subprocess.run(
                [*self._make, *target.split()],
                cwd=self._root,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                check=False,
            )
            outcome = Outcome(target, run.returncode, time.monotonic() - begin)
            with self._lock:
                self.outcomes.append(outcome)
                sys.stdout.buffer.write(b"\n--- " + str(outcome).encode() + b"\n" + run.stdout)
                sys.stdout.flush()

    def run(self, *lanes: Sequence[str]) -> int:
        """Follow every lane at the same time; 0 when all targets were made."""
        threads = [threading.Thread(target=self.follow, args=(lane,)) for lane in lanes]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        print("\n" + "\n".join(map(str, self.outcomes)))
        return int(any(outcome.code for outcome in self.outcomes))


def split(arguments: Sequence[str]) -> list[list[str]]:
    """The targets of each lane."""
    lanes: list[list[str]] = [[]]
    for argument in arguments:
        if argument == BETWEEN:
            lanes.append([])
        else:
            lanes[-1].append(argument)
    return lanes


if __name__ == "__main__":
    sys.exit(Lanes(("make", "--no-print-directory")).run(*split(sys.argv[1:])))
