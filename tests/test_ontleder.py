"""Both programs say in Dutch what they take and what was wrong with the call."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from zvh_desktop.app import lees_opdracht
from zvh_desktop.opdrachtregel.hoofd import maak_ontleder

Programma = Callable[[Sequence[str]], object]


def zvh(argumenten: Sequence[str]) -> object:
    return maak_ontleder().parse_args(argumenten)


ENGELS = re.compile(
    r"\b(usage|options|positional|optional|arguments?|error|show|exit|required|unrecognized|expected|invalid|ignored)\b",
    re.IGNORECASE,
)


def gezegd(programma: Programma, capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[object, str]:
    """The exit code, and all that it wrote."""
    with pytest.raises(SystemExit) as einde:
        programma(argumenten)
    uit = capsys.readouterr()
    return einde.value.code, f"{uit.out}{uit.err}"


@pytest.mark.parametrize("programma", [lees_opdracht, zvh])
def test_de_uitleg_is_in_het_nederlands(programma: Programma, capsys: pytest.CaptureFixture[str]) -> None:
    code, tekst = gezegd(programma, capsys, "--help")
    assert code == 0
    assert tekst.startswith("Gebruik: zvh") and "Keuzes:" in tekst and "deze uitleg" in tekst
    assert ENGELS.findall(tekst) == []


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (("--huiz", "delft"), "Dit hoort niet bij deze opdracht: --huiz delft."),
        (("--kluis",), "Achter --kluis hoort een waarde."),
        (("--oefen=ja",), "Achter --oefen hoort geen waarde."),
        (("--oef",), "Dit hoort niet bij deze opdracht: --oef."),
    ],
)
def test_wat_er_niet_klopt_staat_er_in_het_nederlands(
    argumenten: tuple[str, ...], zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, tekst = gezegd(lees_opdracht, capsys, *argumenten)
    assert code == 2
    assert zin in tekst and "Met --help leest u wat er kan." in tekst
    assert ENGELS.findall(tekst) == []
