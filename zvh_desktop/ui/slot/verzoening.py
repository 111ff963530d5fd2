"""What was being typed on a page, put back after the page was read again because a colleague changed something.

A field that only this user changed gets what was typed. A text that both changed is put together paragraph by
paragraph. Anything else that both changed stays as the colleague left it, and what was typed is told: nothing that
somebody typed is gone without a word. Of a dialog: dialoogverzoening.py.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.tekst.samenvoegen import Botsing, voeg_samen
from zvh_desktop.ui.slot.lijststand import Keuzestand
from zvh_desktop.ui.slot.veldsoorten import Momentstand
from zvh_desktop.ui.slot.veldstand import (
    Dialoogstand,
    herstel_invoer,
    is_tekst,
    keuzegroepen,
    laat_los,
    lees_invoer,
    merk_getypt,
    veldnamen,
)

Invoer = Mapping[str, object]
"""By the place of a field on its page what stands in it."""
_NIETS: Final = object()
LEEGGEMAAKT: Final = "leeggemaakt"
_MEESTE: Final = 60
"""So many characters of what was taken out are told at most."""


@dataclass(frozen=True, slots=True)
class Verzoend:
    """How it stands now as it is stored, and what has to be told."""

    opgeslagen: Invoer
    botsingen: tuple[Botsing, ...] = ()
    niet_teruggezet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gewogen:
    """What comes back of what was typed, and the keys of what does not."""

    terug: dict[str, object] = field(default_factory=dict)
    botsingen: list[Botsing] = field(default_factory=list)
    over: list[str] = field(default_factory=list)


def verzoen(pagina: QWidget, grond: Invoer, getypt: Dialoogstand, elders: Collection[str] = frozenset()) -> Verzoend:
    """``grond``: of each field with something unsaved, what was stored when it was typed; ``getypt``: how all stood.

    ``elders``: the fields that are about something else by now; nothing is put in those.
    """
    nu = lees_invoer(pagina)
    bleef = {
        sleutel: was
        for sleutel, was in grond.items()
        if sleutel not in elders and nu.velden.get(sleutel, _NIETS) == getypt.velden.get(sleutel)
    }
    # A line more or less, and the fields after it are about something else than they were.
    zelfde_velden = set(nu.velden) == set(getypt.velden)
    vrij = set(getypt.velden).difference(elders) if zelfde_velden else set()
    te_wegen = {
        sleutel: waarde
        for sleutel, waarde in getypt.velden.items()
        if sleutel in elders or waarde != nu.velden.get(sleutel, _NIETS)
    }
    oordeel = weeg(te_wegen, grond, nu.velden, vrij, keuzegroepen(pagina))
    namen = veldnamen(pagina)
    laat_los(pagina, elders)
    herstel_invoer(pagina, getypt, oordeel.terug)
    # What the page left as it was typed is not stored by that.
    merk_getypt(pagina, [sleutel for sleutel, was in bleef.items() if getypt.velden[sleutel] != was])
    over = (vertel(sleutel, getypt.velden[sleutel], namen, grond.get(sleutel)) for sleutel in oordeel.over)
    return Verzoend({**nu.velden, **bleef}, tuple(oordeel.botsingen), tuple(filter(None, over)))


def weeg(
    getypt: Invoer, grond: Invoer, nu: Invoer, vrij: Collection[str], groepen: Sequence[Collection[str]]
) -> Gewogen:
    """``getypt``: what stands there otherwise by now; ``vrij``: where something may be put back at all."""
    uit = Gewogen()
    for sleutel, waarde in getypt.items():
        was, staat = grond.get(sleutel, _NIETS), nu.get(sleutel, _NIETS)
        if sleutel not in grond or waarde == was:
            continue
        if sleutel in vrij and staat == was:
            uit.terug[sleutel] = waarde
        elif sleutel in vrij and is_tekst(sleutel) and all(isinstance(een, str) for een in (was, waarde, staat)):
            samen = voeg_samen(str(was), str(waarde), str(staat))
            uit.terug[sleutel] = samen.tekst
            uit.botsingen.extend(samen.botsingen)
        else:
            uit.over.append(sleutel)
    for groep in groepen:
        _weeg_groep(groep, grond, nu, uit)
    return uit


def _weeg_groep(groep: Collection[str], grond: Invoer, nu: Invoer, uit: Gewogen) -> None:
    """Another one of these that a colleague chose is not switched off: the choice is theirs as a whole."""
    gekozen = [sleutel for sleutel in groep if uit.terug.get(sleutel)]
    if any(sleutel in grond and grond[sleutel] != nu.get(sleutel) for sleutel in groep):
        for sleutel in groep:
            uit.terug.pop(sleutel, None)
        uit.over.extend(gekozen)


def niet_bewaard(teksten: Sequence[str]) -> str:
    """What is said of these."""
    zin = "Een collega wijzigde dit tegelijk met u. Dit had u ingevuld, en het is niet bewaard:\n\n"
    return zin + "\n".join(teksten)


def vertel(sleutel: str, waarde: object, namen: Mapping[str, str], was: object) -> str:
    """What was filled in as it is told, with what the field is called; empty where there is nothing to tell.

    ``was``: what stood in it before, so that taking it all out is told as well.
    """
    naam = namen.get(sleutel) or sleutel.split("|")[2]
    if isinstance(waarde, bool):
        return f"{naam}: {'aan' if waarde else 'uit'}" if naam else ""
    tekst, eerder = als_tekst(waarde), als_tekst(was)
    if not tekst.strip() and eerder.strip():
        tekst = f"{LEEGGEMAAKT} (er stond: {_kort(eerder)})"
    return f"{naam}: {tekst}" if naam and tekst else tekst


def _kort(tekst: str) -> str:
    """By which whoever emptied it knows which field it was."""
    regel = " ".join(tekst.split())
    return f"{regel[:_MEESTE]}…" if len(regel) > _MEESTE else regel


def als_tekst(waarde: object) -> str:
    """What was filled in, as it was shown; of what only is on or off there is nothing to show."""
    if isinstance(waarde, Keuzestand):
        return waarde.tekst
    if isinstance(waarde, Momentstand):
        return waarde.getoond
    return str(waarde) if isinstance(waarde, str | int) and not isinstance(waarde, bool) else ""
