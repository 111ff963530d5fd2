"""What stands beside an item reaches every document here: the note of a betrokkene, or a restriction in its place.

A document is a function of frozen values, so both are done on those values, before anything is laid out: the same in
every document, also in one that is made tomorrow (``tests/documents/test_elk_document_weegt.py``). A frozen text is
not changed by it: the note stands after it, and a restricted text is left out of what is made now.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import wraps
from typing import Any, Final, TypeVar, cast

from zvh_desktop.errors import HandtekeningOnjuist, ProgrammaFout

G = TypeVar("G")

_GEEN_INHOUD: Final = frozenset({"kop", "weging", "casusnummer", "profiel", "bestandsnaam"})
"""Fields that say nothing about a person: left as they are."""
_VAN_DE_POST: Final = frozenset({*_GEEN_INHOUD, "aan", "afzender", "van", "plaats", "adres", "partij"})
WEGGELATEN: Final = "[weggelaten]"
_TE_KORT: Final = 3
"""So few letters are a word like any other: those are only looked for as a whole value."""
_VASTE_WOORDEN: Final = frozenset(
    {"ja", "nee", "wel", "niet", "geen", "onbekend", "niet bekend", "nog niet bekend", "nvt", "n.v.t", "x",
     "niet van toepassing"}
)  # fmt: skip
"""With these many things are answered: that one of them is restricted says nothing of the same word elsewhere."""


@dataclass(frozen=True, slots=True)
class Noot:
    """What a betrokkene asked about an item of one casus, in words, and the texts by which the item is known."""

    casusnummer: str
    teksten: tuple[str, ...]
    zin: str


@dataclass(frozen=True, slots=True)
class Beperkt:
    """Texts that may not be in a new document where it is about this casus, or about none in particular.

    Without a casusnummer they are in nothing at all: the name of a person.
    """

    casusnummer: str
    teksten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weggelaten:
    """Places in one text that were chosen to be left out of what goes to this reader (services/lek)."""

    tekst: str
    plaatsen: tuple[tuple[int, int], ...]

    def uit(self, tekst: str) -> str:
        """The text without them; of a text that a restriction changed already, what stood there wherever it stands."""
        if tekst != self.tekst:
            patroon = "|".join(rf"(?<!\w){een}(?!\w)" for een in map(_hoe_ook_gezet, self.stukjes()))
            return re.sub(patroon, WEGGELATEN, tekst)
        for begin, eind in sorted(self.plaatsen, reverse=True):
            tekst = f"{tekst[:begin]}{WEGGELATEN}{tekst[eind:]}"
        return tekst

    def stukjes(self) -> tuple[str, ...]:
        """What stands at those places, on one line, the longest first."""
        return tuple(sorted({_op_een_regel(self.tekst[van:tot]) for van, tot in self.plaatsen}, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Weging:
    """What may not be in a new document, what stands in its place, and the notes. All empty as a rule."""

    beperkt: tuple[Beperkt, ...] = ()
    in_plaats: str = ""
    noten: tuple[Noot, ...] = ()
    weggelaten: tuple[Weggelaten, ...] = ()
    vervalst: tuple[str, ...] = field(default=(), repr=False)
    """Casusnummers about which nothing is made: what was signed says that they ended, and the row does not."""


GEEN: Final = Weging()


def gewogen(bouw: Callable[[G], bytes]) -> Callable[[G], bytes]:
    """For the function of a document: its values are weighed first, by the ``weging`` of their head.

    A draft and a calendar item have no head; they carry the ``weging`` themselves. Raises HandtekeningOnjuist.
    """

    @wraps(bouw)
    def met_weging(gegevens: G) -> bytes:
        drager = cast(Any, gegevens)
        return bouw(weeg(gegevens, drager.kop.weging if hasattr(drager, "kop") else drager.weging))

    return met_weging


def _eis_niet_vervalst(gegevens: object, weging: Weging) -> None:
    for nummer in weging.vervalst:
        if re.search(rf"(?<!\w){re.escape(nummer)}(?!\w)", repr(gegevens)):
            raise HandtekeningOnjuist(
                f"Casus {nummer} staat als lopend, maar het einde van deze casus is ondertekend.",
                veilig="Er is niets gemaakt.",
                advies="Meld dit bij uw beheerder: laat de kluis controleren.",
            )


def weeg(gegevens: G, weging: Weging) -> G:
    """The same values, with the notes in and without what is restricted.

    Raises HandtekeningOnjuist when they name a casus about which nothing may be made.
    """
    _eis_niet_vervalst(gegevens, weging)
    if not (weging.beperkt or weging.noten or weging.weggelaten):
        return gegevens
    weger = _Weger(weging)
    uit = weger.neem(gegevens, "", set())
    weger.eis_weg(uit)
    return cast(G, uit)


class _Weger:
    def __init__(self, weging: Weging) -> None:
        self._in_plaats = weging.in_plaats
        self._regels = tuple(_Regel.van(een) for een in weging.beperkt)
        self._weggelaten = {een.tekst: een for een in weging.weggelaten}
        self._gehad: set[str] = set()
        self._noten = tuple((noot, patroon) for noot in weging.noten if (patroon := _patroon(noot.teksten)) is not None)

    def neem(self, waarde: object, nummer: str, gehad: set[str]) -> object:
        """``nummer`` is the casus that this is about, ``gehad`` the notes that stand here already."""
        if isinstance(waarde, str):
            return self._tekst(waarde, nummer, gehad) if type(waarde) is str else waarde
        if is_dataclass(waarde) and not isinstance(waarde, type):
            return self._rij(waarde, nummer)
        if isinstance(waarde, tuple) and type(waarde) is tuple:
            return tuple(self.neem(een, nummer, gehad) for een in waarde)
        if isinstance(waarde, list):
            return [self.neem(een, nummer, gehad) for een in waarde]
        if isinstance(waarde, Mapping):
            return {sleutel: self.neem(een, nummer, gehad) for sleutel, een in waarde.items()}
        return waarde

    def _rij(self, rij: Any, nummer: str) -> object:
        eigen = getattr(rij, "casusnummer", None)
        gehad: set[str] = set()
        anders: dict[str, object] = {}
        for veld in fields(rij):
            oud = getattr(rij, veld.name)
            if veld.name in _GEEN_INHOUD:
                continue
            nieuw = self.neem(oud, eigen or nummer, gehad)
            if nieuw is not oud and nieuw != oud:
                anders[veld.name] = nieuw
        if "geboortedatum" in {veld.name for veld in fields(rij)} and anders.get("naam") == self._in_plaats:
            anders["geboortedatum"] = None
        return replace(rij, **anders) if anders else rij

    def _tekst(self, waarde: str, nummer: str, gehad: set[str]) -> str:
        tekst = self._schoon(waarde, nummer)
        weg = self._weggelaten.get(waarde)
        if weg is not None:
            self._gehad.add(waarde)
            tekst = weg.uit(tekst)
        return self._met_noten(waarde, tekst, nummer, gehad)

    def eis_weg(self, uit: object) -> None:
        """Of a text that was looked at and is not in here as it was, nothing may stand here after all.

        Raises ProgrammaFout: then it was laid out before it was weighed, and what was chosen cannot be done.
        """
        stukjes = {een for weg in self._weggelaten.values() if weg.tekst not in self._gehad for een in weg.stukjes()}
        if stukjes and any(stukje in _op_een_regel(tekst) for tekst in _getypt(uit) for stukje in stukjes):
            raise ProgrammaFout("wat is weggelaten, staat er nog")

    def _schoon(self, tekst: str, nummer: str) -> str:
        """Without what is restricted; the text that stands in its place says why."""
        for regel in self._regels:
            if not nummer or regel.nummer in ("", nummer):
                if regel.patroon is not None:
                    tekst = regel.patroon.sub(self._zeg, tekst)
                tekst = self._in_plaats if tekst.strip().casefold() in regel.kort else tekst
        return tekst

    def _zeg(self, _gevonden: re.Match[str]) -> str:
        return self._in_plaats

    def _met_noten(self, was: str, tekst: str, nummer: str, gehad: set[str]) -> str:
        for noot, patroon in self._noten:
            if noot.casusnummer == nummer and noot.zin not in gehad and patroon.search(was):
                gehad.add(noot.zin)
                tekst += f"\n[{self._schoon(noot.zin, nummer)}]"
        return tekst


@dataclass(frozen=True, slots=True)
class _Regel:
    """One restriction, ready to look up."""

    nummer: str
    kort: frozenset[str]
    patroon: re.Pattern[str] | None

    @classmethod
    def van(cls, een: Beperkt) -> _Regel:
        delen = {deel for tekst in een.teksten for deel in _delen(tekst)}
        kort = frozenset(deel.casefold() for deel in delen if len(deel) <= _TE_KORT)
        return cls(een.casusnummer, kort, _patroon(delen))


def _delen(tekst: str) -> set[str]:
    """The text, and each line of it: a document may take a text apart."""
    return {deel for deel in (tekst.strip(), *(regel.strip() for regel in tekst.splitlines())) if _zegt_iets(deel)}


def _zegt_iets(deel: str) -> bool:
    """Whether it can be known by this that it is the same text."""
    kaal = _op_een_regel(deel).strip(" .,;:!?-").casefold()
    return any(map(str.isalnum, kaal)) and kaal not in _VASTE_WOORDEN


def _op_een_regel(tekst: str) -> str:
    return " ".join(tekst.split())


def _hoe_ook_gezet(stukje: str) -> str:
    return r"\s+".join(map(re.escape, stukje.split()))


def _getypt(waarde: object) -> Iterator[str]:
    """The texts in these values, without whom it is for and from, and where and when."""
    if isinstance(waarde, str):
        yield waarde
    elif is_dataclass(waarde) and not isinstance(waarde, type):
        for veld in fields(waarde):
            if veld.name not in _VAN_DE_POST and not veld.name.endswith(("_naam", "_email")):
                yield from _getypt(getattr(waarde, veld.name))
    elif isinstance(waarde, tuple | list):
        for een in waarde:
            yield from _getypt(een)
    elif isinstance(waarde, Mapping):
        yield from _getypt(tuple(waarde.values()))


def _patroon(teksten: Any) -> re.Pattern[str] | None:
    """These texts by themselves and not inside another word, the longest first, however they are spaced."""
    lang = sorted(
        {een.strip() for een in teksten if len(een.strip()) > _TE_KORT and _zegt_iets(een)}, key=len, reverse=True
    )
    if not lang:
        return None
    vormen = (r"\s+".join(re.escape(woord) for woord in een.split()) for een in lang)
    return re.compile(rf"(?<!\w)(?:{'|'.join(vormen)})(?!\w)", re.IGNORECASE)
