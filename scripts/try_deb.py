"""Make the Debian package and try it as its user would: installed, opened in a window, used, taken away.

Installing takes root and changes the machine, so without root, or where the package is there already, it is only made
and looked into. It needs the bundle (`make bundel`).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import try_windows

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "installer"))

import deb  # noqa: E402  stands beside the spec

WITHIN_SECONDS = 120
MUST_HOLD = (
    "./opt/casustafel/zvh-desktop",
    "./opt/casustafel/LICENTIES.txt",
    "./usr/bin/zvh",
    "./usr/share/applications/casustafel.desktop",
    "./usr/share/doc/casustafel/sbom.cdx.json",
)


def run(*command: str, **more: object) -> subprocess.CompletedProcess[str]:
    """A command of which the output is kept."""
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload, no-any-return]


def holds_what_it_should(package: Path) -> bool:
    """Names and owners in the package, without unpacking it."""
    lines = run("dpkg-deb", "--contents", str(package)).stdout.splitlines()
    names = {line.split(maxsplit=5)[5].split(" -> ")[0] for line in lines}
    missing = [name for name in MUST_HOLD if name not in names]
    strange = [line for line in lines if line.split()[1] != "root/root"]
    for problem in (*missing, *strange[:5]):
        print(f"  het pakket klopt niet: {problem}", file=sys.stderr)
    return not missing and not strange


def works_when_installed(package: Path) -> bool:
    """Install, do the whole job, open the window, and take it away again."""
    put = run("dpkg", "--install", str(package))
    try:
        if put.returncode:
            print(put.stdout + put.stderr, file=sys.stderr)
            return False
        return does_the_job() and opens_its_window()
    finally:
        gone = run("dpkg", "--purge", deb.PACKAGE)
        if gone.returncode or Path("/", deb.HOME).exists():
            print("Het pakket is niet netjes weg te halen.", file=sys.stderr)


def does_the_job() -> bool:
    """Every document, with the command that stands on the path."""
    with tempfile.TemporaryDirectory(prefix="zvh-deb-") as home:
        environment = {"HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        made = run("zvh", "demo", "--uit", f"{home}/demo", cwd=home, env=environment)
        count = sum(path.is_file() for path in Path(home, "demo", "documenten").rglob("*"))
    print(f"Geïnstalleerd: zvh demo maakte {count} documenten.", flush=True)
    return made.returncode == 0 and count > 0


def opens_its_window() -> bool:
    """The practice vault in a window on a screen of its own, from the command that the menu starts."""
    with tempfile.TemporaryDirectory(prefix="zvh-deb-") as home:
        screen = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24"], stdout=subprocess.PIPE)
        try:
            display = f":{screen.stdout.readline().decode().strip()}" if screen.stdout else ""
            environment = {"HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "DISPLAY": display}
            program = subprocess.Popen([f"/{deb.HOME}/zvh-desktop"], env=environment, stderr=subprocess.DEVNULL)
            seen = waits_for_window(program, environment)
            program.terminate()
            program.wait(timeout=WITHIN_SECONDS)
        finally:
            screen.terminate()
            screen.wait()
    print(f"Geïnstalleerd: het venster {'opent' if seen else 'komt niet'}.", flush=True)
    return seen


def waits_for_window(program: subprocess.Popen[bytes], environment: dict[str, str]) -> bool:
    """Until a window with the name of the product stands there, or the program has ended."""
    until = time.monotonic() + WITHIN_SECONDS
    while time.monotonic() < until and program.poll() is None:
        if run("xdotool", "search", "--onlyvisible", "--name", "Casustafel", env=environment).stdout.strip():
            return True
        time.sleep(0.2)
    return False


def main() -> int:
    if sys.platform != "linux" or not try_windows.ensure_screen():
        return 1
    if not deb.BUNDLE.exists():
        print("Maak eerst de bundel:  make bundel", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="zvh-deb-") as work:
        package = deb.build(Path(work, "pakket"))
    print(f"Het pakket staat in {package}: {package.stat().st_size // 1_000_000} MB.", flush=True)
    if not holds_what_it_should(package):
        return 1
    if os.geteuid() != 0 or run("dpkg", "--status", deb.PACKAGE).returncode == 0:
        print("Het pakket is hier niet geïnstalleerd om te proberen: dat kan alleen als root, waar het nog niet staat.")
        return 0
    return 0 if works_when_installed(package) else 1


if __name__ == "__main__":
    sys.exit(main())
