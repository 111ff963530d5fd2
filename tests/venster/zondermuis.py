"""Walking through the application with the keys alone: the login, each stop of Tab, a part of Beheer, a signature."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import blik
import loopvragen
import pytest
import weekvragen
from toneel import Toneel
from werkweek import Toetsen

_MEESTE = 120
"""A screen with more stops than this nobody walks along."""


def _geen_muis(*_: object, **__: object) -> NoReturn:
    raise AssertionError("hier gaat alles zonder muis")


def zonder_muis(toneel: Toneel, monkeypatch: pytest.MonkeyPatch, kluis: Path, wie: tuple[str, str]) -> Toetsen:
    """The main window of this vault, and a hand that has nothing but the keys."""
    for muis in ("_klik_op", "wiel"):
        monkeypatch.setattr(toneel, muis, _geen_muis)
    toneel.start("--kluis", kluis)
    hand = Toetsen(toneel)
    meld_aan(hand, *wie)
    return hand


def meld_aan(hand: Toetsen, naam: str, wachtwoord: str) -> None:
    """Name, password, Enter."""
    toneel = hand.toneel
    toneel.wacht_tot(blik.is_actief, "aanmeldvenster")
    if toneel.wacht_op("naam_veld").tekst != naam:
        hand.naar("naam_veld", "shift+Tab")
        hand.toets("ctrl+a")
        hand.typ(naam)
    hand.naar("wachtwoord_veld")
    toneel.typ(wachtwoord)
    toneel.wacht_op("open_knop", aan=True)
    hand.toets("Return")
    toneel.wacht_op_hoofdvenster()


def loop_langs(hand: Toetsen, waar: str) -> None:
    """Tab from where the keys are until they are there again; whatever can be used was one of the stops."""
    toneel = hand.toneel
    gezien: dict[int, str] = {}
    for _ in range(_MEESTE):
        nummer, naam = toneel.vraag(loopvragen.met_toetsen)
        if nummer in gezien:
            break
        gezien[nummer] = naam
        was = toneel.vraag(weekvragen.welk_deel)
        hand.toets("Tab")
        toneel.wacht_tot(weekvragen.is_ander_deel, was, wat=f"Tab verder dan {naam!r} bij {waar}")
    gemist = [naam for nummer, naam in toneel.vraag(loopvragen.te_bereiken) if nummer not in gezien]
    assert gemist == [], (waar, gemist, list(gezien.values()))


def naar_beheerdeel(hand: Toetsen, deel: str) -> None:
    """This part of Beheer, read."""
    toneel = hand.toneel
    toneel.ga_naar("beheer_pagina")
    hand.naar("beheer_onderdelen")
    hand.toets("Home")
    while not toneel.vraag(loopvragen.is_beheerdeel, deel):
        hand.toets("Down")
    toneel.wacht_tot(loopvragen.is_stil)


def open_dialoog(hand: Toetsen, knop: str, dialoog: str) -> None:
    """By its button; everything in it is reached, and the keys are where they were."""
    hand.naar(knop)
    hand.toets("space")
    hand.toneel.wacht_tot(blik.is_actief, dialoog)
    loop_langs(hand, dialoog)


def teken(hand: Toetsen, wachtwoord: str) -> None:
    """The password where it is asked; Enter."""
    toneel = hand.toneel
    toneel.wacht_tot(blik.is_actief, "bevestigingsdialoog")
    veld = toneel.zie("bevestiging_wachtwoord")
    if veld is not None and veld.focus:
        toneel.typ(wachtwoord)
    hand.toets("Return")
    toneel.wacht_weg("bevestigingsdialoog")
