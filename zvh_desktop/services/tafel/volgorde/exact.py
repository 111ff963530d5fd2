"""The best of all orders, by dynamic programming over subsets: for as many casussen as a long day has.

What a point costs depends on which points came before it, not on their order: who waits there are the partijen with a
seat before it and a seat after it, and it begins when those before it are done. So the cheapest way to have done a set
of points follows from the cheapest ways to have done one less: 2^n sets instead of n! orders.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from zvh_desktop.services.tafel.volgorde.wachten import ZWAARDER, Tafelplan, bits

TE_TELLEN = 14
"""So many loose points can be gone through in full: a fraction of a second and a few megabytes."""


def beste_orde(plan: Tafelplan) -> tuple[int, ...]:
    """An order with the least cost of all that may. Raises ValueError: more than ``TE_TELLEN`` points, or none may."""
    if len(plan.los) > TE_TELLEN:
        raise ValueError(f"te veel punten om alle volgordes na te gaan: {len(plan.los)}")
    tabel = _Tabel(plan)
    for gedaan in range(tabel.alles):
        tabel.verder_na(gedaan)
    return plan.ingevuld(tabel.terug())


@dataclass(slots=True)
class _Tabel:
    """Per set of loose points: the least that it costs to have done them first, and which of them came last."""

    plan: Tafelplan
    alles: int = 0
    kosten: list[int | None] = field(default_factory=list)
    laatste: bytearray = field(default_factory=bytearray)
    minuten: list[int] = field(default_factory=lambda: [0])
    stoelen: list[int] = field(default_factory=lambda: [0])
    ervoor: list[int] = field(default_factory=list)
    gewicht: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        los = self.plan.los
        self.alles = (1 << len(los)) - 1
        self.kosten = [None] * (self.alles + 1)
        self.kosten[0] = 0
        self.laatste = bytearray(self.alles + 1)
        for nummer in los:
            punt = self.plan.punten[nummer]
            self.minuten += [minuten + punt.minuten for minuten in self.minuten]
            self.stoelen += [stoelen | punt.stoelen for stoelen in self.stoelen]
            self.ervoor.append(sum(1 << los.index(eerder) for eerder in bits(self.plan.eerst[nummer])))

    def verder_na(self, gedaan: int) -> None:
        """Try each point that may come next when these are done."""
        tot_hier = self.kosten[gedaan]
        if tot_hier is None:
            return
        over = self.alles ^ gedaan
        aanwezig = self.stoelen[gedaan] & self.stoelen[over]
        plaats = gedaan.bit_count()
        tot_hier += self.plan.tussendoor[plaats] * self._weegt(aanwezig)
        begin = self.minuten[gedaan] + sum(self.plan.tussendoor[: plaats + 1])
        for nummer in bits(over):
            if self.ervoor[nummer] & over:
                continue
            punt = self.plan.punten[self.plan.los[nummer]]
            wacht = aanwezig & ~punt.stoelen
            nieuw = tot_hier + punt.minuten * self._weegt(wacht)
            if punt.vraagt_tijd:
                nieuw += ZWAARDER * punt.buiten(begin)
            straks = gedaan | 1 << nummer
            oud = self.kosten[straks]
            if oud is None or nieuw < oud:
                self.kosten[straks], self.laatste[straks] = nieuw, nummer

    def terug(self) -> list[int]:
        """The cheapest order of all loose points, read back from its end."""
        orde: list[int] = []
        over = self.alles
        if self.kosten[over] is None:
            raise ValueError("geen volgorde voldoet aan wat eerst moet")
        while over:
            nummer = self.laatste[over]
            orde.append(self.plan.los[nummer])
            over ^= 1 << nummer
        return orde[::-1]

    def _weegt(self, partijen: int) -> int:
        if not partijen:
            return 0
        gewicht = self.gewicht.get(partijen)
        if gewicht is None:
            gewicht = self.gewicht[partijen] = self.plan.weegt(partijen)
        return gewicht
