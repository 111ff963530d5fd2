"""What stands beside the texts of a document that came back is said: outside the fields, in the margin, tracked."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from document_voorbeelden import NOTULEN_REGIE
from test_word_maken import verslag
from wordhulp import DOCUMENT, delen, getypt, in_vak, met, pakket, zonder_vakken

from zvh_desktop.documents.word.buiten import Kantlijn
from zvh_desktop.documents.word.lezen import lees_terug


def achteraan(inhoud: bytes, xml: str) -> bytes:
    """Something put at the end of the document, before its last section."""
    return met(
        inhoud, DOCUMENT, lambda oud: re.sub(rb"(<w:sectPr[ >](?!.*<w:sectPr))", xml.encode() + rb"\1", oud, count=1)
    )


OPMERKINGEN = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="1" w:author="Testpersoon"><w:p><w:r><w:t>Klopt dit wel?</w:t></w:r></w:p></w:comment>'
    "</w:comments>"
)


@pytest.mark.parametrize("anders", [lambda x: x, zonder_vakken], ids=["met vakken", "zonder vakken"])
def test_zonder_wijziging_staat_er_niets_in_de_kantlijn(anders: Callable[[bytes], bytes]) -> None:
    assert lees_terug(anders(verslag())).kantlijn == Kantlijn()


def test_wat_buiten_de_velden_is_getypt_wordt_gezegd() -> None:
    alinea = "<w:p><w:r><w:t>Los </w:t></w:r><w:r><w:t>getypt</w:t></w:r></w:p>"
    tabel = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In een tabel</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    assert lees_terug(achteraan(verslag(), alinea + tabel)).kantlijn.getypt == ("Los getypt", "In een tabel")


def test_een_alinea_die_uit_een_veld_is_gesleept_is_niet_weg() -> None:
    heen = lees_terug(verslag()).teksten[0]
    leeg = in_vak(verslag(), heen.merk.sleutel, "")
    kop = achteraan(leeg, "".join(f"<w:p><w:r><w:t>{een}</w:t></w:r></w:p>" for een in heen.tekst.split("\n")))
    terug = lees_terug(kop)
    assert next(een.tekst for een in terug.teksten if een.merk.sleutel == heen.merk.sleutel) == ""
    assert terug.kantlijn.getypt == tuple(" ".join(een.split()) for een in heen.tekst.split("\n") if een.strip())


def test_een_gewijzigde_kop_wordt_gezegd() -> None:
    titel = NOTULEN_REGIE.kop.titel
    assert lees_terug(getypt(verslag(), titel, f"{titel} (nieuw)")).kantlijn.getypt == (f"{titel} (nieuw)",)


def test_opmerkingen_en_bijgehouden_wijzigingen_worden_gezegd() -> None:
    gevolgd = '<w:p><w:ins w:id="1" w:author="T"><w:r><w:t>Erbij</w:t></w:r></w:ins></w:p>'
    kantlijn = lees_terug(
        met(achteraan(verslag(), gevolgd), "word/comments.xml", lambda _: OPMERKINGEN.encode())
    ).kantlijn
    assert kantlijn == Kantlijn(("Erbij",), ("Klopt dit wel?",), gevolgd=True)


def test_een_programma_dat_de_eigenschap_weggooit_maakt_het_onbekend_en_niet_leeg() -> None:
    stukken = delen(verslag())
    del stukken["docProps/custom.xml"]
    for naam in ("_rels/.rels", "[Content_Types].xml"):
        stukken[naam] = re.sub(rb"<(Relationship|Override) [^>]*custom[^>]*/>", b"", stukken[naam])
    assert lees_terug(pakket(stukken)).kantlijn.getypt is None


def in_eerste_veld(xml: str) -> bytes:
    """Other content in the first field, as a word processor leaves it."""
    return met(
        verslag(),
        DOCUMENT,
        lambda oud: re.sub(
            rb"(<w:sdtContent>).*?(</w:sdtContent>)",
            lambda gevonden: gevonden[1] + xml.encode() + gevonden[2],
            oud,
            count=1,
            flags=re.DOTALL,
        ),
    )


def test_een_geplakte_tabel_is_een_regel_per_rij() -> None:
    cel = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rijen = "".join(f"<w:tr>{cel.format(f'a{n}')}{cel.format(f'b{n}')}</w:tr>" for n in (1, 2))
    terug = lees_terug(in_eerste_veld(f"<w:tbl>{rijen}</w:tbl><w:p><w:r><w:t>erna</w:t></w:r></w:p>"))
    assert "a1\tb1\na2\tb2\nerna" in [een.tekst for een in terug.teksten]


@pytest.mark.parametrize(
    ("vorm", "gezegd"), [("<w:strike/>", True), ('<w:strike w:val="0"/>', False), ("<w:vanish/>", True)]
)
def test_doorgehaalde_tekst_wordt_niet_ongezegd_gewone_tekst(vorm: str, gezegd: bool) -> None:
    """Who strikes a sentence out by hand means that it goes."""
    xml = f"<w:p><w:r><w:rPr>{vorm}</w:rPr><w:t>Dit niet.</w:t></w:r></w:p>"
    assert lees_terug(in_eerste_veld(xml)).kantlijn.doorgehaald is gezegd
