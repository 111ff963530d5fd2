"""Where an overleg does the triage: the casussen of that aanpak are weighed there before their triage is closed."""

from __future__ import annotations

from collections.abc import Sequence

from zvh_desktop.models.keuzes import Aanwezigheid, PuntUitkomst
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.oefenen.gegevens import OefenCasus
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.regelboek.weging import weger
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst

_GEWOGEN = VerslagTekst("De casus is besproken.", "De casus hoort op het overleg van het huis.", "")


def weeg(ploeg: Oefenploeg, diensten: Diensten, casussen: Sequence[OefenCasus]) -> None:
    """Each kind of overleg that weighs meets today, with who may be at the casussen that it weighs.

    The oordelen were given before; a casus at which nobody may be cannot be weighed and is left for another day.
    """
    per_soort: dict[str, list[OefenCasus]] = {}
    for casus in casussen:
        door = weger(ploeg.profiel, diensten.casussen.toon(ploeg.casussen[casus.sleutel]).aanpak_sleutel)
        if door is not None:
            per_soort.setdefault(door.sleutel, []).append(casus)
    for soort, te_wegen in per_soort.items():
        _houd(ploeg, diensten, soort, te_wegen)


def _houd(ploeg: Oefenploeg, diensten: Diensten, soort: str, casussen: Sequence[OefenCasus]) -> None:
    tafel, dag = ploeg.gegevens.tafel, diensten.werkplek.vandaag()
    overleg_id = diensten.tafels.plan(
        OverlegInvoer(soort, dag, tafel.begin, tafel.einde, tafel.plaats, tafel.voorzitter, tafel.notulist)
    )
    punten = []
    for casus in casussen:
        punt_id = diensten.agenda.voeg_casus_toe(overleg_id, ploeg.casussen[casus.sleutel])
        diensten.agenda.nodig_alle_uit(punt_id)
        punten.append(punt_id)
    diensten.agenda.geef_akkoord(overleg_id)
    for punt_id in punten:
        diensten.verslagen.start_punt(punt_id)
        for regel in next(p.aanwezigen for p in diensten.verslagen.toon(overleg_id).punten if p.id == punt_id):
            diensten.verslagen.zet_aanwezigheid(punt_id, regel.partij_id, Aanwezigheid.AANWEZIG)
        diensten.verslagen.bewaar_tekst(punt_id, _GEWOGEN)
        diensten.uitkomsten.zet(punt_id, PuntUitkomst.BESPROKEN)
        diensten.verslagen.rond_punt_af(punt_id)
    diensten.verslagen.stel_vast(overleg_id)
