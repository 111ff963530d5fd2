"""At which level of the house an overleg is held."""

from __future__ import annotations

from enum import StrEnum


class Niveau(StrEnum):
    """Level of an overlegsoort."""

    OPERATIONEEL = "operationeel"
    TACTISCH = "tactisch"
    STRATEGISCH = "strategisch"
