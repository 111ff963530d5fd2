"""Whatever a partij was sent can be accounted for: from the copies, with who got it then."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from factories import BEHEER, Bureau
from pypdf import PdfReader

from zvh_desktop.errors import InvoerOngeldig, NietBevoegd
from zvh_desktop.models.keuzes import PartijSoort
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijInvoer
from zvh_desktop.services.uitnodigen.ontvangen import OntvangenFilter, OntvangenService

OUD = ("Eerste Proefpersoon", "eerste@voorbeeld.invalid")


class Kreeg:
    """Politie was invited, invited anew, and told that the tafel is called off; OM only invited to another."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.politie = bureau.partij("Politie")
        contact = bureau.partijen.voeg_contact_toe(self.politie, ContactpersoonInvoer(OUD[0], email=OUD[1]))
        bureau.contact("OM")
        self.casus = bureau.casus("Testpersoon Een")
        self.tafel = bureau.tafel()
        bureau.punt(self.tafel, self.casus, "Politie", "OM")
        self.verstuur()
        bureau.klok.verder(dagen=1)
        bureau.agenda.terug_naar_concept(self.tafel)
        self.verstuur()
        bureau.partijen.wijzig_contact(contact, ContactpersoonInvoer("Andere Naam", email="nieuw@voorbeeld.invalid"))
        bureau.klok.verder(dagen=1)
        afgelasten = bureau.diensten().afgelasten
        afgelasten.gelast_af(self.tafel, "De voorzitter is ziek.")
        for regel in bureau.diensten().uitnodigingen.lijst(self.tafel):
            afgelasten.noteer_verteld(regel.id)
        self.dienst: OntvangenService = bureau.diensten().ontvangen

    def verstuur(self) -> None:
        self.bureau.akkoord(self.tafel)
        post = self.bureau.diensten().uitnodigingen
        post.bereid_voor(self.tafel)
        for regel in post.lijst(self.tafel):
            post.markeer_verzonden(regel.id)


@pytest.fixture
def kreeg(bureau: Bureau) -> Kreeg:
    return Kreeg(bureau)


def test_alles_met_versie_dag_en_wie_het_toen_kreeg(kreeg: Kreeg) -> None:
    blad = kreeg.dienst.lijst(kreeg.politie)
    assert blad.totaal == 6
    brieven = [regel for regel in blad.regels if regel.wat in ("Afgelasting", "Uitnodiging")]
    assert [(regel.wat, regel.versie) for regel in brieven] == [
        ("Afgelasting", 2),
        ("Uitnodiging", 2),
        ("Uitnodiging", 1),
    ]
    assert {(regel.aan_naam, regel.aan_email) for regel in blad.regels} == {OUD}
    assert [regel.stand.partition(" op ")[0] for regel in brieven] == ["", "afgelast", "vervangen"]
    dagen = [regel.op.date() for regel in brieven]
    assert dagen == [dagen[0], dagen[0] - timedelta(days=1), dagen[0] - timedelta(days=2)]
    document = brieven[-1].document_id
    assert document is not None
    assert kreeg.bureau.diensten().documenten.toon_uitgegeven(document).inhoud.startswith(b"%PDF")


def test_het_register_van_verstrekkingen_hoort_erbij(kreeg: Kreeg) -> None:
    derde = kreeg.bureau.partijen.voeg_toe(PartijInvoer("Verzonnen Derde", "VD", PartijSoort.DERDE))
    kreeg.bureau.sql(
        "INSERT INTO verstrekking (casus_id, derde_id, verstrekker_id, wat, grondslag, wijze, verstrekt_op,"
        " toestemming_op, toestemming_kenmerk, toestemming_door, vastgelegd_door, vastgelegd_op, vervallen_reden)"
        " VALUES (:c, :d, :v, 'Een verzonnen verslag', 'g', 'per post', '2020-01-02', '2020-01-01', 'k', 'd', 'x',"
        " '2020-01-02', '')",
        c=kreeg.casus,
        d=derde,
        v=kreeg.politie,
    )
    laatste = kreeg.dienst.lijst(derde).regels[-1]
    assert laatste.wat == "Verstrekking: Een verzonnen verslag (per post)"
    assert laatste.waarover == f"casus {kreeg.bureau.nummer(kreeg.casus)}"
    assert laatste.document_id is None


def test_te_kiezen_op_tijd_casus_en_overleg(kreeg: Kreeg) -> None:
    eerste = kreeg.dienst.lijst(kreeg.politie).regels[-1].op.date()
    lijst, nummer = kreeg.dienst.lijst, kreeg.bureau.nummer(kreeg.casus)
    assert lijst(kreeg.politie, OntvangenFilter(tot=eerste)).totaal == 2
    assert lijst(kreeg.politie, OntvangenFilter(van=eerste + timedelta(days=1))).totaal == 4
    assert lijst(kreeg.politie, OntvangenFilter(casusnummer=f" {nummer} ")).totaal == 6
    assert lijst(kreeg.politie, OntvangenFilter(casusnummer="1999-0001")).totaal == 0
    assert lijst(kreeg.politie, OntvangenFilter(overleg_id=kreeg.tafel)).totaal == 6
    ((overleg_id, _),) = kreeg.dienst.overleggen(kreeg.politie)
    assert overleg_id == kreeg.tafel
    with pytest.raises(InvoerOngeldig, match="voor de eerste"):
        lijst(kreeg.politie, OntvangenFilter(van=eerste, tot=eerste - timedelta(days=1)))


def test_per_blad_en_in_de_volgorde_van_het_geheel(kreeg: Kreeg) -> None:
    heel = kreeg.dienst.lijst(kreeg.politie).regels
    delen = [kreeg.dienst.lijst(kreeg.politie, None, vanaf, 4) for vanaf in (0, 4)]
    assert tuple(regel for blad in delen for regel in blad.regels) == heel
    assert {blad.totaal for blad in delen} == {6}


def test_het_document_zegt_het_ook_en_staat_in_het_logboek(kreeg: Kreeg) -> None:
    stuk = kreeg.dienst.overzicht(kreeg.politie)
    tekst = " ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(stuk.inhoud)).pages)
    assert OUD[1] in "".join(tekst.split())
    assert "nieuw@voorbeeld" not in "".join(tekst.split())
    assert kreeg.bureau.naam("OM") not in tekst
    assert "Testpersoon" not in tekst
    assert stuk.bestandsnaam.startswith("ontvangen-stukken_")
    laatste = kreeg.bureau.logboek()[-1]
    assert laatste["handeling"] == "overzicht van ontvangen stukken gemaakt"
    assert laatste["object_id"] == str(kreeg.politie)


def test_een_beheerder_ziet_het_niet(kreeg: Kreeg) -> None:
    beheer = kreeg.bureau.als(BEHEER)
    with pytest.raises(NietBevoegd):
        beheer.diensten().ontvangen.lijst(kreeg.politie)
    with pytest.raises(NietBevoegd):
        beheer.diensten().ontvangen.overzicht(kreeg.politie)
