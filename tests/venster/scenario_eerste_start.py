"""The first start on a computer: through the assistant to a vault with three accounts."""

from __future__ import annotations

import pytest
from scherm import GROOT, LAPTOP
from toneel import Toneel

from zvh_desktop.models.keuzes import Rol

WACHTWOORD = "vier losse woorden samen"
EIGEN = "eigen woorden na de eerste keer"


def _account(toneel: Toneel, rol: Rol, naam: str) -> None:
    toneel.wacht_op(f"{rol.value}_weergave_veld")
    toneel.typ(f"Testpersoon {naam}", op=f"{rol.value}_weergave_veld")
    toneel.typ(f"t.{naam}", op=f"{rol.value}_naam_veld")
    for veld in ("nieuw_wachtwoord_veld", "herhaal_wachtwoord_veld"):
        toneel.typ(WACHTWOORD, op=veld)
    _verder(toneel)


def _verder(toneel: Toneel) -> None:
    toneel.wacht_op("volgende_knop", aan=True)
    toneel.klik("volgende_knop")


@pytest.mark.parametrize("toneel", [LAPTOP, GROOT], indirect=True, ids=str)
def test_van_eerste_start_tot_open_kluis(toneel: Toneel) -> None:
    programma = toneel.start()
    toneel.wacht_op("assistent")
    toneel.klik("begin_nieuw")
    _verder(toneel)
    toneel.wacht_op("profiel_keuze")
    toneel.toets("Down")
    _verder(toneel)
    toneel.wacht_op("partijen_boom")
    _verder(toneel)
    _account(toneel, Rol.BEHEERDER, "beheer")
    _account(toneel, Rol.PROCESREGISSEUR, "regie")
    toneel.klik(f"{Rol.MEDEWERKER.value}_later_vak")
    _verder(toneel)
    toneel.wacht_op("volgende_knop", tekst="Maak de kluis")
    _verder(toneel)
    toneel.klik("herstelsleutel_bewaard_vak")
    _verder(toneel)
    toneel.wacht_op_hoofdvenster()
    toneel.sluit_venster()
    assert programma.einde() == "0"
    toneel.start()
    assert toneel.wacht_op("kluis_keuze").tekst == "casustafel"
    toneel.typ_aanmelding("t.regie", WACHTWOORD)
    for veld in ("nieuw_wachtwoord_veld", "herhaal_wachtwoord_veld"):
        toneel.typ(EIGEN, op=f"eigenwachtwoorddialoog > {veld}")
    toneel.klik("eigen_wachtwoord_knop")
    toneel.wacht_op("melding")  # of this user nothing was seen on this computer before: said once
    toneel.toets("Return")
    toneel.wacht_op_hoofdvenster()
    toneel.sluit_venster()
    assert toneel.programma.einde() == "0"


def test_stoppen_bij_de_assistent(toneel: Toneel) -> None:
    programma = toneel.start()
    toneel.klik("stop_knop")
    assert programma.einde() == "0"
