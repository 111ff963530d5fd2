"""What is in the memory of a process that holds keys, stays there: no dump on disk, no other program that looks in.

Said at the start of everything that can open a vault, the window and the command line alike.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys

try:
    import resource
except ImportError:  # only POSIX has it
    resource = None  # type: ignore[assignment]

_PR_SET_DUMPABLE = 4


def houd_geheugen_binnen() -> None:
    """No core dump, and on Linux no reading of this memory by other programs of the same user."""
    if resource is not None:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
