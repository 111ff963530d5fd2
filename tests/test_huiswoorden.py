"""What the user reads is said in the words of the house: no literal in the code holds a word of one house."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from zvh_desktop.models.profiel.bronnen import laad_meegeleverd, meegeleverde_profielen
from zvh_desktop.models.profiel.termen import Termen

PAKKET = Path(__file__).parents[1] / "zvh_desktop"
LAGEN = ("ui", "documents", "services", "opdrachtregel")

WOORDEN = (
    "casusregisseur",
    "casusregie",
    "procesregisseur",
    "procesregie",
    "administratief medewerker",
    "aanmelder",
    "aanmelding",
    "plan van aanpak",
    "privacyprotocol",
    "ondersteunend personeel",
    "convenantpartij",
    "afschaling",
    "afschalen",
    "afgeschaald",
    "opschaling",
    "opschalen",
    "opgeschaald",
    "casuscoördinator",
    "casuscoordinator",
    "informatiecoördinator",
    "informatiecentrum",
    "triage",
    "weeg",
    "intake",
    "screening",
    "tafel",
    "casustafel",
    "casusoverleg",
    "procesoverleg",
    "ronde tafel",
    "rto",
    "mdo",
    "multidisciplinair overleg",
    "partneroverleg",
    "expertgroep",
    "voorbereidingsgroep",
    "stuurgroep",
    "wijkmarshall",
    "veiligheidskamer",
    "haaglanden",
    "twente",
    "limburg",
    "delft",
    "gcos",
    "vis2",
    "amazone",
)
"""Words by which one house differs from another; each has a place in the profile."""

NEUTRAAL = (
    "Casustafel",  # the name of the application, with a capital and never in the plural
    "aan tafel",
    "Aan tafel",
    "van tafel",
    "Van tafel",
    "rond de tafel",
    "casustafel.invalid",
    "=_casustafel_concept",
)
"""Everyday Dutch, and the name of the application itself."""

ALLEDAAGS = ("manager",)
"""Terms of the landelijk model that people also say of themselves, as the example of a function."""

NIET_VOOR_GEBRUIKERS = ("services/regelboek/boek.py",)
"""What a rule means, for docs/regels.md: a page about all houses, in the words of the landelijk model."""

_WOORD = re.compile(rf"\b(?:{'|'.join(map(re.escape, WOORDEN))})\w{{0,6}}\b", re.IGNORECASE)
LOG = "HANDELINGEN"
"""The table of the acts of the log with their words: what the log calls them is a key."""
_TERM = re.compile(r"\{(?:t\.|termen\.)?\w+\}")
"""The place of a term of the house in such words."""
_SLEUTEL = re.compile(r"[a-z0-9_./:-]+")
"""A key, an object name or a file name: no text to read."""
_SQL = re.compile(r"(?<=FROM )\w+|(?<= )id = :\w+")
SLEUTELS_MET_SPATIE = frozenset(
    {
        "datum aanmelding",  # the name of a field in the text of a letter
        "opschaling naar",  # a place in the manual, filled in
        "aanmelding {} van {}, afgewezen op {}",  # how a register keeps one apart; what is read is said by _onderwerp
        "aanmelding ",
        "aanmelding vernietigd",  # an act of the log
    }
)
"""What only looks like a text: a name by which something is found."""


def teksten(bron: str) -> Iterator[tuple[int, str]]:
    """Every literal that can come on a screen or in a document: no docstring, no key, no action of the log."""
    boom = ast.parse(bron)
    geen_tekst = {id(knoop.value) for knoop in ast.walk(boom) if isinstance(knoop, ast.Expr)}
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute) and knoop.func.attr == "schrijf":
            geen_tekst |= {id(deel) for deel in knoop.args}
        if isinstance(knoop, ast.AnnAssign) and isinstance(knoop.value, ast.Dict) and ast.unparse(knoop.target) == LOG:
            geen_tekst |= {id(deel) for deel in knoop.value.keys}
    for knoop in ast.walk(boom):
        if not isinstance(knoop, ast.Constant) or not isinstance(knoop.value, str) or id(knoop) in geen_tekst:
            continue
        if not _SLEUTEL.fullmatch(knoop.value) and knoop.value not in SLEUTELS_MET_SPATIE:
            yield knoop.lineno, _SQL.sub("", _TERM.sub("", knoop.value))


def huiswoorden(bron: str) -> list[tuple[int, str]]:
    gevonden = []
    for regel, tekst in teksten(bron):
        for neutraal in NEUTRAAL:
            tekst = re.sub(rf"{re.escape(neutraal)}(?!\w)", "", tekst)  # noqa: PLW2901
        gevonden += [(regel, woord) for woord in _WOORD.findall(tekst)]
    return gevonden


@pytest.mark.parametrize("laag", LAGEN)
def test_geen_tekst_in_de_code_bevat_een_woord_van_een_huis(laag: str) -> None:
    gevonden = [
        f"{bestand.relative_to(PAKKET)}:{regel}: {woord}"
        for bestand in sorted((PAKKET / laag).rglob("*.py"))
        if bestand.relative_to(PAKKET).as_posix() not in NIET_VOOR_GEBRUIKERS
        for regel, woord in huiswoorden(bestand.read_text(encoding="utf-8"))
    ]
    assert not gevonden


@pytest.mark.parametrize(
    "tekst",
    [
        'label("Wijs de casusregisseur aan")',
        'label(f"{naam} hoort bij de Triage")',
        'label("Plan een tafel")',
        'label("Casustafels van deze week")',
        'label("RTO\'s van deze week")',
    ],
)
def test_de_test_vindt_een_woord_van_een_huis(tekst: str) -> None:
    assert len(huiswoorden(tekst)) == 1


@pytest.mark.parametrize(
    "tekst",
    [
        '"""De triage."""',
        'icoon("tafels")',
        'werkplek.schrijf(recht, "triage bijgewerkt", "casus")',
        'label("Aan tafel")',
        'titel("Casustafel - Hulp")',
        'label(f"Plan een {termen.tafel}")',
    ],
)
def test_de_test_laat_neutrale_woorden_staan(tekst: str) -> None:
    assert huiswoorden(tekst) == []


def test_elk_woord_komt_uit_een_profiel() -> None:
    """A word that no house uses any more would make this test weaker than it looks."""
    alles = " ".join(laad_meegeleverd(sleutel).brontekst for sleutel in meegeleverde_profielen()).casefold()
    gewoon = {str(veld.default) for veld in fields(Termen)}
    assert [woord for woord in WOORDEN if woord not in alles and woord not in {"casuscoordinator", *gewoon}] == []


def test_elke_term_van_elk_huis_wordt_gezocht() -> None:
    """A term that is added later must be looked for too, or its usual word stays behind in a text."""
    gewoon = laad_meegeleverd("landelijk").termen
    woorden = {str(getattr(gewoon, veld.name)) for veld in fields(Termen)} - {str(gewoon.het), *ALLEDAAGS}
    assert [woord for woord in woorden if not _WOORD.search(woord)] == []


def test_een_aanmelding_die_er_niet_is_heet_zoals_het_huis_haar_noemt() -> None:
    """The word itself is also a key; what is said when one is not found is not."""
    assert [pad for pad in PAKKET.rglob("*.py") if '"Deze aanmelding"' in pad.read_text(encoding="utf-8")] == []


_LIDWOORD = re.compile(r"\b(?:de|het|deze|dit|die|dat|elke?|welke?|nieuwe?) \{[\w.]*termen\.(\w+)\}", re.IGNORECASE)
_MEERVOUD = ("tafels", "aanmeldingen")


@pytest.mark.parametrize("laag", LAGEN)
def test_het_lidwoord_van_een_term_komt_uit_het_profiel(laag: str) -> None:
    """'de' before a term is right in one house and wrong in another: Termen.met_lidwoord and gebogen know."""
    gevonden = [
        f"{bestand.relative_to(PAKKET)}: {plek.group()}"
        for bestand in sorted((PAKKET / laag).rglob("*.py"))
        for plek in _LIDWOORD.finditer(bestand.read_text(encoding="utf-8"))
        if plek.group(1) not in _MEERVOUD
    ]
    assert gevonden == []


def test_de_test_vindt_een_vast_lidwoord() -> None:
    assert _LIDWOORD.search('f"Rond de {self._diensten.termen.triage} af"')
    assert not _LIDWOORD.search("f\"Rond {termen.met_lidwoord('triage')} af\"")
