"""Keep what Python compiles beside its source, also where Python was told not to.

Each worker takes the 600 modules of the tests, rewrites what they assert and compiles them; kept, that costs a worker
7 seconds less. The modules of the package are kept by scripts/prepare.py for the same reason.
"""

from __future__ import annotations

import os
import sys


def keep() -> None:
    """In this process, and in all that it starts."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
