"""What a rule says in this house, and how a refusal is made that can tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.huisprofiel import Huisprofiel
from zvh_desktop.models.keuzes import Regel


@dataclass(frozen=True, slots=True)
class RegelUitleg:
    """A rule in plain words, with its article. Where it does not hold in this house, ``reden`` says why."""

    regel: Regel
    artikel: str
    tekst: str
    geldt: bool
    reden: str

    @property
    def zin(self) -> str:
        """What to show: the text, or why this house has no such rule."""
        return self.tekst if self.geldt else self.reden


def uitleg(regel: Regel, profiel: Huisprofiel) -> RegelUitleg:
    """What this house's convenant says on this rule."""
    gevonden = profiel.regel(regel)
    return RegelUitleg(regel, gevonden.artikel, gevonden.tekst, gevonden.geldt, gevonden.reden)


def weigering(
    profiel: Huisprofiel, regel: Regel, gebeurd: str, *, advies: str = "", artikel: str = ""
) -> RegelGeweigerd:
    """A refusal under this rule that carries the article and the text of this house.

    ``artikel`` is given when a more precise place is known, such as the voting rule of one kind of meeting.
    """
    gevonden = profiel.regel(regel)
    return RegelGeweigerd(
        regel, artikel or gevonden.artikel, gebeurd, advies=advies, regeltekst=gevonden.tekst or gevonden.reden
    )


def eis(bezwaar: RegelGeweigerd | None) -> None:
    """Raise the refusal, if there is one."""
    if bezwaar is not None:
        raise bezwaar


def zinnen(bezwaren: Sequence[RegelGeweigerd]) -> tuple[str, ...]:
    """What is still needed, one sentence per refusal."""
    return tuple(bezwaar.gebeurd for bezwaar in bezwaren)


def eis_geen(bezwaren: Sequence[RegelGeweigerd]) -> None:
    """Raise one refusal that says everything that is still needed; its rule is that of the first."""
    if bezwaren:
        eerste = bezwaren[0]
        raise RegelGeweigerd(
            eerste.regel, eerste.artikel, " ".join(zinnen(bezwaren)), advies=eerste.advies, regeltekst=eerste.regeltekst
        )
