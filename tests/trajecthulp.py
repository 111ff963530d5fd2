"""A request to join, and every partij that says yes."""

from __future__ import annotations

from factories import Bureau

from zvh_desktop.models.bestuurskeuzes import Instemming, TrajectId, TrajectSoort
from zvh_desktop.services.samenwerking.gegevens import Instemminginvoer, TrajectInvoer

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
