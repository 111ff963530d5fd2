"""Which lists can be saved as a file."""

from __future__ import annotations

from enum import StrEnum


class Lijst(StrEnum):
    """A list of the window. Its word stands in the log, and is never changed."""

    CASUSSEN = "casussen"
    AANMELDINGEN = "aanmeldingen"
    ACTIES = "acties"
    PARTIJEN = "partijen"
    CONTACTPERSONEN = "contactpersonen"
    TAFELS = "tafels"
    OVERLEGGEN = "overleggen"
