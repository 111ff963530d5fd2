"""Beheer, Instellingen: a choice only where the convenant gives two answers, with both of them and their reasons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from proefkluis import BEHEER, maak_sjabloon, open_diensten
from pytestqt.qtbot import QtBot

from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.regels import HuisLezing, beschrijf_huis
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.instellingen import HuisInstellingenDeel
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.widgets.lezingkeuze import Lezingkeuze

Opener = Callable[..., Diensten]


def maak_deel(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> HuisInstellingenDeel:
    deel = HuisInstellingenDeel(diensten, gereedschap)
    qtbot.addWidget(deel)
    deel.resize(900, 900)
    deel.show()
    deel.vernieuw()
    return deel


@pytest.mark.parametrize(
    ("huis", "afschaling", "casusregisseur"),
    [
        ("landelijk", [], []),
        ("twente", [], ["casustafel", "mdo"]),
        ("haaglanden", ["samen", "casusoverleg"], []),
        ("midden-limburg", [], []),
        ("delft", [], []),
    ],
)
def test_alleen_waar_het_convenant_twee_antwoorden_geeft(
    huis: str, afschaling: list[str], casusregisseur: list[str]
) -> None:
    beeld = beschrijf_huis(laad_meegeleverd(huis))
    assert [lezing.sleutel for lezing in beeld.lezingen_afschaling] == afschaling
    assert [lezing.sleutel for lezing in beeld.lezingen_casusregisseur] == casusregisseur
    for lezingen in (beeld.lezingen_afschaling, beeld.lezingen_casusregisseur):
        assert [lezing.standaard for lezing in lezingen] == [True, False][: len(lezingen)]


def test_de_keuze_toont_beide_lezingen_en_wordt_bewaard(qtbot: QtBot, openen: Opener, gereedschap: Gereedschap) -> None:
    deel = maak_deel(qtbot, openen(BEHEER), gereedschap)
    keuze = deel.lezing_casusregisseur
    assert not deel.lezing_afschaling.isVisible()
    assert keuze.isVisible()
    assert keuze.gekozen() == "casustafel"
    uitleg = keuze.accessibleDescription()
    for zin in (
        "De Regionale Casustafel wijst de casusregisseur aan (art. 7.4 onder a), standaard: ",
        "Het MDO bepaalt wie casusregisseur wordt (bijlage 3, fase 4): ",
        "De artikelen gaan voor een toelichting in een bijlage.",
        "Zo gaat het vaak in de praktijk",
    ):
        assert zin in uitleg
    assert bevindingen(deel) == []
    keuze.kies("mdo")
    deel.bewaar_nu()
    diensten = openen(BEHEER)
    assert diensten.instellingen.toon().lezing_casusregisseur == "mdo"
    opnieuw = maak_deel(qtbot, diensten, gereedschap)
    assert opnieuw.lezing_casusregisseur.gekozen() == "mdo"
    assert opnieuw.invoer() == diensten.instellingen.toon()


def test_in_haaglanden_dezelfde_keuze_over_afschaling(qtbot: QtBot, tmp_path: Path, gereedschap: Gereedschap) -> None:
    maak_sjabloon(tmp_path / "haags.kluis", "haaglanden", 3)
    diensten = open_diensten(tmp_path / "haags.kluis", BEHEER)
    try:
        deel = maak_deel(qtbot, diensten, gereedschap)
        assert not deel.lezing_casusregisseur.isVisible()
        assert deel.lezing_afschaling.isVisible()
        assert "(art. 1.10), standaard: " in deel.lezing_afschaling.accessibleDescription()
        deel.lezing_afschaling.kies("casusoverleg")
        deel.bewaar_nu()
        assert diensten.instellingen.toon().lezing_afschaling == "casusoverleg"
    finally:
        diensten.sluit()


def test_een_onbekende_lezing_toont_de_standaard(qtbot: QtBot) -> None:
    lezingen = (HuisLezing("a", "Eén", "art. 1", "Reden.", True), HuisLezing("b", "Twee", "art. 2", "Reden.", False))
    keuze = Lezingkeuze(lezingen)
    qtbot.addWidget(keuze)
    keuze.kies("b")
    assert keuze.gekozen() == "b"
    keuze.kies("verdwenen")
    assert keuze.gekozen() == "a"
