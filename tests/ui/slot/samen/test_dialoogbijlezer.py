"""Refused in a dialog since a colleague was before it: one looks at what stands there now, and goes on in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sessiehulp import ontgrendel
from ui_hulp import NepDiensten, NepLuisteraar, NepMeldingen, NepToegang, PaginaMaker, TekstPagina, zoek_nep

from zvh_desktop.errors import IntussenGewijzigd, KluisFout, LijnWeg
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.slot.lijststand import Keuzestand
from zvh_desktop.ui.slot.samen import collegabewaker
from zvh_desktop.ui.slot.samen.dialoogbijlezer import Dialoogband, zeg_getypte
from zvh_desktop.ui.slot.sessieverloop import Sessieverloop
from zvh_desktop.ui.slot.veldstand import Dialoogstand
from zvh_desktop.ui.vensters import Vensters


@dataclass(frozen=True)
class Regel:
    """A line of a list as it was read."""

    tekst: str


class Naamdialoog(Invoerdialoog[str]):
    def __init__(self, tekst: str, bewaar: Callable[[str], object], ouder: QWidget) -> None:
        super().__init__("Wijzig iemand", "&Bewaar", bewaar, ouder)
        naam, adres = tekst.split("|")
        self.naam, self.adres = QLineEdit(naam, self), QLineEdit(adres, self)
        self.formulier.voeg_toe("naam", "Naam", self.naam)
        self.formulier.voeg_toe("adres", "Adres", self.adres)

    def invoer(self) -> str:
        return f"{self.naam.text()}|{self.adres.text()}"


class Dialoogpagina(TekstPagina):
    """Opens a dialog with what is stored, or with a line that was read before."""

    def __init__(self, diensten: NepDiensten, proef: Proef) -> None:
        super().__init__(diensten)
        self._proef = proef
        self.gelezen = Regel(diensten.bewaarde_tekst)
        self.knop = QPushButton("Wijzig", self)
        self.knop.setAccessibleName("Wijzig")
        self.knop.clicked.connect(self._on_wijzigen)

    def _on_wijzigen(self) -> None:
        self._open(self.diensten.bewaarde_tekst)

    def wijzig_regel(self, regel: Regel) -> None:
        self._open(regel.tekst)

    def _open(self, tekst: str) -> None:
        dialoog = Naamdialoog(tekst, self._proef.bewaar, self)
        self._proef.geopend.append(dialoog)
        QTimer.singleShot(0, partial(self._proef.bij_dialoog, dialoog))
        dialoog.antwoord()


class Proef:
    """One window, and a colleague who saves while the dialog is open."""

    def __init__(self, qtbot: QtBot, gereedschap: Gereedschap, kluismap: Path) -> None:
        self.qtbot = qtbot
        self.toegang = NepToegang()
        self.diensten = self.toegang.diensten
        self.diensten.luisteraar = NepLuisteraar()
        self.diensten.bewaarde_tekst = "naam|adres"
        self.geopend: list[Naamdialoog] = []
        self.stond: list[str] = []
        self.verloop = Sessieverloop(self.toegang, self._vensters, gereedschap)
        self.verloop.toon_aanmelden(kluismap)
        self.venster = ontgrendel(qtbot, self.verloop)
        self.venster.ga_naar("casussen")
        pagina = self.venster.pagina("casussen")
        assert isinstance(pagina, Dialoogpagina)
        self.pagina = pagina

    def _vensters(self) -> Vensters:
        def bouw(diensten: NepDiensten, _gereedschap: Gereedschap):
            maak = partial(Dialoogpagina, diensten, self)
            return [replace(deel, maak=maak) for deel in PaginaMaker(diensten).invoer()]

        return Vensters(bouw, lambda _diensten: zoek_nep)

    def bewaar(self, tekst: str) -> object:
        """The first time a colleague was before it; the dialog that was opened over that may go through."""
        if len(self.geopend) == 1:
            assert self.diensten.roep is not None
            self.diensten.roep()
            raise IntussenGewijzigd
        self.diensten.bewaarde_tekst = tekst
        return True

    def bij_dialoog(self, dialoog: Naamdialoog) -> None:
        """Typed in and refused; in the second is looked what stands there, and it is saved."""
        if len(self.geopend) == 1:
            self.typ(dialoog)
            self.diensten.bewaarde_tekst = "naam|adres van daar"
            dialoog.bewaar_knop.click()
            self.qtbot.waitUntil(lambda: dialoog.findChild(Dialoogband) is not None)
            dialoog.findChild(Dialoogband).bekijk_knop.click()
        else:
            QTimer.singleShot(0, partial(self.sla_op, dialoog))

    def typ(self, dialoog: Naamdialoog) -> None:
        """Once the keyboard is there, as it is for who types."""
        self.qtbot.waitUntil(dialoog.naam.hasFocus)
        dialoog.naam.setText("naam van hier")

    def sla_op(self, dialoog: Naamdialoog) -> None:
        self.stond.append(dialoog.invoer())
        dialoog.bewaar_knop.click()


@pytest.fixture
def proef(qtbot: QtBot, gereedschap: Gereedschap, tmp_path: Path) -> Iterator[Proef]:
    gemaakt = Proef(qtbot, gereedschap, tmp_path / "voorbeeld.kluis")
    yield gemaakt
    gemaakt.verloop.stop()


def test_wie_wordt_geweigerd_kijkt_en_gaat_verder_in_dezelfde_dialoog(proef: Proef, qtbot: QtBot) -> None:
    proef.pagina.knop.click()
    qtbot.waitUntil(lambda: bool(proef.stond))
    assert proef.stond == ["naam van hier|adres van daar"]
    assert proef.diensten.bewaarde_tekst == "naam van hier|adres van daar"
    assert proef.diensten.bijgelezen == 1


def test_een_dialoog_die_met_oude_waarden_zou_openen_komt_niet_terug(
    proef: Proef, qtbot: QtBot, meldingen: NepMeldingen
) -> None:
    """It would show what was read before, and then take away what the colleague wrote."""
    proef.pagina.wijzig_regel(proef.pagina.gelezen)
    qtbot.waitUntil(lambda: bool(meldingen.berichten))
    assert "naam van hier" in meldingen.berichten[0]
    assert len(proef.geopend) == 1


def test_zonder_lijn_blijft_de_dialoog_staan(
    proef: Proef, qtbot: QtBot, meldingen: NepMeldingen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kijk(dialoog: Naamdialoog) -> None:
        proef.typ(dialoog)
        dialoog.bewaar_knop.click()
        qtbot.waitUntil(lambda: dialoog.findChild(Dialoogband) is not None)
        proef.diensten.lijn_weg = True
        dialoog.findChild(Dialoogband).bekijk_knop.click()
        proef.stond.append(dialoog.invoer() if dialoog.isVisible() else "")
        dialoog.reject()

    monkeypatch.setattr(proef, "bij_dialoog", kijk)
    proef.pagina.knop.click()
    assert proef.stond == ["naam van hier|adres"]
    assert [type(fout) for fout in meldingen.fouten] == [LijnWeg]


class Haper:
    """Reading goes well for who looks; after that it fails as often as the test says."""

    def __init__(self, proef: Proef, keren: int) -> None:
        self.geweigerd = 0
        self._lees = proef.diensten.begin_bijlezen
        self._gekeken = False
        self._keren = keren

    def __call__(self) -> Callable[[], None]:
        if not self._gekeken:
            self._gekeken = True
        elif self.geweigerd < self._keren:
            self.geweigerd += 1
            raise KluisFout("De server antwoordt niet.")
        return self._lees()


def test_wie_in_het_zoekveld_stond_krijgt_de_dialoog_ook_terug(proef: Proef, qtbot: QtBot) -> None:
    proef.venster.zoek_veld.setFocus()
    proef.pagina.knop.click()
    qtbot.waitUntil(lambda: bool(proef.stond))
    assert proef.stond == ["naam van hier|adres van daar"]


def test_wie_niet_meteen_kan_lezen_krijgt_de_dialoog_daarna_terug(
    proef: Proef, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collegabewaker, "WEER_MS", 1)
    haper = Haper(proef, 2)
    monkeypatch.setattr(proef.diensten, "begin_bijlezen", haper)
    proef.pagina.knop.click()
    qtbot.waitUntil(lambda: bool(proef.stond))
    assert proef.stond == ["naam van hier|adres van daar"]
    assert haper.geweigerd == 2


@pytest.mark.parametrize("weg", [Sessieverloop.vergrendel, Sessieverloop.meld_af])
def test_ook_over_het_slot_en_na_afmelden_komt_terug_wat_er_was_ingevuld(
    proef: Proef, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, weg: Callable[[Sessieverloop], None]
) -> None:
    haper = Haper(proef, 1)
    monkeypatch.setattr(proef.diensten, "begin_bijlezen", haper)
    proef.pagina.knop.click()
    qtbot.waitUntil(lambda: haper.geweigerd == 1)
    weg(proef.verloop)
    ontgrendel(qtbot, proef.verloop)
    qtbot.waitUntil(lambda: bool(proef.stond))
    assert proef.stond == ["naam van hier|adres van daar"]


def test_wat_niet_terugkomt_wordt_ook_na_het_slot_gezegd(
    proef: Proef, qtbot: QtBot, meldingen: NepMeldingen, monkeypatch: pytest.MonkeyPatch
) -> None:
    haper = Haper(proef, 1)
    monkeypatch.setattr(proef.diensten, "begin_bijlezen", haper)
    proef.pagina.wijzig_regel(proef.pagina.gelezen)
    qtbot.waitUntil(lambda: haper.geweigerd == 1)
    proef.verloop.vergrendel()
    ontgrendel(qtbot, proef.verloop)
    qtbot.waitUntil(lambda: bool(meldingen.berichten))
    assert "naam van hier" in meldingen.berichten[0]


def test_ook_een_keuze_of_vink_wordt_gezegd_met_de_naam_van_het_veld(proef: Proef, meldingen: NepMeldingen) -> None:
    plaats, vink, regel = "Keuzeveld||Plaats|1", "Vinkje||Spoed|1", "QLineEdit||Regel|1"
    stand = Dialoogstand({plaats: Keuzestand("Enschede", "Enschede", 1), vink: True, regel: "zelfde"}, "", 0, 0)
    grond = {plaats: Keuzestand("Almelo", "Almelo", 0), vink: False, regel: "zelfde"}
    zeg_getypte(meldingen, proef.venster, grond, stand)
    [gezegd] = meldingen.berichten
    assert gezegd.endswith("\n\nPlaats: Enschede\nSpoed: aan")
