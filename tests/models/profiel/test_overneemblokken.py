"""The blocks ``overnemen`` of a profile: what is refused, and where."""

from __future__ import annotations

import pytest

from zvh_desktop.errors import ProfielOngeldig
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.lezen import lees_bewaard_profiel, lees_profiel


@pytest.mark.parametrize(
    ("was", "wordt", "plaats"),
    [
        ('systeem = "Vis2"', 'systeem = "Vis3"', "overnemen[2].systeem"),
        ('systeem = "Vis2"', 'systeem = "GCOS"', "overnemen[2].systeem"),
        ('velden = ["casusnummer", "aanpak"', 'velden = ["bsn", "aanpak"', "overnemen[3].velden"),
        ('velden = ["casusnummer", "aanpak"', 'velden = ["aanpak", "aanpak"', "overnemen[3].velden"),
        ('systeem = "Amazone"', 'systeem = "Amazone"\nscherm = 1', "overnemen[3].scherm"),
    ],
)
def test_een_blok_dat_niet_kan_wordt_geweigerd(was: str, wordt: str, plaats: str) -> None:
    tekst = laad_meegeleverd("twente").brontekst
    assert was in tekst
    with pytest.raises(ProfielOngeldig) as gevangen:
        lees_profiel(tekst.replace(was, wordt, 1), "proef.toml")
    assert plaats in [bevinding.plaats for bevinding in gevangen.value.bevindingen]


def test_een_profiel_van_voor_deze_sleutel_neemt_niets_over() -> None:
    tekst = laad_meegeleverd("twente").brontekst
    begin, eind = tekst.index("[[overnemen]]"), tekst.index("[convenant]")
    assert lees_bewaard_profiel(tekst[:begin] + tekst[eind:], "oud").overnemen == ()
