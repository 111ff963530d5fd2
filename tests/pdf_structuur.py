"""A PDF as a screen reader takes it: what it reads, in which order, and what is wrong with that.

Written against ISO 14289-1 (PDF/UA-1) and ISO 19005-2 level A (PDF/A-2a), as far as those can be judged from the file.
It shares nothing with the code that makes the documents.
"""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject, NullObject

TEKENT = frozenset(
    {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh", "BI", "INLINE IMAGE"}
)
_BFCHAR = re.compile(r"<([0-9A-Fa-f]{2})> <((?:[0-9A-Fa-f]{4})+)>")
KINDEREN = {
    "/Table": {"/THead", "/TBody", "/TR"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TR": {"/TH", "/TD"},
    "/L": {"/LI"},
    "/LI": {"/Lbl", "/LBody"},
}


@dataclass
class Blad:
    """One page: the text of each stretch, in the order in which it is drawn."""

    teksten: dict[int, str] = field(default_factory=dict)
    fouten: list[str] = field(default_factory=list)
    in_plaats: list[str] = field(default_factory=list)


@dataclass
class Structuur:
    """What was found. ``regels`` is what is read aloud: the type of each element that has text, and the text.

    ``in_plaats`` is what is read instead of what is drawn there.
    """

    fouten: list[str]
    regels: list[tuple[str, str]]
    in_plaats: list[str]

    @property
    def tekst(self) -> str:
        """All that is read, element after element."""
        return "\n".join(tekst for _soort, tekst in self.regels)


@functools.lru_cache(maxsize=1_000)
def lees_structuur(inhoud: bytes) -> Structuur:
    """Read a document along its tree."""
    lezer = PdfReader(io.BytesIO(inhoud))
    return _Lezing(lezer).lees()


def _letters(bron: Any) -> dict[int, str]:
    kaart = bron["/ToUnicode"].get_object().get_data().decode("latin-1")
    return {int(code, 16): bytes.fromhex(uit).decode("utf-16-be") for code, uit in _BFCHAR.findall(kaart)}


class _Bladlezing:
    """Follows what is drawn on one page, and to which mark it belongs."""

    def __init__(self, lezer: PdfReader, blad: PageObject, nummer: int) -> None:
        self.uit = Blad()
        self._nummer = nummer
        self._letters: dict[str, dict[int, str]] = {}
        self._stapel: list[tuple[str, int | None, str | None]] = []
        self._nu = ""
        for naam, bron in blad["/Resources"]["/Font"].items():  # type: ignore[index]
            lettertype = bron.get_object()
            if "/ToUnicode" in lettertype and "/FontFile2" in lettertype["/FontDescriptor"]:
                self._letters[naam] = _letters(lettertype)
            else:
                self._fout(f"{lettertype['/BaseFont']} zit niet in het bestand")
        for waarden, teken in ContentStream(blad.get_contents(), lezer).operations:
            self._volg(teken.decode(), waarden)
        if self._stapel:
            self._fout(f"{self._stapel[-1][0]} blijft open")

    def _fout(self, tekst: str) -> None:
        self.uit.fouten.append(f"blad {self._nummer}: {tekst}")

    def _volg(self, doe: str, waarden: Any) -> None:
        if doe in ("BDC", "BMC"):
            self._open(str(waarden[0]), waarden[1] if doe == "BDC" else {})
        elif doe == "EMC":
            anders = self._stapel.pop()[2]
            if anders is not None:
                self.uit.in_plaats.append(str(anders))
                self._zeg(str(anders))
        elif doe == "Tf":
            self._nu = str(waarden[0])
        elif doe in TEKENT and not self._stapel:
            self._fout(f"{doe} is niet gemerkt")
        elif doe == "Tj" and self._stapel[-1][2] is None:
            self._zeg(self._tekst(waarden[0]))

    def _open(self, soort: str, eigenschappen: Any) -> None:
        if self._stapel and soort != "/Span":
            self._fout(f"{soort} binnen {self._stapel[-1][0]}")
        merk = eigenschappen.get("/MCID")
        if merk is not None:
            self.uit.teksten[int(merk)] = ""
        self._stapel.append((soort, merk, eigenschappen.get("/ActualText")))

    def _tekst(self, ruw: Any) -> str:
        codes = ruw if isinstance(ruw, bytes) else ruw.original_bytes
        tekst = "".join(self._letters[self._nu].get(code, "\0") for code in codes)
        if "\0" in tekst:
            self._fout("een teken dat niets betekent")
        return tekst

    def _zeg(self, tekst: str) -> None:
        merk = next((merk for _soort, merk, _anders in reversed(self._stapel) if merk is not None), None)
        if merk is not None:
            self.uit.teksten[int(merk)] += tekst


class _Lezing:
    def __init__(self, lezer: PdfReader) -> None:
        self._lezer = lezer
        self._wortel: Any = lezer.root_object
        self._formulier = "/AcroForm" in self._wortel
        self._bladen = [_Bladlezing(lezer, blad, nummer).uit for nummer, blad in enumerate(lezer.pages)]
        self._nummer = {
            blad.indirect_reference.idnum: nr for nr, blad in enumerate(lezer.pages) if blad.indirect_reference
        }
        self._gehad: list[tuple[int, int]] = []
        self._eigenaar: dict[tuple[int, int], int] = {}
        self._niveau = 0
        self._woorden: list[str] = []
        self.fouten = [
            fout
            for blad in self._bladen
            for fout in blad.fouten
            if not (self._formulier and "zit niet in het bestand" in fout)
        ]
        self.regels: list[tuple[str, str]] = []

    def lees(self) -> Structuur:
        self._lees_kenmerken()
        boom = self._wortel["/StructTreeRoot"]
        self._loop(boom["/K"], boom.indirect_reference)
        self._vergelijk(boom["/ParentTree"]["/Nums"])
        gezegd = [tekst for blad in self._bladen for tekst in blad.in_plaats]
        return Structuur(self.fouten, self.regels, [*gezegd, *self._woorden])

    def _fout(self, tekst: str) -> None:
        self.fouten.append(tekst)

    def _lees_kenmerken(self) -> None:
        wortel = self._wortel
        gegevens: Any = self._lezer.metadata or {}
        xmp = wortel["/Metadata"].get_object().get_data().decode()
        eisen = {
            "gemerkt": bool(wortel["/MarkInfo"]["/Marked"].value),
            "taal": wortel["/Lang"] == "nl-NL",
            "titel in de balk": bool(wortel["/ViewerPreferences"]["/DisplayDocTitle"].value),
            "titel": bool(gegevens.get("/Title")) and f">{gegevens['/Title']}<" in xmp.replace("&amp;", "&"),
            "dag": f"{gegevens['/CreationDate'][2:6]}-{gegevens['/CreationDate'][6:8]}" in xmp,
            "kleuren": "/DestOutputProfile" in wortel["/OutputIntents"][0],
            "norm gezegd waar hij geldt": ("pdfuaid:part>1" in xmp and "conformance>A" in xmp) is not self._formulier,
            "geen script": "/JavaScript" not in str(wortel) and "/OpenAction" not in wortel,
        }
        for naam, goed in eisen.items():
            if not goed:
                self._fout(f"bestand: {naam} ontbreekt")
        for nummer, blad in enumerate(self._lezer.pages):
            if blad.get("/StructParents") != nummer or blad.get("/Tabs") != "/S":
                self._fout(f"blad {nummer}: hangt niet aan de boom")

    def _kinderen(self, knoop: DictionaryObject) -> Iterator[Any]:
        wat = knoop.get("/K")
        if wat is None:
            return
        wat = wat.get_object()
        for een in wat if isinstance(wat, ArrayObject) else [wat]:
            yield een.get_object() if isinstance(een, IndirectObject) else een

    def _loop(self, ruw: Any, ouder: Any) -> None:
        knoop = ruw.get_object()
        soort = str(knoop["/S"])
        if knoop.raw_get("/P").idnum != ouder.idnum:
            self._fout(f"{soort}: verkeerde ouder")
        self._keur(knoop, soort)
        self._woorden += [str(knoop["/Alt"])] if "/Alt" in knoop else []
        eigen = ""
        for kind in self._kinderen(knoop):
            if isinstance(kind, DictionaryObject) and kind.get("/Type") == "/OBJR":
                self._keur_veld(kind)
            elif isinstance(kind, DictionaryObject) and kind.get("/Type") != "/MCR":
                if str(kind["/S"]) not in KINDEREN.get(soort, {str(kind["/S"])}):
                    self._fout(f"{kind['/S']} in {soort}")
                self._loop(kind, knoop.indirect_reference)
            else:
                los = not isinstance(kind, DictionaryObject)
                blad = self._nummer[(knoop if los else kind).raw_get("/Pg").idnum]
                merk = (blad, int(kind if los else kind["/MCID"]))
                self._gehad.append(merk)
                self._eigenaar[merk] = knoop.indirect_reference.idnum
                eigen += self._bladen[blad].teksten.get(merk[1], "\0")
        tekst = " ".join((str(knoop.get("/Alt", "")) or eigen).split())
        if tekst:
            self.regels.append((soort[1:], tekst))

    def _keur(self, knoop: Any, soort: str) -> None:
        if re.fullmatch(r"/H\d", soort):
            niveau = int(soort[2:])
            if niveau > self._niveau + 1:
                self._fout(f"kop van {self._niveau} naar {niveau}")
            self._niveau = niveau
        if soort == "/TH" and "/Scope" not in knoop["/A"]:
            self._fout("kopcel zonder richting")
        if soort in ("/Figure", "/Form") and not knoop.get("/Alt"):
            self._fout(f"{soort} zonder woorden")
        if soort == "/Table":
            rijen = [sum(1 for _cel in self._kinderen(rij)) for rij in self._rijen(knoop)]
            if len(set(rijen)) > 1:
                self._fout(f"tabel met rijen van {sorted(set(rijen))} cellen")
        if soort not in ("/TD", "/TH") and knoop.get("/K") is None:
            self._fout(f"{soort} is leeg")

    def _keur_veld(self, kind: Any) -> None:
        veld = kind["/Obj"].get_object()
        if "/StructParent" not in veld or not veld.get("/TU"):
            self._fout("veld zonder naam of plaats")

    def _rijen(self, knoop: Any) -> Iterator[Any]:
        for kind in self._kinderen(knoop):
            if kind["/S"] == "/TR":
                yield kind
            else:
                yield from self._rijen(kind)

    def _vergelijk(self, nummers: ArrayObject) -> None:
        ouders = {int(nummers[plek]): nummers[plek + 1].get_object() for plek in range(0, len(nummers), 2)}
        for nummer, blad in enumerate(self._bladen):
            rij = ouders.get(nummer, NullObject())
            namen = [een.idnum for een in rij] if isinstance(rij, ArrayObject) else []
            if sorted(blad.teksten) != list(range(len(namen))):
                self._fout(f"blad {nummer}: {len(blad.teksten)} stukken, {len(namen)} ouders")
            for merk, naam in enumerate(namen):
                if self._eigenaar.get((nummer, merk)) != naam:
                    self._fout(f"blad {nummer}: stuk {merk} wordt niet gelezen")
        if self._gehad != sorted(self._gehad):
            self._fout("de leesvolgorde is niet die van het blad")
