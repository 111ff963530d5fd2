"""Write docs/regels.md: every rule with its article per house, its function, who asks it and what tests it.

Everything comes from where it is kept: the register in the package, the shipped profiles, and the marks on the tests
(``@pytest.mark.regel(Regel.X)``). A test runs this and compares, so the page cannot fall behind.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.services.regelboek.boek import REGELBOEK, Regelfunctie

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "regels.md"
PACKAGE = ROOT / "zvh_desktop"
RULES = PACKAGE / "services" / "regelboek"
HOUSES = ("landelijk", "twente", "haaglanden", "midden-limburg", "delft")
HEAD = """\
# Regels van de convenanten

<!-- Gemaakt door scripts/make_rules.py; wijzig niet hier. -->

Elke regel die de applicatie bewaakt of toont: één sleutel, één functie met de naam van die sleutel, één artikel per
huis, een test per huis. De woorden van de regel staan in het huisprofiel van dat huis; in het venster staan ze bij
Beheer, Huisprofiel, en achter de knop "Wat zegt de regel?" bij elke weigering en bij alles wat nog nodig is.
"""


def page() -> str:
    """The whole page."""
    profiles = [laad_meegeleverd(house) for house in HOUSES]
    callers = asked_by()
    tests = tested_by()
    return "\n".join(
        [
            HEAD,
            "## Artikel per huis\n",
            *overview(profiles),
            *(line for rule in REGELBOEK for line in section(rule, profiles, callers, tests)),
        ]
    )


def overview(profiles: list[Huisprofiel]) -> Iterator[str]:
    """One line per rule, one column per house."""
    yield f"| regel | {' | '.join(profile.korte_naam for profile in profiles)} |"
    yield f"|---|{'---|' * len(profiles)}"
    for rule in REGELBOEK:
        articles = (profile.artikel(rule.regel) or "geldt niet" for profile in profiles)
        yield f"| [{rule.regel.value}](#{rule.regel.value}) | {' | '.join(articles)} |"
    yield ""


def section(
    rule: Regelfunctie, profiles: list[Huisprofiel], callers: dict[str, list[str]], tests: dict[Regel, list[str]]
) -> Iterator[str]:
    """Everything about one rule."""
    yield f"## {rule.regel.value}\n"
    yield f"{rule.betekenis}\n"
    yield f"- De applicatie {rule.werking.value}."
    yield f"- Functie: `{dotted_name(rule)}`"
    yield f"- Gevraagd door: {_listed(callers[rule.functie.__name__])}"
    yield f"- Tests: {_listed(tests.get(rule.regel, []))}"
    for profile in profiles:
        if not profile.geldt(rule.regel):
            yield f"- Geldt niet in {profile.korte_naam}: {profile.regel(rule.regel).reden}"
    yield ""


def dotted_name(rule: Regelfunctie) -> str:
    """Where the function stands."""
    return f"{rule.functie.__module__}.{rule.functie.__name__}"


@functools.cache
def asked_by() -> dict[str, list[str]]:
    """Function of a rule -> what calls it outside the register. A name that is called stands in the text."""
    wanted = {rule.functie.__name__ for rule in REGELBOEK}
    found: dict[str, list[str]] = {name: [] for name in wanted}
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if RULES in path.parents or not any(name in text for name in wanted):
            continue
        for caller, name in _calls(ast.parse(text), ""):
            if name not in wanted:
                continue
            place = f"{'.'.join(path.relative_to(ROOT).with_suffix('').parts)}.{caller}"
            if place not in found[name]:
                found[name].append(place)
    return found


@functools.cache
def tested_by() -> dict[Regel, list[str]]:
    """Rule -> the node names of the tests that carry its mark."""
    found: dict[Regel, list[str]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        text = path.read_text(encoding="utf-8")
        for function in ast.parse(text).body if "mark.regel" in text else ():
            if not isinstance(function, ast.FunctionDef):
                continue
            for key in _marks(function):
                found.setdefault(Regel[key], []).append(f"{path.relative_to(ROOT).as_posix()}::{function.name}")
    return found


def _marks(function: ast.FunctionDef) -> Iterator[str]:
    for mark in function.decorator_list:
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.regel":
            for argument in mark.args:
                yield ast.unparse(argument).removeprefix("Regel.")


def _calls(node: ast.AST, inside: str) -> Iterator[tuple[str, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            yield from _calls(child, f"{inside}.{child.name}".lstrip("."))
            continue
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and inside:
            yield inside, child.func.id
        yield from _calls(child, inside)


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "geen"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
