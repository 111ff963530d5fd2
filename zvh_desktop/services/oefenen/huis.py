"""The house of a practice vault when none was asked for. Apart from the rest: the command line asks it at once."""

from __future__ import annotations

STANDAARD_OEFENHUIS = "twente"
