"""A name that does not belong is found, however it was typed: a name that is missed goes to a partij."""

from __future__ import annotations

import pytest

from zvh_desktop.services.werkplek.vermelding import Vermeldingen


@pytest.mark.parametrize(
    ("naam", "tekst"),
    [
        ("T. d'Hontproef", "Gisteren belde T. d’Hontproef weer."),
        ("T. d’Hontproef", "Gisteren belde T. d'Hontproef weer."),
        ("Anna Proefstra", "Met Anna  Proefstra is gebeld."),
        ("Anna Proefstra", "Met Anna\u00a0Proefstra is gebeld."),
        ("Anna Proefstra", "Met Anna\nProefstra is gebeld."),
        ("Anna Proefstra", "Met Anna Proef\u00adstra is gebeld."),
        ("Anna Proefstra", "Met ANNA PROEFSTRA's zus is gebeld."),
        ("Anna Proefstra", "(Anna Proefstra)"),
        ("Zoë Proefstra", "Zoe Proefstra"),
        ("Zoe Proefstra", "Zoe\u0308 Proefstra"),
        ("Paweł Próbny", "pawel probny"),
        ("A. Jansenproef-de Vriesproef", "A. Jansenproef – de Vriesproef"),
        ("A. Jansenproef-de Vriesproef", "A Jansenproef de Vriesproef"),
        ("Stichting Proef & Zorg", "stichting proef & zorg"),
        ("Fatima El Tajribati", "Morgen komt Fatima Eltajribati langs."),
        ("Eltajribati", "Morgen komt mevrouw El Tajribati langs."),
        ("Fatima El-Tajribati", "fatima el\ntajribati"),
        ("Sean O'Neiltest", "Sean ONeiltest, zoon van"),
        ("Sean ONeiltest", "Sean O’Neiltest"),
        ("Jan in 't Proefveld", "Jan intProefveld"),
        ("Jürgen Müllertest", "Juergen Muellertest"),
        ("Juergen Muellertest", "Jürgen Müllertest"),
        ("Åsa Prøve", "Aasa Proeve"),
        ("T. Meijerproef", "T. Meyerproef"),
        ("J.P. Toets", "JP Toets"),
        ("Anna Toets-Proefboer", "Anna Toets Proefboer"),
    ],
)
def test_een_naam_wordt_gevonden_hoe_hij_ook_is_getypt(naam: str, tekst: str) -> None:
    assert Vermeldingen((tekst,)).noemt(naam)
    assert Vermeldingen(("Vooraf.", tekst)).noemt(naam)


@pytest.mark.parametrize(
    ("naam", "tekst"),
    [
        ("Proef", "Proefstra"),
        ("Anna Proef", "Anna Proefstra"),
        ("Bos", "Bosbeheer"),
        ("...", "niets"),
        ("Anna", ""),
        ("Opal", "Het viel op al eerder"),
        ("Anna Proef", "Ganna Proef"),
        ("Ina", "in a"),
        ("Müller", "Mullerstraat"),
    ],
)
def test_een_deel_van_een_ander_woord_is_de_naam_niet(naam: str, tekst: str) -> None:
    assert not Vermeldingen((tekst,)).noemt(naam)


def test_een_casusnummer_wordt_herkend_met_elk_streepje() -> None:
    tekst = "Zie 2026-0012, 2026–0013, 2026 - 0014, 2026/0015 en 2026\u00ad-0016; niet 12026-00171 of 06-12345678."
    assert Vermeldingen((tekst,)).casusnummers() == {"2026-0012", "2026-0013", "2026-0014", "2026-0015", "2026-0016"}
