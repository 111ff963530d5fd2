"""The data files of every package that the application depends on, wherever they lie in it.

PyInstaller follows imports, and sees no file that is only opened: the translations of `holidays` were left out that
way, and no tafel could be opened. So nothing is chosen by name: all data of all dependencies goes along. Qt is left to
the hooks of PyInstaller, which know what belongs to the modules that are used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import PurePosixPath

from packaging.requirements import Requirement

PROJECT = "zvh-desktop"
LEFT_TO_HOOKS = frozenset({"pyside6-essentials", "pyside6-pdf", "pyside6-addons", "pyside6", "shiboken6"})
NO_DATA = frozenset({".py", ".pyi", ".pyc", ".pyx", ".pxd", ".c", ".h", ".so", ".pyd", ".dll", ".dylib", ".exe"})


def canonical(name: str) -> str:
    """How a package is compared: Typing_Extensions and typing-extensions are one."""
    return re.sub(r"[-_.]+", "-", name).lower()


def dependencies(
    name: str = PROJECT, extras: frozenset[str] = frozenset(), seen: set[tuple[str, str]] | None = None
) -> Iterator[Distribution]:
    """Every installed package that the project needs at work, directly or through another.

    An extra counts where it is asked for: `reportlab[accel]` brings its own, the tools of the project do not.
    """
    seen = set() if seen is None else seen
    for line in distribution(name).requires or ():
        need = Requirement(line)
        if need.marker is not None and not any(need.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            continue
        asked = {(canonical(need.name), extra) for extra in ("", *need.extras)}
        if asked <= seen:
            continue
        if (canonical(need.name), "") not in seen:
            yield distribution(need.name)
        seen |= asked
        yield from dependencies(need.name, frozenset(need.extras), seen)


def is_data(path: PurePosixPath) -> bool:
    """Whether a file of a package is opened rather than imported; scripts and metadata are not looked for."""
    return path.suffix not in NO_DATA and ".." not in path.parts and not path.parts[0].endswith((".dist-info", ".data"))


def data_files() -> list[tuple[str, str]]:
    """(file, folder in the bundle) of each data file."""
    return [
        (str(package.locate_file(path)), str(path.parent))
        for package in dependencies()
        if canonical(package.metadata["Name"]) not in LEFT_TO_HOOKS
        for path in package.files or ()
        if is_data(PurePosixPath(path)) and len(path.parts) > 1
    ]
