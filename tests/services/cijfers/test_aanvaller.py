"""Somebody who has every report, and knows all the rules: no number from 1 to 4 can be the only possible one.

Not the cells but what is read: lines with a streepje, lines that are folded together, periods of one and of two years,
the file with one number a line, and a report of before. Every other world that gives exactly the same is tried.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from zvh_desktop.documents.cijfers.rekenblad import bouw_csv
from zvh_desktop.models.cijfers.maten import Afloop, Indeling, Maat, reden_van
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.services.cijfers.bestanden import op_papier
from zvh_desktop.services.cijfers.gegevens import Cijfertabel, Rapport
from zvh_desktop.services.cijfers.publicatie import Verteld
from zvh_desktop.services.cijfers.rapport import tabellen
from zvh_desktop.services.cijfers.register import stel_vast
from zvh_desktop.services.cijfers.tellen import Cijfercel, Telling
from zvh_desktop.services.cijfers.tijdvak import Tijdvak, heel_jaar
from zvh_desktop.services.cijfers.verbergen import is_klein
from zvh_desktop.services.cijfers.woordenlijst import Woordenlijst

NU = 2025
TOEN = NU - 1
LOPEND = NU + 1
MEESTE = 10
"""More casussen than this has too many worlds to try each of them."""


@pytest.fixture(scope="module")
def woorden() -> Woordenlijst:
    profiel: Huisprofiel = laad_meegeleverd("twente")
    return Woordenlijst(profiel, {}, {str(nummer): f"Gemeente {nummer}" for nummer in range(9)})


def _telling(nu: Sequence[int], toen: Sequence[int]) -> Telling:
    """Casussen that began and ended in one quarter, of these gemeenten and for these reasons."""
    uit: Telling = Counter()
    for jaar, delen in ((NU, nu), (TOEN, toen)):
        for nummer, aantal in enumerate(delen):
            for maat in (Maat.INSTROOM, Maat.UITSTROOM):
                uit[Cijfercel(jaar, 1, maat.value)] += aantal
                uit[Cijfercel(jaar, 0, maat.value)] += aantal
            uit[Cijfercel(jaar, 0, Maat.INSTROOM.value, Indeling.GEMEENTE.value, str(nummer))] += aantal
            uit[Cijfercel(jaar, 0, Maat.UITSTROOM.value, Indeling.AFLOOP.value, Afloop.SUCCESVOL.value)] += aantal
            uit[Cijfercel(jaar, 0, Maat.UITSTROOM.value, reden_van(Afloop.SUCCESVOL), f"r{nummer}")] += aantal
    return uit


def _verteld(telling: Telling, tijdvak: Tijdvak) -> Verteld:
    cijfers = Verteld(stel_vast(telling, tijdvak.vorig(), LOPEND, set(), {}))
    cijfers.update(stel_vast(telling, tijdvak, LOPEND, set(), {}))
    return cijfers


def _gelezen(telling: Telling, woorden: Woordenlijst) -> tuple[object, ...]:
    """Everything that stands in a report, of whichever period."""
    tijdvakken = (heel_jaar(NU), heel_jaar(TOEN), Tijdvak((TOEN, 1), (NU, 4)), Tijdvak((NU, 1), (NU, 1)))
    return tuple(tabellen(_verteld(telling, een), woorden, een) for een in tijdvakken)


def _werelden(som: int, delen: int) -> Iterator[tuple[int, ...]]:
    for grenzen in combinations(range(som + delen - 1), delen - 1):
        randen = (-1, *grenzen, som + delen - 1)
        yield tuple(b - a - 1 for a, b in pairwise(randen))


@settings(max_examples=12, deadline=None, derandomize=True)
@given(
    st.lists(st.integers(0, 6), min_size=2, max_size=5).filter(lambda delen: sum(delen) <= MEESTE),
    st.lists(st.sampled_from([0, 6, 20]), min_size=5, max_size=5),
)
@example([1, 1, 1, 1, 1], [20, 20, 20, 20, 20])
@example([1, 1, 1, 0], [20, 20, 20, 20])
@example([4, 4, 0], [20, 20, 20])
def test_geen_klein_getal_is_het_enige_dat_kan(woorden: Woordenlijst, nu: list[int], toen: list[int]) -> None:
    toen = toen[: len(nu)]
    gezien = _gelezen(_telling(nu, toen), woorden)
    kan: list[set[int]] = [set() for _ in nu]
    for wereld in _werelden(sum(nu), len(nu)):
        if _gelezen(_telling(wereld, toen), woorden) == gezien:
            for plaats, aantal in enumerate(wereld):
                kan[plaats].add(aantal)
    for plaats, aantal in enumerate(nu):
        assert aantal in kan[plaats]
        assert not is_klein(aantal) or len(kan[plaats]) > 1, (nu, toen, plaats)


def test_vijf_streepjes_die_samen_vijf_zijn_zeggen_niet_dat_elk_een_is(woorden: Woordenlijst) -> None:
    """A gemeente that had none this year has a streepje as well, so nobody knows how many had one."""
    tijdvak = heel_jaar(NU)
    tabel = _per_gemeente(tabellen(_verteld(_telling([1, 1, 1, 1, 1, 0], [20] * 6), tijdvak), woorden, tijdvak))
    assert [(rij.nu, rij.toen) for rij in tabel.rijen] == [(None, 20)] * 6
    # Where nothing is held back nought is told.
    tabel = _per_gemeente(tabellen(_verteld(_telling([10, 0], [20, 20]), tijdvak), woorden, tijdvak))
    assert [(rij.nu, rij.toen) for rij in tabel.rijen] == [(10, 20), (0, 20)]


def test_een_bestand_zegt_niets_dat_het_venster_niet_zegt(woorden: Woordenlijst) -> None:
    tijdvak = heel_jaar(NU)
    alle = tabellen(_verteld(_telling([1, 2, 9, 0], [20, 3, 0, 7]), tijdvak), woorden, tijdvak)
    rapport = Rapport("Huis", tijdvak.naam, tijdvak.vorig().naam, alle, (), "Jaarplan", (), "", None, "")
    regels = list(csv.reader(io.StringIO(bouw_csv(op_papier(rapport)).decode("utf-8-sig")), delimiter=";"))[1:]
    getoond = [
        [tabel.titel, rij.naam, jaar, "–" if waarde is None else str(waarde)]
        for tabel in alle
        for rij in tabel.rijen
        for jaar, waarde in ((tijdvak.naam, rij.nu), (tijdvak.vorig().naam, rij.toen))
    ]
    assert regels == getoond


def test_een_rapport_van_eerder_en_een_van_nu_verschillen_niet_in_een_casus(woorden: Woordenlijst) -> None:
    """A year that was given out stands, whatever is recorded or destroyed after it; also as the year before another."""
    voor = _telling([9, 7, 5], [20, 20, 20])
    eerst = stel_vast(voor, heel_jaar(NU), LOPEND, set(), {})
    erna = _telling([10, 7, 5], [20, 20, 20])
    gegeven = {(NU, kwartaal) for kwartaal in range(5)}
    for tijdvak in (heel_jaar(NU), Tijdvak((NU, 2), (NU, 3)), Tijdvak((TOEN, 1), (NU, 4))):
        later = stel_vast(erna, tijdvak, LOPEND, gegeven, eerst)
        assert {cel: waarde for cel, waarde in later.items() if cel.jaar == NU} == eerst


def _per_gemeente(alle: Sequence[Cijfertabel]) -> Cijfertabel:
    return next(tabel for tabel in alle if tabel.titel.startswith("Casussen begonnen (instroom), per"))
