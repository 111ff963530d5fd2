"""How a casus ends without being afgeschaald."""

from __future__ import annotations

from enum import StrEnum


class EindeSoort(StrEnum):
    """How a casus ends without afschaling."""

    ELDERS = "elders"
    NIET = "niet"
    PROCESREGIE_ELDERS = "procesregie_elders"
