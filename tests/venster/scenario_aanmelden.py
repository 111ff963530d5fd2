"""Logging in on an existing vault, and walking along every page."""

from __future__ import annotations

import blik
import pytest
from scherm import GROOT, LAPTOP
from toneel import MEDEWERKER, REGISSEUR, Toneel


@pytest.mark.parametrize("toneel", [LAPTOP, GROOT], indirect=True, ids=str)
def test_aanmelden_en_langs_elke_pagina(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis())
    gezien = [toneel.wacht_tot(blik.pagina)]
    for nummer in range(2, len(toneel.vraag(blik.regels, "navigatie")) + 1):
        toneel.toets(f"ctrl+{nummer}")
        gezien.append(toneel.wacht_tot(blik.andere_pagina, tuple(gezien)))
    assert len(gezien) == len(set(gezien)) >= 6
    toneel.sluit_venster()
    assert programma.einde() == "0"


def test_een_verkeerd_wachtwoord_laat_het_venster_staan(toneel: Toneel) -> None:
    programma = toneel.start("--kluis", toneel.oefenkluis())
    toneel.wacht_op("aanmeldvenster")
    toneel.typ(MEDEWERKER[0], op="naam_veld")
    toneel.typ("niet het goede", op="wachtwoord_veld")
    toneel.klik("open_knop")
    toneel.wacht_op("aanmelden_melding", tekst="wachtwoord")
    toneel.wacht_op("wachtwoord_veld", aan=True)
    toneel.meld_aan(*MEDEWERKER)
    toneel.sluit_venster()
    assert programma.einde() == "0"


def test_tijdens_het_openen_sluit_het_venster_niet(toneel: Toneel) -> None:
    programma = toneel.start("--kluis", toneel.oefenkluis())
    toneel.wacht_op("aanmeldvenster")
    toneel.typ(REGISSEUR[0], op="naam_veld")
    toneel.typ(REGISSEUR[1], op="wachtwoord_veld")
    toneel.wacht_op("open_knop", aan=True)
    toneel.toets("Return", "alt+F4", "Escape")
    toneel.wacht_op("hoofdvenster")
    toneel.sluit_venster()
    assert programma.einde() == "0"
