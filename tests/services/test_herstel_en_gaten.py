"""Faults that were found by attacking the services, each kept away by a test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from factories import Bureau

from zvh_desktop.errors import GebruikersFout, HandtekeningOnjuist, InvoerOngeldig
from zvh_desktop.models.keuzes import ActieStatus, OordeelUitkomst, PlanId
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst


def test_ongedaan_maken_zet_geen_doel_van_een_andere_casus_op_een_later_punt(bureau: Bureau) -> None:
    a, b = bureau.casus("J. Oefenman", doel="Doel van de eerste."), bureau.casus("M. Voorbeeld", doel="Doel twee.")
    overleg = bureau.tafel()
    punt = bureau.agenda.voeg_casus_toe(overleg, a)
    bureau.oordeel(a, "Politie")
    bureau.agenda.zet_deelname(punt, bureau.partij("Politie"), aan=True)
    toen = bureau.agenda.momentopname(overleg)
    bureau.agenda.verwijder_punt(punt)
    assert bureau.agenda.voeg_casus_toe(overleg, b) > punt  # a number is given out once
    bureau.agenda.herstel(toen)
    beeld = bureau.agenda.toon(overleg)
    assert [(p.casus_id, p.doel) for p in beeld.punten] == [(a, "Doel van de eerste.")]
    assert bureau.aan_tafel(overleg) == {bureau.nummer(a): {"Politie"}}


def test_ongedaan_maken_lukt_ook_als_er_elders_een_punt_bij_kwam(bureau: Bureau) -> None:
    a, b = bureau.casus("J. Oefenman"), bureau.casus("M. Voorbeeld")
    overleg, ander = bureau.tafel(), bureau.tafel(date(2026, 10, 20))
    punt = bureau.punt(overleg, a, "Politie")
    toen = bureau.agenda.momentopname(overleg)
    bureau.agenda.verwijder_punt(punt)
    assert bureau.punt(ander, b, "OM") > punt
    assert bureau.agenda.herstel(toen) == ()
    assert bureau.aan_tafel(overleg) == {bureau.nummer(a): {"Politie"}}
    assert bureau.aan_tafel(ander) == {bureau.nummer(b): {"OM"}}


def test_actie_hoort_bij_plan_en_betrokkene_van_de_eigen_casus(bureau: Bureau) -> None:
    a, b = bureau.casus("J. Oefenman"), bureau.casus("M. Voorbeeld")
    bureau.oordeel(a, "Politie")
    plan_b = bureau.plannen.begin(b)
    betrokkene_b = bureau.casussen.toon(b).betrokkenen[0].id
    with pytest.raises(InvoerOngeldig, match="andere casus"):
        bureau.acties.voeg_toe_bij_casus(a, bureau.actie_invoer("Politie"), plan_b)
    with pytest.raises(InvoerOngeldig, match="andere casus"):
        bureau.acties.voeg_toe_bij_casus(a, bureau.actie_invoer("Politie", betrokkene_id=betrokkene_b))
    actie = bureau.acties.voeg_toe_bij_casus(a, bureau.actie_invoer("Politie"), PlanId(bureau.plannen.begin(a)))
    with pytest.raises(InvoerOngeldig, match="andere casus"):
        bureau.acties.wijzig(actie, bureau.actie_invoer("Politie", betrokkene_id=betrokkene_b))
    assert bureau.plannen.toon(plan_b).acties == ()


def test_wat_in_een_vastgesteld_verslag_staat_verandert_niet_meer(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    punt = bureau.punt(overleg, casus, "Politie", "OM")
    bureau.akkoord(overleg)
    bureau.gehouden(overleg)
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("beeld", "oordeel", "besluit"))
    besluit = bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer("isd", belegd_bij=bureau.partij("OM")))
    actie = bureau.acties.voeg_toe_bij_punt(punt, bureau.actie_invoer("Politie"))
    bureau.alsof_bevestigd()
    bureau.verslagen.stel_vast(overleg)
    for poging in (
        lambda: bureau.acties.wijzig(actie, bureau.actie_invoer("OM")),
        lambda: bureau.acties.wijzig(actie, bureau.actie_invoer("Politie", omschrijving="Iets anders.")),
        lambda: bureau.acties.verwijder(actie),
        lambda: bureau.acties.voeg_toe_bij_punt(punt, bureau.actie_invoer("OM")),
        lambda: bureau.verslagen.verwijder_besluit(besluit),
        lambda: bureau.verslagen.wijzig_besluit(besluit, BesluitInvoer("afschalen")),
        lambda: bureau.verslagen.bewaar_tekst(punt, VerslagTekst("", "", "")),
        lambda: bureau.verslagen.rond_punt_af(punt),
        lambda: bureau.verslagen.start_punt(punt, andere_dag=True),
        lambda: bureau.verslagen.stel_vast(overleg),
    ):
        with pytest.raises(GebruikersFout, match="vastgesteld"):
            poging()
    bureau.acties.wijzig(actie, bureau.actie_invoer("Politie", termijn=date(2026, 12, 1)))
    bureau.acties.zet_status(actie, ActieStatus.GEREED)
    stukken = bureau.diensten().documenten
    assert stukken.maak(stukken.verslagstukken(overleg)[0]).inhoud
    bureau.sql("UPDATE actie SET omschrijving = 'achteraf verzonnen'")
    with pytest.raises(HandtekeningOnjuist, match="dat is vastgesteld"):
        stukken.maak(stukken.verslagstukken(overleg)[0])


def test_intrekking_kan_naar_voren_worden_gehaald(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie")
    bureau.trek_in(casus, "Politie", vanaf=bureau.klok.over(30))
    bureau.trek_in(casus, "Politie")
    stand = {regel.kort: regel.reden for regel in bureau.oordelen.blad(casus)}
    assert stand["Politie"] == "ingetrokken vanaf 1 september 2026"
    with pytest.raises(InvoerOngeldig):
        bureau.trek_in(casus, "Politie")


def test_intrekken_zonder_positief_oordeel_wordt_geweigerd_langs_welke_weg_ook(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.alsof_bevestigd()
    intrekking = OordeelInvoer(bureau.partij("Politie"), OordeelUitkomst.INGETROKKEN, motivering="verhuisd")
    with pytest.raises(InvoerOngeldig, match="geen positief oordeel"):
        bureau.oordelen.geef(casus, [intrekking])
    bureau.oordeel(casus, "Politie")
    bureau.oordelen.geef(casus, [intrekking])
    (nieuw, oud) = bureau.oordelen.geschiedenis(casus)
    assert (nieuw.uitkomst, nieuw.grondslag) == (OordeelUitkomst.INGETROKKEN, oud.grondslag)


def test_over_een_partij_wordt_in_een_keer_niet_twee_keer_geoordeeld(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.alsof_bevestigd()
    goed = OordeelInvoer(bureau.partij("Politie"), OordeelUitkomst.RECHTMATIG, "Eigen taak", "Nodig.")
    with pytest.raises(InvoerOngeldig, match="staan hier twee oordelen"):
        bureau.oordelen.geef(casus, [goed, replace(goed, motivering="Toch nodig.")])
    assert bureau.oordelen.geschiedenis(casus) == ()


def test_overleg_waarvan_stukken_zijn_verzonden_wordt_niet_verwijderd(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    bureau.punt(overleg, casus, "Politie")
    bureau.contact("Politie")
    bureau.akkoord(overleg)
    uitnodigingen = bureau.diensten().uitnodigingen
    uitnodigingen.bereid_voor(overleg)
    uitnodigingen.markeer_verzonden(uitnodigingen.lijst(overleg)[0].id)
    bureau.agenda.terug_naar_concept(overleg)
    with pytest.raises(GebruikersFout, match="verzonden"):
        bureau.tafels.verwijder(overleg)
