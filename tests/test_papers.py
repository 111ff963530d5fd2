"""The Debian package says what it is and what it needs; the bill of materials is tried where the bundle is made."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
for folder in ("installer", "scripts"):
    sys.path.insert(0, str(ROOT / folder))

import deb  # noqa: E402
import qt_libraries  # noqa: E402

from zvh_desktop import __version__  # noqa: E402


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bundle"
    folder.mkdir()
    for name in (*deb.COMMANDS, *deb.PAPERS):
        folder.joinpath(name).write_text("x", encoding="utf-8")
    monkeypatch.setattr(deb, "BUNDLE", folder)
    return folder


def test_the_package_asks_for_every_library_that_qt_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deb, "architecture", lambda: "amd64")
    card = dict(line.split(": ", 1) for line in deb.control(12).splitlines() if not line.startswith(" "))
    needs = set(card["Depends"].split(", "))
    assert {*qt_libraries.BASE.values(), *qt_libraries.X11.values()} <= needs
    assert (card["Package"], card["Version"], card["Installed-Size"]) == ("casustafel", __version__, "12")


def test_the_files_stand_where_debian_wants_them(bundle: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    deb.stage(there)
    assert {path.relative_to(there).as_posix() for path in there.rglob("*") if not path.is_dir()} == {
        *(f"opt/casustafel/{name}" for name in (*deb.COMMANDS, *deb.PAPERS)),
        *(f"usr/bin/{name}" for name in deb.COMMANDS),
        *(f"usr/share/doc/casustafel/{name}" for name in (*deb.PAPERS, "copyright", "changelog.gz")),
        "usr/share/applications/casustafel.desktop",
        "usr/share/icons/hicolor/scalable/apps/casustafel.svg",
    }
    assert there.joinpath("usr/bin/zvh").readlink() == Path("/opt/casustafel/zvh")
    menu = there.joinpath("usr/share/applications/casustafel.desktop").read_text(encoding="utf-8")
    assert "Exec=/opt/casustafel/zvh-desktop\n" in menu
