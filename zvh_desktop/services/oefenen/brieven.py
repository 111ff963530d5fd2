"""At the end of the demo: a letter of each kind that a casus asks for, and a form that came back filled in."""

from __future__ import annotations

from zvh_desktop.models.keuzes import CasusId, CasusStatus, PartijSoort, Rol
from zvh_desktop.models.tekst.briefsoorten import Briefsoort
from zvh_desktop.services.brieven.gegevens import BriefInvoer, Brievenregel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.informatie.verstrekkingen import VerstrekkingInvoer
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijInvoer
from zvh_desktop.services.regelboek.informatie import SchriftelijkeToestemming

_LAATSTE = (Briefsoort.AANMELDER_EINDE, Briefsoort.VERSTREKKING)
_ADRES = "Voorbeeldstraat 1\n1234 AB Voorbeeldstad"
_ANTWOORDEN = {
    "datum": "{vandaag}",
    "contact_naam": "Testpersoon Melder",
    "contact_email": "melder@voorbeeld.invalid",
    "naam_1": "Verzonnen Aangemelde",
    "geboren_1": "5-3-1980",
    "gemeente_1": "Voorbeelddorp",
    "zorgelijke_situatie": "Een verzonnen situatie, alleen voor deze oefening.",
    "verzoek": "Meedenken over een verzonnen vraag.",
    "terugkoppeling": "ja",
}


def schrijf_brieven(ploeg: Oefenploeg) -> None:
    """The first letter of each kind that can be made, noted as sent; then the form and what became of it."""
    kantoor = ploeg.op(0, Rol.MEDEWERKER)
    gemaakt: set[Briefsoort] = set()
    for casus_id in ploeg.casussen.values():
        _schrijf(ploeg, kantoor, casus_id, gemaakt)
    partij = next(
        regel.id
        for regel in kantoor.partijen.lijst()
        if regel.soort in ploeg.profiel.aanmelders and kantoor.partijen.toon(regel.id).contactpersonen
    )
    stukken = kantoor.formulieren.stukken(partij)
    ploeg.geef(stukken.formulier, stukken.concept)
    vandaag = f"{kantoor.werkplek.vandaag():%d-%m-%Y}"
    terug = kantoor.formulieren.ingevuld(partij, {k: w.format(vandaag=vandaag) for k, w in _ANTWOORDEN.items()})
    ingelezen = kantoor.formulieren.lees(terug)
    regels = kantoor.formulieren.voorstel(ingelezen, None)
    aanmelding = kantoor.formulieren.neem_over(ingelezen, None, [regel.sleutel for regel in regels if regel.kan])
    regie = ploeg.op(0, Rol.PROCESREGISSEUR)
    regie.aanmeldingen.wijs_af(aanmelding, "Deze vraag kan zonder ons worden opgelost.")
    for regel in regie.brieven.bij_aanmelding(aanmelding):
        _verstuur(ploeg, regie, regel, gemaakt)
    ploeg.meld(
        f"{len(gemaakt)} soorten brieven gemaakt, en een ingevuld formulier ingelezen: {len(regels)} antwoorden "
        "overgenomen."
    )


def schrijf_laatste(ploeg: Oefenploeg) -> None:
    """The two kinds that come later: that a casus ended elsewhere, and what a derde is given under conditions."""
    kantoor, gemaakt = ploeg.op(0, Rol.MEDEWERKER), set[Briefsoort]()
    over = (casus.id for casus in kantoor.casussen.lijst() if casus.status is CasusStatus.BEEINDIGD)
    for casus_id in (*over, _verstrek(ploeg, kantoor)):
        for regel in kantoor.brieven.bij_casus(casus_id):
            soort = regel.vraag.soort
            if soort in _LAATSTE and soort not in gemaakt and not regel.waarom_niet and regel.contactpersonen:
                ploeg.geef_regie(kantoor.brieven.stukken(regel.vraag, BriefInvoer()).brief)
                kantoor.brieven.noteer_verstuurd(regel.vraag, BriefInvoer())
                gemaakt.add(soort)
    soorten = "1 soort brief" if len(gemaakt) == 1 else f"{len(gemaakt)} soorten brieven"
    ploeg.meld(f"Nog {soorten} gemaakt: over een casus die elders verdergaat, en bij een verstrekking aan een derde.")


def _verstrek(ploeg: Oefenploeg, kantoor: Diensten) -> CasusId:
    """A derde in the register, and what it is given from a casus that runs; whoever gave it agreed in writing."""
    vandaag = kantoor.werkplek.vandaag()
    derde = kantoor.partijen.voeg_toe(PartijInvoer("Woningstichting Oefening", "Woonst.", PartijSoort.DERDE))
    kantoor.partijen.voeg_contact_toe(
        derde, ContactpersoonInvoer("Testpersoon Wonen", "medewerker", "wonen@voorbeeld.invalid")
    )
    loopt = (casus_id for casus_id in ploeg.casussen.values() if not kantoor.verstrekkingen.toon(casus_id).niet_delen)
    casus_id = next(loopt)
    wie = kantoor.casussen.toon(casus_id).aanmeldende_partij
    aanmelder = next(een.id for een in kantoor.verstrekkingen.toon(casus_id).verstrekkers if een.naam == wie)
    kantoor.verstrekkingen.leg_vast(
        casus_id,
        VerstrekkingInvoer(
            derde_id=derde,
            verstrekker_id=aanmelder,
            wat="Dat er een plan is, en wie de vaste contactpersoon is.",
            grondslag="een verzonnen grondslag, alleen voor deze oefening",
            toestemming=SchriftelijkeToestemming(vandaag, "verzonnen brief 12", "Testpersoon Melder"),
        ),
    )
    return casus_id


def _schrijf(ploeg: Oefenploeg, kantoor: Diensten, casus_id: CasusId, gemaakt: set[Briefsoort]) -> None:
    for regel in kantoor.brieven.bij_casus(casus_id):
        if not regel.waarom_niet and regel.vraag.soort not in gemaakt:
            _verstuur(ploeg, kantoor, regel, gemaakt)


def _verstuur(ploeg: Oefenploeg, diensten: Diensten, regel: Brievenregel, gemaakt: set[Briefsoort]) -> None:
    if not regel.per_post and not regel.contactpersonen:
        return
    adres = regel.adres or f"{regel.aan}\n{_ADRES}"
    invoer = BriefInvoer(adres=adres if regel.per_post else "")
    stukken = diensten.brieven.stukken(regel.vraag, invoer)
    ploeg.geef(stukken.brief)
    diensten.brieven.noteer_verstuurd(regel.vraag, invoer)
    gemaakt.add(regel.vraag.soort)
