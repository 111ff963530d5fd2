"""A screen of its own for one scenario: Xvfb with a window manager, and a hand that types and clicks on it.

Every key and click goes through XTest, so it takes the way of a real one: X server, window manager, xcb, Qt.
"""

from __future__ import annotations

import os
import select
import subprocess
from dataclasses import dataclass
from pathlib import Path

from wachten import GEDULD, Verlopen, wacht_tot

XVFB = "Xvfb"
VENSTERBEHEER = "openbox"
HAND = "xdotool"


@dataclass(frozen=True)
class Schermmaat:
    """What stands on somebody's desk: pixels, and the factor by which the system enlarges."""

    breed: int
    hoog: int
    schaal: float = 1.0

    def __str__(self) -> str:
        return f"{self.breed}x{self.hoog}" + (f" x {self.schaal}" if self.schaal != 1 else "")


LAPTOP = Schermmaat(1366, 768)
GROOT = Schermmaat(1920, 1080, 1.5)


class Scherm:
    """One X server with its window manager. ``open`` starts them, ``sluit`` ends them."""

    def __init__(self, maat: Schermmaat, map_: Path) -> None:
        self.maat = maat
        self.naam = ""
        self._map = map_
        self._processen: list[subprocess.Popen[bytes]] = []

    def open(self) -> None:
        """Start both, and wait until windows are looked after."""
        lees, schrijf = os.pipe()
        try:
            self._begin(
                [
                    XVFB,
                    "-displayfd",
                    str(schrijf),
                    "-screen",
                    "0",
                    f"{self.maat.breed}x{self.maat.hoog}x24",
                    "-dpi",
                    "96",
                    "-noreset",
                    "-r",  # a key that is held long because the computer is busy is no second key
                    "-nolisten",
                    "tcp",
                ],
                pass_fds=(schrijf,),
            )
            os.close(schrijf)
            nummer = _lees_regel(lees)
        finally:
            os.close(lees)
        if not nummer:
            raise Verlopen(f"{XVFB} is niet begonnen: {self._klacht(0)}")
        self.naam = f":{nummer}"
        self._begin([VENSTERBEHEER, "--sm-disable"])
        # the window manager says how many desktops there are once it has taken charge
        wacht_tot(self._heeft_beheer, "een vensterbeheer")

    def _heeft_beheer(self) -> bool:
        return (
            subprocess.run([HAND, "get_desktop"], env=self.omgeving(), capture_output=True, check=False).stdout != b""
        )

    def _begin(self, opdracht: list[str], pass_fds: tuple[int, ...] = ()) -> None:
        with (self._map / f"{Path(opdracht[0]).name}.txt").open("wb") as uit:
            self._processen.append(
                subprocess.Popen(opdracht, env=self.omgeving(), stdout=uit, stderr=uit, pass_fds=pass_fds)
            )

    def _klacht(self, nummer: int) -> str:
        naam = (XVFB, VENSTERBEHEER)[nummer]
        return (self._map / f"{naam}.txt").read_text(errors="replace").strip()[-500:]

    def omgeving(self) -> dict[str, str]:
        """The environment for whoever comes on this screen; nothing of the user's own desktop stays in it."""
        eigen = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(("QT_", "XDG_", "WAYLAND"))}
        return eigen | {"DISPLAY": self.naam, "HOME": str(self._map)}

    def doe(self, *opdracht: str) -> None:
        """Let the hand do this; it has reached the X server when this returns."""
        subprocess.run([HAND, *opdracht], env=self.omgeving(), check=True, capture_output=True, timeout=150)

    def sluit(self) -> None:
        """End both."""
        for proces in reversed(self._processen):
            proces.terminate()
            try:
                proces.wait(120)
            except subprocess.TimeoutExpired:
                proces.kill()
                proces.wait()


def _lees_regel(lees: int) -> str:
    """One line, that may come in pieces; what there was of it when the other side stops or takes too long."""
    gelezen = b""
    while not gelezen.endswith(b"\n") and select.select([lees], [], [], GEDULD)[0]:
        deel = os.read(lees, 32)
        if not deel:
            break
        gelezen += deel
    return gelezen.decode().strip()
