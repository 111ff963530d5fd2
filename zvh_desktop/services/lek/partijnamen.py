"""What a partij is called besides its whole name: without its legal form, in part, abbreviated, in a compound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from zvh_desktop.models.tekst.naamvormen import lezingen, losse_woorden
from zvh_desktop.models.vouwing import gevouwen

_WOORD: Final = re.compile(r"[^\W_]+")
_GEPUNT: Final = re.compile(r"(?<![\w.])(?:[A-Z]\.){1,5}[A-Z](?:\.|(?!\w))")
_STREEP_ERNA: Final = re.compile(r"-[^\W\d_]")
_DEEL: Final = re.compile(r"[(),;/]")
_KORT_VOOR: Final = re.compile(r"\b(?:voor|van) de[rn]?\b")
_RECHTSVORM: Final = re.compile(r"^(?:stichting|vereniging|cooperatie|de) +| +(?:b\.?v|n\.?v)\.?$")
_KLINKERS: Final = frozenset("aeiouy")
_LANG: Final = 4
"""An abbreviation of so many letters is known in capitals, with an s and before a dash; a shorter one may be a word."""
_INSTANTIES: Final = frozenset({"politie", "reclassering"})
"""A kind of organisation of which one sits at a tafel: in a compound it is meant as well. By itself, with a small
letter, it is one of the commonest words of a verslag, and says of nobody that he sits there."""
_GEEN_INSTANTIE: Final = re.compile(
    r"politiek(?!orps|racht)|(?:politie|reclassering)s?(?:wet|regeling|bureau|cel|auto|wagen|busje|hond|pet|uniform|staat)"
)
"""Begins like one, and means a law, a thing or a building."""
_VAN_HEN: Final = re.compile(
    r"(?:agent|agente|agenten|rechercheurs?|medewerk(?:er|ster)s?|collega(?:'?s)?|contactpersoon|werker|team|eenheid|"
    r"toezichthouder|begeleider) (?:van|bij|vanuit) (?:de )?$",
    re.IGNORECASE,
)
"""Somebody of them, before that word with a small letter."""
_GEWOON: Final = """
    veilig thuis zorg en veiligheid welzijn jeugd gezin wonen werk inkomen school leerplicht onderwijs hulp samen sterk
    politie reclassering gemeente halt maatschappij participatie het de voor van opvang wijk team
"""
_GEWONE_WOORDEN: Final = frozenset(_GEWOON.split())
_PLAATSNAAM: Final = re.compile(r"^(?:gemeente|regio|politie|ggd) +", re.IGNORECASE)
_DEN: Final = re.compile(r"den +[^\W\d_]", re.IGNORECASE)
_IN_EEN_PLAATS: Final = re.compile(
    r"\b(?:in|naar|uit|te|vanuit|rond|regio|stad|binnen|buiten|omgeving|station|richting) $", re.IGNORECASE
)


def hele_vormen(naam: str) -> Iterator[str]:
    """The whole name, as it is written and with what stands in it written short."""
    for kaal in lezingen(naam):
        yield from _geschreven(kaal)


def delen_van(naam: str) -> Iterator[str]:
    """The name without its legal form; its parts between brackets or commas that say enough by themselves."""
    stukken = [deel.strip() for deel in _DEEL.split(naam)]
    for stuk in (naam, *(een for een in stukken if een != naam and len(een.split()) > 1)):
        for kaal in lezingen(stuk):
            zonder = _RECHTSVORM.sub("", kaal)
            for vorm in dict.fromkeys((kaal, zonder) if len(zonder.split()) > 1 else (kaal,)):
                if stuk != naam or vorm != kaal:
                    yield from _geschreven(vorm)


def _geschreven(vorm: str) -> Iterator[str]:
    yield vorm
    yield _KORT_VOOR.sub("vd", vorm)
    los = " ".join(_KORT_VOOR.sub(" ", vorm).split())
    if len(los.split()) > 1:
        yield los


def is_gewoon(naam: str) -> bool:
    """A name of ordinary words alone, which are meant by their capital: veilig thuis, zorg en veiligheid."""
    return all(woord in _GEWONE_WOORDEN for woord in losse_woorden(gevouwen(naam)))


def is_plaats(kort: str, namen: Iterable[str]) -> bool:
    """An abbreviation of more words that is the name of a place: Den Haag, of Gemeente Den Haag."""
    return bool(_DEN.match(kort)) or any(
        _PLAATSNAAM.match(naam) and _PLAATSNAAM.sub("", naam).casefold() == kort.casefold() for naam in namen
    )


def staat_als_plaats(tekst: str, begin: int) -> bool:
    """Whether what begins there is where somebody is or goes, and not who it is."""
    return _IN_EEN_PLAATS.search(tekst, max(0, begin - 12), begin) is not None


def meer_woorden(kort: str) -> bool:
    """An abbreviation of more words is looked for as a name is: Veilig Thuis, Gem. Oefenstad."""
    return len(losse_woorden(gevouwen(kort))) > 1


class Afkortingen:
    """Abbreviations of one word, and where they stand in a text."""

    def __init__(self, korten: Iterable[str]) -> None:
        self._exact = {kort: kort for kort in korten}
        self._klein: dict[str, str] = {}
        for kort in self._exact:
            self._klein.setdefault(kort.lower(), kort)
        self._stammen = tuple(klein for klein in self._klein if klein in _INSTANTIES)

    def zoek(self, tekst: str) -> Iterator[tuple[int, int, str]]:
        """From where up to where stands which of them."""
        if not self._exact:
            return
        for gevonden in _WOORD.finditer(tekst):
            kort = self._bedoeld(gevonden.group(), tekst, *gevonden.span())
            if kort is not None:
                yield gevonden.start(), gevonden.end(), kort
        for gevonden in _GEPUNT.finditer(tekst):
            kort = self._exact.get(gevonden.group().replace(".", ""))
            if kort is not None:
                yield gevonden.start(), gevonden.end(), kort

    def _bedoeld(self, woord: str, tekst: str, begin: int, eind: int) -> str | None:
        kort = self._exact.get(woord)
        if kort is not None and woord not in _INSTANTIES:
            return kort
        klein = woord.lower()
        for los in (klein, klein[:-1]) if klein.endswith("s") else (klein,):
            kort = self._klein.get(los)
            if kort is not None and self._bedoelt(woord, kort, los == klein, bool(_STREEP_ERNA.match(tekst, eind))):
                return kort
            if kort is not None and los in _INSTANTIES:
                van_hen = woord[0].isupper() or _VAN_HEN.search(tekst, max(0, begin - 40), begin)
                return kort if van_hen else None
        if _GEEN_INSTANTIE.match(klein):
            return None
        return next(
            (self._klein[stam] for stam in self._stammen if klein.startswith(stam) or klein.endswith(stam)), None
        )

    @staticmethod
    def _bedoelt(woord: str, kort: str, heel: bool, streep_erna: bool) -> bool:
        """Other capitals than its own: where no word is meant that looks like it."""
        if len(kort) > 2 and not _KLINKERS & set(kort.lower()):
            return True  # without a vowel it is no word
        if len(kort) < _LANG:
            return False
        if heel:
            return woord.isupper() or streep_erna
        return woord[:1].isupper() and woord[:-1] == kort
