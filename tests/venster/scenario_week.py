"""The working week from login to login, once without the mouse and once without a key but for what is typed.

Oordelen, the agenda with its bijdragen, akkoord, the uitnodigingen with their answers, and another role: with the way
there, on a vault that is no practice vault. What each act costs is held by scenario_werkweek; here that one hand is
enough for all of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import blik
import pytest
import scenario_werkweek as werk
from PySide6.QtWidgets import QTableView
from toneel import Toneel
from wachten import wacht_tot
from werkweek import WACHTWOORD, maak_werkkluis

from zvh_desktop.models.keuzes import OverlegId, OverlegStatus
from zvh_desktop.ui.pages.tafel.matrix.deelnamemodel import KOL_BIJDRAGE
from zvh_desktop.ui.pages.tafel.matrix.model import VAST

_VER = 80
"""So many times Tab at most: further away nobody goes looking."""


@pytest.fixture
def kluis(tmp_path: Path) -> Path:
    return maak_werkkluis(tmp_path / "werk.kluis").map


def _geen_muis(*_: object, **__: object) -> NoReturn:
    raise AssertionError("deze week gaat zonder muis")


def _geen_toets(*_: object, **__: object) -> NoReturn:
    raise AssertionError("deze week gaat zonder toetsen, behalve wat er te typen is")


def rij(lijst: str) -> str:
    """What stands in the first column of the line that the cursor is on."""
    tabel = blik.zoek(lijst)
    assert isinstance(tabel, QTableView)
    return str(tabel.currentIndex().siblingAtColumn(0).data() or "")


def kolom(lijst: str) -> int:
    """In which column the cursor is."""
    tabel = blik.zoek(lijst)
    assert isinstance(tabel, QTableView)
    return tabel.currentIndex().column()


def is_akkoord() -> bool:
    """Whether the agenda was signed."""
    return werk._tafels()._diensten.tafels.toon(OverlegId(1)).status is OverlegStatus.AKKOORD


def rolbericht_staat_er() -> bool:
    """Whether the change of role was noted."""
    return werk.rolbericht().startswith("Voorgesteld: andere rollen voor Medewerker Voorbeeld.")


class Toetsen:
    """A hand that has no mouse: to a part it goes with Tab, to a line with the arrows."""

    def __init__(self, toneel: Toneel) -> None:
        self.toneel = toneel

    def naar(self, doel: str, toets: str = "Tab") -> None:
        """Tab until this part has the keys."""
        for _ in range(_VER):
            if self.toneel.vraag(blik.met_focus) == doel:
                return
            self.toneel.toets(toets)
        raise AssertionError(f"met {toets} komt men niet bij {doel!r}")

    def regel(self, lijst: str, einde: str) -> None:
        """Down to the line that ends so."""
        self.toneel.toets("Home")
        for _ in self.toneel.wacht_tot(blik.regels, lijst):
            if self.toneel.vraag(rij, lijst).endswith(einde):
                return
            self.toneel.toets("Down")
        raise AssertionError(f"{einde!r} staat niet in {lijst!r}")

    def meld_aan(self, naam: str) -> None:
        """Name, password, Enter; and what is said to who was not seen here before."""
        self.toneel.wacht_op("aanmeldvenster")
        self.toneel.wacht_tot(blik.is_actief, "aanmeldvenster")
        if self.toneel.wacht_op("naam_veld").tekst != naam:
            self.naar("naam_veld", "shift+Tab")
            self.toneel.toets("ctrl+a")
            self.toneel.typ(naam)
        self.naar("wachtwoord_veld")
        self.toneel.typ(WACHTWOORD)
        self.toneel.wacht_op("open_knop", aan=True)
        self.toneel.toets("Return")
        wacht_tot(lambda: self.toneel.zie("melding") or self.toneel.zie("hoofdvenster"), "het hoofdvenster")
        if self.toneel.zie("melding") is not None:
            self.toneel.toets("Return")
        self.toneel.wacht_op_hoofdvenster()

    def onderteken(self) -> None:
        """The password where it is asked; Enter."""
        self.toneel.wacht_tot(blik.is_actief, "bevestigingsdialoog")
        veld = self.toneel.zie("bevestiging_wachtwoord")
        if veld is not None and veld.focus:
            self.toneel.typ(WACHTWOORD)
        self.toneel.toets("Return")
        self.toneel.wacht_weg("bevestigingsdialoog")


@pytest.mark.timeout(900)
def test_de_week_met_alleen_het_toetsenbord(toneel: Toneel, kluis: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for muis in ("_klik_op", "wiel"):
        monkeypatch.setattr(toneel, muis, _geen_muis)
    hand = Toetsen(toneel)
    toneel.start("--kluis", kluis)
    hand.meld_aan("regie")
    assert toneel.zie("oefenband") is None, "this is no practice vault"

    toneel.ga_naar("casussen_pagina")
    hand.naar("casussen_tabel")
    hand.regel("casussen_tabel", "0003")
    toneel.toets("Return")
    toneel.wacht_op("casus_blad")
    hand.naar("vouwknop_oordelen")
    toneel.toets("space")
    toneel.wacht_op("oordelen_tabel")
    hand.naar("oordelen_tabel")
    voor = toneel.vraag(werk.oordelen, 3)
    toneel.toets("Home", *["shift+Down"] * 5, "1", "Return", "ctrl+Return")
    hand.onderteken()
    assert toneel.wacht_tot(werk.oordelen, 3)["rechtmatig"] >= voor["rechtmatig"] + 4

    toneel.ga_naar("tafels_pagina")
    hand.naar("tafels_tabel")
    toneel.toets("Home", "Return")
    toneel.wacht_op("tafel_werkblad")
    hand.naar("matrix")
    toneel.toets("Down")
    while toneel.vraag(kolom, "matrix") < VAST:
        toneel.toets("Right")
    for nummer in (1, 2):
        toneel.toets("alt+r")
        toneel.wacht_tot(werk.zit_iedereen, nummer)
        toneel.toets("Return")
        toneel.wacht_tot(werk.in_de_bijdragen)
        toneel.typ("Stand van zaken")
        toneel.toets("ctrl+Return", "Escape")
        toneel.wacht_tot(werk.is_zover, werk.gevraagd, 6, nummer)
        toneel.toets("Down")
    toneel.toets("alt+k")
    hand.onderteken()
    toneel.wacht_tot(is_akkoord)

    toneel.toets("alt+Right")
    toneel.wacht_tot(blik.regels, "uitnodigingen")
    hand.naar("uitnodigingen")
    toneel.toets("Home", *["shift+Down"] * 3, "alt+v")
    toneel.wacht_tot(werk.is_zover, werk.uitnodigingen, (4, 0))
    toneel.toets("Home", "k", "Down", "k", "Down", "n", "Down", "v")
    toneel.wacht_tot(werk.is_zover, werk.uitnodigingen, (4, 4))

    toneel.toets("ctrl+shift+l")
    toneel.wacht_weg("hoofdvenster")
    hand.meld_aan("beheer")
    toneel.ga_naar("beheer_pagina")
    toneel.toets("Down")
    toneel.wacht_op("accounts_tabel")
    hand.naar("accounts_tabel")
    toneel.toets("Home")
    while "medewerker" not in toneel.vraag(blik.regels, "accounts_tabel", 1)[_nummer(toneel)]:
        toneel.toets("Down")
    toneel.toets("F2")
    toneel.wacht_tot(blik.is_actief, "rollendialoog")
    toneel.toets("Tab", "space", "Return")
    toneel.wacht_weg("rollendialoog")
    toneel.wacht_tot(rolbericht_staat_er)


def _nummer(toneel: Toneel) -> int:
    return toneel.vraag(rijnummer, "accounts_tabel")


def rijnummer(lijst: str) -> int:
    """On which line the cursor is."""
    tabel = blik.zoek(lijst)
    assert isinstance(tabel, QTableView)
    return max(0, tabel.currentIndex().row())


class Muis:
    """A hand that only points; words and passwords are typed in the field that was clicked."""

    def __init__(self, toneel: Toneel) -> None:
        self.toneel = toneel

    def ga_naar(self, naam: str, pagina: str) -> None:
        """Click the part at the left."""
        self.toneel.klik_regel("navigatie", naam)
        self.toneel.wacht_tot(blik.is_pagina, pagina)

    def meld_aan(self, naam: str) -> None:
        """Click and type, and click the button."""
        self.toneel.wacht_op("aanmeldvenster")
        if self.toneel.wacht_op("naam_veld").tekst != naam:
            self.toneel.klik("naam_veld", dubbel=True)  # the whole word, so that what is typed replaces it
            self.toneel.typ(naam)
        self.toneel.typ(WACHTWOORD, op="wachtwoord_veld")
        self.toneel.klik("open_knop")
        wacht_tot(lambda: self.toneel.zie("melding") or self.toneel.zie("hoofdvenster"), "het hoofdvenster")
        if self.toneel.zie("melding") is not None:
            self.toneel.klik("melding > =Sluiten")
        self.toneel.wacht_op_hoofdvenster()

    def onderteken(self) -> None:
        """The password where it is asked; the button."""
        self.toneel.wacht_op("bevestigingsdialoog")
        veld = self.toneel.zie("bevestiging_wachtwoord")
        if veld is not None and veld.aan:
            self.toneel.typ(WACHTWOORD, op="bevestiging_wachtwoord")
        self.toneel.klik("bevestiging_teken_knop")
        self.toneel.wacht_weg("bevestigingsdialoog")


@pytest.mark.timeout(900)
def test_de_week_met_alleen_de_muis(toneel: Toneel, kluis: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toneel, "toets", _geen_toets)
    hand = Muis(toneel)
    toneel.start("--kluis", kluis)
    hand.meld_aan("regie")

    hand.ga_naar("Casussen", "casussen_pagina")
    nummer = next(een for een in toneel.wacht_tot(blik.regels, "casussen_tabel") if een.endswith("0003"))
    toneel.klik_regel("casussen_tabel", nummer, dubbel=True)
    toneel.wacht_op("casus_blad")
    toneel.klik("vouwknop_oordelen")
    namen = toneel.wacht_tot(blik.regels, "oordelen_tabel")
    voor = toneel.vraag(werk.oordelen, 3)
    toneel.klik_regel("oordelen_tabel", namen[0])
    toneel.klik_regel("oordelen_tabel", namen[5], met="shift")
    toneel.klik("oordeel_rechtmatig_knop")
    toneel.klik_regel("oordelen_tabel", namen[0])  # the grondslag that stood there is taken
    toneel.klik("oordeel_teken_knop")
    hand.onderteken()
    assert toneel.wacht_tot(werk.oordelen, 3)["rechtmatig"] >= voor["rechtmatig"] + 4

    hand.ga_naar("Tafels", "tafels_pagina")
    toneel.klik_regel("tafels_tabel", toneel.wacht_tot(blik.regels, "tafels_tabel")[0], dubbel=True)
    toneel.wacht_op("tafel_werkblad")
    onderwerpen = toneel.wacht_tot(blik.regels, "matrix", 1)
    for nummer_, casus in enumerate(onderwerpen[1:], start=1):
        toneel.klik_regel("matrix", casus, kolom=1)
        toneel.klik("agenda_iedereen")
        toneel.wacht_tot(werk.zit_iedereen, nummer_)
        toneel.klik_regel("deelnames", "", kolom=KOL_BIJDRAGE, dubbel=True)
        toneel.typ("Stand van zaken")
        toneel.klik("bijdrage_voor_alle")
        toneel.wacht_tot(werk.is_zover, werk.gevraagd, 6, nummer_)
    toneel.klik("agenda_akkoord")
    hand.onderteken()
    toneel.wacht_tot(is_akkoord)

    toneel.klik("=2 Uitnodigen")
    namen = toneel.wacht_tot(blik.regels, "uitnodigingen")
    toneel.klik_regel("uitnodigingen", namen[0])
    toneel.klik_regel("uitnodigingen", namen[3], met="shift")
    toneel.klik("uitnodiging_verstuurd")
    toneel.wacht_tot(werk.is_zover, werk.uitnodigingen, (4, 0))
    for naam in namen[:4]:
        toneel.klik_regel("uitnodigingen", naam)
        toneel.klik("antwoord_komt")
    toneel.wacht_tot(werk.is_zover, werk.uitnodigingen, (4, 4))

    toneel.klik("afmeld_knop")
    toneel.wacht_weg("hoofdvenster")
    hand.meld_aan("beheer")
    hand.ga_naar("Beheer", "beheer_pagina")
    toneel.klik_regel("beheer_onderdelen", "Accounts")
    toneel.klik_regel("accounts_tabel", "medewerker", kolom=1)
    toneel.klik("account_rollen_knop")
    toneel.wacht_op("rollendialoog")
    toneel.klik("rollendialoog > rol_procesregisseur_vak")
    toneel.klik("rollendialoog > dialoog_bewaar_knop")
    toneel.wacht_weg("rollendialoog")
    toneel.wacht_tot(rolbericht_staat_er)
