"""Names that are known here, put in order once and looked up word by word in a text, however they were bent.

A name is found whole, run together or the last name first; by the last name, or either half of a double one, with an s
behind it, with initials, with what the Dutch put before it written short. Folded as everywhere (models/vouwing.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from zvh_desktop.models.keuzen.lekkeuzes import Leksoort
from zvh_desktop.models.tekst.naamvormen import lezingen, losse_woorden
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.lek.naamdelen import AANSPREEK, GEWOON, KORTST, VOORVOEGSELS, ontleed
from zvh_desktop.services.lek.partijnamen import (
    Afkortingen,
    delen_van,
    hele_vormen,
    is_gewoon,
    is_plaats,
    meer_woorden,
    staat_als_plaats,
)
from zvh_desktop.services.lek.vondst import Vondst

_WOORD: Final = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_DUBBEL: Final = re.compile(r" ?- ?[A-Z][^\W\d_]+")
_OMGEKEERD: Final = re.compile(
    r", ?(?=[A-Z]\.|v[./ ]?d\b|van\b)(?:[A-Z]\. ?-?){0,4}"
    r"(?:(?:v[./ ]?d\b\.?|van|de[rn]?\b) ?(?:de[rn]?\b|'?t\b|het\b)?)?(?<! )"
)
"""Initials and what stands before a last name, behind it: as in a list."""
_RIJ: Final = re.compile(r", ?[A-Z]\.")
"""Behind a word that begins a sentence: then it is a name in a row of them."""
_VOLGENDE: Final = re.compile(
    r"(?! (?:De|Het|Een|Hij|Zij|Ze|Er|Dat|Dit|Op|In|Van|Voor|Met|Ook|Na|Bij|Als|Wel|Moeder|Vader) [a-z])"
    r" *(?:(?:v[./ ]?d\b\.?|v\.|[Vv]an|[Dd]e[rn]?|[Tt]e[rn]?|[Ee]l|[Aa]l|[Bb]en|[Oo]p|'?t|[Hh]et)[ -]*){0,4}"
    r"[^\W\d_a-z][^\W\d_]"
)
"""A last name behind that, and no new sentence: then it is of somebody else."""
_LETTER_ERNA: Final = re.compile(r" (?P<letter>[^\W\d_a-z])\.(?! ?[^\W\d_]\.? ?[A-Z][a-z])")
_ROEPNAAM: Final = re.compile(r"[ ]*[\"“”„'(\[][^\n\"“”'()\[\]]{1,30}[\"“”'\])][ ]*")
"""A name by which somebody is called, between the first name and the last."""
_ZIN_BEGINT: Final = frozenset('.!?:\n•"“”*>')
_MEESTE_WOORDEN: Final = 8
_KORTSTE_GEDEELD: Final = 6
"""A name of so few letters is not looked for in two words: 'Opal' is not meant by 'op al'."""
_BEGIN: Final = 6
"""By so many letters is seen whether a name can begin here at all."""
_KORT_TUSSEN: Final = re.compile(r"[vdt][ ./]{1,2}|v[./ ]?d\b", re.IGNORECASE)
"""What the Dutch put before a last name, written short: v.d., v/d, vd."""
_ANDERS: Final = {"het": {"t"}, "t": {"het"}, "el": {"al"}, "al": {"el"}}
"""What stands before a last name, as another writes it."""
_TERUG: Final = 6
"""So many words before a last name can belong to it."""


@dataclass(frozen=True, slots=True)
class BekendeNaam:
    """One name that stands in the vault. ``van`` is the casus or the partij that it belongs to."""

    soort: Leksoort
    naam: str
    van: int
    kort: bool = False
    """An abbreviation: only with the same capitals, for it is often a word as well."""
    deel: bool = False
    """Part of a longer name: a capital that is of the sentence says nothing."""
    plaats: bool = False
    """Also the name of a place: not where it stands as one."""
    wie: int = 0
    """Of somebody whom a casus is about: which one of them."""


@dataclass(frozen=True, slots=True)
class Lezer:
    """Who will read it: about which casussen it may know the people, and which partijen it may know of.

    ``mensen`` are those whom it may know of one by one; ``eigen`` is what it may read because it is about itself.
    """

    casussen: frozenset[int] = frozenset()
    partijen: frozenset[int] = frozenset()
    mensen: frozenset[int] = frozenset()
    eigen: frozenset[str] = frozenset()

    def kent(self, een: BekendeNaam) -> bool:
        """Whether this reader may have that name."""
        if een.soort is Leksoort.PARTIJ:
            return een.van in self.partijen
        return een.van in self.casussen or een.wie in self.mensen


@dataclass(slots=True)
class _Woord:
    begin: int
    eind: int
    vormen: tuple[str, ...]
    hoofdletter: bool


class Namenlijst:
    """Made once of all names; asked for each text."""

    def __init__(self, bekenden: Iterable[BekendeNaam]) -> None:
        self._heel: dict[str, list[BekendeNaam]] = {}
        self._achter: dict[str, list[tuple[BekendeNaam, frozenset[str]]]] = {}
        self._voornamen: dict[tuple[str, str], list[BekendeNaam]] = {}
        self._kort: dict[str, list[BekendeNaam]] = {}
        self._begin: set[str] = set()
        partijen: list[BekendeNaam] = []
        for een in bekenden:
            if een.soort is Leksoort.PARTIJ:
                partijen.append(een)
            else:
                self._neem_op(een)
        self._neem_partijen(partijen)
        self._afkortingen = Afkortingen(self._kort)

    def zoek(self, tekst: str, lezer: Lezer) -> Iterator[Vondst]:
        """Every name that this reader may not have."""
        woorden = _woorden(tekst)
        plaats = 0
        while plaats < len(woorden):
            gevonden = self._heel_op(woorden, plaats)
            if gevonden is None:
                gevonden = self._achter_op(tekst, woorden, plaats) or self._voornaam_op(tekst, woorden, plaats)
            if gevonden is None:
                plaats += 1
                continue
            bekenden, begin, eind = gevonden
            bedoeld = _bedoeld(tekst, woorden[begin : eind + 1], bekenden)
            if bedoeld and not any(map(lezer.kent, bekenden)):
                erachter = _tot(tekst, woorden[eind].eind) if bekenden[0].soort is Leksoort.BETROKKENE else 0
                yield Vondst(woorden[begin].begin, max(erachter, woorden[eind].eind), bekenden[0].soort)
            plaats = eind + 1
        for begin_kort, eind_kort, kort in self._afkortingen.zoek(tekst):
            if not any(lezer.kent(een) for een in self._kort[kort]):
                yield Vondst(begin_kort, eind_kort, Leksoort.PARTIJ)

    def _neem_op(self, een: BekendeNaam) -> None:
        for lezing in lezingen(een.naam):
            woorden = losse_woorden(lezing)
            if woorden and len("".join(woorden)) >= KORTST:
                self._zet_heel("".join(woorden), een)
                self._neem_persoon(een, woorden)

    def _neem_partijen(self, partijen: list[BekendeNaam]) -> None:
        """Whole names first: what is part of one name says nothing where it is somebody else's whole name."""
        namen: dict[int, list[str]] = {}
        for een in partijen:
            namen.setdefault(een.van, []).append(een.naam)
        meer: list[BekendeNaam] = []
        for een in partijen:
            if een.kort and not meer_woorden(een.naam):
                self._kort.setdefault(een.naam.strip().rstrip("."), []).append(een)
                continue
            meer.append(replace(een, plaats=is_plaats(een.naam, namen[een.van])))
        for een in meer:
            bij_hoofdletter = replace(een, kort=een.kort or is_gewoon(een.naam))
            for letters in _als_letters(hele_vormen(een.naam)):
                self._zet_heel(letters, bij_hoofdletter)
        van_wie = {letters: {(een.soort, een.van) for een in rij} for letters, rij in self._heel.items()}
        for een in meer:
            for letters in _als_letters(delen_van(een.naam)):
                if van_wie.get(letters, {(een.soort, een.van)}) == {(een.soort, een.van)}:
                    self._zet_heel(letters, replace(een, kort=True, deel=True))

    def _neem_persoon(self, een: BekendeNaam, woorden: tuple[str, ...]) -> None:
        delen = ontleed(woorden)
        if delen.voor:
            self._zet_heel("".join((*delen.achter, *delen.voor, *delen.tussen)), een)
            self._zet_heel("".join((*delen.tussen, *delen.achter, *delen.voor)), een)
        for letter in {woord[:1] for woord in (*delen.tussen[:1], *delen.achter[:1])} if delen.voor else ():
            self._voornamen.setdefault((delen.voor[0], letter), []).append(een)
        steun = frozenset((*delen.voor, *delen.tussen, *(woord[:1] for woord in delen.voor)))
        # the last word before the last name may be half of it: El Khattabi Oefen, Oefenman-Proef
        eigen = [woord for woord in delen.achter if woord not in VOORVOEGSELS]
        if "-" in een.naam and len(delen.voor) > 1:
            eigen.extend(_streepdelen(een.naam))
        for woord in dict.fromkeys((*eigen, "".join((*delen.tussen, *delen.achter)))):
            self._achter.setdefault(woord, []).append((een, steun))

    def _zet_heel(self, letters: str, een: BekendeNaam) -> None:
        rij = self._heel.setdefault(letters, [])
        if een not in rij:
            rij.append(een)
        self._begin.update(letters[:lengte] for lengte in range(1, _BEGIN + 1))

    def _heel_op(self, woorden: list[_Woord], plaats: int) -> tuple[list[BekendeNaam], int, int] | None:
        """The longest whole name that begins at this word."""
        beste: tuple[list[BekendeNaam], int, int] | None = None
        for eerste in woorden[plaats].vormen:
            if eerste[:_BEGIN] not in self._begin:
                continue
            letters = ""
            for verder, woord in enumerate(woorden[plaats : plaats + _MEESTE_WOORDEN]):
                vorm = eerste if verder == 0 else woord.vormen[0]
                letters += vorm
                if letters[:_BEGIN] not in self._begin:
                    break
                gevonden = self._heel.get(letters) or (
                    self._heel.get(letters[:-1]) if letters.endswith("s") and len(vorm) > KORTST else None
                )
                if gevonden and (verder == 0 or len(letters) >= _KORTSTE_GEDEELD):
                    beste = (gevonden, plaats, plaats + verder)
        return beste

    def _achter_op(self, tekst: str, woorden: list[_Woord], plaats: int) -> tuple[list[BekendeNaam], int, int] | None:
        """A last name here, with as much before it as belongs to it."""
        woord = woorden[plaats]
        for vorm in woord.vormen:
            for sleutel in (vorm, vorm[:-1]) if vorm.endswith("s") else (vorm,):
                wie = self._achter.get(sleutel)
                if wie is None:
                    continue
                eigen: frozenset[str] = frozenset().union(*(los for _, los in wie))
                begin, steun = _aanloop(tekst, woorden, plaats, eigen)
                voornaam = _voor_roepnaam(tekst, woorden, begin, eigen)
                if voornaam is not None:
                    begin, steun = voornaam, True
                if steun or _staat_alleen(tekst, woord, sleutel):
                    return [een for een, _ in wie], begin, plaats
        return None

    def _voornaam_op(self, tekst: str, woorden: list[_Woord], plaats: int) -> tuple[list[BekendeNaam], int, int] | None:
        """A first name with the first letter of the last name: Testa V., Testa V.-W."""
        achter = _LETTER_ERNA.match(tekst, woorden[plaats].eind) if woorden[plaats].hoofdletter else None
        if achter is None or plaats + 1 == len(woorden):
            return None
        wie = self._voornamen.get((woorden[plaats].vormen[0], achter["letter"].lower()))
        return None if wie is None else (wie, plaats, plaats + 1)


