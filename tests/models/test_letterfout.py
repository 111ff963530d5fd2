"""One slip of the finger: exactly the distance of one, and what the index is asked for misses none of them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from zvh_desktop.models.tekst.letterfout import KORTSTE, een_letter_anders, foutdelen, kan_fout, typewoorden

LETTERS = "ABC"


def fouten(woord: str) -> Iterator[str]:
    """Every word that is one slip away, by trying all of them."""
    for plaats in range(len(woord) + 1):
        voor, na = woord[:plaats], woord[plaats:]
        yield from (f"{voor}{letter}{na}" for letter in LETTERS)
        if na:
            yield voor + na[1:]
            yield from (f"{voor}{letter}{na[1:]}" for letter in LETTERS)
        if len(na) > 1:
            yield f"{voor}{na[1]}{na[0]}{na[2:]}"


@pytest.mark.parametrize("lengte", [KORTSTE, KORTSTE + 1])
def test_elke_fout_van_een_letter_wordt_herkend_en_in_de_index_gevonden(lengte: int) -> None:
    for letters in itertools.product(LETTERS, repeat=lengte):
        woord = "".join(letters)
        delen = foutdelen(woord)
        for anders in fouten(woord):
            assert een_letter_anders(woord, anders) == een_letter_anders(anders, woord) == (anders != woord)
            gevonden = any(all(deel in f" {anders}" for deel in keuze) for keuze in delen)
            assert gevonden or anders == woord, (woord, anders)


@pytest.mark.parametrize(
    ("een", "ander"),
    [("JANSEN", "JANSEN"), ("JANSEN", "JANZE"), ("JANSEN", "NAJSEN"), ("JANSEN", "JANSENSX"), ("JANSEN", "JNASNE")],
)
def test_meer_dan_een_fout_is_er_geen(een: str, ander: str) -> None:
    assert not een_letter_anders(een, ander)


def test_alleen_een_woord_van_genoeg_letters_mag_een_fout_hebben() -> None:
    assert kan_fout("OSTER")
    assert not kan_fout("JANS")
    assert not kan_fout("20260")


def test_accenten_en_ij_zijn_geen_fout() -> None:
    assert typewoorden("IJsbrand d'Östergård-Vos") == typewoorden("ysbrand D’ostergard VOS")
