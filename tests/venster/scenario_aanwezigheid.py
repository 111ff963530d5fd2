"""Who was present, in a real window: stray letters change nothing, each change goes back, and the mouse has a menu."""

from __future__ import annotations

import blik
from PySide6.QtWidgets import QApplication, QMenu
from toneel import REGISSEUR, Toneel

from zvh_desktop.models.keuzes import OverlegStatus, VerslagStatus
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina

LIJST = "verslag_aanwezigen"


def test_letters_ongedaan_en_muis(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis(), REGISSEUR)
    toneel.ga_naar("tafels_pagina")
    assert toneel.wacht_tot(open_verslag)
    toneel.wacht_op(LIJST)
    voor = toneel.wacht_tot(standen)
    partij = toneel.vraag(blik.regels, LIJST)[0]
    toneel.klik_regel(LIJST, partij)
    toneel.typ("was vast fijn")
    toneel.toets("Down", "Up")
    assert toneel.vraag(standen) == voor
    toneel.klik("verslag_afgevaardigde")
    toneel.toets("shift+Tab")
    toneel.wacht_tot(heeft_focus, LIJST)
    toneel.typ("w")
    na = toneel.wacht_tot(anders_dan, voor)
    toneel.toets("ctrl+z")
    toneel.wacht_tot(gelijk_aan, voor)
    toneel.toets("ctrl+shift+z")
    toneel.wacht_tot(gelijk_aan, na)
    toneel.toets("ctrl+z")
    toneel.wacht_tot(gelijk_aan, voor)
    toneel.klik("verslag_aanwezig_knop")
    toneel.wacht_tot(menu_open)
    toneel.toets("Escape")
    toneel.wacht_tot(menu_dicht)
    assert toneel.vraag(standen) == voor
    toneel.klik_regel(LIJST, partij, knop="rechts")
    toneel.wacht_tot(menu_open)
    toneel.beeld("aanwezigheid-menu")
    toneel.toets("w")
    toneel.wacht_tot(gelijk_aan, na)
    toneel.wacht_tot(menu_dicht)
    toneel.toets("ctrl+z")
    toneel.wacht_tot(gelijk_aan, voor)
    toneel.sluit_venster()
    assert programma.einde() == "0"


def open_verslag() -> bool:
    """The verslag of a tafel that was held and is not vastgesteld, or of one that can be held, at its first casus."""
    pagina, venster = blik.zoek("tafels_pagina"), blik.zoek("hoofdvenster")
    assert isinstance(pagina, TafelsPagina) and isinstance(venster, Hoofdvenster)
    diensten = pagina._diensten
    goed = (OverlegStatus.AKKOORD, OverlegStatus.VERZONDEN, OverlegStatus.GEHOUDEN)
    for regel in diensten.tafels.lijst():
        if regel.status not in goed or diensten.tafels.toon(regel.id).verslag_status is VerslagStatus.VASTGESTELD:
            continue
        punt = next((een for een in diensten.verslagen.toon(regel.id).punten if len(een.aanwezigen) > 1), None)
        if punt is not None:
            venster.ga_naar("tafels", BijTafel(regel.id, 3, punt.id))
            return True
    raise LookupError("de oefenkluis heeft geen verslag in concept met aanwezigen")


def standen() -> list[str]:
    return blik.regels(LIJST, 1)


def anders_dan(voor: list[str]) -> list[str]:
    nu = standen()
    return [] if nu == voor else nu


def gelijk_aan(verwacht: list[str]) -> bool:
    return standen() == verwacht


def heeft_focus(naam: str) -> bool:
    return blik.met_focus() == naam


def menu_open() -> bool:
    return isinstance(QApplication.activePopupWidget(), QMenu)


def menu_dicht() -> bool:
    return QApplication.activePopupWidget() is None
