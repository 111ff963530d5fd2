"""Make the templates of editable documents in resources/word, which a house can replace by its own.

Written with python-docx instead of by hand in a word processor, so that a change can be read here and the same script
makes the same files. Run it after changing documents/word/velden.py.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from zvh_desktop.documents.word.keuren import keur_sjabloon
from zvh_desktop.documents.word.velden import VELDEN
from zvh_desktop.documents.word.vullen import zonder_sporen
from zvh_desktop.models.keuzen.wordkeuzes import Wordsoort

FOLDER: Final = Path(__file__).resolve().parent.parent / "resources" / "word"
FONT: Final = "Calibri"
GREY: Final = RGBColor(0x44, 0x4B, 0x54)
DAY: Final = date(2026, 1, 1)
HOUSE: Final = "Casustafel"


class Page:
    """One template while it is made."""

    def __init__(self, *, foot: bool = True) -> None:
        self.document = Document()
        self._styles()
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.3)
        section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
        head = section.header.paragraphs[0]
        head.text = "{{ huis_kort }}\t\t{{ oefening }}"
        if foot:  # a letter goes out as it is: it does not say of itself that it can be changed
            section.footer.paragraphs[0].text = "{{ titel }}, versie {{ versie }}\t\t{{ bewerkbaar }}"
        for paragraph in (head, section.footer.paragraphs[0]):
            for run in paragraph.runs:
                run.font.size, run.font.color.rgb = Pt(8.5), GREY

    def _styles(self) -> None:
        for name, size, before in (
            ("Normal", 10.5, 0),
            ("Title", 20, 0),
            ("Heading 1", 14, 16),
            ("Heading 2", 11.5, 8),
        ):
            style = self.document.styles[name]
            style.font.name, style.font.size = FONT, Pt(size)
            style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
            for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                style.element.rPr.rFonts.attrib.pop(qn(f"w:{kind}"), None)
            language = OxmlElement("w:lang")
            language.set(qn("w:val"), "nl-NL")
            style.element.get_or_add_rPr().append(language)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
            if name != "Normal":
                style.font.color.rgb = RGBColor(0x1F, 0x2A, 0x37)

    def text(self, text: str, style: str = "Normal", *, quiet: bool = False) -> None:
        """One paragraph."""
        run = self.document.add_paragraph(style=style).add_run(text)
        if quiet:
            run.font.size, run.font.color.rgb = Pt(9), GREY

    def tag(self, text: str) -> None:
        """A paragraph that is gone when the template is filled in."""
        self.document.add_paragraph(text)

    def facts(self, rows: Sequence[tuple[str, str]]) -> None:
        """Label and value; a row of which the value is empty is left out."""
        table = self._table((4.2, 12.2))
        for label, field in rows:
            self._row(table, ("{%tr if " + field + " %}", ""))
            self._row(table, (label, "{{ " + field + " }}"), bold=0)
            self._row(table, ("{%tr endif %}", ""))

    def block(self, title: str, field: str) -> None:
        """A heading and a text of several paragraphs."""
        self.text(title, "Heading 2")
        self.tag("{{p " + field + " }}")

    def rows(self, heads: Sequence[str], one: str, many: str, fields: Sequence[str], widths: Sequence[float]) -> None:
        """A table with a row for each; not there when there is none."""
        self.tag("{%p if " + many + " %}")
        table = self._table(widths, style="Table Grid")
        self._row(table, heads, bold=None)
        header = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(header)
        self._row(table, ("{%tr for " + one + " in " + many + " %}", *[""] * (len(heads) - 1)))
        self._row(table, [f"{{{{{'p' if field[0] == '*' else ''} {one}.{field.lstrip('*')} }}}}" for field in fields])
        self._row(table, ("{%tr endfor %}", *[""] * (len(heads) - 1)))
        self.tag("{%p endif %}")

    def _table(self, widths: Sequence[float], style: str = "Normal Table") -> Any:
        table = self.document.add_table(rows=0, cols=len(widths))
        table.style, table.alignment, table.autofit = self.document.styles[style], WD_TABLE_ALIGNMENT.LEFT, False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        return table

    def _row(self, table: Any, texts: Sequence[str], *, bold: int | None = -1) -> None:
        for place, (cell, text) in enumerate(zip(table.add_row().cells, texts, strict=True)):
            cell.width = table.columns[place].width
            run = cell.paragraphs[0].add_run(text)
            run.bold = bold is None or place == bold
            run.font.size = Pt(10)

    def whole(self) -> bytes:
        """The file."""
        out = BytesIO()
        self.document.save(out)
        return zonder_sporen(out.getvalue(), "Sjabloon", HOUSE, DAY)


def _head(page: Page, below: str) -> None:
    page.text("{{ titel }}", "Title")
    page.text(below)
    page.text("{{ bewerkbaar }}", quiet=True)


def _discussion(page: Page, *, always: bool) -> None:
    for title, field in (("Beeld", "beeld"), ("Oordeel", "oordeel"), ("Besluit", "besluit")):
        if not always:
            page.tag("{%p if punt." + field + " %}")
        page.block(title, f"punt.{field}")
        if not always:
            page.tag("{%p endif %}")
    page.tag("{%p if punt.besluiten %}")
    page.text("Besluiten", "Heading 2")
    page.tag("{%p for besluit in punt.besluiten %}")
    page.text("{{ besluit.soort }}", "Heading 3")
    page.tag("{{p besluit.omschrijving }}")
    page.facts(
        (
            ("Op voorwaarde dat", "besluit.voorwaarde"),
            ("Belegd bij", "besluit.belegd_bij"),
            ("Informering", "besluit.informering"),
        )
    )
    page.tag("{%p endfor %}")
    page.tag("{%p endif %}")
    page.tag("{%p if punt.eerdere_acties %}")
    page.text("Eerdere acties", "Heading 2")
    page.tag("{%p endif %}")
    page.rows(
        ("Actie", "Belegd bij", "Aan tafel gemeld"),
        "eerder",
        "punt.eerdere_acties",
        ("omschrijving", "belegd_bij", "gemeld"),
        (8.8, 4.0, 3.6),
    )
    page.tag("{%p if punt.acties %}")
    page.text("Acties", "Heading 2")
    page.tag("{%p endif %}")
    page.rows(
        ("Actie", "Belegd bij", "Termijn", "Status"),
        "actie",
        "punt.acties",
        ("omschrijving", "belegd_bij", "termijn", "status"),
        (8.0, 3.8, 2.4, 2.2),
    )
    page.tag("{%p if punt.niets_vastgelegd %}")
    page.text("{{ punt.niets_vastgelegd }}", quiet=True)
    page.tag("{%p endif %}")


def verslag() -> bytes:
    """The notulen in full, of which the three texts of a point can come back."""
    page = Page()
    _head(page, "{{ overleg }}")
    page.facts(
        (
            ("Datum", "datum"),
            ("Tijd", "tijd"),
            ("Plaats", "plaats"),
            ("Voorzitter", "voorzitter"),
            ("Notulist", "notulist"),
            ("Status", "status"),
        )
    )
    page.tag("{%p if verloop %}")
    page.text("Verloop", "Heading 1")
    page.tag("{%p endif %}")
    page.rows(("Tijd", "Wat er gebeurde"), "moment", "verloop", ("tijd", "wat"), (4.0, 12.4))
    page.tag("{%p for punt in punten %}")
    page.text("{{ punt.nummer }}.  {{ punt.titel }}", "Heading 1")
    page.facts(
        (
            ("Tijd", "punt.tijd"),
            ("Agenda", "punt.agenda"),
            ("Betrokkenen", "punt.betrokkenen"),
            ("Doel", "punt.doel"),
            ("Type besluit", "punt.soort_besluit"),
            ("Uitkomst", "punt.uitkomst"),
            ("Verslag", "punt.eerder_verslag"),
        )
    )
    page.rows(
        ("Partij", "Afgevaardigde", "Aanwezigheid"),
        "aanwezige",
        "punt.aanwezigen",
        ("partij", "afgevaardigde", "aanwezigheid"),
        (6.4, 5.0, 5.0),
    )
    _discussion(page, always=True)
    page.tag("{%p endfor %}")
    page.text("{{ geheimhouding }}", quiet=True)
    return page.whole()


def verslag_partij() -> bytes:
    """The notulen for one partij."""
    page = Page()
    _head(page, "{{ overleg }}")
    page.facts((("Voor", "partij"), ("Datum", "datum"), ("Plaats", "plaats"), ("Status", "status")))
    page.tag("{%p for verslag in eerdere_verslagen %}")
    page.text("Verslag van {{ verslag.datum }}: {{ verslag.hoe }}.")
    page.tag("{%p endfor %}")
    page.tag("{%p if eigen_acties %}")
    page.text("Acties voor u", "Heading 1")
    page.tag("{%p endif %}")
    page.rows(
        ("Punt", "Casus of onderwerp", "Actie", "Termijn"),
        "actie",
        "eigen_acties",
        ("punt", "titel", "omschrijving", "termijn"),
        (1.4, 4.6, 8.0, 2.4),
    )
    page.tag("{%p for punt in punten %}")
    page.text("{{ punt.nummer }}.  {{ punt.titel }}", "Heading 1")
    page.facts((("Doel", "punt.doel"), ("Type besluit", "punt.soort_besluit"), ("Uitkomst", "punt.uitkomst")))
    page.rows(("Partij", "Aanwezigheid"), "aanwezige", "punt.aanwezigen", ("partij", "aanwezigheid"), (10.4, 6.0))
    _discussion(page, always=False)
    page.tag("{%p endfor %}")
    page.text("{{ geheimhouding }}", quiet=True)
    return page.whole()


def plan() -> bytes:
    """The plan van aanpak."""
    page = Page()
    _head(page, "Casus {{ casusnummer }}")
    page.facts(
        (
            ("Status", "status"),
            ("Aanpak", "aanpak"),
            ("Betrokkenen", "betrokkenen"),
            ("{{ woord_casusregisseur }}", "casusregisseur"),
            ("{{ woord_procesregisseur }}", "procesregisseur"),
            ("Evaluatie", "evaluatie"),
        )
    )
    page.text("Doelen", "Heading 1")
    page.rows(("Leefgebied", "Doel"), "doel", "doelen", ("leefgebied", "*doel"), (4.2, 12.2))
    page.text("Acties", "Heading 1")
    page.rows(
        ("Leefgebied", "Actie", "Belegd bij", "Termijn", "Status"),
        "actie",
        "acties",
        ("leefgebied", "omschrijving", "belegd_bij", "termijn", "status"),
        (3.2, 6.0, 3.2, 2.2, 1.8),
    )
    page.text("Rol en informatiebehoefte per partij", "Heading 1")
    page.rows(
        ("Partij", "Rol", "Heeft nodig te weten"),
        "rol",
        "rollen",
        ("partij", "*rol", "*nodig_te_weten"),
        (4.0, 6.2, 6.2),
    )
    page.tag("{%p if artikel_rollen %}")
    page.text("Vastgelegd volgens {{ artikel_rollen }}.", quiet=True)
    page.tag("{%p endif %}")
    page.text("Informeren van de betrokkene", "Heading 1")
    page.block("Wie informeert", "wie_informeert")
    page.facts((("Wanneer", "wanneer_geinformeerd"),))
    page.block("Waarom niet", "waarom_niet_geinformeerd")
    page.text("Criteria voor {{ woord_afschaling }}", "Heading 1")
    page.tag("{%p if artikel_afschaling %}")
    page.text("Elk criterium op een eigen regel ({{ artikel_afschaling }}).", quiet=True)
    page.tag("{%p endif %}")
    page.tag("{{p criteria }}")
    return page.whole()


def brief() -> bytes:
    """A letter; its address stands where the window of an envelope is."""
    page = Page(foot=False)
    page.text("")
    page.text("")
    page.tag("{%p for adres in adresregels %}")
    page.text("{{ adres.regel }}")
    page.tag("{%p endfor %}")
    page.text("")
    page.facts((("Datum", "datum"), ("Betreft", "betreft")))
    page.text("")
    page.text("{{ aanhef }}")
    page.tag("{%p for stuk in stukken %}")
    page.tag("{%p if stuk.kop %}")
    page.text("{{ stuk.kop }}", "Heading 2")
    page.tag("{%p endif %}")
    page.tag("{%p if stuk.punt %}")
    page.text("{{ stuk.punt }}", "List Bullet")
    page.tag("{%p endif %}")
    page.tag("{%p if stuk.alinea %}")
    page.tag("{{p stuk.alinea }}")
    page.tag("{%p endif %}")
    page.tag("{%p endfor %}")
    page.text("")
    page.text("Met vriendelijke groet,")
    page.text("")
    page.text("{{ afzender }}")
    page.text("{{ functie }}")
    page.text("{{ huis }}")
    for field in ("email", "telefoon"):
        page.tag("{%p if " + field + " %}")
        page.text("{{ " + field + " }}")
        page.tag("{%p endif %}")
    return page.whole()


MAKERS: Final = {
    Wordsoort.VERSLAG: verslag,
    Wordsoort.VERSLAG_PARTIJ: verslag_partij,
    Wordsoort.PLAN: plan,
    Wordsoort.BRIEF: brief,
}


def main() -> int:
    """Write each template; says what is wrong with one that cannot be used."""
    FOLDER.mkdir(exist_ok=True)
    code = 0
    for kind, make in MAKERS.items():
        content = make()
        for finding in keur_sjabloon(content, VELDEN[kind]):
            print(f"{kind.value}: {finding.zin} [{finding.plek}]")
            code = 1
        (FOLDER / f"{kind.value}.docx").write_bytes(content)
    return code


if __name__ == "__main__":
    sys.exit(main())
