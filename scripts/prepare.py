"""Make .venv ready: `prepare.py runtime` to use the application, `prepare.py development` to test it too.

Everything comes from requirements/ with a hash. A stamp holds the hash of what was installed, so that the
next call costs nothing until that changes. Standard library only: it runs on a machine with bare Python.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import database_server
import packages
import qt_libraries

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
KINDS = ("runtime", "development")


def fingerprint(kind: str) -> str:
    """Changes when another set of packages, another build or another Python is asked for."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {sys.prefix}".encode())
    for path in (ROOT / "requirements" / f"{kind}.txt", ROOT / "pyproject.toml", ROOT / "setup.py"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def stamp(kind: str) -> Path:
    """Where the fingerprint of the last complete installation of this kind is kept."""
    return VENV / f"ready-{kind}"


def is_ready(kind: str) -> bool:
    """True when this kind, or one that includes it, was installed as it is asked for now."""
    return VENV_PYTHON.exists() and any(
        stamp(other).exists() and stamp(other).read_text(encoding="ascii") == fingerprint(other)
        for other in KINDS[KINDS.index(kind) :]
    )


def has_ensurepip() -> bool:
    """Debian ships Python without the part that puts pip into a new environment."""
    return importlib.util.find_spec("ensurepip") is not None and importlib.util.find_spec("venv") is not None


def ensure_venv_support() -> bool:
    """True when this Python can make an environment with pip in it."""
    if has_ensurepip():
        return True
    package = [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]
    if packages.may_install() and packages.install(package):
        importlib.invalidate_caches()
        if has_ensurepip():
            return True
    print("Python kan hier geen eigen omgeving maken: het onderdeel venv ontbreekt.", file=sys.stderr)
    print(packages.advice(package), file=sys.stderr)
    return False


def make_venv() -> bool:
    """A fresh environment; one of another Python, or one that was moved, is replaced."""
    if VENV.exists():
        shutil.rmtree(VENV)
    print("Omgeving .venv maken ...", flush=True)
    return subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False).returncode == 0


def venv_fits() -> bool:
    """The environment runs, belongs to this folder and has this version of Python."""
    if not VENV_PYTHON.exists():
        return False
    question = "import pip, sys; print(*sys.version_info[:2], sys.prefix)"
    run = subprocess.run([str(VENV_PYTHON), "-c", question], capture_output=True, text=True, check=False)
    answer = run.stdout.strip().split(" ", 2)
    return (
        run.returncode == 0
        and tuple(map(int, answer[:2])) == sys.version_info[:2]
        and Path(answer[2]).resolve() == VENV.resolve()
    )


def pip(*arguments: str) -> subprocess.Popen[bytes]:
    """Begin the environment's own pip, never another one that happens to be on the path."""
    command = [str(VENV_PYTHON), "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    return subprocess.Popen(command, cwd=ROOT)


def halves(pinned: str) -> tuple[str, str]:
    """What is pinned, in two parts of about as many packages.

    What begins with the same word stays together: such packages may put files into one folder.
    """
    packages = re.split(r"^(?=[A-Za-z0-9])", pinned, flags=re.MULTILINE)[1:]
    middle = len(packages) // 2
    while 0 < middle < len(packages) and _word(packages[middle]) == _word(packages[middle - 1]):
        middle += 1
    return "".join(packages[:middle]), "".join(packages[middle:])


def _word(package: str) -> str:
    return re.split(r"[^a-z0-9]", package.casefold(), maxsplit=1)[0]


def install_pinned(kind: str) -> bool:
    """Every package by its hash, in two processes: pip itself works on one core, and most of it is unpacking.

    Each half is without what the other brings, so nothing is looked up; that nothing is missing is asked afterwards.
    """
    pinned = (ROOT / "requirements" / f"{kind}.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        running = []
        for number, half in enumerate(filter(None, halves(pinned))):
            path = Path(folder) / f"{number}.txt"
            path.write_text(half, encoding="utf-8")
            running.append(pip("install", "--no-deps", "--require-hashes", "-r", str(path)))
        codes = [process.wait() for process in running]
        return not any(codes)


def install(kind: str) -> bool:
    """The pinned packages first, with setuptools among them; then the project, with nothing else fetched."""
    print("Pakketten installeren (de eerste keer duurt dit enkele minuten) ...", flush=True)
    return (
        install_pinned(kind)
        and pip("install", "--no-deps", "--no-build-isolation", "--editable", ".").wait() == 0
        and pip("check").wait() == 0
    )


def compile_package() -> None:
    """Keep compiled modules beside the source, also where Python was told not to write them.

    A user has them; without them every start of the program compiles some 800 modules first, and a measurement or a
    trial of that start measures the compiler. Costs nothing when they are there. A folder that cannot be written to
    only leaves it slower.
    """
    subprocess.run([str(VENV_PYTHON), "-m", "compileall", "-q", "zvh_desktop"], cwd=ROOT, check=False)


def main() -> int:
    parser = argparse.ArgumentParser(description="Maakt de omgeving .venv klaar.")
    parser.add_argument("kind", choices=KINDS)
    kind = parser.parse_args().kind
    if is_ready(kind):
        compile_package()
        return 0
    if not ensure_venv_support():
        return 1
    if not venv_fits() and not make_venv():
        print("De omgeving .venv kon niet worden gemaakt; de reden staat hierboven.", file=sys.stderr)
        return 1
    if not install(kind):
        print("Het installeren is niet gelukt; de reden staat hierboven. Is er een netwerk?", file=sys.stderr)
        return 1
    if not qt_libraries.ensure(VENV_PYTHON):
        return 1
    if kind == "development":
        database_server.ensure()  # without one its tests say why they are skipped
    stamp(kind).write_text(fingerprint(kind), encoding="ascii")
    compile_package()
    return 0


if __name__ == "__main__":
    sys.exit(main())
