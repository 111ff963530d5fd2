"""Several readers beside each other on one connection: what each asks goes out with what the others ask.

A reader is an ordinary function that reads by the session. Where it would wait for the server, the next one goes on;
when all of them wait, their questions are answered together. So what takes five trips in a row and does not depend on
something else that takes three, takes five together. One runs at a time, always: each has a thread only to be able to
stand still halfway, and no two of them ever do something at once.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.exc import PendingRollbackError

Taak = Callable[[], Any]


@dataclass(slots=True, eq=False)
class _Lezende:
    """One of them; ``kinderen``: how many that it started itself have to be ready before it goes on."""

    taak: Taak
    ouder: _Lezende | None = None
    kinderen: int = 0
    verder: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    draad: threading.Thread | None = None
    antwoord: Any = None
    fout: BaseException | None = None
    """What went wrong in it; meanwhile what went wrong at the server, to be raised where it waits."""
    af: bool = False


class Bundel:
    """Readers on one connection, from the first question until the last is ready.

    ``samen``: within this nothing is waited for, and when it ends all that was asked has been answered.
    """

    def __init__(self, samen: Callable[[], AbstractContextManager[object]]) -> None:
        self._samen = samen
        self._ronde: ExitStack | None = None
        self._mis: BaseException | None = None
        """What the server refused first in this round: what was asked after it is not answered."""
        self._eerste: BaseException | None = None
        """What the first of them ended with that did not go well."""
        self._lezers: dict[int, _Lezende] = {}
        self._terug = threading.Semaphore(0)
        self._klaar: deque[_Lezende] = deque()
        self._wachtend: list[_Lezende] = []

    def lees(self, taken: Sequence[Taak]) -> list[Any]:
        """What each gives, in this order. Raises what the first of them raised, when all have ended.

        Of a line that fell away who asks after that hears only that nothing can be asked: then what it was is raised.
        """
        eigen = self._lezers.get(threading.get_ident())
        lezers = [_Lezende(taak, eigen) for taak in taken]
        self._klaar.extend(lezers)
        if eigen is None:
            self._leid()
        elif lezers:
            eigen.kinderen = len(lezers)
            self._sta_stil(eigen)
        return [self._uitkomst(lezer) for lezer in lezers]

    def _uitkomst(self, lezer: _Lezende) -> Any:
        fout = lezer.fout
        if isinstance(fout, PendingRollbackError):
            fout = self._eerste
        if fout is not None:
            raise fout
        return lezer.antwoord

    def vraagt(self) -> None:
        """Before one of them asks something: it goes out with what the others ask in this round.

        Raises what the server refused in it already: this would be skipped, or refused only because of that.
        """
        if self._mis is not None:
            raise self._mis
        if self._ronde is None:
            self._ronde = ExitStack()
            self._ronde.enter_context(self._samen())

    def ging_mis(self, fout: BaseException) -> None:
        """The server refused something, and said so to who asked next."""
        self._mis = self._mis or fout

    def _sluit(self) -> None:
        """All that was asked in this round is answered, and the line is free."""
        ronde, self._ronde = self._ronde, None
        if ronde is not None:
            ronde.close()

    def wacht(self) -> None:
        """In a reader that asked something: until the answer is there. Raises what the server refused."""
        lezer = self._lezers[threading.get_ident()]
        self._wachtend.append(lezer)
        self._sta_stil(lezer)
        fout, lezer.fout = lezer.fout, None
        if fout is not None:
            raise fout

    def _leid(self) -> None:
        while self._klaar:
            while self._klaar:
                self._laat_lezen(self._klaar.popleft())
            if not self._wachtend:
                break
            fout = self._antwoorden()
            for lezer in self._wachtend:
                lezer.fout = fout
            self._klaar.extend(self._wachtend)
            self._wachtend.clear()
        self._antwoorden()  # of what nobody waits for any more: who asked it was told what went wrong

    def _antwoorden(self) -> BaseException | None:
        try:
            self._sluit()
        except BaseException as fout:  # noqa: BLE001  raised again in each that waits for it
            self.ging_mis(fout)
        mis, self._mis = self._mis, None
        return mis

    def _laat_lezen(self, lezer: _Lezende) -> None:
        if lezer.draad is None:
            lezer.draad = threading.Thread(target=self._werk, args=(lezer,), name="zvh-naast", daemon=True)
            lezer.draad.start()
        else:
            lezer.verder.release()
        self._terug.acquire()
        if lezer.af:
            lezer.draad.join()
            if lezer.ouder is not None:
                lezer.ouder.kinderen -= 1
                if not lezer.ouder.kinderen:
                    self._klaar.append(lezer.ouder)

    def _werk(self, lezer: _Lezende) -> None:
        self._lezers[threading.get_ident()] = lezer
        try:
            lezer.antwoord = lezer.taak()
        except BaseException as fout:  # noqa: BLE001  raised where the readers were started
            lezer.fout = fout
            self._eerste = self._eerste or fout
        finally:
            del self._lezers[threading.get_ident()]
            lezer.af = True
            self._terug.release()

    def _sta_stil(self, lezer: _Lezende) -> None:
        self._terug.release()
        lezer.verder.acquire()
