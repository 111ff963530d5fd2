"""An attachment is looked over as a whole only when nothing else stands in it; and it is read once, before the lock."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from factories import Bureau
from informatiedossier import Dossier
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from zvh_desktop.documents.formulier.bijlagetekst import Bijlagetekst, lees_bijlagetekst
from zvh_desktop.services.informatie.bijlagen import Bijlage
from zvh_desktop.services.lek import bijlagen
from zvh_desktop.services.lek.bijlagen import MEESTE, Bijlageteksten
from zvh_desktop.services.werkplek.werkplek import Werkplek

ZIN = "Een rustige regel over de voortgang van het gesprek."


def pdf(teken: Callable[[Canvas], object], titel: str = "") -> bytes:
    uit = io.BytesIO()
    blad = Canvas(uit)
    blad.setTitle(titel)
    teken(blad)
    blad.save()
    return uit.getvalue()


def brief(blad: Canvas) -> None:
    blad.drawString(80, 700, ZIN)


def scan_met_een_regel(blad: Canvas) -> None:
    brief(blad)
    blad.drawImage(ImageReader(Image.new("RGB", (60, 80), "white")), 0, 0, 595, 842)


def beeld_in_de_regels(blad: Canvas) -> None:
    brief(blad)
    blad.drawInlineImage(Image.new("RGB", (60, 80), "white"), 0, 0, 595, 842)


def getekende_letters(blad: Canvas) -> None:
    blad.rect(80, 700, 40, 10, fill=1)


def beeld_in_een_vorm(blad: Canvas) -> None:
    blad.beginForm("vorm")
    blad.drawInlineImage(Image.new("RGB", (60, 80), "white"), 0, 0, 595, 842)
    blad.endForm()
    brief(blad)
    blad.doForm("vorm")


def notitie(blad: Canvas) -> None:
    brief(blad)
    blad.textAnnotation("Bel 06-55012345", Rect=[80, 600, 200, 640])


def veld(blad: Canvas) -> None:
    brief(blad)
    blad.acroForm.textfield(name="naam", value="06-55012345", x=80, y=600)


def met(doe: Callable[[PdfWriter], object]) -> bytes:
    schrijver = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(brief))))
    doe(schrijver)
    uit = io.BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def andere_letters(schrijver: PdfWriter) -> None:
    """Of which the file does not say what they are, as a program makes them that wants nobody to copy."""
    for letter in schrijver._objects:
        if not isinstance(letter, DictionaryObject) or letter.get("/Type") != "/Font":
            continue
        letter[NameObject("/BaseFont")] = NameObject("/ABCDEF+Eigen")
        letter[NameObject("/Encoding")] = DictionaryObject(
            {NameObject("/Differences"): ArrayObject([NameObject("/g1"), NameObject("/g2")])}
        )


MEER = {
    "een scan met een regel": pdf(scan_met_een_regel),
    "een beeld tussen de regels": pdf(beeld_in_de_regels),
    "een beeld in een vorm": pdf(beeld_in_een_vorm),
    "getekend en niet geschreven": pdf(getekende_letters),
    "een notitie": pdf(notitie),
    "een ingevuld veld": pdf(veld),
    "een bestand erin": met(lambda schrijver: schrijver.add_attachment("brief.txt", b"BSN 999990019")),
    "letters zonder naam": met(andere_letters),
    "geen woorden": pdf(lambda blad: blad.drawString(80, 700, "Xkdj mnprst wrtzk hgfds qwrtp vbnmk")),
    "beschadigd": pdf(brief)[:200],
    "versleuteld": met(lambda schrijver: schrijver.encrypt("geheim", algorithm="RC4-128")),
}


@pytest.mark.parametrize("soort", MEER)
def test_waar_meer_in_staat_dan_woorden_is_niet_geheel_nagezien(soort: str) -> None:
    assert not lees_bijlagetekst(MEER[soort]).geheel


def test_een_gewone_brief_is_geheel_nagezien() -> None:
    gelezen = lees_bijlagetekst(pdf(brief))
    assert gelezen.geheel and ZIN in gelezen.tekst
    leeg = lees_bijlagetekst(pdf(lambda blad: (brief(blad), blad.showPage(), blad.showPage())))
    assert leeg.geheel, "an empty sheet hides nothing"


def test_wat_iemand_over_het_bestand_typte_wordt_ook_gelezen() -> None:
    assert "BSN 999990019" in lees_bijlagetekst(pdf(brief, "Verslag T. Eenman BSN 999990019")).tekst
    eigen = met(lambda schrijver: schrijver.add_metadata({NameObject("/Zaak"): TextStringObject("06-55012345")}))
    assert "06-55012345" in lees_bijlagetekst(eigen).tekst


@pytest.fixture
def gelezen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[bytes, bool]]:
    """Each attachment that was really read, and whether everybody waited for it."""
    gelezen: list[tuple[bytes, bool]] = []
    schrijft: list[str] = []
    echt = Werkplek.schrijf

    @contextmanager
    def schrijf(werkplek: Werkplek, *waarden: Any, **anders: Any) -> Iterator[Any]:
        with echt(werkplek, *waarden, **anders) as werk:
            schrijft.append("bezig")
            try:
                yield werk
            finally:
                schrijft.pop()

    def lees(inhoud: bytes) -> Bijlagetekst:
        gelezen.append((inhoud, bool(schrijft)))
        return lees_bijlagetekst(inhoud)

    monkeypatch.setattr(Werkplek, "schrijf", schrijf)
    monkeypatch.setattr(bijlagen, "lees_bijlagetekst", lees)
    return gelezen


@pytest.mark.parametrize("eerst_bekeken", [True, False])
def test_een_bijlage_wordt_een_keer_gelezen_en_nooit_terwijl_iedereen_wacht(
    bureau: Bureau, gelezen: list[tuple[bytes, bool]], eerst_bekeken: bool
) -> None:
    dossier, inhoud = Dossier(bureau), pdf(brief)
    item = dossier.voeg_toe(Bijlage("brief.pdf", inhoud), titel="Waarneming")
    dossier.akkoord(item)
    dossier.geef_vrij(dossier.lezer, item=item)
    dossier.uitnodigen()
    if eerst_bekeken:
        dossier.stukken(dossier.lezer)
        dossier.stukken(dossier.lezer)
    regel = next(een for een in dossier.diensten.uitnodigingen.lijst(dossier.overleg) if een.kort == dossier.lezer)
    dossier.diensten.uitnodigingen.markeer_verzonden(regel.id)
    assert gelezen == [(inhoud, False)]


def test_een_bijlage_die_verandert_wordt_opnieuw_gelezen(gelezen: list[tuple[bytes, bool]]) -> None:
    teksten = Bijlageteksten()
    een, ander = pdf(brief), pdf(lambda blad: blad.drawString(80, 700, "Bel 06-55012345."))
    assert teksten.lees(een) == teksten.lees(een)
    assert "06-55012345" in teksten.lees(ander)[1].tekst
    assert [inhoud for inhoud, _ in gelezen] == [een, ander]
    for nummer in range(MEESTE):
        teksten.lees(b"%PDF-" + str(nummer).encode())
    teksten.lees(een)
    assert len(gelezen) == MEESTE + 3, "so many are remembered, and no more"
