"""The Windows package: every file is in it, under a number that stays, and it can be put together here."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "installer"))

import msi  # noqa: E402

NAMES = ("zvh-desktop.exe", "zvh.exe", "LICENTIES.txt", "_internal/python312.dll", "_internal/nl/woorden & zo.txt")


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    folder = tmp_path / "casustafel"
    for name in NAMES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return folder


def _components(text: str) -> dict[str, str]:
    tree = ElementTree.fromstring(text)  # noqa: S314  our own
    found = {}
    for part in tree.iter(f"{{{msi.WIX}}}Component"):
        file = part.find(f"{{{msi.WIX}}}File")
        assert file is not None
        found[file.get("Source", "")] = part.get("Guid", "")
    return found


def test_every_file_is_a_component_with_a_number_of_its_own(frozen: Path) -> None:
    found = _components(msi.file_list(frozen))
    assert set(found) == set(NAMES)
    assert len(set(found.values())) == len(NAMES)
    assert all(number == number.upper() for number in found.values())


def test_a_file_keeps_its_number_when_others_come_and_go(frozen: Path) -> None:
    before = _components(msi.file_list(frozen))
    frozen.joinpath("_internal/nl/woorden & zo.txt").unlink()
    frozen.joinpath("nieuw.txt").write_text("x", encoding="utf-8")
    after = _components(msi.file_list(frozen))
    assert {name: after[name] for name in set(before) & set(after)} == {
        name: number for name, number in before.items() if name in after
    }
    assert set(after) - set(before) == {"nieuw.txt"}


def test_each_component_is_asked_for_by_the_group(frozen: Path) -> None:
    tree = ElementTree.fromstring(msi.file_list(frozen))  # noqa: S314  our own
    made = {part.get("Id") for part in tree.iter(f"{{{msi.WIX}}}Component")}
    asked = {part.get("Id") for part in tree.iter(f"{{{msi.WIX}}}ComponentRef")}
    assert made == asked


def test_a_folder_frozen_elsewhere_is_refused(tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["msi.py", str(tmp_path)])
    assert msi.main() == 1
    assert "geen programma's voor Windows" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("wixl") is None, reason="wixl (msitools) is hier niet")
def test_put_together_it_holds_every_file(frozen: Path, tmp_path: Path) -> None:
    package = msi.build(frozen, tmp_path / "pakket.msi")
    assert msi.installed_names(package) == {Path(name).name for name in NAMES}
