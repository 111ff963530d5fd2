"""Two people in one text: nothing that one of them wrote is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvh_desktop.models.tekst.samenvoegen import Botsing, voeg_samen

OUD = "Moeder belt.\nDe school is bezorgd.\nAfspraak volgt."

ALINEAS = st.lists(st.sampled_from(["a", "b", "c", "d", "", "e f"]), max_size=6).map("\n".join)


@pytest.mark.parametrize(
    ("hier", "daar", "samen"),
    [
        (OUD, "Anders.", "Anders."),
        ("Anders.", OUD, "Anders."),
        ("Anders.", "Anders.", "Anders."),
        (
            OUD.replace("belt", "belde"),
            OUD.replace("volgt", "staat"),
            "Moeder belde.\nDe school is bezorgd.\nAfspraak staat.",
        ),
        (f"{OUD}\nVan hier.", f"{OUD}\nVan daar.", f"{OUD}\nVan daar.\nVan hier."),
        (f"Eerst dit.\n{OUD}", f"{OUD}\nDan dat.", f"Eerst dit.\n{OUD}\nDan dat."),
        (OUD.replace("De school is bezorgd.\n", ""), OUD.replace("volgt", "staat"), "Moeder belt.\nAfspraak staat."),
        (f"{OUD} Morgen.", f"{OUD}\nVan daar.", f"{OUD} Morgen.\nVan daar."),
    ],
    ids=["niets-hier", "niets-daar", "hetzelfde", "elk-een-alinea", "allebei-erbij", "voor-en-achter", "weg", "naast"],
)
def test_wat_elkaar_niet_raakt_staat_er_allebei(hier: str, daar: str, samen: str) -> None:
    uitkomst = voeg_samen(OUD, hier, daar)

    assert uitkomst.tekst == samen
    assert not uitkomst.botsingen


def test_een_alinea_die_beiden_wijzigden_staat_er_twee_keer_en_dat_wordt_gezegd() -> None:
    hier, daar = OUD.replace("bezorgd", "boos"), OUD.replace("bezorgd", "gerust")

    uitkomst = voeg_samen(OUD, hier, daar)

    assert uitkomst.tekst == "Moeder belt.\nDe school is gerust.\nDe school is boos.\nAfspraak volgt."
    assert uitkomst.botsingen == (Botsing("De school is boos.", "De school is gerust."),)


def test_wat_een_weghaalde_en_de_ander_wijzigde_blijft_en_dat_wordt_gezegd() -> None:
    weg, anders = OUD.replace("De school is bezorgd.\n", ""), OUD.replace("bezorgd", "boos")

    assert voeg_samen(OUD, weg, anders).tekst == anders
    assert voeg_samen(OUD, weg, anders).botsingen == (Botsing("", "De school is boos."),)
    assert voeg_samen(OUD, anders, weg).tekst == anders


def test_wie_doortypt_in_een_alinea_die_twee_keer_staat_krijgt_haar_geen_derde_keer() -> None:
    samen = voeg_samen("Een.", "Een hier.", "Een daar.").tekst

    verder = voeg_samen("Een hier.", "Een hier en nu.", "Een hier.\nEen daar.")

    assert samen == "Een daar.\nEen hier."
    assert verder.tekst == "Een hier en nu.\nEen daar."
    assert not verder.botsingen


@given(ALINEAS, ALINEAS, ALINEAS)
def test_geen_alinea_die_iemand_schreef_is_weg(basis: str, hier: str, daar: str) -> None:
    uit = voeg_samen(basis, hier, daar).tekst.split("\n")

    oud = set(basis.split("\n"))
    assert (set(hier.split("\n")) | set(daar.split("\n"))) - oud <= set(uit)


@given(ALINEAS, ALINEAS)
def test_van_wie_niets_wijzigde_blijft_niets_hangen(basis: str, nieuw: str) -> None:
    assert voeg_samen(basis, nieuw, basis).tekst == nieuw
    assert voeg_samen(basis, basis, nieuw).tekst == nieuw
    assert voeg_samen(basis, nieuw, nieuw).tekst == nieuw


@given(ALINEAS, ALINEAS, ALINEAS)
def test_er_komt_niets_bij_dat_niemand_schreef(basis: str, hier: str, daar: str) -> None:
    uit = set(voeg_samen(basis, hier, daar).tekst.split("\n"))

    assert uit <= set(f"{basis}\n{hier}\n{daar}".split("\n"))
