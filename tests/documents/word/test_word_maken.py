"""Editable documents: the values of the PDF in a template, escaped, without marks of who made it, and read again."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from document_voorbeelden import AFZENDER, NOTULEN_PARTIJ, NOTULEN_REGIE, PLAN
from docx import Document
from wordhulp import DOCUMENT, alineas, delen, getypt, heel, in_vak, met, zonder_vakken

from zvh_desktop.documents.brieven.brief import BriefGegevens
from zvh_desktop.documents.opmaak.weging import Beperkt, Noot, Weging
from zvh_desktop.documents.word.blokken import Anker, Tekstblok, documentmerk, tekstmerk
from zvh_desktop.documents.word.keuren import keur_sjabloon
from zvh_desktop.documents.word.lezen import lees_terug
from zvh_desktop.documents.word.maken import SOORT, Wordstuk, bouw_word
from zvh_desktop.documents.word.velden import VELDEN, Veldlijst, Veldvorm
from zvh_desktop.documents.word.waarden import waarden_van
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzen.wordkeuzes import Wordsoort
from zvh_desktop.paths import lees_hulpbron

BRIEF = BriefGegevens(
    kop=NOTULEN_REGIE.kop,
    adres=("GGD Voorbeeldstreek", "M. Voorbeeld", ""),
    aanhef="Geachte M. Voorbeeld,",
    betreft="Het einde van de casus",
    stukken=(("alinea", "Een eerste zin.\nEn een tweede."), ("kop", "Wat er volgt"), ("punt", "Een punt")),
    afzender=AFZENDER,
)
ALLE: tuple[Any, ...] = (NOTULEN_REGIE, NOTULEN_PARTIJ, PLAN, BRIEF)
MERK = documentmerk("kluis", "verslag", 1)
SLEUTEL = b"een verzonnen sleutel van 32 tek"


def sjabloon(soort: Wordsoort) -> bytes:
    return lees_hulpbron(f"word/{soort.value}.docx")


def verslag(gegevens: Any = NOTULEN_REGIE) -> bytes:
    return bouw_word(stuk(gegevens))


def stuk(gegevens: Any = NOTULEN_REGIE, sleutel: bytes = SLEUTEL) -> Wordstuk:
    """With a mark at each of the three texts of a point, made from what the vault holds."""
    ankers = tuple(
        Anker(f"punten.{rij}.{wat}", wat.capitalize(), f"p{rij + 100}_{wat}", tekstmerk(getattr(punt, wat), sleutel))
        for rij, punt in enumerate(NOTULEN_REGIE.punten, start=1)
        for wat in ("beeld", "oordeel", "besluit")
    )
    return Wordstuk(gegevens, sjabloon(Wordsoort.VERSLAG), MERK, ankers, sleutel)


def terug(inhoud: bytes) -> dict[str, str]:
    return {een.merk.sleutel: een.tekst for een in lees_terug(inhoud, SLEUTEL).teksten}


def _gelijk(velden: Any, waarden: Any) -> None:
    assert set(velden) == set(waarden)
    for naam, vorm in velden.items():
        if isinstance(vorm, Veldlijst):
            for een in waarden[naam]:
                _gelijk(vorm.velden, een)
        else:
            assert isinstance(waarden[naam], Tekstblok if vorm is Veldvorm.TEKST else str), naam


@pytest.mark.parametrize("gegevens", ALLE, ids=lambda een: type(een).__name__)
def test_elk_veld_dat_een_sjabloon_kan_noemen_wordt_ingevuld_en_geen_ander(gegevens: Any) -> None:
    maker: Any = lambda _plek, tekst: Tekstblok(None, tekst, None)  # type: ignore[arg-type]  # noqa: E731
    _gelijk(VELDEN[SOORT[type(gegevens)]], waarden_van(gegevens, maker))


@pytest.mark.parametrize("soort", list(Wordsoort))
def test_het_sjabloon_dat_meekomt_mag_gebruikt_worden(soort: Wordsoort) -> None:
    assert keur_sjabloon(sjabloon(soort), VELDEN[soort]) == ()


def test_de_sjablonen_zijn_wat_het_script_maakt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).resolve().parents[3] / "scripts"))
    import make_word_templates  # type: ignore[import-not-found]

    for soort, maak in make_word_templates.MAKERS.items():
        assert delen(maak()) == delen(sjabloon(soort))


def test_het_verslag_zegt_wat_de_pdf_zegt() -> None:
    tekst = heel(verslag())
    for verwacht in (
        "De betrokkene slaapt sinds drie weken op wisselende adressen.",
        "Positief: er is weer contact met familie.",
        "Procesregie ZVH",
        "GGD Voorbeeldstreek",
        "concept, nog niet vastgesteld",
        "Bewerkbaar exemplaar",
    ):
        assert verwacht in tekst
    assert "{{" not in tekst
    assert "{%" not in tekst


def test_een_partij_krijgt_alleen_haar_eigen_punten_en_geen_enkel_merk() -> None:
    inhoud = bouw_word(Wordstuk(NOTULEN_PARTIJ, sjabloon(Wordsoort.VERSLAG_PARTIJ)))
    tekst = heel(inhoud)
    genummerd = [een for een in alineas(inhoud) if een[:2] in ("1.", "2.", "3.", "4.")]
    assert len(genummerd) == len(NOTULEN_PARTIJ.punten)
    assert "Acties voor u" in tekst
    for punt in NOTULEN_REGIE.punten:
        for naam in punt.betrokkenen:
            assert naam not in tekst
        for een in punt.aanwezigen:
            assert not een.afgevaardigde or een.afgevaardigde not in tekst
    assert b"bookmarkStart" not in delen(inhoud)[DOCUMENT]
    with pytest.raises(InvoerOngeldig, match="niets dat kan worden overgenomen"):
        lees_terug(inhoud, SLEUTEL)


def test_plan_en_brief() -> None:
    plan = heel(bouw_word(Wordstuk(PLAN, sjabloon(Wordsoort.PLAN))))
    assert all(doel.doel in plan for doel in PLAN.doelen)
    assert all(criterium in plan for criterium in PLAN.afschalingscriteria)
    assert PLAN.term_casusregisseur.casefold() in plan.casefold()
    regels = alineas(bouw_word(Wordstuk(BRIEF, sjabloon(Wordsoort.BRIEF))))
    for verwacht in ("Geachte M. Voorbeeld,", "Een eerste zin.", "En een tweede.", "Wat er volgt", "S. Schrijver"):
        assert verwacht in regels
    assert "Bewerkbaar" not in "\n".join(regels)


def test_een_tekst_wordt_nooit_opmaak_of_opdracht() -> None:
    stout = "</w:t><w:br/> {{ huis }} {% raw %} & <b>vet</b> \x07 \x0c {_{ huis }_} ]]>"
    punten = tuple(replace(een, beeld=stout, doel=stout) for een in NOTULEN_REGIE.punten)
    inhoud = bouw_word(Wordstuk(replace(NOTULEN_REGIE, punten=punten), sjabloon(Wordsoort.VERSLAG)))
    regels = alineas(inhoud)
    zichtbaar = "</w:t><w:br/> {{ huis }} {% raw %} & <b>vet</b>"
    assert sum(een.startswith(zichtbaar) for een in regels) >= len(punten)
    assert NOTULEN_REGIE.kop.huis_naam not in "\n".join(een for een in regels if een.startswith(zichtbaar))


def test_wie_het_maakte_staat_er_nergens_in() -> None:
    inhoud = verslag()
    stukken = delen(inhoud)
    eigenschappen = Document(io.BytesIO(inhoud)).core_properties
    assert (eigenschappen.author, eigenschappen.last_modified_by, eigenschappen.comments) == ("", "", "")
    assert eigenschappen.title == NOTULEN_REGIE.kop.titel
    assert {naam for naam in stukken if naam.startswith("docProps/")} == {
        "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml",
    }  # fmt: skip
    assert re.search(rb"<vt:lpwstr>[0-9a-f]{24}( [0-9a-f]{24})*</vt:lpwstr>", stukken["docProps/custom.xml"])
    assert "docProps/custom.xml" not in delen(bouw_word(Wordstuk(NOTULEN_PARTIJ, sjabloon(Wordsoort.VERSLAG_PARTIJ))))
    assert not [naam for naam in stukken if "customXml" in naam or "thumbnail" in naam]
    assert all(b"python-docx" not in deel for deel in stukken.values())


def test_dezelfde_waarden_geven_dezelfde_bytes() -> None:
    assert verslag() == verslag()


def test_oefening_staat_in_titel_en_op_de_bladzijde() -> None:
    inhoud = verslag(replace(NOTULEN_REGIE, kop=replace(NOTULEN_REGIE.kop, oefen=True)))
    assert Document(io.BytesIO(inhoud)).core_properties.title.startswith("OEFENING")
    assert "OEFENING" in heel(inhoud)


# --- coming back ----------------------------------------------------------------------------------


def test_onveranderd_komt_elke_tekst_terug_zoals_hij_ging() -> None:
    gelezen = lees_terug(verslag(), SLEUTEL)
    assert gelezen.document == MERK
    assert len(gelezen.teksten) == 3 * len(NOTULEN_REGIE.punten)
    assert all(tekstmerk(een.tekst, SLEUTEL) == een.merk.basis for een in gelezen.teksten)
    assert terug(verslag())["p102_beeld"] == NOTULEN_REGIE.punten[1].beeld


def test_wat_in_het_vak_is_getypt_komt_terug_ook_zonder_bladwijzer() -> None:
    nieuw = "Een andere zin.\n\nEn na een lege regel nog een."
    assert terug(in_vak(verslag(), "p102_oordeel", nieuw))["p102_oordeel"] == nieuw


def test_een_programma_zonder_vakken_bewaart_de_bladwijzers() -> None:
    oud = NOTULEN_REGIE.punten[1].oordeel
    inhoud = getypt(zonder_vakken(verslag()), oud, "Getypt in een ander programma.\nMet een tweede alinea.")
    gelezen = terug(inhoud)
    assert gelezen["p102_oordeel"] == "Getypt in een ander programma.\nMet een tweede alinea."
    assert gelezen["p102_beeld"] == NOTULEN_REGIE.punten[1].beeld


def test_een_programma_dat_een_vak_half_bewaart_verliest_niets() -> None:
    """The content control keeps its first paragraph only; the others stand behind it, before the second bookmark."""

    def half(xml: bytes) -> bytes:
        begin = xml.index(b"De betrokkene slaapt")
        eerste = xml.index(b"</w:p>", begin) + len(b"</w:p>")
        einde = xml.index(b"</w:sdtContent></w:sdt>", eerste)
        staart = b"</w:sdtContent></w:sdt>"
        return xml[:eerste] + staart + xml[eerste:einde] + xml[einde + len(staart) :]

    assert terug(met(verslag(), DOCUMENT, half))["p102_beeld"] == NOTULEN_REGIE.punten[1].beeld


def test_wat_met_wijzigingen_bijhouden_is_weggehaald_telt_niet_mee() -> None:
    def spoor(xml: bytes) -> bytes:
        oud = b'<w:r><w:t xml:space="preserve">Vastgesteld.</w:t></w:r>'
        assert oud in xml
        weg = b'<w:del w:id="1" w:author="X"><w:r><w:delText>Vastgesteld.</w:delText></w:r></w:del>'
        erbij = b'<w:ins w:id="2" w:author="X"><w:r><w:t>Aangehouden</w:t><w:tab/><w:t>tot mei.</w:t></w:r></w:ins>'
        return xml.replace(oud, weg + erbij)

    assert terug(met(verslag(), DOCUMENT, spoor))["p101_besluit"] == "Aangehouden\ttot mei."


def test_een_tekst_die_met_zijn_vak_is_weggehaald_is_er_niet_en_is_niet_leeg() -> None:
    def weg(xml: bytes) -> bytes:
        begin = xml.rindex(b"<w:sdt>", 0, xml.index(b"De betrokkene slaapt"))
        einde = xml.index(b"</w:sdt>", begin) + len(b"</w:sdt>")
        return xml[:begin] + xml[einde:]

    gelezen = terug(met(verslag(), DOCUMENT, weg))
    assert "p102_beeld" not in gelezen
    assert "p102_oordeel" in gelezen


def test_een_tekst_waaruit_iets_is_weggelaten_heeft_geen_merk() -> None:
    beperkt = Weging((Beperkt("2026-0042", ("wisselende adressen",)),), "[beperkt]")
    noot = Weging(noten=(Noot("2026-0042", (NOTULEN_REGIE.punten[1].oordeel,), "Klopt niet."),))
    for weging, sleutel, staat in ((beperkt, "p102_beeld", "[beperkt]"), (noot, "p102_oordeel", "[Klopt niet.]")):
        inhoud = verslag(replace(NOTULEN_REGIE, kop=replace(NOTULEN_REGIE.kop, weging=weging)))
        assert staat in heel(inhoud)
        assert "op wisselende adressen" not in heel(inhoud) or weging is noot
        assert sleutel not in terug(inhoud)
        assert "p102_besluit" in terug(inhoud)


def test_twee_versies_van_een_tekst_worden_geen_van_beide_genomen() -> None:
    def nog_eens(xml: bytes) -> bytes:
        begin = xml.rindex(b"<w:sdt>", 0, xml.index(b"De betrokkene slaapt"))
        einde = xml.index(b"</w:sdt>", begin) + len(b"</w:sdt>")
        anders = xml[begin:einde].replace(b"De betrokkene slaapt", b"Iemand slaapt")
        return xml[:einde] + anders + xml[einde:]

    gelezen = lees_terug(met(verslag(), DOCUMENT, nog_eens), SLEUTEL)
    assert gelezen.dubbel == ("p102_beeld",)
    assert "p102_beeld" not in {een.merk.sleutel for een in gelezen.teksten}


def test_een_stuk_uit_een_ander_document_wordt_geweigerd() -> None:
    def vreemd(xml: bytes) -> bytes:
        return xml.replace(f"zvh_{MERK}_p101_".encode(), b"zvh_00000000_p101_")

    with pytest.raises(InvoerOngeldig, match="verschillende documenten"):
        lees_terug(met(verslag(), DOCUMENT, vreemd), SLEUTEL)


def test_de_pakketten_worden_pas_bij_het_eerste_document_geladen() -> None:
    """ADR 0081: whoever asks for no editable document loads none of this."""
    vraag = (
        "import sys, zvh_desktop.services.bewerkbaar.bewerkbaar, zvh_desktop.services.word.sjablonen;"
        "print([een for een in ('docx', 'docxtpl', 'jinja2', 'lxml') if een in sys.modules])"
    )
    uit = subprocess.run([sys.executable, "-c", vraag], capture_output=True, text=True, check=True)
    assert uit.stdout.strip() == "[]"


# --- as word processors write it ------------------------------------------------------------------

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WISKUNDE = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_WEG = '<w:rPr><w:del w:id="7" w:author="X"/></w:rPr>'


def run(tekst: str, opmaak: str = "") -> str:
    return f"<w:r>{opmaak}<w:t>{tekst}</w:t></w:r>"


def vak_met(inhoud: bytes, binnen: str, label: str = "") -> bytes:
    """The field with the beeld of point 2 holds this XML; ``label`` stands in its properties."""

    def anders(xml: bytes) -> bytes:
        midden = xml.index(b"De betrokkene slaapt")
        begin = xml.rindex(b"<w:sdtContent>", 0, midden) + len(b"<w:sdtContent>")
        eigenschap = xml.rindex(b"</w:sdtPr>", 0, midden)
        einde = xml.index(b"</w:sdtContent>", midden)
        blad = re.findall(rb"<w:bookmarkStart[^>]*/><w:bookmarkEnd[^>]*/>", xml[begin:einde])[0]
        nieuw = binnen.replace("<w:p>", f"<w:p>{blad.decode()}", 1).encode()
        return xml[:eigenschap] + label.encode() + xml[eigenschap:begin] + nieuw + xml[einde:]

    return met(inhoud, DOCUMENT, anders)


_STIJL = '<w:rPr><w:rStyle w:val="{}"/></w:rPr>'
_INVUL = run("Klik of tik om tekst in te voeren.", _STIJL.format("PlaceholderText"))
_INVUL_NL = run("Klik of tik om tekst in te voeren.", _STIJL.format("Tekstvantijdelijkeaanduiding"))


@pytest.mark.parametrize("invul", [_INVUL, _INVUL_NL])
def test_een_leeggemaakte_tekst_is_leeg_en_niet_wat_de_tekstverwerker_daar_toont(invul: str) -> None:
    inhoud = vak_met(verslag(), f"<w:p>{invul}</w:p>", "<w:showingPlcHdr/>")
    assert terug(inhoud)["p102_beeld"] == ""
    assert terug(zonder_vakken(inhoud))["p102_beeld"] == ""


_GEZIEN = {
    "een pijl": ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r></w:p>', "→"),
    "een teken met een letter": ('<w:p><w:r><w:sym w:font="Calibri" w:char="2022"/></w:r></w:p>', "•"),
    "een opsomming": (
        "<w:p>" + run("Eerst") + '</w:p><w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>' + run("een")
        + '</w:p><w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>' + run("twee") + "</w:p>",
        "Eerst\n- een\n- twee",
    ),
    "een formule": (f'<w:p><m:oMath xmlns:m="{WISKUNDE}"><m:r><m:t>x=2</m:t></m:r></m:oMath></w:p>', "x=2"),
    "twee vormen van hetzelfde": (
        f'<w:p><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps">{run("een keer")}</mc:Choice>'
        f'<mc:Fallback>{run("een keer")}</mc:Fallback></mc:AlternateContent></w:p>',
        "een keer",
    ),
    "twee vormen van een vak": (
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p>'
        f'{run("een keer")}</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>'
        f'{run("een keer")}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>',
        "een keer",
    ),
    "een weggehaald einde": (f"<w:p><w:pPr>{_WEG}</w:pPr>{run('Aan ')}</w:p><w:p>{run('een.')}</w:p>", "Aan een."),
}  # fmt: skip


@pytest.mark.parametrize("naam", _GEZIEN)
def test_wat_in_de_tekstverwerker_is_te_zien_komt_terug(naam: str) -> None:
    binnen, verwacht = _GEZIEN[naam]
    gelezen = {een.merk.sleutel: een for een in lees_terug(vak_met(verslag(), binnen), SLEUTEL).teksten}["p102_beeld"]
    assert gelezen.tekst.strip() == verwacht
    assert gelezen.heel


@pytest.mark.parametrize(
    "binnen", ["<w:drawing/>", "<w:footnoteReference/>", '<w:sym w:font="Webdings" w:char="F0E0"/>', "<w:object/>"]
)
def test_wat_niet_kan_worden_gelezen_wordt_gezegd(binnen: str) -> None:
    inhoud = vak_met(verslag(), f"<w:p>{run('Zie')}<w:r>{binnen}</w:r></w:p>")
    heel_gelezen = {een.merk.sleutel: een.heel for een in lees_terug(inhoud, SLEUTEL).teksten}
    assert not heel_gelezen["p102_beeld"]
    assert heel_gelezen["p102_oordeel"]


def test_accolades_met_een_streep_komen_terug_zoals_ze_zijn_getypt() -> None:
    stout = "{_{ huis }_} en {_% if %_} & <b>"
    punten = tuple(replace(een, beeld=stout, doel=stout) for een in NOTULEN_REGIE.punten)
    ankers = tuple(Anker(f"punten.{rij}.beeld", "B", f"p{rij}_beeld", tekstmerk(stout, SLEUTEL)) for rij in (1, 2))
    inhoud = bouw_word(
        Wordstuk(replace(NOTULEN_REGIE, punten=punten), sjabloon(Wordsoort.VERSLAG), MERK, ankers, SLEUTEL)
    )
    assert set(terug(inhoud).values()) == {stout}
    assert sum(stout in een for een in alineas(inhoud)) >= 2 * len(punten)
