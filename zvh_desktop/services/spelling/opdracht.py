"""How the dictionary is started beside this program, as it was installed here."""

from __future__ import annotations

import sys
from pathlib import Path

BEVROREN = "zvh"
"""In a bundle the program of the command line does it: it has standard input and output on Windows as well."""
WOORD = "woordenboek"
_MODULE = "zvh_desktop.services.spelling.woordenboek"


def opdracht_woordenboek() -> tuple[str, ...]:
    """The program and its arguments."""
    if getattr(sys, "frozen", False):
        zelf = Path(sys.executable)
        return (str(zelf.with_name(BEVROREN + zelf.suffix)), WOORD)
    # -P: what happens to lie in the folder where the window was started is not loaded in place of a library
    return (sys.executable, "-P", "-m", _MODULE)
