"""A disk that fails at the n-th write: one seam for full, for broken, and for a process that is killed.

What this application writes itself goes through os.fsync and Path.replace, what the database writes through a commit.
"""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as stuurprogramma
from sqlalchemy.engine.default import DefaultDialect

Storing = Callable[[str], None]


def vol(soort: str) -> None:
    """No room: what takes another's place needs none."""
    if soort == "schrijven":
        raise OSError(errno.ENOSPC, "vol")
    if soort == "vastleggen":
        fout = stuurprogramma.OperationalError("database or disk is full")
        fout.sqlite_errorcode = stuurprogramma.SQLITE_FULL
        raise fout


def kapot(soort: str) -> None:
    """A disk or a share that went away."""
    if soort == "vastleggen":
        fout = stuurprogramma.OperationalError("disk I/O error")
        fout.sqlite_errorcode = stuurprogramma.SQLITE_IOERR
        raise fout
    raise OSError(errno.EIO, "weg")


def gedood(_soort: str) -> None:
    """Killed, as when the power goes: nothing is tidied up."""
    os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def schijf(goed: int, storing: Storing) -> Iterator[list[int]]:
    """After ``goed`` writes every next one meets the fault; gives how many were asked for."""
    tel = [0]

    def stap(soort: str) -> None:
        tel[0] += 1
        if tel[0] > goed:
            storing(soort)

    def om(echt: Callable[..., Any], soort: str) -> Callable[..., Any]:
        def doe(*args: Any, **kwargs: Any) -> Any:
            stap(soort)
            return echt(*args, **kwargs)

        return doe

    with pytest.MonkeyPatch.context() as even:
        even.setattr(os, "fsync", om(os.fsync, "schrijven"))
        even.setattr(Path, "replace", om(Path.replace, "vervangen"))
        even.setattr(DefaultDialect, "do_commit", om(DefaultDialect.do_commit, "vastleggen"))
        yield tel
