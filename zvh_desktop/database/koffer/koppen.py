"""The heads of the statements of a house on a server, fetched once: they never change, and all of them travel.

Of twenty thousand it takes seconds to fetch and decrypt them, in which nobody could save if it were done while a
koffer is made. What a transaction that writes has signed itself is read in it and not kept: it may be taken back.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, select

from zvh_desktop.database.bestand.engine import LEZEN, Afsluiting
from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.models.keten.verklaring import Verklaring

_TABEL: Final = Verklaring.__table__
_INHOUD: Final = "inhoud"
_KOLOMMEN: Final = tuple(kolom for kolom in _TABEL.columns if kolom.name != _INHOUD)
_NAMEN: Final = tuple(kolom.name for kolom in _KOLOMMEN)
_NUMMER, _HASH = _NAMEN.index("nummer"), _NAMEN.index("hash")
_IN_EENS: Final = 500
_LANG: Final = 200
"""Letters: shorter ones differ in each."""
Kop = tuple[Any, ...]


class Verklaringkoppen:
    """Of one open house. Of a vault there are none: its file is at hand."""

    def __init__(self) -> None:
        self._slot = threading.Lock()
        self._koppen: list[Kop] = []
        self._zelfde: dict[str, str] = {}
        """Each text once: who signed it is in each of them, with the whole certificate."""
        self._afsluiting = Afsluiting()

    def vergeet(self) -> None:
        """The window locks: whoever is fetching stops, and nothing of it stays in memory. Waits for nobody."""
        self._afsluiting.sluit(vergrendeld=True)
        if self._slot.acquire(blocking=False):
            try:
                self._koppen = []
            finally:
                self._slot.release()

    def eis_open(self) -> None:
        """Raises KluisInGebruik once it was to be forgotten."""
        self._afsluiting.eis_open()

    def haal(self, van: Connection) -> None:
        """Those that came since, in a transaction that only reads."""
        if not motor_van(van).leest_teksten and van.get_execution_options().get(LEZEN):
            with self._slot:
                nieuw = self._nieuwe(van)
                self._koppen.extend(nieuw)

    def voor(self, van: Connection, eerste: int) -> Iterator[dict[str, Any]]:
        """Every head before this number, without what was signed."""
        self.haal(van)
        with self._slot:
            nieuw = self._nieuwe(van)
            alle = (*self._koppen, *nieuw)
        for kop in alle:
            if kop[_NUMMER] < eerste:
                yield {**dict(zip(_NAMEN, kop, strict=True)), _INHOUD: None}

    def _nieuwe(self, van: Connection) -> list[Kop]:
        tot = self._koppen[-1] if self._koppen else None
        if tot is not None and van.scalar(select(_TABEL.c.hash).where(_TABEL.c.nummer == tot[_NUMMER])) != tot[_HASH]:
            self._koppen, tot = [], None  # another state was put back
        vraag = select(*_KOLOMMEN).where(_TABEL.c.nummer > (tot[_NUMMER] if tot is not None else 0))
        nieuw: list[Kop] = []
        for deel in van.execute(vraag.order_by(_TABEL.c.nummer)).partitions(_IN_EENS):
            self.eis_open()
            nieuw += [tuple(self._een(waarde) for waarde in rij) for rij in deel]
        return nieuw

    def _een(self, waarde: Any) -> Any:
        return self._zelfde.setdefault(waarde, waarde) if isinstance(waarde, str) and len(waarde) > _LANG else waarde
