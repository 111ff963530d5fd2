"""Modules that are loaded by name when they are first needed (ADR 0081), by one thread at a time.

Python lets two threads load two modules of a library at once. Where those need each other, each would wait for the
other; Python then lets one of both go on with a module that is half there, and its import fails. What a library holds
together is not ours to know: so no thread loads while another does. What is there already waits for nobody.
"""

from __future__ import annotations

import sys
import threading
from importlib import import_module
from types import ModuleType
from typing import Final

_EEN_TEGELIJK: Final = threading.RLock()


def laad_module(naam: str) -> ModuleType:
    """The module of this name. Raises ImportError when a part of the application is missing."""
    geladen = sys.modules.get(naam)
    # As Python itself tells one that is there from one that is on its way.
    if geladen is not None and not getattr(geladen.__spec__, "_initializing", False):
        return geladen
    with _EEN_TEGELIJK:
        return import_module(naam)
