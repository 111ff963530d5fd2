"""Letters from the case: who gets one, what it may hold, that it is kept as it was sent, and the way back."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from factories import BEHEER, MEDEWERKER, REGIE, Bureau
from informatiedossier import Dossier
from pypdf import PdfReader
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietBevoegd, RegelGeweigerd
from zvh_desktop.models.keuzes import BuitenRoutering, CasusId, VastleggingSoort
from zvh_desktop.models.tekst.briefsoorten import AAN_BETROKKENE, Briefsoort
from zvh_desktop.services.brieven.brieven import BriefService
from zvh_desktop.services.brieven.gegevens import BriefInvoer, Brievenregel
from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer
from zvh_desktop.services.casus.afschalingen import AfschalingInvoer
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.casus.vooroverleg import VastleggingInvoer
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer

ADRES = "Verzonnen Persoon\nVoorbeeldstraat 1\n1234 AB Voorbeelddorp"
POST = BriefInvoer(adres=ADRES)


def lees(pdf: bytes) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages).split())


def regel(brieven: BriefService, casus: CasusId, soort: Briefsoort, aan: str = "") -> Brievenregel:
    return next(een for een in brieven.bij_casus(casus) if een.vraag.soort is soort and aan in een.aan)


def schaal_af(dossier: Dossier, overgedragen: str = "") -> None:
    bureau = dossier.bureau
    bureau.gehouden(dossier.overleg)
    punt = bureau.agenda.toon(dossier.overleg).punten[0].id
    bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(bureau.profiel.besluiten_tot("afschaling")[0].sleutel))
    bureau.verslagen.stel_vast(dossier.overleg)
    bureau.afschalingen.bewaar(dossier.casus, AfschalingInvoer("Het gaat goed.", "Alles is gehaald.", overgedragen))
    bureau.afschalingen.besluit(dossier.casus, "overleg")


@pytest.fixture
def dossier(bureau: Bureau) -> Dossier:
    een = Dossier(bureau)
    bureau.contact(bureau.partijen.toon(een.aanmelder).kort)
    return een


def test_een_brief_aan_de_betrokkene_per_post_en_terug(dossier: Dossier) -> None:
    brieven = dossier.diensten.brieven
    een = regel(brieven, dossier.casus, Briefsoort.BETROKKENE_AANMELDING)
    assert een.waarom_niet == ""
    with pytest.raises(InvoerOngeldig, match="adresregels"):
        brieven.stukken(een.vraag, BriefInvoer())
    stukken = brieven.stukken(een.vraag, replace(POST, toelichting="Wij bellen u volgende week."))
    tekst = lees(stukken.brief.inhoud)
    assert stukken.concept is None
    huis = dossier.bureau.profiel.naam
    for verwacht in ("1234 AB Voorbeelddorp", "Wij bellen u volgende week.", "mag u bezwaar maken", huis):
        assert verwacht in tekst
    assert dossier.bureau.nummer(dossier.casus) not in tekst
    assert not [p.naam for p in dossier.bureau.partijen.lijst() if p.naam in tekst.replace(huis, "")]
    assert "J. Oefenman" not in stukken.brief.bestandsnaam
    brief_id = brieven.noteer_verstuurd(een.vraag, POST)
    na = regel(brieven, dossier.casus, Briefsoort.BETROKKENE_AANMELDING)
    waarheen = "J. Oefenman, per post naar Voorbeeldstraat 1, 1234 AB Voorbeelddorp"
    assert (na.eerder[0].dag, na.eerder[0].aan) == (dossier.bureau.klok.vandaag, waarheen)
    assert lees(brieven.kopie(brief_id).inhoud) == lees(brieven.stukken(een.vraag, POST).brief.inhoud)
    with pytest.raises(GebruikersFout, match="vandaag al"):
        brieven.noteer_verstuurd(een.vraag, POST)
    brieven.neem_terug(brief_id)
    assert regel(brieven, dossier.casus, Briefsoort.BETROKKENE_AANMELDING).eerder == ()
    assert dossier.bureau.waarde("SELECT count(*) FROM uitgegeven WHERE brief_id IS NOT NULL") == 0


def geinformeerd(dossier: Dossier) -> VastleggingInvoer | None:
    regels = dossier.diensten.vooroverleg.bij_casus(dossier.casus)
    return next((een.invoer for een in regels if een.soort is VastleggingSoort.BETROKKENE), None)


def test_de_brief_over_de_aanmelding_legt_vast_dat_de_betrokkene_is_geinformeerd(dossier: Dossier) -> None:
    brieven, vandaag = dossier.diensten.brieven, dossier.bureau.klok.vandaag
    vraag = regel(brieven, dossier.casus, Briefsoort.BETROKKENE_AANMELDING).vraag
    brief_id = brieven.noteer_verstuurd(vraag, POST)
    per_brief = VastleggingInvoer(vandaag, "brief aan J. Oefenman")
    assert geinformeerd(dossier) == per_brief
    brieven.neem_terug(brief_id)
    assert geinformeerd(dossier) is None
    eigen = VastleggingInvoer(vandaag, "J. Oefenman, aan de balie")
    dossier.diensten.vooroverleg.leg_vast(VastleggingSoort.BETROKKENE, eigen, casus_id=dossier.casus)
    brieven.neem_terug(brieven.noteer_verstuurd(vraag, POST))
    assert geinformeerd(dossier) == eigen


def test_een_betrokkene_met_e_mail_krijgt_een_concept(dossier: Dossier) -> None:
    brieven = dossier.diensten.brieven
    vraag = regel(brieven, dossier.casus, Briefsoort.BETROKKENE_AANMELDING).vraag
    stukken = brieven.stukken(vraag, BriefInvoer(email="iemand@voorbeeld.invalid"))
    assert stukken.concept is not None
    assert b"iemand@voorbeeld.invalid" in stukken.concept.inhoud
    with pytest.raises(InvoerOngeldig):
        brieven.stukken(vraag, BriefInvoer(email="iemand@voorbeeld\nBcc: ander@voorbeeld.invalid"))


@pytest.mark.parametrize(
    ("adres", "wat"),
    [("Alleen Naam", "onder de naam"), ("\n".join("abcdefg"), "passen 6"), (f"Naam\n{'x' * 60}", "te lang")],
)
def test_adresregels_passen_in_het_venster(dossier: Dossier, adres: str, wat: str) -> None:
    vraag = regel(dossier.diensten.brieven, dossier.casus, Briefsoort.BETROKKENE_AANMELDING).vraag
    with pytest.raises(InvoerOngeldig, match=wat):
        dossier.diensten.brieven.stukken(vraag, BriefInvoer(adres=adres))


def test_een_toelichting_noemt_niemand_die_de_betrokkene_niet_mag_kennen(dossier: Dossier) -> None:
    bureau, brieven = dossier.bureau, dossier.diensten.brieven
    ander = bureau.casus("Verzonnen Andersson")
    vraag = regel(brieven, dossier.casus, Briefsoort.BETROKKENE_AANMELDING).vraag
    for tekst in (
        f"Wij spraken {bureau.naam(dossier.lezer)}.",
        f"Wij spraken {dossier.lezer}.",
        "Testpersoon Balie belde ons.",
        "Verzonnen Andersson doet ook mee.",
        f"Zie casus {bureau.nummer(ander)}.",
        f"Zie casus {bureau.nummer(dossier.casus)}.",
    ):
        with pytest.raises(InvoerOngeldig, match="mag de ontvanger"):
            brieven.stukken(vraag, replace(POST, toelichting=tekst))
    assert brieven.stukken(vraag, replace(POST, toelichting="Beste J. Oefenman, wij bellen u."))


def test_elke_betrokkene_krijgt_een_eigen_brief(dossier: Dossier) -> None:
    bureau = dossier.bureau
    casus = bureau.aanmeldingen.accepteer(
        bureau.aanmelding(betrokkenen=(BetrokkeneInvoer("Eerste Verzonnen"), BetrokkeneInvoer("Tweede Bedacht")))
    )
    regels = [een for een in dossier.diensten.brieven.bij_casus(casus) if een.vraag.soort in AAN_BETROKKENE]
    assert [een.aan for een in regels] == ["Eerste Verzonnen", "Tweede Bedacht"]
    tekst = lees(dossier.diensten.brieven.stukken(regels[1].vraag, POST).brief.inhoud)
    assert "Tweede Bedacht" in tekst
    assert "Eerste" not in tekst
    with pytest.raises(InvoerOngeldig, match="mag de ontvanger"):
        dossier.diensten.brieven.stukken(regels[1].vraag, replace(POST, toelichting="Ook voor Eerste Verzonnen."))
    vreemd = replace(regels[1].vraag, casus_id=dossier.casus)
    with pytest.raises(InvoerOngeldig, match="niet bij deze casus"):
        dossier.diensten.brieven.stukken(vreemd, POST)


def test_wie_niet_wordt_geinformeerd_krijgt_geen_brief_en_de_reden_staat_er(dossier: Dossier) -> None:
    dossier.diensten.vooroverleg.leg_vast(
        VastleggingSoort.BETROKKENE, VastleggingInvoer(niet_omdat="Dat is nu niet veilig."), casus_id=dossier.casus
    )
    een = regel(dossier.diensten.brieven, dossier.casus, Briefsoort.BETROKKENE_AANMELDING)
    assert "Dat is nu niet veilig." in een.waarom_niet
    with pytest.raises(GebruikersFout, match="niet wordt geïnformeerd"):
        dossier.diensten.brieven.noteer_verstuurd(een.vraag, POST)


def test_brief_over_het_plan_pas_als_dat_vastgesteld_is(dossier: Dossier) -> None:
    bureau, brieven = dossier.bureau, dossier.diensten.brieven
    assert not [e for e in brieven.bij_casus(dossier.casus) if e.vraag.soort is Briefsoort.BETROKKENE_PLAN]
    vraag = replace(
        regel(brieven, dossier.casus, Briefsoort.BETROKKENE_AANMELDING).vraag, soort=Briefsoort.BETROKKENE_PLAN
    )
    with pytest.raises(GebruikersFout, match="nog geen vastgesteld"):
        brieven.stukken(vraag, POST)
    bureau.wijs_aan(dossier.casus, dossier.lezer)
    plan = bureau.plannen.begin(dossier.casus)
    bureau.plannen.bewaar(
        plan,
        bureau.plan_invoer(
            dossier.lezer, dossier.ander, informeert_betrokkene="", niet_geinformeerd_omdat="Eerst de wijkagent."
        ),
    )
    bureau.alsof_bevestigd()
    bureau.plannen.stel_vast(plan)
    assert "Eerst de wijkagent." in regel(brieven, dossier.casus, Briefsoort.BETROKKENE_PLAN).waarom_niet
    assert regel(brieven, dossier.casus, Briefsoort.BETROKKENE_AANMELDING).waarom_niet == ""


def test_de_aanmelder_hoort_alleen_van_de_eigen_aanmelding(dossier: Dossier) -> None:
    bureau, brieven = dossier.bureau, dossier.diensten.brieven
    een = regel(brieven, dossier.casus, Briefsoort.AANMELDER_AANGENOMEN)
    brief = brieven.stukken(een.vraag, BriefInvoer())
    assert brief.concept is not None
    tekst = lees(brief.brief.inhoud)
    assert bureau.nummer(dossier.casus) in tekst
    assert "Oefenman" not in tekst
    assert "art." in tekst
    aanmelding = bureau.casussen.toon(dossier.casus).aanmelding_id
    assert aanmelding is not None
    brief_id = brieven.noteer_verstuurd(een.vraag, BriefInvoer())
    assert bureau.aanmeldingen.toon(aanmelding).teruggekoppeld_op == bureau.klok.vandaag
    brieven.neem_terug(brief_id)
    assert bureau.aanmeldingen.toon(aanmelding).teruggekoppeld_op is None
    with pytest.raises(GebruikersFout, match="bracht de casus niet in"):
        brieven.stukken(replace(een.vraag, partij_id=bureau.partij(dossier.vreemde)), BriefInvoer())
    for tekst in (f"Ook {bureau.naam(dossier.ander)} doet mee.", "Over J. Oefenman.", "Over Oefenman."):
        with pytest.raises(InvoerOngeldig, match="mag de ontvanger"):
            brieven.stukken(een.vraag, BriefInvoer(toelichting=tekst))


def test_een_beeindigde_casus_wordt_teruggekoppeld(dossier: Dossier) -> None:
    bureau, brieven = dossier.bureau, dossier.diensten.brieven
    casus = bureau.aanmeldingen.accepteer(bureau.aanmelding("Nog Iemand", partij_id=dossier.aanmelder))
    einde = TriageInvoer(routering=BuitenRoutering.ELDERS, toelichting="Het wijkteam gaat verder.")
    bureau.triage.bewaar(casus, einde)
    bureau.alsof_bevestigd()
    bureau.triage.rond_af(casus)
    een = regel(brieven, casus, Briefsoort.AANMELDER_EINDE)
    assert "is bij ons gestopt" in lees(brieven.stukken(een.vraag, BriefInvoer()).brief.inhoud)
    brief_id = brieven.noteer_verstuurd(een.vraag, BriefInvoer())
    nu = dossier.diensten.einden.toon(casus).nu
    assert nu is not None
    assert nu.terugkoppeling is not None
    assert (nu.terugkoppeling.op, nu.terugkoppeling.hoe) == (bureau.klok.vandaag, "per brief")
    brieven.neem_terug(brief_id)
    nu = dossier.diensten.einden.toon(casus).nu
    assert nu is not None
    assert nu.terugkoppeling is None


def test_een_afgewezen_aanmelding_krijgt_de_reden(dossier: Dossier) -> None:
    bureau, brieven = dossier.bureau, dossier.diensten.brieven
    aanmelding = bureau.aanmelding("Nog Iemand")
    assert brieven.bij_aanmelding(aanmelding) == ()
    bureau.aanmeldingen.wijs_af(aanmelding, "Dit kan in de wijk worden opgelost.")
    (een,) = brieven.bij_aanmelding(aanmelding)
    assert "in de wijk worden opgelost" in lees(brieven.stukken(een.vraag, BriefInvoer()).brief.inhoud)
    brief_id = brieven.noteer_verstuurd(een.vraag, BriefInvoer())
    assert bureau.aanmeldingen.toon(aanmelding).teruggekoppeld_op == bureau.klok.vandaag
    assert brieven.kopie(brief_id).inhoud.startswith(b"%PDF")
    namen = bureau.aanmelding("Derde Persoon")
    bureau.aanmeldingen.wijs_af(namen, "Derde Persoon is al bekend.")
    (fout,) = brieven.bij_aanmelding(namen)
    with pytest.raises(InvoerOngeldig, match="In de reden staat de naam van een betrokkene"):
        brieven.stukken(fout.vraag, BriefInvoer())


def test_bij_afschaling_alleen_wie_iets_kreeg_en_door_de_poort_mag(dossier: Dossier) -> None:
    bureau, brieven = dossier.bureau, dossier.diensten.brieven
    dossier.uitnodigen()
    for kort in (dossier.lezer, dossier.ander):
        dossier.diensten.uitnodigingen.markeer_verzonden(dossier.uitnodiging_id(kort))
    schaal_af(dossier, f"{bureau.naam(dossier.lezer)} houdt contact.")
    partijbrieven = [e for e in brieven.bij_casus(dossier.casus) if e.vraag.soort is Briefsoort.AFSCHALING_PARTIJ]
    assert {een.aan for een in partijbrieven} == {bureau.naam(dossier.lezer), bureau.naam(dossier.ander)}
    een = regel(brieven, dossier.casus, Briefsoort.AFSCHALING_PARTIJ, bureau.naam(dossier.lezer))
    tekst = lees(brieven.stukken(een.vraag, BriefInvoer()).brief.inhoud)
    assert bureau.nummer(dossier.casus) in tekst
    assert bureau.naam(dossier.ander) not in tekst
    niets = replace(een.vraag, partij_id=bureau.partij(dossier.verstrekker))
    with pytest.raises(GebruikersFout, match="kreeg van ons niets"):
        brieven.stukken(niets, BriefInvoer())
    with pytest.raises(RegelGeweigerd):
        brieven.stukken(replace(een.vraag, partij_id=bureau.partij(dossier.vreemde)), BriefInvoer())
    bureau.trek_in(dossier.casus, dossier.ander)
    assert regel(brieven, dossier.casus, Briefsoort.AFSCHALING_PARTIJ, bureau.naam(dossier.ander)).waarom_niet
    (over,) = [e for e in brieven.bij_casus(dossier.casus) if e.vraag.soort is Briefsoort.OVERDRACHT]
    assert over.aan == bureau.naam(dossier.lezer)
    assert "houdt contact" in lees(brieven.stukken(over.vraag, BriefInvoer()).brief.inhoud)
    einde = regel(brieven, dossier.casus, Briefsoort.BETROKKENE_AFSCHALING)
    assert brieven.stukken(einde.vraag, POST).brief.inhoud
    assert not [e for e in brieven.bij_casus(dossier.casus) if e.vraag.soort is Briefsoort.BETROKKENE_AANMELDING]


def test_een_overdracht_noemt_niemand_buiten_de_casus(dossier: Dossier) -> None:
    bureau, brieven = dossier.bureau, dossier.diensten.brieven
    dossier.uitnodigen()
    schaal_af(dossier, f"{bureau.naam(dossier.lezer)} en {bureau.naam(dossier.vreemde)} gaan verder.")
    (over,) = [e for e in brieven.bij_casus(dossier.casus) if e.vraag.soort is Briefsoort.OVERDRACHT]
    with pytest.raises(InvoerOngeldig, match="In de overdracht staat de naam van een andere partij"):
        brieven.stukken(over.vraag, BriefInvoer())


def test_een_verstrekking_gaat_met_haar_voorwaarden(dossier: Dossier) -> None:
    bureau, brieven = dossier.bureau, dossier.diensten.brieven
    derde = dossier.derde()
    rij = dossier.diensten.verstrekkingen.leg_vast(dossier.casus, dossier.verstrekking(derde, items=(dossier.item,)))
    een = regel(brieven, dossier.casus, Briefsoort.VERSTREKKING)
    with pytest.raises(InvoerOngeldig, match="niet bekend naar wie"):
        brieven.stukken(een.vraag, BriefInvoer())
    _contact(bureau, derde)
    tekst = lees(brieven.stukken(een.vraag, BriefInvoer()).brief.inhoud)
    for verwacht in ("brief 12", "verzonnen grondslag", bureau.naam(dossier.verstrekker), "niet overnemen", "art."):
        assert verwacht in tekst
    dossier.diensten.verstrekkingen.laat_vervallen(rij, "Per vergissing.")
    with pytest.raises(GebruikersFout, match="vervallen"):
        brieven.stukken(een.vraag, BriefInvoer())


def _contact(bureau: Bureau, partij_id: int) -> None:
    bureau.partijen.voeg_contact_toe(
        partij_id,  # type: ignore[arg-type]
        ContactpersoonInvoer("Testpersoon Derde", email="derde@voorbeeld.invalid"),
    )


def test_een_eigen_tekst_en_wat_verstuurd_is_blijft(dossier: Dossier) -> None:
    bureau, brieven = dossier.bureau, dossier.diensten.brieven
    soort = Briefsoort.BETROKKENE_AANMELDING
    vraag = regel(brieven, dossier.casus, soort).vraag
    oud = brieven.noteer_verstuurd(vraag, POST)
    eerst = brieven.kopie(oud).inhoud
    teksten = brieven.teksten
    eigen = "Onze eigen zin.\n\n{uw rechten}\n\n{contact}"
    with pytest.raises(InvoerOngeldig, match="Nog nodig"):
        teksten.bewaar(soort, "Bericht", "Zonder rechten. {contact}")
    with pytest.raises(InvoerOngeldig, match="noemt geen partij"):
        teksten.bewaar(soort, "Bericht", f"{bureau.naam(dossier.lezer)} weet ervan. {eigen}")
    assert teksten.bewaar(soort, "Bericht", eigen) == 1
    with pytest.raises(GebruikersFout, match="niets veranderd"):
        teksten.bewaar(soort, "Bericht", eigen)
    assert "Onze eigen zin." in lees(brieven.stukken(vraag, POST).brief.inhoud)
    assert brieven.kopie(oud).inhoud == eerst
    assert "Onze eigen zin." in lees(teksten.voorbeeld(soort, "Bericht", eigen).inhoud)
    teksten.terug_naar_standaard(soort)
    assert "Onze eigen zin." not in lees(brieven.stukken(vraag, POST).brief.inhoud)
    teksten.zet_versie_terug(soort, 1)
    assert next(een for een in teksten.lijst() if een.soort is soort).versie == 3
    with pytest.raises(DBAPIError), bureau.kluis.sessies.begin() as sessie:
        sessie.execute(text("UPDATE brieftekst SET tekst = 'anders'"))
    with pytest.raises(DBAPIError), bureau.kluis.sessies.begin() as sessie:
        sessie.execute(text("UPDATE brief SET aan_naam = 'Ander'"))


@pytest.mark.parametrize("soort", Briefsoort)
def test_van_elke_brief_is_er_een_voorbeeld(bureau: Bureau, soort: Briefsoort) -> None:
    teksten = bureau.diensten().brieven.teksten
    een = next(rij for rij in teksten.lijst() if rij.soort is soort)
    pdf = teksten.voorbeeld(soort, een.onderwerp, een.tekst).inhoud
    assert "{" not in lees(pdf)
    assert not een.eigen


def test_rechten(dossier: Dossier) -> None:
    bureau, casus = dossier.bureau, dossier.casus
    brieven = bureau.als(BEHEER).diensten().brieven
    with pytest.raises(NietBevoegd):
        brieven.bij_casus(casus)
    assert brieven.teksten.lijst()
    brieven = bureau.als(MEDEWERKER).diensten().brieven
    een = regel(brieven, casus, Briefsoort.BETROKKENE_AANMELDING)
    brief_id = brieven.noteer_verstuurd(een.vraag, POST)
    with pytest.raises(NietBevoegd):
        brieven.teksten.lijst()
    with pytest.raises(GebruikersFout, match="Een collega"):
        bureau.als(REGIE).diensten().brieven.neem_terug(brief_id)
    bureau.klok.verder(dagen=1)
    with pytest.raises(GebruikersFout, match="op de dag zelf"):
        bureau.als(MEDEWERKER).diensten().brieven.neem_terug(brief_id)
