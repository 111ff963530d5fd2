"""A file that is dropped on a casus opens the dialog for information, filled in; nothing is stored by itself."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from proefkluis import WACHTWOORD, maak_casus
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.models.keuzes import BuitenRoutering, CasusId
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.plekken import BijCasus
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.blad import CasusBlad
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina
from zvh_desktop.ui.pages.informatie.itemdialoog import ItemDialoog
from zvh_desktop.ui.toegankelijkheid import bevindingen

PDF = b"%PDF-1.4 verzonnen"


@pytest.fixture
def casus(diensten: Diensten) -> CasusId:
    return maak_casus(diensten)


@pytest.fixture
def blad(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, casus: CasusId) -> CasusBlad:
    pagina = CasussenPagina(diensten, gereedschap)
    qtbot.addWidget(pagina)
    pagina.resize(1000, 800)
    pagina.show()
    pagina.toon(BijCasus(casus))
    return pagina.blad


@pytest.fixture
def geopend(monkeypatch: pytest.MonkeyPatch) -> list[ItemDialoog]:
    """The dialogs that opened; each is closed without an answer."""
    gezien: list[ItemDialoog] = []

    def antwoord(dialoog: ItemDialoog) -> None:
        dialoog.show()
        QApplication.processEvents()
        assert bevindingen(dialoog) == []
        gezien.append(dialoog)
        gezien_velden.append((dialoog.titel.text(), dialoog.tekst.toPlainText(), dialoog.ontvangen.datum()))

    monkeypatch.setattr(ItemDialoog, "antwoord", antwoord)
    return gezien


gezien_velden: list[tuple[str, str, date | None]] = []


def laat_vallen(blad: CasusBlad, *paden: Path) -> bool:
    gegevens = QMimeData()
    gegevens.setUrls([QUrl.fromLocalFile(str(pad)) for pad in paden])
    rest = (Qt.DropAction.CopyAction, gegevens, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    komt = QDropEvent(QPointF(5, 5), *rest, QEvent.Type.DragEnter)
    QApplication.sendEvent(blad, komt)
    if komt.isAccepted():
        QApplication.sendEvent(blad, QDropEvent(QPointF(5, 5), *rest))
    return komt.isAccepted()


def bericht(tmp_path: Path) -> Path:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "balie@voorbeeld.invalid", "Verzonnen rapport"
    mail["Date"] = "Mon, 02 Nov 2020 09:05:00 +0100"
    mail.set_content("Een verzonnen bericht.")
    mail.add_attachment(PDF, maintype="application", subtype="pdf", filename="rapport.pdf")
    pad = tmp_path / "bericht.eml"
    pad.write_bytes(mail.as_bytes())
    return pad


def test_een_bericht_vult_de_dialoog_en_bewaart_niets(
    qtbot: QtBot, blad: CasusBlad, geopend: list[ItemDialoog], tmp_path: Path, diensten: Diensten, casus: CasusId
) -> None:
    gezien_velden.clear()
    assert laat_vallen(blad, bericht(tmp_path))
    qtbot.waitUntil(lambda: len(geopend) == 1)
    assert gezien_velden == [("Verzonnen rapport", "Een verzonnen bericht.", date(2020, 11, 2))]
    veld = geopend[0].bijlage
    assert veld is not None
    assert veld.welke.count() == 2
    assert veld.bijlage() is not None
    veld.welke.setCurrentIndex(1)
    gekozen = veld.bijlage()
    assert gekozen is not None
    assert (gekozen.naam, gekozen.inhoud) == ("rapport.pdf", PDF)
    assert diensten.informatie.toon(casus).items == ()


def test_een_ander_bestand_wordt_de_bijlage(
    qtbot: QtBot, blad: CasusBlad, geopend: list[ItemDialoog], tmp_path: Path
) -> None:
    pad = tmp_path / "verzonnen brief.pdf"
    pad.write_bytes(PDF)
    gezien_velden.clear()
    assert laat_vallen(blad, pad)
    qtbot.waitUntil(lambda: len(geopend) == 1)
    assert gezien_velden[0][:2] == ("verzonnen brief", "")
    veld = geopend[0].bijlage
    assert veld is not None
    assert veld.bijlage() is not None
    assert veld.welke.isHidden()


def test_wat_niet_kan_wordt_gezegd_en_opent_niets(
    qtbot: QtBot, blad: CasusBlad, geopend: list[ItemDialoog], tmp_path: Path, meldingen: NepMeldingen
) -> None:
    pad = tmp_path / "starten.exe"
    pad.write_bytes(b"MZ")
    assert laat_vallen(blad, pad)
    qtbot.waitUntil(lambda: bool(meldingen.fouten))
    assert "Dit soort bestand" in meldingen.fouten[0].gebeurd
    assert geopend == []


def test_meer_bestanden_tegelijk_worden_niet_aangenomen(blad: CasusBlad, tmp_path: Path) -> None:
    assert not laat_vallen(blad, tmp_path / "een.pdf", tmp_path / "twee.pdf")


def test_de_knop_de_toets_en_een_bestand_volgen_dezelfde_regel(
    qtbot: QtBot, blad: CasusBlad, geopend: list[ItemDialoog], tmp_path: Path, meldingen: NepMeldingen,
    diensten: Diensten,
) -> None:  # fmt: skip
    pad = tmp_path / "verzonnen.pdf"
    pad.write_bytes(PDF)
    casus = maak_casus(diensten, "Testpersoon Twee", na_triage=False)
    diensten.triage.bewaar(casus, TriageInvoer(routering=BuitenRoutering.ELDERS, toelichting="Verzonnen."))
    diensten.bevestig(WACHTWOORD)
    diensten.triage.rond_af(casus)
    blad.toon_casus(casus, "informatie")
    items = blad.informatie.paneel.items
    assert not items.nieuw_knop.isEnabled() and "loopt niet meer" in items.nieuw_knop.toolTip()
    assert items.tabel.leeg.knop.isHidden()
    qtbot.keyClick(items.tabel, Qt.Key.Key_Insert)
    assert laat_vallen(blad, pad)
    qtbot.waitUntil(lambda: bool(meldingen.fouten))
    assert "loopt niet meer" in meldingen.fouten[0].gebeurd
    assert geopend == []
