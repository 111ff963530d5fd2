"""Find the database server that the tests of a team run on, and install it where that may be done.

Each run of the tests starts a server of its own, in a temporary folder and on a socket; nothing is left behind on
the machine. Without one, those tests say why they are skipped; in continuous integration they fail.

Standard library only: this runs before anything has been installed.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import packages

PACKAGE = "postgresql"
DEBIAN = Path("/usr/lib/postgresql")
NO_CLUSTER = Path("/etc/postgresql-common/createcluster.conf")
OLDEST = 15
CHOSEN = "PROEF_POSTGRES"
"""In the environment: the folder with the programs of another server, to try the same on a newer one."""


def programs() -> Path | None:
    """The folder with initdb and postgres, the newest first; None where there is none that will do."""
    for folder in _folders():
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    return None


def ensure() -> bool:
    """True when there is a server; installs Debian's where that may be done, and names it otherwise."""
    if sys.platform != "linux" or programs() is not None:
        return True
    if packages.may_install():
        _ask_for_no_cluster()
        if packages.install([PACKAGE]) and programs() is not None:
            return True
    print("Zonder databaseserver worden de proeven van een team overgeslagen.", file=sys.stderr)
    print(packages.advice([PACKAGE]), file=sys.stderr)
    return False


def _folders() -> Iterator[Path]:
    if os.environ.get(CHOSEN):
        yield Path(os.environ[CHOSEN])
    numbered = [path for path in DEBIAN.glob("*/bin") if path.parent.name.isdigit()]
    for path in sorted(numbered, key=lambda path: int(path.parent.name), reverse=True):
        if int(path.parent.name) >= OLDEST:
            yield path
    found = shutil.which("postgres")
    if found is not None:
        yield Path(found).parent


def _ask_for_no_cluster() -> None:
    """Debian makes and starts a database for the whole machine with its package; nobody asked for that here."""
    if not NO_CLUSTER.exists():
        NO_CLUSTER.parent.mkdir(parents=True, exist_ok=True)
        NO_CLUSTER.write_text("create_main_cluster = false\n", encoding="ascii")
