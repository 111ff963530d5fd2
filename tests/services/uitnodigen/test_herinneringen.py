"""A reminder is a draft for who did not answer, with only its own points, through the gate again, and logged."""

from __future__ import annotations

import email
from email import policy
from email.message import EmailMessage

import pytest
from factories import BEHEER, REGIE, Bureau
from uitgangspunten import uitgangspunt

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietBevoegd
from zvh_desktop.models.keuzes import CasusId, OverlegId, UitnodigingAntwoord, UitnodigingId
from zvh_desktop.services.huis.instellingen import HuisInstellingen
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.herinneringen import HerinneringService


def _leg_aan(bureau: Bureau) -> tuple[tuple[CasusId, CasusId], OverlegId]:
    bureau.als(BEHEER)
    bureau.diensten().instellingen.bewaar(HuisInstellingen(afzender_email="secretariaat@voorbeeld.invalid"))
    bureau.als(REGIE)
    for kort in ("Politie", "OM"):
        contact = ContactpersoonInvoer(f"{kort} Oefenman", email=f"{kort.lower()}@voorbeeld.invalid", mandaat=True)
        bureau.partijen.voeg_contact_toe(bureau.partij(kort), contact)
    casussen = (bureau.casus("Testpersoon Een"), bureau.casus("Testpersoon Twee"))
    tafel = bureau.tafel()
    bureau.punt(tafel, casussen[0], "Politie")
    bureau.punt(tafel, casussen[1], "Politie", "OM")
    bureau.akkoord(tafel)
    post = bureau.diensten().uitnodigingen
    post.bereid_voor(tafel)
    for regel in post.lijst(tafel):
        post.markeer_verzonden(regel.id)
    return casussen, tafel


class Verstuurd:
    """An overleg of two casussen: Politie is invited at both, OM only at the second."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.casussen, self.tafel = uitgangspunt(bureau, _leg_aan)
        self.post = bureau.diensten().uitnodigingen
        self.van: dict[str, UitnodigingId] = {regel.kort: regel.id for regel in self.post.lijst(self.tafel)}

    def maak(self, *korte: str) -> tuple[Stuk, ...]:
        return HerinneringService(self.bureau.werkplek).maak(self.tafel, [self.van[kort] for kort in korte])

    def gelogd(self) -> list[str]:
        return [rij["resultaat"] for rij in self.bureau.logboek() if rij["handeling"] == "herinneringen gemaakt"]


@pytest.fixture
def post(bureau: Bureau) -> Verstuurd:
    return Verstuurd(bureau)


def bericht(stuk: Stuk) -> EmailMessage:
    gelezen = email.message_from_bytes(stuk.inhoud, policy=policy.default)
    assert isinstance(gelezen, EmailMessage)
    return gelezen


def test_een_concept_per_partij_met_alleen_eigen_punten(post: Verstuurd) -> None:
    politie, om = post.maak("Politie", "OM")
    assert politie.casusnummers == tuple(post.bureau.nummer(casus) for casus in post.casussen)
    assert om.casusnummers == (post.bureau.nummer(post.casussen[1]),)
    gelezen = bericht(om)
    assert gelezen["X-Unsent"] == "1"
    assert gelezen["To"] == "OM Oefenman <om@voorbeeld.invalid>"
    assert gelezen["Subject"].startswith("Herinnering: uitnodiging ")
    tekst = gelezen.get_body(("plain",))
    assert tekst is not None
    assert "nog geen antwoord van u" in tekst.get_content()
    assert post.bureau.nummer(post.casussen[0]) not in tekst.get_content()
    assert [bijlage.get_content_type() for bijlage in gelezen.iter_attachments()] == [
        "application/pdf",
        "text/calendar",
    ]
    assert om.bestandsnaam.startswith("herinnering_")
    assert om.bestandsnaam.endswith("_OM.eml")


def test_herinneren_wordt_gelogd_en_blijft_te_zien(post: Verstuurd) -> None:
    assert [regel.herinnerd_op for regel in post.post.lijst(post.tafel)] == [None, None]
    post.maak("OM")
    assert post.gelogd() == ["gelukt"]
    herinnerd = {regel.kort: regel.herinnerd_op for regel in post.post.lijst(post.tafel)}
    assert herinnerd["Politie"] is None
    assert herinnerd["OM"] == post.bureau.klok().replace(microsecond=0)
    uitgegeven = post.bureau.diensten().documenten.uitgegeven(post.tafel)
    assert uitgegeven[0].partij == post.bureau.naam("OM")


def test_wie_antwoordde_wordt_niet_herinnerd_en_dan_niemand(post: Verstuurd) -> None:
    post.post.registreer_antwoord(post.van["OM"], UitnodigingAntwoord.KOMT)
    with pytest.raises(InvoerOngeldig, match="heeft al geantwoord"):
        post.maak("Politie", "OM")
    assert post.gelogd() == ["geweigerd"]
    assert {regel.herinnerd_op for regel in post.post.lijst(post.tafel)} == {None}


def test_de_poort_geldt_opnieuw(post: Verstuurd) -> None:
    post.bureau.trek_in(post.casussen[1], "OM")
    with pytest.raises(GebruikersFout):
        post.maak("OM")
    post.bureau.trek_in(post.casussen[1], "Politie")
    post.post = post.bureau.diensten().uitnodigingen
    with pytest.raises(InvoerOngeldig, match="geen verstuurde uitnodiging"):
        post.maak("Politie")


def test_niets_uit_een_concept_en_niets_na_het_overleg(post: Verstuurd) -> None:
    bureau = post.bureau
    bureau.agenda.terug_naar_concept(post.tafel)
    with pytest.raises(GebruikersFout):
        post.maak("OM")


def test_de_beheerder_herinnert_niemand(post: Verstuurd) -> None:
    post.bureau.als(BEHEER)
    with pytest.raises(NietBevoegd):
        post.maak("OM")
