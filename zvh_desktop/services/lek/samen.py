"""Several things at once, each for its own reader: what waits for a choice is gathered, and asked one time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from zvh_desktop.services.lek.gegevens import Lekbevinding, LekOpen


class Leksamen:
    """Made for one act. Do each part within ``deel``; at the end ``eis_gekozen`` refuses for all parts together.

    Any other refusal ends the act at once, as it would without this.
    """

    def __init__(self) -> None:
        self._open: list[Lekbevinding] = []

    @contextmanager
    def deel(self) -> Iterator[None]:
        """One part; when something in it waits for a choice, the next part is looked at as well."""
        try:
            yield
        except LekOpen as fout:
            self._open.extend(fout.bevindingen)

    def eis_gekozen(self) -> None:
        """Raises LekOpen with what waits in any of them."""
        if self._open:
            raise LekOpen(tuple(dict.fromkeys(self._open)))
