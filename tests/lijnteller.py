"""A line to a server that counts how often somebody waited on it: what is sent after an answer came is another trip."""

from __future__ import annotations

import contextlib
import select
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_STIL_S: Final = 0.006
"""Answers are kept until nothing was sent for this long: what goes on without waiting for them is no other trip."""
_STUK: Final = 65536


@dataclass
class Lijn:
    """Between a program and a server, on a socket in a folder of its own."""

    map: Path
    reizen: int = 0
    _klaar: threading.Event = field(default_factory=threading.Event)

    def _draag_over(self, van: socket.socket, naar: socket.socket) -> None:
        beantwoord = True
        with van, naar:
            while not self._klaar.is_set():
                vol, _, _ = select.select([van, naar], [], [], 0.2)
                if naar in vol:
                    while select.select([van], [], [], _STIL_S)[0]:
                        vraag = van.recv(_STUK)
                        if not vraag:
                            return
                        naar.sendall(vraag)
                    antwoord = naar.recv(_STUK)
                    if not antwoord:
                        return
                    van.sendall(antwoord)
                    beantwoord = True
                    continue
                if van in vol:
                    vraag = van.recv(_STUK)
                    if not vraag:
                        return
                    self.reizen += beantwoord
                    beantwoord = False
                    naar.sendall(vraag)


@contextlib.contextmanager
def getelde_lijn(server: Path, map_: Path, poort: int) -> Iterator[Lijn]:
    """A line to the socket in this folder; its own stands under the same name in ``map_``."""
    lijn, naam = Lijn(map_), f".s.PGSQL.{poort}"
    with socket.socket(socket.AF_UNIX) as deur:
        deur.bind(str(map_ / naam))
        deur.listen()
        deur.settimeout(0.2)
        werkers: list[threading.Thread] = []

        def neem_aan() -> None:
            while not lijn._klaar.is_set():
                with contextlib.suppress(TimeoutError):
                    van, _ = deur.accept()
                    naar = socket.socket(socket.AF_UNIX)
                    naar.connect(str(server / naam))
                    werkers.append(threading.Thread(target=lijn._draag_over, args=(van, naar)))
                    werkers[-1].start()

        wachter = threading.Thread(target=neem_aan)
        wachter.start()
        try:
            yield lijn
        finally:
            lijn._klaar.set()
            wachter.join()
            for werker in werkers:
                werker.join()
