"""What a run of the tests writes and throws away goes to memory, where there is room for it.

Each test has a vault of its own, and a write to it puts a file in the place of another several times: on a disk each
of those waits for the file system, also without fsync. Only on Linux, whose ``/dev/shm`` is such a place; whoever
names a folder with TMPDIR gets that one.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108  a place is meant, not a file of ours
NEEDED = 6 << 30
"""Bytes. The databases of a server are most of what stands there at once: half of one of these six with 460 tests."""
_AVAILABLE = re.compile(r"^MemAvailable:\s+(\d+) kB$", re.MULTILINE)


def has_room(memory: Path = MEMORY, told: Path = Path("/proc/meminfo")) -> bool:
    """Whether files can stand there: a folder of ours to write and to run from, and memory that nobody uses."""
    if sys.platform != "linux" or not os.access(memory, os.W_OK | os.X_OK):
        return False
    place = os.statvfs(memory)
    available = _AVAILABLE.search(told.read_text(encoding="ascii"))
    free = min(place.f_bavail * place.f_frsize, int(available[1]) << 10 if available else 0)
    return free >= NEEDED and not place.f_flag & os.ST_NOEXEC


@contextmanager
def in_memory(memory: Path = MEMORY) -> Iterator[None]:
    """Temporary folders of this process and of all that it starts stand in memory, and are gone afterwards."""
    if os.environ.get("TMPDIR") or not has_room(memory):
        yield
        return
    with tempfile.TemporaryDirectory(prefix="zvh-", dir=memory, ignore_cleanup_errors=True) as folder:
        # a database server runs as another user: it may pass through, and see nothing
        Path(folder).chmod(0o711)
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = None
            del os.environ["TMPDIR"]
