"""Letters go with the file: kept with the pieces when a house keeps those, and gone when all goes."""

from __future__ import annotations

from opruimhulp import Gesloten, vernietiger, zet_termijnen

from zvh_desktop.models.keuzes import VernietigSoort
from zvh_desktop.models.tekst.briefsoorten import Briefsoort
from zvh_desktop.services.brieven.gegevens import BriefInvoer
from zvh_desktop.services.huis.instellingen import HuisInstellingen, bewaar_instellingen

TEL = "SELECT (SELECT count(*) FROM brief) || '/' || (SELECT count(*) FROM uitgegeven WHERE brief_id IS NOT NULL)"


def test_een_brief_blijft_bij_de_stukken_en_gaat_met_het_dossier(gesloten: Gesloten) -> None:
    bureau, casus = gesloten.bureau, gesloten.casus
    with bureau.kluis.sessies.begin() as sessie:
        bewaar_instellingen(sessie, bureau.werkplek, HuisInstellingen(afzender_email="balie@voorbeeld.invalid"))
    bureau.contact(bureau.partijen.toon(next(iter(bureau._partijen.values()))).kort)
    brieven = bureau.diensten().brieven
    for regel in brieven.bij_casus(casus):
        if regel.vraag.soort in (Briefsoort.BETROKKENE_AFSCHALING, Briefsoort.AANMELDER_AANGENOMEN):
            brieven.noteer_verstuurd(regel.vraag, BriefInvoer(adres="Naam\nStraat 1\n1234 AB Dorp"))
    assert bureau.waarde(TEL) == "2/2"
    zet_termijnen(bureau, kernset="gekozen:stukken")
    bureau.alsof_bevestigd()
    vernietiger(bureau).doe(casus, VernietigSoort.SCHONEN)
    assert bureau.waarde(TEL) == "2/2"
    bureau.alsof_bevestigd()
    vernietiger(bureau).doe(casus, VernietigSoort.VERNIETIGEN)
    assert bureau.waarde(TEL) == "0/0"
