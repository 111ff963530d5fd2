"""One OpenSSL in the folder where two lie: psycopg's wheel brings a copy of the one that Python's own modules use.

A copy gives way only where nothing that asks for it asks for more than the other has. Then both names are one file, so
one OpenSSL is loaded, and its repairs come from the Linux that the bundle was made on.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

_COPY = re.compile(r"(lib(?:crypto|ssl))-[0-9a-f]+(\.so\.\d+)")
"""How the maker of a wheel names a library that he put in it."""


def share(internal: Path) -> list[str]:
    """Let each copy of OpenSSL in a folder of a wheel be another name of the one beside; the names that are so now.

    All copies of a wheel or none: its ``libssl`` knows its own ``libcrypto`` only.
    """
    shared = []
    for folder in sorted(internal.glob("*.libs")):
        copies = {path: internal / f"{name[1]}{name[2]}" for path in folder.iterdir() if (name := _copied(path))}
        if copies and all(target.exists() for target in copies.values()) and _enough(folder, copies):
            for copy, target in copies.items():
                copy.unlink()
                copy.symlink_to(Path("..", target.name))
                shared.append(copy.name)
    return sorted(shared)


def _copied(path: Path) -> re.Match[str] | None:
    return None if path.is_symlink() else _COPY.fullmatch(path.name)


def _enough(folder: Path, copies: dict[Path, Path]) -> bool:
    """Whether what the wheel asks of its copies is in those of Python; not where that cannot be read."""
    tool = shutil.which("objdump")
    if tool is None:
        return False
    package = folder.with_name(folder.name.removesuffix(".libs"))
    askers = [path for path in (*folder.iterdir(), *package.glob("*.so")) if path not in copies and path.is_file()]
    asked = {path.name: set[str]() for path in copies}
    for asker in askers:
        for name, versions in _asked(_read(tool, asker)).items():
            asked.get(name, set()).update(versions)
    return any(asked.values()) and all(
        asked[copy.name] <= _given(_read(tool, target)) for copy, target in copies.items()
    )


def _read(tool: str, library: Path) -> str:
    return subprocess.run([tool, "-p", str(library)], check=True, capture_output=True, text=True).stdout


def _asked(text: str) -> dict[str, set[str]]:
    """Per library the versions of it that are asked for."""
    asked: dict[str, set[str]] = {}
    name = ""
    for line in text.partition("Version References:")[2].splitlines():
        if found := re.fullmatch(r"\s+required from (\S+):", line):
            name = found[1]
        elif name and (found := re.fullmatch(r"\s+0x\S+ 0x\S+ \d+ (\S+)", line)):
            asked.setdefault(name, set()).add(found[1])
    return asked


def _given(text: str) -> set[str]:
    part = text.partition("Version definitions:")[2].partition("\n\n")[0]
    return set(re.findall(r"^\d+ 0x\S+ 0x\S+ (\S+)", part, re.MULTILINE))
