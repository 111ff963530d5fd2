"""A question at triage as a letter: no more than the question, a frozen copy, and a way back."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser
from functools import partial
from io import BytesIO

import pytest
from factories import MEDEWERKER, Bureau
from lekrond import laat_alles_mee
from pypdf import PdfReader
from sqlalchemy.exc import IntegrityError

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, RegelGeweigerd
from zvh_desktop.models.keuzes import CasusId, Regel
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer
from zvh_desktop.services.uitnodigen.triagebrieven import TriagebriefService, TriagebriefStand


class Bevraging:
    """A casus in triage, in which the Politie is asked something."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.casus: CasusId = bureau.aanmeldingen.accepteer(
            bureau.aanmelding("J. Oefenman", partij_id=bureau.partij("Almelo"))
        )
        bureau.contact("Politie", "Almelo")
        bureau.triage.vraag(self.casus, bureau.partij("Politie"), "Kent u deze casus uit eigen werk?")

    @property
    def dienst(self) -> TriagebriefService:
        return TriagebriefService(self.bureau.werkplek)

    @property
    def stand(self) -> TriagebriefStand:
        return self.dienst.lijst(self.casus)[0]


@pytest.fixture
def bevraging(bureau: Bureau) -> Bevraging:
    return Bevraging(bureau)


def lees(pdf: bytes) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages).split())


def test_de_brief_noemt_alleen_de_casus_en_de_vraag(bevraging: Bevraging) -> None:
    b = bevraging.bureau
    stukken = bevraging.dienst.stukken(bevraging.casus, b.partij("Politie"))
    brief = lees(stukken.brief.inhoud)
    assert "Kent u deze casus uit eigen werk?" in brief
    assert b.nummer(bevraging.casus) in brief
    assert b.profiel.artikel(Regel.GEEN_VERSTREKKING_VOOR_OVERLEG) in brief
    for weg in ("Oefenman", "17 mei 1990", "verzonnen situatie", b.naam("Almelo")):
        assert weg not in brief
    bericht = BytesParser(policy=policy.default).parsebytes(stukken.concept.inhoud)
    assert bericht["To"].addresses[0].addr_spec == stukken.ontvanger.email
    assert bericht["X-Unsent"] == "1"
    assert b.nummer(bevraging.casus) not in bericht["Subject"]


@pytest.mark.parametrize("vraag", ["Kent u J. Oefenman?", "Kent u de heer oefenman", "Wie is op 17-05-1990 geboren?"])
def test_een_vraag_die_iemand_noemt_gaat_niet_uit(bevraging: Bevraging, vraag: str) -> None:
    b = bevraging.bureau
    b.triage.vraag(bevraging.casus, b.partij("Politie"), vraag)
    with pytest.raises(RegelGeweigerd) as weigering:
        bevraging.dienst.stukken(bevraging.casus, b.partij("Politie"))
    assert weigering.value.regel == Regel.GEEN_VERSTREKKING_VOOR_OVERLEG
    # who reported the casus brought that name itself
    b.triage.vraag(bevraging.casus, b.partij("Almelo"), vraag)
    laat_alles_mee(b, partial(bevraging.dienst.stukken, bevraging.casus, b.partij("Almelo")))  # a date of birth
    assert bevraging.dienst.stukken(bevraging.casus, b.partij("Almelo")).versie == 1


def test_verstuurd_geeft_een_bevroren_kopie_en_de_vraag_blijft_staan(bevraging: Bevraging) -> None:
    b = bevraging.bureau
    politie = b.partij("Politie")
    assert bevraging.stand.te_versturen
    bevraging.dienst.noteer_verstuurd(bevraging.casus, politie)
    stand = bevraging.stand
    assert (stand.te_versturen, len(stand.eerder), stand.eerder[0].dag) == (False, 1, b.klok.vandaag)
    regel = b.diensten().ontvangen.lijst(politie).regels[0]
    assert regel.wat == "Vraag bij de triage"
    assert (regel.aan_email, regel.versie) == (stand.eerder[0].aan.email, 1)
    with pytest.raises(InvoerOngeldig, match="verstuurd"):
        b.triage.verwijder_vraag(bevraging.casus, politie)
    with pytest.raises(GebruikersFout, match="al verstuurd"):
        bevraging.dienst.noteer_verstuurd(bevraging.casus, politie)
    with pytest.raises(IntegrityError, match="niet gewijzigd"):
        b.sql("UPDATE triagebrief SET vraag = 'anders'")


