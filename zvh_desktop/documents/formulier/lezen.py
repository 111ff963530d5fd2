"""Reads what was typed in a form that came back. The file is a stranger: it is only looked at, within limits.

Nothing in it is run, opened or followed. A file that can do more than hold answers is refused, also where a viewer put
that in by itself, and so is what is too large, too deep, or asks too much work. That is counted in steps and not in
seconds: a good form is read on a computer that stands still as well, and of a bad one everybody hears the same.
Only the fields are read, never a page.
"""

from __future__ import annotations

import logging
import re
import sys
import zlib
from collections.abc import Iterator
from io import BytesIO
from types import FrameType
from typing import Any, Final, Self

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, IndirectObject, NameObject, TextStringObject

from zvh_desktop.documents.formulier.vragen import MEESTE_BYTES
from zvh_desktop.errors import FormulierGeweigerd

MEESTE_UITGEPAKT: Final = 32 * 1024 * 1024
MEESTE_PAGINAS: Final = 40
MEESTE_VELDEN: Final = 500
MEESTE_DELEN: Final = 20_000
MEESTE_TEKENS: Final = 200_000
MEESTE_STAPPEN: Final = 10_000_000
"""Calls of a function and returns from one. The form of a house takes some hundred thousands; this takes seconds."""
_DIEP: Final = 32

