"""A pile in one job: in order, each receiver's together, and on both sides of the paper each on a sheet of its own."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from reportlab.pdfgen import canvas

from zvh_desktop.errors import DocumentMislukt
from zvh_desktop.models.keuzes import DocumentSoort, PartijId
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.ui.afdrukken.stapel import Afgedrukt, Stapel
from zvh_desktop.ui.draden.taken import TaakAfgebroken
from zvh_desktop.ui.draden.te_maken import TeMaken

Begin = Callable[[int], None]
HUIS, POLITIE, GEMEENTE = "alleen voor het huis zelf", "Politie Testeenheid", "Gemeente Verzonnen"
STUKKEN = (
    (TeMaken("Notulen", HUIS), 3),
    (TeMaken("Notulen", POLITIE), 1),
    (TeMaken("Notulen", GEMEENTE), 2),
    (TeMaken("Actielijst", POLITIE), 1),
)


def stuk(bladzijden: int, inhoud: bytes | None = None) -> Stuk:
    uit = io.BytesIO()
    doek = canvas.Canvas(uit, pagesize=(150, 212), invariant=1)  # small: each page is rendered at 300 dots an inch
    for _ in range(bladzijden):
        doek.rect(25, 25, 50, 50, fill=1)
        doek.showPage()
    doek.save()
    return Stuk(DocumentSoort.NOTULEN_PARTIJ, "stuk.pdf", inhoud or uit.getvalue(), PartijId(1), "", ())


def maker(stukken: Sequence[Stuk]) -> Callable[[Begin], Sequence[Stuk]]:
    def maak(begint_aan: Begin) -> Sequence[Stuk]:
        for plaats in range(len(stukken)):
            begint_aan(plaats)
        return stukken

    return maak


def drukker_naar(doel: Path) -> QPrinter:
    drukker = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    drukker.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    drukker.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    drukker.setOutputFileName(str(doel))
    return drukker


def stapel(drukker: QPrinter, *, schutbladen: bool = True) -> Stapel:
    stukken = [stuk(bladzijden) for _, bladzijden in STUKKEN]
    return Stapel([een for een, _ in STUKKEN], maker(stukken), drukker, "Verzonnen overleg", schutbladen)


def bladzijden(pad: Path) -> list[str]:
    """Of each printed page what kind it is: the words of a cover sheet, a page of a document, or nothing."""
    afdruk = QPdfDocument()
    afdruk.load(str(pad))
    soorten = []
    for nummer in range(afdruk.pageCount()):
        tekst = afdruk.getAllText(nummer).text()
        beeld = afdruk.render(nummer, (afdruk.pagePointSize(nummer)).toSize())
        # of the drawn square: a page of a document has ink there, a blank back has none
        inkt = beeld.pixelColor(200, 640).lightness() < 100 and beeld.pixelColor(200, 640).alpha() > 0
        soorten.append(next((wie for wie in (HUIS, POLITIE, GEMEENTE) if wie in tekst), "stuk" if inkt else ""))
    afdruk.close()
    return soorten


def test_per_ontvanger_bij_elkaar_met_een_schutblad_ervoor(qapp: object, tmp_path: Path) -> None:
    doel = tmp_path / "afdruk.pdf"
    uitkomst = stapel(drukker_naar(doel))(lambda *_: None)
    verwacht = [HUIS, "stuk", "stuk", "stuk", POLITIE, "stuk", "stuk", GEMEENTE, "stuk", "stuk"]
    assert bladzijden(doel) == verwacht
    assert uitkomst == Afgedrukt(stukken=4, ontvangers=3, bladzijden=len(verwacht))


def test_een_schutblad_noemt_wat_erachter_zit(qapp: object, tmp_path: Path) -> None:
    doel = tmp_path / "afdruk.pdf"
    stapel(drukker_naar(doel))(lambda *_: None)
    afdruk = QPdfDocument()
    afdruk.load(str(doel))
    tekst = afdruk.getAllText(4).text()
    afdruk.close()
    assert [woord in tekst for woord in ("Verzonnen overleg", POLITIE, "Notulen", "Actielijst")] == [True] * 4


def test_zonder_schutbladen(qapp: object, tmp_path: Path) -> None:
    doel = tmp_path / "afdruk.pdf"
    stapel(drukker_naar(doel), schutbladen=False)(lambda *_: None)
    assert bladzijden(doel) == ["stuk"] * 7


@pytest.mark.parametrize(
    "dubbel",
    [QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexShortSide, QPrinter.DuplexMode.DuplexAuto],
)
def test_tweezijdig_begint_elk_stuk_op_een_nieuw_vel(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dubbel: QPrinter.DuplexMode
) -> None:
    doel = tmp_path / "afdruk.pdf"
    drukker = drukker_naar(doel)
    monkeypatch.setattr(drukker, "duplex", lambda: dubbel)  # a file has no sides
    stapel(drukker)(lambda *_: None)
    huis = [HUIS, "", "stuk", "stuk", "stuk", ""]
    politie = [POLITIE, "", "stuk", "", "stuk", ""]
    assert bladzijden(doel) == [*huis, *politie, GEMEENTE, "", "stuk", "stuk"]


def test_de_voortgang_noemt_elk_stuk_twee_keer(qapp: object, tmp_path: Path) -> None:
    gehoord: list[tuple[int, int, str]] = []
    stapel(drukker_naar(tmp_path / "afdruk.pdf"))(lambda *deel: gehoord.append(deel))
    assert [deel[0] for deel in gehoord] == [0, 1, 2, 3, 4, 5, 6, 7, 8]
    assert {deel[1] for deel in gehoord} == {8}
    assert gehoord[1][2] == f"Notulen 2 van 4 maken: {POLITIE}"
    assert gehoord[5][2] == f"Notulen 2 van 4 afdrukken: {POLITIE}"
    assert gehoord[6][2] == f"Actielijst 3 van 4 afdrukken: {POLITIE}"


@pytest.mark.parametrize("stap", [0, 3, 4, 6, 8])
def test_wie_halverwege_stopt_laat_niets_achter(qapp: object, tmp_path: Path, stap: int) -> None:
    def voortgang(gedaan: int, _totaal: int, _tekst: str) -> None:
        if gedaan == stap:
            raise TaakAfgebroken

    with pytest.raises(TaakAfgebroken):
        stapel(drukker_naar(tmp_path / "afdruk.pdf"))(voortgang)
    assert list(tmp_path.iterdir()) == []


def test_een_stuk_dat_niet_te_lezen_is_houdt_alles_tegen(qapp: object, tmp_path: Path) -> None:
    delen = [TeMaken("Notulen", HUIS), TeMaken("Notulen", POLITIE)]
    stukken = [stuk(1), stuk(1, b"dit is geen pdf")]
    with pytest.raises(DocumentMislukt, match=f"kan niet worden afgedrukt: Notulen voor {POLITIE}"):
        Stapel(delen, maker(stukken), drukker_naar(tmp_path / "afdruk.pdf"), "Overleg")(lambda *_: None)
    assert list(tmp_path.iterdir()) == []


def test_een_printer_die_onderweg_ophoudt_zegt_dat(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drukker = drukker_naar(tmp_path / "afdruk.pdf")
    monkeypatch.setattr(drukker, "newPage", lambda: False)
    with pytest.raises(DocumentMislukt, match="opgehouden"):
        stapel(drukker)(lambda *_: None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_een_printer_die_niet_begint_zegt_dat(qapp: object, tmp_path: Path) -> None:
    drukker = drukker_naar(tmp_path / "bestaat niet" / "afdruk.pdf")
    with pytest.raises(DocumentMislukt, match="Er is niets afgedrukt"):
        stapel(drukker)(lambda *_: None)
