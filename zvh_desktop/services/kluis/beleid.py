"""What the IT department settled for every user of a computer, in a file that only it can write (docs/voor-it.md).

Nothing in it opens a vault or gives a right: it can only make things narrower, or save a user some typing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.naladen import laad_module

LANGST: Final = 60
"""Minutes: what a house itself may choose at most."""


@dataclass(frozen=True, slots=True)
class Beleid:
    """``kluis``: the vault that is proposed to who opened none here before. ``vergrendelen_na``: minutes, at most.

    ``oefenen``: whether a practice vault may be made on this computer.
    """

    kluis: Path | None = None
    vergrendelen_na: int | None = None
    oefenen: bool = True

    def hoogstens(self, minuten: int) -> int:
        """These minutes, or fewer where this says so."""
        return minuten if self.vergrendelen_na is None else min(minuten, self.vergrendelen_na)

    def eis_oefenen(self) -> None:
        """Raises GebruikersFout where practice is not wanted on this computer."""
        if not self.oefenen:
            raise GebruikersFout(
                "Uw organisatie heeft oefenen op deze computer uitgezet.",
                veilig="Er is niets gemaakt.",
                advies="Oefen op een computer waar het wel mag, of vraag het de afdeling ICT.",
            )


GEEN_BELEID: Final = Beleid()


def lees_beleid(bestand: Path) -> Beleid:
    """What stands in this file; without a file nothing is settled. Raises GebruikersFout where it cannot be followed.

    A file that is there and cannot be read stops the program: what it settles would otherwise not hold, unseen.
    """
    try:
        gegevens = bestand.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return GEEN_BELEID
    except (OSError, UnicodeDecodeError) as fout:
        raise _onleesbaar("het bestand is niet te lezen als tekst") from fout
    # by name: most computers have no such file, and the first window does not wait for a reader of it
    toml = laad_module("tomllib")
    try:
        waarden: dict[str, Any] = toml.loads(gegevens)
    except toml.TOMLDecodeError as fout:
        raise _onleesbaar("het is geen geldig TOML") from fout
    return _uit(waarden)


def _uit(waarden: Mapping[str, Any]) -> Beleid:
    onbekend = sorted(set(waarden) - {"kluis", "vergrendelen_na", "oefenen"})
    if onbekend:
        raise _onleesbaar(f"onbekende sleutel: {onbekend[0]}")
    kluis, minuten, oefenen = waarden.get("kluis"), waarden.get("vergrendelen_na"), waarden.get("oefenen", True)
    if kluis is not None and not (isinstance(kluis, str) and kluis.strip()):
        raise _onleesbaar("kluis moet de plaats van een map zijn, tussen aanhalingstekens")
    if minuten is not None and not (
        isinstance(minuten, int) and not isinstance(minuten, bool) and 1 <= minuten <= LANGST
    ):
        raise _onleesbaar(f"vergrendelen_na moet een aantal minuten van 1 tot {LANGST} zijn")
    if not isinstance(oefenen, bool):
        raise _onleesbaar("oefenen moet true of false zijn")
    return Beleid(Path(kluis) if kluis else None, minuten, oefenen)


def _onleesbaar(waarom: str) -> GebruikersFout:
    return GebruikersFout(
        f"De instellingen van uw organisatie voor dit programma kloppen niet: {waarom}.",
        veilig="Er is niets geopend en niets gewijzigd.",
        advies="Vraag de afdeling ICT het bestand beleid.toml na te kijken.",
    )
