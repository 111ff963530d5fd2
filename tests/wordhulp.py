"""DOCX files in tests: read with python-docx, and changed as word processors do."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

from docx import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"


def alineas(inhoud: bytes) -> list[str]:
    """Every paragraph as it is read, also in tables and content controls."""
    lijf = Document(io.BytesIO(inhoud)).element.body
    return ["".join(een.text or "" for een in alinea.iter(f"{W}t")) for alinea in lijf.iter(f"{W}p")]


def heel(inhoud: bytes) -> str:
    """All of the text, head and foot of the page too."""
    document = Document(io.BytesIO(inhoud))
    randen = (deel for sectie in document.sections for deel in (sectie.header, sectie.footer))
    return "\n".join([*alineas(inhoud), *(alinea.text for rand in randen for alinea in rand.paragraphs)])


def delen(inhoud: bytes) -> dict[str, bytes]:
    """The parts of the package."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
        return {naam: pak.read(naam) for naam in pak.namelist()}


def pakket(stukken: dict[str, bytes]) -> bytes:
    """A package of these parts."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pak:
        for naam, deel in stukken.items():
            pak.writestr(naam, deel)
    return uit.getvalue()


def met(inhoud: bytes, naam: str, anders: Callable[[bytes], bytes]) -> bytes:
    """The same package with one part changed, or added when it was not there."""
    stukken = delen(inhoud)
    stukken[naam] = anders(stukken.get(naam, b""))
    return pakket(stukken)


def getypt(inhoud: bytes, oud: str, nieuw: str) -> bytes:
    """One text replaced in a word processor; lines of the new one are paragraphs."""
    document = Document(io.BytesIO(inhoud))
    (alinea,) = [
        een for een in document.element.body.iter(f"{W}p") if "".join(t.text or "" for t in een.iter(f"{W}t")) == oud
    ]
    _zet(alinea, nieuw)
    return _bewaard(document)


def in_vak(inhoud: bytes, sleutel: str, nieuw: str) -> bytes:
    """All that stands in one field replaced, as by selecting and typing; the bookmark at its begin goes with it."""
    document = Document(io.BytesIO(inhoud))
    vak = next(
        een
        for een in document.element.body.iter(f"{W}sdt")
        if re.search(f"_{sleutel}_", een.find(f"{W}sdtPr/{W}tag").get(f"{W}val"))
    )
    binnen = vak.find(f"{W}sdtContent")
    for alinea in list(binnen)[1:]:
        binnen.remove(alinea)
    for een in list(binnen[0]):
        binnen[0].remove(een)
    _zet(binnen[0], nieuw)
    return _bewaard(document)


def zonder_vakken(inhoud: bytes) -> bytes:
    """As a program saves it that knows no content controls: what stands in them stays, and bookmarks do."""

    def plat(xml: bytes) -> bytes:
        xml = re.sub(rb"<w:sdt>.*?<w:sdtContent>", b"", xml, flags=re.DOTALL)
        return xml.replace(b"</w:sdtContent></w:sdt>", b"")

    return met(inhoud, DOCUMENT, plat)


def _zet(alinea: Any, tekst: str) -> None:
    for stuk in list(alinea.iter(f"{W}r")):
        stuk.getparent().remove(stuk)
    regels = tekst.split("\n")
    for regel in reversed(regels[1:]):
        nieuw = alinea.makeelement(f"{W}p", {})
        alinea.addnext(nieuw)
        _schrijf(nieuw, regel)
    _schrijf(alinea, regels[0])


def _schrijf(alinea: Any, regel: str) -> None:
    stuk = alinea.makeelement(f"{W}r", {})
    letters = stuk.makeelement(f"{W}t", {})
    letters.text = regel
    stuk.append(letters)
    alinea.append(stuk)


def _bewaard(document: Any) -> bytes:
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()
