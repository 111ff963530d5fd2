"""In the bundle psycopg speaks through the OpenSSL that Python's own modules use, where that has all it asks for."""

from __future__ import annotations

import ctypes.util
import shutil
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "installer"))

import one_openssl

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("objdump") is None, reason="elsewhere each keeps its own OpenSSL"
)
WHEEL = Path(str(distribution("psycopg-binary").locate_file("psycopg_binary.libs")))
LOADED = """
import ctypes, sys
library = ctypes.CDLL(sys.argv[1])
library.PQsslAttributeNames.restype = ctypes.POINTER(ctypes.c_char_p)
print(library.PQisthreadsafe(), library.PQsslAttributeNames(None)[0].decode())
print({line.split()[-1] for line in open("/proc/self/maps") if "libcrypto" in line})
"""


@pytest.fixture
def internal(tmp_path: Path) -> Path:
    shutil.copytree(WHEEL, tmp_path / WHEEL.name)
    for name in ("libcrypto.so.3", "libssl.so.3"):
        shutil.copy(_of_the_system(name), tmp_path / name)
    return tmp_path


def _of_the_system(name: str) -> Path:
    if ctypes.util.find_library(name.partition(".")[0].removeprefix("lib")) != name:
        pytest.skip("this Linux has another OpenSSL")
    found = subprocess.run(["/sbin/ldconfig", "-p"], check=True, capture_output=True, text=True).stdout
    return Path(next(line.split()[-1] for line in found.splitlines() if line.split()[:1] == [name]))


def test_both_names_are_one_file_and_the_line_to_a_server_still_loads(internal: Path) -> None:
    shared = one_openssl.share(internal)
    assert [name.split("-")[0] for name in shared] == ["libcrypto", "libssl"]
    for name in shared:
        link = internal / WHEEL.name / name
        assert link.readlink().parts[0] == ".."
        assert link.resolve() == (internal / f"{name.split('-')[0]}.so.3").resolve()
    (line,) = (internal / WHEEL.name).glob("libpq-*")
    said = subprocess.run([sys.executable, "-c", LOADED, str(line)], check=True, capture_output=True, text=True).stdout
    assert said.splitlines() == ["1 library", str({str(internal / "libcrypto.so.3")})]
    assert one_openssl.share(internal) == []


def test_nothing_is_shared_where_more_is_asked_than_the_other_has(internal: Path) -> None:
    folder = internal / WHEEL.name
    (copy,) = folder.glob("libssl-*")
    copy.rename(folder / "libanders.so.3")  # asks for more of its own libcrypto than a Debian has
    before = {path.name: path.stat().st_size for path in folder.iterdir()}
    if "OPENSSL_3.5.0" in one_openssl._given(one_openssl._read("objdump", internal / "libcrypto.so.3")):
        pytest.skip("the OpenSSL of this Linux is as new as that of the wheel")
    assert one_openssl.share(internal) == []
    assert {path.name: path.stat().st_size for path in folder.iterdir()} == before


def test_nothing_is_shared_where_python_has_none(internal: Path) -> None:
    (internal / "libssl.so.3").unlink()
    assert one_openssl.share(internal) == []
    assert not any(path.is_symlink() for path in (internal / WHEEL.name).iterdir())
