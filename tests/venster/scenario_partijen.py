"""Who joins, who leaves and who is excluded, each to its end, with the keys alone."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import blik
import loopvragen
import partijvragen as vragen
import pytest
from toneel import Toneel
from werkweek import Toetsen
from zondermuis import naar_beheerdeel, teken, zonder_muis

sys.path.append(str(Path(__file__).parents[1]))

from dataclasses import replace

from factories import REGIE, WACHTWOORD, Bureau, ProefKlok, maak_sjabloon
from trajecthulp import in_de_stuurgroep

from zvh_desktop.models.keuzes import PartijSoort
from zvh_desktop.services.partijen.partijen import partij_invoer
from zvh_desktop.services.werkplek.klok import AMSTERDAM

NAAM = "Stichting Verzonnen Hulp"
BLIJVEN = ("Politie", "OM", "GGD", "RN")
"""Four partijen and not thirty: each of them is written to, and answers."""


def maak_kluis(map_: Path) -> Path:
    """A house of four partijen, of which the Stuurgroep said today that another may join."""
    bureau = Bureau(maak_sjabloon(map_), ProefKlok(datetime.now(UTC)))
    for partij in bureau.partijen.lijst():
        if partij.kort not in BLIJVEN:
            bureau.partijen.wijzig(partij.id, replace(partij_invoer(partij), soort=PartijSoort.DERDE))
    bureau.contact(*BLIJVEN)
    in_de_stuurgroep(bureau)
    bureau.sluit()
    return bureau.map


def test_toetreden_uittreden_en_uitsluiten(toneel: Toneel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hand = zonder_muis(toneel, monkeypatch, maak_kluis(tmp_path / "partijen.kluis"), (REGIE, WACHTWOORD))
    naar_beheerdeel(hand, "samenwerking")
    _treed_toe(hand)
    _zeg_op(hand)
    _sluit_uit(hand)


def _treed_toe(hand: Toetsen) -> None:
    """Asked, told, agreed, decided, the form read, and then in the register."""
    toneel = hand.toneel
    getypt = {"n": NAAM, "k": "Verzonnen", "d": "J. Oefenman", "o": "Begeleiding thuis.", "r": "Wmo 2015"}
    _begin(hand, "Toetreding", getypt)
    toneel.wacht_tot(vragen.is_stand, "toetreding", "open")
    _vraag_allen(hand, "toetreding", 4)
    hand.naar("traject_besluit_knop", "shift+Tab")
    hand.toets("space")
    toneel.wacht_tot(blik.is_actief, "trajectbesluitdialoog")
    _vul(hand, {"m": "Zij vult aan wat wij missen."})
    _onderteken(hand, "trajectbesluitdialoog")
    toneel.wacht_tot(vragen.is_stand, "toetreding", "besloten")
    hand.naar("traject_formulier_knop")
    hand.toets("space")
    toneel.wacht_tot(blik.is_actief, "pdf_voorbeeld")
    hand.toets("Escape")
    toneel.wacht_weg("pdf_voorbeeld")
    hand.naar("traject_toelaat_knop")
    hand.toets("space")
    toneel.wacht_tot(blik.is_actief, "trajecttoelaatdialoog")
    _onderteken(hand, "trajecttoelaatdialoog")
    toneel.wacht_tot(vragen.is_stand, "toetreding", "afgerond")
    assert toneel.vraag(vragen.is_partij, NAAM)


def _zeg_op(hand: Toetsen) -> None:
    """Notice in time, decided, and the letter after it noted."""
    toneel = hand.toneel
    _begin(hand, "Opzegging", {"p": "GGD", "e": f"1-1-{datetime.now(UTC).year + 2}"})
    toneel.wacht_tot(vragen.is_stand, "opzegging", "open")
    hand.naar("traject_besluit_knop", "shift+Tab")
    hand.toets("space")
    toneel.wacht_tot(blik.is_actief, "trajectbesluitdialoog")
    _onderteken(hand, "trajectbesluitdialoog")
    toneel.wacht_tot(vragen.is_stand, "opzegging", "afgerond")
    assert toneel.vraag(vragen.uitgetreden, "GGD")
    hand.naar("traject_verstuurd_knop")
    hand.toets("space")
    toneel.wacht_tot(vragen.is_verteld, "opzegging", 1)


def _sluit_uit(hand: Toetsen) -> None:
    """In default, heard, and by the majority of the others."""
    toneel = hand.toneel
    vandaag = f"{datetime.now(AMSTERDAM):%d-%m-%Y}"
    _begin(hand, "Uitsluiting", {"p": "Reclassering", "i": vandaag, "h": vandaag})
    toneel.wacht_tot(vragen.is_stand, "uitsluiting", "open")
    _vraag_allen(hand, "uitsluiting", 3)
    hand.naar("traject_besluit_knop", "shift+Tab")
    hand.toets("space")
    toneel.wacht_tot(blik.is_actief, "trajectbesluitdialoog")
    _vul(hand, {"d": "de partijen", "m": "De afspraken zijn niet nagekomen."})
    _onderteken(hand, "trajectbesluitdialoog")
    toneel.wacht_tot(vragen.is_stand, "uitsluiting", "afgerond")
    assert toneel.vraag(vragen.uitgetreden, "RN")


def _begin(hand: Toetsen, soort: str, getypt: dict[str, str]) -> None:
    """Choose the kind with the arrows, begin, fill in by the letters of the labels, save."""
    toneel = hand.toneel
    toneel.wacht_tot(loopvragen.is_stil)
    hand.naar("traject_soort", "shift+Tab")
    toneel.wacht_tot(loopvragen.is_stil)
    hand.toets("Home", *["Down"] * toneel.vraag(vragen.plaats_van_soort, soort))
    toneel.wacht_op("traject_soort", tekst=soort)
    hand.naar("traject_nieuw_knop")
    hand.toets("space")
    toneel.wacht_tot(blik.is_actief, "trajectdialoog")
    _vul(hand, getypt)
    hand.toets("alt+b")
    toneel.wacht_weg("trajectdialoog")


def _vul(hand: Toetsen, getypt: dict[str, str]) -> None:
    for letter, tekst in getypt.items():
        hand.toets(f"alt+{letter}")
        hand.toneel.wacht_tot(loopvragen.is_veld)
        hand.toets("ctrl+a")
        hand.typ(tekst)


def _vraag_allen(hand: Toetsen, soort: str, genoeg: int) -> None:
    """Note the letter to each partij that has a say, and that it agrees."""
    toneel = hand.toneel
    hand.naar("trajectpartijen_tabel")
    gevraagd = 0
    for rij, zelf in enumerate(toneel.vraag(vragen.over_zichzelf, soort)):
        if zelf or gevraagd == genoeg:
            continue
        gevraagd += 1
        toneel.wacht_tot(loopvragen.is_stil)
        hand.toets("Home", *["Down"] * rij)
        toneel.wacht_tot(vragen.staat_op_regel, rij)
        hand.naar("traject_verstuurd_knop")
        hand.toets("space")
        toneel.wacht_tot(vragen.zijn_zover, soort, gevraagd, gevraagd - 1)
        toneel.wacht_tot(loopvragen.is_stil)
        hand.naar("traject_antwoord_knop")
        hand.toets("space")
        toneel.wacht_tot(blik.is_actief, "trajectantwoorddialoog")
        hand.toets("alt+b")
        toneel.wacht_weg("trajectantwoorddialoog")
        toneel.wacht_tot(vragen.zijn_zover, soort, gevraagd, gevraagd)
        hand.naar("trajectpartijen_tabel", "shift+Tab")


def _onderteken(hand: Toetsen, dialoog: str) -> None:
    hand.naar("dialoog_bewaar_knop")
    hand.toets("space")
    hand.toneel.wacht_weg(dialoog)
    teken(hand, WACHTWOORD)
