"""A text of several paragraphs in a template, and the marks by which it is known again when the document comes back.

Two marks, because word processors keep different ones: a content control around the text, and a bookmark before and
after it. In the name of a mark stand a digest of what the document is, the key of the field and a digest of the text as
it was given out, under a key of the house. So it can be seen later whether it changed here, there or in both places,
without a copy being kept.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Final
from xml.sax.saxutils import escape, quoteattr

_NIET_IN_XML: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MET_STREEP: Final = re.compile(r"(?<=\{)_(?=[{%])|(?<=[}%])_(?=\})")
_MERK: Final = re.compile(r"zv([he])_([0-9a-f]{8})_([a-z]+[0-9]*(?:_[a-z]+)?)_([0-9a-f]{8})")
_LENGTE: Final = 8
"""A bookmark has a short name."""
BEGIN, EINDE = "h", "e"
_EERSTE_NUMMER: Final = 9_000
"""Above what a template has of its own."""
_SMAL: Final = (
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr>'
)


@dataclass(frozen=True, slots=True)
class Anker:
    """That the text at this place can be taken in again: by which key, and as what it was given out."""

    plek: str
    naam: str
    """For who looks at the document: 'Beeld'."""
    sleutel: str
    basis: str
    """The digest of the text that stands in the vault (``tekstmerk``)."""


@dataclass(frozen=True, slots=True)
class Tekstmerk:
    """What a mark says: whether it is a begin, of which document, which field, and what the text was."""

    kant: str
    document: str
    sleutel: str
    basis: str


def lees_merk(naam: str) -> Tekstmerk | None:
    """The mark with this name; None when it is none of ours."""
    gevonden = _MERK.fullmatch(naam)
    return Tekstmerk(*gevonden.groups()) if gevonden is not None else None


def documentmerk(*delen: object) -> str:
    """By which a document is known again as one of this vault."""
    return hashlib.sha256("\x1f".join(str(deel) for deel in delen).encode()).hexdigest()[:_LENGTE]


def tekstmerk(tekst: str, sleutel: bytes) -> str:
    """By which a text is known again in the house with this key, however a word processor spaces it.

    Without the key nobody can try what a field said that was emptied.
    """
    return hmac.new(sleutel, zoals_geschreven(tekst).encode(), "sha256").hexdigest()[:_LENGTE]


def zoals_geschreven(tekst: str) -> str:
    """A text as it comes through a word processor: without spaces at the end of a line or lines around it."""
    heel = unicodedata.normalize("NFC", zonder_stuurtekens(tekst.replace("\r\n", "\n").replace("\r", "\n")))
    return "\n".join(regel.rstrip() for regel in heel.split("\n")).strip("\n")


def zonder_stuurtekens(tekst: str) -> str:
    """What XML can hold; tabs and new lines stay."""
    return _NIET_IN_XML.sub("", tekst)


def heeft_streepteken(tekst: str) -> bool:
    """Whether it holds what the library of templates writes for an opened brace, and would change."""
    return _MET_STREEP.search(tekst) is not None


def zoals_getypt(tekst: str) -> str:
    """A text in XML, in which that library finds nothing to change."""
    return _MET_STREEP.sub("&#95;", escape(tekst))


class Blokmaker:
    """Makes the texts of one document; each mark stands in it once, whatever a template repeats."""

    def __init__(self, document: str, ankers: Mapping[str, Anker], sleutel: bytes = b"") -> None:
        self._document = document
        self._sleutel = sleutel
        self._ankers = ankers
        self._nummers = count(_EERSTE_NUMMER)
        self._gezet: set[str] = set()

    def __call__(self, plek: str, tekst: str) -> Tekstblok:
        """The text at this place. It has marks when it is the very text that stands in the vault."""
        anker = self._ankers.get(plek)
        if anker is not None and anker.basis != tekstmerk(tekst, self._sleutel):
            anker = None  # something was left out of it or added: what comes back is not what should stand there
        return Tekstblok(self, zoals_geschreven(tekst), anker)

    def xml(self, tekst: str, anker: Anker | None) -> str:
        """The paragraphs, with marks the first time."""
        regels = tekst.split("\n")
        if anker is None or anker.sleutel in self._gezet:
            return "".join(_alinea(regel) for regel in regels)
        self._gezet.add(anker.sleutel)
        staart = f"_{self._document}_{anker.sleutel}_{anker.basis}"
        begin, einde = self._bladwijzer(f"zvh{staart}"), self._bladwijzer(f"zve{staart}")
        eerste, rest = _alinea(regels[0], begin), "".join(_alinea(regel) for regel in regels[1:])
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(anker.naam)}/><w:tag w:val={quoteattr(f'zvh{staart}')}/>"
            f'<w:id w:val="{next(self._nummers)}"/><w:lock w:val="sdtLocked"/></w:sdtPr>'
            f"<w:sdtContent>{eerste}{rest}</w:sdtContent></w:sdt><w:p>{_SMAL}{einde}</w:p>"
        )

    def _bladwijzer(self, naam: str) -> str:
        nummer = next(self._nummers)
        return f'<w:bookmarkStart w:id="{nummer}" w:name={quoteattr(naam)}/><w:bookmarkEnd w:id="{nummer}"/>'


class Tekstblok:
    """What a template gets for a text of several paragraphs; empty counts as false."""

    def __init__(self, maker: Blokmaker, tekst: str, anker: Anker | None) -> None:
        self._maker, self._tekst, self._anker = maker, tekst, anker

    def __bool__(self) -> bool:
        return bool(self._tekst.strip())

    def __html__(self) -> str:
        return self._maker.xml(self._tekst, self._anker)


def _alinea(regel: str, vooraf: str = "") -> str:
    stukken = '</w:t><w:tab/><w:t xml:space="preserve">'.join(zoals_getypt(stuk) for stuk in regel.split("\t"))
    inhoud = f'<w:r><w:t xml:space="preserve">{stukken}</w:t></w:r>' if regel else ""
    return f"<w:p>{vooraf}{inhoud}</w:p>"
