"""The finder: what stands in a text that its reader may not have to know. A pure function of its values.

It proposes and never decides. What it cannot see is said in docs/adr/0069: a first name by itself, a nickname, a name
with a mistake in it, a description by which everybody knows who is meant.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import date
from typing import Final

from zvh_desktop.models.keuzen.lekkeuzes import Leksoort
from zvh_desktop.services.lek.adressen import adressen
from zvh_desktop.services.lek.geboren import geboortedata
from zvh_desktop.services.lek.leesbaar import Leesbaar
from zvh_desktop.services.lek.namen import Lezer, Namenlijst
from zvh_desktop.services.lek.nummers import bsns, emailadressen, telefoonnummers
from zvh_desktop.services.lek.vondst import Vondst, zonder_overlap

_KORTST_ADRES: Final = 6
"""So few letters and digits are no address, but a part of any."""


class Lekzoeker:
    """Made once of the names and dates of birth that are known, then asked for each text.

    ``eigen`` are the telephone numbers and addresses of the house itself, which stand in every letter; ``plaatsen``
    is where an overleg is held, which everybody who comes is told.
    """

    def __init__(
        self,
        namen: Namenlijst,
        vandaag: date,
        geboren: Container[date] = (),
        eigen: frozenset[str] = frozenset(),
        plaatsen: frozenset[str] = frozenset(),
    ) -> None:
        self._namen = namen
        self._vandaag = vandaag
        self._geboren = geboren
        self._eigen = frozenset(kaal(een) for een in eigen if een.strip())
        self._plaatsen = Lezer(eigen=frozenset(map(kaal, plaatsen)))

    def zoek(self, tekst: str, lezer: Lezer) -> tuple[Vondst, ...]:
        """Everything in this text that may be too much for this reader, in the order of the text."""
        if not tekst.strip():
            return ()
        leesbaar = Leesbaar(tekst)
        letters = leesbaar.letters
        nummers = [
            een
            for een in (*bsns(letters), *telefoonnummers(letters), *emailadressen(letters))
            if een.soort is Leksoort.BSN or kaal(letters[een.begin : een.eind]) not in self._eigen
        ]
        namen = tuple(self._namen.zoek(letters, lezer))
        gevonden = zonder_overlap(
            (
                *nummers,
                *(_zonder_naam(een, namen, letters) for een in adressen(letters)),
                *geboortedata(letters, self._vandaag, self._geboren),
                *namen,
            ),
            letters,
        )
        return tuple(
            Vondst(*leesbaar.plek(een.begin, een.eind), een.soort)
            for een in gevonden
            if not _van_de_lezer(een, letters[een.begin : een.eind], lezer)
            and not (een.soort is Leksoort.ADRES and _van_de_lezer(een, letters[een.begin : een.eind], self._plaatsen))
        )


def _zonder_naam(adres: Vondst, namen: Sequence[Vondst], tekst: str) -> Vondst:
    """What was taken for the place is somebody who lives there: Kerkstraat 5, Visser deed open."""
    for een in namen:
        if een.soort is Leksoort.BETROKKENE and adres.begin < een.begin < adres.eind:
            ervoor = tekst[adres.begin : een.begin]
            if any(teken.isdecimal() for teken in ervoor):
                return Vondst(adres.begin, adres.begin + len(ervoor.rstrip(" ,(")), Leksoort.ADRES)
    return adres


def _van_de_lezer(een: Vondst, gevonden: str, lezer: Lezer) -> bool:
    """Whether it is of whoever reads it: its own number or day of birth, its own address whole or in part."""
    if not lezer.eigen or een.soort in (Leksoort.BSN, Leksoort.BETROKKENE, Leksoort.PARTIJ):
        return False
    los = kaal(gevonden)
    if een.soort is Leksoort.ADRES:
        return any(los in heel for heel in lezer.eigen if len(los) >= _KORTST_ADRES)
    return los in lezer.eigen


def kaal(tekst: str) -> str:
    """Letters and digits alone, by which a number or address is known however it was typed."""
    return "".join(teken for teken in tekst.casefold() if teken.isalnum() or teken == "@")
