"""Assemble the Windows package: `msi.py FOLDER`, with the folder that PyInstaller made on Windows.

With wixl, of msitools: it runs on Linux as well, so that the package can be put together and looked into where it is
not installed. What stands in it has to be frozen on Windows; one frozen elsewhere gives a package that starts nothing.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from zvh_desktop import __version__

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "casustafel.wxs"
TARGET = HERE.parent / "dist" / f"casustafel_{__version__}_x64.msi"
WIX = "http://schemas.microsoft.com/wix/2006/wi"
NAMESPACE = UUID("6a0f2b64-6f0f-4f0c-9a55-2a8f6f1d7c31")
"""Of this product; the same as its upgrade code."""
PROGRAMS = ("zvh-desktop.exe", "zvh.exe")


def file_list(folder: Path) -> str:
    """Every file of the folder as a component of its own, under the folders it stands in, in the words of WiX.

    A component keeps its number from version to version as long as its file has the same name: so Windows knows what a
    newer package replaces.
    """
    wix = Element("Wix", xmlns=WIX)
    places = {Path(): SubElement(SubElement(wix, "Fragment"), "DirectoryRef", Id="INSTALLDIR")}
    group = SubElement(SubElement(wix, "Fragment"), "ComponentGroup", Id="Program")
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        place, number = places[name.parent], uuid5(NAMESPACE, name.as_posix())
        mark = number.hex.upper()
        if path.is_dir():
            places[name] = SubElement(place, "Directory", Id=f"dir{mark}", Name=name.name)
            continue
        part = SubElement(place, "Component", Id=f"cmp{mark}", Guid=str(number).upper(), Win64="yes")
        SubElement(part, "File", Id=f"fil{mark}", KeyPath="yes", Source=name.as_posix())
        SubElement(group, "ComponentRef", Id=f"cmp{mark}")
    return tostring(wix, encoding="unicode", xml_declaration=True)


def build(folder: Path, target: Path) -> Path:
    """Make the package. Raises CalledProcessError when wixl does not want it."""
    with tempfile.TemporaryDirectory(prefix="zvh-msi-") as work:
        files = Path(work, "files.wxs")
        files.write_text(file_list(folder), encoding="utf-8")
        target.parent.mkdir(parents=True, exist_ok=True)
        command = ["wixl", "--arch", "x64", "--output", str(target), "-D", f"Version={__version__}"]
        subprocess.run([*command, str(SOURCE), str(files)], cwd=folder, check=True)
    return target


def installed_names(package: Path) -> set[str]:
    """The long names of the files in the package, read back from its own table."""
    command = ["msiinfo", "export", str(package), "File"]
    table = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[3:]
    return {line.split("\t")[2].rpartition("|")[2] for line in table if line}


def main() -> int:
    reader = argparse.ArgumentParser(description="Zet het pakket voor Windows in elkaar.")
    reader.add_argument("folder", type=Path, nargs="?", default=HERE.parent / "dist" / "casustafel")
    reader.add_argument("--list", type=Path, help="only write the list of files here, for the tools of WiX itself")
    asked = reader.parse_args()
    folder = asked.folder.resolve()
    if not all(folder.joinpath(program).is_file() for program in PROGRAMS):
        print(f"In {folder} staan geen programma's voor Windows: bevries ze daar eerst.", file=sys.stderr)
        return 1
    if asked.list is not None:
        asked.list.write_text(file_list(folder), encoding="utf-8")
        return 0
    build(folder, TARGET)
    print(f"Het pakket staat in {TARGET}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
