"""Opening a tafel from the list: what a medewerker does all day."""

from __future__ import annotations

import blik
from toneel import REGISSEUR, Toneel


def test_een_tafel_openen(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis(), REGISSEUR)
    toneel.klik_regel("navigatie", "afels")
    toneel.wacht_op("tafels_pagina")
    regels = toneel.wacht_tot(blik.regels, "tafels_tabel")
    assert regels
    toneel.klik_regel("tafels_tabel", regels[0], dubbel=True)
    toneel.wacht_op("tafel_werkblad")
    toneel.sluit_venster()
    assert programma.einde() == "0"


def test_een_brief_bekijken_als_pdf(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis(), REGISSEUR)
    toneel.ga_naar("tafels_pagina")
    regels = toneel.wacht_tot(blik.regels, "tafels_tabel")
    toneel.klik_regel("tafels_tabel", regels[0], dubbel=True)
    toneel.wacht_op("tafel_werkblad")
    toneel.klik("=2 Uitnodigen")
    toneel.wacht_tot(blik.bladzijden, "pdf_beeld")
    toneel.sluit_venster()
    assert programma.einde() == "0"
