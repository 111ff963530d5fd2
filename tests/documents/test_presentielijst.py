"""Who is on the sheet that is signed: whoever comes, and not a partij that only wrote."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from document_voorbeelden import PRESENTIELIJST
from pypdf import PdfReader

from zvh_desktop.documents.presentielijst import Presentieregel, bouw_presentielijst_pdf
from zvh_desktop.models.keuzes import Aanwezigheid


def pdf_met(*regels: Presentieregel) -> bytes:
    punt = replace(PRESENTIELIJST.punten[1], regels=regels)
    return bouw_presentielijst_pdf(replace(PRESENTIELIJST, punten=(punt,)))


def tekst_van(pdf: bytes) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages).split())


GESCHREVEN = Presentieregel("Openbaar Ministerie", "O. Officier", Aanwezigheid.SCHRIFTELIJK)


def test_wie_alleen_schreef_tekent_niet_en_staat_er_een_keer() -> None:
    pdf = pdf_met(Presentieregel("Politie", "A. Agent", Aanwezigheid.AANWEZIG), GESCHREVEN)
    tekst = tekst_van(pdf)
    assert "Alleen schriftelijke inbreng: Openbaar Ministerie." in tekst
    assert tekst.count("Openbaar Ministerie") == tekst.count("schriftelijke inbreng") == 1
    assert "O. Officier" not in tekst, "nobody of it sits there"
    assert "A. Agent" in tekst


def test_schreef_iedereen_dan_is_er_geen_lege_tabel_en_wel_wie_dat_was() -> None:
    tekst = tekst_van(pdf_met(GESCHREVEN, replace(GESCHREVEN, partij="Politie")))
    assert "Alleen schriftelijke inbreng: Openbaar Ministerie en Politie." in tekst
    assert "Paraaf" not in tekst and "geen partijen verwacht" not in tekst
