"""The door that the values of a document go through before it is made for a partij.

Every text in them is looked at, also in a document that is made tomorrow: what is named below says nothing that was
typed about a casus, all the rest does. While something was found about which nothing was chosen, nothing is made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.opmaak.weging import Weggelaten
from zvh_desktop.models.keuzen.lekkeuzes import Lekkeuze
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.rondsturen.lekoordeel import Lekoordeel
from zvh_desktop.services.lek.bekend import Leknamen, Lezers
from zvh_desktop.services.lek.gegevens import Lekbevinding, LekOpen
from zvh_desktop.services.lek.getekend import LEKKEUZE
from zvh_desktop.services.lek.vondst import Vondst
from zvh_desktop.services.werkplek.werkplek import Werkplek

G = TypeVar("G")

_GEEN_TEKST: Final = frozenset(
    {
        "kop", "weging", "casusnummer", "overleg", "overleg_naam", "plaats", "aan", "afzender", "vaststelling",
        "partij", "belegd_bij", "verstrekker", "casusregisseur", "casusregisseur_partij", "procesregisseur",
        "contactpersoon", "aanwezigen",
        "betrokkenen", "soort", "besluitsoort", "aanpak", "term_casusregisseur",
    }
)  # fmt: skip
"""What the application fills in itself: whom it is for, when and where, and names that belong at this casus."""
_ARTIKEL: Final = "artikel"


class Uitgang:
    """For one packet to one partij: look through everything first, then ask whether all was chosen."""

    def __init__(self, werkplek: Werkplek, sessie: Session, partij: Partij) -> None:
        self._werkplek = werkplek
        self._sessie = sessie
        self._partij = partij
        self._zoeker = werkplek.eenmaal(Leknamen).zoeker(werkplek, sessie)
        self._lezers = Lezers.van(sessie)
        self._open: dict[tuple[str, Vondst], Lekbevinding] = {}

    def door(self, gegevens: G) -> G:
        """The same values, of which the head says what was chosen to be left out."""
        weg: dict[str, set[tuple[int, int]]] = {}
        for nummer, tekst in dict.fromkeys(teksten(gegevens)):
            for vondst in self._zoeker.zoek(tekst, self._lezers.bij(PartijId(self._partij.id), nummer)):
                digest = tekst_digest(PartijId(self._partij.id), nummer, tekst)
                rij = self._rij(digest, vondst)
                keuze = self._keuze(rij) if rij is not None else Lekkeuze.OPEN
                if keuze is Lekkeuze.WEG:
                    weg.setdefault(tekst, set()).add((vondst.begin, vondst.eind))
                elif keuze is not Lekkeuze.MAG:
                    bevinding = self._bevinding(nummer, tekst, digest, vondst, niet_getekend=keuze is None)
                    self._open.setdefault((digest, vondst), bevinding)
        if not weg:
            return gegevens
        drager: Any = gegevens
        weggelaten = tuple(Weggelaten(tekst, tuple(sorted(plaatsen))) for tekst, plaatsen in weg.items())
        kop = replace(drager.kop, weging=replace(drager.kop.weging, weggelaten=weggelaten))
        return replace(drager, kop=kop)  # type: ignore[no-any-return]

    def eis_gekozen(self) -> None:
        """Raises LekOpen with everything in this packet about which nothing was chosen yet."""
        if self._open:
            raise LekOpen(tuple(self._open.values()))

    def _rij(self, digest: str, vondst: Vondst) -> Lekoordeel | None:
        return self._sessie.scalars(
            select(Lekoordeel).filter_by(digest=digest, begin=vondst.begin, eind=vondst.eind, soort=vondst.soort)
        ).first()

    def _keuze(self, rij: Lekoordeel) -> Lekkeuze | None:
        """What was signed; None of a row that is not what was signed: it opens nothing."""
        return rij.keuze if LEKKEUZE.klopt(self._werkplek, self._sessie, rij) else None

    def _bevinding(self, nummer: str, tekst: str, digest: str, vondst: Vondst, *, niet_getekend: bool) -> Lekbevinding:
        return Lekbevinding(
            PartijId(self._partij.id),
            self._partij.naam,
            self._lezers.casus_id(nummer),
            nummer,
            tekst,
            digest,
            vondst,
            niet_getekend=niet_getekend,
        )


def langs_de_uitgang(werkplek: Werkplek, sessie: Session, partij: Partij, gegevens: G) -> G:
    """The values of one document for this partij as they may leave. Raises LekOpen."""
    uitgang = Uitgang(werkplek, sessie, partij)
    uit = uitgang.door(gegevens)
    uitgang.eis_gekozen()
    return uit


def teksten(gegevens: object, nummer: str = "") -> Iterator[tuple[str, str]]:
    """Every text in these values that somebody typed, with the number of the casus that it is about, or none."""
    if type(gegevens) is str:
        if gegevens.strip():
            yield nummer, gegevens
    elif is_dataclass(gegevens) and not isinstance(gegevens, type):
        eigen = getattr(gegevens, "casusnummer", None) or nummer
        for veld in fields(gegevens):
            if veld.name not in _GEEN_TEKST and not veld.name.startswith(_ARTIKEL):
                yield from teksten(getattr(gegevens, veld.name), eigen)
    elif isinstance(gegevens, tuple | list):
        for een in gegevens:
            yield from teksten(een, nummer)
    elif isinstance(gegevens, Mapping):
        for een in gegevens.values():
            yield from teksten(een, nummer)


def tekst_digest(partij_id: PartijId, nummer: str, tekst: str) -> str:
    """By which this text for this reader is known again: no letter of it can be read from that."""
    return hashlib.sha256(f"{int(partij_id)}\x1f{nummer}\x1f{tekst}".encode()).hexdigest()