def test_een_andere_vraag_is_een_nieuwe_versie_aan_dezelfde(bevraging: Bevraging) -> None:
    b = bevraging.bureau
    politie = b.partij("Politie")
    bevraging.dienst.noteer_verstuurd(bevraging.casus, politie)
    eerste = bevraging.stand.eerder[0].aan
    for contact in b.partijen.toon(politie).contactpersonen:
        b.partijen.verwijder_contact(contact.id)
    b.triage.vraag(bevraging.casus, politie, "Heeft u nog iets anders?")
    assert bevraging.stand.te_versturen
    assert bevraging.stand.ontvanger == eerste
    assert "in de plaats van" in lees(bevraging.dienst.stukken(bevraging.casus, politie).brief.inhoud)
    bevraging.dienst.noteer_verstuurd(bevraging.casus, politie)
    assert [een.versie for een in bevraging.stand.eerder] == [2, 1]


def test_terugnemen_kan_op_de_dag_zelf_zonder_antwoord(bevraging: Bevraging) -> None:
    b = bevraging.bureau
    politie = b.partij("Politie")
    brief = bevraging.dienst.noteer_verstuurd(bevraging.casus, politie)
    b.triage.antwoord(bevraging.casus, politie, "Ja.", True)
    with pytest.raises(GebruikersFout, match="antwoord"):
        bevraging.dienst.neem_terug(brief)
    b.triage.antwoord(bevraging.casus, politie, "", None)
    bevraging.dienst.neem_terug(brief)
    assert b.diensten().ontvangen.lijst(politie).totaal == 0
    brief = bevraging.dienst.noteer_verstuurd(bevraging.casus, politie)
    b.klok.verder(dagen=1)
    with pytest.raises(GebruikersFout, match="dag zelf"):
        bevraging.dienst.neem_terug(brief)


def test_een_ander_neemt_niet_terug_en_na_de_triage_gaat_niets_meer_uit(bevraging: Bevraging) -> None:
    b = bevraging.bureau
    politie = b.partij("Politie")
    brief = bevraging.dienst.noteer_verstuurd(bevraging.casus, politie)
    b.als(MEDEWERKER)
    with pytest.raises(GebruikersFout, match="collega"):
        bevraging.dienst.neem_terug(brief)


def test_na_de_dag_wordt_de_vraag_ingetrokken_bij_wie_haar_kreeg(bevraging: Bevraging) -> None:
    b = bevraging.bureau
    politie, kreeg = b.partij("Politie"), bevraging.stand.ontvanger
    bevraging.dienst.noteer_verstuurd(bevraging.casus, politie)
    b.klok.verder(dagen=3)
    for contact in b.partijen.toon(politie).contactpersonen:
        b.partijen.verwijder_contact(contact.id)
    assert bevraging.stand.in_te_trekken
    assert not bevraging.stand.terug_te_nemen
    with pytest.raises(RegelGeweigerd):
        bevraging.dienst.trek_in(bevraging.casus, politie, "De heer Oefenman is verhuisd.")
    with pytest.raises(IntegrityError, match="wie de vraag kreeg"):
        b.sql(
            "INSERT INTO triagebrief (casus_id, partij_id, versie, vraag, dag, verstuurd_op, verstuurd_door, aan_naam,"
            " aan_functie, aan_email, aan_postbus, intrekking, reden) SELECT casus_id, partij_id, 2, vraag, dag,"
            " verstuurd_op, verstuurd_door, aan_naam, '', 'ander@voorbeeld.invalid', 0, 1, '' FROM triagebrief"
        )
    bevraging.dienst.trek_in(bevraging.casus, politie, "De casus hoort bij een ander huis.")
    stand = bevraging.stand
    assert (stand.eerder[0].intrekking, stand.eerder[0].aan, stand.te_versturen) == (True, kreeg, False)
    stukken = bevraging.dienst.intrekking(bevraging.casus, politie)
    brief = lees(stukken.brief.inhoud)
    assert "De casus hoort bij een ander huis." in brief
    assert "Kent u deze casus" not in brief
    assert "Oefenman" not in brief
    bericht = BytesParser(policy=policy.default).parsebytes(stukken.concept.inhoud)
    assert bericht["To"].addresses[0].addr_spec == kreeg.email
    wat = [(regel.wat, regel.stand) for regel in b.diensten().ontvangen.lijst(politie).regels]
    assert wat[0] == ("Intrekking van vraag bij de triage", "")
    assert wat[1] == ("Vraag bij de triage", f"ingetrokken op {datum_kort(b.klok.vandaag)}")
    with pytest.raises(GebruikersFout, match="niets in te trekken"):
        bevraging.dienst.trek_in(bevraging.casus, politie)


