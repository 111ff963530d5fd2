"""Everything that can be read in a document, the hidden parts included, so that a leak cannot hide in any of them."""

from __future__ import annotations

import email
import email.policy
import functools
import html
import io
import re
from email.message import EmailMessage
from pathlib import Path

from pdf_structuur import lees_structuur
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

_MERKTEKEN = re.compile(r"<[^>]*>")
_VOUW = re.compile(r"\r?\n[ \t]")
"""A long line of a calendar item is folded; a name may be on both sides of the fold."""


def alles_in(bestand: Path) -> str:
    """All text of a PDF, a calendar item or a draft message, its own file name included."""
    return f"{bestand.name}\n{lees_inhoud(bestand.name, bestand.read_bytes())}"


def zonder_wit(tekst: str) -> str:
    """A name may be broken over lines or cells; without white space it is found all the same."""
    return re.sub(r"\s+", "", tekst)


def lees_inhoud(naam: str, inhoud: bytes) -> str:
    """All text of one document."""
    match Path(naam).suffix:
        case ".pdf":
            return _pdf(inhoud)
        case ".ics":
            return inhoud.decode() + _VOUW.sub("", inhoud.decode())
        case ".eml":
            return _eml(inhoud)
        case ".csv":
            return inhoud.decode("utf-8-sig")
        case ".xlsx":
            boek = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
            return "\n".join(str(boek.get_sheet_by_name(naam).to_python()) for naam in boek.sheet_names)
        case achter:
            raise AssertionError(f"een document dat niemand leest: {achter}")


@functools.lru_cache(maxsize=1_000)
def bladen_van(inhoud: bytes) -> tuple[str, ...]:
    """What stands on each page of a PDF. Reading one takes longer than making it, and the same one is read again and
    again: by the next test, and as what goes with a message."""
    return tuple(blad.extract_text() for blad in PdfReader(io.BytesIO(inhoud)).pages)


@functools.lru_cache(maxsize=1_000)
def _pdf(inhoud: bytes) -> str:
    lezer = PdfReader(io.BytesIO(inhoud))
    delen = [*bladen_van(inhoud)]
    delen += lees_structuur(inhoud).in_plaats
    delen += [str(waarde) for waarde in (lezer.metadata or {}).values()]
    beschrijving = lezer.xmp_metadata.stream.get_data() if lezer.xmp_metadata else b"<x/>"
    delen.append(html.unescape(_MERKTEKEN.sub("\n", beschrijving.decode())))
    delen += [str(deel.title) for deel in lezer.outline if not isinstance(deel, list)]
    delen += list(lezer.named_destinations)
    delen.append(inhoud.decode("latin-1"))
    return "\n".join(delen)


def _eml(inhoud: bytes) -> str:
    bericht = email.message_from_bytes(inhoud, policy=email.policy.default)
    delen = [inhoud.decode("utf-8")]
    for deel in bericht.walk():
        assert isinstance(deel, EmailMessage)
        delen += [f"{naam}: {waarde}" for naam, waarde in deel.items()]
        naam = deel.get_filename()
        if naam is not None:
            lading = deel.get_payload(decode=True)
            assert isinstance(lading, bytes)
            delen.append(lees_inhoud(naam, lading))
        elif not deel.is_multipart():
            delen.append(str(deel.get_content()))
    return "\n".join(delen)
