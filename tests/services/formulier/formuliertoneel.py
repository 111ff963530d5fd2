"""A form as a partij sends it back, and the same damaged or made hostile in a thousand ways."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

ANTWOORDEN = {
    "datum": "1-9-2026",
    "contact_naam": "Testpersoon Melder",
    "contact_email": "melder@voorbeeld.invalid",
    "naam_1": "Verzonnen Aangemelde",
    "geboren_1": "5-3-1980",
    "gemeente_1": "Voorbeelddorp",
    "zorgelijke_situatie": "Een verzonnen situatie.\nMet een tweede regel.",
    "verzoek": "Meedenken.",
    "terugkoppeling": "nee",
}


def ingevuld(leeg: bytes, antwoorden: Mapping[str, str] = ANTWOORDEN) -> bytes:
    """Filled in by another program."""
    schrijver = PdfWriter(clone_from=BytesIO(leeg))
    for blad in schrijver.pages:
        eigen = {n: w for n, w in antwoorden.items() if n in _namen(blad)}
        if eigen:
            schrijver.update_page_form_field_values(blad, eigen, auto_regenerate=False)
    uit = BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def _namen(blad: DictionaryObject) -> set[str]:
    return {str(een.get_object().get("/T", "")) for een in blad.get("/Annots", [])}


def vijandig(goed: bytes, aantal: int) -> Iterator[tuple[str, bytes]]:
    """Each with what was done to it, always the same ones."""
    gewoon = (_kapot, _gedraaid, _ingekort, _met_actie, _met_lus, _met_veldwaarde, _rommel)
    soorten = (*gewoon, *gewoon, _kapot, _ingekort, _rommel, _gedraaid, _met_bom)
    for nummer in range(aantal):
        lot = random.Random(nummer)  # noqa: S311 - the same each time, nothing secret
        doe = soorten[nummer % len(soorten)]
        yield f"{nummer} {doe.__name__}", doe(goed, lot)


def _kapot(goed: bytes, lot: random.Random) -> bytes:
    uit = bytearray(goed)
    for _ in range(lot.randrange(1, 60)):
        uit[lot.randrange(len(uit))] = lot.randrange(256)
    return bytes(uit)


def _gedraaid(goed: bytes, lot: random.Random) -> bytes:
    a, b = sorted(lot.randrange(len(goed)) for _ in range(2))
    return goed[:a] + goed[b:] + goed[a:b]


def _ingekort(goed: bytes, lot: random.Random) -> bytes:
    return goed[: lot.randrange(len(goed))]


def _herschreven(goed: bytes, wijzig: DictionaryObject, waar: str) -> bytes:
    schrijver = PdfWriter(clone_from=BytesIO(goed))
    schrijver._root_object[NameObject(waar)] = wijzig
    uit = BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def _met_actie(goed: bytes, lot: random.Random) -> bytes:
    soort = lot.choice(["/JavaScript", "/Launch", "/URI", "/SubmitForm", "/GoToR", "/ImportData"])
    actie = DictionaryObject({NameObject("/S"): NameObject(soort), NameObject("/JS"): TextStringObject("app.alert(1)")})
    plek = lot.choice(["/OpenAction", "/AA", "/Names", "/Iets"])
    inhoud = actie if plek != "/Names" else DictionaryObject({NameObject("/EmbeddedFiles"): actie})
    return _herschreven(goed, inhoud, plek)


def _met_bom(goed: bytes, lot: random.Random) -> bytes:
    stroom = StreamObject()
    stroom.set_data(zlib.compress(b"0" * lot.randrange(40_000_000, 60_000_000), 9))
    stroom[NameObject("/Filter")] = NameObject("/FlateDecode")
    schrijver = PdfWriter(clone_from=BytesIO(goed))
    schrijver._root_object[NameObject("/Iets")] = schrijver._add_object(stroom)
    uit = BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def _met_lus(goed: bytes, lot: random.Random) -> bytes:
    schrijver = PdfWriter(clone_from=BytesIO(goed))
    formulier = schrijver._root_object["/AcroForm"].get_object()
    veld = DictionaryObject({NameObject("/T"): TextStringObject("lus")})
    plek = schrijver._add_object(veld)
    veld[NameObject("/Kids")] = ArrayObject([plek] * lot.randrange(1, 50))
    diep: DictionaryObject = DictionaryObject()
    for _ in range(lot.choice([5, 200])):
        diep = DictionaryObject({NameObject("/Diep"): diep})
    veld[NameObject("/Iets")] = diep
    formulier["/Fields"].append(plek)  # type: ignore[index]
    uit = BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def _met_veldwaarde(goed: bytes, lot: random.Random) -> bytes:
    lezer = PdfReader(BytesIO(goed))
    namen = [str(een.get_object().get("/T")) for een in lezer.trailer["/Root"]["/AcroForm"]["/Fields"]]  # type: ignore[index]
    schrijver = PdfWriter(clone_from=BytesIO(goed))
    for een in schrijver._root_object["/AcroForm"]["/Fields"]:  # type: ignore[index]
        veld = een.get_object()
        if veld.get("/T") == lot.choice(namen) or lot.random() < 0.1:
            veld[NameObject("/V")] = lot.choice(
                [
                    TextStringObject("x" * lot.choice([1, 20_000, 60_000])),
                    TextStringObject("\x00\u202e\u200b{naam.__class__}'; DROP TABLE casus; --"),
                    NumberObject(7),
                    ArrayObject([NumberObject(1)]),
                    NameObject("/Off"),
                    TextStringObject("31-02-2026"),
                ]
            )
    uit = BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def _rommel(goed: bytes, lot: random.Random) -> bytes:
    begin = lot.choice([b"", b"%PDF-1.4\n", b"PK\x03\x04", goed[:200]])
    return begin + lot.randbytes(lot.randrange(0, 4000))
