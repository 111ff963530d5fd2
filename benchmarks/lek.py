"""Looking for what may not leave in a text of 5 kB, against the simplest search for the same 20,000 names.

The bare side looks up every pair of words in a set of names: no bent names, initials, numbers, dates or addresses.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from benchmarks.kluizen import Kluizen
from benchmarks.meting import Uitslag, duur, om_en_om, rustig, verhouding
from benchmarks.teksten import alinea, betrokkene
from zvh_desktop.models.keuzen.lekkeuzes import Leksoort
from zvh_desktop.services.lek.namen import BekendeNaam, Lezer, Namenlijst
from zvh_desktop.services.lek.zoeker import Lekzoeker

NAMEN = 20_000
TEKENS = 5_000
HOOGSTENS = 40.0


def meet(_kluizen: Kluizen) -> list[Uitslag]:
    """One line; needs no vault."""
    namen = [betrokkene(nummer).rpartition(" ")[0] for nummer in range(NAMEN)]
    zoeker = Lekzoeker(
        Namenlijst([BekendeNaam(Leksoort.BETROKKENE, naam, plek) for plek, naam in enumerate(namen)]),
        date(2026, 11, 29),
    )
    tekst = f"{alinea(TEKENS - 40)} {namen[7]}."
    los = frozenset(namen)
    assert zoeker.zoek(tekst, Lezer())

    def kaal() -> list[str]:
        woorden = tekst.replace(".", " ").split()
        return [f"{een} {ander}" for een, ander in pairwise(woorden) if f"{een} {ander}" in los]

    assert kaal()
    eigen, bare = om_en_om(lambda: duur(lambda: zoeker.zoek(tekst, Lezer())), lambda: duur(kaal), keren=40)
    return [verhouding("namen en nummers in 5 kB tekst", rustig(eigen), rustig(bare), HOOGSTENS)]
