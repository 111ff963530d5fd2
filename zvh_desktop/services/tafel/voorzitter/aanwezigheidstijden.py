"""When somebody came to a point late or left it early, by what was written down at the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zvh_desktop.models.keuzes import AgendapuntId, PartijId, TafelHandeling
from zvh_desktop.models.overleg import Tafelgebeurtenis
from zvh_desktop.models.taal import tijd
from zvh_desktop.services.werkplek.klok import als_lokaal


def tijden_bij_punt(rijen: Sequence[Tafelgebeurtenis], punt_id: AgendapuntId) -> Mapping[PartijId, str]:
    """Per partij 'vanaf 10:20', 'tot 10:42' or 'van 10:20 tot 10:42'; who was there all the time is not in it."""
    gekomen: dict[PartijId, str] = {}
    gegaan: dict[PartijId, str] = {}
    for rij in rijen:
        if rij.agendapunt_id != punt_id or rij.partij_id is None:
            continue
        klok = tijd(als_lokaal(rij.tijdstip).time())
        if rij.soort == TafelHandeling.AAN_TAFEL:
            gekomen[rij.partij_id] = klok
            gegaan.pop(rij.partij_id, None)
        elif rij.soort == TafelHandeling.VAN_TAFEL:
            gegaan[rij.partij_id] = klok
    return {partij_id: _zin(gekomen.get(partij_id, ""), gegaan.get(partij_id, "")) for partij_id in gekomen | gegaan}


def _zin(vanaf: str, tot: str) -> str:
    if vanaf and tot:
        return f"van {vanaf} tot {tot}"
    return f"vanaf {vanaf}" if vanaf else f"tot {tot}"
