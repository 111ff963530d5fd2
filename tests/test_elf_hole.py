"""A library with a hole in it is as good without it, and any other file is left as it is."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "installer"))

import elf_hole

PILLOW = Path(str(distribution("pillow").locate_file("pillow.libs")))
WITH_A_HOLE = sorted(PILLOW.glob("libXau-*")) if sys.platform == "linux" else []
ASK = """
import ctypes, sys
library = ctypes.CDLL(sys.argv[1])
library.XauFileName.restype = ctypes.c_char_p
print(library.XauFileName().decode())
"""


@pytest.mark.skipif(not WITH_A_HOLE, reason="no library here was linked so that there is a hole in it")
def test_a_library_without_its_hole_does_the_same(tmp_path: Path) -> None:
    library = tmp_path / "libXau.so.6"
    library.write_bytes(WITH_A_HOLE[0].read_bytes())
    before = library.stat().st_size
    taken = elf_hole.close(library)
    assert taken > before / 2
    assert library.stat().st_size == before - taken
    said = subprocess.run(
        [sys.executable, "-c", ASK, str(library)],
        env={"XAUTHORITY": "/verzonnen/sleutel"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert said.stdout == "/verzonnen/sleutel\n"
    assert elf_hole.close(library) == 0


@pytest.mark.parametrize("content", [b"", b"\x7fELF", b"geen programma" * 400, b"\x7fELF\x02\x01" + bytes(58)])
def test_what_is_no_library_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "iets.so"
    file.write_bytes(content)
    assert elf_hole.close(file) == 0
    assert file.read_bytes() == content


@pytest.mark.skipif(not WITH_A_HOLE, reason="only of a Linux that has these")
def test_a_library_without_a_hole_is_left_as_it_is(tmp_path: Path) -> None:
    (source,) = PILLOW.glob("libjpeg-*")
    library = tmp_path / source.name
    library.write_bytes(source.read_bytes())
    assert elf_hole.close(library) == 0
    assert library.read_bytes() == source.read_bytes()
