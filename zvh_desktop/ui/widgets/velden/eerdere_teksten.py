"""What a text was before, per thing it was about: Qt forgets that as soon as another text is shown in the field.

At the table one goes to and fro between points; Ctrl+Z has to take back what was typed at a point also after that.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

MEESTE: Final = 50


class EerdereTeksten:
    """Saved texts, the last on top. Decrypted, so ``vergeet`` belongs to every lock."""

    def __init__(self) -> None:
        self._van: object = None
        self._nu: list[str] = []
        """Since the text is shown: this Qt can undo itself, and what it undid must not come back as the text before."""
        self._terug: defaultdict[object, list[str]] = defaultdict(list)
        self._opnieuw: defaultdict[object, list[str]] = defaultdict(list)

    def toon(self, van: object) -> None:
        """From now on the text is of this thing."""
        stapel = self._terug[self._van]
        stapel += self._nu
        del stapel[:-MEESTE]
        self._nu = []
        self._van = van

    def bewaard(self, vorige: str) -> None:
        """Another text was saved over this one, because somebody typed."""
        self._nu.append(vorige)
        self._opnieuw[self._van].clear()

    def terug(self, nu: str) -> str | None:
        """The text before; None when there is none."""
        return _pak(self._terug[self._van], self._opnieuw[self._van], nu)

    def opnieuw(self, nu: str) -> str | None:
        """The text that was taken back last; None when there is none."""
        return _pak(self._opnieuw[self._van], self._terug[self._van], nu)

    def vergeet(self) -> None:
        """At the lock."""
        self._terug.clear()
        self._opnieuw.clear()
        self._nu = []
        self._van = None


def _pak(van: list[str], naar: list[str], nu: str) -> str | None:
    while van:
        tekst = van.pop()
        if tekst != nu:
            naar.append(nu)
            return tekst
    return None
