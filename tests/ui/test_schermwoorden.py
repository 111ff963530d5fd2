"""Every screen in each house: no word of another house on a button, in a table, on hovering or for the screen reader.

A practice vault of the house is walked through as each role. On every page every button is pressed that can be; what
opens is read and closed again, and so is what the application says or asks.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from beurten import om_beurten
from oefenkluizen import Oefenkluizen
from ongelukken import Ongelukken
from pytestqt.qtbot import QtBot
from schermlezer import Lezer, loop_door_het_huis
from ui_hulp import GOED_WACHTWOORD, NepMeldingen
from woorden_van_huizen import HUIZEN

from zvh_desktop.models.profiel.bronnen import laad_meegeleverd, meegeleverde_profielen
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.ui.eerste_start.assistent import Assistent
from zvh_desktop.ui.eerste_start.stappen import maak_stappen
from zvh_desktop.ui.gereedschap import Gereedschap

MET_ALLES = ("twente", "delft")
"""Between them they have every part of the application: opschaling, and what only a regional casustafel has."""


def test_elk_meegeleverd_huis_wordt_doorlopen() -> None:
    assert sorted(HUIZEN) == sorted(meegeleverde_profielen())


@pytest.mark.timeout(1500)
@pytest.mark.parametrize("huis", om_beurten(HUIZEN))
def test_elk_scherm_zegt_de_woorden_van_het_huis_en_doet_niets_per_ongeluk(
    huis: str,
    qtbot: QtBot,
    lezer: Lezer,
    gereedschap: Gereedschap,
    meldingen: NepMeldingen,
    oefenkluizen: Oefenkluizen,
    tmp_path: Path,
) -> None:
    """One walk for both: going everywhere is what takes the time."""
    lezer.kijk = ongelukken = Ongelukken(qtbot, meldingen, lezer.dialogen, alles=huis in MET_ALLES)
    kluis = oefenkluizen.kopie(huis, tmp_path / "proef.kluis")
    loop_door_het_huis(lezer, gereedschap, kluis, elke_casus=huis in MET_ALLES)
    assert len(lezer.gelezen) > 1_000
    assert lezer.vreemd(laad_meegeleverd(huis)) == []
    assert sorted(set(lezer.gezien)) == []
    gedaan = ongelukken.geteld
    assert (min(gedaan["alt"], gedaan["uitgezet"]) > 100) is (huis in MET_ALLES)
    assert (min(gedaan["wiel"], gedaan["rechts"]) > 1_000) is (huis in MET_ALLES)


@pytest.mark.parametrize("huis", HUIZEN)
def test_de_eerste_start_zegt_na_de_keuze_de_woorden_van_het_huis(
    huis: str, lezer: Lezer, gereedschap: Gereedschap, tmp_path: Path
) -> None:
    """Where a house is still to be chosen all of them stand in the list; that step is left out."""
    profiel = laad_meegeleverd(huis)
    assistent = Assistent(ToegangDienst(), gereedschap)
    assistent.vul_aan(maak_stappen)
    assistent.show()
    assistent.stappen.huis.map_veld.setText(str(tmp_path))
    assistent.stappen.huis.naam_veld.setText("proef")
    assistent.volgende_knop.click()
    assistent.stappen.huis.profiel_keuze.setCurrentIndex(assistent.stappen.huis.profiel_keuze.findData(huis))
    assistent.volgende_knop.click()
    for stap in (assistent.stappen.beheerder, assistent.stappen.procesregisseur, assistent.stappen.medewerker):
        assistent.volgende_knop.click()
        assert assistent.stap() is stap
        stap.weergave_veld.setText("J. Oefenman")
        stap.naam_veld.setText(f"oefenman.{stap.rol.value}")
        stap.wachtwoord.eerste.setText(GOED_WACHTWOORD)
        stap.wachtwoord.tweede.setText(GOED_WACHTWOORD)
    assistent.volgende_knop.click()
    assert assistent.stap() is assistent.stappen.overzicht
    lezer.lees("eerste start", assistent, behalve=(assistent.stappen.huis,))
    assert assistent.stappen.medewerker.kop.text() == f"Een account als {profiel.termen.administratief_medewerker}"
    gezegd = " ".join(lezer.gelezen)
    for term in (profiel.termen.administratief_medewerker, profiel.termen.procesregisseur):
        assert term in gezegd
        assert hoofdletter(term) in gezegd
    assert lezer.vreemd(laad_meegeleverd(huis)) == []
    assistent.maak_leeg()
    assistent.hide()
