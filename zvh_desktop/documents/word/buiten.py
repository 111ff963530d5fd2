"""What stands in a document beside the texts that can be taken in: known again when it comes back, so that nothing that
somebody typed there, or wrote in its margin, is lost in silence.

With the document go digests of its other paragraphs, in a property of it that word processors keep; not the texts.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from zvh_desktop.documents.word.pakket import ETREE, lees_bomen, lees_pakket, pak_in
from zvh_desktop.naladen import laad_module

NAAM: Final = "casustafel-buiten"
_EIGENSCHAPPEN: Final = "docProps/custom.xml"
_SOORT: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATIE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_VORM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_WAARDE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_NUMMER: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""That of every property a user may add (ECMA-376)."""
_DIGEST: Final = re.compile(r"[0-9a-f]{8}")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GEVOLGD: Final = frozenset(f"{_W}{naam}" for naam in ("ins", "del", "moveFrom", "moveTo"))

_UIT: Final = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Kantlijn:
    """What is not taken in and has to be said.

    ``getypt`` is what was typed or changed outside the fields; None when that cannot be seen, for the program that
    saved it threw away by which it is known. ``gevolgd``: changes were tracked, and were read as if accepted.
    ``doorgehaald``: a line stands through some of it, or it is hidden, and it was read as any other text.
    """

    getypt: tuple[str, ...] | None = ()
    opmerkingen: tuple[str, ...] = ()
    gevolgd: bool = False
    doorgehaald: bool = False


LEGE_KANTLIJN: Final = Kantlijn()


def met_buitentekst(inhoud: bytes, alineas: Iterable[str]) -> bytes:
    """The document with the digests of these paragraphs."""
    delen = lees_pakket(inhoud)
    waarde = " ".join(_digest(een) for een in map(_kaal, alineas) if een)
    delen[_EIGENSCHAPPEN] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="{_VORM}" xmlns:vt="{_WAARDE}">'
        f'<property fmtid={quoteattr(_NUMMER)} pid="2" name={quoteattr(NAAM)}><vt:lpwstr>{waarde}</vt:lpwstr>'
        "</property></Properties>"
    ).encode()
    soort = {"PartName": f"/{_EIGENSCHAPPEN}", "ContentType": _SOORT}
    delen["[Content_Types].xml"] = _met(delen["[Content_Types].xml"], "Override", soort)
    relatie = {"Id": "rIdBuiten", "Type": _RELATIE, "Target": _EIGENSCHAPPEN}
    delen["_rels/.rels"] = _met(delen["_rels/.rels"], "Relationship", relatie)
    return pak_in(delen)


def lees_kantlijn(delen: Mapping[str, bytes], lijf: Any, alineas: Sequence[str]) -> Kantlijn:
    """Of a document that came back; ``alineas`` is what stands in it outside the fields."""
    gegeven, opmerkingen = None, []
    for naam, boom in lees_bomen(delen):
        if naam.lower() == _EIGENSCHAPPEN.lower():
            gegeven = _gegeven(boom)
        elif naam.lower().startswith("word/comments") and boom.tag == f"{_W}comments":
            opmerkingen += [_kaal(" ".join(een.itertext(f"{_W}t"))) for een in boom.iter(f"{_W}comment")]
    getypt = None
    if gegeven is not None:
        over = Counter(gegeven)
        getypt = tuple(een for een in map(_kaal, alineas) if een and not _streep_weg(over, _digest(een)))
    gevolgd = any(een.tag in _GEVOLGD for een in lijf.iter() if isinstance(een.tag, str))
    return Kantlijn(getypt, tuple(filter(None, opmerkingen)), gevolgd, any(map(_is_doorgehaald, lijf.iter(f"{_W}r"))))


def _is_doorgehaald(stuk: Any) -> bool:
    vormen = (stuk.find(f"{_W}rPr/{_W}{naam}") for naam in ("strike", "dstrike", "vanish"))
    aan = any(vorm is not None and vorm.get(f"{_W}val") not in _UIT for vorm in vormen)
    return aan and any((een.text or "").strip() for een in stuk.iter(f"{_W}t"))


def _streep_weg(over: Counter[str], digest: str) -> bool:
    """Each paragraph that was given out covers one that came back."""
    if not over[digest]:
        return False
    over[digest] -= 1
    return True


def _gegeven(boom: Any) -> list[str] | None:
    for een in boom.iter(f"{{{_VORM}}}property"):
        if een.get("name") == NAAM:
            return _DIGEST.findall("".join(een.itertext()))
    return None


def _kaal(tekst: str) -> str:
    return " ".join(tekst.split())


def _digest(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()[:8]


def _met(xml: bytes, label: str, waarden: Mapping[str, str]) -> bytes:
    etree = laad_module(ETREE)
    boom = etree.fromstring(xml)
    etree.SubElement(boom, boom.tag.rpartition("}")[0] + "}" + label, waarden)
    return bytes(etree.tostring(boom, xml_declaration=True, encoding="UTF-8", standalone=True))
