"""A thousand damaged profiles and more: each is refused with a finding that names the damaged key or its block.

Every variant is certainly wrong, is made the same way each time, and is made of one of the shipped houses.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import cast

import pytest
from beurten import om_beurten
from profiel_boom import (
    Boom,
    Pad,
    alle_paden,
    als_tekst,
    boom_van,
    is_weglaatbaar,
    met_waarde,
    plaats_van,
    waarde_op,
    zonder_deel,
)

from zvh_desktop.errors import ProfielOngeldig
from zvh_desktop.models.profiel.bronnen import meegeleverde_profielen
from zvh_desktop.models.profiel.lezen import lees_profiel

HUIZEN = meegeleverde_profielen()
WEG = "bestaat-niet"
PER_SOORT = 30
"""At most so many of one kind per house: spread over the file, and enough for a thousand together."""

Variant = tuple[Boom, str]
"""A damaged tree, and the place that a finding has to begin with."""


def _gespreid(paden: list[Pad]) -> Iterator[Pad]:
    stap = max(1, len(paden) // PER_SOORT)
    return islice(paden, 0, None, stap)


def andere_soort(boom: Boom) -> Iterator[Variant]:
    """A number where something else belongs, and a text where true or false does."""
    for pad in _gespreid(list(alle_paden(boom))):
        fout = "ja" if isinstance(waarde_op(boom, pad), int) else 7
        yield met_waarde(boom, pad, fout), plaats_van(pad)


def weggehaald(boom: Boom) -> Iterator[Variant]:
    """A key that has to be there. What is missing with it may be named by its block."""
    paden = [
        pad
        for pad in alle_paden(boom)
        if isinstance(pad[-1], str)
        and not is_weglaatbaar(pad)
        and pad[0] != "geschillen"
        and pad != ("partijen",)
        # a fase that can be reached and goes back says enough: it need not lead on as well
        and not (pad[-1] == "naar" and "terug" in cast(dict[str, object], waarde_op(boom, pad[:-1])))
    ]
    for pad in _gespreid(paden):
        # a seat without afgevaardigden lacks a function
        blokken = dict.fromkeys(("geldt", "lezingen", "afgevaardigden", "of", "en", "weken"), pad[:-1])
        # a house that decides on opschaling has to say what that is: the besluit that leads there is named
        blokken |= {"naar": pad[:1], "opschaling": ("besluiten",)}
        blok = blokken.get(str(pad[-1]), pad)
        yield zonder_deel(boom, pad), plaats_van(blok)


def onbekend(boom: Boom) -> Iterator[Variant]:
    """A key that nobody knows, in every kind of table."""
    paden: list[Pad] = [pad for pad in alle_paden(boom) if isinstance(waarde_op(boom, pad), dict)]
    for pad in _gespreid([pad for pad in paden if pad[0] != "criteria_logica"]):
        yield met_waarde(boom, (*pad, "onzin"), 1), plaats_van((*pad, "onzin"))


def verwijzing_naar_niets(boom: Boom) -> Iterator[Variant]:
    """A fase, decider, overlegsoort, term, criterium or groep that is nowhere else."""
    for pad in list(alle_paden(boom)):
        if not isinstance(waarde_op(boom, pad), str):
            continue
        in_lijst = isinstance(pad[-1], int)
        lijst = pad[-2] if in_lijst else pad[-1]
        if pad[0] == "criteria_logica":
            yield met_waarde(boom, pad, WEG), "criteria"
        elif in_lijst and lijst in ("naar", "terug", "beslissers", "groepen", "het"):
            yield met_waarde(boom, pad, WEG), plaats_van(pad[:-1])
        elif lijst in ("naar_fase", "standaard") or (pad[0] == "termen" and str(lijst).endswith("_overleg")):
            yield met_waarde(boom, pad, WEG), plaats_van(pad)


def _vooruit(boom: Boom) -> dict[str, list[str]]:
    return {fase["sleutel"]: fase.get("naar", []) for fase in boom["fasen"]}


def _verder(vooruit: dict[str, list[str]], van: str) -> set[str]:
    bereikt: set[str] = set()
    te_doen = [van]
    while te_doen:
        for naar in vooruit[te_doen.pop()]:
            if naar not in bereikt:
                bereikt.add(naar)
                te_doen.append(naar)
    return bereikt


def kringen(boom: Boom) -> Iterator[Variant]:
    """From every fase a step forward to one that came before, and to itself."""
    vooruit = _vooruit(boom)
    nummer = {sleutel: plek for plek, sleutel in enumerate(vooruit)}
    for begin in vooruit:
        for later in (begin, *sorted(_verder(vooruit, begin))):
            plek = nummer[later]
            fase = dict(boom["fasen"][plek])
            fase["naar"] = [*fase.get("naar", []), begin]
            fase["terug"] = [sleutel for sleutel in fase.get("terug", []) if sleutel != begin]
            yield met_waarde(boom, ("fasen", plek), fase), "fasen["


def zonder_weg(boom: Boom) -> Iterator[Variant]:
    """Every fase but the first in turn: no way leads there any more, or one leads on from the last."""
    vooruit = _vooruit(boom)
    eerste = next(sleutel for sleutel in vooruit if all(sleutel not in naar for naar in vooruit.values()))
    for plek, doel in enumerate(vooruit):
        if doel == eerste:
            continue
        anders = met_waarde(boom, ("naam",), boom["naam"])
        for fase in anders["fasen"]:
            fase["naar"] = [sleutel for sleutel in fase.get("naar", []) if sleutel != doel]
            fase["terug"] = []
        yield anders, f"fasen[{plek + 1}]"
    na = {
        "sleutel": "daarna",
        "nummer": "99",
        "naam": "Daarna",
        "delen_toegestaan": True,
        "doel": "Iets.",
        "artikel": "x",
    }
    anders = met_waarde(boom, ("fasen",), [*boom["fasen"], na])
    for fase in anders["fasen"]:
        if not fase.get("naar") and fase["sleutel"] != "daarna":
            fase["naar"] = ["daarna"]
    yield anders, "besluiten["


def dubbel(boom: Boom) -> Iterator[Variant]:
    """The key, number or name of another in the same list."""
    for pad in alle_paden(boom):
        if len(pad) == 3 and isinstance(pad[1], int) and pad[1] > 0 and pad[2] in ("sleutel", "kort"):
            ander = boom[pad[0]][0].get(pad[2])  # type: ignore[index]
            if pad[0] != "overlegsoorten" or pad[2] == "sleutel":
                yield met_waarde(boom, pad, ander), str(pad[0])


def leeg(boom: Boom) -> Iterator[Variant]:
    """A text or list that has to be filled in, and is not."""
    paden = [
        pad
        for pad in alle_paden(boom)
        if pad[-1] in ("naam", "artikel", "tekst", "doel", "reden", "beslissers", "checklist", "leefgebieden", "kort")
    ]
    for pad in _gespreid(paden):
        yield met_waarde(boom, pad, [] if isinstance(waarde_op(boom, pad), list) else "  "), plaats_van(pad)


SOORTEN = (andere_soort, weggehaald, onbekend, verwijzing_naar_niets, kringen, zonder_weg, dubbel, leeg)


def varianten(huis: str) -> Iterator[tuple[str, str]]:
    """Every damaged text of one house, with the place that has to be named."""
    boom = boom_van(huis)
    for kapot, plaats in chain.from_iterable(soort(boom) for soort in SOORTEN):
        yield als_tekst(kapot), plaats


@pytest.mark.parametrize("huis", om_beurten(HUIZEN))
def test_elk_beschadigd_profiel_wordt_op_zijn_plaats_geweigerd(huis: str) -> None:
    fout = []
    for tekst, plaats in varianten(huis):
        with pytest.raises(ProfielOngeldig) as gevangen:
            lees_profiel(tekst, "proef.toml")
        bevindingen = gevangen.value.bevindingen
        if not any(een.plaats.startswith(plaats) for een in bevindingen):
            fout.append((plaats, [een.plaats for een in bevindingen]))
        assert all(een.gevonden and een.verwacht for een in bevindingen)
        # Each key stands on a line of its own here, so the line says which one is meant.
        regels = tekst.splitlines()
        for een in bevindingen:
            kop = een.plaats.partition(".")[0].partition("[")[0]
            assert een.regel is None or regels[een.regel - 1].startswith(f'"{kop}"')
    assert not fout


def test_het_zijn_er_samen_meer_dan_duizend_en_allemaal_anders() -> None:
    per_huis = {huis: [tekst for tekst, _ in varianten(huis)] for huis in HUIZEN}
    assert all(len(teksten) >= 200 for teksten in per_huis.values())
    assert len(set(chain.from_iterable(per_huis.values()))) >= 1_000


@pytest.mark.parametrize("soort", SOORTEN)
def test_elke_soort_schade_komt_in_elk_huis_voor(soort) -> None:  # type: ignore[no-untyped-def]
    assert [huis for huis in HUIZEN if not any(soort(boom_van(huis)))] == []
