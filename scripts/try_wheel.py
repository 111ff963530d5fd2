"""Build the wheel, install it apart from the checkout, and read what has to be inside it.

A wheel that forgot the house profiles or the migrations works on every developer's machine and on no other.
The new environment borrows the packages of .venv, so nothing is fetched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

INSIDE = """
import sys
from pathlib import Path
import zvh_desktop
from zvh_desktop import paths
home = Path(zvh_desktop.__file__).parent
assert home.is_relative_to(sys.prefix), home
assert paths.resources_map() == home / "_resources", paths.resources_map()
checkout = Path(sys.argv[1])
for source, inside in ((checkout / "resources", home / "_resources"), (checkout / "zvh_desktop", home)):
    named = {p.relative_to(source).as_posix() for p in source.rglob("*") if p.is_file()}
    wanted = {n for n in named if "__pycache__" not in n}
    missing = sorted(n for n in wanted if not (inside / n).is_file())
    assert not missing, f"not in the wheel: {missing}"
for profile in (checkout / "resources" / "huisprofielen").glob("*.toml"):
    assert paths.lees_hulpbron(f"huisprofielen/{profile.name}") == profile.read_bytes(), profile.name
"""


def run(*command: str | Path) -> None:
    """Run from the temporary folder's side of things: never with the checkout on the path."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run([str(part) for part in command], check=True, env=environment)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
        # A copy, because a build folder left in the checkout would carry files that no longer exist.
        shutil.copytree(ROOT, work / "source", ignore=shutil.ignore_patterns(".*", "build", "*.egg-info", "*.kluis"))
        run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", work / "dist", work / "source")
        (wheel,) = (work / "dist").glob("*.whl")
        run(sys.executable, "-m", "venv", "--without-pip", work / "venv")
        scripts = "Scripts" if sys.platform == "win32" else "bin"
        python = work / "venv" / scripts / Path(sys.executable).name
        run(*pip, "--python", python, "install", "--no-deps", "--no-index", "--no-compile", wheel)
        site = next((work / "venv").rglob("site-packages"))
        (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
        run(python, "-P", "-c", INSIDE, ROOT)
    print("Het wheel is los geïnstalleerd en bevat alle hulpbronnen en migraties.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
