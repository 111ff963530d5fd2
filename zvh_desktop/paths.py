"""Where resources and this user's own settings live: source checkout, wheel and frozen build alike."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

import platformdirs

_WINDOWS_NETWERKSCHIJF = 4
"""DRIVE_REMOTE of GetDriveTypeW."""
_PAKKET = Path(__file__).resolve().parent


def resources_map() -> Path:
    """The folder with icons, huisprofielen and other data.

    In a wheel and a frozen build it stands inside the package, in a checkout beside it.
    """
    bevroren = getattr(sys, "_MEIPASS", None)
    kandidaten = [
        *([Path(bevroren) / "resources"] if bevroren else []),
        _PAKKET / "_resources",
        _PAKKET.parent / "resources",
    ]
    for kandidaat in kandidaten:
        if kandidaat.is_dir():
            return kandidaat
    raise FileNotFoundError("resources")


def lees_hulpbron(naam: str) -> bytes:
    """Read one resource, named relative to resources/ with forward slashes."""
    return resources_map().joinpath(*naam.split("/")).read_bytes()


def gebruikersmap() -> Path:
    """This user's folder for settings without personal data and for the chain heads seen before.

    ``ZVH_GEBRUIKERSMAP`` overrides it, for tests and for roaming profiles.
    """
    eigen = os.environ.get("ZVH_GEBRUIKERSMAP")
    if eigen:
        return Path(eigen)
    return Path(platformdirs.user_data_dir("zvh-desktop", appauthor=False))


def beleidsbestand() -> Path:
    """What IT settled for this computer: in a place that users read and only an administrator writes."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Casustafel" / "beleid.toml"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Casustafel/beleid.toml")
    return Path("/etc/casustafel/beleid.toml")


def is_netwerkschijf(pad: Path) -> bool:
    """Whether Windows has the drive of this path on the network; other systems tell that otherwise (plaats.py).

    Asked without a question to the network: one that is gone is told as fast as one that is there.
    """
    if sys.platform == "win32":
        return bool(ctypes.windll.kernel32.GetDriveTypeW(pad.anchor) == _WINDOWS_NETWERKSCHIJF)
    return False


def is_van_het_programma(bestand: object) -> bool:
    """Whether a file, as an OSError names it, belongs to the program and not to its user: code, resource or library."""
    if not isinstance(bestand, str | bytes | os.PathLike):
        return False
    pad = Path(os.fsdecode(bestand))
    bevroren = getattr(sys, "_MEIPASS", None)
    eigen = [_PAKKET, _PAKKET.parent / "resources", Path(sys.prefix), *([Path(bevroren)] if bevroren else [])]
    return pad.is_absolute() and any(pad.is_relative_to(map_) for map_ in eigen)