def _als_letters(vormen: Iterable[str]) -> Iterator[str]:
    for vorm in vormen:
        letters = "".join(losse_woorden(vorm))
        if len(letters) >= KORTST:
            yield letters


def _bedoeld(tekst: str, woorden: list[_Woord], bekenden: list[BekendeNaam]) -> bool:
    """Whether the name is meant, where its words are ordinary ones or a place: by a capital."""
    if all(een.plaats for een in bekenden) and staat_als_plaats(tekst, woorden[0].begin):
        return False
    if not all(een.kort for een in bekenden):
        return True
    eerste, *rest = woorden
    if any(woord.hoofdletter for woord in rest):
        return True
    van_de_zin = all(een.deel for een in bekenden) and _begint_zin(tekst, eerste)
    return eerste.hoofdletter and not van_de_zin


def _tot(tekst: str, eind: int) -> int:
    """How far the name goes on behind the last name: the other half of a double one, or what a list puts behind it.

    In a row of people what stands behind the comma is of the next: J. Visser, M. Yilmaz.
    """
    dubbel = _DUBBEL.match(tekst, eind)
    eind = dubbel.end() if dubbel else eind
    erachter = _OMGEKEERD.match(tekst, eind)
    return erachter.end() if erachter and not _VOLGENDE.match(tekst, erachter.end()) else eind