def test_een_intrekking_die_niet_uitging_wordt_teruggenomen_en_een_nieuwe_vraag_vervangt_niets(
    bevraging: Bevraging,
) -> None:
    b = bevraging.bureau
    politie = b.partij("Politie")
    bevraging.dienst.noteer_verstuurd(bevraging.casus, politie)
    b.triage.antwoord(bevraging.casus, politie, "Nee.", False)
    ingetrokken = bevraging.dienst.trek_in(bevraging.casus, politie)
    bevraging.dienst.neem_terug(ingetrokken)
    assert bevraging.stand.in_te_trekken
    assert b.diensten().ontvangen.lijst(politie).totaal == 1
    bevraging.dienst.trek_in(bevraging.casus, politie)
    with pytest.raises(GebruikersFout, match="ingetrokken"):
        bevraging.dienst.noteer_verstuurd(bevraging.casus, politie)
    b.triage.vraag(bevraging.casus, politie, "Wie bij u kent deze wijk?")
    stukken = bevraging.dienst.stukken(bevraging.casus, politie)
    assert stukken.versie == 3
    assert "in de plaats van" not in lees(stukken.brief.inhoud)


def test_de_vraag_gaat_naar_wie_uit_het_register_wordt_gekozen(bevraging: Bevraging) -> None:
    b = bevraging.bureau
    politie = b.partij("Politie")
    ander = b.partijen.voeg_contact_toe(
        politie, ContactpersoonInvoer("V. Verzonnen", "wijkagent", "vv@voorbeeld.invalid")
    )
    assert {een.naam for een in bevraging.stand.contactpersonen} >= {"V. Verzonnen"}
    bevraging.dienst.noteer_verstuurd(bevraging.casus, politie, ander)
    assert bevraging.stand.eerder[0].aan.email == "vv@voorbeeld.invalid"


def test_een_nieuwe_vraag_gaat_niet_langs_wie_de_vorige_kreeg(bevraging: Bevraging) -> None:
    """The first would go on answering a question that no longer holds, and a withdrawal goes to the last one only."""
    b = bevraging.bureau
    politie = b.partij("Politie")
    bevraging.dienst.noteer_verstuurd(bevraging.casus, politie)
    eerste = bevraging.stand.eerder[0].aan
    ander = b.partijen.voeg_contact_toe(politie, ContactpersoonInvoer("V. Verzonnen", "", "vv@voorbeeld.invalid"))
    b.triage.vraag(bevraging.casus, politie, "Wie bij u kent deze wijk?")
    with pytest.raises(InvoerOngeldig, match=f"{eerste.naam} kreeg de vorige vraag"):
        bevraging.dienst.noteer_verstuurd(bevraging.casus, politie, ander)
    bevraging.dienst.trek_in(bevraging.casus, politie)
    bevraging.dienst.noteer_verstuurd(bevraging.casus, politie, ander)
    assert [een.aan.email for een in bevraging.stand.eerder] == ["vv@voorbeeld.invalid", eerste.email, eerste.email]
