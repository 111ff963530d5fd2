"""The preview: from memory, and a file only when the user asks for one."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from reportlab.pdfgen import canvas
from ui_hulp import NepMeldingen

from zvh_desktop.errors import DocumentMislukt
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster, PdfVoorbeeld, schrijf_bestand
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.uiterlijk.thema import Thema


def maak_pdf(bladzijden: int = 3) -> bytes:
    uit = io.BytesIO()
    doek = canvas.Canvas(uit, pagesize=(595, 842), invariant=1)
    for nummer in range(1, bladzijden + 1):
        doek.drawString(72, 760, f"Agenda bladzijde {nummer}")
        doek.showPage()
    doek.save()
    return uit.getvalue()


@pytest.fixture
def voorbeeld(qtbot, thema: Thema, meldingen: NepMeldingen) -> PdfVoorbeeld:
    gemaakt = PdfVoorbeeld(meldingen)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1000, 700)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
    gemaakt.toon(maak_pdf(), "agenda.pdf")
    return gemaakt


def test_toont_bladzijden_en_loopt_erdoor(qtbot, voorbeeld: PdfVoorbeeld) -> None:
    assert voorbeeld.bladzijde_label.text() == "bladzijde 1 van 3"
    assert not voorbeeld.vorige_knop.isEnabled()
    voorbeeld.volgende_knop.click()
    qtbot.waitUntil(lambda: voorbeeld.bladzijde_label.text() == "bladzijde 2 van 3")


def test_vergroten_en_hele_breedte(voorbeeld: PdfVoorbeeld) -> None:
    voorbeeld.groter_knop.click()
    assert not voorbeeld.breedte_knop.isChecked()
    groot = voorbeeld.beeld.zoomFactor()
    voorbeeld.kleiner_knop.click()
    assert voorbeeld.beeld.zoomFactor() < groot
    voorbeeld.breedte_knop.click()
    assert voorbeeld.breedte_knop.isChecked()


def test_zoeken_telt_wat_gevonden_is(qtbot, voorbeeld: PdfVoorbeeld) -> None:
    qtbot.keyClick(voorbeeld.beeld, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert voorbeeld.zoek_veld.hasFocus()
    qtbot.keyClicks(voorbeeld.zoek_veld, "bladzijde")
    qtbot.waitUntil(lambda: voorbeeld.zoek_stand.text() == "3 gevonden")
    qtbot.keyClick(voorbeeld.zoek_veld, Qt.Key.Key_Return)
    assert voorbeeld.beeld.currentSearchResultIndex() == 0


def test_opslaan_schrijft_precies_deze_bytes(
    qtbot, voorbeeld: PdfVoorbeeld, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    meldingen.pad = tmp_path / "mijn agenda"
    with qtbot.waitSignal(voorbeeld.bewaard):
        voorbeeld.opslaan_knop.click()
    assert (tmp_path / "mijn agenda.pdf").read_bytes() == maak_pdf()
    assert [bestand.name for bestand in tmp_path.iterdir() if bestand.suffix == ".pdf"] == ["mijn agenda.pdf"]


def test_niet_opslaan_schrijft_niets(voorbeeld: PdfVoorbeeld, tmp_path: Path) -> None:
    assert voorbeeld.sla_op() is None
    assert not list(tmp_path.glob("*.pdf"))


def test_mislukt_opslaan_zegt_wat_er_veilig_is(
    voorbeeld: PdfVoorbeeld, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    meldingen.pad = tmp_path / "bestaat niet" / "agenda.pdf"
    assert voorbeeld.sla_op() is None
    assert '"agenda.pdf" is niet bewaard' in meldingen.fouten[0].gebeurd
    assert meldingen.fouten[0].veilig


def test_mislukt_schrijven_laat_het_oude_bestand_staan(tmp_path: Path) -> None:
    doel = tmp_path / "map"
    doel.mkdir()
    with pytest.raises(DocumentMislukt):
        schrijf_bestand(doel, b"inhoud")
    assert doel.is_dir()


@pytest.mark.parametrize("naam", ["con.tar.pdf", "COM¹.pdf", "agenda.pdf ", "agenda.pdf."])
def test_een_naam_die_windows_niet_kent_wordt_geweigerd(naam: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentMislukt, match="kan niet"):
        schrijf_bestand(tmp_path / naam, b"inhoud")
    assert list(tmp_path.iterdir()) == []


def test_afdrukken_geeft_elke_bladzijde(voorbeeld: PdfVoorbeeld, tmp_path: Path) -> None:
    drukker = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    drukker.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    drukker.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    drukker.setOutputFileName(str(tmp_path / "afdruk.pdf"))
    voorbeeld.druk_af_op(drukker)
    afdruk = QPdfDocument()
    afdruk.load(str(tmp_path / "afdruk.pdf"))
    assert afdruk.pageCount() == 3
    afdruk.close()


def test_beschadigd_document_wordt_geweigerd(voorbeeld: PdfVoorbeeld) -> None:
    with pytest.raises(DocumentMislukt):
        voorbeeld.toon(b"dit is geen pdf", "x.pdf")
    assert not voorbeeld.opslaan_knop.isEnabled()


def test_leegmaken_vergeet_het_document(voorbeeld: PdfVoorbeeld) -> None:
    voorbeeld.maak_leeg()
    assert voorbeeld.document.pageCount() == 0
    assert voorbeeld._inhoud == b""
    assert voorbeeld._buffer.data().isEmpty()


def test_voorbeeld_is_toegankelijk(voorbeeld: PdfVoorbeeld) -> None:
    assert bevindingen(voorbeeld) == []


def test_vraag_meldt_een_beschadigd_document(qtbot, voorbeeld: PdfVoorbeeld, meldingen: NepMeldingen) -> None:
    PdfVenster.vraag(b"geen pdf", "x.pdf", "Agenda", meldingen, ouder=voorbeeld)
    assert len(meldingen.fouten) == 1
