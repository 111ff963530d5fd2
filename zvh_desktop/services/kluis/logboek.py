"""Where the application writes what went wrong inside it: class names and places in the code, never content."""

from __future__ import annotations

import contextlib
import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

from zvh_desktop.paths import gebruikersmap

_PAKKET = "zvh_desktop"


@contextlib.contextmanager
def logboek() -> Iterator[None]:
    """Keep log lines of our own package out of the terminal and in the user's own folder."""
    schrijver = _schrijver(gebruikersmap() / "zvh.log")
    eigen = logging.getLogger(_PAKKET)
    eigen.addHandler(schrijver)
    try:
        yield
    finally:
        eigen.removeHandler(schrijver)
        schrijver.close()


def plaats(fout: BaseException) -> str:
    """The last line of our own code that the error passed."""
    eigen = [deel for deel in traceback.extract_tb(fout.__traceback__) if _PAKKET in deel.filename]
    return f"{Path(eigen[-1].filename).name}:{eigen[-1].lineno}" if eigen else "onbekend"


def _schrijver(pad: Path) -> logging.Handler:
    try:
        pad.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        schrijver: logging.Handler = logging.FileHandler(pad, encoding="utf-8", delay=True)
    except OSError:
        return logging.NullHandler()
    schrijver.setLevel(logging.WARNING)
    schrijver.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return schrijver
