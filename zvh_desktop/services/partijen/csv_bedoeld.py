"""Which partij a line of a list may mean, when the register has none of that name.

A list from a mail program says "Politie" or "Mediant GGZ". Such a line is not made a new partij unasked, and is not
refused for want of a short name: the question is whether another partij is meant.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.taal import opsomming
from zvh_desktop.models.tekst.letterfout import een_letter_anders, kan_fout
from zvh_desktop.models.vouwing import gevouwen

_MEESTE = 3
_LIJKT = 0.8
_MEESTE_GEZOCHT = 2_000
"""For so many names in one list a likeness is looked for: each costs a look at the whole register."""


class Bedoeld:
    """The partijen of the register before the list was read, to find which of them is like a name."""

    def __init__(self, partijen: Iterable[tuple[str, str]]) -> None:
        self._namen = {vorm: naam for naam, kort in partijen for vorm in (gevouwen(naam), gevouwen(kort))}
        self._gezocht: dict[str, tuple[str, ...]] = {}

    def lijkt_op(self, naam: str) -> tuple[str, ...]:
        """Names in the register that may be meant, the likeliest first."""
        vorm = gevouwen(naam)
        if vorm not in self._gezocht:
            if len(self._gezocht) >= _MEESTE_GEZOCHT:
                return ()
            self._gezocht[vorm] = self._zoek(vorm)
        return self._gezocht[vorm]

    def vraag(self, naam: str, *, kort_nodig: bool) -> InvoerOngeldig | None:
        """Why this line is not taken as a new partij without more; None when it can be."""
        lijkt = self.lijkt_op(naam)
        if not lijkt and not kort_nodig:
            return None
        nieuw = "Is het een nieuwe partij, vul dan ook een korte naam in."
        if lijkt:
            bedoelt = opsomming(lijkt).replace(" en ", " of ") if len(lijkt) > 1 else lijkt[0]
            return InvoerOngeldig("partij", f"Partij niet gevonden. Bedoelt u {bedoelt}?", advies=nieuw)
        return InvoerOngeldig("partij", "Partij niet gevonden, en er is er ook geen die erop lijkt.", advies=nieuw)

    def _zoek(self, vorm: str) -> tuple[str, ...]:
        woorden = frozenset(_woorden(vorm))
        deel = [
            naam for ander, naam in self._namen.items() if woorden and _is_deel(woorden, frozenset(_woorden(ander)))
        ]
        dichtbij = difflib.get_close_matches(vorm, self._namen, _MEESTE, _LIJKT)
        gelijkend = [self._namen[ander] for ander in dichtbij if _is_tikfout(vorm, ander)]
        return tuple(dict.fromkeys((*gelijkend, *deel)))[:_MEESTE]


def _woorden(vorm: str) -> list[str]:
    return re.findall(r"\w+", vorm)


def _is_deel(een: frozenset[str], ander: frozenset[str]) -> bool:
    """Whether all words of the one are in the other: 'Politie' and 'Politie Oost-Nederland', 'Pol' and 'Gem. Ensch'."""
    kleinste = min(een, ander, key=len)
    if (een <= ander or ander <= een) and any(len(woord) > 2 for woord in kleinste):
        return True
    return all(woord in ander or _is_begin(woord, ander) or _is_verschrijving(woord, ander) for woord in een)


def _is_begin(woord: str, ander: frozenset[str]) -> bool:
    """Whether somebody wrote only the first letters of a word; of three or more, and no number."""
    return len(woord) > 2 and woord.isalpha() and any(heel.startswith(woord) for heel in ander)


def _is_verschrijving(woord: str, ander: frozenset[str]) -> bool:
    """Whether one of those words was meant, with one letter wrong: 'Politei Oost'."""
    return kan_fout(woord) and any(een_letter_anders(woord, heel) for heel in ander)


def _is_tikfout(een: str, ander: str) -> bool:
    """Whether only long words differ, and no number: 'Zorg A' is no slip of the pen for 'Zorg B'."""
    links, rechts = _woorden(een), _woorden(ander)
    if len(links) != len(rechts):
        return re.findall(r"\d+", een) == re.findall(r"\d+", ander)
    return all(w == v or _is_verschreven(w, v) for w, v in zip(links, rechts, strict=True))


def _is_verschreven(een: str, ander: str) -> bool:
    lang = min(len(een), len(ander)) > 3 and een.isalpha() and ander.isalpha()
    return lang and difflib.SequenceMatcher(None, een, ander).ratio() >= _LIJKT
