"""Install Debian packages when that is allowed, and otherwise say exactly which ones are missing.

Standard library only: this runs before anything has been installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence


def may_install() -> bool:
    """Only root on a system with apt: nobody's machine is changed behind a password prompt."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: Sequence[str]) -> bool:
    """Install ``packages`` with apt; the lists are refreshed first, for a fresh machine has none."""
    print("Systeempakketten installeren: " + " ".join(packages), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "-qq", "update"],
        ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages],
    ):
        run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if run.returncode:
            print(run.stderr.strip(), file=sys.stderr)
            return False
    return True


def advice(packages: Sequence[str]) -> str:
    """The command that somebody with rights on this machine has to give."""
    if shutil.which("apt-get"):
        return "Installeren gaat met:  sudo apt-get install " + " ".join(packages)
    return "Installeren gaat met het pakketbeheer van dit systeem. In Debian heet het: " + " ".join(packages)
