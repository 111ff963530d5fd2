"""The life of a file, with the keys alone: on each screen everything that can be used is reached with Tab.

From the login on, without the mouse, on the practice vault as the demo leaves it.
"""

from __future__ import annotations

from typing import NoReturn

import blik
import loopvragen
import pytest
import weekvragen
from toneel import REGISSEUR, Toneel
from werkweek import Toetsen

TWEEDE = ("oefen.regisseur2", "een tweede stoel erbij")
_MEESTE = 120
"""A screen with more stops than this nobody walks along."""
BEHEER = (
    "samenwerking",
    "geschillen",
    "convenant",
    "datalekken",
    "brieven",
    "verzoeken",
    "bewaartermijnen",
    "opruimen",
)


def _geen_muis(*_: object, **__: object) -> NoReturn:
    raise AssertionError("hier gaat alles zonder muis")


@pytest.fixture
def hand(toneel: Toneel, monkeypatch: pytest.MonkeyPatch) -> Toetsen:
    """Logged in with the keys; a click from here on is a fault."""
    for muis in ("_klik_op", "wiel"):
        monkeypatch.setattr(toneel, muis, _geen_muis)
    toneel.start("--kluis", toneel.oefenkluis())
    eigen = Toetsen(toneel)
    meld_aan(eigen, *REGISSEUR)
    return eigen


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


def test_beheer(hand: Toetsen) -> None:
    """Every part of Beheer of this subject."""
    for deel in BEHEER:
        naar_beheerdeel(hand, deel)
        loop_langs(hand, deel)


def test_rapportage(hand: Toetsen) -> None:
    """The three sheets of Rapportage, another period, and a goal that is added."""
    toneel = hand.toneel
    toneel.ga_naar("rapportage_pagina")
    toneel.wacht_op("rapportage_pdf_knop", aan=True)
    hand.naar("rapportage_van")
    hand.toets("Down")
    toneel.wacht_tot(loopvragen.is_stil)
    for blad in ("rapportage_cijfers", "rapportage_doelen", "rapportage_redenen"):
        toneel.wacht_op(blad)
        toneel.wacht_tot(loopvragen.is_stil)
        loop_langs(hand, blad)
        hand.naar("qt_tabwidget_tabbar")
        hand.toets("Right")
    hand.toets("Left")
    toneel.wacht_op("rapportage_doelen")
    voor = len(toneel.vraag(blik.regels, "rapportage_doelen_tabel"))
    open_dialoog(hand, "doel_nieuw_knop", "doeldialoog")
    hand.typ("Meer samen")
    hand.toets("alt+w")
    toneel.wacht_weg("doeldialoog")
    toneel.wacht_tot(loopvragen.zijn_er, "rapportage_doelen_tabel", voor + 1)


@pytest.mark.parametrize(
    ("deel", "knop", "dialoog", "getypt"),
    [
        ("datalekken", "datalek_nieuw_knop", "datalekdialoog", {"w": "Een verzonnen brief lag bij de printer."}),
        ("verzoeken", "verzoek_nieuw_knop", "verzoekdialoog", {"w": "Testpersoon Vraag", "a": "Wat weet u van mij?"}),
        ("geschillen", "geschil_nieuw_knop", "geschildialoog", {"o": "Wie betaalt", "w": "Een verzonnen geschil."}),
        ("convenant", "convenant_nieuw_knop", "convenantmomentdialoog", {"d": "1-2-2028", "o": "Verlengen bespreken"}),
    ],
)
def test_een_nieuwe(hand: Toetsen, deel: str, knop: str, dialoog: str, getypt: dict[str, str]) -> None:
    """From the list to a line more in it, by the letters of the dialog."""
    toneel = hand.toneel
    naar_beheerdeel(hand, deel)
    voor = toneel.vraag(loopvragen.regels_in_beeld)
    open_dialoog(hand, knop, dialoog)
    for letter, tekst in getypt.items():
        hand.toets(f"alt+{letter}")
        hand.toets("ctrl+a")
        hand.typ(tekst)
    hand.naar("dialoog_bewaar_knop")
    hand.toets("space")
    toneel.wacht_weg(dialoog)
    toneel.wacht_tot(loopvragen.een_regel_meer, voor)


def test_toetreding_begint_met_een_keuze(hand: Toetsen) -> None:
    """Every procedure of this house can be chosen and its form walked along; Escape puts it back."""
    naar_beheerdeel(hand, "samenwerking")
    hand.naar("traject_nieuw_knop")
    hand.toets("space")
    hand.toneel.wacht_tot(loopvragen.staat_er_iets_voor)
    loop_langs(hand, "traject")
    hand.toets("Escape")
    hand.toneel.wacht_tot(blik.is_actief, "hoofdvenster")


def test_vernietigen(hand: Toetsen) -> None:
    """From the list of what may go to the proposal that is signed; the other procesregisseur lets it go."""
    toneel = hand.toneel
    nummer = open_dossier(hand)
    hand.naar("opruimen_vernietigen_knop")
    hand.toets("space")
    teken(hand, REGISSEUR[1])
    toneel.wacht_tot(loopvragen.is_voorgesteld, nummer)
    hand.toets("ctrl+shift+l")
    toneel.wacht_weg("hoofdvenster")
    meld_aan(hand, *TWEEDE)
    assert open_dossier(hand) == nummer
    hand.naar("opruimen_vernietigen_knop")
    hand.toets("space")
    teken(hand, TWEEDE[1])
    toneel.wacht_tot(loopvragen.is_vernietigd, nummer)


def open_dossier(hand: Toetsen) -> str:
    """The first file of which the term is over, with its part about keeping in view; which one."""
    toneel = hand.toneel
    naar_beheerdeel(hand, "opruimen")
    regels = toneel.wacht_tot(blik.regels, "opruimen_tabel", 0)
    nummer = next(regel for regel in regels if regel[:4].isdigit())
    hand.naar("opruimen_tabel")
    hand.regel("opruimen_tabel", nummer)
    hand.naar("opruimen_open_knop")
    hand.toets("space")
    toneel.wacht_tot(loopvragen.is_casus_open)
    toneel.wacht_op("casus_opruimen")
    return nummer


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
