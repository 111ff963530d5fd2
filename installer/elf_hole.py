"""Close the hole in a library of Linux that was linked anew: zeros, up to the next two megabytes, that nobody reads.

A tool that adds a segment to a library puts it where the greatest page of any computer begins. Linux asks only that
the place in the file and the place in memory agree in a page of 4,096 bytes, so the segment can stand right behind.
"""

from __future__ import annotations

import struct
from pathlib import Path

PAGE = 4096
_LOAD = 1
_HEADER = struct.Struct("<16sHHIQQQIHHHHHH")
_SEGMENT = struct.Struct("<IIQQQQQQ")
_SECTION_PLACE = 40
"""Where in the header of the file stands where its sections begin."""


def close(library: Path) -> int:
    """Take out the hole before the last segment; how many bytes that was. Other files are left as they are."""
    data = library.read_bytes()
    if data[:6] != b"\x7fELF\x02\x01":  # 64 bits, the lowest byte first
        return 0
    head = _HEADER.unpack_from(data)
    places = [head[5] + number * head[9] for number in range(head[10])]
    segments = {place: list(_SEGMENT.unpack_from(data, place)) for place in places}
    loaded = sorted((one for one in segments.values() if one[0] == _LOAD), key=lambda one: one[2])
    if len(loaded) < 2:
        return 0
    last = loaded[-1][2]
    end = len(data[:last].rstrip(b"\0"))  # what was left behind by the linker stays
    hole = (last - max(end, loaded[-2][2] + loaded[-2][5])) // PAGE * PAGE
    if hole <= 0 or any(place >= last - hole for place in places):
        return 0
    out = bytearray(data[: last - hole] + data[last:])
    for place, one in segments.items():
        if one[2] >= last:
            one[2] -= hole
        if one is loaded[-1]:
            one[7] = PAGE
        _SEGMENT.pack_into(out, place, *one)
    # Sections are read by tools alone, and each would have to be told where it stands now.
    struct.pack_into("<Q", out, _SECTION_PLACE, 0)
    struct.pack_into("<HH", out, _HEADER.size - 4, 0, 0)
    library.write_bytes(out)
    return len(data) - len(out)
