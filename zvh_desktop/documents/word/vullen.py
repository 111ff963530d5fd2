"""Fill in a template: in a sandbox, with every value escaped, and without a word about who made it.

The libraries for it are loaded with the first document (ADR 0081).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape

from zvh_desktop.documents.word.blokken import heeft_streepteken, zoals_getypt, zonder_stuurtekens
from zvh_desktop.documents.word.pakket import ETREE, lees_bomen, lees_pakket, pak_in
from zvh_desktop.naladen import laad_module

SJABLONEN: Final = "jinja2"
_ZANDBAK: Final = "jinja2.sandbox"
_MARKUP: Final = "markupsafe"
_WORD: Final = "docxtpl"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SESSIE: Final = re.compile(r"\{[^}]*\}rsid\w*")
"""In which session something was typed: two documents of one maker can be laid beside each other with it."""
_KERN, _APP = "docProps/core.xml", "docProps/app.xml"
_WEG: Final = re.compile(r"docProps/(custom\.xml|thumbnail\.)|word/people\.xml|word/glossary/|customXml/", re.I)
_RELATIES, _SOORTEN = "_rels/.rels", "[Content_Types].xml"
_DOCUMENTRELATIES: Final = "word/_rels/document.xml.rels"


def maak_omgeving() -> Any:
    """In which a template is read: nothing can be called, every value is escaped, an unknown field is an error."""
    return laad_module(_ZANDBAK).SandboxedEnvironment(autoescape=True, undefined=laad_module(SJABLONEN).StrictUndefined)


def open_sjabloon(inhoud: bytes) -> Any:
    """A template as the library has it; ``lees_pakket`` looked at it before."""
    sjabloon = laad_module(_WORD).DocxTemplate(BytesIO(inhoud))
    sjabloon.render_init()
    return sjabloon


def delen_met_velden(sjabloon: Any) -> Iterator[tuple[str, str]]:
    """The name and the XML of each part in which fields are filled in, a paragraph on a line, as it will be read."""
    yield _naam(sjabloon.docx.part), _op_regels(sjabloon.patch_xml(sjabloon.get_xml()))
    for soort in (sjabloon.HEADER_URI, sjabloon.FOOTER_URI):
        for _, deel in sjabloon.get_headers_footers(soort):
            yield _naam(deel), _op_regels(sjabloon.patch_xml(sjabloon.get_part_xml(deel)))


def _naam(deel: Any) -> str:
    return str(deel.partname).lstrip("/")


def _op_regels(xml: str) -> str:
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", xml)


def vul_sjabloon(inhoud: bytes, waarden: Mapping[str, Any], titel: str, huis: str, gemaakt: date) -> bytes:
    """The document. Of its properties only a title, the house and a day are filled."""
    sjabloon = open_sjabloon(inhoud)
    sjabloon.render(_schoon(waarden), maak_omgeving())
    uit = BytesIO()
    sjabloon.save(uit)
    return zonder_sporen(uit.getvalue(), titel, huis, gemaakt)


def _schoon(waarde: Any) -> Any:
    if isinstance(waarde, str):
        schoon = zonder_stuurtekens(waarde)
        return laad_module(_MARKUP).Markup(zoals_getypt(schoon)) if heeft_streepteken(schoon) else schoon
    if isinstance(waarde, Mapping):
        return {naam: _schoon(een) for naam, een in waarde.items()}
    if isinstance(waarde, list):
        return [_schoon(een) for een in waarde]
    return waarde


def zonder_sporen(inhoud: bytes, titel: str, huis: str, gemaakt: date) -> bytes:
    """The same document, without who made it, with what, from which file, or what else was kept beside the text."""
    delen = {naam: deel for naam, deel in lees_pakket(inhoud).items() if not _WEG.search(naam)}
    delen[_KERN] = _kern(titel, gemaakt)
    delen[_APP] = _app(huis)
    delen.update(_zonder_wie(delen))
    for naam, label in ((_SOORTEN, "PartName"), (_RELATIES, "Target"), (_DOCUMENTRELATIES, "Target")):
        if naam in delen:
            delen[naam] = _zonder_verwijzing(delen[naam], label)
    return pak_in(delen)


def _zonder_wie(delen: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The parts in which a word processor kept by which document, program or session it was made, without that."""
    etree = laad_module(ETREE)
    for naam, boom in lees_bomen(delen):
        weg = list(boom.iter("{*}docVars", "{*}rsids", "{*}rsid", "{*}mailMerge", "{*}docId"))
        met_sessie = [een for een in boom.iter(f"{_W}*") if any(_SESSIE.fullmatch(label) for label in een.attrib)]
        for een in weg:
            een.getparent().remove(een)
        for een in met_sessie:
            for label in [label for label in een.attrib if _SESSIE.fullmatch(label)]:
                del een.attrib[label]
        if weg or met_sessie:
            yield naam, bytes(etree.tostring(boom, xml_declaration=True, encoding="UTF-8", standalone=True))


def _zonder_verwijzing(xml: bytes, label: str) -> bytes:
    etree = laad_module(ETREE)
    boom = etree.fromstring(xml)
    for een in list(boom):
        doel = (een.get(label) or "").lstrip("/").replace("../", "")
        if _WEG.search(doel) or _WEG.search(f"word/{doel}"):
            boom.remove(een)
    return bytes(etree.tostring(boom, xml_declaration=True, encoding="UTF-8", standalone=True))


def _kern(titel: str, gemaakt: date) -> bytes:
    dag = f'<dcterms:{{}} xsi:type="dcterms:W3CDTF">{gemaakt.isoformat()}T00:00:00Z</dcterms:{{}}>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(titel)}</dc:title><dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"
        f"<dc:language>nl-NL</dc:language>{dag.format('created', 'created')}{dag.format('modified', 'modified')}"
        "</cp:coreProperties>"
    ).encode()


def _app(huis: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Company>{escape(huis)}</Company></Properties>"
    ).encode()
