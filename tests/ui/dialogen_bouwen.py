"""Makes every dialog of the application with invented input, from nothing but the types of its parameters."""

from __future__ import annotations

import dataclasses
import enum
import inspect
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from dialoogmaker import alle_dialogen

from zvh_desktop.ui.dialogs.dialoog import Dialoog


def dialoogsoorten() -> list[type[Dialoog]]:
    """Every class of dialog that is shown, wherever it stands in ui."""
    return [soort for soort in alle_dialogen() if issubclass(soort, Dialoog)]


class Bouwer:
    """Values by type; ``vast`` holds those that cannot be invented."""

    def __init__(self, vast: Mapping[type, object]) -> None:
        self._vast = vast

    def dialoog(self, soort: type[Dialoog]) -> Dialoog:
        hints = typing.get_type_hints(soort.__init__)
        met: dict[str, object] = {}
        for naam, deel in list(inspect.signature(soort.__init__).parameters.items())[1:]:
            if naam == "ouder" or deel.default is not inspect.Parameter.empty:
                continue
            met[naam] = self.waarde(hints[naam], naam)
        return soort(**met)

    def waarde(self, hint: object, naam: str = "") -> object:
        if hint in self._vast:
            return self._vast[hint]
        hint = getattr(hint, "__supertype__", hint)
        bron, delen = typing.get_origin(hint), typing.get_args(hint)
        if bron in (typing.Union, types.UnionType):
            keuzes = [deel for deel in delen if deel is not type(None)]
            return self.waarde(keuzes[0], naam)
        if bron in (tuple,) and delen[-1:] != (Ellipsis,):
            return tuple(self.waarde(deel, naam) for deel in delen)
        if bron in (Sequence, tuple, list, frozenset, set):
            een = self.waarde(delen[0], naam)
            return frozenset({een}) if bron in (frozenset, set) else (een,)
        if bron in (Mapping, dict):
            sleutels = list(delen[0]) if isinstance(delen[0], enum.EnumMeta) else [self.waarde(delen[0], naam)]
            return {sleutel: self.waarde(delen[1], naam) for sleutel in sleutels}
        if bron is Callable or bron is type(Callable):
            return self._functie(delen[-1])
        if isinstance(hint, enum.EnumMeta):
            return next(iter(hint))
        if dataclasses.is_dataclass(hint):
            hints = typing.get_type_hints(hint)
            return hint(**{veld.name: self.waarde(hints[veld.name], veld.name) for veld in dataclasses.fields(hint)})
        gewoon = {
            str: f"{naam} oefentekst",
            int: 1,
            float: 1.0,
            bool: True,
            bytes: b"",
            date: date(2026, 12, 1),
            time: time(9, 30),
            datetime: datetime(2026, 12, 1, 9, 30, tzinfo=UTC),
            Path: Path("oefen"),
            object: None,
            type(None): None,
        }
        if hint in gewoon:
            return gewoon[hint]
        raise TypeError(f"geen waarde voor {hint!r} ({naam})")

    def _functie(self, geeft: object) -> Callable[..., object]:
        if geeft in (object, type(None)):
            return lambda *_a, **_k: None
        return lambda *_a, **_k: self.waarde(geeft)
