"""Check a template of a house before it is used: every field known, every loop closed, and nothing computed.

A template may name a field, go through a list and ask whether a field is filled. Nothing else: no function, no filter,
no other file. After that it is filled in for trial, so that what it makes is a document, whatever is empty or repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

from zvh_desktop.documents.word.blokken import Blokmaker
from zvh_desktop.documents.word.pakket import ETREE, door_word, geweigerd, lees_bomen, lees_pakket
from zvh_desktop.documents.word.veldcodes import NAAMVELDEN, veldcodes
from zvh_desktop.documents.word.velden import Velden, Veldlijst, Veldvorm
from zvh_desktop.documents.word.vullen import SJABLONEN, delen_met_velden, maak_omgeving, open_sjabloon
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.naladen import laad_module

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UITVOER: Final = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_LABEL: Final = re.compile(r"<[^>]*>")
_LANGSTE: Final = 60
_DIEPSTE: Final = 3
_MEEST: Final = 12
"""Findings that are shown; who has more begins with these."""
_MAG_OM_ALINEA: Final = frozenset(
    f"{_W}{naam}" for naam in ("body", "tc", "sdtContent", "hdr", "ftr", "txbxContent", "footnote", "endnote")
)
_SPOOR: Final = re.compile(r"(ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w+Change)")
"""A change that is kept; what says that a paragraph or a cell changed holds who did it, as a text does."""
_LETTERLIJK: Final = re.compile(r"\{%[-+]?\s*(end)?raw\b")


@dataclass(frozen=True, slots=True)
class Sjabloonbevinding:
    """What has to change in a template, with the text beside it as far as there is one."""

    zin: str
    plek: str = ""


_INGEWIKKELD: Final = Sjabloonbevinding("Dit sjabloon is te ingewikkeld om te lezen.")


def keur_sjabloon(inhoud: bytes, velden: Velden) -> tuple[Sjabloonbevinding, ...]:
    """What has to change before this template can be used; nothing when it can. Never raises for what is in it."""
    try:
        delen = lees_pakket(inhoud)
        sporen = tuple(_keur_sporen(delen))
        gevuld = door_word(lambda: dict(delen_met_velden(open_sjabloon(inhoud))))
    except InvoerOngeldig as fout:
        return (Sjabloonbevinding(fout.gebeurd.removesuffix(" Er is niets gewijzigd."), fout.advies),)
    stukken = list(gevuld.values())
    uit = [*sporen, *_keur_elders(delen, gevuld), *(een for xml in stukken for een in _keur_deel(xml, velden))]
    if not uit and not any("{{" in xml for xml in stukken):
        uit.append(Sjabloonbevinding("In dit sjabloon staat geen enkel veld. Zet er bijvoorbeeld {{ titel }} in."))
    return tuple(dict.fromkeys(uit or _proef(stukken, velden)))[:_MEEST]


def _keur_sporen(delen: Mapping[str, bytes]) -> Iterator[Sjabloonbevinding]:
    """What a word processor keeps of who worked on it."""
    for naam, boom in lees_bomen(delen):
        if naam.startswith("word/comments") or naam == "word/people.xml":
            yield Sjabloonbevinding("In het sjabloon staan opmerkingen. Verwijder die, met de namen die erbij staan.")
        elif any(_is_spoor(een) for een in boom.iter(f"{_W}*")):
            yield Sjabloonbevinding("In het sjabloon staan bijgehouden wijzigingen. Accepteer of weiger die eerst.")
        for veld in sorted(veldcodes(boom) & NAAMVELDEN):
            yield Sjabloonbevinding("Een veld van uw tekstverwerker toont wie het sjabloon maakte. Haal het weg.", veld)


def _is_spoor(een: Any) -> bool:
    return een.get(f"{_W}author") is not None or _SPOOR.fullmatch(een.tag.removeprefix(_W)) is not None


def _keur_elders(delen: Mapping[str, bytes], gevuld: Mapping[str, str]) -> Iterator[Sjabloonbevinding]:
    """Fields where none may be: what is filled in there was never looked at, or stays standing."""
    for naam, boom in lees_bomen(delen):
        letters = "".join((*boom.itertext(), "\n", *(waarde for een in boom.iter() for waarde in een.attrib.values())))
        if naam not in gevuld and re.search(r"\{[{%#]", letters):
            yield Sjabloonbevinding(
                "Velden worden alleen ingevuld in de tekst en in de kop en voet van de bladzijde, dus niet in een noot "
                "of een eigenschap. Zet het veld in de tekst zelf."
            )


def _keur_deel(xml: str, velden: Velden) -> Iterator[Sjabloonbevinding]:
    fouten = laad_module(SJABLONEN)
    if "{#" in xml:
        yield Sjabloonbevinding(
            "Tussen {# en #} staat een opmerking. Haal die weg.", _kort(xml[xml.find("{#") :][:200])
        )
        return
    if _LETTERLIJK.search(xml):
        yield Sjabloonbevinding(_GEEN_OPDRACHT, "raw")
        return
    keurder = _Keurder(xml, velden)
    try:
        keurder.blok(maak_omgeving().parse(xml).body, {}, 0)
    except fouten.TemplateSyntaxError as fout:
        yield Sjabloonbevinding(_zin(str(fout.message)), _regel(xml, fout.lineno))
        return
    except (RecursionError, ValueError):
        yield _INGEWIKKELD
        return
    yield from keurder.gevonden
    if not keurder.gevonden:
        yield from _keur_plaats(xml, keurder.gevuld)


_GEEN_OPDRACHT: Final = "Deze opdracht kan niet in een sjabloon. Gebruik for en if."


def _zin(melding: str) -> str:
    """What the parser says, for who made the template in a word processor."""
    if "end of template" in melding or "was looking for" in melding:
        return "Een lus of voorwaarde wordt niet gesloten. Zet er {%p endfor %} of {%p endif %} onder."
    if "endfor" in melding or "endif" in melding or "else" in melding:
        return "Hier wordt een lus of voorwaarde gesloten die niet is begonnen."
    if "unknown tag" in melding:
        return "Deze opdracht bestaat niet. Gebruik for, endfor, if, else en endif."
    return "Wat tussen de accolades staat, is niet te lezen."


def _regel(xml: str, nummer: int | None) -> str:
    regels = xml.split("\n")
    return _kort(regels[min(nummer, len(regels)) - 1]) if nummer else ""


def _kort(xml: str) -> str:
    tekst = " ".join(_LABEL.sub(" ", xml).split())
    return tekst if len(tekst) <= _LANGSTE else f"{tekst[:_LANGSTE].rstrip()}…"


class _Keurder:
    """Goes through a template as it was parsed; ``lussen`` says what the name of a loop stands for there."""

    def __init__(self, xml: str, velden: Velden) -> None:
        self._xml, self._velden = xml, velden
        self.gevonden: list[Sjabloonbevinding] = []
        self.gevuld: list[Veldvorm | Veldlijst | None] = []
        """What each field is that is filled in, in the order in which they stand there."""

    def blok(self, knopen: list[Any], lussen: Mapping[str, Velden], diep: int) -> None:
        """Each node of one body."""
        for knoop in knopen:
            match type(knoop).__name__:
                case "Output":
                    for deel in knoop.nodes:
                        if type(deel).__name__ != "TemplateData":
                            self._veld(deel, lussen)
                case "If":
                    self._voorwaarde(knoop.test, lussen)
                    self.blok([*knoop.body, *knoop.elif_, *knoop.else_], lussen, diep)
                case "For":
                    self._lus(knoop, lussen, diep)
                case _:
                    self._meld(knoop, _GEEN_OPDRACHT)

    def _lus(self, knoop: Any, lussen: Mapping[str, Velden], diep: int) -> None:
        vorm = self._vorm(knoop.iter, lussen)
        if vorm is None:
            return
        eenvoudig = type(knoop.target).__name__ == "Name" and not (knoop.test or knoop.else_ or knoop.recursive)
        if not isinstance(vorm, Veldlijst):
            self._meld(knoop, f"{_schrijf(knoop.iter)} is geen lijst. Een lus gaat door een lijst.")
        elif not eenvoudig or diep >= _DIEPSTE or (lussen and type(knoop.iter).__name__ == "Name"):
            self._meld(knoop, "Deze lus kan niet. Een lus in een lus gaat door een lijst van de buitenste lus.")
        elif knoop.target.name in {*self._velden, *lussen, "loop"}:
            self._meld(knoop, f"{knoop.target.name} is al de naam van iets anders. Kies in deze lus een andere.")
        else:
            self.blok(knoop.body, {**lussen, knoop.target.name: vorm.velden}, diep + 1)

    def _voorwaarde(self, knoop: Any, lussen: Mapping[str, Velden]) -> None:
        match type(knoop).__name__:
            case "Not":
                self._voorwaarde(knoop.node, lussen)
            case "And" | "Or":
                self._voorwaarde(knoop.left, lussen)
                self._voorwaarde(knoop.right, lussen)
            case _:
                self._vorm(knoop, lussen)

    def _veld(self, knoop: Any, lussen: Mapping[str, Velden]) -> None:
        vorm = self._vorm(knoop, lussen)
        self.gevuld.append(vorm)
        if isinstance(vorm, Veldlijst):
            self._meld(knoop, f"{_schrijf(knoop)} is een lijst. Ga er met een lus doorheen.")

    def _vorm(self, knoop: Any, lussen: Mapping[str, Velden]) -> Veldvorm | Veldlijst | None:
        """What this field is; None after it was said that there is no such field."""
        match type(knoop).__name__:
            case "Name":
                bekend: Velden = self._velden
                naam = knoop.name
            case "Getattr" if type(knoop.node).__name__ == "Name" and knoop.node.name in lussen:
                bekend, naam = lussen[knoop.node.name], knoop.attr
            case "Getattr":
                bekend, naam = {}, _schrijf(knoop)
            case _:
                self._meld(knoop, "Tussen de accolades staat meer dan de naam van een veld. Er wordt niets berekend.")
                return None
        if naam in bekend:
            return bekend[naam]
        lijkt = get_close_matches(naam, bekend, n=1)
        advies = f" Bedoelt u {lijkt[0]}?" if lijkt else ""
        self._meld(knoop, f"Het veld {_schrijf(knoop)[:40]} is niet bekend.{advies}")
        return None

    def _meld(self, knoop: Any, zin: str) -> None:
        self.gevonden.append(Sjabloonbevinding(zin, _regel(self._xml, knoop.lineno)))


def _schrijf(knoop: Any) -> str:
    match type(knoop).__name__:
        case "Name":
            return str(knoop.name)
        case "Getattr":
            return f"{_schrijf(knoop.node)}.{knoop.attr}"
    return "…"


def _keur_plaats(xml: str, vormen: list[Veldvorm | Veldlijst | None]) -> Iterator[Sjabloonbevinding]:
    """A text of several paragraphs stands in place of a paragraph, and a line within one."""
    plekken = list(_UITVOER.finditer(xml))
    if len(plekken) != len(vormen):
        yield Sjabloonbevinding("Tussen accolades staat iets dat geen veld is. Haal dat weg.")
        return
    for gevonden, vorm in zip(plekken, vormen, strict=True):
        voor, naam = xml[: gevonden.start()], gevonden[1].strip()
        in_tekst = max(voor.rfind("<w:t>"), voor.rfind("<w:t ")) > voor.rfind("</w:t>")
        if vorm is Veldvorm.TEKST and in_tekst:
            zin = f"{naam} is een tekst van meer alinea's. Schrijf {{{{p {naam} }}}}, in een eigen alinea."
            yield Sjabloonbevinding(zin, _kort(voor[-200:]))
        elif vorm is Veldvorm.REGEL and not in_tekst:
            yield Sjabloonbevinding(f"{naam} is één regel. Schrijf {{{{ {naam} }}}} zonder p, in een alinea.")


def _proef(stukken: list[str], velden: Velden) -> list[Sjabloonbevinding]:
    """Filled in with nothing, with one of everything and with two: each time it has to be a document."""
    etree = laad_module(ETREE)
    try:
        return [een for xml in stukken for een in _proef_deel(xml, velden)]
    except etree.XMLSyntaxError:
        zin = "Een lus of voorwaarde begint en eindigt niet op dezelfde hoogte. Zet begin en einde elk in een "
        return [Sjabloonbevinding(f"{zin}eigen alinea, met {{%p, of elk in een eigen tabelrij, met {{%tr.")]
    except (laad_module(SJABLONEN).TemplateError, RecursionError, SyntaxError):  # too deep for what runs it
        return [_INGEWIKKELD]


def _proef_deel(xml: str, velden: Velden) -> Iterator[Sjabloonbevinding]:
    etree, sjabloon = laad_module(ETREE), maak_omgeving().from_string(xml)
    for hoeveel in (0, 1, 2):
        waarden = _voorbeeld(velden, hoeveel, Blokmaker("00000000", {}))
        yield from _keur_bouw(etree.fromstring(sjabloon.render(waarden).encode()))


def _keur_bouw(boom: Any) -> Iterator[Sjabloonbevinding]:
    for een in boom.iter(f"{_W}p"):
        boven = een.getparent()
        if boven is not None and boven.tag not in _MAG_OM_ALINEA and not str(boven.tag).endswith("}wrapper"):
            yield Sjabloonbevinding(
                "Een veld of lus staat op een plek waar geen alinea kan staan.", _kort(een.text or "")
            )
    for een in boom.iter(f"{_W}tc"):
        if len(een) == 0 or een[-1].tag != f"{_W}p":
            yield Sjabloonbevinding("Een cel van een tabel is soms leeg. Zet er een lege alinea in.")


def _voorbeeld(velden: Velden, hoeveel: int, maker: Blokmaker) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    for naam, vorm in velden.items():
        if isinstance(vorm, Veldlijst):
            uit[naam] = [_voorbeeld(vorm.velden, hoeveel, maker) for _ in range(hoeveel)]
        else:
            tekst = "Voorbeeld" if hoeveel else ""
            uit[naam] = maker(naam, tekst) if vorm is Veldvorm.TEKST else tekst
    return uit


def eis_sjabloon(inhoud: bytes, velden: Velden) -> None:
    """Raises InvoerOngeldig with the first that has to change."""
    bevindingen = keur_sjabloon(inhoud, velden)
    if bevindingen:
        raise geweigerd(bevindingen[0].zin, bevindingen[0].plek)


def sjabloonteksten(inhoud: bytes) -> tuple[str, ...]:
    """Every paragraph of a template in words, to look whether it names somebody. Raises InvoerOngeldig."""
    return tuple(
        "".join(een.text or "" for een in alinea.iter(f"{_W}t"))
        for _, boom in lees_bomen(lees_pakket(inhoud))
        for alinea in boom.iter(f"{_W}p")
    )
