"""Puts the import without the hook of PySide6 back in its place after PySide6 has been loaded.

PySide6 replaces ``builtins.__import__`` by a function that knows ``from __feature__ import ...`` (snake_case,
true_property). After every import that function reads the source of the whole module, to see whether it names PySide6;
``linecache`` then keeps that source. This application asks for no feature: without the function nothing is read,
nothing is kept, and loading beside the window no longer enters PySide6 with each import (ADR 0017).

PySide6 documents both names: what stood there is kept in ``__orig_import__``, the hook in ``__feature_import__``. Its
other wrapper, which makes ``from PySide6.QtCore import *`` work, stays: it is what is kept.
"""

from __future__ import annotations

import builtins
import linecache

from PySide6 import QtCore  # noqa: F401  loading it puts the hook in place, once for the whole process


def zet_import_terug() -> None:
    """Do this as early as possible after PySide6. Does nothing where someone else's function stands in the place."""
    eigen, haak = getattr(builtins, "__orig_import__", None), getattr(builtins, "__feature_import__", None)
    if eigen is not None and haak is not None and builtins.__import__ is haak:
        builtins.__import__ = eigen
        linecache.clearcache()  # what was read so far: 2.6 MB of source that nobody asks for