def _streepdelen(naam: str) -> Iterator[str]:
    for stuk in naam.split():
        if "-" in stuk:
            for deel in losse_woorden(gevouwen(stuk)):
                if len(deel) >= KORTST and deel not in VOORVOEGSELS:
                    yield deel


def _staat_alleen(tekst: str, woord: _Woord, sleutel: str) -> bool:
    """Whether this word is a name by itself: with a capital, and no ordinary word that begins a sentence."""
    if not woord.hoofdletter or len(sleutel) < KORTST:
        return False
    return sleutel not in GEWOON or not _begint_zin(tekst, woord) or bool(_RIJ.match(tekst, woord.eind))


def _begint_zin(tekst: str, woord: _Woord) -> bool:
    """Whether only signs stand between this word and the end of the sentence before it."""
    for teken in reversed(tekst[: woord.begin]):
        if teken in _ZIN_BEGINT:
            return True
        if teken.isalnum():
            return False
    return True


def _aanloop(tekst: str, woorden: list[_Woord], plaats: int, eigen: frozenset[str]) -> tuple[int, bool]:
    """From which word the name runs, and whether what stands there says that it is one.

    An initial, a first name of who is called so, or a title is; 'van' before a word alone is not.
    """
    begin, steun = plaats, False
    for terug in range(plaats - 1, max(-1, plaats - 1 - _TERUG), -1):
        woord = woorden[terug]
        tussen = tekst[woord.eind : woorden[terug + 1].begin]
        if "\n" in tussen or len(tussen) > 3 or tussen.strip(" .'-/"):
            break
        vorm = woord.vormen[0]
        if vorm in AANSPREEK:
            return begin, True
        if (
            vorm in VOORVOEGSELS
            and woorden[plaats].vormen[0] in GEWOON
            and _begint_gewoon(tekst, woord, woorden[plaats])
        ):
            break
        if len(vorm) == 1 and woord.hoofdletter and "." in tussen:
            begin, steun = terug, True
        elif vorm in VOORVOEGSELS and (
            vorm in eigen or _KORT_TUSSEN.match(tekst, woord.begin) or eigen & _ANDERS.get(vorm, set())
        ):
            begin, steun = terug, steun or woord.hoofdletter
        elif len(vorm) > 1 and vorm in eigen and woord.hoofdletter:
            begin, steun = terug, True
        elif "-" in tussen and woord.hoofdletter:
            begin = terug
        else:
            break
    return begin, steun


