"""Fill the manual in for one house: its words, the articles of its convenant, and only what holds there.

What stands between braces reads as the Dutch it becomes:

- ``{triage}``, ``{plan van aanpak}``: a term of the house by its name in the profile.
- ``{de triage}``, ``{deze tafel}``, ``{nieuwe aanmelding}``: with the word before it in the form that fits ("dit RTO").
- ``{De casusregisseur}``, ``{Tafels}``: with a capital.
- ``{huis}``, ``{casusoverleggen}``: a fact of the house, see GEGEVENS.
- ``{artikel:inzage_vooraf}``: the article of a rule in brackets, or nothing where the convenant has no such rule.
- ``{alleen opschaling} ... {anders} ... {einde}``: only where that holds, see VOORWAARDEN, or a rule
  (``{alleen regel patstelling}``). ``{anders}`` may be left out.

Anything else between braces is a mistake of the writer and raises ValueError; a test reads every chapter for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel, Overlegsoort
from zvh_desktop.models.profiel.termen import BUIGING, Termen
from zvh_desktop.models.taal import hoofdletter, opsomming
from zvh_desktop.services.regelboek.casusregie import aanwijzers

GEGEVENS: Mapping[str, Callable[[Huisprofiel], str]] = {
    "huis": lambda profiel: profiel.naam,
    "casusoverleggen": lambda profiel: _overleggen(profiel.casusoverleggen),
    "andere overleggen": lambda profiel: _overleggen(soort for soort in profiel.overlegsoorten if not soort.casuistiek),
    "wie aanwijst": aanwijzers,
    "overneemsystemen": lambda profiel: opsomming([blok.systeem for blok in profiel.overnemen]),
    "besluiten": lambda profiel: opsomming([f'"{besluit.naam}"' for besluit in profiel.besluiten]),
    "fasen zonder delen": lambda profiel: _keuze(fase.naam for fase in profiel.fasen if not fase.delen_toegestaan),
    "opschaling naar": lambda profiel: profiel.opschaling.naar if profiel.opschaling else "",
}
"""Facts of the house that the manual may name."""

VOORWAARDEN: Mapping[str, Callable[[Huisprofiel], bool]] = {
    "opschaling": lambda profiel: profiel.opschaling is not None,
    "overnemen": lambda profiel: bool(profiel.overnemen),
    "criteria": lambda profiel: bool(profiel.criteria),
    "meer overleggen": lambda profiel: len(profiel.casusoverleggen) > 1,
    "twee beslissers": lambda profiel: _beslissers(profiel) > 1,
    "lezingen": lambda profiel: bool(profiel.afschaling.lezingen),
    "lezingen aanwijzing": lambda profiel: bool(profiel.aanwijzing_casusregisseur.lezingen),
    "lezingen toetreding": lambda profiel: profiel.toetreding is not None and bool(profiel.toetreding.lezingen),
    "aanwijzing verplicht": lambda profiel: profiel.aanwijzing_casusregisseur.verplicht,
}
"""What can differ so much that a passage of the manual is for some houses only."""

_TERMEN = {veld.name.replace("_", " "): veld.name for veld in fields(Termen) if veld.name != "het"}
_DE_VORM = {vorm: de for de, het in BUIGING.items() for vorm in (de, het)}
_ALLEEN = re.compile(r"\{alleen ([^{}]+)\}(.*?)\{einde\}", re.DOTALL)
_PLAATS = re.compile(r"((?:\n> )?[ \n]*)\{([^{}]*)\}")
_OPMAAK = re.compile(r"([\\`*_\[\]<>#|~&])")


def vul_in(tekst: str, profiel: Huisprofiel) -> str:
    """The text for this house. Raises ValueError that names a placeholder nobody knows."""
    gekozen = _ALLEEN.sub(lambda deel: _deel(deel[1], deel[2], profiel), tekst)
    ingevuld = _PLAATS.sub(lambda plaats: _plaats(plaats[1], plaats[2], profiel), gekozen)
    if re.search(r"[{}]", _PLAATS.sub("", gekozen)):
        raise ValueError("een accolade zonder de andere")
    return ingevuld


def zonder_opmaak(tekst: str) -> str:
    """What the reader sees of it: no addresses of links, no signs of Markdown."""
    met_woorden = re.sub(r"!(?=\[)", "", tekst)  # of a picture what it shows
    zichtbaar = re.sub(r"\]\([^)]*\)", "", re.sub(r"(?<!\\)[*`\[]", "", met_woorden))
    return re.sub(r"\\(?=[\\`*_\[\]<>#|~&])", "", zichtbaar)


def _deel(voorwaarde: str, binnen: str, profiel: Huisprofiel) -> str:
    wel, _, niet = binnen.partition("{anders}")
    return wel if _geldt(voorwaarde, profiel) else niet


def _geldt(voorwaarde: str, profiel: Huisprofiel) -> bool:
    soort, _, sleutel = voorwaarde.partition(" ")
    if soort == "regel":
        return profiel.geldt(Regel(sleutel))
    if voorwaarde not in VOORWAARDEN:
        raise ValueError(f"onbekende voorwaarde: {voorwaarde}")
    return VOORWAARDEN[voorwaarde](profiel)


def _plaats(ruimte: str, inhoud: str, profiel: Huisprofiel) -> str:
    soort, dubbel, sleutel = inhoud.partition(":")
    if dubbel and soort == "artikel":
        artikel = profiel.artikel(Regel(sleutel))
        return f"{ruimte}({_veilig(artikel)})" if artikel else ""
    if inhoud in GEGEVENS:
        return ruimte + _veilig(GEGEVENS[inhoud](profiel))
    return ruimte + _veilig(_term(inhoud, profiel.termen))


def _term(inhoud: str, termen: Termen) -> str:
    klein = inhoud[:1].lower() + inhoud[1:]
    voor, _, naam = klein.partition(" ")
    if klein in _TERMEN:
        gevonden = str(getattr(termen, _TERMEN[klein]))
    elif naam in _TERMEN and voor in _DE_VORM:
        gevonden = termen.gebogen(_DE_VORM[voor], _TERMEN[naam])
    else:
        raise ValueError(f"onbekende plaatshouder: {inhoud}")
    return gevonden if klein == inhoud else hoofdletter(gevonden)


def _veilig(tekst: str) -> str:
    """Words of a house as they are: a sign that Markdown knows has no meaning in them."""
    return _OPMAAK.sub(r"\\\1", tekst)


def _overleggen(soorten: Iterable[Overlegsoort]) -> str:
    return opsomming([soort.met_lidwoord for soort in soorten])


def _keuze(namen: Iterable[str]) -> str:
    """'"Aanmelding en intake" of "Triage"'."""
    return " of ".join(f'"{naam}"' for naam in namen)


def _beslissers(profiel: Huisprofiel) -> int:
    lezingen = profiel.afschaling.lezingen
    return max(len(lezing.beslissers) for lezing in lezingen) if lezingen else len(profiel.afschaling.beslissers)
