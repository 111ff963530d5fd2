"""The working week in one real window, from login to login: once without the mouse, once with nothing but the mouse.

Oordelen, the agenda with its bijdragen, akkoord, the uitnodigingen with their answers, the tafel, its verslag that goes
round, and another role, on a vault that is no practice vault. What each act takes is counted and held; the way there is
walked by the same hand.
"""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import blik
import pytest
import weekvragen as week
from toneel import Toneel
from werkweek import Muis, Toetsen, maak_werkkluis

from zvh_desktop.ui.pages.tafel.matrix.deelnamemodel import KOL_BIJDRAGE

_GEVRAAGD = "Stand van zaken"
_GEZEGD = "Woont weer thuis"


@pytest.fixture
def kluis(tmp_path: Path) -> Path:
    return maak_werkkluis(tmp_path / "werk.kluis").map


def _geen_muis(*_: object, **__: object) -> NoReturn:
    raise AssertionError("deze week gaat zonder muis")


def _geen_toets(*_: object, **__: object) -> NoReturn:
    raise AssertionError("deze week gaat zonder toetsen, behalve wat er te typen is")


def test_de_week_met_alleen_het_toetsenbord(toneel: Toneel, kluis: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for muis in ("_klik_op", "wiel"):
        monkeypatch.setattr(toneel, muis, _geen_muis)
    hand = Toetsen(toneel)
    toneel.start("--kluis", kluis)
    hand.meld_aan("regie")
    assert toneel.zie("oefenband") is None, "this is no practice vault"
    _oordelen_met_toetsen(hand)
    _agenda_met_toetsen(hand)
    _uitnodigingen_met_toetsen(hand)
    _tafel_met_toetsen(hand)
    _verslag_rond_met_toetsen(hand)
    hand.toets("ctrl+shift+l")
    toneel.wacht_weg("hoofdvenster")
    hand.meld_aan("beheer")
    _rol_met_toetsen(hand)


def _oordelen_met_toetsen(hand: Toetsen) -> None:
    toneel = hand.toneel
    toneel.ga_naar("casussen_pagina")
    hand.naar("casussen_tabel")
    hand.regel("casussen_tabel", "0003")
    hand.toets("Return")
    toneel.wacht_op("casus_blad")
    hand.naar("vouwknop_oordelen")
    hand.toets("space")
    toneel.wacht_op("oordelen_tabel")
    hand.naar("oordelen_tabel")
    voor = toneel.vraag(week.oordelen, 3)
    hand.tel()
    hand.toets("Home", *["shift+Down"] * 5, "1", "Return", "ctrl+Return")
    hand.onderteken()
    hand.hoogstens("zes oordelen", toetsen=20)
    na = toneel.wacht_tot(week.oordelen, 3)
    assert na["rechtmatig"] >= voor["rechtmatig"] + 4, "of six rows two had one already"


def _agenda_met_toetsen(hand: Toetsen) -> None:
    """From an agenda with one casus: the second is put on it, both get everybody, and all are asked something."""
    toneel = hand.toneel
    toneel.ga_naar("tafels_pagina")
    hand.naar("tafels_tabel")
    hand.toets("Home", "Return")
    toneel.wacht_op("tafel_werkblad")
    hand.naar("matrix")
    hand.tel()
    hand.toets("Down")
    for nummer in (1, 2):
        stappen = toneel.vraag(week.naar_politie)
        hand.toets(*["Right" if stappen > 0 else "Left"] * abs(stappen))
        # Qt lets a button that is pressed by its letter go a tenth of a second later: nobody types that fast.
        hand.toets("alt+r")
        toneel.wacht_tot(week.zit_iedereen, nummer)
        hand.toets("Return")
        toneel.wacht_tot(week.in_de_bijdragen)
        hand.typ(_GEVRAAGD)
        hand.toets("ctrl+Return", "Escape")
        toneel.wacht_tot(week.is_zover, week.gevraagd, 6, nummer)
        hand.toets("Down")
    hand.hoogstens("agenda van twee casussen met twaalf bijdragen", toetsen=90)
    assert toneel.vraag(week.agenda)[1:] == [(6, 6), (6, 6)]
    hand.toets("alt+k")
    hand.onderteken()
    toneel.wacht_tot(week.is_akkoord)


def _uitnodigingen_met_toetsen(hand: Toetsen) -> None:
    toneel = hand.toneel
    hand.toets("alt+Right")
    assert len(toneel.wacht_tot(blik.regels, "uitnodigingen")) >= 4
    hand.naar("uitnodigingen")
    hand.tel()
    hand.toets("Home", *["shift+Down"] * 3, "alt+v")
    toneel.wacht_tot(week.is_zover, week.uitnodigingen, (4, 0))
    hand.toets("Home", "k", "Down", "k", "Down", "n", "Down", "v")
    toneel.wacht_tot(week.is_zover, week.uitnodigingen, (4, 4))
    hand.hoogstens("vier uitnodigingen met antwoord", toetsen=30)


def _tafel_met_toetsen(hand: Toetsen) -> None:
    """From who comes in to the last casus: who was there, what was said, and a besluit at both."""
    toneel = hand.toneel
    hand.toets("alt+Right")
    toneel.wacht_op("start_punt")
    hand.tel()
    hand.toets("alt+s")
    toneel.wacht_tot(blik.is_actief, "melding")  # the day of this tafel is another one
    hand.toets("alt+b")
    toneel.wacht_tot(week.is_bij, 0)
    for nummer in (1, 2):
        hand.toets("F6")
        toneel.wacht_op("start_punt")
        hand.toets("alt+s")
        toneel.wacht_tot(week.is_bij, nummer)
        hand.naar("verslag_aanwezigen", "shift+Tab")
        hand.toets("Home", *"aaaaaa")  # each goes on to the next
        toneel.wacht_tot(week.is_zover, week.aanwezig, (6, 6), nummer)
        hand.toets("alt+l")
        hand.typ(_GEZEGD)
        hand.toets("alt+3")
        toneel.wacht_tot(week.is_zover, week.besluiten, 1, nummer)
    hand.hoogstens("twee casussen aan tafel", toetsen=120)


def _verslag_rond_met_toetsen(hand: Toetsen) -> None:
    """The verslag is vastgesteld, and goes round to everybody who may have it."""
    toneel = hand.toneel
    hand.toets("alt+Right")
    toneel.wacht_op("verslag_vaststellen")
    hand.tel()
    hand.toets("alt+s")
    hand.onderteken()
    toneel.wacht_tot(week.is_vastgesteld)
    hand.toets("alt+Right")
    toneel.wacht_op("verzenden_tabbladen")
    hand.naar("verzenden_tabs")
    hand.toets("Right")
    toneel.wacht_op("rondstuurlijst")
    hand.naar("rondstuurlijst")
    hand.toets("ctrl+a")
    hand.naar("rond_verstuurd", "shift+Tab")
    hand.toets("space")
    toneel.wacht_tot(week.is_zover, week.rondgestuurd, True)
    hand.hoogstens("verslag vastgesteld en rondgestuurd", toetsen=30)
    hand.toets("ctrl+z")
    toneel.wacht_tot(week.is_zover, week.rondgestuurd, False)
    hand.toets("ctrl+y")
    toneel.wacht_tot(week.is_zover, week.rondgestuurd, True)


def _rol_met_toetsen(hand: Toetsen) -> None:
    toneel = hand.toneel
    toneel.ga_naar("beheer_pagina")
    hand.toets("Down")
    toneel.wacht_op("accounts_tabel")
    hand.naar("accounts_tabel")
    hand.regel("accounts_tabel", "medewerker", 1)
    hand.tel()
    hand.toets("F2")
    toneel.wacht_tot(blik.is_actief, "rollendialoog")
    hand.toets("Tab", "space", "Return")
    toneel.wacht_weg("rollendialoog")
    hand.hoogstens("een andere rol", toetsen=12)
    toneel.wacht_tot(week.is_rol_voorgesteld)


def test_de_week_met_alleen_de_muis(toneel: Toneel, kluis: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toneel, "toets", _geen_toets)
    hand = Muis(toneel)
    toneel.start("--kluis", kluis)
    hand.meld_aan("regie")
    _oordelen_met_de_muis(hand)
    _agenda_met_de_muis(hand)
    _uitnodigingen_met_de_muis(hand)
    _tafel_met_de_muis(hand)
    _verslag_rond_met_de_muis(hand)
    hand.klik("afmeld_knop")
    toneel.wacht_weg("hoofdvenster")
    hand.meld_aan("beheer")
    _rol_met_de_muis(hand)


def _oordelen_met_de_muis(hand: Muis) -> None:
    toneel = hand.toneel
    hand.ga_naar("Casussen", "casussen_pagina")
    nummer = next(een for een in toneel.wacht_tot(blik.regels, "casussen_tabel") if een.endswith("0003"))
    hand.klik_regel("casussen_tabel", nummer, dubbel=True)
    toneel.wacht_op("casus_blad")
    hand.klik("vouwknop_oordelen")
    namen = toneel.wacht_tot(blik.regels, "oordelen_tabel")
    voor = toneel.vraag(week.oordelen, 3)
    hand.tel()
    hand.klik_regel("oordelen_tabel", namen[0])
    hand.klik_regel("oordelen_tabel", namen[5], met="shift")
    hand.klik("oordeel_rechtmatig_knop")
    hand.klik_regel("oordelen_tabel", namen[0])  # the grondslag that stood there is taken
    hand.klik("oordeel_teken_knop")
    hand.onderteken()
    hand.hoogstens("zes oordelen", klikken=7)
    assert toneel.wacht_tot(week.oordelen, 3)["rechtmatig"] >= voor["rechtmatig"] + 4


def _agenda_met_de_muis(hand: Muis) -> None:
    """What is asked has to be typed; all else is pointed at."""
    toneel = hand.toneel
    hand.ga_naar("Casustafels", "tafels_pagina")
    hand.klik_regel("tafels_tabel", toneel.wacht_tot(blik.regels, "tafels_tabel")[0], dubbel=True)
    toneel.wacht_op("tafel_werkblad")
    onderwerpen = toneel.wacht_tot(blik.regels, "matrix_vaste_kolommen", 1)
    hand.tel()
    for nummer, casus in enumerate(onderwerpen[1:], start=1):
        hand.klik_regel("matrix_vaste_kolommen", casus, kolom=1)
        hand.klik("agenda_iedereen")
        toneel.wacht_tot(week.zit_iedereen, nummer)
        hand.klik_regel("deelnames", "", kolom=KOL_BIJDRAGE, dubbel=True)  # that of the first partij
        toneel.typ(_GEVRAAGD)
        hand.klik("bijdrage_voor_alle")
        toneel.wacht_tot(week.is_zover, week.gevraagd, 6, nummer)
    hand.hoogstens("agenda van twee casussen met twaalf bijdragen", klikken=11)
    hand.klik("agenda_akkoord")
    hand.onderteken()
    toneel.wacht_tot(week.is_akkoord)


def _uitnodigingen_met_de_muis(hand: Muis) -> None:
    toneel = hand.toneel
    hand.klik("=2 Uitnodigen")
    namen = toneel.wacht_tot(blik.regels, "uitnodigingen")
    hand.tel()
    hand.klik_regel("uitnodigingen", namen[0])
    hand.klik_regel("uitnodigingen", namen[3], met="shift")
    hand.klik("uitnodiging_verstuurd")
    toneel.wacht_tot(week.is_zover, week.uitnodigingen, (4, 0))
    for naam in namen[:4]:
        hand.klik_regel("uitnodigingen", naam)
        hand.klik("antwoord_komt")
    toneel.wacht_tot(week.is_zover, week.uitnodigingen, (4, 4))
    hand.hoogstens("vier uitnodigingen met antwoord", klikken=14)


def _tafel_met_de_muis(hand: Muis) -> None:
    """What was said has to be typed; all else is pointed at."""
    toneel = hand.toneel
    hand.klik("=3 Aan tafel")
    toneel.wacht_op("start_punt")
    hand.tel()
    hand.klik("start_punt")
    hand.klik("melding > =Toch beginnen")  # the day of this tafel is another one
    toneel.wacht_tot(week.is_bij, 0)
    for nummer in (1, 2):
        hand.klik("aan_tafel_volgende")
        hand.klik("start_punt")
        toneel.wacht_tot(week.is_bij, nummer)
        for naam, stand in toneel.vraag(week.aanwezigheid):
            if stand != "aanwezig":
                hand.klik_regel("verslag_aanwezigen", naam)
                hand.klik("verslag_aanwezig_knop")
                hand.klik_keuze("Aanwezig")
        toneel.wacht_tot(week.is_zover, week.aanwezig, (6, 6), nummer)
        toneel.typ(_GEZEGD, op="verslag_beeld")
        hand.klik("besluit_procesregie-zvh")
        toneel.wacht_tot(week.is_zover, week.besluiten, 1, nummer)
    hand.hoogstens("twee casussen aan tafel", klikken=40)


def _verslag_rond_met_de_muis(hand: Muis) -> None:
    toneel = hand.toneel
    hand.klik("=4 Verslag")
    hand.tel()
    hand.klik("verslag_vaststellen")
    hand.onderteken()
    toneel.wacht_tot(week.is_vastgesteld)
    hand.klik("=5 Verzenden")
    hand.klik_tab("verzenden_tabs", "Rondsturen")
    namen = toneel.wacht_tot(blik.regels, "rondstuurlijst")
    hand.klik_regel("rondstuurlijst", namen[0])
    hand.klik_regel("rondstuurlijst", namen[-1], met="shift")
    hand.klik("rond_verstuurd")
    toneel.wacht_tot(week.is_zover, week.rondgestuurd, True)
    hand.hoogstens("verslag vastgesteld en rondgestuurd", klikken=8)
    hand.klik("rondsturen > uitleg_actie_knop")  # it did not go out after all
    toneel.wacht_tot(week.is_zover, week.rondgestuurd, False)


def _rol_met_de_muis(hand: Muis) -> None:
    toneel = hand.toneel
    hand.ga_naar("Beheer", "beheer_pagina")
    hand.klik_regel("beheer_onderdelen", "Accounts")
    hand.tel()
    hand.klik_regel("accounts_tabel", "medewerker", kolom=1)
    hand.klik("account_rollen_knop")
    toneel.wacht_op("rollendialoog")
    hand.klik("rollendialoog > rol_procesregisseur_vak")
    hand.klik("rollendialoog > dialoog_bewaar_knop")
    toneel.wacht_weg("rollendialoog")
    hand.hoogstens("een andere rol", klikken=4)
    toneel.wacht_tot(week.is_rol_voorgesteld)
