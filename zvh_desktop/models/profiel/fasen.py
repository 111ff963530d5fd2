"""Check the werkproces of a house: one beginning, always an end, and going back only where it is said."""

from __future__ import annotations

from collections.abc import Mapping

from zvh_desktop.models.profiel.huisprofiel import Fase
from zvh_desktop.models.profiel.tabel import Bevindingen, toon

_Graaf = Mapping[str, tuple[str, ...]]


def controleer_fasen(fasen: tuple[Fase, ...], bevindingen: Bevindingen) -> None:
    """Report references to unknown fasen, and when there are none, what is wrong with the order."""
    vooruit = {fase.sleutel: fase.vooruit for fase in fasen}
    goed = [_verwijst_goed(nummer, fase, vooruit, bevindingen) for nummer, fase in enumerate(fasen, 1)]
    if all(goed) and len(vooruit) == len(fasen):
        _volgorde(fasen, vooruit, bevindingen)


def _verwijst_goed(nummer: int, fase: Fase, vooruit: _Graaf, bevindingen: Bevindingen) -> bool:
    goed = True
    for sleutel in fase.naar:
        plaats = f"fasen[{nummer}].{'terug' if sleutel in fase.terug else 'naar'}"
        if sleutel not in vooruit:
            bevindingen.meld(plaats, toon(sleutel), "een van: " + ", ".join(vooruit))
            goed = False
        elif sleutel == fase.sleutel:
            bevindingen.meld(plaats, toon(sleutel), "een andere fase dan de fase zelf")
            goed = False
    return goed


def _volgorde(fasen: tuple[Fase, ...], vooruit: _Graaf, bevindingen: Bevindingen) -> None:
    bereik = {sleutel: _bereikbaar(sleutel, vooruit) for sleutel in vooruit}
    if _kringen(vooruit, bereik, bevindingen):
        return
    doelen = {sleutel for rij in vooruit.values() for sleutel in rij}
    eerste, *anders = [sleutel for sleutel in vooruit if sleutel not in doelen]
    for sleutel in anders:
        bevindingen.meld(
            f"fasen[{list(vooruit).index(sleutel) + 1}]",
            f"{toon(sleutel)}, waar geen fase naartoe gaat",
            f"een fase die in naar van een andere staat, want elke casus begint met {toon(eerste)}",
        )
    if not any(fase.delen_toegestaan for fase in fasen):
        bevindingen.meld("fasen", "overal delen_toegestaan = false", "minstens een fase waarin delen mag")
    for nummer, fase in enumerate(fasen, 1):
        for sleutel in fase.terug:
            if fase.sleutel not in bereik[sleutel]:
                bevindingen.meld(f"fasen[{nummer}].terug", toon(sleutel), "een fase die eerder komt")


def _kringen(vooruit: _Graaf, bereik: Mapping[str, set[str]], bevindingen: Bevindingen) -> bool:
    """Report each step that closes a ring: in the order of the file every ring has one that goes back."""
    volgorde = {sleutel: nummer for nummer, sleutel in enumerate(vooruit, 1)}
    gevonden = False
    for sleutel, naar in vooruit.items():
        for doel in naar:
            if volgorde[doel] < volgorde[sleutel] and sleutel in bereik[doel]:
                ring = [een for een in vooruit if een in bereik[een] and een in bereik[doel] and doel in bereik[een]]
                bevindingen.meld(
                    f"fasen[{volgorde[sleutel]}].naar",
                    f"{toon(doel)}: een kring van {', '.join(ring)}",
                    "teruggaan alleen met terug = [...]",
                )
                gevonden = True
    return gevonden


def _bereikbaar(begin: str, vooruit: _Graaf) -> set[str]:
    """Every fase that can be reached from this one by going forward at least once."""
    bereikt: set[str] = set()
    te_doen = list(vooruit[begin])
    while te_doen:
        sleutel = te_doen.pop()
        if sleutel not in bereikt:
            bereikt.add(sleutel)
            te_doen.extend(vooruit[sleutel])
    return bereikt
