"""The words in attachments, read once for each open vault and not while everybody waits for who is writing.

Reading one may take seconds; a preview, its draft and noting that it was sent ask for the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from sqlalchemy import Select

from zvh_desktop.documents.opmaak.blad import Later
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

if TYPE_CHECKING:
    from zvh_desktop.documents.formulier.bijlagetekst import Bijlagetekst

lees_bijlagetekst = Later("zvh_desktop.documents.formulier.bijlagetekst", "lees_bijlagetekst")
MEESTE: Final = 200
"""So many are remembered; then the one that was read first is forgotten."""


class Bijlageteksten:
    """Known again by its digest, so a file that changed is read anew."""

    def __init__(self) -> None:
        self._gelezen: dict[str, Bijlagetekst] = {}

    def lees(self, pdf: bytes) -> tuple[str, Bijlagetekst]:
        """Its digest, and what could be read of it."""
        merk = hashlib.sha256(pdf).hexdigest()
        tekst: Bijlagetekst | None = self._gelezen.get(merk)
        if tekst is None:
            tekst = self._gelezen[merk] = lees_bijlagetekst(pdf)
            for oud in list(self._gelezen)[:-MEESTE]:
                self._gelezen.pop(oud, None)
        return merk, tekst


def lees_vooraf(werkplek: Werkplek, welke: Select[bytes | None], gaat_mee: Callable[[bytes], bool]) -> None:
    """Read these attachments before an act that writes begins. It does so itself where somebody may not read them."""
    if not werkplek.mag(Recht.CASUS_LEZEN).mag:
        return
    with werkplek.lees(Recht.CASUS_LEZEN) as sessie:
        bijlagen: Iterable[bytes | None] = tuple(sessie.scalars(welke))
    teksten = werkplek.eenmaal(Bijlageteksten)
    for een in bijlagen:
        if een is not None and gaat_mee(een):
            teksten.lees(een)
