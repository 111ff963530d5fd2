"""A line to a server that takes its time: what passes is held up, and each question that waits is counted."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from pathlib import Path

_BLOK = 65536


class Tussenlijn:
    """Listens on a socket beside that of the server. ``vertraging``: seconds, in each of the two directions."""

    def __init__(self, naar: Path, map_: Path, vertraging: float, poort: int = 5432) -> None:
        self.map = map_
        self._naar = str(naar / f".s.PGSQL.{poort}")
        self._hier = str(map_ / f".s.PGSQL.{poort}")
        self._vertraging = vertraging
        self._lus = asyncio.new_event_loop()
        self._draad = threading.Thread(target=self._lus.run_forever, daemon=True)
        self.reizen = 0
        """How often something was asked after an answer: so many times who asks waited for the line."""

    def __enter__(self) -> Tussenlijn:
        self._draad.start()
        asyncio.run_coroutine_threadsafe(asyncio.start_unix_server(self._verbind, self._hier), self._lus).result()
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._ruim_op(), self._lus).result()
        self._lus.call_soon_threadsafe(self._lus.stop)
        self._draad.join()
        self._lus.close()

    async def _ruim_op(self) -> None:
        anderen = [taak for taak in asyncio.all_tasks() if taak is not asyncio.current_task()]
        for taak in anderen:
            taak.cancel()
        await asyncio.gather(*anderen, return_exceptions=True)

    async def _verbind(self, van: asyncio.StreamReader, terug: asyncio.StreamWriter) -> None:
        server_van, server_naar = await asyncio.open_unix_connection(self._naar)
        stand = {"vraagt": False}
        with contextlib.suppress(asyncio.CancelledError):  # the measurement is over
            await asyncio.gather(
                self._geef_door(van, server_naar, stand, vraag=True),
                self._geef_door(server_van, terug, stand, vraag=False),
            )

    async def _geef_door(
        self, van: asyncio.StreamReader, naar: asyncio.StreamWriter, stand: dict[str, bool], *, vraag: bool
    ) -> None:
        wachtrij: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        schrijver = asyncio.ensure_future(self._schrijf(wachtrij, naar, stand, vraag=vraag))
        while gegevens := await van.read(_BLOK):
            if vraag and not stand["vraagt"]:
                self.reizen += 1
                stand["vraagt"] = True
            wachtrij.put_nowait((self._lus.time() + self._vertraging, gegevens))
        wachtrij.put_nowait((0.0, b""))
        await schrijver

    async def _schrijf(
        self,
        wachtrij: asyncio.Queue[tuple[float, bytes]],
        naar: asyncio.StreamWriter,
        stand: dict[str, bool],
        *,
        vraag: bool,
    ) -> None:
        with contextlib.suppress(ConnectionError):
            while True:
                wanneer, gegevens = await wachtrij.get()
                if not gegevens:
                    break
                nog = wanneer - self._lus.time()
                if nog > 0:
                    await asyncio.sleep(nog)
                if not vraag:  # who asks goes on until an answer has come all the way
                    stand["vraagt"] = False
                naar.write(gegevens)
                await naar.drain()
            naar.close()
