"""Build the folder with the application and Python in it, and try what stands there: documents, window, a tafel.

The build carries a third program that can be asked what stands in its windows (tests/venster/bode.py); it has the same
modules and files as the other two, and is taken away after the trial.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import try_windows

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "installer"))

import elf_hole  # noqa: E402  stands beside the spec
import icu_data  # noqa: E402  stands beside the spec
import one_openssl  # noqa: E402  stands beside the spec
import papers  # noqa: E402  stands beside the spec

BUNDLE = ROOT / "dist" / "casustafel"
INTERNAL = BUNDLE / "_internal"
TRIAL = BUNDLE / "proef"
RELINKED = (".libs", "PySide6", "shiboken6")
"""What a maker of wheels linked anew is stripped by him already, and does not stand a second time."""
SCENARIOS = "een_tafel_openen or brief_bekijken_als_pdf or langs_elke_pagina or van_eerste_start or van_de_server_heeft"


def build() -> bool:
    """Run PyInstaller, anew: it does not see what code became of the same source. True when it succeeded."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["installer/casustafel.spec"]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "BUNDEL_PROEF": "1"}, check=False).returncode == 0


def without_debug_info() -> None:
    """Take out what only a debugger reads: Python, SQLCipher and SQLAlchemy carry 45 MB of it."""
    tool = shutil.which("strip")
    if sys.platform != "linux" or tool is None:
        return
    for library in INTERNAL.rglob("*.so*"):
        if not library.is_symlink() and not library.relative_to(INTERNAL).parts[0].endswith(RELINKED):
            subprocess.run([tool, "--strip-unneeded", str(library)], check=True)


def without_other_languages() -> None:
    """Make Qt's ICU library small, where that can be done."""
    if sys.platform == "linux":
        for library in (INTERNAL / "PySide6" / "Qt" / "lib").glob("libicudata.so.*"):
            icu_data.trim(library)


def without_twice_the_same() -> None:
    """One OpenSSL where two were brought, and no holes in libraries: zeros that only take room."""
    if sys.platform == "linux":
        one_openssl.share(INTERNAL)
        for library in INTERNAL.rglob("*.so*"):
            if not library.is_symlink():
                elf_hole.close(library)


def size_in_mb() -> int:
    """What the folder takes on disk."""
    return round(
        sum(path.stat().st_size for path in BUNDLE.rglob("*") if path.is_file() and not path.is_symlink()) / 1_000_000
    )


def documents_of(program: Path, folder: Path) -> set[str] | None:
    """Do the whole job with this command line; the names of what it made, or None when it failed."""
    environment = {"HOME": str(folder), "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"}
    target = folder / "demo"
    command = [str(program), "demo", "--uit", str(target)]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if run.returncode:
        print(run.stdout[-2000:] + run.stderr[-2000:], file=sys.stderr)
        return None
    made = target / "documenten"
    return {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}


def makes_every_document() -> bool:
    """The whole job with the built command line, away from this checkout: the same documents as from the checkout."""
    with tempfile.TemporaryDirectory(prefix="zvh-bundel-") as there, tempfile.TemporaryDirectory() as here:
        built = documents_of(BUNDLE / "zvh", Path(there))
        ours = documents_of(Path(sys.executable).with_name("zvh"), Path(here))
    if not built or not ours:
        return False
    print(f"Documenten gemaakt door de bundel: {len(built & ours)} van {len(ours)}.", flush=True)
    for name in sorted(built ^ ours)[:20]:
        print(f"  alleen in {'de bundel' if name in built else 'de checkout'}: {name}", file=sys.stderr)
    return built == ours


def knows_its_words() -> bool:
    """The dictionary of the built command line, asked as the window asks it."""
    question = {"nummer": 1, "woorden": ["casusoverleg", "afspraaak"]}
    run = subprocess.run(
        [str(BUNDLE / "zvh"), "woordenboek"],
        input=json.dumps(question) + "\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    good = run.returncode == 0 and json.loads(run.stdout or "null") == {"nummer": 1, "fout": ["afspraaak"]}
    print(f"Het woordenboek van de bundel {'antwoordt' if good else 'antwoordt niet'}.", flush=True)
    return good


def works_in_a_window() -> bool:
    """Scenarios of tests/venster with the built program; True when they passed, or where no screen can be made."""
    if sys.platform != "linux":
        print("Het venster van de bundel is hier niet geprobeerd: dat kan alleen op Linux.")
        return True
    command = [sys.executable, "-m", "pytest", "-c", "tests/venster/pytest.ini", "tests/venster", "--quiet"]
    command += ["-k", SCENARIOS]
    environment = {**os.environ, "VENSTERPROEF_PROGRAMMA": str(TRIAL)}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0


def main() -> int:
    # What Qt needs of the machine goes along too, so it has to be here before the bundle is made.
    if sys.platform == "linux" and not try_windows.ensure_screen():
        return 1
    if not build():
        print("De bundel is niet gemaakt; de reden staat hierboven.", file=sys.stderr)
        return 1
    without_debug_info()
    without_other_languages()
    without_twice_the_same()
    papers.write_papers(BUNDLE)
    try:
        good = makes_every_document() and knows_its_words() and works_in_a_window()
    finally:
        TRIAL.unlink(missing_ok=True)
    if good:
        print(f"De bundel staat in {BUNDLE}: {size_in_mb()} MB.")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
