"""A DOCX that came from outside, looked at before any library opens it: how large it is, and what it could start.

A DOCX is a zip file with XML in it. Refused is whatever runs by itself, reaches outside the file, or is another file in
this one, and XML with a document type: in that something can be defined that grows, or that is read from elsewhere.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any, Final, TypeVar
from urllib.parse import unquote

from zvh_desktop.documents.word.veldcodes import ONVEILIG, veldcodes
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.naladen import laad_module

T = TypeVar("T")
_OPC_FOUTEN: Final = "docx.opc.exceptions"
_WORD_FOUTEN: Final = "docx.exceptions"
ETREE: Final = "lxml.etree"
MEESTE_BYTES: Final = 5 * 1024 * 1024
_MEESTE_UITGEPAKT: Final = 40 * 1024 * 1024
_MEESTE_XML: Final = 12 * 1024 * 1024
"""Of one part; the verslag of a long day has a tenth of it."""
_MEESTE_DELEN: Final = 400
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT: Final = "word/document.xml"
_MACRO: Final = re.compile(r"(vbaproject|vbadata|activex|macroenabled|customui|userform|keymapcustomizations)", re.I)
_INGESLOTEN: Final = re.compile(r"(^|/)embeddings/|(^|/)(afchunk|oleobject)|\.(exe|html?|mht|rtf)$", re.I)
_BEELD: Final = re.compile(r"\.(png|jpe?g|gif)$", re.I)
_SJABLOON: Final = "attachedTemplate"
_SOORTEN: Final = "[Content_Types].xml"
_HOOFDSOORT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_GEEN_XML: Final = frozenset(("image", "font", "printerSettings", "thumbnail"))
"""Kinds of relations whose part may be something else than XML."""
_ADVIES: Final = "Sla het in uw tekstverwerker opnieuw op als Word-document (DOCX) en kies dat bestand."


def lees_pakket(inhoud: bytes) -> dict[str, bytes]:
    """The parts of this DOCX by their name. Raises InvoerOngeldig when it is none, or too large, or hostile."""
    if len(inhoud) > MEESTE_BYTES:
        raise geweigerd(f"Dit bestand is te groot: er past {MEESTE_BYTES // 1024 // 1024} MB in.")
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as pak:
            delen = _pak_uit(pak)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as fout:
        raise geweigerd("Dit bestand is beschadigd of is geen Word-document.") from fout
    if _DOCUMENT not in delen or _SOORTEN not in delen:
        raise geweigerd("Dit bestand is geen Word-document.")
    _eis_veilig(delen)
    return delen


def door_word(doe: Callable[[], T]) -> T:
    """What the library makes of a package. Raises InvoerOngeldig when its parts do not belong together."""
    opc, eigen = laad_module(_OPC_FOUTEN).OpcError, laad_module(_WORD_FOUTEN).PythonDocxError
    try:
        return doe()
    # What lxml cannot read is a SyntaxError.
    except (LookupError, ValueError, AttributeError, TypeError, SyntaxError, RecursionError, opc, eigen) as fout:
        raise geweigerd("Dit bestand is niet opgebouwd zoals een Word-document.") from fout


def _pak_uit(pak: zipfile.ZipFile) -> dict[str, bytes]:
    lijst = pak.infolist()
    if len(lijst) > _MEESTE_DELEN or sum(een.file_size for een in lijst) > _MEESTE_UITGEPAKT:
        raise geweigerd("Dit bestand wordt bij het uitpakken te groot om een document te zijn.")
    delen: dict[str, bytes] = {}
    namen: set[str] = set()
    for een in lijst:
        if een.is_dir():
            continue
        if een.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise geweigerd("Dit bestand is niet opgebouwd zoals een Word-document.")
        if een.flag_bits & 1:
            raise geweigerd("Op dit bestand zit een wachtwoord.")
        naam = een.filename.lower()  # word processors make no difference
        if naam in namen or ".." in naam or "\\" in naam or naam.startswith("/"):
            raise geweigerd("Dit bestand is niet opgebouwd zoals een Word-document.")
        namen.add(naam)
        delen[een.filename] = pak.read(een)
    return delen


def _eis_veilig(delen: Mapping[str, bytes]) -> None:
    soorten = soorten_van(delen)
    for naam in delen:
        if _MACRO.search(naam) or _MACRO.search(soorten[naam]):
            raise geweigerd("In dit bestand staat een macro of iets anders dat vanzelf start.", _ZONDER_MACRO)
        if _INGESLOTEN.search(naam):
            raise geweigerd("In dit bestand zit een ander bestand.", "Haal het eruit en sla het document opnieuw op.")
        if naam.lower().startswith("word/media/") and not _BEELD.search(naam):
            raise geweigerd("In dit bestand staat een beeld dat geen PNG, JPEG of GIF is.", "Vervang dat beeld.")
    bomen = dict(lees_bomen(delen))
    for boom in bomen.values():
        _eis_binnen(boom)
    if soorten[_DOCUMENT] != _HOOFDSOORT or _doelen(bomen, "_rels/.rels", "officeDocument") != [_DOCUMENT]:
        raise geweigerd("Dit bestand is niet opgebouwd zoals een Word-document.")
    _eis_gelezen(delen, bomen)


_ZONDER_MACRO: Final = "Sla het op als gewoon Word-document (DOCX), zonder macro's."


def soorten_van(delen: Mapping[str, bytes]) -> Mapping[str, str]:
    """What each part says it is, "" when nothing does. Raises InvoerOngeldig."""
    per_naam: dict[str, str] = {}
    per_einde: dict[str, str] = {}
    for een in _boom(delen[_SOORTEN]).iter("{*}Override", "{*}Default"):
        soort = een.get("ContentType", "")
        if een.get("PartName"):
            per_naam[een.get("PartName").lstrip("/").lower()] = soort
        if een.get("Extension"):
            per_einde[een.get("Extension").lower()] = soort
        if _MACRO.search(soort):
            raise geweigerd("In dit bestand staat een macro of iets anders dat vanzelf start.", _ZONDER_MACRO)
    return {
        naam: per_naam.get(naam.lower()) or per_einde.get(posixpath.splitext(naam)[1][1:].lower(), "") for naam in delen
    }


def lees_bomen(delen: Mapping[str, bytes]) -> Iterator[tuple[str, Any]]:
    """Each part with XML, read without anything from elsewhere. Raises InvoerOngeldig."""
    soorten = soorten_van(delen)
    for naam, inhoud in delen.items():
        if naam.lower().endswith((".xml", ".rels", ".vml")) or soorten[naam].lower().endswith("xml"):
            yield naam, _boom(inhoud)


def _boom(inhoud: bytes) -> Any:
    etree = laad_module(ETREE)
    if len(inhoud) > _MEESTE_XML:
        raise geweigerd("Dit bestand is te groot om een document te zijn.")
    lezer = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        boom = etree.fromstring(inhoud, lezer)
    except etree.XMLSyntaxError as fout:
        raise geweigerd("Dit bestand is beschadigd.") from fout
    if boom.getroottree().docinfo.internalDTD is not None:
        raise geweigerd("Dit bestand is niet opgebouwd zoals een Word-document.")
    return boom


def _doelen(bomen: Mapping[str, Any], naam: str, soort: str) -> list[str]:
    """Where the relations of this kind point to, whatever is there."""
    relaties = bomen[naam].iter("{*}Relationship") if naam in bomen else ()
    return [_doel(naam, een) for een in relaties if _laatste(een) == soort]


def _doel(relaties: str, relatie: Any) -> str:
    map_ = posixpath.dirname(posixpath.dirname(relaties))
    return posixpath.normpath(posixpath.join("/", map_, relatie.get("Target", ""))).lstrip("/")


def _laatste(relatie: Any) -> str:
    return str(relatie.get("Type", "")).rpartition("/")[2]


def _eis_gelezen(delen: Mapping[str, bytes], bomen: Mapping[str, Any]) -> None:
    """What a relation calls a part with text was read as one above, whatever its name or kind says."""
    ongelezen = {naam.lower() for naam in delen if naam not in bomen}
    for naam, boom in bomen.items():
        for een in boom.iter("{*}Relationship"):
            if een.get("TargetMode", "").lower() == "external":
                continue
            doel = _doel(naam, een).lower()
            if _laatste(een) not in _GEEN_XML and ongelezen & {doel, unquote(doel)}:
                raise geweigerd("Dit bestand is niet opgebouwd zoals een Word-document.")


def _eis_binnen(boom: Any) -> None:
    """Nothing in it reaches outside the file. A link to a page stays what it is: it is only followed by who clicks."""
    for een in boom.iter():
        if not isinstance(een.tag, str):
            continue
        if een.get("TargetMode", "").lower() == "external" and not een.get("Type", "").endswith("/hyperlink"):
            wat = "een sjabloon" if een.get("Type", "").endswith(_SJABLOON) else "een beeld of een bestand"
            raise geweigerd(f"Dit bestand haalt {wat} van een andere plek.", "Zet het in het document zelf.")
        if een.tag == f"{_W}altChunk":
            raise geweigerd("In dit bestand zit een ander bestand.", "Haal het eruit en sla het document opnieuw op.")
    if ONVEILIG in veldcodes(boom):
        raise geweigerd(
            "In dit bestand staat een veld dat een ander bestand of programma kan openen.",
            "Haal dat veld weg en sla het document opnieuw op.",
        )


def pak_in(delen: Mapping[str, bytes]) -> bytes:
    """One file of these parts; the same parts are the same bytes, whenever it is made."""
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pak:
        for naam in sorted(delen, key=_volgorde):
            een = zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0))
            een.compress_type = zipfile.ZIP_DEFLATED
            een.create_system = 0
            pak.writestr(een, delen[naam])
    return uit.getvalue()


def _volgorde(naam: str) -> tuple[bool, str]:
    """What says what the parts are comes first, as word processors write it."""
    return naam != _SOORTEN, naam


def geweigerd(zin: str, advies: str = _ADVIES) -> InvoerOngeldig:
    """A refusal: nothing was changed."""
    return InvoerOngeldig("bestand", f"{zin} Er is niets gewijzigd.", advies=advies)