_VERBODEN: Final = {
    "/JavaScript": "een script",
    "/JS": "een script",
    "/XFA": "een ander soort formulier (XFA)",
    "/EmbeddedFiles": "een ingesloten bestand",
    "/EmbeddedFile": "een ingesloten bestand",
    "/RichMedia": "beeld of geluid",
    "/Launch": "een opdracht om een programma te starten",
    "/SubmitForm": "een opdracht om gegevens te versturen",
    "/ImportData": "een opdracht om gegevens in te lezen",
    "/URI": "een verwijzing naar een website",
    "/GoToR": "een verwijzing naar een ander bestand",
    "/GoToE": "een verwijzing naar een ander bestand",
    "/AA": "een opdracht die vanzelf wordt uitgevoerd",
}
"""What a form of a house never holds, as a key or as the kind of an action."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
"""What it says of a damaged file quotes the file."""


class TeVeelWerk(BaseException):
    """Not an Exception: the library catches those to try something else."""


def lees_formulier(inhoud: bytes) -> dict[str, str]:
    """What was typed, by the name of the field. Raises FormulierGeweigerd with what is wrong and what can be done."""
    if len(inhoud) > MEESTE_BYTES:
        raise _weiger("Dit bestand is te groot voor een ingevuld formulier.")
    if b"%PDF-" not in inhoud[:1024]:
        raise _weiger("Dit is geen PDF.", "Kies het ingevulde formulier zelf, niet het bericht waar het bij zat.")
    _eis_klein_uitgepakt(inhoud)
    try:
        with Stappenteller(MEESTE_STAPPEN):
            return _lees(inhoud)
    except TeVeelWerk:
        raise _weiger("Het lezen van dit bestand kost te veel werk.") from None
    except FormulierGeweigerd:
        raise
    except Exception:  # noqa: BLE001 - a damaged file may make the library fail in any way; its text quotes the file
        raise _weiger("Dit bestand is beschadigd of geen gewoon PDF-formulier.") from None


class Stappenteller:
    """Stops the thread that reads once it did so many steps: a step is a call of a function, or the return from one."""

    def __init__(self, hoogstens: int) -> None:
        self.over = hoogstens
        self._eerder: Any = None

    def __enter__(self) -> Self:
        self._eerder = sys.getprofile()
        sys.setprofile(self._kijk)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(self._eerder)

    def _kijk(self, _frame: FrameType, _wat: str, _arg: object) -> None:
        self.over -= 1
        if self.over < 0:
            raise TeVeelWerk


def _eis_klein_uitgepakt(inhoud: bytes) -> None:
    """Before anything is unpacked: every packed piece together is of a size that a form can have."""
    over = MEESTE_UITGEPAKT
    for begin in re.finditer(rb"stream\r?\n", inhoud):
        uitpakker = zlib.decompressobj()
        try:
            stuk = uitpakker.decompress(inhoud[begin.end() : begin.end() + MEESTE_BYTES], over)
        except zlib.error:
            continue
        over -= len(stuk)
        if over <= 0:
            raise _weiger("Dit bestand wordt bij het openen veel te groot.")


def _lees(inhoud: bytes) -> dict[str, str]:
    lezer = PdfReader(BytesIO(inhoud), strict=False)
    if lezer.is_encrypted:
        raise _weiger("Dit bestand is versleuteld.", "Vraag het formulier zonder wachtwoord.")
    wortel = lezer.trailer["/Root"].get_object()
    if not isinstance(wortel, DictionaryObject):
        raise _weiger("Dit bestand is beschadigd of geen gewoon PDF-formulier.")
    _eis_onschuldig(wortel)
    formulier = _als(wortel.get("/AcroForm"), DictionaryObject)
    if formulier is None:
        raise _weiger("In dit bestand staan geen invulvelden.", "Is het afgedrukt of gescand, typ het dan over.")
    waarden: dict[str, str] = {}
    for naam, waarde in _velden(formulier):
        if naam in waarden and waarden[naam] != waarde:
            raise _weiger("In dit bestand staat een veld twee keer, met een ander antwoord.")
        waarden[naam] = waarde
        if len(waarden) > MEESTE_VELDEN or sum(map(len, waarden.values())) > MEESTE_TEKENS:
            raise _weiger("Dit bestand bevat meer dan een formulier kan bevatten.")
    return waarden


def _eis_onschuldig(wortel: DictionaryObject) -> None:
    """Go through all that the document holds, and find nothing that a form does not need."""
    gezien: set[tuple[int, int]] = set()
    te_doen: list[tuple[Any, int]] = [(wortel, 0)]
    delen = paginas = 0
    while te_doen:
        ding, diep = te_doen.pop()
        if isinstance(ding, IndirectObject):
            plek = (ding.idnum, ding.generation)
            if plek in gezien:
                continue
            gezien.add(plek)
            ding, diep = ding.get_object(), 0
        delen += 1
        if delen > MEESTE_DELEN or diep > _DIEP:
            raise _weiger("Dit bestand bevat meer dan een formulier kan bevatten.")
        if isinstance(ding, DictionaryObject):
            for sleutel, waarde in dict.items(ding):
                _eis_niet_verboden(str(sleutel))
                if sleutel in {"/S", "/Type", "/Subtype", "/FT"} and isinstance(waarde, NameObject):
                    _eis_niet_verboden(str(waarde))
                te_doen.append((waarde, diep + 1))
            paginas += dict.get(ding, "/Type") == "/Page"
            if paginas > MEESTE_PAGINAS:
                raise _weiger("Dit bestand heeft te veel bladzijden voor een formulier.")
        elif isinstance(ding, ArrayObject):
            te_doen.extend((waarde, diep + 1) for waarde in list.__iter__(ding))


def _eis_niet_verboden(naam: str) -> None:
    wat = _VERBODEN.get(naam)
    if wat:
        raise _weiger(
            f"In dit bestand zit {wat}. Zo'n bestand wordt niet gelezen.",
            "Vraag de partij het formulier te gebruiken dat u stuurde.",
        )


def _velden(formulier: DictionaryObject) -> Iterator[tuple[str, str]]:
    """Each field with its full name and what was filled in; a branch that comes back to itself is left."""
    gezien: set[int] = set()
    te_doen = [(deel, "", 0) for deel in _rij(formulier.get("/Fields"))]
    while te_doen:
        deel, boven, diep = te_doen.pop()
        veld = _als(deel, DictionaryObject)
        if veld is None or id(veld) in gezien or diep > _DIEP:
            continue
        gezien.add(id(veld))
        if len(gezien) > 4 * MEESTE_VELDEN:
            raise _weiger("Dit bestand bevat meer dan een formulier kan bevatten.")
        eigen = _tekst(veld.get("/T"))
        naam = ".".join(een for een in (boven, eigen) if een)
        te_doen.extend((kind, naam, diep + 1) for kind in _rij(veld.get("/Kids")))
        if "/V" in veld and naam:
            yield naam[:200], _tekst(veld.get("/V"))


def _tekst(waarde: Any) -> str:
    """A text as it was typed, or a name that was chosen; anything else is no answer."""
    ding = waarde.get_object() if isinstance(waarde, IndirectObject) else waarde
    if isinstance(ding, TextStringObject):
        return str(ding)
    if isinstance(ding, ByteStringObject):
        return bytes(ding).decode("latin-1")
    return str(ding).removeprefix("/") if isinstance(ding, NameObject) else ""


def _rij(waarde: Any) -> list[Any]:
    rij = _als(waarde, ArrayObject)
    return list(list.__iter__(rij)) if rij is not None else []


def _als(waarde: Any, soort: type[Any]) -> Any:
    ding = waarde.get_object() if isinstance(waarde, IndirectObject) else waarde
    return ding if isinstance(ding, soort) else None


def _weiger(wat: str, advies: str = "Vraag de partij om het formulier opnieuw te sturen.") -> FormulierGeweigerd:
    return FormulierGeweigerd(f"{wat} Er is niets ingelezen.", veilig="Er is niets gewijzigd.", advies=advies)
