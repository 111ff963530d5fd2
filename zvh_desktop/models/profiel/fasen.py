"""Check the werkproces of a house: one beginning, always an end, and going back only where it is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zvh_desktop.models.profiel.tabel import Bevindingen, toon
from zvh_desktop.models.profiel.werkproces import Fase, werkproces_van

_Graaf = Mapping[str, tuple[str, ...]]


def controleer_fasen(fasen: tuple[Fase, ...], aanpakken: Sequence[str], bevindingen: Bevindingen) -> None:
    """Report references to unknown fasen and aanpakken, and when there are none, what is wrong with the order.

    Where a fase belongs to some aanpakken only, the fasen of each aanpak have to be a werkproces by themselves.
    """
    vooruit = {fase.sleutel: fase.vooruit for fase in fasen}
    goed = [_verwijst_goed(nummer, fase, vooruit, aanpakken, bevindingen) for nummer, fase in enumerate(fasen, 1)]
    if not all(goed) or len(vooruit) != len(fasen):
        return
    nummers = {fase.sleutel: nummer for nummer, fase in enumerate(fasen, 1)}
    if not any(fase.aanpakken for fase in fasen):
        _volgorde(fasen, nummers, "", bevindingen)
        return
    for aanpak in aanpakken:
        eigen = werkproces_van(fasen, aanpak).fasen
        if eigen:
            _volgorde(eigen, nummers, f" (aanpak {toon(aanpak)})", bevindingen)
        else:
            bevindingen.meld("fasen", f"geen fase bij aanpak {toon(aanpak)}", "minstens een fase van elke aanpak")


def _verwijst_goed(
    nummer: int, fase: Fase, vooruit: _Graaf, aanpakken: Sequence[str], bevindingen: Bevindingen
) -> bool:
    goed = True
    for aanpak in fase.aanpakken:
        if aanpak not in aanpakken:
            bevindingen.meld(f"fasen[{nummer}].aanpakken", toon(aanpak), "een van: " + ", ".join(aanpakken))
            goed = False
    for sleutel in fase.naar:
        plaats = f"fasen[{nummer}].{'terug' if sleutel in fase.terug else 'naar'}"
        if sleutel not in vooruit:
            bevindingen.meld(plaats, toon(sleutel), "een van: " + ", ".join(vooruit))
            goed = False
        elif sleutel == fase.sleutel:
            bevindingen.meld(plaats, toon(sleutel), "een andere fase dan de fase zelf")
            goed = False
    return goed


def _volgorde(fasen: tuple[Fase, ...], nummers: Mapping[str, int], waar: str, bevindingen: Bevindingen) -> None:
    """``nummers`` says where each fase stands in the file, ``waar`` of which aanpak these are."""
    vooruit = {fase.sleutel: fase.vooruit for fase in fasen}
    bereik = {sleutel: _bereikbaar(sleutel, vooruit) for sleutel in vooruit}
    if _kringen(vooruit, bereik, nummers, waar, bevindingen):
        return
    doelen = {sleutel for rij in vooruit.values() for sleutel in rij}
    eerste, *anders = [sleutel for sleutel in vooruit if sleutel not in doelen]
    for sleutel in anders:
        bevindingen.meld(
            f"fasen[{nummers[sleutel]}]",
            f"{toon(sleutel)}, waar geen fase naartoe gaat{waar}",
            f"een fase die in naar van een andere staat, want elke casus begint met {toon(eerste)}",
        )
    if not any(fase.delen_toegestaan for fase in fasen):
        bevindingen.meld("fasen", f"overal delen_toegestaan = false{waar}", "minstens een fase waarin delen mag")
    for fase in fasen:
        for sleutel in fase.terug:
            if fase.sleutel not in bereik[sleutel]:
                bevindingen.meld(
                    f"fasen[{nummers[fase.sleutel]}].terug", f"{toon(sleutel)}{waar}", "een fase die eerder komt"
                )


def _kringen(
    vooruit: _Graaf,
    bereik: Mapping[str, set[str]],
    volgorde: Mapping[str, int],
    waar: str,
    bevindingen: Bevindingen,
) -> bool:
    """Report each step that closes a ring: in the order of the file every ring has one that goes back."""
    gevonden = False
    for sleutel, naar in vooruit.items():
        for doel in naar:
            if volgorde[doel] < volgorde[sleutel] and sleutel in bereik[doel]:
                ring = [een for een in vooruit if een in bereik[een] and een in bereik[doel] and doel in bereik[een]]
                bevindingen.meld(
                    f"fasen[{volgorde[sleutel]}].naar",
                    f"{toon(doel)}: een kring van {', '.join(ring)}{waar}",
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
