"""The life of a file, with the keys alone: on each screen everything that can be used is reached with Tab.

From the login on, without the mouse, on the practice vault as the demo leaves it.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import blik
import loopvragen
import pytest
from toneel import REGISSEUR, Toneel
from werkweek import Toetsen
from zondermuis import loop_langs, naar_beheerdeel, open_dialoog, teken, zonder_muis

sys.path.append(str(Path(__file__).parents[1]))

from factories import REGIE, WACHTWOORD, Bureau, ProefKlok, maak_sjabloon
from opruimhulp import schaal_af, tafel_met, zet_termijnen

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


@pytest.fixture
def hand(toneel: Toneel, monkeypatch: pytest.MonkeyPatch) -> Toetsen:
    """Logged in with the keys; a click from here on is a fault."""
    return zonder_muis(toneel, monkeypatch, toneel.oefenkluis(), REGISSEUR)


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
        ("convenant", "convenant_nieuw_knop", "convenantmomentdialoog", {"d": "1-2-2026", "o": "Op de dag zelf"}),
    ],
)
def test_een_nieuwe(hand: Toetsen, deel: str, knop: str, dialoog: str, getypt: dict[str, str]) -> None:
    """From the list to a line more in it, by the letters of the dialog."""
    toneel = hand.toneel
    naar_beheerdeel(hand, deel)
    voor = toneel.vraag(loopvragen.regels_per_tabel)
    open_dialoog(hand, knop, dialoog)
    for letter, tekst in getypt.items():
        hand.toets(f"alt+{letter}")
        hand.toets("ctrl+a")
        hand.typ(tekst)
    hand.naar("dialoog_bewaar_knop")
    hand.toets("space")
    toneel.wacht_weg(dialoog)
    toneel.wacht_tot(loopvragen.staat_er_meer, voor)


def test_toetreding_begint_met_een_keuze(hand: Toetsen) -> None:
    """Every procedure of this house can be chosen and its form walked along; Escape puts it back."""
    naar_beheerdeel(hand, "samenwerking")
    hand.naar("traject_nieuw_knop")
    hand.toets("space")
    hand.toneel.wacht_tot(loopvragen.staat_er_iets_voor)
    loop_langs(hand, "traject")
    hand.toets("Escape")
    hand.toneel.wacht_tot(blik.is_actief, "hoofdvenster")


def test_brieven_en_bewaren_bij_een_casus(hand: Toetsen) -> None:
    """The page of a casus with the parts about letters and about keeping open; a letter is seen and put away."""
    toneel = hand.toneel
    toneel.ga_naar("casussen_pagina")
    hand.naar("casussen_tabel")
    hand.toets("Home", "Return")
    toneel.wacht_tot(loopvragen.is_casus_open)
    for deel, paneel in (("brieven", "casus_brieven_paneel"), ("opruimen", "casus_opruimen")):
        hand.naar(f"vouwknop_{deel}")
        hand.toets("space")
        toneel.wacht_op(paneel)
        toneel.wacht_tot(loopvragen.is_stil)
    loop_langs(hand, "casus")
    hand.naar("brief_maak_knop")
    hand.toets("space")
    toneel.wacht_tot(loopvragen.staat_er_iets_voor)
    loop_langs(hand, "brief")
    hand.naar("brief_voorbeeld_knop")
    hand.toets("space")
    toneel.wacht_tot(blik.is_actief, "pdf_voorbeeld")
    hand.toets("Escape")
    toneel.wacht_weg("pdf_voorbeeld")
    hand.toets("Escape")
    toneel.wacht_tot(blik.is_actief, "hoofdvenster")


def test_vernietigen(toneel: Toneel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """From the login to the verklaring: a file of which the term is over, signed and gone."""
    kluis, nummer = maak_kluis_met_dossier(tmp_path / "over.kluis")
    hand = zonder_muis(toneel, monkeypatch, kluis, (REGIE, WACHTWOORD))
    naar_beheerdeel(hand, "opruimen")
    hand.naar("opruimen_tabel")
    hand.regel("opruimen_tabel", nummer)
    hand.naar("opruimen_open_knop")
    hand.toets("space")
    toneel.wacht_tot(loopvragen.is_casus_open)
    hand.naar("opruimen_vernietigen_knop")
    hand.toets("space")
    teken(hand, WACHTWOORD)
    toneel.wacht_tot(blik.is_actief, "pdf_voorbeeld")
    hand.toets("Escape")
    toneel.wacht_weg("pdf_voorbeeld")
    naar_beheerdeel(hand, "opruimen")
    assert staat_in(toneel, "vernietigd_tabel", nummer)


def maak_kluis_met_dossier(map_: Path) -> tuple[Path, str]:
    """A vault of one procesregisseur, with a casus that was afgeschaald two months ago and kept for four weeks."""
    bureau = Bureau(maak_sjabloon(map_), ProefKlok(datetime.now(UTC) - timedelta(days=60)))
    casus = bureau.casus("J. Oefenman")
    tafel_met(bureau, casus, afschalen=casus)
    schaal_af(bureau, casus)
    zet_termijnen(bureau, schonen="2 weken", vernietigen="4 weken")
    nummer = str(bureau.waarde("SELECT nummer FROM casus WHERE id = :c", c=casus))
    bureau.sluit()
    return bureau.map, nummer


def staat_in(toneel: Toneel, lijst: str, einde: str) -> bool:
    """Whether a line that ends so comes in this list."""
    return any(regel.endswith(einde) for regel in toneel.wacht_tot(blik.regels, lijst, 0))
