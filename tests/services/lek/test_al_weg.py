"""What was signed or went already is as it was: what became known since is no question about it, and cuts nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest
from factories import MEDEWERKER, Bureau
from lekrond import Lekrond, ging_alles_ten_onrechte, haal_alles_weg, laat_alles_mee
from sqlalchemy import select
from sqlalchemy.orm import Session
from test_elke_deur import (
    GEPLANT,
    ZONDER_NAMEN,
    _bestuur,
    _briefvraag,
    _verzoek_met_stuk,
    ander_erbij,
    laat_alles_mee_behalve_bsn,
    uit_pdf,
)
from trajecthulp import aanvraag
from verzoekzaak import Zaak

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekSoort, VerzoekUitkomst
from zvh_desktop.models.keuzes import Aanwezigheid, DocumentSoort, OverlegId
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.tekst.briefsoorten import Briefsoort
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer
from zvh_desktop.services.bestuur.overleggen import OverleggenService
from zvh_desktop.services.bestuur.verslag_getekend import BESTUURSVERSLAG
from zvh_desktop.services.brieven.gegevens import BriefInvoer
from zvh_desktop.services.datalek.gegevens import DatalekInvoer, Geraakt
from zvh_desktop.services.lek.bestemming import Bestemming
from zvh_desktop.services.lek.doorgelaten import Doorgelaten, Kenmerk
from zvh_desktop.services.lek.gegevens import LekOpen
from zvh_desktop.services.lek.lezers import naar_partij
from zvh_desktop.services.lek.uitgang import Uitgang, is_al_weg, tekst_digest
from zvh_desktop.services.lek.zoeker import kaal
from zvh_desktop.services.uitnodigen.triagebrieven import TriagebriefService
from zvh_desktop.services.verzoeken.gegevens import VerzoekbesluitInvoer
from zvh_desktop.services.werkplek.rechten import Recht
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


def test_een_verslag_van_voor_het_nazien_vraagt_het_bij_de_deur(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    overleg, overleggen = gehouden(bureau, "Bel 06-55012345. Akkoord.")
    with monkeypatch.context() as toen:
        toen.setattr(OverleggenService, "_eis_heel_voor_leden", lambda *_: None)
        toen.setattr(
            "zvh_desktop.services.bestuur.verslag_woorden.BESTUURSVERSLAG",
            replace(BESTUURSVERSLAG, vormen=BESTUURSVERSLAG.vormen[:4]),
        )
        overleggen.stel_vast(overleg)
    gevonden = haal_alles_weg(bureau, lambda: overleggen.verslag_pdf(overleg))
    assert [een.gevonden for een in gevonden] == ["06-55012345"]
    tekst = uit_pdf(overleggen.verslag_pdf(overleg).inhoud)
    assert "[weggelaten]" in tekst and "06-55012345" not in tekst
    (punt,) = overleggen.toon(overleg).punten
    assert punt.tekst == "Bel 06-55012345. Akkoord.", "what was signed stays as it is"


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


def test_noteren_zonder_te_maken_vraagt_en_bewaart_wat_is_gekozen(bureau: Bureau) -> None:
    ander_erbij(bureau)
    vraag = _briefvraag(bureau, Briefsoort.AANMELDER_AANGENOMEN)
    invoer = BriefInvoer(toelichting="Bel 06-55012345, BSN 999990019.")
    brieven = bureau.diensten().brieven
    gevraagd = laat_alles_mee_behalve_bsn(bureau, lambda: brieven.noteer_verstuurd(vraag, invoer))
    assert [een.gevonden for een in gevraagd] == ["06-55012345", "999990019"]
    assert not any(regel.eerder for regel in brieven.bij_casus(vraag.casus_id)), "nothing is noted before it was chosen"
    kopie = uit_pdf(brieven.kopie(brieven.noteer_verstuurd(vraag, invoer)).inhoud)
    assert "06-55012345" in kopie and "999990019" not in kopie


def test_na_opnieuw_aanmelden_vraagt_noteren_wat_intussen_bekend_werd(bureau: Bureau) -> None:
    ander_erbij(bureau)
    vraag = _briefvraag(bureau, Briefsoort.AANMELDER_AANGENOMEN)
    invoer = BriefInvoer(toelichting="Gesproken op 3 april 1985.")
    bureau.diensten().brieven.stukken(vraag, invoer)
    bureau.sql("UPDATE betrokkene SET geboortedatum = '1985-04-03' WHERE naam = 'Testpersoon Eenman'")
    bureau.als(bureau.werkplek.gebruiker)
    with pytest.raises(LekOpen):
        bureau.diensten().brieven.noteer_verstuurd(vraag, invoer)


def test_een_keuze_die_is_teruggenomen_wordt_bij_het_noteren_weer_gevraagd(bureau: Bureau) -> None:
    ander_erbij(bureau)
    vraag = _briefvraag(bureau, Briefsoort.AANMELDER_AANGENOMEN)
    invoer = BriefInvoer(toelichting="Bel 06-55012345.")
    brieven = bureau.diensten().brieven
    (gekozen,) = laat_alles_mee(bureau, lambda: brieven.stukken(vraag, invoer))
    brieven.stukken(vraag, invoer)
    bureau.diensten().rondsturen.lekken.neem_terug(gekozen)
    with pytest.raises(LekOpen):
        brieven.noteer_verstuurd(vraag, invoer)


def _datalek(bureau: Bureau) -> tuple[Callable[[], object], Callable[[], str]]:
    bureau.contact("Politie")
    dienst, nu, politie = bureau.diensten().datalekken, bureau.klok.nu, bureau.partij("Politie")
    lek = dienst.leg_vast(DatalekInvoer("Een bericht ging verkeerd.", nu, nu.date(), "Verbeterd.", ZONDER_NAMEN))
    dienst.zet_geraakt(lek, Geraakt(partijen=(politie,)))
    return (
        lambda: dienst.brieven.noteer_verstuurd(lek, politie),
        lambda: uit_pdf(dienst.brieven.brief(lek, politie).inhoud),
    )


def _traject(bureau: Bureau) -> tuple[Callable[[], object], Callable[[], str]]:
    bureau.contact("Politie")
    trajecten, politie = bureau.diensten().samenwerking.trajecten, bureau.partij("Politie")
    traject = trajecten.begin(replace(aanvraag(bureau), toelichting=ZONDER_NAMEN))
    return (
        lambda: trajecten.brieven.noteer_verstuurd(traject, politie),
        lambda: uit_pdf(trajecten.brieven.brief(traject, politie).inhoud),
    )


def _triage(bureau: Bureau) -> tuple[Callable[[], object], Callable[[], str]]:
    casus = bureau.aanmeldingen.accepteer(bureau.aanmelding("J. Oefenman", partij_id=bureau.partij("Almelo")))
    bureau.contact("Politie")
    politie, dienst = bureau.partij("Politie"), TriagebriefService(bureau.werkplek)
    bureau.triage.vraag(casus, politie, ZONDER_NAMEN)
    return lambda: dienst.noteer_verstuurd(casus, politie), lambda: bewaard(bureau, DocumentSoort.TRIAGEVRAAG)


def _verzoek(bureau: Bureau) -> tuple[Callable[[], object], Callable[[], str]]:
    zaak = Zaak(bureau)
    verzoek = zaak.verzoek(VerzoekSoort.WISSING)
    bureau.alsof_bevestigd()
    zaak.dienst.besluit(verzoek, VerzoekbesluitInvoer(VerzoekUitkomst.AFGEWEZEN, ZONDER_NAMEN))
    brieven = zaak.dienst.brieven
    return lambda: brieven.noteer_verstuurd(verzoek, None), lambda: bewaard(bureau, DocumentSoort.VERZOEKBRIEF)


def _inzage(bureau: Bureau) -> tuple[Callable[[], object], Callable[[], str]]:
    zaak, verzoek = _verzoek_met_stuk(bureau)
    delen, politie = zaak.dienst.delen, bureau.partij("Politie")
    return lambda: delen.noteer_verstuurd(verzoek, politie), lambda: bewaard(bureau, DocumentSoort.INZAGEOVERZICHT)


def bewaard(bureau: Bureau, soort: DocumentSoort) -> str:
    with bureau.kluis.lees_sessies() as sessie:
        return uit_pdf(sessie.scalars(select(Uitgegeven.inhoud).filter_by(soort=soort)).one())


@pytest.mark.parametrize("brief", (_datalek, _traject, _triage, _verzoek, _inzage), ids=lambda een: een.__name__)
def test_wie_eerst_noteert_kiest_dan_en_de_kopie_is_wat_is_gekozen(
    bureau: Bureau, brief: Callable[[Bureau], tuple[Callable[[], object], Callable[[], str]]]
) -> None:
    ander_erbij(bureau)
    noteer, kopie = brief(bureau)
    assert {een.vondst.soort: een.gevonden for een in haal_alles_weg(bureau, noteer)} == GEPLANT
    noteer()
    tekst = kopie()
    assert "Rustig begin" in tekst and "[weggelaten]" in tekst
    assert not [woord for woord in GEPLANT.values() if woord in tekst]


def test_wat_bij_het_noteren_alleen_werd_gevraagd_staat_niet_als_geweigerd_in_het_logboek(bureau: Bureau) -> None:
    ander_erbij(bureau)
    vraag = _briefvraag(bureau, Briefsoort.AANMELDER_AANGENOMEN)
    brieven, invoer = bureau.diensten().brieven, BriefInvoer(toelichting="Bel 06-55012345.")
    regels = "SELECT count(*) FROM logregel WHERE handeling = 'brief verstuurd'"
    with pytest.raises(LekOpen):
        brieven.noteer_verstuurd(vraag, invoer)
    assert bureau.waarde(regels) == 0
    laat_alles_mee(bureau, lambda: brieven.noteer_verstuurd(vraag, invoer))
    brieven.noteer_verstuurd(vraag, invoer)
    assert bureau.waarde(regels) == bureau.waarde(f"{regels} AND resultaat = 'gelukt'") == 1
    with pytest.raises(GebruikersFout, match="al"):
        brieven.noteer_verstuurd(vraag, invoer)
    assert bureau.waarde(f"{regels} AND resultaat = 'geweigerd'") == 1, "what is refused stands there as before"


@pytest.mark.parametrize("meer", ["erbij", "mensen", "eigen", "hele_tafel"])
def test_wat_een_lezer_in_een_andere_brief_mocht_weten_wordt_bij_het_noteren_gevraagd(
    bureau: Bureau, meer: str
) -> None:
    """The same reader and the same text, but here he is taken to know less."""
    nummer = bureau.nummer(bureau.casus())
    bureau.casus("Testpersoon Naastman")
    aan = bureau.partij("Almelo")
    wie = int(bureau.waarde("SELECT id FROM betrokkene WHERE naam = 'Testpersoon Naastman'"))
    ander, naam = int(bureau.partij("Tactus")), bureau.waarde("SELECT naam FROM partij WHERE naam LIKE '%Tactus%'")
    tekst = {
        "erbij": f"Met {naam} besproken.",
        "mensen": "Met Testpersoon Naastman besproken.",
        "eigen": "Bel 06-55012345.",
        "hele_tafel": f"Met {naam} besproken.",
    }[meer]
    ruimer = {
        "erbij": frozenset({ander}),
        "mensen": frozenset({wie}),
        "eigen": frozenset({kaal("06-55012345")}),
        "hele_tafel": True,
    }

    def door(sessie: Session, lezer: Bestemming) -> None:
        uitgang = Uitgang(bureau.werkplek, sessie, lezer)
        uitgang.door({"tekst": tekst}, nummer)
        uitgang.eis_gekozen()

    with bureau.werkplek.lees(Recht.CASUS_LEZEN) as sessie:
        smal = naar_partij(sessie.get_one(Partij, aan))
        kent = replace(smal, **{meer: ruimer[meer]})
        if meer == "hele_tafel":
            bureau.werkplek.eenmaal(Doorgelaten).onthoud(
                {Kenmerk.van(tekst_digest(kent, nummer, tekst), kent): frozenset()}
            )
        else:
            door(sessie, kent)
    with bureau.werkplek.lees(Recht.CASUS_LEZEN) as sessie:
        is_al_weg(sessie)
        door(sessie, kent)
        with pytest.raises(LekOpen):
            door(sessie, smal)


def test_wat_uit_de_brief_ging_blijft_uit_de_kopie_als_de_keuze_intussen_is_vernietigd(bureau: Bureau) -> None:
    ander_erbij(bureau)
    vraag = _briefvraag(bureau, Briefsoort.AANMELDER_AANGENOMEN)
    brieven, invoer = bureau.diensten().brieven, BriefInvoer(toelichting="Bel 06-55012345.")
    haal_alles_weg(bureau, lambda: brieven.stukken(vraag, invoer))
    weg = uit_pdf(brieven.stukken(vraag, invoer).brief.inhoud)
    bureau.sql("DROP TRIGGER lekoordeel_blijft")
    bureau.sql("DELETE FROM lekoordeel")
    kopie = uit_pdf(brieven.kopie(brieven.noteer_verstuurd(vraag, invoer)).inhoud)
    assert kopie == weg and "06-55012345" not in kopie


BELT: Final = BriefInvoer(toelichting="Bel 06-55012345, BSN 999990019.")


def test_wat_ten_onrechte_meeging_staat_in_de_kopie_en_gaat_daarna_niet_meer_mee(bureau: Bureau) -> None:
    ander_erbij(bureau)
    vraag = _briefvraag(bureau, Briefsoort.AANMELDER_AANGENOMEN)
    brieven = bureau.diensten().brieven
    gevraagd = ging_alles_ten_onrechte(bureau, lambda: brieven.noteer_verstuurd(vraag, BELT))
    assert [(een.gevonden, een.al_weg) for een in gevraagd] == [("06-55012345", True), ("999990019", True)]
    kopie = uit_pdf(brieven.kopie(brieven.noteer_verstuurd(vraag, BELT)).inhoud)
    assert "06-55012345" in kopie, "the copy is what went"
    assert "999990019" not in kopie, "no BSN is kept, whatever went"
    volgende = uit_pdf(brieven.stukken(vraag, BELT).brief.inhoud)
    assert "06-55012345" not in volgende and "[weggelaten]" in volgende
    bureau.klok.verder(dagen=1)
    tweede = uit_pdf(brieven.kopie(brieven.noteer_verstuurd(vraag, BELT)).inhoud)
    assert "06-55012345" not in tweede and "[weggelaten]" in tweede, "the second letter went without"


def test_een_dag_later_gaat_de_kopie_zonder_ook_als_er_intussen_niets_werd_gemaakt(bureau: Bureau) -> None:
    ander_erbij(bureau)
    vraag = _briefvraag(bureau, Briefsoort.AANMELDER_AANGENOMEN)
    brieven = bureau.diensten().brieven
    ging_alles_ten_onrechte(bureau, lambda: brieven.noteer_verstuurd(vraag, BELT))
    assert "06-55012345" in uit_pdf(brieven.kopie(brieven.noteer_verstuurd(vraag, BELT)).inhoud)
    bureau.klok.verder(dagen=1)
    assert "06-55012345" not in uit_pdf(brieven.kopie(brieven.noteer_verstuurd(vraag, BELT)).inhoud)


def test_een_dag_later_gaat_de_kopie_zonder_ook_na_opnieuw_aanmelden(bureau: Bureau) -> None:
    ander_erbij(bureau)
    vraag = _briefvraag(bureau, Briefsoort.AANMELDER_AANGENOMEN)
    ging_alles_ten_onrechte(bureau, lambda: bureau.diensten().brieven.noteer_verstuurd(vraag, BELT))
    bureau.diensten().brieven.noteer_verstuurd(vraag, BELT)
    bureau.klok.verder(dagen=1)
    bureau.als(bureau.werkplek.gebruiker)
    brieven = bureau.diensten().brieven
    assert "06-55012345" not in uit_pdf(brieven.kopie(brieven.noteer_verstuurd(vraag, BELT)).inhoud)


def test_van_wat_nog_niet_weg_is_kan_niemand_zeggen_dat_het_ten_onrechte_ging(bureau: Bureau) -> None:
    ander_erbij(bureau)
    vraag = _briefvraag(bureau, Briefsoort.AANMELDER_AANGENOMEN)
    with pytest.raises(InvoerOngeldig, match="nog niet weg"):
        ging_alles_ten_onrechte(bureau, lambda: bureau.diensten().brieven.stukken(vraag, BELT))


def test_wat_niet_mee_had_gemoeten_komt_met_een_daad_in_het_register(bureau: Bureau) -> None:
    ander_erbij(bureau)
    vraag = _briefvraag(bureau, Briefsoort.AANMELDER_AANGENOMEN)
    register = bureau.diensten().datalekken
    gevraagd = ging_alles_ten_onrechte(bureau, lambda: bureau.diensten().brieven.noteer_verstuurd(vraag, BELT))
    nummer = register.uit_brief.leg_vast(gevraagd)
    (regel,) = register.lijst()
    assert (regel.id, regel.aantal_casussen, regel.aantal_partijen) == (nummer, 1, 1)
    assert "telefoonnummer en BSN" in regel.wat and "06-55012345" not in regel.wat
    assert regel.termijn.startswith("nog 72 uur")
    register.uit_brief.haal_weg(nummer)
    assert register.lijst() == ()


def test_wie_geen_datalek_mag_vastleggen_leest_wie_dat_wel_mag(bureau: Bureau) -> None:
    assert bureau.diensten().datalekken.uit_brief.mag().mag
    bureau.als(MEDEWERKER)
    mag = bureau.diensten().datalekken.uit_brief.mag()
    assert not mag.mag and "procesregisseur" in mag.reden


def test_wat_al_is_rondgestuurd_vraagt_hoe_het_ging(bureau: Bureau) -> None:
    rond = Lekrond(bureau)._rond
    with pytest.raises(LekOpen, match="ging het terecht mee") as gevangen:
        rond.dienst.noteer_verstuurd([rond.vraag("Politie")])
    assert all(een.al_weg for een in gevangen.value.bevindingen)
    with pytest.raises(LekOpen, match="mag het mee") as vooraf:
        rond.dienst.concepten([rond.vraag("Politie")])
    assert not any(een.al_weg for een in vooraf.value.bevindingen)
