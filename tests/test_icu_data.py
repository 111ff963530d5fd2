"""Qt's ICU library in the bundle knows Dutch and English, and orders words as the whole one does."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "installer"))

import icu_data

LIBRARIES = sorted((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*"))
ASK = """
from PySide6.QtCore import QCollator, QLocale, QTimeZone
nl = QLocale("nl_NL")
order = QCollator(nl)
order.setNumericMode(True)
words = ["zee", "\u00c9lan", "eland", "punt 10", "punt 2", "ijs", "yoghurt", "\u00c5str\u00f6m", "\u00f6l", "olie"]
zone = QTimeZone(b"Europe/Amsterdam")
print(sorted(words, key=order.sortKey), nl.toUpper("ij \u00e9"), zone.isValid(), nl.standaloneDayName(1))
print(zone.displayName(QTimeZone.TimeType.DaylightTime, QTimeZone.NameType.LongName, nl))
"""


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("icudt73l/nl_BE.res", True),
        ("icudt73l/coll/en.res", True),
        ("icudt73l/root.res", True),
        ("icudt73l/pool.res", True),
        ("icudt73l/coll/res_index.res", True),
        ("icudt73l/coll/ucadata.icu", True),
        ("icudt73l/zoneinfo64.res", True),
        ("icudt73l/nfkc.nrm", True),
        ("icudt73l/de.res", False),
        ("icudt73l/zone/af_NA.res", False),
        ("icudt73l/gb18030.cnv", False),
        ("icudt73l/brkitr/thaidict.dict", False),
        ("icudt73l/unit/nl.res", False),
    ],
)
def test_what_is_kept(name: str, kept: bool) -> None:
    assert icu_data.is_kept(name) is kept


def test_a_package_is_read_back_as_it_was_made() -> None:
    header = (32).to_bytes(2, "little") + bytes(30)
    things = [("icudt1l/a.res", b"one" * 7), ("icudt1l/coll/b.res", b"two"), ("icudt1l/c.nrm", b"x" * 40)]
    read, back = icu_data.items(icu_data.package(header, things))
    assert read == header
    assert [(name, part.rstrip(b"\0")) for name, part in back] == things


def test_a_file_that_is_no_icu_library_stays_what_it_is(tmp_path: Path) -> None:
    library = tmp_path / "libicudata.so.73"
    library.write_bytes(b"something else")
    assert not icu_data.trim(library)
    assert library.read_bytes() == b"something else"


@pytest.mark.skipif(not LIBRARIES or not shutil.which("ld"), reason="Linux, with the tools that make a library")
def test_qt_orders_and_names_with_the_small_library_as_with_the_whole_one(tmp_path: Path) -> None:
    small = Path(shutil.copy(LIBRARIES[0], tmp_path))
    whole = small.stat().st_size
    assert icu_data.trim(small)
    assert small.stat().st_size < whole / 5
    said = [
        subprocess.run([sys.executable, "-c", ASK], env=env, capture_output=True, text=True, check=True).stdout
        for env in ({"PYTHONUTF8": "1"}, {"PYTHONUTF8": "1", "LD_PRELOAD": str(small)})
    ]
    assert said[0] == said[1]
    assert "punt 2', 'punt 10" in said[0]
