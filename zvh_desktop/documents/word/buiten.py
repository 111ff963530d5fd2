"""What stands in a document beside the texts that can be taken in: known again when it comes back, so that nothing that
somebody typed there, in a header or note, or in its margin, is lost in silence.

With the document go digests of its other paragraphs, in a property of it that word processors keep; not the texts. They
are made under a key that stays in the house, each of one place among equals: nobody elsewhere can try what a paragraph
said that was taken out, nor see that two said the same.
"""

from __future__ import annotations

import hmac
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from zvh_desktop.documents.word.pakket import ETREE, lees_bomen, lees_pakket, pak_in
from zvh_desktop.naladen import laad_module

NAAM: Final = "casustafel-buiten-2"
"""The first had no key: of a file with that nothing can be said."""
_EIGENSCHAPPEN: Final = "docProps/custom.xml"
_SOORT: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATIE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_VORM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_WAARDE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_NUMMER: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""That of every property a user may add (ECMA-376)."""
_LENGTE: Final = 24
_DIGEST: Final = re.compile(rf"[0-9a-f]{{{_LENGTE}}}")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GEVOLGD: Final = frozenset(f"{_W}{naam}" for naam in ("ins", "del", "moveFrom", "moveTo"))
_RAND: Final = frozenset(f"{_W}{naam}" for naam in ("hdr", "ftr", "footnotes", "endnotes"))
_NAAST: Final = "naast het lijf"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WIT: Final = frozenset(f"{_W}{naam}" for naam in ("tab", "ptab", "br", "cr"))

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


def met_buitentekst(inhoud: bytes, alineas: Iterable[str], sleutel: bytes) -> bytes:
    """The document with the digests of these paragraphs, and of those in its headers and notes."""
    delen = lees_pakket(inhoud)
    afdrukken = _Afdrukken(sleutel)
    gegeven = {afdrukken.van(een) for een in map(_kaal, alineas) if een}
    gegeven |= {afdrukken.naast(een) for een in _in_de_rand(boom for _, boom in lees_bomen(delen))}
    waarde = " ".join((afdrukken.kenmerk, *sorted(gegeven)))
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


def lees_kantlijn(delen: Mapping[str, bytes], lijf: Any, alineas: Sequence[str], sleutel: bytes) -> Kantlijn:
    """Of a document that came back; ``alineas`` is what stands in it outside the fields."""
    gegeven, opmerkingen, rand = None, [], []
    for naam, boom in lees_bomen(delen):
        if naam.lower() == _EIGENSCHAPPEN.lower():
            gegeven = _gegeven(boom)
        elif naam.lower().startswith("word/comments") and boom.tag == f"{_W}comments":
            opmerkingen += [_kaal(" ".join(een.itertext(f"{_W}t"))) for een in boom.iter(f"{_W}comment")]
        elif boom.tag in _RAND:
            rand.append(boom)
    getypt = None
    afdrukken = _Afdrukken(sleutel)
    if gegeven is not None and afdrukken.kenmerk in gegeven:
        erbij = [een for een in map(_kaal, alineas) if een and afdrukken.van(een) not in gegeven]
        erbij += [een for een in _in_de_rand(rand) if afdrukken.naast(een) not in gegeven]
        getypt = tuple(erbij)
    gevolgd = any(een.tag in _GEVOLGD for boom in (lijf, *rand) for een in boom.iter() if isinstance(een.tag, str))
    return Kantlijn(getypt, tuple(filter(None, opmerkingen)), gevolgd, any(map(_is_doorgehaald, lijf.iter(f"{_W}r"))))


class _Afdrukken:
    """Digests of one document, under the key of the house."""

    def __init__(self, sleutel: bytes) -> None:
        self._sleutel = sleutel
        self._eerder: Counter[str] = Counter()
        self.kenmerk = self._druk_af("sleutel", "")
        """By which is seen that a document was given out under this key."""

    def van(self, tekst: str) -> str:
        """Of the next paragraph that says this: each that was given out covers one that came back."""
        self._eerder[tekst] += 1
        return self._druk_af(str(self._eerder[tekst]), tekst)

    def naast(self, tekst: str) -> str:
        """Of what stands in a header or note: programs give the same one to each kind of page."""
        return self._druk_af(_NAAST, tekst)

    def _druk_af(self, waar: str, tekst: str) -> str:
        return hmac.new(self._sleutel, f"{waar}\x1f{tekst}".encode(), "sha256").hexdigest()[:_LENGTE]


def _in_de_rand(bomen: Iterable[Any]) -> Iterator[str]:
    """Each paragraph in the headers, footers and notes, once, without what a field such as a page number came to."""
    gehad = set()
    for boom in bomen:
        if boom.tag not in _RAND:
            continue
        for tekst in _zonder_veldwaarden(boom):
            if tekst and tekst not in gehad:
                gehad.add(tekst)
                yield tekst


def _zonder_veldwaarden(boom: Any) -> Iterator[str]:
    alineas: dict[Any, list[str]] = {alinea: [] for alinea in boom.iter(f"{_W}p")}
    diep = 0
    for een in boom.iter():
        if een.tag == f"{_W}fldChar":
            diep = max(0, diep + {"begin": 1, "end": -1}.get(een.get(f"{_W}fldCharType", ""), 0))
        elif een.tag == f"{_W}t" or een.tag in _WIT:
            alinea = next(een.iterancestors(f"{_W}p"), None)
            if alinea is not None and not diep and next(een.iterancestors(f"{_W}fldSimple", _FALLBACK), None) is None:
                alineas[alinea].append(een.text or "" if een.tag == f"{_W}t" else " ")
    return (_kaal("".join(stukken)) for stukken in alineas.values())


def _is_doorgehaald(stuk: Any) -> bool:
    vormen = (stuk.find(f"{_W}rPr/{_W}{naam}") for naam in ("strike", "dstrike", "vanish"))
    aan = any(vorm is not None and vorm.get(f"{_W}val") not in _UIT for vorm in vormen)
    return aan and any((een.text or "").strip() for een in stuk.iter(f"{_W}t"))


def _gegeven(boom: Any) -> frozenset[str] | None:
    for een in boom.iter(f"{{{_VORM}}}property"):
        if een.get("name") == NAAM:
            return frozenset(_DIGEST.findall("".join(een.itertext())))
    return None


def _kaal(tekst: str) -> str:
    return " ".join(tekst.split())


def _met(xml: bytes, label: str, waarden: Mapping[str, str]) -> bytes:
    etree = laad_module(ETREE)
    boom = etree.fromstring(xml)
    etree.SubElement(boom, boom.tag.rpartition("}")[0] + "}" + label, waarden)
    return bytes(etree.tostring(boom, xml_declaration=True, encoding="UTF-8", standalone=True))
