"""Nothing from 1 to 4 can be read or worked out: not from a table, not from two, not from a report of before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zvh_desktop.models.cijfers.maten import Afloop, Indeling, Maat, reden_van
from zvh_desktop.services.cijfers.publicatie import KWARTALEN, jaar_van, kwartalen_van
from zvh_desktop.services.cijfers.tellen import Cijfercel, Telling
from zvh_desktop.services.cijfers.verbergen import (
    aandeel_in_tienen,
    is_klein,
    jaar_mag_bij,
    middelste,
    te_verbergen,
)

WEINIG = settings(max_examples=60, deadline=None, derandomize=True)
JAAR = 2025
Atoom = tuple[int, str, str, str]
REDENEN = {"a": Afloop.SUCCESVOL, "b": Afloop.SUCCESVOL, "c": Afloop.ANDERS, "d": Afloop.ANDERS}
ATOMEN = tuple(product(KWARTALEN, "xyz", "pqr", REDENEN))


@pytest.mark.parametrize(
    ("delen", "weg"),
    [
        ({"a": 10, "b": 20}, ""),
        ({"a": 0, "b": 20}, ""),
        ({"a": 3, "b": 20}, "ab"),  # alone it would be the rest; the only other one goes too
        ({"a": 3, "b": 20, "c": 30}, "ab"),
        ({"a": 1, "b": 1, "c": 9, "d": 30}, "abc"),  # together 2
        ({"a": 4, "b": 4, "c": 9, "d": 30}, "abc"),  # 8 for two that are at most 4 says that each is 4
        ({"a": 4, "b": 3, "c": 9}, "ab"),
        ({"a": 2, "b": 6, "c": 6, "d": 7}, "abc"),  # of two that are as large both go
    ],
)
def test_wat_weg_moet(delen: dict[str, int], weg: str) -> None:
    assert te_verbergen(delen) == frozenset(weg)


@WEINIG
@given(st.lists(st.integers(0, 9), min_size=1, max_size=5))
def test_wat_verborgen_is_kan_meer_dan_een_getal_zijn(waarden: list[int]) -> None:
    """Also for somebody who knows these rules: another division of the same rest gives exactly the same report."""
    delen = dict(enumerate(waarden))
    weg = te_verbergen(delen)
    assert all(not is_klein(waarde) for deel, waarde in delen.items() if deel not in weg)
    rest = sum(delen[deel] for deel in weg)
    if not weg or is_klein(sum(waarden)):
        return
    if rest == len(weg):
        return  # each is 1: that says only who knows of how many it is the sum, and a report tells that of no division
    assert rest >= 5
    mogelijk: dict[int, set[int]] = {deel: set() for deel in weg}
    for anders in _verdelingen(rest, len(weg)):
        wereld = {**delen, **dict(zip(sorted(weg), anders, strict=True))}
        if te_verbergen(wereld) == weg:
            for deel in weg:
                mogelijk[deel].add(wereld[deel])
    assert all(len(mogelijk[deel]) > 1 for deel in weg if is_klein(delen[deel]))


def _verdelingen(som: int, delen: int) -> Iterator[tuple[int, ...]]:
    """Every way to divide it in parts of at least one."""
    for grenzen in combinations(range(1, som), delen - 1):
        yield tuple(b - a for a, b in zip((0, *grenzen), (*grenzen, som), strict=True))


def test_een_jaar_na_zijn_kwartalen() -> None:
    assert jaar_mag_bij(30, {1: 10, 2: 10, 3: 10, 4: 0})
    assert not jaar_mag_bij(33, {1: 10, 2: 10, 3: 10, 4: None})  # the fourth would be 3
    assert not jaar_mag_bij(28, {1: 10, 2: 10, 3: None, 4: None})  # each would be 4
    assert jaar_mag_bij(27, {1: 10, 2: 10, 3: None, 4: None})
    assert not jaar_mag_bij(22, {1: 10, 2: 10, 3: None, 4: None})
    assert not jaar_mag_bij(31, {1: 10, 2: 10, 3: 10, 4: 0})  # one was recorded later


def test_aandelen_en_middens_zeggen_geen_klein_aantal() -> None:
    assert aandeel_in_tienen(19, 19) is None
    for geheel in range(20, 60):
        per_tiental: dict[int, set[int]] = {}
        for deel in range(geheel + 1):
            getal = aandeel_in_tienen(deel, geheel)
            assert getal is not None
            per_tiental.setdefault(getal, set()).add(deel)
        assert all(len(mogelijk) > 1 or mogelijk == {0} for mogelijk in per_tiental.values()), geheel
    assert middelste({3: 2, 5: 2}) is None
    assert middelste({3: 2, 5: 2, 40: 1}) == 5


@WEINIG
@given(
    st.lists(st.tuples(st.sampled_from(ATOMEN), st.integers(1, 9)), max_size=24), st.sets(st.sampled_from(KWARTALEN))
)
def test_geen_som_of_verschil_van_cijfers_is_klein(hoeveel: list[tuple[Atoom, int]], in_het_jaar: set[int]) -> None:
    """Everything that was ever told of a year, added and subtracted in whatever way, gives no cell from 1 to 4."""
    atomen: Counter[Atoom] = Counter()
    for atoom, aantal in hoeveel:
        atomen[atoom] += aantal
    telling = _telling(atomen)
    eerder = kwartalen_van(telling, JAAR, sorted(in_het_jaar))
    verteld = {**eerder, **jaar_van(telling, JAAR, eerder)}
    assert all(verteld[cel] == waarde for cel, waarde in eerder.items())
    bekend = [_atomen_van(cel) for cel, waarde in verteld.items() if waarde is not None and cel.maat == Maat.UITSTROOM]
    ruimte = Ruimte(bekend)
    for rij in _te_kennen(telling):
        aantal = sum(atomen[atoom] for atoom in rij)
        assert not (is_klein(aantal) and rij in ruimte), (aantal, rij)


def _telling(atomen: Mapping[Atoom, int]) -> Telling:
    uit: Telling = Counter()
    maat = Maat.UITSTROOM.value
    for (kwartaal, aanpak, gemeente, reden), aantal in atomen.items():
        for cel in (
            Cijfercel(JAAR, kwartaal, maat),
            Cijfercel(JAAR, 0, maat),
            Cijfercel(JAAR, 0, maat, Indeling.AANPAK.value, aanpak),
            Cijfercel(JAAR, 0, maat, Indeling.GEMEENTE.value, gemeente),
            Cijfercel(JAAR, 0, maat, Indeling.AFLOOP.value, REDENEN[reden].value),
            Cijfercel(JAAR, 0, maat, reden_van(REDENEN[reden]), reden),
        ):
            uit[cel] += aantal
    return uit


def _atomen_van(cel: Cijfercel) -> frozenset[Atoom]:
    def past(atoom: Atoom) -> bool:
        kwartaal, aanpak, gemeente, reden = atoom
        per = {"": "", "aanpak": aanpak, "gemeente": gemeente, "afloop": REDENEN[reden].value}
        eigen = per.get(cel.indeling, reden if cel.indeling == reden_van(REDENEN[reden]) else None)
        return cel.kwartaal in (0, kwartaal) and eigen == cel.sleutel

    return frozenset(filter(past, ATOMEN))


def _te_kennen(telling: Telling) -> Iterator[frozenset[Atoom]]:
    """Every cell, and every few cells of one division or of the quarters together."""
    groepen: dict[tuple[bool, str], list[Cijfercel]] = {}
    for cel in telling:
        groepen.setdefault((cel.kwartaal > 0, cel.indeling), []).append(cel)
    for cellen in groepen.values():
        for aantal in range(1, len(cellen) + 1):
            for keuze in combinations(cellen, aantal):
                yield frozenset().union(*(_atomen_van(cel) for cel in keuze))


class Ruimte:
    """Whatever can be made of sums of atoms by adding and subtracting them any number of times."""

    def __init__(self, rijen: Iterable[frozenset[Atoom]]) -> None:
        self._basis: list[tuple[int, list[Fraction]]] = []
        for rij in rijen:
            over = self._over(_als_vector(rij))
            plaats = next((i for i, waarde in enumerate(over) if waarde), None)
            if plaats is not None:
                self._basis.append((plaats, [waarde / over[plaats] for waarde in over]))

    def __contains__(self, rij: frozenset[Atoom]) -> bool:
        return not any(self._over(_als_vector(rij)))

    def _over(self, vector: Sequence[Fraction]) -> list[Fraction]:
        uit = list(vector)
        for plaats, basis in self._basis:
            if uit[plaats]:
                keer = uit[plaats]
                uit = [a - keer * b if b else a for a, b in zip(uit, basis, strict=True)]
        return uit


def _als_vector(rij: frozenset[Atoom]) -> list[Fraction]:
    return [Fraction(atoom in rij) for atoom in ATOMEN]
