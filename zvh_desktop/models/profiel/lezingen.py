"""Read who decides about afschaling, casusregisseur and toetreding, also where a convenant gives two answers."""

from __future__ import annotations

from zvh_desktop.models.profiel.delen import LANGSTE_ARTIKEL
from zvh_desktop.models.profiel.huisprofiel import (
    AfschalingRegels,
    BeslisRegels,
    CasusregisseurRegels,
    ChecklistRegel,
    Lezing,
)
from zvh_desktop.models.profiel.samenwerking import TOETREDINGSLEUTELS
from zvh_desktop.models.profiel.tabel import Tabel, toon

_LEGE_LEZING = Lezing("", "", (), "", "")


def lees_afschaling(bron: Tabel) -> AfschalingRegels:
    gekozen, lezingen, standaard = _lezingen(bron)
    afschaling = AfschalingRegels(
        beslissers=gekozen.beslissers,
        artikel=gekozen.artikel,
        lezingen=lezingen,
        standaard=standaard,
        checklist=tuple(map(_checklistregel, bron.tabellen("checklist", minstens=1))),
    )
    bron.sluit()
    return afschaling


def lees_casusregisseur(bron: Tabel) -> CasusregisseurRegels:
    gekozen, lezingen, standaard = _lezingen(bron)
    regels = CasusregisseurRegels(
        beslissers=gekozen.beslissers,
        artikel=gekozen.artikel,
        lezingen=lezingen,
        standaard=standaard,
        verplicht=bron.ja_nee("verplicht"),
    )
    bron.sluit()
    return regels


def lees_toetreding(bron: Tabel) -> BeslisRegels:
    gekozen, lezingen, standaard = _lezingen(bron)
    for sleutel in TOETREDINGSLEUTELS:
        bron.heeft(sleutel)  # read in samenwerking.py
    regels = BeslisRegels(
        beslissers=gekozen.beslissers, artikel=gekozen.artikel, lezingen=lezingen, standaard=standaard
    )
    bron.sluit()
    return regels


def _lezingen(bron: Tabel) -> tuple[Lezing, tuple[Lezing, ...], str]:
    """The reading that holds, all readings, and the key of the default: one answer, or several with a default."""
    if not bron.heeft("lezingen"):
        beslissers = bron.teksten("beslissers", minstens=1)
        artikel = bron.tekst("artikel", langste=LANGSTE_ARTIKEL)
        return Lezing("", "", beslissers, artikel, ""), (), ""
    for sleutel in ("beslissers", "artikel"):
        if bron.heeft(sleutel):
            bron.meld(sleutel, "een waarde naast lezingen", "alleen de lezingen, elk met beslissers en artikel")
    lezingen = tuple(map(_lezing, bron.tabellen("lezingen", minstens=2)))
    standaard = bron.tekst("standaard")
    gekozen = next((lezing for lezing in lezingen if lezing.sleutel == standaard), None)
    if gekozen is None and lezingen:
        verwacht = "een van: " + ", ".join(lezing.sleutel for lezing in lezingen)
        bron.meld("standaard", toon(standaard), verwacht)
    return gekozen or _LEGE_LEZING, lezingen, standaard


def _lezing(bron: Tabel) -> Lezing:
    lezing = Lezing(
        sleutel=bron.sleutel("sleutel"),
        naam=bron.tekst("naam"),
        beslissers=bron.teksten("beslissers", minstens=1),
        artikel=bron.tekst("artikel", langste=LANGSTE_ARTIKEL),
        reden=bron.tekst("reden"),
    )
    bron.sluit()
    return lezing


def _checklistregel(bron: Tabel) -> ChecklistRegel:
    regel = ChecklistRegel(
        sleutel=bron.sleutel("sleutel"),
        tekst=bron.tekst("tekst"),
        later=bron.ja_nee("later", standaard=False),
    )
    bron.sluit()
    return regel
