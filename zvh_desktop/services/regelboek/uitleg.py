"""What a rule says in this house, and how a refusal, or a line of what is still needed, is made that can tell it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zvh_desktop.errors import RegelGeweigerd, Weg
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel


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
    profiel: Huisprofiel, regel: Regel, gebeurd: str, *, advies: str = "", artikel: str = "", regeltekst: str = ""
) -> RegelGeweigerd:
    """A refusal under this rule that carries the article and the text of this house.

    ``artikel`` is given when a more precise place is known, such as the voting rule of one kind of meeting, and
    ``regeltekst`` when that place says something else, as the other reading of a rule does.
    """
    gevonden = profiel.regel(regel)
    tekst = regeltekst or gevonden.tekst or gevonden.reden
    return RegelGeweigerd(regel, artikel or gevonden.artikel, gebeurd, advies=advies, regeltekst=tekst)


def eigen_eis(gebeurd: str, waarom: str) -> RegelGeweigerd:
    """What the application asks by itself: no rule and no article stand behind it, and the explanation says so."""
    return RegelGeweigerd(
        "", "", gebeurd, regeltekst=f"Dit staat niet in het convenant. De applicatie vraagt het zelf: {waarom}."
    )


@dataclass(frozen=True, slots=True)
class Aandachtspunt:
    """One line of what is still needed or deserves a look, with the rule of the convenant behind it, if any.

    ``regel``, ``artikel`` and ``regeltekst`` are those of a refusal under that rule, so that the window can show the
    rule on demand before anything is refused. ``weg`` is where it is filled in, when that is another place.
    """

    zin: str
    regel: str = ""
    artikel: str = ""
    regeltekst: str = ""
    weg: Weg | None = None

    def __str__(self) -> str:
        return self.zin


def aandachtspunt(
    profiel: Huisprofiel, regel: Regel, zin: str, *, artikel: str = "", regeltekst: str = ""
) -> Aandachtspunt:
    """A line that rests on this rule of the house; ``artikel`` and ``regeltekst`` as with ``weigering``."""
    gevonden = profiel.regel(regel)
    return Aandachtspunt(zin, regel, artikel or gevonden.artikel, regeltekst or gevonden.tekst or gevonden.reden)


def uit_bezwaar(bezwaar: RegelGeweigerd) -> Aandachtspunt:
    """What would be refused now, as a line of what is still needed."""
    return Aandachtspunt(bezwaar.gebeurd, bezwaar.regel, bezwaar.artikel, bezwaar.regeltekst)


def uit_bezwaren(bezwaren: Iterable[RegelGeweigerd | None]) -> tuple[Aandachtspunt, ...]:
    """The same for several rules; those that have nothing against it are left out."""
    return tuple(uit_bezwaar(bezwaar) for bezwaar in bezwaren if bezwaar is not None)


def in_een_zin(punten: Iterable[Aandachtspunt], tussen: str = " ") -> str:
    """All lines after each other: what a refusal or the tooltip of a button says."""
    return tussen.join(punt.zin for punt in punten)


def eis(bezwaar: RegelGeweigerd | None) -> None:
    """Raise the refusal, if there is one."""
    if bezwaar is not None:
        raise bezwaar


def eis_geen(bezwaren: Sequence[RegelGeweigerd]) -> None:
    """Raise one refusal that says everything that is still needed; its rule is that of the first."""
    if len(bezwaren) == 1:
        raise bezwaren[0]
    if bezwaren:
        eerste = bezwaren[0]
        alles = in_een_zin(uit_bezwaren(bezwaren))
        raise RegelGeweigerd(eerste.regel, eerste.artikel, alles, advies=eerste.advies, regeltekst=eerste.regeltekst)
