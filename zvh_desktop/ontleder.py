"""An argument parser in Dutch, for both programs: the behaviour is of argparse, whose own sentences are English."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn

_ZINNEN: Sequence[tuple[re.Pattern[str], str]] = (
    (re.compile(r"the following arguments are required: (.+)"), "Er ontbreekt nog: {0}."),
    (re.compile(r"unrecognized arguments: (.+)"), "Dit hoort niet bij deze opdracht: {0}."),
    (re.compile(r"argument (.+?): not allowed with argument (.+)"), "{0} en {1} gaan niet samen."),
    (re.compile(r"argument (.+?): expected one argument"), "Achter {0} hoort een waarde."),
    (re.compile(r"argument (.+?): ignored explicit argument (.+)"), "Achter {0} hoort geen waarde."),
    (re.compile(r"argument (?:.+?): invalid choice: (.+?) \(choose from (.+)\)"), "{0} kan niet. Kies uit: {1}."),
    (re.compile(r"argument (.+?): invalid .+? value: (.+)"), "{1} past niet bij {0}."),
)


class Opmaak(argparse.HelpFormatter):
    """Help with Dutch headings."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


class Ontleder(argparse.ArgumentParser):
    """Wrong use ends with 2, one Dutch sentence and the usage line."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("formatter_class", Opmaak)
        kwargs["add_help"] = False
        kwargs["allow_abbrev"] = False
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._positionals.title = "Wat u opgeeft"
        self._optionals.title = "Keuzes"
        self.add_argument("-h", "--help", action="help", help="deze uitleg")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call; the vault has not been touched yet."""
        self.exit(2, f"{self.format_usage()}{vertaal(message)} Met --help leest u wat er kan.\n")


def vertaal(melding: str) -> str:
    """argparse's sentence in Dutch; one that is not known here becomes a general one."""
    for patroon, zin in _ZINNEN:
        treffer = patroon.fullmatch(melding)
        if treffer:
            return zin.format(*treffer.groups())
    return "Deze opdracht klopt niet."
