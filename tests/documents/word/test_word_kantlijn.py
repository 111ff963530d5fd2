"""What stands beside the texts of a document that came back is said: outside the fields, in the margin, tracked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

import pytest
from document_voorbeelden import NOTULEN_REGIE
from test_word_maken import SLEUTEL, stuk, verslag
from wordhulp import DOCUMENT, delen, getypt, in_vak, met, pakket, zonder_vakken

from zvh_desktop.documents.word.buiten import Kantlijn
from zvh_desktop.documents.word.lezen import lees_terug, met_kantlijn
from zvh_desktop.documents.word.maken import bouw_word


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
    assert lees_terug(anders(verslag()), SLEUTEL).kantlijn == Kantlijn()


def test_wat_buiten_de_velden_is_getypt_wordt_gezegd() -> None:
    alinea = "<w:p><w:r><w:t>Los </w:t></w:r><w:r><w:t>getypt</w:t></w:r></w:p>"
    tabel = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In een tabel</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    assert lees_terug(achteraan(verslag(), alinea + tabel), SLEUTEL).kantlijn.getypt == ("Los getypt", "In een tabel")


def test_een_alinea_die_uit_een_veld_is_gesleept_is_niet_weg() -> None:
    heen = lees_terug(verslag(), SLEUTEL).teksten[0]
    leeg = in_vak(verslag(), heen.merk.sleutel, "")
    kop = achteraan(leeg, "".join(f"<w:p><w:r><w:t>{een}</w:t></w:r></w:p>" for een in heen.tekst.split("\n")))
    terug = lees_terug(kop, SLEUTEL)
    assert next(een.tekst for een in terug.teksten if een.merk.sleutel == heen.merk.sleutel) == ""
    assert terug.kantlijn.getypt == tuple(" ".join(een.split()) for een in heen.tekst.split("\n") if een.strip())


def test_een_gewijzigde_kop_wordt_gezegd() -> None:
    titel = NOTULEN_REGIE.kop.titel
    assert lees_terug(getypt(verslag(), titel, f"{titel} (nieuw)"), SLEUTEL).kantlijn.getypt == (f"{titel} (nieuw)",)


def test_opmerkingen_en_bijgehouden_wijzigingen_worden_gezegd() -> None:
    gevolgd = '<w:p><w:ins w:id="1" w:author="T"><w:r><w:t>Erbij</w:t></w:r></w:ins></w:p>'
    kantlijn = lees_terug(
        met(achteraan(verslag(), gevolgd), "word/comments.xml", lambda _: OPMERKINGEN.encode()), SLEUTEL
    ).kantlijn
    assert kantlijn == Kantlijn(("Erbij",), ("Klopt dit wel?",), gevolgd=True)


def zonder_eigenschap(inhoud: bytes) -> bytes:
    stukken = delen(inhoud)
    del stukken["docProps/custom.xml"]
    for naam in ("_rels/.rels", "[Content_Types].xml"):
        stukken[naam] = re.sub(rb"<(Relationship|Override) [^>]*custom[^>]*/>", b"", stukken[naam])
    return pakket(stukken)


def test_een_programma_dat_de_eigenschap_weggooit_maakt_het_onbekend_en_niet_leeg() -> None:
    assert lees_terug(zonder_eigenschap(verslag()), SLEUTEL).kantlijn.getypt is None


def eigenschap(inhoud: bytes) -> str:
    return delen(inhoud)["docProps/custom.xml"].decode()


def test_wat_is_weggehaald_is_zonder_de_sleutel_van_het_huis_niet_terug_te_raden() -> None:
    """Whoever has the file tries what may have stood in a cell: no digest that they can make is there."""
    bewaard = eigenschap(verslag())
    geraden = lees_terug(verslag(), b"een andere sleutel")
    assert geraden.kantlijn.getypt is None, "checked in the house where it was made alone"
    assert hashlib.sha256(NOTULEN_REGIE.kop.titel.encode()).hexdigest()[:8] not in bewaard
    anders = eigenschap(bouw_word(stuk(sleutel=b"een andere sleutel")))
    afdrukken = [set(re.findall(r"\b[0-9a-f]{16,}\b", een)) for een in (bewaard, anders)]
    assert len(afdrukken[0]) > 1 and len(afdrukken[0]) == len(afdrukken[1])
    assert not afdrukken[0] & afdrukken[1]


def test_gelijke_alineas_zijn_aan_hun_afdruk_niet_te_zien() -> None:
    """Otherwise what was taken out is known by another that stayed."""
    kaal = zonder_eigenschap(verslag())
    drie = met_kantlijn(achteraan(kaal, "<w:p><w:r><w:t>Gelijk</w:t></w:r></w:p>" * 3), SLEUTEL)
    gevonden = re.findall(r"\b[0-9a-f]{8,}\b", eigenschap(drie).partition("lpwstr")[2])
    assert len(gevonden) == len(set(gevonden)) > 3
    vierde = achteraan(drie, "<w:p><w:r><w:t>Gelijk</w:t></w:r></w:p>")
    assert lees_terug(drie, SLEUTEL).kantlijn.getypt == ()
    assert lees_terug(vierde, SLEUTEL).kantlijn.getypt == ("Gelijk",), "one more than was given out was typed"


def test_van_een_bestand_met_afdrukken_van_eerder_is_niets_te_zeggen() -> None:
    oud = met(
        verslag(),
        "docProps/custom.xml",
        lambda xml: re.sub(
            rb'name="[^"]*"(.*?)<vt:lpwstr>.*?<', rb'name="casustafel-buiten"\1<vt:lpwstr>1a2b3c4d<', xml
        ),
    )
    assert lees_terug(oud, SLEUTEL).kantlijn.getypt is None


def in_deel(inhoud: bytes, label: str, xml: str) -> bytes:
    """As a word processor adds a header or note: a part of its own, or more in the one that is there."""
    stukken = delen(inhoud)
    daar = [naam for naam in stukken if re.fullmatch(rf"word/{label}[0-9]*\.xml", naam)]
    wortel = {"header": "hdr", "footer": "ftr"}.get(label, label)
    if daar:
        return met(inhoud, daar[0], lambda oud: oud.replace(f"</w:{wortel}>".encode(), f"{xml}</w:{wortel}>".encode()))
    vorm = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    stukken[f"word/{label}.xml"] = f'<w:{wortel} xmlns:w="{vorm}">{xml}</w:{wortel}>'.encode()
    return pakket(stukken)


@pytest.mark.parametrize("label", ["header", "footer", "footnotes", "endnotes"])
def test_wat_in_een_kop_voet_of_noot_is_getypt_wordt_gezegd(label: str) -> None:
    alinea = "<w:p><w:r><w:t>In de</w:t><w:tab/><w:t>marge</w:t></w:r></w:p>"
    if label.endswith("notes"):
        noot = label.removesuffix("s")
        alinea = f'<w:{noot} w:id="7">{alinea}</w:{noot}>'
    terug = lees_terug(in_deel(verslag(), label, alinea), SLEUTEL)
    assert terug.kantlijn == Kantlijn(("In de marge",))


def test_een_bladnummer_dat_een_programma_bijwerkt_is_niet_getypt() -> None:
    begin, einde = (f'<w:r><w:fldChar w:fldCharType="{een}"/></w:r>' for een in ("begin", "end"))
    midden = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    veld = f"{begin}<w:r><w:instrText>PAGE</w:instrText></w:r>{midden}<w:r><w:t>12</w:t></w:r>{einde}"
    kort = '<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>34</w:t></w:r></w:fldSimple>'
    assert (
        lees_terug(in_deel(verslag(), "footer", f"<w:p>{veld}</w:p><w:p>{kort}</w:p>"), SLEUTEL).kantlijn == Kantlijn()
    )


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
    terug = lees_terug(in_eerste_veld(f"<w:tbl>{rijen}</w:tbl><w:p><w:r><w:t>erna</w:t></w:r></w:p>"), SLEUTEL)
    assert "a1\tb1\na2\tb2\nerna" in [een.tekst for een in terug.teksten]


@pytest.mark.parametrize(
    ("vorm", "gezegd"), [("<w:strike/>", True), ('<w:strike w:val="0"/>', False), ("<w:vanish/>", True)]
)
def test_doorgehaalde_tekst_wordt_niet_ongezegd_gewone_tekst(vorm: str, gezegd: bool) -> None:
    """Who strikes a sentence out by hand means that it goes."""
    xml = f"<w:p><w:r><w:rPr>{vorm}</w:rPr><w:t>Dit niet.</w:t></w:r></w:p>"
    assert lees_terug(in_eerste_veld(xml), SLEUTEL).kantlijn.doorgehaald is gezegd
