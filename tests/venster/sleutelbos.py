"""The key store of a desktop: GNOME's own, unlocked, on a bus of its own and with its files in a given folder."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from types import TracebackType

import pytest
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection
from sessiebus import Sessiebus
from wachten import wacht_tot

PROGRAMMA = "gnome-keyring-daemon"


def _draait() -> bool:
    """Where it is installed it may not run all the same: what keeps its memory from the disk may be refused to it."""
    try:
        return subprocess.run([PROGRAMMA, "--version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


zonder_sleutelbos = pytest.mark.skipif(not _draait(), reason=f"{PROGRAMMA} is hier niet, of mag niet")
_NAAM = "org.freedesktop.secrets"
_BUS = DBusAddress("/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus")


class Sleutelbos:
    """Stands for as long as it is held; what was put in it stays in the folder."""

    def __init__(self, bus: Sessiebus, map_: Path) -> None:
        map_.mkdir(exist_ok=True)
        omgeving = {"PATH": os.environ["PATH"], "HOME": str(map_), "XDG_DATA_HOME": str(map_), "LC_ALL": "C.UTF-8"}
        self._bus = bus
        self._proces = subprocess.Popen(
            [PROGRAMMA, "--foreground", "--unlock", "--components=secrets", f"--control-directory={map_}"],
            env={**omgeving, "DBUS_SESSION_BUS_ADDRESS": bus.adres},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert self._proces.stdin is not None
        self._proces.stdin.write(b"verzonnen bos")
        self._proces.stdin.close()

    def __enter__(self) -> Sleutelbos:
        wacht_tot(self._heeft_naam, "een sleutelhanger op de bus")
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self._proces.terminate()
        self._proces.wait(timeout=10)

    def _heeft_naam(self) -> bool:
        with open_dbus_connection(bus=self._bus.adres) as lijn:
            vraag = new_method_call(_BUS, "NameHasOwner", "s", (_NAAM,))
            return bool(lijn.send_and_get_reply(vraag).body[0])
