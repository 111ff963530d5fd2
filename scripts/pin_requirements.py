"""Write requirements/: every package at one version, with its hashes, for Linux, macOS and Windows alike.

`make requirements` runs this with uv, which is needed for nothing else. Extra arguments go to uv, for
example ARGS="--upgrade". No address of an index is written: that is a setting of the machine.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = "# Made by `make requirements`; change pyproject.toml or build.in instead.\n"


def pin(target: str, *arguments: str) -> int:
    """Compile one file; development is bound to the versions of runtime, so that one .venv serves both."""
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or "uv"
    path = ROOT / "requirements" / target
    command = [uv, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"]
    command += ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    command += [*arguments, "pyproject.toml", "requirements/build.in", "-o", str(path)]
    code = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode
    if code == 0:
        path.write_text(HEADER + path.read_text(encoding="utf-8"), encoding="utf-8")
    return code


def main() -> int:
    extra = sys.argv[1:]
    return (
        pin("runtime.txt", *extra)
        or pin("development.txt", "--extra", "ontwikkel", "-c", "requirements/runtime.txt", *extra)
        or pin("bundle.txt", "--extra", "bundel", "-c", "requirements/development.txt", *extra)
    )


if __name__ == "__main__":
    sys.exit(main())
