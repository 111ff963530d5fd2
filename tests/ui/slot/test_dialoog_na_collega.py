"""A dialog that was open at the lock while a colleague went on: only what this user changed comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sessiehulp import ontgrendel
from ui_hulp import NepDiensten, NepLuisteraar, NepMeldingen, NepToegang, PaginaMaker, TekstPagina, zoek_nep

from zvh_desktop.errors import KluisFout
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.slot.sessieverloop import Sessieverloop
from zvh_desktop.ui.vensters import Vensters
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld
from zvh_desktop.ui.widgets.velden.vinklijst import Vinklijst

OPGESLAGEN = "naam|adres|eerste alinea\nderde alinea|1"


@dataclass(frozen=True)
class Regel:
    """A line of a list as it was read."""

    tekst: str


class Vraagdialoog(Invoerdialoog[str]):
    """Two lines, a text, and a list to tick."""

    def __init__(self, opgeslagen: str, bewaar: Callable[[str], object], ouder: QWidget) -> None:
        super().__init__("Wijzig iemand", "&Bewaar", bewaar, ouder)
        naam, adres, tekst, aan = opgeslagen.split("|")
        self.naam, self.adres = QLineEdit(naam, self), QLineEdit(adres, self)
        self.tekst = Tekstveld("Toelichting", self)
        self.tekst.setPlainText(tekst)
        self.themas = Vinklijst("Thema's", self)
        self.themas.zet(((1, "wonen"), (2, "zorg"), (3, "werk")), map(int, aan))
        for sleutel, veld in (("naam", self.naam), ("adres", self.adres), ("tekst", self.tekst), ("t", self.themas)):
            self.formulier.voeg_toe(sleutel, sleutel, veld)

    def invoer(self) -> str:
        aan = "".join(map(str, self.themas.gekozen()))
        return "|".join((self.naam.text(), self.adres.text(), self.tekst.toPlainText(), aan))


class Vraagpagina(TekstPagina):
    """Opens it with what is stored, or with a line that was read before."""

    def __init__(self, diensten: NepDiensten, proef: Proef) -> None:
        super().__init__(diensten)
        self._proef = proef

    def wijzig(self) -> None:
        self._open(self.diensten.bewaarde_tekst)

    def wijzig_regel(self, regel: Regel) -> None:
        self._open(regel.tekst)

    def _open(self, opgeslagen: str) -> None:
        dialoog = Vraagdialoog(opgeslagen, self._proef.bewaard.append, self)
        QTimer.singleShot(0, partial(self._proef.bij_dialoog, dialoog))
        dialoog.antwoord()


class Proef:
    """What is typed in the first dialog, what a colleague saves behind the lock, and what stands in the second."""

    def __init__(self, qtbot: QtBot, gereedschap: Gereedschap, kluismap: Path, *, op_server: bool) -> None:
        self.qtbot = qtbot
        self.diensten = NepDiensten()
        toegang = NepToegang()
        toegang.diensten = self.diensten
        self.diensten.luisteraar = NepLuisteraar() if op_server else None
        self.diensten.bewaarde_tekst = OPGESLAGEN
        self.bewaard: list[str] = []
        self.stond: list[str] = []
        self._typ: Callable[[Vraagdialoog], None] | None = None
        self.verloop = Sessieverloop(toegang, self._vensters, gereedschap)
        self.verloop.toon_aanmelden(kluismap)

    def _vensters(self) -> Vensters:
        def bouw(diensten: NepDiensten, _gereedschap: Gereedschap):
            maak = partial(Vraagpagina, diensten, self)
            return [replace(deel, maak=maak) for deel in PaginaMaker(diensten).invoer()]

        return Vensters(bouw, lambda _diensten: zoek_nep)

    def pagina(self) -> Vraagpagina:
        assert self.verloop.venster is not None
        self.verloop.venster.ga_naar("casussen")
        pagina = self.verloop.venster.pagina("casussen")
        assert isinstance(pagina, Vraagpagina)
        return pagina

    def vergrendel(self, typ: Callable[[Vraagdialoog], None], regel: Regel | None = None) -> None:
        """Open it, let this be typed, and lock."""
        self._typ = typ
        ontgrendel(self.qtbot, self.verloop)
        pagina = self.pagina()
        with self.qtbot.waitSignal(self.verloop.vergrendeld):
            if regel is None:
                pagina.wijzig()
            else:
                pagina.wijzig_regel(regel)

    def terug(self) -> str:
        """What stands in it after the lock."""
        ontgrendel(self.qtbot, self.verloop)
        self.qtbot.waitUntil(lambda: bool(self.stond))
        return self.stond[0]

    def bij_dialoog(self, dialoog: Vraagdialoog) -> None:
        typ, self._typ = self._typ, None
        if typ is not None:
            typ(dialoog)
            self.verloop.vergrendel()
        else:
            QTimer.singleShot(0, partial(self._kijk, dialoog))

    def _kijk(self, dialoog: Vraagdialoog) -> None:
        self.stond.append(dialoog.invoer())
        dialoog.reject()


@pytest.fixture(params=[True, False], ids=["op een server", "in een kluis"])
def proef(request: pytest.FixtureRequest, qtbot: QtBot, gereedschap: Gereedschap, tmp_path: Path) -> Iterator[Proef]:
    gemaakt = Proef(qtbot, gereedschap, tmp_path / "voorbeeld.kluis", op_server=request.param)
    yield gemaakt
    gemaakt.verloop.stop()


def typ_naam(dialoog: Vraagdialoog) -> None:
    dialoog.naam.setText("naam van hier")


def test_wat_niet_is_aangeraakt_komt_niet_terug_over_wat_een_collega_bewaarde(
    proef: Proef, meldingen: NepMeldingen
) -> None:
    proef.vergrendel(typ_naam)
    proef.diensten.bewaarde_tekst = "naam|adres van daar|eerste alinea\nderde alinea|13"
    assert proef.terug() == "naam van hier|adres van daar|eerste alinea\nderde alinea|13"
    assert meldingen.berichten == []


def test_van_hetzelfde_veld_blijft_wat_de_collega_koos_en_het_andere_wordt_gezegd(
    proef: Proef, meldingen: NepMeldingen
) -> None:
    proef.vergrendel(typ_naam)
    proef.diensten.bewaarde_tekst = "naam van een collega|adres|eerste alinea\nderde alinea|1"
    assert proef.terug().startswith("naam van een collega|")
    proef.qtbot.waitUntil(lambda: bool(meldingen.berichten))
    assert meldingen.berichten[0].endswith("\n\nnaam: naam van hier")


def test_een_tekst_wordt_per_alinea_samengevoegd(proef: Proef, meldingen: NepMeldingen) -> None:
    proef.vergrendel(lambda dialoog: dialoog.tekst.setPlainText("eerste alinea van hier\nderde alinea"))
    proef.diensten.bewaarde_tekst = "naam|adres|eerste alinea\nderde alinea van daar|1"
    assert proef.terug() == "naam|adres|eerste alinea van hier\nderde alinea van daar|1"
    assert meldingen.berichten == []


def test_van_dezelfde_alinea_blijven_beide_en_dat_wordt_gezegd(proef: Proef, meldingen: NepMeldingen) -> None:
    proef.vergrendel(lambda dialoog: dialoog.tekst.setPlainText("eerste van hier\nderde alinea"))
    proef.diensten.bewaarde_tekst = "naam|adres|eerste alinea van daar\nderde alinea|1"
    staat = proef.terug()
    assert "eerste van hier" in staat
    assert "eerste alinea van daar" in staat
    proef.qtbot.waitUntil(lambda: bool(meldingen.berichten))
    assert "dezelfde alinea" in meldingen.berichten[0]


def test_een_vink_komt_terug_naast_wat_een_collega_ergens_anders_wijzigde(proef: Proef) -> None:
    proef.vergrendel(lambda dialoog: dialoog.themas.vink(2, aan=True))
    proef.diensten.bewaarde_tekst = "naam|adres van daar|eerste alinea\nderde alinea|1"
    assert proef.terug() == "naam|adres van daar|eerste alinea\nderde alinea|12"


def test_van_dezelfde_lijst_wordt_gezegd_dat_de_keuze_niet_terugkwam(proef: Proef, meldingen: NepMeldingen) -> None:
    proef.vergrendel(lambda dialoog: dialoog.themas.vink(2, aan=True))
    proef.diensten.bewaarde_tekst = "naam|adres|eerste alinea\nderde alinea|13"
    assert proef.terug().endswith("|13")
    proef.qtbot.waitUntil(lambda: bool(meldingen.berichten))
    assert meldingen.berichten[0].endswith("Uw keuze in “Thema's”")


def test_heeft_niemand_iets_gedaan_dan_komt_ook_een_dialoog_met_eerder_gelezen_waarden_terug(proef: Proef) -> None:
    proef.vergrendel(typ_naam, Regel(OPGESLAGEN))
    assert proef.terug() == OPGESLAGEN.replace("naam", "naam van hier")


def test_met_eerder_gelezen_waarden_opent_hij_niet_over_wat_een_collega_bewaarde(
    proef: Proef, meldingen: NepMeldingen
) -> None:
    """Who opens it anew by hand sees what stands there now, with what was typed in it."""
    proef.vergrendel(typ_naam, Regel(OPGESLAGEN))
    proef.diensten.bewaarde_tekst = "naam|adres van daar|eerste alinea\nderde alinea|1"
    ontgrendel(proef.qtbot, proef.verloop)
    proef.qtbot.waitUntil(lambda: bool(meldingen.berichten))
    assert "Open het opnieuw" in meldingen.berichten[0]
    assert proef.stond == []
    proef.pagina().wijzig()
    assert proef.stond == ["naam van hier|adres van daar|eerste alinea\nderde alinea|1"]


@pytest.mark.parametrize("proef", [True], indirect=True, ids=["op een server"])
def test_wat_een_collega_bewaarde_voor_hij_openging_en_hier_nog_niet_was_gelezen_telt_als_intussen(
    proef: Proef, meldingen: NepMeldingen
) -> None:
    """It opens with a line that was read before it, and the server was further by then."""
    proef.diensten.gezien = len(OPGESLAGEN)
    proef.diensten.bewaarde_tekst = "naam|adres van daar|eerste alinea\nderde alinea|1"
    proef.vergrendel(typ_naam, Regel(OPGESLAGEN))
    ontgrendel(proef.qtbot, proef.verloop)
    proef.qtbot.waitUntil(lambda: bool(meldingen.berichten))
    assert "Open het opnieuw" in meldingen.berichten[0]
    proef.pagina().wijzig()
    assert proef.stond == ["naam van hier|adres van daar|eerste alinea\nderde alinea|1"]


@pytest.mark.mag_loggen("zvh_desktop.ui.slot.plaatsbewaker")
def test_is_niet_te_zien_of_er_iets_is_gedaan_dan_wordt_elk_veld_bekeken(
    proef: Proef, meldingen: NepMeldingen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server answers otherwise than by saying that the line is gone: nothing of a colleague is written over."""

    def weigert() -> int:
        raise KluisFout("De server kan er nu niets meer bij hebben.")

    monkeypatch.setattr(proef.diensten, "laatste_handeling", weigert)
    proef.vergrendel(typ_naam)
    proef.diensten.bewaarde_tekst = "naam|adres van daar|eerste alinea\nderde alinea|1"
    assert proef.terug() == "naam van hier|adres van daar|eerste alinea\nderde alinea|1"
