"""Finds every dialog of the application and makes one of each, from the types that it says it needs.

A new dialog is found without anybody adding it to a list; what it asks for is made up here, one of everything.
"""

from __future__ import annotations

import collections.abc
import importlib
import inspect
import pkgutil
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QDialog, QWidget
from ui_hulp import NepDiensten, NepToegang

import zvh_desktop.ui
from zvh_desktop.ui import protocollen
from zvh_desktop.ui.dialogs.bevestiging import Bevestiger
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.protocollen import Toegang, Wachtwoordkeurder

_GRONDVORMEN = {"Aanmeldvorm", "Dialoog", "Invoerdialoog"}
"""Bases that are never shown themselves."""
DialoogT = typing.TypeVar("DialoogT", bound=QDialog)
TEKST = "Proef"
DAG = date(2026, 12, 15)


def alle_dialogen() -> list[type[QDialog]]:
    """Every dialog class in ui/, by name."""
    for module in pkgutil.walk_packages(zvh_desktop.ui.__path__, "zvh_desktop.ui."):
        importlib.import_module(module.name)
    gevonden: dict[str, type[QDialog]] = {}
    wachtrij: list[type[QDialog]] = list(QDialog.__subclasses__())
    while wachtrij:
        klasse = wachtrij.pop()
        wachtrij += klasse.__subclasses__()
        if klasse.__module__.startswith("zvh_desktop.") and klasse.__name__ not in _GRONDVORMEN:
            gevonden[klasse.__name__] = klasse
    return [gevonden[naam] for naam in sorted(gevonden)]


def dialoogsoorten() -> list[type[Dialoog]]:
    """Those that the application made itself, which keep what is in their fields."""
    return [soort for soort in alle_dialogen() if issubclass(soort, Dialoog)]


def _alleen_voor_types(klasse: type[QDialog]) -> dict[str, object]:
    """The protocols that a dialog of the first window names for the type checker alone."""
    bekend: Mapping[str, object] = getattr(klasse.__init__, "__globals__", {})
    return {naam: waarde for naam, waarde in vars(protocollen).items() if naam not in bekend}


class Dialoogmaker:
    """Makes a dialog with invented content."""

    def __init__(self, gereedschap: Gereedschap, eigen: Mapping[type, object]) -> None:
        self._eigen = {
            Gereedschap: gereedschap,
            type(gereedschap.taken): gereedschap.taken,
            type(gereedschap.instellingen): gereedschap.instellingen,
            Bevestiger: NepDiensten(),
            Toegang: NepToegang(),
            Wachtwoordkeurder: NepToegang(),
            **eigen,
        }
        self._melder = gereedschap.melder

    def maak(self, klasse: type[DialoogT], ouder: QWidget | None, **anders: object) -> DialoogT:
        """One of this class, with everything that it needs; ``anders`` is what must not be made up."""
        soorten = typing.get_type_hints(klasse.__init__, localns=_alleen_voor_types(klasse))
        waarden: dict[str, object] = dict(anders)
        for naam, deel in inspect.signature(klasse.__init__).parameters.items():
            if naam == "self" or naam in anders:
                continue
            if naam == "ouder":
                waarden[naam] = ouder
            elif deel.default is inspect.Parameter.empty:
                waarden[naam] = self.waarde(soorten[naam])
        return klasse(**waarden)

    def waarde(self, soort: typing.Any) -> typing.Any:
        """Something of this type."""
        for bekend, waarde in self._eigen.items():
            if soort is bekend:
                return waarde
        if isinstance(soort, typing.NewType):
            return self.waarde(soort.__supertype__)
        if getattr(soort, "_is_protocol", False):
            return self._melder if hasattr(self._melder, _eerste_methode(soort)) else _Nep()
        oorsprong, delen = typing.get_origin(soort), typing.get_args(soort)
        if oorsprong is not None:
            return self._samengesteld(oorsprong, delen)
        return self._enkel(soort)

    def _samengesteld(self, oorsprong: typing.Any, delen: tuple[typing.Any, ...]) -> typing.Any:
        if oorsprong in (typing.Union, types.UnionType):
            return self.waarde(next(deel for deel in delen if deel is not type(None)))
        if oorsprong is collections.abc.Callable:
            return _Functie(self, delen[1])
        if oorsprong is tuple and not (len(delen) == 2 and delen[1] is Ellipsis):
            return tuple(self.waarde(deel) for deel in delen)
        if issubclass(oorsprong, collections.abc.Mapping):
            sleutels = list(delen[0]) if isinstance(delen[0], type) and issubclass(delen[0], Enum) else [TEKST]
            return {sleutel: self.waarde(delen[1]) for sleutel in sleutels}
        bak = {frozenset: frozenset, set: set, list: list}.get(oorsprong, tuple)
        return bak([self.waarde(delen[0])])

    def _enkel(self, soort: typing.Any) -> typing.Any:
        vaste: dict[object, object] = {
            str: TEKST, int: 1, float: 1.0, bool: True, bytes: b"", object: TEKST, date: DAG,
            datetime: datetime(2026, 12, 15, 9, 0, tzinfo=UTC), time: time(9, 0), Path: Path("proef"),
            QByteArray: QByteArray(), type(None): None, typing.Any: TEKST,
        }  # fmt: skip
        if soort in vaste:
            return vaste[soort]
        if issubclass(soort, Enum):
            return next(iter(soort))
        if is_dataclass(soort):
            soorten = typing.get_type_hints(soort)
            return soort(
                **{
                    deel.name: self.waarde(soorten[deel.name])
                    for deel in fields(soort)
                    if deel.init and deel.default is MISSING and deel.default_factory is MISSING
                }
            )
        raise AssertionError(f"geen voorbeeld van {soort}")


class _Functie:
    """Gives something of the right type."""

    def __init__(self, maker: Dialoogmaker, soort: typing.Any) -> None:
        self._maker, self._soort = maker, soort

    def __call__(self, *_delen: object, **_anders: object) -> object:
        return "" if self._soort is str else self._maker.waarde(self._soort)


class _Nep:
    """Answers to anything."""

    def __getattr__(self, naam: str) -> object:
        return _niets


def _niets(*_delen: object) -> None:
    """What a made-up service gives back."""


def _eerste_methode(soort: type) -> str:
    return next((naam for naam, deel in vars(soort).items() if callable(deel) and not naam.startswith("_")), "-")
