"""The steps that a casus goes through; in a house with more than one process, a step says of which aanpakken."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Fase:
    """A step of the werkproces. ``naar`` holds every allowed next fase; ``terug`` those of them that go back.

    ``aanpakken`` names the aanpakken that have this step; empty means every one.
    """

    sleutel: str
    nummer: str
    naam: str
    delen_toegestaan: bool
    naar: tuple[str, ...]
    terug: tuple[str, ...]
    doel: str
    artikel: str
    aanpakken: tuple[str, ...] = ()

    @property
    def vooruit(self) -> tuple[str, ...]:
        return tuple(sleutel for sleutel in self.naar if sleutel not in self.terug)

    def hoort_bij(self, aanpak: str) -> bool:
        """Whether a casus of this aanpak can be in it."""
        return not self.aanpakken or aanpak in self.aanpakken


@dataclass(frozen=True, slots=True)
class Werkproces:
    """The fasen of one aanpak: none leads to one of another aanpak. The profile check holds it to an order."""

    fasen: tuple[Fase, ...]

    def fase(self, sleutel: str) -> Fase | None:
        """The fase with this key; None when this werkproces has none, or a later profile no longer has it."""
        return next((fase for fase in self.fasen if fase.sleutel == sleutel), None)

    @property
    def begin(self) -> Fase:
        """The only fase to which no other fase goes forward."""
        doelen = {sleutel for fase in self.fasen for sleutel in fase.vooruit}
        return next(fase for fase in self.fasen if fase.sleutel not in doelen)

    @property
    def einden(self) -> tuple[Fase, ...]:
        """The fasen from which no other fase goes forward."""
        return tuple(fase for fase in self.fasen if not fase.vooruit)

    @property
    def voor_overleg(self) -> tuple[str, ...]:
        """The fasen up to the first in which a casus can be discussed, that one too."""
        begin = self.begin.sleutel
        return (begin, *self.stappen_tot_delen(begin))

    def stappen_tot_delen(self, vanaf: str) -> tuple[str, ...]:
        """The fasen from this one to the nearest in which a casus can be discussed: the steps when triage is done.

        Empty when that is this fase itself, or when no such fase follows.
        """
        wegen: dict[str, tuple[str, ...]] = {vanaf: ()}
        te_doen = deque([vanaf])
        while te_doen:
            fase = self.fase(te_doen.popleft())
            if fase is None:
                continue
            if fase.delen_toegestaan:
                return wegen[fase.sleutel]
            for sleutel in fase.vooruit:
                if sleutel not in wegen:
                    wegen[sleutel] = (*wegen[fase.sleutel], sleutel)
                    te_doen.append(sleutel)
        return ()


def werkproces_van(fasen: Iterable[Fase], aanpak: str) -> Werkproces:
    """The fasen of this aanpak, each with the ways to the others of it."""
    eigen = tuple(fase for fase in fasen if fase.hoort_bij(aanpak))
    namen = {fase.sleutel for fase in eigen}
    return Werkproces(tuple(_binnen(fase, namen) for fase in eigen))


def _binnen(fase: Fase, namen: set[str]) -> Fase:
    if namen.issuperset(fase.naar):
        return fase
    return replace(
        fase,
        naar=tuple(een for een in fase.naar if een in namen),
        terug=tuple(een for een in fase.terug if een in namen),
    )
