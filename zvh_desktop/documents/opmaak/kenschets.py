"""What a PDF says about itself: title, house, day, language, and the norms it is made by. Never whom it is about."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import PDFDocument

from zvh_desktop.documents.opmaak.boomschrift import Ruw, stroom

MAKER: Final = "Casustafel"
_DATUM_IN_PROFIEL: Final = slice(24, 36)
"""When the profile was made (ICC.1:2022, 7.2.1): left empty, or no two documents would be the same."""

_UA: Final = "<pdfuaid:part>1</pdfuaid:part>"
_ARCHIEF: Final = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
# PDF/A has every property that is not its own described in the file.
_BESCHREVEN: Final = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)


@dataclass(frozen=True, slots=True)
class Kenschets:
    """``titel`` is the kind of document only. ``invulbaar`` is a form: its fields use a font that is not in the file,
    as the library makes them, so it is made by neither norm and does not say so."""

    titel: str
    huis: str
    dag: date
    taal: str = "nl-NL"
    invulbaar: bool = False


def zet_kenschets(doc: PDFDocument, kenschets: Kenschets) -> None:
    """Put the description, the day and the colour space on the document."""
    # Only the day is known, and the same document made again is the same file.
    doc.info._dateFormatter = lambda *_nu: f"D:{kenschets.dag:%Y%m%d}000000+00'00'"
    catalogus = doc.Catalog
    catalogus.Metadata = stroom("/Type /Metadata /Subtype /XML", _xmp(kenschets, str(doc.info.producer)).encode())
    profiel = doc.Reference(stroom("/N 3 /Filter /FlateDecode", _kleurprofiel())).format(doc).decode()
    catalogus.OutputIntents = Ruw(
        b"[<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "
        b"/Info (sRGB IEC61966-2.1) /DestOutputProfile %s>>]" % profiel.encode()
    )
    catalogus.__NoDefault__ = [*catalogus.__NoDefault__, "OutputIntents"]


@cache
def _kleurprofiel() -> bytes:
    profiel = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profiel[_DATUM_IN_PROFIEL] = bytes(12)
    return zlib.compress(bytes(profiel))


def _xmp(kenschets: Kenschets, maker: str) -> str:
    titel, huis = escape(kenschets.titel), escape(kenschets.huis)
    dag = f"{kenschets.dag:%Y-%m-%d}T00:00:00+00:00"
    normen = "" if kenschets.invulbaar else _UA + _ARCHIEF + _BESCHREVEN
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
        'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" '
        'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
        'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
        'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{titel}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:creator><rdf:Seq><rdf:li>{huis}</rdf:li></rdf:Seq></dc:creator>"
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{titel}</rdf:li></rdf:Alt></dc:description>'
        f"<dc:language><rdf:Bag><rdf:li>{kenschets.taal}</rdf:li></rdf:Bag></dc:language>"
        f"<xmp:CreatorTool>{MAKER}</xmp:CreatorTool>"
        f"<xmp:CreateDate>{dag}</xmp:CreateDate><xmp:ModifyDate>{dag}</xmp:ModifyDate>"
        f"<pdf:Producer>{escape(maker)}</pdf:Producer>{normen}"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    )
