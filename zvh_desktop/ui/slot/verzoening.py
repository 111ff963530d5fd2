"""What was being typed on a page, put back after the page was read again because a colleague changed something.

A field that only this user changed gets what was typed. A text that both changed is put together paragraph by
paragraph. Anything else that both changed stays as the colleague left it, and what was typed is told: nothing that
somebody typed is gone without a word.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.tekst.samenvoegen import Botsing, voeg_samen
from zvh_desktop.ui.slot.veldstand import (
    Dialoogstand,
    herstel_invoer,
    herstel_stand,
    is_tekst,
    laat_los,
    lees_invoer,
    lees_stand,
    merk_getypt,
)

Invoer = Mapping[str, object]
"""By the place of a field on its page what stands in it."""
_NIETS: Final = object()


@dataclass(frozen=True, slots=True)
class Verzoend:
    """How it stands now as it is stored, and what has to be told."""

    opgeslagen: Invoer
    botsingen: tuple[Botsing, ...] = ()
    niet_teruggezet: tuple[str, ...] = ()


def verzoen(pagina: QWidget, grond: Invoer, getypt: Dialoogstand, elders: Collection[str] = frozenset()) -> Verzoend:
    """``grond``: of each field with something unsaved, what was stored when it was typed; ``getypt``: how all stood.

    ``elders``: the fields that are about something else by now; nothing is put in those.
    """
    nu = lees_invoer(pagina)
    terug: dict[str, object] = {}
    botsingen: list[Botsing] = []
    over: list[str] = []
    # A line more or less, and the fields after it are about something else than they were.
    zelfde_velden = set(nu.velden) == set(getypt.velden)
    bleef = {
        sleutel: was
        for sleutel, was in grond.items()
        if sleutel not in elders and nu.velden.get(sleutel, _NIETS) == getypt.velden.get(sleutel)
    }
    for sleutel, waarde in getypt.velden.items():
        was, staat = grond.get(sleutel, _NIETS), nu.velden.get(sleutel, _NIETS)
        if sleutel not in grond or waarde == was or (waarde == staat and sleutel not in elders):
            continue
        zelfde = zelfde_velden and sleutel not in elders
        if zelfde and staat == was:
            terug[sleutel] = waarde
        elif zelfde and is_tekst(sleutel) and all(isinstance(een, str) for een in (was, waarde, staat)):
            samen = voeg_samen(str(was), str(waarde), str(staat))
            terug[sleutel] = samen.tekst
            botsingen.extend(samen.botsingen)
        else:
            over.append(als_tekst(waarde))
    laat_los(pagina, elders)
    herstel_invoer(pagina, getypt, terug)
    # What the page left as it was typed is not stored by that.
    merk_getypt(pagina, [sleutel for sleutel, was in bleef.items() if getypt.velden[sleutel] != was])
    return Verzoend({**nu.velden, **bleef}, tuple(botsingen), tuple(filter(None, over)))


def verzoen_dialoog(dialoog: QWidget, grond: Invoer, getypt: Dialoogstand) -> Verzoend:
    """The same of a dialog that was opened anew: what was ticked or chosen in a list in it comes back as well.

    ``grond``: what stood in it before anything was changed; a field of which that is not known counts as changed.
    """
    nu, invoer = lees_stand(dialoog).velden, lees_invoer(dialoog).velden
    elk = {sleutel: grond.get(sleutel) for sleutel in getypt.velden}
    lijsten = {sleutel: waarde for sleutel, waarde in getypt.velden.items() if sleutel in nu and sleutel not in invoer}
    terug = {sleutel: waarde for sleutel, waarde in lijsten.items() if nu[sleutel] == elk[sleutel]}
    herstel_stand(dialoog, Dialoogstand(terug, "", 0, 0))
    velden = {sleutel: waarde for sleutel, waarde in getypt.velden.items() if sleutel not in lijsten}
    uitkomst = verzoen(dialoog, elk, replace(getypt, velden=velden))
    over = (_gekozen_in(sleutel, elk[sleutel], lijsten[sleutel]) for sleutel in lijsten if sleutel not in terug)
    return replace(uitkomst, niet_teruggezet=(*uitkomst.niet_teruggezet, *filter(None, over)))


def _gekozen_in(sleutel: str, was: object, waarde: object) -> str:
    """Of a list that somebody else changed as well: where to look. Which line is in view is nothing that is stored."""
    gekozen = (een[0] if isinstance(een, tuple) and len(een) == 2 else een for een in (was, waarde))
    was, waarde = gekozen
    keuze = isinstance(waarde, int) or (isinstance(waarde, tuple) and len(waarde) == 3)
    naam = sleutel.split("|")[2]
    return f"Uw keuze in “{naam}”" if naam and not keuze and was != waarde else ""


def niet_bewaard(teksten: Sequence[str]) -> str:
    """What is said of these."""
    zin = "Een collega wijzigde dit tegelijk met u. Dit had u ingevuld, en het is niet bewaard:\n\n"
    return zin + "\n".join(teksten)


def als_tekst(waarde: object) -> str:
    """What was filled in as it is told; of what only is on or off there is nothing to tell."""
    if isinstance(waarde, tuple) and len(waarde) == 2:  # a choice: its number in the list, and its words
        waarde = waarde[1]
    return str(waarde) if isinstance(waarde, str | int) and not isinstance(waarde, bool) else ""
