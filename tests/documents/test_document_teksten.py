"""Every document says what was approved, is the same twice over, and is framed as a good office would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from document_voorbeelden import AFZENDER, HERSTELBLAD, NOTULEN_PARTIJ, PDFS, kop
from pypdf import PdfReader

from zvh_desktop.documents.herstelblad import bouw_herstelblad_pdf
from zvh_desktop.documents.notulen import bouw_notulen_partij_pdf
from zvh_desktop.documents.opmaak.brief import slot


@pytest.mark.parametrize("naam", list(PDFS))
def test_document_zegt_wat_is_goedgekeurd(naam: str, vergelijk_goedgekeurd: Callable[[str, bytes], None]) -> None:
    vergelijk_goedgekeurd(naam, PDFS[naam]())


@pytest.mark.parametrize("naam", list(PDFS))
def test_zelfde_gegevens_geven_dezelfde_bytes(naam: str) -> None:
    assert PDFS[naam]() == PDFS[naam]()


@pytest.mark.parametrize("naam", list(PDFS))
def test_elke_pagina_draagt_kop_en_voet(naam: str) -> None:
    paginas = PdfReader(BytesIO(PDFS[naam]())).pages
    for nummer, pagina in enumerate(paginas, start=1):
        tekst = pagina.extract_text()
        assert "ZVH Voorbeeldstreek" in tekst
        assert "VERTROUWELIJK" in tekst
        assert "Voor: " in tekst
        assert "Versie " in tekst
        assert f"Pagina {nummer} van {len(paginas)}" in tekst
        assert ("OEFENING" in tekst) is naam.endswith("_oefening")


@pytest.mark.parametrize("naam", list(PDFS))
def test_metadata_noemen_alleen_soort_en_huis(naam: str) -> None:
    lezer = PdfReader(BytesIO(PDFS[naam]()))
    gegevens = dict(lezer.metadata or {})
    assert gegevens.pop("/Author") == "Zorg- en Veiligheidshuis Voorbeeldstreek"
    assert gegevens.pop("/CreationDate") == gegevens.pop("/ModDate") == "D:20261208000000+00'00'"
    soort = gegevens.pop("/Title")
    assert gegevens.pop("/Subject") == soort
    assert gegevens.pop("/Creator") == "Casustafel"
    assert set(gegevens) <= {"/Producer", "/Keywords", "/Trapped"}
    assert lezer.xmp_metadata is not None
    beschrijving = lezer.xmp_metadata.stream.get_data().decode()
    assert soort in beschrijving and "2026-12-08" in beschrijving
    resten = repr(gegevens) + soort + beschrijving.replace("2026-12-08", "")
    for verboden in ("2026", "Oefenman", "Voorbeeld,", "GGD", "0042"):
        assert verboden not in resten


@pytest.mark.parametrize("naam", list(PDFS))
def test_elk_lettertype_is_ingesloten_en_van_een_familie(naam: str) -> None:
    lezer = PdfReader(BytesIO(PDFS[naam]()))
    for pagina in lezer.pages:
        for lettertype in pagina["/Resources"]["/Font"].values():  # type: ignore[index]
            beschrijving = lettertype.get_object()
            assert "FiraGO" in beschrijving["/BaseFont"]
            assert "/FontFile2" in beschrijving["/FontDescriptor"]


def test_oefendocument_is_op_elke_pagina_gemerkt() -> None:
    lang = replace(NOTULEN_PARTIJ.punten[0], beeld="Een verzonnen zin. " * 900)
    gegevens = replace(NOTULEN_PARTIJ, kop=replace(NOTULEN_PARTIJ.kop, oefen=True), punten=(lang,))
    paginas = PdfReader(BytesIO(bouw_notulen_partij_pdf(gegevens))).pages
    assert len(paginas) > 3
    assert all("OEFENING" in pagina.extract_text() for pagina in paginas)


@pytest.mark.parametrize("aantal", [0, 1, 8, 24, 64])
def test_herstelblad_toont_elk_sleuteldeel_in_volgorde(aantal: int, tekst_van: Callable[[bytes], str]) -> None:
    delen = tuple(f"deel{nummer:02d}" for nummer in range(aantal))
    tekst = tekst_van(bouw_herstelblad_pdf(replace(HERSTELBLAD, sleuteldelen=delen)))
    plaatsen = [tekst.index(deel) for deel in delen]
    assert plaatsen == sorted(plaatsen)


@pytest.mark.parametrize("kort", ["ZVH Voorbeeldstreek", "Zorg- en Veiligheidshuis Voorbeeldstreek"])
def test_de_naam_van_het_huis_staat_eenmaal_onder_een_brief(kort: str) -> None:
    """Also of a house whose short name is its whole one."""
    gevuld = replace(kop("Brief", None), huis_kort=kort)
    blok = slot(gevuld, replace(AFZENDER, functie=f"namens {kort}"))[0]
    regels = " ".join(deel._tekst for deel in blok._content if hasattr(deel, "_tekst"))
    assert regels.count(gevuld.huis_naam) == 1
