"""The screen in the room as a second window: shown by a key, empty at once, black through a lock, empty after it."""

from __future__ import annotations

import blik
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from toneel import REGISSEUR, Toneel

from zvh_desktop.models.keuzes import OverlegStatus, VerslagStatus
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina


def test_tonen_leegmaken_en_vergrendelen(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis(), REGISSEUR)
    toneel.ga_naar("tafels_pagina")
    nummer = toneel.wacht_tot(open_casus)
    toneel.klik("geheimhouding_punt")
    toneel.wacht_op("geheimhouding_punt", gekozen=True)
    toneel.toets("F8")
    toneel.wacht_tot(zaal_ziet, nummer)
    assert toneel.vraag(blik.is_actief, "hoofdvenster")  # the keyboard stays with the chair
    toneel.beeld("zaal")
    toneel.toets("F5")  # back to who is at the table
    toneel.wacht_tot(zaal_ziet_niets_van, nummer)
    toneel.klik("start_punt")
    toneel.toets("F8")
    toneel.wacht_tot(zaal_ziet, nummer)
    toneel.toets("ctrl+l")
    toneel.wacht_op("aanmeldvenster")
    toneel.wacht_tot(zaal_is_zwart)
    toneel.meld_aan(*REGISSEUR)
    toneel.wacht_tot(zaal_ziet_niets_van, nummer)
    toneel.toets("F8")
    toneel.wacht_tot(zaal_ziet, nummer)
    toneel.sluit_venster()
    assert programma.einde() == "0"


def open_casus() -> str:
    """Open the first casus of a tafel that can be held, without anybody there who may not be; its number."""
    pagina, venster = blik.zoek("tafels_pagina"), blik.zoek("hoofdvenster")
    assert isinstance(pagina, TafelsPagina) and isinstance(venster, Hoofdvenster)
    diensten = pagina._diensten
    goed = (OverlegStatus.AKKOORD, OverlegStatus.VERZONDEN, OverlegStatus.GEHOUDEN)
    for regel in diensten.tafels.lijst():
        if regel.status not in goed or diensten.tafels.toon(regel.id).verslag_status is VerslagStatus.VASTGESTELD:
            continue
        punt = next((een for een in diensten.verslagen.toon(regel.id).punten if een.aanwezigen), None)
        if punt is not None:
            diensten.verslagen.start_punt(punt.id, andere_dag=True)
            venster.ga_naar("tafels", BijTafel(regel.id, 2))
            return punt.casusnummer
    raise LookupError("de oefenkluis heeft geen tafel die gehouden kan worden")


def _zaal() -> QWidget | None:
    return next((een for een in QApplication.topLevelWidgets() if een.objectName() == "zaalvenster"), None)


def zaal_ziet(nummer: str) -> bool:
    zaal = _zaal()
    return zaal is not None and any(nummer in een.text() and een.isVisible() for een in zaal.findChildren(QLabel))


def zaal_ziet_niets_van(nummer: str) -> bool:
    """It is there, and holds this number nowhere: not hidden either."""
    zaal = _zaal()
    return zaal is not None and zaal.isVisible() and not any(nummer in een.text() for een in zaal.findChildren(QLabel))


def zaal_is_zwart() -> bool:
    """What is painted there, from corner to corner."""
    zaal = _zaal()
    if zaal is None or not zaal.isVisible():
        return False
    beeld = zaal.grab().toImage()
    plekken = ((x * (beeld.width() - 1) // 10, y * (beeld.height() - 1) // 10) for x in range(11) for y in range(11))
    return all(beeld.pixelColor(*plek) == QColor(0, 0, 0) for plek in plekken)
