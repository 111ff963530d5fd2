"""Make a package for Debian and Ubuntu of the built bundle: `deb.py`, after `make bundel`.

Everything stands under /opt/casustafel, as PyInstaller made it; the menu, the icon and the two commands point there.
Nothing runs at installing or removing, and nothing outside these places is touched: vaults and settings stay.
"""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

import qt_libraries  # noqa: E402  stands beside the scripts

from zvh_desktop import __version__  # noqa: E402

BUNDLE = ROOT / "dist" / "casustafel"
PACKAGE = "casustafel"
HOME = f"opt/{PACKAGE}"
COMMANDS = ("zvh-desktop", "zvh")
PAPERS = ("LICENTIES.txt", "sbom.cdx.json")
RECOMMENDED = ("gnome-keyring | kwalletmanager", "libcups2")
"""Where the memory of an own vault is kept, and what prints; without them the program says so and goes on."""


def package_file() -> Path:
    """Where it comes to stand."""
    return ROOT / "dist" / f"{PACKAGE}_{__version__}_{architecture()}.deb"


def architecture() -> str:
    """As Debian names it."""
    return subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout.strip()


def control(size_kib: int) -> str:
    """The card of the package."""
    needs = ", ".join(sorted({"libc6", *qt_libraries.BASE.values(), *qt_libraries.X11.values()}))
    return f"""Package: {PACKAGE}
Version: {__version__}
Architecture: {architecture()}
Maintainer: Casustafel <beheer@casustafel.invalid>
Installed-Size: {size_kib}
Depends: {needs}
Recommends: {", ".join(RECOMMENDED)}
Section: office
Priority: optional
Description: casustafels van een Zorg- en Veiligheidshuis
 Voorbereiden, houden en afronden van casustafels, in een versleutelde kluis op de
 eigen computer. Alleen partijen die rechtmatig aanwezig mogen zijn, komen op de
 agenda, de uitnodiging en in de notulen.
"""


DESKTOP = f"""[Desktop Entry]
Type=Application
Name=Casustafel
Comment=Casustafels voorbereiden, houden en afronden
Exec=/{HOME}/zvh-desktop
Icon={PACKAGE}
Terminal=false
Categories=Office;
StartupWMClass=zvh-desktop
"""


def stage(folder: Path) -> None:
    """Lay out the files as they come to stand on the computer of a user."""
    home = folder / HOME
    shutil.copytree(BUNDLE, home, symlinks=True)
    for command in COMMANDS:
        link = folder / "usr" / "bin" / command
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(f"/{HOME}/{command}")
    menu = folder / "usr" / "share" / "applications" / f"{PACKAGE}.desktop"
    menu.parent.mkdir(parents=True)
    menu.write_text(DESKTOP, encoding="utf-8")
    icon = folder / "usr" / "share" / "icons" / "hicolor" / "scalable" / "apps" / f"{PACKAGE}.svg"
    icon.parent.mkdir(parents=True)
    shutil.copy(ROOT / "resources" / "icons" / "tafels.svg", icon)
    papers = folder / "usr" / "share" / "doc" / PACKAGE
    papers.mkdir(parents=True)
    for paper in PAPERS:
        shutil.copy(BUNDLE / paper, papers / paper)
    copyright_line = f"De applicatie valt onder de EUPL-1.2. Alle licenties staan in {PAPERS[0]}.\n"
    papers.joinpath("copyright").write_text(copyright_line, encoding="utf-8")
    changes = ROOT.joinpath("CHANGELOG.md").read_bytes()
    papers.joinpath("changelog.gz").write_bytes(gzip.compress(changes, mtime=0))


def build(work: Path) -> Path:
    """Make the package; raises CalledProcessError when dpkg-deb does not want it."""
    stage(work)
    size = sum(path.lstat().st_size for path in work.rglob("*") if path.is_file()) // 1024
    card = work / "DEBIAN" / "control"
    card.parent.mkdir()
    card.write_text(control(size), encoding="utf-8")
    for path in (work, *work.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    target = package_file()
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(work), str(target)], check=True)
    return target
