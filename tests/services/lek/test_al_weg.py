"""What was signed or went already is as it was: what became known since is no question about it, and cuts nothing."""

from __future__ import annotations

import pytest
from factories import Bureau
from lekrond import haal_alles_weg, laat_alles_mee
from test_elke_deur import _bestuur, _briefvraag, ander_erbij, uit_pdf

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import Aanwezigheid, OverlegId
from zvh_desktop.models.tekst.briefsoorten import Briefsoort
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer
from zvh_desktop.services.bestuur.overleggen import OverleggenService
from zvh_desktop.services.brieven.gegevens import BriefInvoer
from zvh_desktop.services.lek.gegevens import LekOpen
from zvh_desktop.services.werkplek.werkplek import BEVESTIGING_GELDIG


def gehouden(bureau: Bureau, verslag: str) -> tuple[OverlegId, OverleggenService]:
    overleg = _bestuur(bureau)
    bureau.klok.verder(dagen=7)
    diensten = bureau.diensten()
    diensten.overlegleden.zet_aanwezigheid(
        [lid.id for lid in diensten.overleggen.toon(overleg).leden], Aanwezigheid.AANWEZIG
    )
    diensten.overleggen.houd(overleg)
    for punt in diensten.overleggen.toon(overleg).punten:
        diensten.overleggen.wijzig_punt(punt.id, BestuurpuntInvoer("Jaarplan"))
        diensten.overleggen.bewaar_verslag(punt.id, verslag)
    plek = diensten.werkplek
    plek._bevestigd_tot = plek.looptijd() + BEVESTIGING_GELDIG
    return overleg, diensten.overleggen


def test_een_vastgesteld_verslag_blijft_te_maken_als_er_later_een_naam_bij_komt(bureau: Bureau) -> None:
    overleg, overleggen = gehouden(bureau, "De heer Proefmans lichtte toe. Akkoord.")
    overleggen.stel_vast(overleg)
    bureau.casus("Jan Proefmans")
    assert "De heer Proefmans lichtte toe." in uit_pdf(overleggen.verslag_pdf(overleg).inhoud)


def test_voor_het_vaststellen_wordt_gekozen_en_wat_weg_moet_gaat_eerst_uit_de_tekst(bureau: Bureau) -> None:
    overleg, overleggen = gehouden(bureau, "Bel 06-55012345. Akkoord.")
    with pytest.raises(LekOpen):
        overleggen.stel_vast(overleg)
    haal_alles_weg(bureau, lambda: overleggen.stel_vast(overleg))
    with pytest.raises(InvoerOngeldig, match="krijgen zij heel"):
        overleggen.stel_vast(overleg)
    (punt,) = overleggen.toon(overleg).punten
    overleggen.bewaar_verslag(punt.id, "Bel 06-55012346. Akkoord.")
    laat_alles_mee(bureau, lambda: overleggen.stel_vast(overleg))
    overleggen.stel_vast(overleg)
    assert "06-55012346" in uit_pdf(overleggen.verslag_pdf(overleg).inhoud)


def test_van_een_brief_die_al_weg_is_wordt_bewaard_wat_er_ging(bureau: Bureau) -> None:
    ander_erbij(bureau)
    vraag = _briefvraag(bureau, Briefsoort.AANMELDER_AANGENOMEN)
    invoer = BriefInvoer(toelichting="Gesproken op 3 april 1985. Bel 06-55012345.")
    brieven = bureau.diensten().brieven
    assert [een.gevonden for een in haal_alles_weg(bureau, lambda: brieven.stukken(vraag, invoer))] == ["06-55012345"]
    weg = uit_pdf(brieven.stukken(vraag, invoer).brief.inhoud)
    bureau.sql("UPDATE betrokkene SET geboortedatum = '1985-04-03' WHERE naam = 'Testpersoon Eenman'")
    with pytest.raises(LekOpen):
        brieven.stukken(vraag, invoer)
    brief = brieven.noteer_verstuurd(vraag, invoer)
    kopie = uit_pdf(brieven.kopie(brief).inhoud)
    assert kopie == weg and "[weggelaten]" in kopie


def test_wat_is_genoteerd_zonder_te_maken_vraagt_niets_en_bewaart_geen_bsn(bureau: Bureau) -> None:
    ander_erbij(bureau)
    vraag = _briefvraag(bureau, Briefsoort.AANMELDER_AANGENOMEN)
    invoer = BriefInvoer(toelichting="Bel 06-55012345, BSN 999990019.")
    brieven = bureau.diensten().brieven
    with pytest.raises(LekOpen):
        brieven.stukken(vraag, invoer)
    kopie = uit_pdf(brieven.kopie(brieven.noteer_verstuurd(vraag, invoer)).inhoud)
    assert "06-55012345" in kopie and "999990019" not in kopie
