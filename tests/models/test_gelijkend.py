"""Which names a reader takes for one another, and which not."""

from __future__ import annotations

import pytest

from zvh_desktop.models.profiel.bronnen import laad_meegeleverd, meegeleverde_profielen
from zvh_desktop.models.tekst.gelijkend import lijkt_op, verschil_zin

GELIJKEND = [
    ("PoIitie", "Politie"),
    ("Po1itie", "Politie"),
    ("POLlTIE", "Politie"),
    ("POL1TIE", "POLITIE"),
    ("lsala", "Isala"),
    ("lSALA", "Isala"),
    ("0M", "OM"),
    ("Zorg 0", "Zorg O"),
    ("Team 1", "Team l"),
    ("Amhem", "Arnhem"),
    ("Vverk en Inkomen", "Werk en Inkomen"),
    ("Bureau  Zuid", "Bureau Zuid"),
    ("AI", "Al"),
    ("j.oefenrnan", "j.oefenman"),
    ("Regie", "regie"),
]
ANDERS = [
    ("Politie", "Politiek"),
    ("GGI", "GGL"),
    ("Ali", "All"),
    ("Zorg A", "Zorg B"),
    ("Team 1", "Team 2"),
    ("Team 10", "Team 11"),
    ("OM", "OMO"),
    ("Wil", "Wei"),
    ("Politie", "Politie"),
]


@pytest.mark.parametrize(("naam", "ander"), GELIJKEND)
def test_wat_een_lezer_verwisselt_lijkt_op_elkaar(naam: str, ander: str) -> None:
    assert lijkt_op(naam, ["Iets heel anders", ander]) == ander
    assert lijkt_op(ander, [naam]) == naam


@pytest.mark.parametrize(("naam", "ander"), ANDERS)
def test_wat_te_zien_is_lijkt_niet_op_elkaar(naam: str, ander: str) -> None:
    assert lijkt_op(naam, [ander]) is None


def test_het_verschil_staat_er_in_woorden() -> None:
    assert verschil_zin("PoIitie", "Politie") == "Hier staat een hoofdletter i, daar een kleine l."
    assert verschil_zin("0M", "OM") == "Hier staat het cijfer 0, daar een hoofdletter o."
    assert verschil_zin("Amhem", "Arnhem") == "De letters r en n naast elkaar lijken op een m."
    assert verschil_zin("Politie", "POLITIE") == ""


@pytest.mark.parametrize("sleutel", meegeleverde_profielen())
def test_over_geen_partij_van_een_huis_wordt_iets_gevraagd(sleutel: str) -> None:
    partijen = laad_meegeleverd(sleutel).partijen
    for namen in ([een.naam for een in partijen], [een.kort for een in partijen]):
        assert [naam for naam in namen if lijkt_op(naam, namen)] == []
