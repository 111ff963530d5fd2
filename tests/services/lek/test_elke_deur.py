"""Through no door goes what nobody chose about: each refuses, shows it in place, and makes what was chosen.

One text, with something of every kind in it, in a field that leaves by that door. Where a rule of the house refuses a
name outright, the text has none.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import time
from email import message_from_bytes
from typing import Any

import pytest
from docx import Document
from factories import Bureau
from lekrond import laat_alles_mee
from opschaling_hulp import INVOER, Opschaling
from pypdf import PdfReader
from python_calamine import CalamineWorkbook
from reportlab.pdfgen.canvas import Canvas
from rondtafel import Rond
from trajecthulp import aanvraag
from verzoekzaak import NAAM, Zaak

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzen.lekkeuzes import Leksoort, Lezersoort
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekSoort, VerzoekUitkomst
from zvh_desktop.models.keuzes import Aanwezigheid, DocumentSoort, OverlegId
from zvh_desktop.models.tekst.briefsoorten import Briefsoort
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer
from zvh_desktop.services.bewerkbaar.lijsten import LijstService
from zvh_desktop.services.brieven.gegevens import BriefInvoer
from zvh_desktop.services.datalek.gegevens import DatalekInvoer, Geraakt
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.services.informatie.items import InformatieInvoer
from zvh_desktop.services.lek.gegevens import Lekbevinding, LekOpen
from zvh_desktop.services.lek.lekken import LekService
from zvh_desktop.services.lek.lezers import naar_elders
from zvh_desktop.services.lek.uitgang import Uitgang
from zvh_desktop.services.overnemen.gegevens import onder_elkaar
from zvh_desktop.services.overnemen.jzv.jzv import JzvService, JzvVraag
from zvh_desktop.services.overnemen.overnemen import OverneemService
from zvh_desktop.services.samenwerking.geschillen import GeschilInvoer
from zvh_desktop.services.stukken.lijsten import Lijstrij, Lijstvraag
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.services.uitnodigen.herinneringen import HerinneringService
from zvh_desktop.services.uitnodigen.triagebrieven import TriagebriefService
from zvh_desktop.services.verzoeken.gegevens import VerzoekbesluitInvoer
from zvh_desktop.services.werkplek.rechten import Recht

GEPLANT = {
    Leksoort.TELEFOON: "06-55012345",
    Leksoort.EMAIL: "t.proef@voorbeeld.example",
    Leksoort.ADRES: "Dorpsweg 1, 1234 AB Voorbeeldstad",
    Leksoort.GEBOORTEDATUM: "03-04-1985",
    Leksoort.BSN: "999990019",
}
NAMEN = {Leksoort.BETROKKENE: "T. Eenman", Leksoort.PARTIJ: "Kamer Proefland"}
ZONDER_NAMEN = (
    f"Rustig begin. Bel {GEPLANT[Leksoort.TELEFOON]} of mail {GEPLANT[Leksoort.EMAIL]}. Te vinden op "
    f"{GEPLANT[Leksoort.ADRES]}. Geboren {GEPLANT[Leksoort.GEBOORTEDATUM]}. BSN {GEPLANT[Leksoort.BSN]}. Rustig einde."
)
TEKST = f"{ZONDER_NAMEN} De buurman {NAMEN[Leksoort.BETROKKENE]} klaagt, ook bij {NAMEN[Leksoort.PARTIJ]}."
Deur = tuple[Callable[[], object], Callable[[], str], bool]
"""What makes it, the text of what it made, and whether names stand in it too."""


def uit_pdf(pdf: bytes) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages).split())


def uit_word(inhoud: bytes) -> str:
    return " ".join(alinea.text for alinea in Document(io.BytesIO(inhoud)).paragraphs)


def uit_xlsx(inhoud: bytes) -> str:
    boek = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
    bladen = (boek.get_sheet_by_name(naam).to_python() for naam in boek.sheet_names)
    return " ".join(str(cel) for blad in bladen for rij in blad for cel in rij)


def pdf_deur(maak: Callable[[], Any], *, namen: bool) -> Deur:
    """A door whose function gives a Stuk, or something with one as ``brief``."""

    def lees() -> str:
        stuk = maak()
        return uit_pdf(getattr(stuk, "brief", stuk).inhoud)

    return maak, lees, namen


def ander_erbij(bureau: Bureau) -> None:
    """Somebody of another casus, and a partij that sits nowhere."""
    bureau.casus("Testpersoon Eenman")
    bureau.sql("UPDATE partij SET naam = 'Kamer Proefland' WHERE kort = 'GGD'")


def vul_agenda(bureau: Bureau) -> Any:
    bureau.contact("Politie", "OM")
    tafel = bureau.tafel()
    punt = bureau.punt(tafel, bureau.casus("Testpersoon Twee"), "Politie", "OM")
    invoer = PuntInvoer(20, "", TEKST, bureau.profiel.besluiten[0].sleutel, "Wonen en veiligheid")
    bureau.agenda.wijzig_punt(punt, invoer)
    bureau.agenda.vraag_bijdrage(punt, bureau.partij("Politie"), TEKST)
    bureau.akkoord(tafel)
    return tafel


def verstuurd(bureau: Bureau, tafel: Any) -> None:
    post = bureau.diensten().uitnodigingen
    post.bereid_voor(tafel)
    for regel in post.lijst(tafel):
        laat_alles_mee_behalve_bsn(bureau, lambda id_=regel.id: post.stukken(id_))
        post.markeer_verzonden(regel.id)


def laat_alles_mee_behalve_bsn(bureau: Bureau, maak: Callable[[], object]) -> tuple[Lekbevinding, ...]:
    dienst = LekService(bureau.werkplek)
    try:
        maak()
    except LekOpen as fout:
        for een in fout.bevindingen:
            (dienst.laat_mee if een.kan_mee else dienst.haal_weg)(een)
        return fout.bevindingen
    return ()


def agenda_van_een_partij(bureau: Bureau) -> Deur:
    tafel = vul_agenda(bureau)
    vraag = StukVraag(DocumentSoort.AGENDA_PARTIJ, tafel, bureau.partij("Politie"), "Agenda")
    return pdf_deur(lambda: bureau.diensten().documenten.maak(vraag), namen=True)


def vraag_bij_triage(bureau: Bureau) -> Deur:
    casus = bureau.aanmeldingen.accepteer(bureau.aanmelding("J. Oefenman", partij_id=bureau.partij("Almelo")))
    bureau.contact("Politie")
    bureau.triage.vraag(casus, bureau.partij("Politie"), TEKST)
    dienst = TriagebriefService(bureau.werkplek)
    return pdf_deur(lambda: dienst.stukken(casus, bureau.partij("Politie")), namen=True)


def ingetrokken_vraag(bureau: Bureau) -> Deur:
    casus = bureau.aanmeldingen.accepteer(bureau.aanmelding("J. Oefenman", partij_id=bureau.partij("Almelo")))
    bureau.contact("Politie")
    politie, dienst = bureau.partij("Politie"), TriagebriefService(bureau.werkplek)
    bureau.triage.vraag(casus, politie, "Kent u deze casus?")
    dienst.noteer_verstuurd(casus, politie)

    def trek_in() -> None:
        dienst.trek_in(casus, politie, ZONDER_NAMEN)

    def lees() -> str:
        trek_in()
        return uit_pdf(dienst.intrekking(casus, politie).brief.inhoud)

    return trek_in, lees, False


def afgelasting(bureau: Bureau) -> Deur:
    bureau.contact("Politie")
    tafel = bureau.tafel()
    bureau.punt(tafel, bureau.casus("Testpersoon Twee"), "Politie")
    bureau.akkoord(tafel)
    verstuurd(bureau, tafel)
    diensten = bureau.diensten()
    diensten.afgelasten.gelast_af(tafel, ZONDER_NAMEN)
    (regel,) = diensten.uitnodigingen.lijst(tafel)

    def lees() -> str:
        stukken = diensten.afgelasten.stukken(regel.id)
        return f"{uit_pdf(stukken.brief.inhoud)} {stukken.bericht.tekst}"

    return lambda: diensten.afgelasten.stukken(regel.id), lees, False


def brief_aan_een_partij(bureau: Bureau) -> Deur:
    return _brief(bureau, Briefsoort.AANMELDER_AANGENOMEN, BriefInvoer(toelichting=ZONDER_NAMEN))


def brief_in_word(bureau: Bureau) -> Deur:
    vraag = _briefvraag(bureau, Briefsoort.AANMELDER_AANGENOMEN)
    dienst, invoer = bureau.diensten().brieven, BriefInvoer(toelichting=ZONDER_NAMEN)
    return lambda: dienst.als_word(vraag, invoer), lambda: uit_word(dienst.als_word(vraag, invoer).inhoud), False


def brief_aan_de_betrokkene(bureau: Bureau) -> Deur:
    adres = "Verzonnen Persoon\nVoorbeeldstraat 1\n1234 AB Voorbeelddorp"
    return _brief(bureau, Briefsoort.BETROKKENE_AANMELDING, BriefInvoer(toelichting=ZONDER_NAMEN, adres=adres))


def _briefvraag(bureau: Bureau, soort: Briefsoort) -> Any:
    casus = bureau.casus("Testpersoon Twee")
    wie = "SELECT p.kort FROM casus c JOIN partij p ON p.id = c.aanmeldende_partij_id WHERE c.id = :casus"
    bureau.contact(bureau.waarde(wie, casus=casus))
    return next(een.vraag for een in bureau.diensten().brieven.bij_casus(casus) if een.vraag.soort is soort)


def _brief(bureau: Bureau, soort: Briefsoort, invoer: BriefInvoer) -> Deur:
    vraag = _briefvraag(bureau, soort)
    return pdf_deur(lambda: bureau.diensten().brieven.stukken(vraag, invoer), namen=False)


def _bestuur(bureau: Bureau, soort: str = "stuurgroep") -> OverlegId:
    overleggen = bureau.diensten().overleggen
    overleg = overleggen.plan(OverlegInvoer(soort, bureau.klok.over(7), time(13), time(15), "Raadzaal"))
    overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Jaarplan", toelichting=ZONDER_NAMEN))
    return overleg


def agenda_van_het_bestuur(bureau: Bureau) -> Deur:
    overleg = _bestuur(bureau)
    return pdf_deur(lambda: bureau.diensten().overleggen.agenda_pdf(overleg), namen=False)


def uitnodiging_van_het_bestuur(bureau: Bureau) -> Deur:
    overleg, diensten = _bestuur(bureau), bureau.diensten()
    lid = diensten.overleggen.toon(overleg).leden[0]
    invoer = replace(
        lid.invoer, vertegenwoordiger="Testpersoon Lid", email="lid@voorbeeld.invalid", gevraagde_inbreng=ZONDER_NAMEN
    )
    diensten.overlegleden.wijzig(lid.id, invoer)
    return pdf_deur(lambda: diensten.overleguitnodigingen.stukken(lid.id), namen=False)


def verslag_van_het_bestuur(bureau: Bureau) -> Deur:
    overleg = _bestuur(bureau)
    bureau.klok.verder(dagen=7)
    diensten = bureau.diensten()
    diensten.overleggen.houd(overleg)
    (punt,) = diensten.overleggen.toon(overleg).punten
    diensten.overleggen.bewaar_verslag(punt.id, ZONDER_NAMEN)
    return pdf_deur(lambda: diensten.overleggen.verslag_pdf(overleg), namen=False)


def brief_over_een_datalek(bureau: Bureau) -> Deur:
    bureau.contact("Politie")
    dienst, nu = bureau.diensten().datalekken, bureau.klok.nu
    lek = dienst.leg_vast(DatalekInvoer("Een bericht ging verkeerd.", nu, nu.date(), "Verbeterd.", ZONDER_NAMEN))
    dienst.zet_geraakt(lek, Geraakt(partijen=(bureau.partij("Politie"),)))
    return pdf_deur(lambda: dienst.brieven.brief(lek, bureau.partij("Politie")), namen=False)


def brief_over_een_toetreding(bureau: Bureau) -> Deur:
    bureau.contact("Politie")
    trajecten = bureau.diensten().samenwerking.trajecten
    traject = trajecten.begin(replace(aanvraag(bureau), toelichting=ZONDER_NAMEN))
    return pdf_deur(lambda: trajecten.brieven.brief(traject, bureau.partij("Politie")), namen=False)


def formulier_van_een_toetreding(bureau: Bureau) -> Deur:
    trajecten = bureau.diensten().samenwerking.trajecten
    traject = trajecten.begin(replace(aanvraag(bureau), bijdrage=ZONDER_NAMEN))
    return pdf_deur(lambda: trajecten.brieven.formulier(traject), namen=False)


def veld_voor_een_ander_systeem(bureau: Bureau) -> Deur:
    rond = _rond(bureau)
    dienst = OverneemService(bureau.werkplek, bureau.plannen)
    regel = next(een for een in dienst.lijst(rond.tafel) if een.casusnummer == bureau.nummer(rond.casussen[1]))

    def maak() -> Any:
        return dienst.om_te_kopieren(regel.casusnummer, regel.delen)

    return maak, lambda: onder_elkaar(maak()), True


def bestand_voor_justitie(bureau: Bureau) -> Deur:
    rond = _rond(bureau)
    vraag = JzvVraag(casus_id=rond.casussen[1])
    dienst = JzvService(bureau.werkplek)
    return lambda: dienst.maak(vraag), lambda: json.dumps(json.loads(dienst.maak(vraag).inhoud)), True


def bestand_voor_justitie_van_een_partij(bureau: Bureau) -> Deur:
    rond = _rond(bureau)
    vraag = JzvVraag(casus_id=rond.casussen[1], partij_id=bureau.partij("OM"))
    dienst = JzvService(bureau.werkplek)
    return lambda: dienst.maak(vraag), lambda: json.dumps(json.loads(dienst.maak(vraag).inhoud)), True


def _rond(bureau: Bureau) -> Rond:
    rond = Rond(bureau, vast=False)
    bureau.verslagen.bewaar_tekst(rond.punten[1], VerslagTekst(TEKST, "Rustig.", "Zo doorgaan."))
    bureau.alsof_bevestigd()
    bureau.verslagen.stel_vast(rond.tafel)
    return rond


def lijst_als_bestand(bureau: Bureau) -> Deur:
    nummer = bureau.nummer(bureau.casus("Testpersoon Twee"))
    rij = Lijstrij((nummer, TEKST, GEPLANT[Leksoort.ADRES]), nummer)
    vraag = Lijstvraag(Lijst.ACTIES, ("Casus", "Wat", "Adres"), (rij,), 1)
    dienst = LijstService(bureau.werkplek)
    return lambda: dienst.maak(vraag), lambda: uit_xlsx(dienst.maak(vraag).inhoud).replace(rij.cellen[2], "", 1), True


def rijen_op_het_klembord(bureau: Bureau) -> Deur:
    nummer = bureau.nummer(bureau.casus("Testpersoon Twee"))
    rijen = (("Casus", "Wat"), (nummer, TEKST))
    dienst = bureau.diensten().verzoeken.rijen
    return lambda: dienst.weeg(rijen), lambda: " ".join(dienst.weeg(rijen)[1]), True


def notitie_over_een_geschil(bureau: Bureau) -> Deur:
    dienst = bureau.diensten().samenwerking.geschillen
    geschil = dienst.leg_vast(GeschilInvoer("casusregisseur", ZONDER_NAMEN, bureau.klok.vandaag))
    return pdf_deur(lambda: dienst.notitie(geschil), namen=False)


def _verzoek_met_stuk(bureau: Bureau) -> tuple[Zaak, Any]:
    zaak = Zaak(bureau)
    invoer = InformatieInvoer(
        bureau.partij("Politie"), Regime.AVG, "Waarneming", ZONDER_NAMEN, "Alleen lezen.", ontvangen_wijze="post"
    )
    bureau.diensten().informatie.voeg_toe(zaak.een, invoer, None)
    return zaak, zaak.verzoek(VerzoekSoort.INZAGE)


def inzageoverzicht(bureau: Bureau) -> Deur:
    zaak, verzoek = _verzoek_met_stuk(bureau)
    return pdf_deur(lambda: zaak.dienst.inzage.overzicht(verzoek), namen=False)


def deel_van_een_partij(bureau: Bureau) -> Deur:
    zaak, verzoek = _verzoek_met_stuk(bureau)
    return pdf_deur(lambda: zaak.dienst.inzage.deel(verzoek, bureau.partij("Politie")), namen=False)


DEUREN = (
    inzageoverzicht,
    deel_van_een_partij,
    agenda_van_een_partij,
    vraag_bij_triage,
    ingetrokken_vraag,
    afgelasting,
    brief_aan_een_partij,
    brief_in_word,
    brief_aan_de_betrokkene,
    veld_voor_een_ander_systeem,
    bestand_voor_justitie,
    bestand_voor_justitie_van_een_partij,
    lijst_als_bestand,
    rijen_op_het_klembord,
    notitie_over_een_geschil,
    agenda_van_het_bestuur,
    uitnodiging_van_het_bestuur,
    verslag_van_het_bestuur,
    brief_over_een_datalek,
    brief_over_een_toetreding,
    formulier_van_een_toetreding,
)


@pytest.mark.parametrize("deur", DEUREN, ids=lambda deur: deur.__name__)
def test_wat_niemand_koos_gaat_door_geen_deur_en_daarna_alleen_wat_mag(
    bureau: Bureau, deur: Callable[[Bureau], Deur]
) -> None:
    ander_erbij(bureau)
    maak, lees, namen = deur(bureau)
    geplant = {**GEPLANT, **NAMEN} if namen else GEPLANT
    with pytest.raises(LekOpen) as gevangen:
        maak()
    gevonden = gevangen.value.bevindingen
    assert {een.vondst.soort: een.gevonden for een in gevonden} == geplant
    assert {een.zin[1] for een in gevonden} == set(geplant.values()), "each is shown in its sentence"
    dienst = LekService(bureau.werkplek)
    for een in gevonden:
        if een.vondst.soort in (Leksoort.TELEFOON, Leksoort.GEBOORTEDATUM):
            dienst.laat_mee(een)
        else:
            dienst.haal_weg(een)
    tekst = lees()
    for soort, woord in geplant.items():
        assert (woord in tekst) is (soort in (Leksoort.TELEFOON, Leksoort.GEBOORTEDATUM)), soort
    assert "[weggelaten]" in tekst and "Rustig begin" in tekst


def kies(bevindingen: tuple[Lekbevinding, ...], dienst: LekService) -> None:
    for een in bevindingen:
        if een.kan_mee:
            dienst.laat_mee(een)
        else:
            dienst.haal_weg(een)


def test_een_besluitenbrief_wordt_nog_eens_nagezien_want_een_ander_leest_hem(bureau: Bureau) -> None:
    """The members read it in the verslag that was vastgesteld; what was chosen for them was not for the others."""
    ander_erbij(bureau)
    overleg, diensten = _bestuur(bureau, "expertgroep"), bureau.diensten()
    leden = diensten.overleggen.toon(overleg).leden
    diensten.overlegleden.zet_aanwezigheid([lid.id for lid in leden], Aanwezigheid.AANWEZIG)
    bureau.klok.verder(dagen=7)
    diensten.overleggen.houd(overleg)
    (punt,) = diensten.overleggen.toon(overleg).punten
    telefoon, dag = GEPLANT[Leksoort.TELEFOON], GEPLANT[Leksoort.GEBOORTEDATUM]
    diensten.overleggen.bewaar_verslag(punt.id, f"Rustig begin. Bel {telefoon}. Geboren {dag}. Rustig einde.")

    def vast() -> None:
        diensten.werkplek._bevestigd_tot = diensten.werkplek.looptijd() + 60
        diensten.overleggen.stel_vast(overleg)

    assert {een.gevonden for een in laat_alles_mee_behalve_bsn(bureau, vast)} == {telefoon, dag}
    vast()
    soort = diensten.besluitenbrieven.lijst(overleg)[0].soort
    with pytest.raises(LekOpen) as gevangen:
        diensten.besluitenbrieven.stuk(overleg, soort)
    dienst = LekService(bureau.werkplek)
    for een in gevangen.value.bevindingen:
        (dienst.laat_mee if een.vondst.soort is Leksoort.TELEFOON else dienst.haal_weg)(een)
    tekst = uit_pdf(diensten.besluitenbrieven.stuk(overleg, soort).inhoud)
    assert telefoon in tekst and "[weggelaten]" in tekst
    assert dag not in tekst


def test_een_herinnering_houdt_zich_aan_wat_bij_de_uitnodiging_is_gekozen(bureau: Bureau) -> None:
    ander_erbij(bureau)
    tafel = vul_agenda(bureau)
    verstuurd(bureau, tafel)
    regel = next(een for een in bureau.diensten().uitnodigingen.lijst(tafel) if een.kort == "Politie")
    (stuk,) = HerinneringService(bureau.werkplek).maak(tafel, [regel.id])
    brief = next(
        deel.get_payload(decode=True)
        for deel in message_from_bytes(stuk.inhoud).walk()
        if deel.get_content_type() == "application/pdf"
    )
    assert isinstance(brief, bytes)
    assert GEPLANT[Leksoort.TELEFOON] in uit_pdf(brief)
    assert GEPLANT[Leksoort.BSN] not in uit_pdf(brief)


def test_een_dossier_voor_een_ander_huis(delfts_bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    delfts_bureau.casus("Testpersoon Eenman")
    monkeypatch.setattr("opschaling_hulp.INVOER", replace(INVOER, motivering=ZONDER_NAMEN))
    op = Opschaling(delfts_bureau).met_plan().met_akkoord()
    maak, lees, _ = pdf_deur(lambda: op.diensten.documenten.opschaling(op.casus), namen=False)
    with pytest.raises(LekOpen) as gevangen:
        maak()
    gevonden = gevangen.value.bevindingen
    assert {een.vondst.soort: een.gevonden for een in gevonden} == GEPLANT
    assert {een.aan.naam for een in gevonden} == {op.huis}
    kies(gevonden, LekService(delfts_bureau.werkplek))
    tekst = lees()
    assert GEPLANT[Leksoort.ADRES] in tekst and GEPLANT[Leksoort.BSN] not in tekst
    for partij in (op.een, op.twee):
        assert delfts_bureau.naam(partij) in tekst, "who takes over may know who sat there, without a question"


def test_wie_om_zijn_eigen_gegevens_vraagt_leest_zichzelf_en_niet_een_ander(bureau: Bureau) -> None:
    bureau.casus("Testpersoon Eenman")
    zaak = Zaak(bureau)
    bureau.sql("UPDATE betrokkene SET adres = 'Eigenlaan 5, 1234 AB Voorbeeldstad' WHERE naam = :naam", naam=NAAM)
    verzoek = zaak.verzoek(VerzoekSoort.CORRECTIE)
    bureau.alsof_bevestigd()
    reden = f"U, {NAAM}, geboren 17-05-1990, woont Eigenlaan 5. Bel 06-55012345. T. Eenman niet."
    zaak.dienst.besluit(verzoek, VerzoekbesluitInvoer(VerzoekUitkomst.AFGEWEZEN, reden))
    with pytest.raises(LekOpen) as gevangen:
        zaak.dienst.brieven.brief(verzoek, None)
    gevonden = gevangen.value.bevindingen
    assert [een.gevonden for een in gevonden] == ["06-55012345", "T. Eenman"]
    assert {een.aan.lezer for een in gevonden} == {Lezersoort.BETROKKENE}
    kies(gevonden, LekService(bureau.werkplek))
    assert "Eigenlaan 5" in uit_pdf(zaak.dienst.brieven.brief(verzoek, None).inhoud)
    lezers = "SELECT count(*) FROM lekoordeel WHERE lezer = 'betrokkene' AND partij_id IS NULL"
    assert bureau.waarde(lezers) == 2
    assert ControleService(bureau.werkplek).vind() == (), "signed as any choice"


def test_een_keuze_voor_de_een_is_er_geen_voor_de_ander(bureau: Bureau) -> None:
    nummer = bureau.nummer(bureau.casus("Testpersoon Twee"))
    rijen = ((nummer, "Belt op 06-55012345."),)
    dienst = bureau.diensten().verzoeken.rijen
    laat_alles_mee(bureau, lambda: dienst.weeg(rijen))
    assert dienst.weeg(rijen) == rijen
    rond = _rond(bureau)
    over = OverneemService(bureau.werkplek, bureau.plannen)
    regel = next(een for een in over.lijst(rond.tafel) if een.casusnummer == bureau.nummer(rond.casussen[1]))
    with pytest.raises(LekOpen, match=f"wie in {regel.systeem} werkt"):
        over.om_te_kopieren(regel.casusnummer, regel.delen)


LIJSTEN = {
    "contactpersonen": ("Proefpartij", "Testpersoon Twee", "06-55012345", "t.proef@voorbeeld.example"),
    "betrokkenen": ("2026-0001", "Testpersoon Twee, Testpersoon Eenman", "03-04-1985", "Dorpsweg 1, 1234 AB Proefdorp"),
}


@pytest.mark.parametrize("rij", LIJSTEN.values(), ids=LIJSTEN)
def test_een_kolom_met_niets_dan_nummers_of_namen_wordt_gekopieerd_zonder_vraag(
    bureau: Bureau, rij: tuple[str, ...]
) -> None:
    bureau.casus("Testpersoon Twee")
    bureau.casus("Testpersoon Eenman")
    assert bureau.diensten().verzoeken.rijen.weeg((rij,)) == (rij,)


def test_een_bsn_gaat_ook_niet_mee_als_er_niets_anders_in_de_cel_staat(bureau: Bureau) -> None:
    dienst = bureau.diensten().verzoeken.rijen
    with pytest.raises(LekOpen) as gevangen:
        dienst.weeg((("999990019",),))
    assert not gevangen.value.bevindingen[0].kan_mee


BIJLAGEN = {
    "met een nummer": ("Bel 06-55012345.", Leksoort.TELEFOON),
    "met een BSN": ("BSN 999990019.", Leksoort.BSN),
    "niet te lezen": ("", Leksoort.ONLEESBAAR),
}


def bijlage_met(tekst: str) -> bytes:
    if not tekst:
        return b"%PDF-1.4 een beeld van een brief"
    uit = io.BytesIO()
    blad = Canvas(uit)
    blad.drawString(80, 700, tekst)
    blad.save()
    return uit.getvalue()


@pytest.mark.parametrize("soort", BIJLAGEN)
@pytest.mark.parametrize("mee", [True, False])
def test_een_bijlage_gaat_heel_mee_of_blijft_heel_achter(bureau: Bureau, soort: str, mee: bool) -> None:
    tekst, verwacht = BIJLAGEN[soort]
    inhoud, nummer = bijlage_met(tekst), bureau.nummer(bureau.casus("Testpersoon Twee"))

    def gaat_mee(bijlage: bytes) -> bool:
        with bureau.werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            uitgang = Uitgang(bureau.werkplek, sessie, naar_elders("een ander huis", "huis"))
            mag = uitgang.bijlage("Bijlage bij Waarneming", bijlage, nummer)
            uitgang.eis_gekozen()
            return mag

    with pytest.raises(LekOpen) as gevangen:
        gaat_mee(inhoud)
    (een,) = gevangen.value.bevindingen
    assert (een.vondst.soort, een.bijlage) == (verwacht, True)
    dienst = LekService(bureau.werkplek)
    if mee and verwacht is Leksoort.BSN:
        with pytest.raises(InvoerOngeldig):
            dienst.laat_mee(een)
        return
    if mee:
        dienst.laat_mee(een)
    else:
        dienst.haal_weg(een)
    assert gaat_mee(inhoud) is mee
    with pytest.raises(LekOpen):
        gaat_mee(bijlage_met("Bel 06-55012346.") if tekst else inhoud + b" en iets anders")


def test_het_adres_van_het_overleg_en_het_nummer_van_het_huis_zijn_geen_vraag(bureau: Bureau) -> None:
    bureau.sql("INSERT INTO instelling (sleutel, waarde) VALUES ('afzender_telefoon', '0534 567 890')")
    bureau.tafel(plaats="Raadzaal, Marktstraat 12, 1234 AB Voorbeeldstad")
    rij = (bureau.nummer(bureau.casus("Testpersoon Twee")), "Kom naar Marktstraat 12, of bel 0534-567890 (het huis).")
    dienst = bureau.diensten().verzoeken.rijen
    assert dienst.weeg((rij,)) == (rij,)
    with pytest.raises(LekOpen):
        dienst.weeg(((rij[0], "Kom naar Marktstraat 14, of bel 0534-567891."),))
