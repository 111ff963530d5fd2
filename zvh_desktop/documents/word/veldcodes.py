"""The fields of a word processor in a document (PAGE, HYPERLINK): what each is called, however it was cut in pieces.

Only fields that are known to show something of the document itself are let through. A list of those that open a file
or a program would have to name every one of them, of each word processor.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAAMVELDEN: Final = frozenset(
    [
        "AUTHOR",
        "LASTSAVEDBY",
        "USERNAME",
        "USERINITIALS",
        "USERADDRESS",
        "FILENAME",
        "TEMPLATE",
        "COMMENTS",
        "DOCPROPERTY",
    ]
)
"""They show who made a document, on what computer; what they showed last stays as text."""
_VEILIG: Final = NAAMVELDEN | frozenset(
    [
        "PAGE",
        "NUMPAGES",
        "SECTION",
        "SECTIONPAGES",
        "PAGEREF",
        "HYPERLINK",
        "REF",
        "NOTEREF",
        "STYLEREF",
        "TOC",
        "TC",
        "TOA",
        "TA",
        "XE",
        "INDEX",
        "SEQ",
        "LISTNUM",
        "AUTONUM",
        "AUTONUMLGL",
        "AUTONUMOUT",
        "DATE",
        "TIME",
        "CREATEDATE",
        "SAVEDATE",
        "PRINTDATE",
        "EDITTIME",
        "TITLE",
        "SUBJECT",
        "KEYWORDS",
        "NUMWORDS",
        "NUMCHARS",
        "FILESIZE",
        "REVNUM",
        "SYMBOL",
        "EQ",
        "ADVANCE",
        "BIDIOUTLINE",
        "FORMTEXT",
        "FORMCHECKBOX",
        "FORMDROPDOWN",
        "MERGEFIELD",
        "IF",
        "CITATION",
        "BIBLIOGRAPHY",
    ]
)
ONVEILIG: Final = "?"
"""In place of the name of a field that may open something, or whose name is made by another field."""


class _Veld:
    """One field that was begun; ``code`` is None once its result began."""

    def __init__(self) -> None:
        self.code: str | None = ""
        self.gemaakt = False
        """Whether its name is what another field shows."""


def veldcodes(boom: Any) -> frozenset[str]:
    """What the fields in this part are called, in capitals."""
    return frozenset(_namen(boom))


def _namen(boom: Any) -> Iterator[str]:
    velden: list[_Veld] = []
    for een in boom.iter(f"{_W}fldChar", f"{_W}instrText", f"{_W}delInstrText", f"{_W}t", f"{_W}fldSimple"):
        boven = velden[-1] if velden else None
        match een.tag.removeprefix(_W), een.get(f"{_W}fldCharType", ""):
            case "fldSimple", _:
                yield _naam(een.get(f"{_W}instr", ""))
            case "fldChar", "begin":
                if boven is not None and boven.code is not None and not boven.code.strip():
                    boven.gemaakt = True
                velden.append(_Veld())
            case "fldChar", soort if boven is not None:
                yield from _van(boven)
                boven.code = None
                if soort == "end":
                    velden.pop()
            case "t", _:
                if boven is not None and boven.code is not None:
                    boven.code += een.text or ""
            case "instrText" | "delInstrText", _:
                if boven is not None and boven.code is not None:
                    boven.code += een.text or ""
                elif (een.text or "").strip():
                    yield _naam(een.text)
    for veld in velden:
        yield from _van(veld)


def _van(veld: _Veld) -> Iterator[str]:
    if veld.gemaakt:
        yield ONVEILIG
    elif veld.code is not None and veld.code.strip():
        yield _naam(veld.code)


def _naam(code: str) -> str:
    """The first word: what follows it (a page on the web called 'import', a bookmark) does nothing by itself."""
    woorden = code.split()
    eerste = woorden[0].upper() if woorden else ""
    return eerste if not eerste or eerste in _VEILIG or eerste.startswith("=") else ONVEILIG
