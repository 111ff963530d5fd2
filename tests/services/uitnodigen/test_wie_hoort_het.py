"""By whatever way a partij comes off an agenda: who has an uitnodiging hears it, about the day that stands in it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from factories import Bureau
from icalendar import Calendar
from pypdf import PdfReader
from test_gestuurd_aan import EERSTE, Post, naar

from zvh_desktop.models.keuzes import OverlegStatus, PartijSoort, UitnodigingStatus
from zvh_desktop.models.taal import datum_lang
from zvh_desktop.services.partijen.partijen import PartijInvoer, partij_invoer
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.terugnemen import TerugneemService


@pytest.fixture
def post(bureau: Bureau) -> Post:
    return Post(bureau)


def lees(stuk: Stuk) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(stuk.inhoud)).pages).split())


def dag_in(stuk: Stuk) -> date:
    (afspraak,) = Calendar.from_ical(stuk.inhoud).walk("VEVENT")
    dag: date = afspraak["DTSTART"].dt.date()
    return dag


def signalen(post: Post) -> list[str]:
    return [regel.zin for regel in post.bureau.vandaag.toon().regels]


def test_een_oordeel_dat_vervalt_tijdens_een_start_bij_vergissing(post: Post) -> None:
    """Nine days too early somebody pressed start; the oordeel was withdrawn before the start was taken back."""
    post.bureau.verslagen.start_punt(post.punt, andere_dag=True)
    post.bureau.trek_in(post.casus, "Politie")
    assert post.regel().status is UitnodigingStatus.VERZONDEN
    post.bureau.tafelloop.haal_start_terug(post.punt)
    assert post.bureau.tafels.toon(post.tafel).status is OverlegStatus.VERZONDEN
    assert post.regel().status is UitnodigingStatus.IN_TE_TREKKEN
    assert "1 uitnodiging moet worden ingetrokken" in signalen(post)


def test_een_oordeel_dat_vervalt_terwijl_een_nieuwe_versie_klaarligt(post: Post) -> None:
    post.nieuwe_agenda()
    assert post.regel().status is UitnodigingStatus.CONCEPT
    post.bureau.trek_in(post.casus, "Politie")
    assert post.regel().status is UitnodigingStatus.IN_TE_TREKKEN
    assert naar(post.post.intrekking(post.regel().id).concept) == [EERSTE]


def test_wie_bij_een_ander_punt_blijft_hoort_het_met_de_nieuwe_versie(post: Post) -> None:
    bureau = post.bureau
    bureau.agenda.terug_naar_concept(post.tafel)
    bureau.punt(post.tafel, bureau.casus("Verzonnen Twee"), "Politie")
    bureau.akkoord(post.tafel)
    post.post.bereid_voor(post.tafel)
    bureau.trek_in(post.casus, "Politie")
    regel = post.regel()
    assert (regel.status, regel.vervallen, regel.punten) == (UitnodigingStatus.CONCEPT, 1, 1)
    stand = TerugneemService(bureau.werkplek).stand(regel.id)
    post.post.markeer_verzonden(regel.id)
    assert (post.regel().status, post.regel().vervallen) == (UitnodigingStatus.VERZONDEN, 0)
    TerugneemService(bureau.werkplek).neem_terug(stand)
    assert (post.regel().status, post.regel().vervallen) == (UitnodigingStatus.CONCEPT, 1)


def test_een_correctie_in_het_register_van_partijen(post: Post) -> None:
    post.bureau.treedt_uit("Politie", post.bureau.klok.vandaag)
    assert post.regel().status is UitnodigingStatus.IN_TE_TREKKEN
    assert naar(post.post.intrekking(post.regel().id).concept) == [EERSTE]


def _getypt(bureau: Bureau, nieuw: PartijInvoer) -> None:
    bureau.diensten().partijen.wijzig(bureau.partij("SP"), nieuw)


def _ingelezen(bureau: Bureau, nieuw: PartijInvoer) -> None:
    dienst = bureau.diensten().partijen_csv
    dag = nieuw.uitgetreden_op or nieuw.aangesloten_op
    assert dag is not None
    kop = "Uitgetreden op" if nieuw.uitgetreden_op else "Aangesloten op"
    dienst.voer_in(dienst.voorbeeld(f"Partij;{kop}\n{nieuw.naam};{dag:%d-%m-%Y}\n".encode()))


@pytest.mark.parametrize("doe", [_getypt, _ingelezen])
@pytest.mark.parametrize("veld", ["uitgetreden_op", "aangesloten_op"])
def test_een_deelnemer_die_volgens_het_register_niet_meedoet(
    bureau: Bureau, doe: Callable[[Bureau, PartijInvoer], None], veld: str
) -> None:
    bureau._partijen["SP"] = bureau.partijen.voeg_toe(PartijInvoer("Stichting Proef", "SP", PartijSoort.DEELNEMER))
    bureau.contact("SP", "Politie")
    tafel = bureau.tafel()
    bureau.punt(tafel, bureau.casus("Testpersoon Een"), "SP", "Politie")
    bureau.akkoord(tafel)
    post = bureau.diensten().uitnodigingen
    post.bereid_voor(tafel)
    for regel in post.lijst(tafel):
        post.markeer_verzonden(regel.id)
    dag = bureau.klok.vandaag if veld == "uitgetreden_op" else bureau.klok.over(60)
    doe(bureau, replace(partij_invoer(bureau.partijen.toon(bureau.partij("SP"))), **{veld: dag}))
    assert {regel.kort: regel.status for regel in post.lijst(tafel)} == {
        "SP": UitnodigingStatus.IN_TE_TREKKEN,
        "Politie": UitnodigingStatus.VERZONDEN,
    }


def test_een_andere_opmerking_bij_de_partij_verandert_niets(post: Post) -> None:
    register = post.bureau.diensten().partijen
    register.wijzig(
        post.partij, replace(partij_invoer(register.toon(post.partij)), opmerking="Balie dicht op vrijdag.")
    )
    assert (post.regel().status, post.regel().punten) == (UitnodigingStatus.VERZONDEN, 1)


def test_een_verplaatste_tafel_wordt_afgezegd_op_de_dag_van_de_uitnodiging(post: Post) -> None:
    bureau = post.bureau
    kop = bureau.tafels.toon(post.tafel).invoer
    bureau.agenda.terug_naar_concept(post.tafel)
    bureau.oordeel(post.casus, "Politie", tot=kop.datum)
    later = kop.datum + timedelta(days=7)
    assert bureau.tafels.wijzig(post.tafel, replace(kop, datum=later, plaats="Elders"))
    stukken = post.post.intrekking(post.regel().id)
    brief = lees(stukken.brief)
    assert datum_lang(kop.datum) in brief and datum_lang(later) not in brief
    assert datum_lang(kop.datum) in stukken.bericht.tekst and datum_lang(later) not in stukken.bericht.tekst
    assert dag_in(stukken.agenda_item) == kop.datum
    assert b"LOCATION:Vergaderkamer Voorbeeld" in stukken.agenda_item.inhoud


def test_wie_op_de_nieuwe_dag_bij_een_ander_punt_zit_leest_beide_dagen(post: Post) -> None:
    bureau = post.bureau
    kop = bureau.tafels.toon(post.tafel).invoer
    bureau.agenda.terug_naar_concept(post.tafel)
    bureau.punt(post.tafel, bureau.casus("Verzonnen Twee"), "Politie")
    bureau.oordeel(post.casus, "Politie", tot=kop.datum)
    later = kop.datum + timedelta(days=7)
    bureau.tafels.wijzig(post.tafel, replace(kop, datum=later))
    stukken = post.post.intrekking(post.regel().id)
    brief = lees(stukken.brief)
    assert f"een uitnodiging voor het overleg op {datum_lang(kop.datum)} (Regionale Casustafel)" in brief
    assert f"Het overleg is verplaatst naar {datum_lang(later)}." in brief
    assert dag_in(stukken.agenda_item) == later


def test_een_stoel_die_terugkomt_voor_de_intrekking_geeft_een_nieuwe_versie(post: Post) -> None:
    bureau = post.bureau
    bureau.trek_in(post.casus, "Politie")
    bureau.oordeel(post.casus, "Politie")
    bureau.agenda.terug_naar_concept(post.tafel)
    bureau.agenda.zet_deelname(post.punt, post.partij, aan=True)
    bureau.akkoord(post.tafel)
    post.post.bereid_voor(post.tafel)
    regel = post.regel()
    assert (regel.status, regel.volgnummer, regel.vervallen) == (UitnodigingStatus.CONCEPT, 1, 0)
    assert naar(post.post.stukken(regel.id).concept) == [EERSTE]


def test_een_nieuwe_uitnodiging_die_nooit_uitging_wordt_niet_ingetrokken(post: Post) -> None:
    """The one before was withdrawn and that was told; nobody has anything that can be taken back."""
    bureau = post.bureau
    bureau.trek_in(post.casus, "Politie")
    post.post.markeer_ingetrokken(post.regel().id)
    bureau.oordeel(post.casus, "Politie")
    for aan in (True, False):
        bureau.agenda.terug_naar_concept(post.tafel)
        bureau.agenda.zet_deelname(post.punt, post.partij, aan=aan)
        bureau.akkoord(post.tafel)
        post.post.bereid_voor(post.tafel)
    assert post.regel().status is UitnodigingStatus.INGETROKKEN
    bureau.diensten().afgelasten.gelast_af(post.tafel, "De voorzitter is ziek.")
    assert bureau.diensten().afgelasten.toon(post.tafel).te_vertellen == 0


def test_ook_wie_in_de_plaats_zou_komen_hoort_het(post: Post) -> None:
    post.bureau.trek_in(post.casus, "Politie")
    stukken = post.post.intrekking(post.regel().id)
    assert "Zou iemand anders in uw plaats komen? Laat het dan ook diegene weten." in lees(stukken.brief)
    assert "Laat het ook diegene weten." in stukken.bericht.tekst
    post.bureau.diensten().afgelasten.gelast_af(post.tafel, "De voorzitter is ziek.")
    stukken = post.bureau.diensten().afgelasten.stukken(post.regel().id)
    assert "Zou iemand anders in uw plaats komen? Laat het dan ook diegene weten." in lees(stukken.brief)
    assert "Laat het ook diegene weten." in stukken.bericht.tekst
