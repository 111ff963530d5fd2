"""A space and a word typed right after a dialog opens land in its first field; no button is pressed."""

from __future__ import annotations

import blik
import pytest
from PySide6.QtWidgets import QApplication
from toneel import BEHEERDER, REGISSEUR, Toneel


@pytest.mark.parametrize(
    ("account", "pagina", "deel", "knop", "dialoog"),
    [
        (REGISSEUR, "partijen_pagina", "", "partij_toevoegen_knop", "partijdialoog"),
        (REGISSEUR, "partijen_pagina", "", "contact_toevoegen_knop", "contactdialoog"),
        (BEHEERDER, "beheer_pagina", "accounts", "account_toevoegen_knop", "accountdialoog"),
    ],
)
def test_spatie_en_woord(
    toneel: Toneel, account: tuple[str, str], pagina: str, deel: str, knop: str, dialoog: str
) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis(), account)
    toneel.ga_naar(pagina)
    if deel:
        toneel.klik_regel("beheer_onderdelen", "ccounts")
    toneel.klik(knop)
    toneel.wacht_op(dialoog)
    toneel.toets("space")
    toneel.typ("Jaarplan 2027")
    toneel.wacht_tot(staat_in_het_eerste_veld, dialoog, "Jaarplan 2027")
    toneel.toets("Escape", "Escape")
    toneel.wacht_weg(dialoog)
    toneel.sluit_venster()
    assert programma.einde() == "0"


def staat_in_het_eerste_veld(dialoog: str, tekst: str) -> bool:
    vlak, veld = blik.zoek(dialoog), QApplication.focusWidget()
    getypt = veld.property("text") if veld is not None else None
    return vlak is not None and veld is not None and vlak.isAncestorOf(veld) and str(getypt or "").strip() == tekst
