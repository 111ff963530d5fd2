"""What was noted as sent by mistake is taken back whole, by who noted it, on the day itself, and no further."""

from __future__ import annotations

import pytest
from factories import BEHEER, MEDEWERKER, Bureau
from informatiedossier import Dossier
from test_herinneringen import Verstuurd

from zvh_desktop.errors import GebruikersFout, NietBevoegd
from zvh_desktop.models.keuzes import DocumentSoort, OverlegStatus, UitnodigingAntwoord, UitnodigingStatus
from zvh_desktop.services.uitnodigen.lijst import UitnodigingRegel
from zvh_desktop.services.uitnodigen.terugnemen import Verzendstand


class Klaargezet(Verstuurd):
    """Nothing was sent yet."""

    def __init__(self, bureau: Bureau) -> None:
        super().__init__(bureau)
        bureau.agenda.terug_naar_concept(self.tafel)
        bureau.akkoord(self.tafel)
        self.post.bereid_voor(self.tafel)
        bureau.klok.verder(minuten=5)

    def regel(self, kort: str) -> UitnodigingRegel:
        return next(een for een in self.bureau.diensten().uitnodigingen.lijst(self.tafel) if een.kort == kort)

    def alles(self) -> tuple[object, ...]:
        diensten = self.bureau.diensten()
        kop = diensten.tafels.toon(self.tafel)
        stukken = sorted(
            (een.soort, een.partij or "", een.versie) for een in diensten.documenten.uitgegeven(self.tafel)
        )
        return kop.status, kop.verzonden_op, diensten.uitnodigingen.lijst(self.tafel), tuple(stukken)

    def verstuur(self, kort: str) -> Verzendstand:
        diensten = self.bureau.diensten()
        stand = diensten.terugnemen.stand(self.van[kort])
        intrekken = stand.status is UitnodigingStatus.IN_TE_TREKKEN
        doe = diensten.uitnodigingen.markeer_ingetrokken if intrekken else diensten.uitnodigingen.markeer_verzonden
        doe(self.van[kort])
        return stand

    def neem_terug(self, stand: Verzendstand) -> None:
        self.bureau.diensten().terugnemen.neem_terug(stand)

    def blijft(self, stand: Verzendstand, reden: str) -> None:
        voor = self.alles()
        with pytest.raises(GebruikersFout, match=reden):
            self.neem_terug(stand)
        assert self.alles() == voor


@pytest.fixture
def post(bureau: Bureau) -> Klaargezet:
    return Klaargezet(bureau)


def test_alles_staat_weer_als_voor_verstuurd(post: Klaargezet) -> None:
    voor = post.alles()
    eerste = post.verstuur("Politie")
    na_een = post.alles()
    assert na_een[0] is OverlegStatus.VERZONDEN
    assert len(na_een[3]) == len(voor[3]) + 3, "letter, calendar item and the agenda of that moment"
    tweede = post.verstuur("OM")
    post.neem_terug(tweede)
    assert post.alles() == na_een
    post.neem_terug(eerste)
    assert post.alles() == voor
    gelogd = [rij["resultaat"] for rij in post.bureau.logboek() if rij["handeling"] == "verzending teruggenomen"]
    assert gelogd == ["gelukt", "gelukt"]


def test_de_agenda_blijft_verzonden_zolang_een_ander_de_uitnodiging_heeft(post: Klaargezet) -> None:
    eerste = post.verstuur("Politie")
    post.verstuur("OM")
    post.neem_terug(eerste)
    assert post.regel("Politie").status is UitnodigingStatus.CONCEPT
    assert post.alles()[0] is OverlegStatus.VERZONDEN
    soorten = [een.soort for een in post.bureau.diensten().documenten.uitgegeven(post.tafel)]
    assert soorten.count(DocumentSoort.AGENDA_REGIE) == 2, "that of before, and that of now"


def test_een_intrekking_wordt_teruggenomen_met_de_plaatsen(post: Klaargezet) -> None:
    post.verstuur("Politie")
    post.bureau.trek_in(post.casussen[1], "Politie")
    voor = post.alles()
    assert post.regel("Politie").status is UitnodigingStatus.IN_TE_TREKKEN
    assert post.regel("Politie").vervallen == 1
    post.bureau.klok.verder(minuten=5)
    stand = post.verstuur("Politie")
    assert post.regel("Politie").vervallen == 0
    post.neem_terug(stand)
    assert post.alles() == voor
    post.verstuur("Politie")
    assert post.regel("Politie").status is UitnodigingStatus.VERZONDEN


