"""A request to join, and every partij that says yes."""

from __future__ import annotations

from datetime import time

from factories import Bureau

from zvh_desktop.models.bestuurskeuzes import BesluitOver, Instemming, TrajectId, TrajectSoort
from zvh_desktop.models.keuzes import Aanwezigheid
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer, VoorstelInvoer
from zvh_desktop.services.samenwerking.gegevens import Instemminginvoer, TrajectInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer

NAAM = "Stichting Verzonnen Hulp"


def aanvraag(bureau: Bureau) -> TrajectInvoer:
    return TrajectInvoer(
        TrajectSoort.TOETREDING,
        bureau.klok.vandaag,
        naam=NAAM,
        kort="Verzonnen",
        vestigingsplaats="Oefendorp",
        kantoor="Proefstraat 1",
        vertegenwoordiger="J. Oefenman",
        functie="bestuurder",
        bijdrage="Begeleiding van inwoners met een hulpvraag.",
        grondslag="Maatschappelijke ondersteuning (Wmo 2015)",
        advies="Positief." if bureau.profiel.samenwerking.toetreding.advies else "",
    )


def allen_akkoord(bureau: Bureau, traject: TrajectId, *, behalve: int = 0) -> None:
    trajecten = bureau.diensten().samenwerking.trajecten
    regels = trajecten.brieven.lijst(traject)
    bureau.contact(*(bureau.partijen.toon(een.partij_id).kort for een in regels if not een.aan))
    for een in regels[behalve:]:
        trajecten.brieven.noteer_verstuurd(traject, een.partij_id)
        antwoord = Instemminginvoer(Instemming.AKKOORD, bureau.klok.vandaag)
        trajecten.leg_antwoord_vast(traject, een.partij_id, antwoord)


def in_de_stuurgroep(bureau: Bureau, over: BesluitOver = BesluitOver.TOETREDING) -> None:
    diensten = bureau.diensten()
    overleg = diensten.overleggen.plan(
        OverlegInvoer("stuurgroep", bureau.klok.vandaag, time(13), time(15), "Raadzaal Voorbeeld")
    )
    leden = [lid.id for lid in diensten.overleggen.toon(overleg).leden]
    diensten.overlegleden.zet_aanwezigheid(leden, Aanwezigheid.AANWEZIG)
    diensten.overleggen.houd(overleg)
    punt = diensten.overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Een partij"))
    voorstel = diensten.besluitvorming.leg_voor(punt, VoorstelInvoer("Het voorstel over een partij", over=over))
    diensten.besluitvorming.leg_consensus_vast(voorstel, bereikt=True)
    bureau.alsof_bevestigd()
    plek = diensten.werkplek
    plek._bevestigd_tot = plek.looptijd() + 300
    diensten.overleggen.stel_vast(overleg)
