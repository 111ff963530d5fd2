"""Everything of an overleg on paper, for whom is chosen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from falende_taken import ONVERWACHT, FalendeTaken
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from tafelkluis import WACHTWOORD, Tafelkluis
from ui_hulp import NepMeldingen

from zvh_desktop.models.keuzes import DocumentSoort, PartijId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.ui.draden.te_maken import TeMaken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.stukken.afdrukdialoog import Afdrukdialoog, Afdrukkeuze, afgedrukt_zin
from zvh_desktop.ui.pages.tafel.stukken.verzenden import Verzenden, te_drukken
from zvh_desktop.ui.toegankelijkheid import bevindingen

DELEN = (TeMaken("Agenda", "Politie"), TeMaken("Agenda", "Gemeente"), TeMaken("Actielijst", "Politie"))
KIES = "zvh_desktop.ui.pages.tafel.stukken.verzenden.kies_printer"
VRAAG = "zvh_desktop.ui.pages.tafel.stukken.verzenden.Afdrukdialoog.vraag"


@pytest.fixture
def dialoog(qtbot: QtBot) -> Afdrukdialoog:
    gemaakt = Afdrukdialoog(DELEN)
    qtbot.addWidget(gemaakt)
    with qtbot.waitExposed(gemaakt):
        gemaakt.show()
    return gemaakt


@pytest.fixture
def drukker(tmp_path: Path) -> QPrinter:
    gemaakt = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    gemaakt.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    gemaakt.setOutputFileName(str(tmp_path / "afdruk.pdf"))
    return gemaakt


def stap_met(
    qtbot: QtBot, regie: Diensten, gereedschap: Gereedschap, tafelkluis: Tafelkluis, klaar: bool = True
) -> Verzenden:
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    stap = Verzenden(regie, gereedschap)
    qtbot.addWidget(stap)
    stap.resize(870, 560)
    with qtbot.waitExposed(stap):
        stap.show()
    stap.toon_tafel(tafelkluis.overleg)
    assert stap.druk_knop.isEnabled() is klaar
    return stap


def bladzijden(pad: Path) -> list[str]:
    afdruk = QPdfDocument()
    afdruk.load(str(pad))
    teksten = [" ".join(afdruk.getAllText(nummer).text().split()) for nummer in range(afdruk.pageCount())]
    afdruk.close()
    return teksten


def test_iedereen_staat_aangevinkt(dialoog: Afdrukdialoog) -> None:
    assert dialoog.keuze() == Afdrukkeuze(frozenset({"Politie", "Gemeente"}), schutbladen=True)
    assert [dialoog.lijst.item(rij).text() for rij in range(2)] == ["Politie (2 stukken)", "Gemeente (1 stuk)"]
    assert dialoog.telling.text() == "3 stukken voor 2 ontvangers."
    assert bevindingen(dialoog) == []


def test_met_toetsen_gaat_er_een_af(qtbot: QtBot, dialoog: Afdrukdialoog) -> None:
    dialoog.lijst.setFocus()
    qtbot.keyClick(dialoog.lijst, Qt.Key.Key_Space)
    assert dialoog.keuze().ontvangers == frozenset({"Gemeente"})
    assert dialoog.telling.text() == "1 stuk voor 1 ontvanger."
    assert not dialoog.alle_vak.isChecked()


def test_niemand_gekozen_is_niets_af_te_drukken(dialoog: Afdrukdialoog) -> None:
    dialoog.alle_vak.click()
    assert not dialoog.kies_knop.isEnabled()
    assert dialoog.telling.text() == "Kies ten minste één ontvanger."
    dialoog.alle_vak.click()
    assert dialoog.kies_knop.isEnabled()
    assert dialoog.keuze().ontvangers == frozenset({"Politie", "Gemeente"})


@pytest.mark.parametrize(
    ("stukken", "ontvangers", "zin"),
    [
        (1, 1, "1 stuk voor 1 ontvanger gaat naar de printer."),
        (7, 3, "7 stukken voor 3 ontvangers gaan naar de printer."),
    ],
)
def test_de_zin_na_afloop(stukken: int, ontvangers: int, zin: str) -> None:
    assert afgedrukt_zin(stukken, ontvangers) == zin


def test_wat_er_bij_een_stuk_staat_maakt_geen_andere_ontvanger() -> None:
    soort, partij = DocumentSoort.ACTIELIJST, PartijId(4)
    zonder = StukVraag(soort, 1, partij, "Actielijst: Politie (geen open acties)", "Politie")
    assert te_drukken(zonder) == TeMaken("Actielijst (geen open acties)", "Politie")
    assert te_drukken(StukVraag(DocumentSoort.BESLUITENLIJST, 1, None, "Besluitenlijst")) == TeMaken(
        "Besluitenlijst", "Alleen voor het huis zelf"
    )


def test_wat_gekozen_is_komt_op_papier(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis, drukker: QPrinter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    stap = stap_met(qtbot, regie, tafelgereedschap, tafelkluis)
    gevraagd: list[TeMaken] = []

    def vraag(stukken: list[TeMaken], _ouder: QWidget) -> Afdrukkeuze:
        gevraagd.extend(stukken)
        return Afdrukkeuze(frozenset({stukken[0].wie, stukken[-1].wie}), schutbladen=True)

    monkeypatch.setattr(VRAAG, vraag)
    monkeypatch.setattr(KIES, lambda _ouder: drukker)
    stap.druk_knop.click()
    qtbot.waitUntil(lambda: "printer" in stap.strook.tekst())
    wel, niet = gevraagd[-1].wie, {een.wie for een in gevraagd[1:-1]} - {gevraagd[0].wie, gevraagd[-1].wie}
    gedrukt = bladzijden(Path(drukker.outputFileName()))
    assert sum(gevraagd[0].wie in tekst for tekst in gedrukt) == 1, "een schutblad voor het huis"
    assert sum(wel in tekst for tekst in gedrukt) == 1
    assert niet
    assert not any(wie in tekst for tekst in gedrukt for wie in niet)
    assert stap._overlegnaam in gedrukt[0]


@pytest.mark.parametrize("waar", ["dialoog", "printer"])
def test_wie_afziet_drukt_niets_af(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, waar: str,
) -> None:  # fmt: skip
    stap = stap_met(qtbot, regie, tafelgereedschap, tafelkluis)
    gevraagd: list[str] = []

    def exec_(_dialoog: Afdrukdialoog) -> int:
        return int(QDialog.DialogCode.Accepted if waar == "printer" else QDialog.DialogCode.Rejected)

    monkeypatch.setattr(Afdrukdialoog, "exec", exec_)
    monkeypatch.setattr(KIES, lambda _ouder: gevraagd.append("printer"))
    stap.druk_knop.click()
    assert gevraagd == (["printer"] if waar == "printer" else [])
    assert stap._gereedschap.taken.bezig() <= 1, "alleen het voorbeeld"
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal")
def test_een_mislukte_afdruk_zegt_dat(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis, meldingen: NepMeldingen,
    drukker: QPrinter, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    taken = FalendeTaken(meldingen)
    stap = stap_met(qtbot, regie, replace(tafelgereedschap, taken=taken), tafelkluis)
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    monkeypatch.setattr(VRAAG, lambda stukken, _ouder: Afdrukkeuze(frozenset({stukken[0].wie}), schutbladen=True))
    monkeypatch.setattr(KIES, lambda _ouder: drukker)
    taken.fout = RuntimeError("Testpersoon geheim")
    stap.druk_alle_af()
    qtbot.waitUntil(lambda: [fout.gebeurd for fout in meldingen.fouten] == [ONVERWACHT])
    assert "geheim" not in caplog.text
    qtbot.waitUntil(lambda: stap.findChild(QWidget, "voortgangsvenster") is None)
