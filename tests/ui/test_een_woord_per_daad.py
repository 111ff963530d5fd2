"""One word for each act: buttons say Bewaar, Voeg toe, Wijzig and Haal weg, and no other form of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import zvh_desktop

_BRON = Path(zvh_desktop.__file__).parent / "ui"
_PLAATS = {"knop": 1, "gereedschapsknop": 2, "balkknop": 2, "QPushButton": 0, "LegeStaat": 3, "addAction": 0}
_ANDERS = {
    "bewaar": r"opslaan|bewaren|sla op|opslag",
    "voeg toe": r"toevoegen|nieuw toe",
    "wijzig": r"wijzigen|bewerken|aanpassen",
    "haal weg": r"weghalen|verwijderen|wissen$",
}
_HEET_ZO = {"Herstelblad bekijken, afdrukken of bewaren", "Wissen"}
"""What the sheet is for, said once; and emptying a search field, which takes nothing away."""


def _tekst(deel: ast.expr) -> str:
    if isinstance(deel, ast.Constant):
        return deel.value if isinstance(deel.value, str) else ""
    return "".join(_tekst(stuk) for stuk in deel.values) if isinstance(deel, ast.JoinedStr) else ""


def _knoppen() -> Iterator[tuple[str, str]]:
    for pad in sorted(_BRON.rglob("*.py")):
        for deel in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if not isinstance(deel, ast.Call):
                continue
            naam = deel.func.id if isinstance(deel.func, ast.Name) else getattr(deel.func, "attr", "")
            if naam in ("_knop", "_actie"):  # a page's own way to make them: any text that stands alone in it
                teksten = [_tekst(een) for een in deel.args[:3]]
            else:
                plek = _PLAATS.get(naam, len(deel.args))
                teksten = [_tekst(een) for een in deel.args[plek : plek + 1]]
                if naam == "vraag":
                    teksten += [_tekst(een) for een in deel.args if _tekst(een).startswith("&")]
            yield from ((pad.stem, tekst.replace("&", "")) for tekst in teksten if tekst[:1].isupper() or "&" in tekst)


def test_elke_knop_zegt_het_met_hetzelfde_woord() -> None:
    fout = [
        f"{waar}: {tekst} (zeg: {woord})"
        for waar, tekst in _knoppen()
        for woord, anders in _ANDERS.items()
        if tekst not in _HEET_ZO and len(tekst) < 45 and "(" not in tekst and re.search(anders, tekst.casefold())
    ]
    assert fout == []


def test_de_knoppen_worden_echt_gelezen() -> None:
    gevonden = {tekst for _, tekst in _knoppen()}
    assert {"Voeg partij toe", "Wijzig", "Haal weg", "Bewaar als…", "Bewaar…"} <= gevonden
    assert len(gevonden) > 100