def _begint_gewoon(tekst: str, woord: _Woord, achter: _Woord) -> bool:
    """'De koning is' and 'Van huis uit': the capital is of the sentence, and what follows is an ordinary word."""
    return woord.hoofdletter and not achter.hoofdletter and _begint_zin(tekst, woord)


def _voor_roepnaam(tekst: str, woorden: list[_Woord], plaats: int, eigen: frozenset[str]) -> int | None:
    """The first name, where only what somebody is called stands between it and this last name."""
    for terug in range(plaats - 2, max(-1, plaats - 6), -1):
        woord = woorden[terug]
        if (
            woord.hoofdletter
            and (woord.vormen[0] in eigen)
            and _ROEPNAAM.fullmatch(tekst, woord.eind, woorden[plaats].begin)
        ):
            return terug
    return None


def _woorden(tekst: str) -> list[_Woord]:
    uit: list[_Woord] = []
    for gevonden in _WOORD.finditer(tekst):
        begin, eind = gevonden.span()
        los = gevonden.group()
        if los.isascii():
            vormen: tuple[str, ...] = (los.lower().replace("ij", "y"),)
        else:
            vormen = tuple("".join(losse_woorden(lezing)) for lezing in lezingen(los)) or ("",)
        uit.append(_Woord(begin, eind, vormen, los[0].isupper()))
    return uit
