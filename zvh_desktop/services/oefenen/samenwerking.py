"""A new partij and a dispute, in a practice vault: asked, told, agreed, decided, and the form ready to be signed."""

from __future__ import annotations

from datetime import time, timedelta

from zvh_desktop.models.bestuurskeuzes import BesluitOver, Instemming, TrajectId, TrajectSoort
from zvh_desktop.models.keuzes import Aanwezigheid, Regel, Rol
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer, VoorstelInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.samenwerking.gegevens import Instemminginvoer, TrajectBesluit, TrajectInvoer
from zvh_desktop.services.samenwerking.geschillen import ONDERWERPEN, GeschilInvoer, StapInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer

_AANVRAAG, _ANTWOORD, _BESLUIT = 12, 8, 3
_NAAM, _KORT = "Stichting Verzonnen Begeleiding", "Verzonnen"
_TERMIJN = timedelta(days=10)


def speel_samenwerking(ploeg: Oefenploeg) -> None:
    """The toetreding of this house as far as its form, and a dispute that lies at the first of its route."""
    if ploeg.profiel.geldt(Regel.TOETREDING):
        _treed_toe(ploeg)
    _leg_geschil_voor(ploeg)


def _treed_toe(ploeg: Oefenploeg) -> None:
    diensten = ploeg.op(_AANVRAAG, Rol.PROCESREGISSEUR)
    regels = ploeg.profiel.samenwerking.toetreding
    traject = diensten.samenwerking.trajecten.begin(
        TrajectInvoer(
            TrajectSoort.TOETREDING,
            diensten.werkplek.vandaag(),
            naam=_NAAM,
            kort=_KORT,
            vestigingsplaats="Oefendorp",
            kantoor="Proefstraat 1, Oefendorp",
            vertegenwoordiger="J. Oefenman",
            functie="bestuurder",
            bijdrage="Begeleiding van inwoners die na een crisis weer thuis wonen.",
            grondslag="Maatschappelijke ondersteuning (Wmo 2015)",
            ontvangen_bij=regels.aanvraag_bij,
            toelichting="De organisatie werkt al samen met de gemeenten.",
            advies="Positief." if regels.advies else "",
        )
    )
    _vertel(ploeg, traject)
    _beslis(ploeg, traject)


def _vertel(ploeg: Oefenploeg, traject: TrajectId) -> None:
    """Every partij with an address is told and agrees; the letter of the first goes into the folder of the regie."""
    diensten = ploeg.op(_ANTWOORD, Rol.PROCESREGISSEUR)
    brieven = diensten.samenwerking.trajecten.brieven
    regels = brieven.lijst(traject)
    for nummer, regel in enumerate(regels):
        if not regel.aan:
            continue
        if nummer == 0:
            stukken = brieven.stukken(traject, regel.partij_id)
            ploeg.geef_regie(stukken.brief, stukken.concept)
        brieven.noteer_verstuurd(traject, regel.partij_id)
        antwoord = Instemminginvoer(Instemming.AKKOORD, diensten.werkplek.vandaag())
        diensten.samenwerking.trajecten.leg_antwoord_vast(traject, regel.partij_id, antwoord)


def _beslis(ploeg: Oefenploeg, traject: TrajectId) -> None:
    diensten = ploeg.teken_op(_BESLUIT, time(15))
    soorten = ploeg.profiel.toetreding.beslissers_volgens() if ploeg.profiel.toetreding is not None else ()
    hier = [een.sleutel for een in ploeg.profiel.overlegsoorten if een.sleutel in soorten]
    if hier:
        _vergader(diensten, hier[0])
    if diensten.samenwerking.trajecten.lijst()[0].nog:
        ploeg.meld(f"Aanvraag van {_NAAM} om toe te treden loopt: nog niet alle partijen zijn geïnformeerd en akkoord.")
        return
    keuzes = diensten.samenwerking.trajecten.besluitvraag(traject).keuzes
    besluit = TrajectBesluit(keuzes[0].id) if keuzes else TrajectBesluit(
        op=diensten.werkplek.vandaag(), door="de partijen"
    )  # fmt: skip
    diensten.samenwerking.trajecten.besluit(traject, besluit)
    ploeg.geef_regie(diensten.samenwerking.trajecten.brieven.formulier(traject))
    ploeg.meld(f"Besloten dat {_NAAM} kan toetreden; de toetredingsverklaring ligt klaar om te tekenen.")


def _vergader(diensten: Diensten, soort: str) -> None:
    overleg = diensten.overleggen.plan(
        OverlegInvoer(soort, diensten.werkplek.vandaag(), time(13), time(14), "Vergaderzaal Oefendorp", "J. Oefenman")
    )
    leden = [lid.id for lid in diensten.overleggen.toon(overleg).leden]
    diensten.overlegleden.zet_aanwezigheid(leden, Aanwezigheid.AANWEZIG)
    punt = diensten.overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Een nieuwe partij", 20))
    voorstel = VoorstelInvoer(f"{_NAAM} toelaten tot het convenant.", over=BesluitOver.TOETREDING)
    besluit = diensten.besluitvorming.leg_voor(punt, voorstel)
    diensten.overleggen.houd(overleg)
    for een in diensten.overleggen.toon(overleg).punten:
        diensten.overleggen.bewaar_verslag(een.id, "Het onderwerp is besproken. Er zijn geen bezwaren.")
    diensten.besluitvorming.leg_consensus_vast(besluit, bereikt=True)
    diensten.overleggen.stel_vast(overleg)
    for brief in diensten.besluitenbrieven.lijst(overleg):
        diensten.besluitenbrieven.noteer_verstuurd(overleg, brief.soort)


def _leg_geschil_voor(ploeg: Oefenploeg) -> None:
    onderwerp = next((een for een in ONDERWERPEN if ploeg.profiel.geschillen.get(een)), None)
    if onderwerp is None:
        return
    diensten = ploeg.op(_ANTWOORD, Rol.PROCESREGISSEUR)
    dag = diensten.werkplek.vandaag()
    geschil = diensten.samenwerking.geschillen.leg_vast(
        GeschilInvoer(onderwerp, "Er is verschil van inzicht over wie de afspraken bewaakt.", dag)
    )
    diensten.samenwerking.geschillen.leg_voor(geschil, StapInvoer(dag, dag + _TERMIJN))
    ploeg.geef_regie(diensten.samenwerking.geschillen.notitie(geschil))
    regel = diensten.samenwerking.geschillen.lijst()[0]
    ploeg.meld(f"Geschil vastgelegd en voorgelegd aan: {regel.stappen[0].bij}.")