def test_een_eerder_antwoord_komt_terug(post: Klaargezet) -> None:
    post.verstuur("OM")
    diensten = post.bureau.diensten()
    diensten.uitnodigingen.registreer_antwoord(post.van["OM"], UitnodigingAntwoord.VERVANGER, "J. Oefenman komt")
    post.bureau.agenda.terug_naar_concept(post.tafel)
    post.bureau.akkoord(post.tafel)
    diensten.uitnodigingen.bereid_voor(post.tafel)
    post.bureau.klok.verder(minuten=5)
    voor = post.regel("OM")
    assert voor.antwoord is UitnodigingAntwoord.VERVANGER
    stand = post.verstuur("OM")
    assert post.regel("OM").antwoord is UitnodigingAntwoord.GEEN
    post.neem_terug(stand)
    assert post.regel("OM") == voor


def test_wat_erop_gebouwd_is_houdt_het_vast(post: Klaargezet) -> None:
    stand = post.verstuur("OM")
    post.bureau.diensten().uitnodigingen.registreer_antwoord(post.van["OM"], UitnodigingAntwoord.KOMT)
    post.blijft(stand, "al een antwoord")
    post.bureau.diensten().uitnodigingen.registreer_antwoord(post.van["OM"], UitnodigingAntwoord.GEEN)
    post.maak("OM")
    post.blijft(stand, "herinnering")


def test_niet_na_een_nieuwe_agenda_en_niet_tweemaal(post: Klaargezet) -> None:
    stand = post.verstuur("OM")
    post.bureau.agenda.terug_naar_concept(post.tafel)
    post.blijft(stand, "agenda is daarna veranderd")
    post.bureau.akkoord(post.tafel)
    post.bureau.diensten().uitnodigingen.bereid_voor(post.tafel)
    post.blijft(stand, "daarna veranderd")
    nieuw = post.verstuur("OM")
    post.neem_terug(nieuw)
    post.blijft(nieuw, "daarna veranderd")


def test_alleen_op_de_dag_zelf_en_door_wie_het_noteerde(post: Klaargezet) -> None:
    stand = post.verstuur("OM")
    post.bureau.als(MEDEWERKER)
    post.blijft(stand, "Alleen wie dat deed")
    post.bureau.als(BEHEER)
    with pytest.raises(NietBevoegd):
        post.neem_terug(stand)
    with pytest.raises(NietBevoegd):
        post.bureau.diensten().terugnemen.stand(post.van["OM"])
    post.bureau.als("regie")
    post.bureau.klok.verder(dagen=1)
    post.blijft(stand, "op de dag zelf")


def test_na_het_overleg_niet_meer(post: Klaargezet) -> None:
    stand = post.verstuur("OM")
    post.bureau.sql("UPDATE overleg SET status = 'gehouden'")
    post.blijft(stand, "gehouden")


def test_informatie_die_meeging_blijft_verzonden(bureau: Bureau) -> None:
    dossier = Dossier(bureau)
    dossier.akkoord()
    dossier.geef_vrij(dossier.lezer)
    dossier.uitnodigen()
    diensten = bureau.diensten()
    van = {een.kort: een.id for een in diensten.uitnodigingen.lijst(dossier.overleg)}
    stand = diensten.terugnemen.stand(van[dossier.lezer])
    diensten.uitnodigingen.markeer_verzonden(van[dossier.lezer])
    with pytest.raises(GebruikersFout, match="informatie van een andere partij"):
        diensten.terugnemen.neem_terug(stand)
    ander = diensten.terugnemen.stand(van[dossier.ander])
    diensten.uitnodigingen.markeer_verzonden(van[dossier.ander])
    diensten.terugnemen.neem_terug(ander)
    stand_nu = {een.kort: een.status for een in diensten.uitnodigingen.lijst(dossier.overleg)}
    assert stand_nu[dossier.lezer] is UitnodigingStatus.VERZONDEN
    assert stand_nu[dossier.ander] is UitnodigingStatus.CONCEPT
