"""Take out of Qt's ICU library what only other languages and old encodings need: 25 of its 32 MB.

Qt asks ICU for the order of words, for time zones and for encodings by name. Its words of days and months are its own,
as is where a line may break. What is left out is looked up in ``root`` by ICU, as for a language that it never knew.
"""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePath

LANGUAGES = re.compile(r"(nl|en)(_|$)")
_LOCALE = re.compile(r"[a-z]{2,3}(_[A-Za-z0-9]+)*")
_NOT_ASKED = ("brkitr", "rbnf", "translit", "unit")
"""Where a line or word ends, numbers in words, another script, and units of measure."""
_KINDS = (".cnv", ".spp", ".cfu")
"""Encodings by table (UTF, ASCII and Latin-1 need none), and checks on names in other scripts."""
_ALIGN = 16
_INFO = b"CmnD"
_BEFORE_INFO = 12
_ASSEMBLY = """\
.section .rodata,"a",@progbits
.balign 16
.globl {symbol}
.type {symbol},@object
{symbol}: .incbin "{data}"
.size {symbol}, .-{symbol}
.section .note.GNU-stack,"",@progbits
"""


def is_kept(name: str) -> bool:
    """Whether an item of the data is wanted; ``name`` is as 'icudt73l/coll/nl.res'."""
    place = PurePath(name)
    if place.suffix in _KINDS or place.name == "unames.icu" or any(part in _NOT_ASKED for part in place.parts):
        return False
    return place.stem == "res_index" or not _LOCALE.fullmatch(place.stem) or bool(LANGUAGES.match(place.stem))


def items(data: bytes) -> tuple[bytes, list[tuple[str, bytes]]]:
    """The header of a package of ICU data, and each item by its name in order."""
    (size,) = struct.unpack_from("<H", data)
    (count,) = struct.unpack_from("<I", data, size)
    table = [struct.unpack_from("<II", data, size + 4 + 8 * number) for number in range(count)]
    ends = [*(start for _, start in table[1:]), len(data) - size]
    names = [data[size + at : data.index(b"\0", size + at)].decode() for at, _ in table]
    parts = (data[size + start : size + end] for (_, start), end in zip(table, ends, strict=True))
    return data[:size], list(zip(names, parts, strict=True))


def package(header: bytes, kept: Iterable[tuple[str, bytes]]) -> bytes:
    """The same form with these items."""
    parts = list(kept)
    names, places = bytearray(), []
    begin = 4 + 8 * len(parts)
    for name, _ in parts:
        places.append(begin + len(names))
        names += name.encode() + b"\0"
    body = bytearray(begin) + names
    struct.pack_into("<I", body, 0, len(parts))
    for number, (_, part) in enumerate(parts):
        body += bytes(-len(body) % _ALIGN)
        struct.pack_into("<II", body, 4 + 8 * number, places[number], len(body))
        body += part
    return header + bytes(body)


def trim(library: Path) -> bool:
    """Make the library anew with less in it; False, and nothing changed, where the tools for it are absent."""
    tools = shutil.which("as"), shutil.which("ld")
    version = library.name.rpartition(".")[2]
    whole = library.read_bytes()
    at = whole.find(_INFO) - _BEFORE_INFO
    if None in tools or at < 0 or not version.isdecimal():
        return False
    header, there = items(whole[at:])
    with tempfile.TemporaryDirectory() as folder:
        data, source, half, made = (Path(folder, name) for name in ("icu.dat", "icu.s", "icu.o", "icu.so"))
        data.write_bytes(package(header, [(name, part) for name, part in there if is_kept(name)]))
        source.write_text(_ASSEMBLY.format(symbol=f"icudt{version}_dat", data=data), encoding="utf-8")
        subprocess.run([str(tools[0]), "-o", str(half), str(source)], check=True)
        subprocess.run(
            [str(tools[1]), "-shared", "-z", "noexecstack", "-soname", library.name, "-o", str(made), str(half)],
            check=True,
        )
        library.write_bytes(made.read_bytes())
    return True
