"""What is looked for in a text before it leaves, and what was chosen about it; the ui may see all."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

LekkeuzeId = NewType("LekkeuzeId", int)


class Leksoort(StrEnum):
    """What kind of thing stands in a text that its reader may not have to know."""

    BSN = "bsn"
    TELEFOON = "telefoon"
    EMAIL = "email"
    ADRES = "adres"
    GEBOORTEDATUM = "geboortedatum"
    BETROKKENE = "betrokkene"
    PARTIJ = "partij"
    ONLEESBAAR = "onleesbaar"


class Lezersoort(StrEnum):
    """Who reads it: a partij, the betrokkene itself, or whoever is no partij here (another house, another system)."""

    PARTIJ = "partij"
    BETROKKENE = "betrokkene"
    ELDERS = "elders"


class Lekkeuze(StrEnum):
    """It may stand there, or it is left out of what goes to this reader; open: what was chosen was taken back."""

    WEG = "weg"
    MAG = "mag"
    OPEN = "open"
