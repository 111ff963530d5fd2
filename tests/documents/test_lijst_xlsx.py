"""A list as a sheet, read back by another library: types stay, a text is never a formula, and nobody is named."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from python_calamine import CalamineWorkbook

from zvh_desktop.documents.opmaak.weging import GEEN, Beperkt, Weging
from zvh_desktop.documents.rekenbladen.lijst import (
    INGEKORT,
    LANGSTE_TEKST,
    Lijstblad,
    Lijstregel,
    bladnaam,
    bouw_lijst_xlsx,
)

BLAD = Lijstblad(
    naam="Casussen",
    huis="Veiligheidshuis Proef & Co",
    koppen=("Nummer", "Betrokkene", "Aantal", "Op", "Leeg"),
    regels=(
        Lijstregel("2026-0001", ("2026-0001", "=HYPERLINK(0)", 3, date(2026, 12, 1), None)),
        Lijstregel("2026-0002", ("2026-0002", "0612345678", 2.5, date(1985, 3, 1), "")),
    ),
    over=("Veiligheidshuis Proef & Co", "Vertrouwelijk."),
    gemaakt=datetime(2026, 11, 29, 14, 0, tzinfo=UTC),
    oefen=False,
    weging=GEEN,
)


def lees(inhoud: bytes, blad: int = 0) -> Sequence[Sequence[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(inhoud)).get_sheet_by_index(blad).to_python()


def deel(inhoud: bytes, naam: str) -> str:
    return zipfile.ZipFile(io.BytesIO(inhoud)).read(naam).decode()


def test_een_datum_is_een_datum_een_getal_een_getal_en_een_tekst_een_tekst() -> None:
    inhoud = bouw_lijst_xlsx(BLAD)
    assert lees(inhoud) == [
        ["Nummer", "Betrokkene", "Aantal", "Op", "Leeg"],
        ["2026-0001", "=HYPERLINK(0)", 3.0, date(2026, 12, 1), ""],
        ["2026-0002", "0612345678", 2.5, date(1985, 3, 1), ""],
    ]
    assert "<f>" not in deel(inhoud, "xl/worksheets/sheet1.xml")
    assert "hyperlink" not in deel(inhoud, "xl/worksheets/sheet1.xml").lower()


def test_de_kop_staat_vast_met_een_filter_en_kolommen_passen_bij_wat_erin_staat() -> None:
    blad = deel(bouw_lijst_xlsx(replace(BLAD, koppen=("A", "B", "C", "D", "E"))), "xl/worksheets/sheet1.xml")
    assert '<pane ySplit="1" topLeftCell="A2"' in blad and 'state="frozen"' in blad
    assert '<autoFilter ref="A1:E3"/>' in blad
    assert '<col min="1" max="1" width="9.7' in blad and '<col min="5" max="5" width="8.7' in blad


def test_de_eigenschappen_noemen_niemand() -> None:
    inhoud = bouw_lijst_xlsx(BLAD)
    kern = deel(inhoud, "docProps/core.xml")
    assert "<dc:creator></dc:creator>" in kern and "<cp:lastModifiedBy></cp:lastModifiedBy>" in kern
    assert "<dc:title>Casussen</dc:title>" in kern and "2026-11-29T14:00:00Z" in kern
    assert bouw_lijst_xlsx(BLAD) == inhoud, "the same list gives the same bytes"


def test_wat_beperkt_is_staat_niet_in_de_lijst() -> None:
    regels = (Lijstregel("2026-0001", ("2026-0001", "K. Narie")), Lijstregel("2026-0002", ("2026-0002", "K. Narie")))
    blad = replace(BLAD, koppen=("Nummer", "Betrokkene"), regels=regels)
    weging = Weging((Beperkt("2026-0001", ("K. Narie",)),), "[beperkt]")
    assert [rij[1] for rij in lees(bouw_lijst_xlsx(replace(blad, weging=weging)))] == [
        "Betrokkene",
        "[beperkt]",
        "K. Narie",
    ]


def test_een_tekst_die_niet_in_een_cel_past_zegt_dat_hij_is_ingekort() -> None:
    blad = replace(BLAD, koppen=("Tekst",), regels=(Lijstregel("", ("woord " * 7_000,)),))
    ((cel,),) = lees(bouw_lijst_xlsx(blad))[1:]
    assert isinstance(cel, str) and len(cel) == LANGSTE_TEKST and cel.endswith(INGEKORT)


def test_een_teken_dat_voor_twee_telt_wordt_zo_geteld() -> None:
    """The library leaves out what is over in silence; the sentence that it was cut must be in it."""
    blad = replace(BLAD, koppen=("Tekst",), regels=(Lijstregel("", ("😀" * (LANGSTE_TEKST - 1),)),))
    ((cel,),) = lees(bouw_lijst_xlsx(blad))[1:]
    assert isinstance(cel, str) and cel.endswith(INGEKORT)
    assert LANGSTE_TEKST - 1 <= len(cel.encode("utf-16-le")) // 2 <= LANGSTE_TEKST


def test_oefenen_staat_op_het_blad_en_in_de_titel() -> None:
    inhoud = bouw_lijst_xlsx(replace(BLAD, oefen=True))
    assert CalamineWorkbook.from_filelike(io.BytesIO(inhoud)).sheet_names == ["OEFENING - Casussen", "Over deze lijst"]
    assert "OEFENING - Casussen" in deel(inhoud, "docProps/core.xml")
    assert "VERTROUWELIJK" in deel(inhoud, "xl/worksheets/sheet1.xml")
    assert lees(inhoud, 1)[:2] == [["OEFENING - Casussen"], ["Veiligheidshuis Proef & Co"]]


def test_een_naam_van_een_blad_die_excel_niet_neemt_wordt_passend() -> None:
    assert bladnaam("Tafels: 't [grote] blad / van *alles* en nog wat?") == "Tafels   t  grote  blad   van"
    assert bladnaam("[]") == "Lijst"
