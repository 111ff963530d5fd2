"""The bus of a desktop, as every session of a user on Linux has one: others on it tell that the screen is locked."""

from __future__ import annotations

import subprocess
from types import TracebackType

from jeepney import DBusAddress, new_signal
from jeepney.io.blocking import open_dbus_connection

SCHERMBEVEILIGING = DBusAddress("/org/gnome/ScreenSaver", interface="org.gnome.ScreenSaver")


class Sessiebus:
    """A bus of its own, for as long as it is held."""

    def __init__(self) -> None:
        self._proces = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],  # noqa: S607  wherever it is
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._proces.stdout is not None
        self.adres = self._proces.stdout.readline().strip()

    def __enter__(self) -> Sessiebus:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self._proces.terminate()
        self._proces.communicate(timeout=10)

    def meld_schermbeveiliging(self, aan: bool) -> None:
        """Say to all that the screen of this desktop was locked, or opened again."""
        with open_dbus_connection(bus=self.adres) as lijn:
            lijn.send(new_signal(SCHERMBEVEILIGING, "ActiveChanged", "b", (aan,)))
