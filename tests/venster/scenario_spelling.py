"""Typing with a mistake in a real window: the line, the word that was meant by key, the lock, and nothing beside it."""

from __future__ import annotations

from pathlib import Path

import blik
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit
from scenario_storing import neem_focus, tekst_van
from scenario_typen import nieuwe_aanmelding
from toneel import REGISSEUR, Toneel
from wachten import wacht_tot

VELD = "aanmelding_zorgelijke_situatie"
WOORDENBOEK = b"spelling.woordenboek"


def test_een_tikfout_wordt_met_de_toetsen_verbeterd_en_na_het_slot_is_het_woordenboek_weg(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis(), REGISSEUR)
    assert _woordenboeken(programma.pid) == []
    nieuwe_aanmelding(toneel)
    toneel.wacht_tot(neem_focus, VELD)
    toneel.typ("Er is een coordinatie nodig. ")
    toneel.wacht_tot(onderstreept, VELD, "coordinatie")
    (woordenboek,) = _woordenboeken(programma.pid)
    toneel.toets("alt+F7")
    toneel.wacht_tot(menu_begint_met, "coördinatie")
    toneel.toets("Return")
    toneel.wacht_tot(staat_in, VELD, "Er is een coördinatie nodig.")
    toneel.toets("ctrl+z")
    toneel.wacht_tot(staat_in, VELD, "Er is een coordinatie nodig.")
    toneel.toets("ctrl+l")
    toneel.wacht_op("open_knop")
    wacht_tot(lambda: not woordenboek.exists(), "het einde van het woordenboek")
    toneel.typ(REGISSEUR[1], op="wachtwoord_veld")
    toneel.toets("Return")
    toneel.wacht_op_hoofdvenster()
    assert toneel.wacht_tot(tekst_van, VELD).startswith("Er is een coordinatie nodig.")
    toneel.sluit_venster()
    assert programma.einde() == "0"


def onderstreept(doel: str, woord: str) -> bool:
    """Whether this word has a line under it in that field."""
    veld = _veld(doel)
    lijn = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
    blok = veld.document().firstBlock()
    gezien = [
        blok.text()[stuk.start : stuk.start + stuk.length]
        for stuk in blok.layout().formats()
        if stuk.format.underlineStyle() is lijn
    ]
    return gezien == [woord]


def menu_begint_met(tekst: str) -> bool:
    """Whether a menu is open of which the first entry says this."""
    menu = blik.QApplication.activePopupWidget()
    return menu is not None and bool(menu.actions()) and menu.actions()[0].text() == tekst


def staat_in(doel: str, tekst: str) -> bool:
    """Whether the field holds this, with nothing but space after it."""
    return _veld(doel).toPlainText().strip() == tekst


def _veld(doel: str) -> QPlainTextEdit:
    veld = blik.zoek(doel)
    assert isinstance(veld, QPlainTextEdit)
    return veld


def _woordenboeken(ouder: int) -> list[Path]:
    """The dictionaries that this process started, as folders of /proc."""
    gevonden = []
    for map_ in Path("/proc").glob("[0-9]*"):
        try:
            eigen = f"\nPPid:\t{ouder}\n" in map_.joinpath("status").read_text(encoding="utf-8")
            if eigen and WOORDENBOEK in map_.joinpath("cmdline").read_bytes():
                gevonden.append(map_)
        except (FileNotFoundError, ProcessLookupError):  # ended while it was looked at
            continue
    return gevonden
