"""The door that whatever is made for somebody outside goes through first: a document, a message, rows, a field.

Every text in them is looked at, also in a document that is made tomorrow: what is named below says nothing that was
typed about a casus, all the rest does. While something was found about which nothing was chosen, nothing is made.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.opmaak.weging import Weggelaten, Weging, weeg
from zvh_desktop.models.keuzen.lekkeuzes import Lekkeuze, Leksoort
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.rondsturen.lekoordeel import Lekoordeel
from zvh_desktop.services.lek.bekend import Leknamen, Lezers
from zvh_desktop.services.lek.bestemming import Bestemming
from zvh_desktop.services.lek.bijlagen import Bijlageteksten
from zvh_desktop.services.lek.doorgelaten import Doorgelaten, Kenmerk, Plaatsen
from zvh_desktop.services.lek.gegevens import GING_TEN_ONRECHTE, Lekbevinding, LekNietHier, LekOpen
from zvh_desktop.services.lek.getekend import LEKKEUZE
from zvh_desktop.services.lek.lezers import naar_partij
from zvh_desktop.services.lek.namen import Lezer
from zvh_desktop.services.lek.vondst import Vondst
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

G = TypeVar("G")

_GEEN_TEKST: Final = frozenset(
    {
        "kop", "weging", "casusnummer", "overleg", "overleg_naam", "plaats", "aan", "afzender", "vaststelling",
        "partij", "belegd_bij", "verstrekker", "casusregisseur", "casusregisseur_partij", "procesregisseur",
        "contactpersoon", "aanwezigen",
        "betrokkenen", "aanmelder", "naar", "soort", "besluitsoort", "aanpak", "term_casusregisseur",
    }
)  # fmt: skip
"""What the application fills in itself: whom it is for, when and where, and names that belong at this casus."""
_ARTIKEL: Final = "artikel"
_WOORD_ERBIJ: Final = re.compile(
    r"\bpostbus \d{1,6}\b|\b(?:t\.?a\.?v|mob(?:iel)?|tel(?:efoon)?(?:nummer)?|vast|werk|priv[eé]|thuis|algemeen|"
    r"doorkies(?:nummer)?|adres|(?:bezoek|post|mail)adres|e-?mail(?:adres)?|mail|bsn|geb(?:oren)?)\b",
    re.IGNORECASE,
)
"""What stands beside a number or address in a column of them, and says which kind it is."""
BSN_TEKEN: Final = "\N{FULL BLOCK}"
_AL_WEG: Final = "lek_al_weg"
NIEMAND: Final = Lezer()
"""A reader that may know nothing, to see of what a text consists."""


class Uitgang:
    """For one packet to one reader: look through everything first, then ask whether all was chosen.

    Who may read no casus is not asked, and chooses nothing: what such a user makes is about the house. A BSN is left
    out for everybody who cannot choose that. Where nothing can be recorded, nothing is made while something is open.
    Where is noted that something went (``is_al_weg``), it is asked as well; but of a text that was made here since the
    vault was opened, what became known after that is no question: it went as it was chosen.
    """

    def __init__(self, werkplek: Werkplek, sessie: Session, aan: Bestemming | Partij) -> None:
        self._kiest = werkplek.mag(Recht.RONDSTUREN)
        self._leest_casussen = werkplek.mag(Recht.CASUS_LEZEN).mag
        self._al_weg = bool(sessie.info.get(_AL_WEG))
        self._werkplek = werkplek
        self._sessie = sessie
        self._aan = naar_partij(aan) if isinstance(aan, Partij) else aan
        self._zoeker = werkplek.eenmaal(Leknamen).zoeker(werkplek, sessie)
        self._lezers = Lezers.van(sessie)
        self._open: dict[tuple[str, Vondst], Lekbevinding] = {}
        self._doorgelaten = werkplek.eenmaal(Doorgelaten)
        self._bekeken: dict[Kenmerk, Plaatsen] = {}

    def door(self, gegevens: G, nummer: str = "") -> G:
        """The same values, of which the head says what was chosen to be left out; without a head it is left out here.

        Of a letter the values go through, and not the letter: what is filled in is cut before it is laid out, where it
        stands in the value, so that it is cut also where it comes apart over two paragraphs.
        """
        weg = self._zoek_in(gegevens, nummer)
        if not weg:
            return gegevens
        weggelaten = tuple(Weggelaten(tekst, tuple(sorted(plaatsen))) for tekst, plaatsen in weg.items())
        return _met(gegevens, Weging(weggelaten=weggelaten))

    def bijlage(self, naam: str, pdf: bytes, nummer: str) -> bool:
        """Whether this file of somebody else goes along. Nothing is cut out of it: with a choice it stays behind.

        What cannot be read is asked about as such; the choice is for exactly these bytes.
        """
        merk, gelezen = self._werkplek.eenmaal(Bijlageteksten).lees(pdf)
        weg = self._kies_weg(gelezen.tekst, nummer, self._vondsten(gelezen.tekst, nummer), bijlage=True)
        if not gelezen.geheel:
            weg |= self._kies_weg(naam, nummer, (Vondst(0, len(naam), Leksoort.ONLEESBAAR),), bijlage=True, merk=merk)
        return not weg

    def eis_gekozen(self) -> None:
        """Raises LekOpen with everything in this packet about which nothing was chosen yet.

        Raises LekNietHier where that cannot be chosen either.
        """
        if self._open and self._kiest.mag:
            raise LekOpen(tuple(self._open.values()))
        if self._open:
            raise LekNietHier(tuple(self._open.values()), self._kiest.reden)
        self._doorgelaten.onthoud(self._bekeken)

    def _zoek_in(self, gegevens: object, nummer: str) -> dict[str, set[tuple[int, int]]]:
        """Per text what was chosen to be left out of it; about what nothing was chosen is kept in mind."""
        weg: dict[str, set[tuple[int, int]]] = {}
        alle = dict.fromkeys(teksten(gegevens, nummer))
        self._lezers.lees_vooraf(casusnummer for casusnummer, _ in alle)
        for casusnummer, tekst in alle:
            plaatsen = self._kies_weg(tekst, casusnummer, self._vondsten(tekst, casusnummer))
            if plaatsen:
                weg.setdefault(tekst, set()).update(plaatsen)
        return weg

    def _kies_weg(
        self, tekst: str, nummer: str, vondsten: tuple[Vondst, ...], *, bijlage: bool = False, merk: str = ""
    ) -> set[tuple[int, int]]:
        """Which of these were chosen to be left out; ``merk`` is what the choice is known by beside the text."""
        weg: set[tuple[int, int]] = set()
        if not vondsten and self._aan.losse_velden:
            return weg  # of what is copied, most: nobody notes afterwards that it went
        digest = tekst_digest(self._aan, nummer, zonder_bsn(tekst, vondsten) + merk)
        kenmerk = Kenmerk.van(digest, self._aan)
        ging = self._doorgelaten.weggelaten(kenmerk) if self._al_weg else None
        gehouden = False
        for vondst in vondsten:
            rij = self._rij(digest, vondst)
            if rij is None and ging is not None and vondst.soort is not Leksoort.BSN:
                weg |= ging & {(vondst.begin, vondst.eind)}  # as it went, also when its choice was destroyed since
                continue
            keuze = self._keuze(rij) if rij is not None else Lekkeuze.OPEN
            if keuze is Lekkeuze.WEG:
                if rij is not None and self._ging_mee(rij, vondst, ging):
                    gehouden = True
                else:
                    weg.add((vondst.begin, vondst.eind))
            elif keuze is Lekkeuze.MAG:
                continue
            elif self._vanzelf_weg(vondst):
                weg.add((vondst.begin, vondst.eind))
            elif self._kiest.mag or self._leest_casussen:
                bevinding = self._bevinding(nummer, tekst, digest, vondst, niet_getekend=keuze is None)
                self._open.setdefault((digest, vondst), replace(bevinding, bijlage=bijlage))
        if not gehouden:  # what was kept is so for that day alone, and no piece was made of it
            self._bekeken[kenmerk] = frozenset(weg)
        return weg

    def _ging_mee(self, rij: Lekoordeel, vondst: Vondst, ging: Plaatsen | None) -> bool:
        """Whether it stands in what went though it should not have; the copy is what went, but for a BSN.

        It counts for what is noted on the day on which that was said: what is made of this text after it goes without.
        """
        if not self._al_weg or rij.reden != GING_TEN_ONRECHTE or vondst.soort is Leksoort.BSN:
            return False
        if ging is not None:
            return (vondst.begin, vondst.eind) not in ging
        return als_lokaal(rij.op).date() == self._werkplek.vandaag()

    def _vanzelf_weg(self, vondst: Vondst) -> bool:
        """Where nobody is asked a BSN is left out, and of what is copied all that was found."""
        if self._kiest.mag:
            return False
        return vondst.soort is Leksoort.BSN or (self._leest_casussen and self._aan.anders_weg)

    def _vondsten(self, tekst: str, nummer: str) -> tuple[Vondst, ...]:
        lezer = self._lezers.bij(self._aan, nummer)
        vondsten = self._zoeker.zoek(tekst, lezer)
        if vondsten and self._aan.losse_velden and _niets_anders(tekst, self._zoeker.zoek(tekst, NIEMAND)):
            return tuple(een for een in vondsten if een.soort is Leksoort.BSN)
        return vondsten

    def _rij(self, digest: str, vondst: Vondst) -> Lekoordeel | None:
        return self._sessie.scalars(
            select(Lekoordeel).filter_by(digest=digest, begin=vondst.begin, eind=vondst.eind, soort=vondst.soort)
        ).first()

    def _keuze(self, rij: Lekoordeel) -> Lekkeuze | None:
        """What was signed; None of a row that is not what was signed: it opens nothing."""
        return rij.keuze if LEKKEUZE.klopt(self._werkplek, self._sessie, rij) else None

    def _bevinding(self, nummer: str, tekst: str, digest: str, vondst: Vondst, *, niet_getekend: bool) -> Lekbevinding:
        return Lekbevinding(
            self._aan,
            self._lezers.casus_id(nummer),
            nummer,
            tekst,
            digest,
            vondst,
            niet_getekend=niet_getekend,
            al_weg=self._al_weg,
        )


def is_al_weg(sessie: Session) -> None:
    """In this use case is noted that something went, and nothing is given back that could still be sent.

    Who notes without having made it here is asked now; what was made and chosen about here is not asked again.
    """
    sessie.info[_AL_WEG] = True


def langs_de_uitgang(werkplek: Werkplek, sessie: Session, aan: Bestemming | Partij, gegevens: G) -> G:
    """The values of one document for this reader as they may leave. Raises LekOpen."""
    uitgang = Uitgang(werkplek, sessie, aan)
    uit = uitgang.door(gegevens)
    uitgang.eis_gekozen()
    return uit


def _met(gegevens: G, erbij: Weging) -> G:
    """With this in the weging that they are made with; values without one are weighed by it here."""
    drager: Any = gegevens
    if hasattr(drager, "kop"):
        return replace(drager, kop=_met(drager.kop, erbij))  # type: ignore[no-any-return]
    if not hasattr(drager, "weging"):
        return weeg(gegevens, erbij)
    was: Weging = drager.weging
    weggelaten = (*was.weggelaten, *erbij.weggelaten)
    return replace(drager, weging=replace(was, weggelaten=weggelaten))  # type: ignore[no-any-return]


def _niets_anders(tekst: str, vondsten: tuple[Vondst, ...]) -> bool:
    """Whether the text holds what was found and signs between that, and no word beside it but what kind it is."""
    rest = list(tekst)
    for een in vondsten:
        rest[een.begin : een.eind] = " " * (een.eind - een.begin)
    return not any(teken.isalnum() for teken in _WOORD_ERBIJ.sub(" ", "".join(rest)))


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


def zonder_bsn(tekst: str, vondsten: tuple[Vondst, ...]) -> str:
    """As long as it was, with a sign for each letter of a BSN. Of nine digits in a short text a digest is soon tried.

    Nothing is lost by it: a BSN never goes, whichever it is.
    """
    for een in vondsten:
        if een.soort is Leksoort.BSN:
            tekst = f"{tekst[: een.begin]}{BSN_TEKEN * (een.eind - een.begin)}{tekst[een.eind :]}"
    return tekst


def tekst_digest(aan: Bestemming, nummer: str, tekst: str) -> str:
    """By which this text, ``zonder_bsn``, for this reader is known again: no letter of it can be read from that."""
    return hashlib.sha256(f"{aan.sleutel}\x1f{nummer}\x1f{tekst}".encode()).hexdigest()
