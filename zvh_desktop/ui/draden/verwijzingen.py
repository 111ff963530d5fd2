"""Keeps None, True and False alive under Python 3.11.

PySide6 6.12 is built for interpreters in which these three are immortal (Python 3.12 and later): it hands them to
Python without counting the reference. Under 3.11 every missing property, every empty cell and every repaint then
takes one reference too many, until the count reaches zero and the interpreter aborts ("deallocating None"), after
some minutes of work. Giving each of them a count that cannot run out is what Python itself does since 3.12.
"""

from __future__ import annotations

import ctypes
import sys

_RUIM_GENOEG = 1 << 60
_ONSTERFELIJK_VANAF = (3, 12)


def maak_onsterfelijk() -> None:
    """Do this once, before the first window. Harmless when done again, and nothing at all from Python 3.12."""
    if sys.implementation.name != "cpython" or sys.version_info[:2] >= _ONSTERFELIJK_VANAF:
        return
    for enkeling in (None, True, False):
        if sys.getrefcount(enkeling) < _RUIM_GENOEG // 2:
            # the reference count is the first field of every object in CPython
            ctypes.c_ssize_t.from_address(id(enkeling)).value += _RUIM_GENOEG
