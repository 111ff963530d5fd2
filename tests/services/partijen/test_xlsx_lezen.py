"""A list from a spreadsheet, as it is: the same rows and the same preview as a CSV."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from factories import Bureau

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.services.partijen.csv_cellen import lees_datum, schone_cel
from zvh_desktop.services.partijen.csv_lezen import lees_csv
from zvh_desktop.services.partijen.inlezen import CsvUitkomst, PartijenCsvService

_BOEK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_RELATIE = (
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
    'Target="{}"/>'
)
_RELATIES = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_SOORTEN = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def xlsx(*rijen: tuple[object, ...], erbij: str = "") -> bytes:
    """A workbook with one sheet, of texts and numbers; ``erbij`` are rows as they stand in the file."""

    def cel(waarde: object, plaats: str) -> str:
        if isinstance(waarde, bool):
            return f'<c r="{plaats}" t="b"><v>{int(waarde)}</v></c>'
        if isinstance(waarde, int):
            return f'<c r="{plaats}"><v>{waarde}</v></c>'
        return f'<c r="{plaats}" t="inlineStr"><is><t>{waarde}</t></is></c>' if waarde else ""

    regels = "".join(
        f'<row r="{nummer}">'
        + "".join(cel(waarde, f"{chr(65 + kolom)}{nummer}") for kolom, waarde in enumerate(rij))
        + "</row>"
        for nummer, rij in enumerate(rijen, 1)
    )
    blad = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{regels}{erbij}</sheetData></worksheet>"
    )
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pak:
        pak.writestr("[Content_Types].xml", _SOORTEN)
        pak.writestr("_rels/.rels", _RELATIES.format(_RELATIE.format("officeDocument", "xl/workbook.xml")))
        pak.writestr("xl/workbook.xml", _BOEK)
        pak.writestr(
            "xl/_rels/workbook.xml.rels", _RELATIES.format(_RELATIE.format("worksheet", "worksheets/sheet1.xml"))
        )
        pak.writestr("xl/worksheets/sheet1.xml", blad)
    return uit.getvalue()


KOPPEN = ("Partij", "Kort", "Contactpersoon", "E-mail", "Telefoon", "Mandaat")


def test_een_lijst_uit_een_rekenprogramma_geeft_hetzelfde_voorbeeld_als_csv(bureau: Bureau) -> None:
    rij = ("Stichting Élan", "Élan", "Testpersoon Ünal", "balie@voorbeeld.invalid", "053 000 00 00")
    twee = ("Stichting Élan", "Élan", "Testpersoon Twee", "twee@voorbeeld.invalid", "")
    boek = xlsx(KOPPEN, (*rij, True), (), (*twee, False))
    csv = "\n".join((";".join(KOPPEN), ";".join((*rij, "ja")), "", ";".join((*twee, "nee"))))
    dienst = PartijenCsvService(bureau.werkplek)
    uit_boek, uit_csv = dienst.voorbeeld(boek), dienst.voorbeeld(csv.encode())
    assert uit_boek.regels == uit_csv.regels
    assert [regel.uitkomst for regel in uit_boek.regels] == [CsvUitkomst.TOEGEVOEGD, CsvUitkomst.TOEGEVOEGD]
    assert [regel.nummer for regel in uit_boek.regels] == [2, 4]
    dienst.voer_in(uit_boek)
    (partij,) = (partij for partij in bureau.partijen.lijst() if partij.kort == "Élan")
    assert [(contact.naam, contact.mandaat) for contact in partij.contactpersonen] == [
        ("Testpersoon Ünal", True),
        ("Testpersoon Twee", False),
    ]
    assert not dienst.voorbeeld(boek).doet_iets


def test_een_getal_wordt_tekst_zonder_komma() -> None:
    tabel = lees_csv(xlsx(("Partij", "Kort", "Telefoon"), ("Huis", "H", 31530000000)))
    assert tabel.rijen[0].cellen == ("Huis", "H", "31530000000")


@pytest.mark.parametrize(
    "inhoud",
    [
        b"PK\x03\x04 en dan niets",
        xlsx(("Partij",), ("Een",)),
        xlsx(),
        b"\xd0\xcf\x11\xe0 oud",
        b"%PDF-1.7\n",
        b"\xef\xbb\xbf<HTML><table><tr><td>Partij</td><td>Kort</td></tr></table>",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    ],
)
def test_wat_geen_lijst_is_wordt_geweigerd_met_wat_te_doen(inhoud: bytes) -> None:
    with pytest.raises(InvoerOngeldig) as fout:
        lees_csv(inhoud)
    assert "Er is niets gewijzigd." in fout.value.gebeurd
    assert "XLSX" in fout.value.advies


def ver_weg(plaats: str, inhoud: str) -> bytes:
    rij = f'<row r="1048576"><c r="{plaats}" t="inlineStr">{inhoud}</c></row>'
    return xlsx(KOPPEN, ("Partij Een", "P1"), erbij=rij.replace("></c>", "/>"))


@pytest.mark.parametrize("plaats", ["XFD1048576", "F1048576"])
def test_een_cel_ver_buiten_de_lijst_wordt_geweigerd_en_genoemd(plaats: str) -> None:
    with pytest.raises(InvoerOngeldig, match=f"in cel {plaats}") as fout:
        lees_csv(ver_weg(plaats, "<is><t>x</t></is>"))
    assert "Maak die cel leeg" in fout.value.advies


def test_een_lege_cel_met_alleen_een_kleur_houdt_niets_tegen() -> None:
    tabel = lees_csv(ver_weg("XFD1048576", ""))
    assert [rij.cellen[0] for rij in tabel.rijen] == ["Partij Een"]


def test_een_werkboek_van_een_andere_soort_is_geen_xlsx() -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pak:
        pak.writestr("content.xml", "<office:document-content/>")
        pak.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(InvoerOngeldig, match="geen XLSX"):
        lees_csv(uit.getvalue())


def test_een_bestand_dat_uitpakt_tot_veel_wordt_geweigerd() -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pak:
        pak.writestr("xl/workbook.xml", _BOEK)
        with pak.open("xl/worksheets/sheet1.xml", "w") as deel:
            for _ in range(201):
                deel.write(bytes(1024 * 1024))
    with pytest.raises(InvoerOngeldig, match="te groot"):
        lees_csv(uit.getvalue())


@pytest.mark.parametrize(
    ("begin", "wat"), [(b"%PDF-1.7\n", "een PDF"), (b"<html>", "een webpagina"), (b"<?xml ?>", "een XML-bestand")]
)
def test_een_ander_bestand_wordt_bij_zijn_naam_genoemd(begin: bytes, wat: str) -> None:
    """Reports of other programs are often a web page that is called .xls."""
    with pytest.raises(InvoerOngeldig) as fout:
        lees_csv(begin)
    assert fout.value.gebeurd == f"Dit is {wat} en geen XLSX of CSV. Er is niets gewijzigd."


@pytest.mark.parametrize("cel", ["46085", "46085.5", "46085,25"])
def test_een_dag_die_als_getal_is_bewaard_is_die_dag(cel: str) -> None:
    assert lees_datum("aangesloten_op", cel) == date(2026, 3, 4)


@pytest.mark.parametrize("cel", ["19999", "80000", "460851", "2026"])
def test_een_ander_getal_is_geen_dag(cel: str) -> None:
    with pytest.raises(InvoerOngeldig):
        lees_datum("aangesloten_op", cel)


def test_wat_niet_kon_worden_uitgerekend_is_geen_lege_cel(bureau: Bureau) -> None:
    """A look-up that found nothing: the reader gives an empty cell, and nobody would see that something is missing."""
    fout = '<row r="2"><c r="A2" t="str"><v>Partij Een</v></c><c r="B2" s="1" t="e"><f>NA()</f><v>#N/A</v></c></row>'
    inhoud = xlsx(("Partij", "Kort"), erbij=fout)
    assert lees_csv(inhoud).rijen[0].cellen == ("Partij Een", "#N/A")
    (rij,) = PartijenCsvService(bureau.werkplek).voorbeeld(inhoud).regels
    assert rij.uitkomst is CsvUitkomst.GEWEIGERD and "kon uw rekenprogramma niets uitrekenen" in rij.toelichting


def test_een_rij_met_alleen_rekenfouten_is_leeg(bureau: Bureau) -> None:
    """A look-up that was filled down below the list: those rows are no partijen that are refused."""
    fout = '<c r="{}{}" t="e"><f>NA()</f><v>{}</v></c>'
    onder = "".join(
        f'<row r="{nr}">{fout.format("A", nr, "#N/A")}{fout.format("B", nr, "#REF!")}</row>' for nr in range(3, 40)
    )
    inhoud = xlsx(("Partij", "Kort"), ("Partij Een", "PE"), erbij=onder)
    assert [rij.cellen for rij in lees_csv(inhoud).rijen] == [("Partij Een", "PE")]
    (regel,) = PartijenCsvService(bureau.werkplek).voorbeeld(inhoud).regels
    assert regel.uitkomst is not CsvUitkomst.GEWEIGERD


@pytest.mark.parametrize("cel", ["#N/B", "#DEEL/0!", "#DIV/0!", "#VERW!", "#WAARDE!", "#NAAM?", "#SPILL!"])
def test_een_fout_van_een_rekenprogramma_wordt_gezegd(cel: str) -> None:
    with pytest.raises(InvoerOngeldig, match="niets uitrekenen"):
        schone_cel("email", cel)
