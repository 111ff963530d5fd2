"""Names that some system does not take for a file: for attachments, for documents, for what a user types.

A file that is made here on Linux can be read on Windows tomorrow, so the strictest system decides everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_APPARAAT: Final = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$?|CONOUT\$?|CLOCK\$|(?:COM|LPT)[0-9])", re.IGNORECASE)
_EINDE: Final = " ."


def is_apparaatnaam(naam: str) -> bool:
    """Whether Windows takes this for a device: by what stands before the first dot, whatever follows it.

    Digits above the line count as digits there, hence the normal form that makes one of the two.
    """
    stam = re.split(r"[.:]", unicodedata.normalize("NFKC", naam).lstrip(_EINDE), maxsplit=1)[0]
    return _APPARAAT.fullmatch(stam.strip(_EINDE)) is not None


def kan_overal(naam: str) -> bool:
    """Whether this last part of a path names a file on every system."""
    return bool(naam) and naam.rstrip(_EINDE) == naam and not is_apparaatnaam(naam)
