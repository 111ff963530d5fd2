"""Each service does its part of the job, from aanmelding to afschaling."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from factories import BEHEER, REGIE, Bureau
from proefwaarden import BEGIN

from zvh_desktop.errors import GebruikersFout, HandtekeningOnjuist, InvoerOngeldig, NietGevonden, RegelGeweigerd
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzes import (
    AanmeldingUitkomst,
    Aanwezigheid,
    ActieStatus,
    CasusId,
    CasusStatus,
    OordeelUitkomst,
    OverlegStatus,
    PartijSoort,
    PlanStatus,
    PoortStand,
    VerslagStatus,
)
from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer, CriteriumInvoer
from zvh_desktop.services.casus.aanmeldinglijst import Welke
from zvh_desktop.services.casus.afschalingen import AfschalingInvoer
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.huis.instellingen import HuisInstellingen, InstellingenService
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijInvoer
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst

# -- partijen ----------------------------------------------------------------------------------------------


def test_partij_erbij_gewijzigd_weg_en_weer_terug(bureau: Bureau) -> None:
    register = bureau.partijen
    id_ = register.voeg_toe(PartijInvoer("Wijkteam Voorbeeld", "Wijkteam", PartijSoort.DEELNEMER))
    register.voeg_contact_toe(id_, ContactpersoonInvoer("J. Oefenman", "teamleider", "j@voorbeeld.invalid"))
    register.wijzig(id_, PartijInvoer("Wijkteam Proef", "Wijkteam", PartijSoort.DEELNEMER, opmerking="nieuw"))
    weg = register.verwijder(id_)
    with pytest.raises(NietGevonden):
        register.toon(id_)
    terug = register.toon(register.zet_terug(weg))
    assert (terug.naam, terug.opmerking, terug.contactpersonen[0].naam) == ("Wijkteam Proef", "nieuw", "J. Oefenman")


@pytest.mark.parametrize(
    ("invoer", "veld"),
    [
        (PartijInvoer("", "X"), "naam"),
        (PartijInvoer(" \t ", "X"), "naam"),
        (PartijInvoer("Proef", ""), "kort"),
        (PartijInvoer("Proef", "meer dan twaalf"), "kort"),
        (PartijInvoer("x" * 301, "X"), "naam"),
        (PartijInvoer("gemeente ALMELO", "X"), "naam"),
        (PartijInvoer("Proef", "politie"), "kort"),
        (PartijInvoer("Proef", "X", aangesloten_op=BEGIN, uitgetreden_op=date(2026, 8, 1)), "uitgetreden_op"),
    ],
)
def test_partij_die_niet_kan_wordt_geweigerd_met_het_veld(bureau: Bureau, invoer: PartijInvoer, veld: str) -> None:
    with pytest.raises(InvoerOngeldig) as fout:
        bureau.partijen.voeg_toe(invoer)
    assert fout.value.veld == veld
    assert len(bureau.partijen.lijst()) == 30


def test_partij_met_oordeel_houdt_haar_naam_en_gaat_niet_weg(bureau: Bureau) -> None:
    bureau.oordeel(bureau.casus(), "Politie")
    politie = bureau.partij("Politie")
    with pytest.raises(InvoerOngeldig, match="ondertekende oordelen"):
        bureau.partijen.wijzig(politie, PartijInvoer("Politie Proef", "Politie", groep="politie"))
    with pytest.raises(RegelGeweigerd):
        bureau.partijen.verwijder(politie)
    bureau.partijen.wijzig(politie, PartijInvoer(bureau.naam("Politie"), "Politie", opmerking="mag wel"))
    assert bureau.partijen.toon(politie).opmerking == "mag wel"


def test_uitgetreden_partij_zit_niet_meer_aan_tafel(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    punt = bureau.punt(overleg, casus, "Politie", "OM")
    bureau.treedt_uit("Politie", bureau.klok.over(21))
    assert bureau.aan_tafel(overleg)[bureau.nummer(casus)] == {"OM"}
    with pytest.raises(RegelGeweigerd, match="doet op 22 september 2026 niet mee"):
        bureau.agenda.zet_deelname(punt, bureau.partij("Politie"), aan=True)


# -- aanmelding and triage ---------------------------------------------------------------------------------


def test_aanmelding_mag_half_zijn_maar_niet_half_worden_geaccepteerd(bureau: Bureau) -> None:
    aanmeldingen = bureau.aanmeldingen
    id_ = aanmeldingen.nieuw()
    with pytest.raises(InvoerOngeldig, match="nog niet compleet"):
        aanmeldingen.accepteer(id_)
    beeld = aanmeldingen.bewaar(id_, bureau.aanmelding_invoer())
    assert (beeld.nog_nodig, beeld.criteria_voldaan, beeld.uitkomst) == ((), True, AanmeldingUitkomst.OPEN)
    casus = aanmeldingen.accepteer(id_, "Past bij het huis.")
    assert aanmeldingen.toon(id_).casusnummer == bureau.nummer(casus) == "2026-0001"
    assert bureau.casussen.toon(casus).betrokkenen[0].naam == "J. Oefenman"
    with pytest.raises(InvoerOngeldig, match="al beoordeeld"):
        aanmeldingen.bewaar(id_, bureau.aanmelding_invoer("Iemand Anders"))
    with pytest.raises(InvoerOngeldig, match="al beoordeeld"):
        aanmeldingen.wijs_af(id_, "toch niet")


def test_criteria_beslissen_mee_en_afwijzen_vraagt_een_reden(bureau: Bureau) -> None:
    nee = tuple(CriteriumInvoer(c.sleutel, False, "Nee.") for c in bureau.profiel.criteria)
    id_ = bureau.aanmelding(criteria=nee)
    with pytest.raises(RegelGeweigerd) as weigering:
        bureau.aanmeldingen.accepteer(id_)
    assert weigering.value.artikel == "bijlage 2"
    with pytest.raises(InvoerOngeldig):
        bureau.aanmeldingen.wijs_af(id_, "  ")
    bureau.aanmeldingen.wijs_af(id_, "Hoort bij het wijkteam.")
    assert bureau.aanmeldingen.toon(id_).uitkomst is AanmeldingUitkomst.AFGEWEZEN
    assert bureau.aanmeldingen.lijst(Welke.OPEN) == ()


@pytest.mark.parametrize(
    "anders",
    [
        {"datum": date(2026, 9, 2)},
        {"betrokkenen": (BetrokkeneInvoer(""),)},
        {"betrokkenen": (BetrokkeneInvoer("J. Oefenman", Geboortedatum(2030, 1, 1)),)},
        {"criteria": (CriteriumInvoer("verzonnen", True),)},
    ],
)
def test_aanmelding_die_niet_kan_laat_niets_achter(bureau: Bureau, anders: dict[str, object]) -> None:
    with pytest.raises(InvoerOngeldig):
        bureau.aanmelding(**anders)
    assert bureau.aanmeldingen.lijst() == ()


def test_casusnummers_lopen_door_per_jaar(bureau: Bureau) -> None:
    assert [bureau.nummer(bureau.casus()) for _ in range(2)] == ["2026-0001", "2026-0002"]
    bureau.klok.verder(dagen=200)
    assert bureau.nummer(bureau.casus()) == "2027-0001"


def test_triage_vraagt_weegt_en_opent_de_weg_naar_de_tafel(bureau: Bureau) -> None:
    casus = bureau.aanmeldingen.accepteer(bureau.aanmelding())
    overleg = bureau.tafel()
    with pytest.raises(RegelGeweigerd) as weigering:
        bureau.agenda.voeg_casus_toe(overleg, casus)
    assert weigering.value.artikel == "bijlage 3, fase 1"
    politie = bureau.partij("Politie")
    with pytest.raises(InvoerOngeldig):
        bureau.triage.antwoord(casus, politie, "ja", True)
    bureau.triage.vraag(casus, politie, "Bekend?")
    bureau.triage.antwoord(casus, politie, "Ja, bekend.", True)
    with pytest.raises(InvoerOngeldig):
        bureau.triage.rond_af(casus)
    with pytest.raises(InvoerOngeldig):
        bureau.triage.bewaar(casus, TriageInvoer(routering="nergens"))
    bureau.triage.bewaar(casus, TriageInvoer("Een doel.", "Wonen", "casustafel"))
    bureau.triage.rond_af(casus)
    assert bureau.casussen.toon(casus).fase_sleutel == "voorbereiden"
    with pytest.raises(InvoerOngeldig, match="afgerond"):
        bureau.triage.vraag(casus, politie, "Nog iets?")
    assert bureau.agenda.voeg_casus_toe(overleg, casus)
    blad = {regel.kort: regel for regel in bureau.oordelen.blad(casus)}
    assert blad["Politie"].gevraagd_in_triage
    assert not blad["OM"].gevraagd_in_triage


def test_triage_naar_elders_vraagt_waarom_en_deelt_niets(bureau: Bureau) -> None:
    casus = bureau.aanmeldingen.accepteer(bureau.aanmelding())
    bureau.triage.bewaar(casus, TriageInvoer(routering="elders"))
    with pytest.raises(InvoerOngeldig):
        bureau.triage.rond_af(casus)
    bureau.triage.bewaar(casus, TriageInvoer(routering="elders", toelichting="Hoort bij een andere tafel."))
    bureau.alsof_bevestigd()
    bureau.triage.rond_af(casus)
    with pytest.raises(InvoerOngeldig, match="beëindigd"):
        bureau.agenda.voeg_casus_toe(bureau.tafel(), casus)


# -- oordelen ----------------------------------------------------------------------------------------------


def test_oordelen_hebben_een_geschiedenis_waarin_het_nieuwste_geldt(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie", "OM", tot=bureau.klok.over(10))
    bureau.klok.verder(dagen=2)
    bureau.trek_in(casus, "Politie")
    bureau.klok.verder(dagen=9)
    stand = {regel.kort: (regel.stand, regel.reden) for regel in bureau.oordelen.blad(casus)}
    assert stand["Politie"] == (PoortStand.INGETROKKEN, "ingetrokken vanaf 3 september 2026")
    assert stand["OM"] == (PoortStand.VERLOPEN, "verlopen op 11 september 2026")
    assert stand["GGD"] == (PoortStand.NIET_BEOORDEELD, "nog niet beoordeeld")
    geschiedenis = bureau.oordelen.geschiedenis(casus, bureau.partij("Politie"))
    assert [(r.uitkomst, r.geldt, r.echt) for r in geschiedenis] == [
        (OordeelUitkomst.INGETROKKEN, True, True),
        (OordeelUitkomst.RECHTMATIG, False, True),
    ]


@pytest.mark.parametrize(
    "anders",
    [
        {"vanaf": date(2026, 8, 31)},
        {"vanaf": date(2026, 9, 10), "tot": date(2026, 9, 9)},
    ],
)
def test_oordeel_met_onmogelijke_dagen_wordt_geweigerd(bureau: Bureau, anders: dict[str, date]) -> None:
    casus = bureau.casus()
    with pytest.raises(InvoerOngeldig):
        bureau.oordeel(casus, "Politie", **anders)  # type: ignore[arg-type]
    assert bureau.oordelen.geschiedenis(casus) == ()


def test_een_oordeel_in_de_reeks_dat_niet_kan_houdt_alle_tegen(bureau: Bureau) -> None:
    casus = bureau.casus()
    derde = bureau.partijen.voeg_toe(PartijInvoer("Derde Voorbeeld", "Derde", PartijSoort.DERDE))
    bureau._partijen["Derde"] = derde
    with pytest.raises(InvoerOngeldig, match="derde"):
        bureau.oordeel(casus, "Politie", "Derde")
    assert bureau.oordelen.geschiedenis(casus) == ()
    assert bureau.waarde("SELECT count(*) FROM verklaring") == 0


# -- tafels ------------------------------------------------------------------------------------------------


def test_andere_datum_laat_stoelen_vallen_die_dan_niet_gelden_en_zegt_welke(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    punt = bureau.punt(overleg, casus, "OM")
    bureau.oordeel(casus, "Politie", tot=bureau.klok.over(25))
    bureau.agenda.zet_deelname(punt, bureau.partij("Politie"), aan=True)
    zinnen = bureau.tafels.wijzig(overleg, bureau.tafel_invoer(bureau.klok.over(30)))
    assert zinnen == (
        "Politie Regionale Eenheid Oost-Nederland is van de agenda af bij casus 2026-0001: "
        "verlopen op 26 september 2026.",
    )
    assert bureau.aan_tafel(overleg) == {"2026-0001": {"OM"}}
    assert bureau.agenda.toon(overleg).punten[0].gemarkeerd == "Niet meer rechtmatig aanwezig: Politie"
    bureau.tafels.wijzig(overleg, bureau.tafel_invoer(bureau.klok.over(20)))
    assert bureau.aan_tafel(overleg) == {"2026-0001": {"OM"}}  # comes back only by a hand


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"soort": "expertgroep"}, "soort"),
        ({"soort": "verzonnen"}, "soort"),
        ({"einde": time(9, 30)}, "einde"),
        ({"plaats": " "}, "plaats"),
    ],
)
def test_tafel_die_niet_kan_wordt_geweigerd(bureau: Bureau, anders: dict[str, object], veld: str) -> None:
    with pytest.raises(InvoerOngeldig) as fout:
        bureau.tafel(**anders)  # type: ignore[arg-type]
    assert fout.value.veld == veld
    assert bureau.tafels.lijst() == ()


def test_datum_ligt_vast_na_akkoord_en_alles_na_het_overleg(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    bureau.punt(overleg, casus, "Politie")
    bureau.akkoord(overleg)
    with pytest.raises(GebruikersFout, match="al akkoord"):
        bureau.tafels.wijzig(overleg, bureau.tafel_invoer(bureau.klok.over(30)))
    with pytest.raises(GebruikersFout, match="Alleen een overleg in concept"):
        bureau.tafels.verwijder(overleg)
    bureau.agenda.terug_naar_concept(overleg)
    with pytest.raises(GebruikersFout, match="akkoord gehad"):
        bureau.tafels.verwijder(overleg)
    bureau.akkoord(overleg)
    bureau.gehouden(overleg)
    with pytest.raises(GebruikersFout, match="al gehouden"):
        bureau.tafels.wijzig(overleg, bureau.tafel_invoer())
    with pytest.raises(GebruikersFout, match="al begonnen"):
        bureau.agenda.terug_naar_concept(overleg)


# -- agenda ------------------------------------------------------------------------------------------------


def test_agenda_rekent_tijden_en_waarschuwt_voor_uitloop(bureau: Bureau) -> None:
    overleg = bureau.tafel()
    opening = bureau.agenda.voeg_onderwerp_toe(overleg, "Opening", 10)
    a, b = (bureau.agenda.voeg_casus_toe(overleg, bureau.casus(naam)) for naam in ("J. Oefenman", "M. Voorbeeld"))
    bureau.agenda.wijzig_punt(b, PuntInvoer(90))
    beeld = bureau.agenda.toon(overleg)
    assert [(p.begin, p.einde, p.na_afloop) for p in beeld.punten] == [
        (time(9, 30), time(9, 40), False),
        (time(9, 40), time(10, 0), False),
        (time(10, 0), time(11, 30), True),
    ]
    assert (beeld.overschrijding, beeld.aandacht[0].zin) == (30, "De agenda duurt 30 minuten te lang.")
    bureau.agenda.verplaats(b, 0)
    assert [p.id for p in bureau.agenda.toon(overleg).punten] == [b, opening, a]
    bureau.agenda.verplaats(b, 99)
    assert [p.id for p in bureau.agenda.toon(overleg).punten] == [opening, a, b]
    for minuten in (0, -5, 481):
        with pytest.raises(InvoerOngeldig):
            bureau.agenda.wijzig_punt(a, PuntInvoer(minuten))
    with pytest.raises(InvoerOngeldig):
        bureau.agenda.wijzig_punt(a, PuntInvoer(20, besluit_type="verzonnen"))
    with pytest.raises(InvoerOngeldig, match="staat al op deze agenda"):
        bureau.agenda.voeg_casus_toe(overleg, bureau.agenda.toon(overleg).punten[1].casus_id)  # type: ignore[arg-type]


def test_ongedaan_maken_brengt_punten_en_stoelen_terug_en_zegt_wat_niet_kon(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    punt = bureau.punt(overleg, casus, "Politie", "OM")
    bureau.agenda.vraag_bijdrage(punt, bureau.partij("OM"), "Stand van de zaak.")
    toen = bureau.agenda.momentopname(overleg)
    bureau.agenda.verwijder_punt(punt)
    assert bureau.aan_tafel(overleg) == {}
    bureau.trek_in(casus, "Politie")
    zinnen = tuple(punt.zin for punt in bureau.agenda.herstel(toen))
    assert len(zinnen) == 1
    assert "is ingetrokken (art. 14.2)" in zinnen[0]
    assert bureau.aan_tafel(overleg) == {"2026-0001": {"OM"}}
    cellen = {c.partij_id: c for c in bureau.agenda.toon(overleg).punten[0].cellen}
    assert cellen[bureau.partij("OM")].gevraagde_bijdrage == "Stand van de zaak."


def test_akkoord_vraagt_doel_besluit_en_een_partij_en_legt_de_agenda_vast(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    bureau.alsof_bevestigd()
    with pytest.raises(RegelGeweigerd, match="nog geen casus"):
        bureau.agenda.geef_akkoord(overleg)
    punt = bureau.agenda.voeg_casus_toe(overleg, casus)
    with pytest.raises(RegelGeweigerd) as weigering:
        bureau.agenda.vraag_akkoord(overleg)
    assert weigering.value.artikel == "art. 11.2 onder c"
    assert "het type besluit" in str(weigering.value)
    assert "ten minste één partij" in str(weigering.value)
    bureau.agenda.wijzig_punt(punt, PuntInvoer(20, doel="Een doel.", besluit_type="isd", themas="Wonen"))
    bureau.oordeel(casus, "Politie")
    assert bureau.agenda.nodig_alle_uit(punt) == 1
    bureau.agenda.vraag_akkoord(overleg)
    bureau.akkoord(overleg)
    for poging in (
        lambda: bureau.agenda.verwijder_punt(punt),
        lambda: bureau.agenda.verplaats(punt, 0),
        lambda: bureau.agenda.zet_deelname(punt, bureau.partij("Politie"), aan=False),
        lambda: bureau.agenda.wijzig_punt(punt, PuntInvoer(30)),
        lambda: bureau.agenda.voeg_onderwerp_toe(overleg, "Nog iets"),
        lambda: bureau.agenda.herstel(bureau.agenda.momentopname(overleg)),
        lambda: bureau.agenda.vraag_bijdrage(punt, bureau.partij("Politie"), "x"),
        lambda: bureau.agenda.geef_akkoord(overleg),
    ):
        with pytest.raises(GebruikersFout, match="ligt daarom vast"):
            poging()
    bureau.agenda.terug_naar_concept(overleg)
    assert bureau.tafels.toon(overleg).agenda_versie == 2
    bureau.agenda.wijzig_punt(punt, PuntInvoer(30, doel="Een doel.", besluit_type="isd", themas="Wonen"))


def test_agenda_die_na_akkoord_met_de_hand_is_gewijzigd_gaat_niet_verder(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    punt = bureau.punt(overleg, casus, "Politie")
    bureau.akkoord(overleg)
    bureau.sql("UPDATE agendapunt SET doel = 'iets anders'")
    with pytest.raises(GebruikersFout, match="niet de agenda die akkoord kreeg"):
        bureau.verslagen.start_punt(punt, andere_dag=True)
    with pytest.raises(GebruikersFout, match="niet de agenda die akkoord kreeg"):
        bureau.diensten().uitnodigingen.bereid_voor(overleg)
    assert bureau.tafels.toon(overleg).status is OverlegStatus.AKKOORD


def test_zonder_casus_is_er_geen_matrix(bureau: Bureau) -> None:
    overleg = bureau.tafel()
    punt = bureau.agenda.voeg_onderwerp_toe(overleg, "Mededelingen")
    with pytest.raises(InvoerOngeldig):
        bureau.agenda.zet_deelname(punt, bureau.partij("Politie"), aan=True)
    assert bureau.agenda.nodig_alle_uit(punt) == 0
    cellen = bureau.agenda.toon(overleg).punten[0].cellen
    assert {cel.stand for cel in cellen} == {PoortStand.NIET_VAN_TOEPASSING}


# -- aan tafel and verslag ---------------------------------------------------------------------------------


def test_aan_tafel_zegt_wie_gaat_wie_komt_en_wie_blijft(bureau: Bureau) -> None:
    overleg = bureau.tafel()
    bureau.punt(overleg, bureau.casus("J. Oefenman"), "Politie", "OM")
    bureau.punt(overleg, bureau.casus("M. Voorbeeld"), "OM", "GGD")
    bureau.agenda.voeg_onderwerp_toe(overleg, "Rondvraag")
    korte = {p.naam: p.kort for p in bureau.partijen.lijst()}
    gang = [
        tuple({korte[p.partij] for p in groep} for groep in (punt.van_tafel, punt.aan_tafel, punt.blijft))
        for punt in bureau.verslagen.aan_tafel(overleg).punten
    ]
    assert gang == [
        (set(), {"Politie", "OM"}, set()),
        ({"Politie"}, {"GGD"}, {"OM"}),
        ({"OM", "GGD"}, set(), set()),  # without a casus the house is alone
    ]


def test_verslag_van_concept_tot_vastgesteld(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    punt = bureau.punt(overleg, casus, "Politie", "OM")
    with pytest.raises(GebruikersFout, match="nog concept"):
        bureau.verslagen.start_punt(punt, andere_dag=True)
    bureau.akkoord(overleg)
    bureau.verslagen.start_punt(punt, andere_dag=True)
    assert bureau.tafels.toon(overleg).status is OverlegStatus.GEHOUDEN
    bureau.verslagen.zet_aanwezigheid(punt, bureau.partij("OM"), Aanwezigheid.AFGEMELD, "T. Voorbeeldig")
    bureau.verslagen.zet_aanwezigheid(punt, bureau.partij("Politie"), Aanwezigheid.AANWEZIG)
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("Beeld.", "Oordeel.", "Besluit."))
    bureau.alsof_bevestigd()
    with pytest.raises(InvoerOngeldig, match="nog niet wat ervan kwam"):
        bureau.verslagen.stel_vast(overleg)
    with pytest.raises(InvoerOngeldig):
        bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer("verzonnen"))
    bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer("procesregie-elders", belegd_bij=bureau.partij("Politie")))
    bureau.verslagen.stel_vast(overleg)
    beeld = bureau.verslagen.toon(overleg)
    assert (beeld.kop.verslag_status, beeld.te_wijzigen) == (VerslagStatus.VASTGESTELD, False)
    aanwezig = {a.kort: (a.aanwezigheid, a.afgevaardigde) for a in beeld.punten[0].aanwezigen}
    assert aanwezig == {"Politie": (Aanwezigheid.AANWEZIG, ""), "OM": (Aanwezigheid.AFGEMELD, "T. Voorbeeldig")}
    assert bureau.casussen.toon(casus).procesregie == bureau.naam("Politie")


def test_verslag_wijst_op_namen_die_er_niet_horen(bureau: Bureau) -> None:
    overleg = bureau.tafel()
    punt = bureau.punt(overleg, bureau.casus("J. Oefenman"), "Politie")
    bureau.punt(overleg, bureau.casus("M. Voorbeeld"), "GGD")
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("m. voorbeeld speelt mee", "zie 2026-0002", "GGD Twente belt"))
    aandacht = bureau.verslagen.toon(overleg).aandacht
    assert [punt.zin.split("staat ")[1] for punt in aandacht] == [
        "casus 2026-0002. Die hoort hier niet bij.",
        "een betrokkene uit een andere casus: M. Voorbeeld.",
        "GGD Twente. Die partij zit bij deze casus niet aan tafel.",
    ]


def _voor_partij(naam: str) -> tuple[str, str]:
    """What is offered to a partij that has nothing open."""
    return (f"Notulen: {naam}", f"Actielijst: {naam} (geen open acties)")


def test_intrekking_na_het_overleg_raakt_de_notulen_niet_en_een_ervoor_wel(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel(bureau.klok.over(3))
    bureau.punt(overleg, casus, "Politie", "OM", "GGD")
    bureau.akkoord(overleg)
    bureau.klok.verder(dagen=2)
    bureau.trek_in(casus, "Politie", vanaf=bureau.klok.over(1))
    bureau.klok.verder(dagen=1)
    bureau.gehouden(overleg)
    bureau.klok.verder(dagen=1)
    bureau.trek_in(casus, "OM")
    assert bureau.aan_tafel(overleg)["2026-0001"] == {"OM", "GGD"}
    stukken = bureau.diensten().documenten
    assert {v.omschrijving for v in stukken.verslagstukken(overleg) if v.partij_id} == {
        wat for kort in ("OM", "GGD") for naam in [bureau.naam(kort)] for wat in _voor_partij(naam)
    }
    assert [z.partij for z in stukken.zonder_stukken(overleg)] == [bureau.naam("Politie")]


# -- acties, plan, afschaling ------------------------------------------------------------------------------


def test_acties_worden_gevolgd_tot_ze_gereed_zijn(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie", "OM")
    laat = bureau.acties.voeg_toe_bij_casus(casus, bureau.actie_invoer("Politie", termijn=bureau.klok.over(2)))
    bureau.acties.voeg_toe_bij_casus(casus, bureau.actie_invoer("OM"))
    with pytest.raises(InvoerOngeldig):
        bureau.acties.voeg_toe_bij_casus(casus, bureau.actie_invoer("OM", omschrijving=" "))
    bureau.klok.verder(dagen=3)
    assert [a.te_laat(bureau.klok.vandaag) for a in bureau.acties.lijst()] == [True, False]
    assert "1 actie is over de termijn" in {r.zin for r in bureau.vandaag.toon().regels}
    bureau.acties.zet_status(laat, ActieStatus.GEREED)
    assert [a.belegd_bij for a in bureau.acties.lijst()] == [bureau.naam("OM")]
    assert bureau.acties.lijst(alleen_open=False, casus_id=casus)[0].afgerond_op == bureau.klok.vandaag


def test_plan_van_aanpak_in_versies(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie", "OM")
    plan = bureau.plannen.begin(casus)
    assert bureau.plannen.begin(casus) == plan
    bureau.alsof_bevestigd()
    with pytest.raises(RegelGeweigerd, match="ten minste één doel"):
        bureau.plannen.stel_vast(plan)
    bureau.plannen.bewaar(plan, bureau.plan_invoer("Politie", "OM"))
    bureau.plannen.stel_vast(plan)
    with pytest.raises(GebruikersFout, match="ligt daarom vast"):
        bureau.plannen.bewaar(plan, bureau.plan_invoer("Politie"))
    tweede = bureau.plannen.begin(casus)
    assert [r.partij for r in bureau.plannen.toon(tweede).rollen] == [bureau.naam("Politie"), bureau.naam("OM")]
    bureau.trek_in(casus, "Politie")
    with pytest.raises(RegelGeweigerd) as weigering:
        bureau.plannen.stel_vast(tweede)
    assert weigering.value.regel == "alleen_rechtmatige_partijen"
    bureau.plannen.bewaar(tweede, bureau.plan_invoer("OM"))
    bureau.plannen.stel_vast(tweede)
    assert [v.status for v in bureau.plannen.toon(tweede).versies] == [PlanStatus.VASTGESTELD, PlanStatus.VERVANGEN]


def test_dezelfde_partij_tweemaal_in_een_plan_wordt_geweigerd(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie")
    plan = bureau.plannen.begin(casus)
    with pytest.raises(InvoerOngeldig):
        bureau.plannen.bewaar(plan, bureau.plan_invoer("Politie", "Politie"))


def test_in_twente_besluit_de_casustafel_tot_afschaling(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    punt = bureau.punt(overleg, casus, "Politie")
    bureau.alsof_bevestigd()
    with pytest.raises(InvoerOngeldig, match="niet langer nodig"):
        bureau.afschalingen.besluit(casus, "overleg")
    bureau.afschalingen.bewaar(casus, AfschalingInvoer("Rustig.", "Alle criteria.", "Wijkteam"))
    with pytest.raises(RegelGeweigerd) as weigering:
        bureau.afschalingen.besluit(casus, "overleg")
    assert weigering.value.artikel == "art. 7.4 onder d"
    with pytest.raises(InvoerOngeldig):
        bureau.afschalingen.besluit(casus, "procesregisseur")
    bureau.casussen.naar_fase(casus, "casustafel")
    bureau.akkoord(overleg)
    bureau.gehouden(overleg)
    bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer("afschalen"))
    with pytest.raises(RegelGeweigerd):
        bureau.afschalingen.besluit(casus, "overleg")
    bureau.verslagen.stel_vast(overleg)
    assert bureau.casussen.toon(casus).fase_sleutel == "afschalen"
    bureau.afschalingen.besluit(casus, "overleg")
    assert bureau.casussen.toon(casus).status is CasusStatus.AFGESCHAALD
    with pytest.raises(GebruikersFout):
        bureau.afschalingen.besluit(casus, "overleg")
    with pytest.raises(InvoerOngeldig, match="afgeschaald"):
        bureau.agenda.voeg_casus_toe(bureau.tafel(), casus)
    bureau.afschalingen.vink(casus, "acties", gedaan=True, opmerking="nagelopen")
    with pytest.raises(GebruikersFout, match="vernietigen"):
        bureau.afschalingen.vink(casus, "vernietigen", gedaan=True)
    gedaan = {r.sleutel for r in bureau.afschalingen.toon(casus).checklist if r.gedaan}
    assert gedaan == {"acties"}


def wijs_aan(bureau: Bureau, casus: CasusId, naam: str) -> None:
    """This person becomes casusregisseur of the casus."""
    bureau.oordeel(casus, "Politie")
    bureau.wijs_aan(casus, "Politie", naam)


def test_in_haaglanden_besluiten_twee_personen_samen(haags_bureau: Bureau) -> None:
    casus = haags_bureau.casus()
    haags_bureau.afschalingen.bewaar(casus, AfschalingInvoer("Rustig.", "Alle criteria."))
    haags_bureau.alsof_bevestigd()
    haags_bureau.afschalingen.besluit(casus, "procesregisseur")
    with pytest.raises(InvoerOngeldig, match="al vastgelegd"):
        haags_bureau.afschalingen.besluit(casus, "procesregisseur")
    assert haags_bureau.casussen.toon(casus).status is CasusStatus.LOPEND
    with pytest.raises(InvoerOngeldig, match="nog niet aangewezen wie de casuscoördinator is"):
        haags_bureau.afschalingen.besluit(casus, "casusregisseur", namens="T. Voorbeeldig")
    wijs_aan(haags_bureau, casus, "p.\N{NO-BREAK SPACE}\N{EM SPACE}PROEFPERSOON")
    with pytest.raises(InvoerOngeldig, match="kan niet twee keer besluiten"):
        haags_bureau.afschalingen.besluit(casus, "casusregisseur")
    wijs_aan(haags_bureau, casus, "T. Voorbeeldig")
    with pytest.raises(InvoerOngeldig, match=r"maar T\. Voorbeeldig"):
        haags_bureau.afschalingen.besluit(casus, "casusregisseur", namens="Een Ander")
    assert haags_bureau.casussen.toon(casus).status is CasusStatus.LOPEND
    haags_bureau.afschalingen.besluit(casus, "casusregisseur", namens=" t.  voorbeeldig ")
    assert haags_bureau.casussen.toon(casus).status is CasusStatus.AFGESCHAALD
    assert [b.door for b in haags_bureau.afschalingen.toon(casus).beslissers] == ["P. Proefpersoon", "T. Voorbeeldig"]


def test_in_haaglanden_legt_niemand_het_besluit_van_de_ander_op_eigen_naam_vast(haags_bureau: Bureau) -> None:
    casus = haags_bureau.casus()
    haags_bureau.afschalingen.bewaar(casus, AfschalingInvoer("Rustig.", "Alle criteria."))
    haags_bureau.alsof_bevestigd()
    wijs_aan(haags_bureau, casus, "P. Proefpersoon")
    with pytest.raises(InvoerOngeldig, match="de procesregisseur en de casuscoördinator samen"):
        haags_bureau.afschalingen.besluit(casus, "casusregisseur")
    wijs_aan(haags_bureau, casus, "T. Voorbeeldig")
    haags_bureau.afschalingen.besluit(casus, "casusregisseur", namens="T. Voorbeeldig")
    haags_bureau.afschalingen.besluit(casus, "procesregisseur")
    assert haags_bureau.casussen.toon(casus).status is CasusStatus.AFGESCHAALD


def test_in_haaglanden_noemt_de_andere_lezing_haar_eigen_beslisser_en_artikel(haags_bureau: Bureau) -> None:
    casus = haags_bureau.casus()
    haags_bureau.afschalingen.bewaar(casus, AfschalingInvoer("Rustig.", "Alle criteria."))
    standaard = haags_bureau.afschalingen.toon(casus)
    assert [(b.naam, b.toelichting) for b in standaard.beslissers] == [
        ("de procesregisseur", "art. 1.10"),
        ("de casuscoördinator", "art. 1.10"),
    ]
    InstellingenService(haags_bureau.als(BEHEER).werkplek).bewaar(
        HuisInstellingen(afzender_email="tafel@voorbeeld.invalid", lezing_afschaling="casusoverleg")
    )
    haags_bureau.als(REGIE).alsof_bevestigd()
    anders = haags_bureau.afschalingen.toon(casus)
    assert [(b.naam, b.toelichting) for b in anders.beslissers] == [("het Casusoverleg", "art. 8.4 onder d")]
    with pytest.raises(RegelGeweigerd) as weigering:
        haags_bureau.afschalingen.besluit(casus, "overleg")
    assert weigering.value.artikel == "art. 8.4 onder d"
    assert "het Casusoverleg (art. 8.4 onder d)" in str(weigering.value)
    assert "besluiten samen" in standaard.besluitregel.regeltekst
    for gezegd in (anders.besluitregel, weigering.value):
        assert (gezegd.artikel, gezegd.regeltekst[:25]) == ("art. 8.4 onder d", "Het Casusoverleg besluit.")


# -- vandaag -----------------------------------------------------------------------------------------------


def test_vandaag_noemt_wat_op_deze_gebruiker_wacht(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel(bureau.klok.over(7))
    bureau.punt(overleg, casus, "Politie")
    bureau.aanmelding("M. Voorbeeld")
    bureau.agenda.vraag_akkoord(overleg)
    zinnen = {regel.zin for regel in bureau.vandaag.toon().regels}
    assert {"1 aanmelding te beoordelen", "Agenda van 8 september 2026 wacht op uw akkoord"} <= zinnen
    bureau.als("medewerker")
    zinnen = {regel.zin for regel in bureau.vandaag.toon().regels}
    assert not {"1 aanmelding te beoordelen", "Agenda van 8 september 2026 wacht op uw akkoord"} & zinnen
    assert "1 keer terugkoppelen aan de aanmelder" in zinnen
    assert not any("Oefenman" in zin for zin in zinnen)


def test_vorige_profielversie_blijft_gelden_voor_een_overleg_van_toen(bureau: Bureau) -> None:
    overleg = bureau.tafel()
    bureau.werkplek.profiel = replace(bureau.werkplek.profiel, korte_naam="Ander huis")
    assert bureau.tafels.toon(overleg).naam == "Regionale Casustafel"


def test_een_plan_dat_na_het_vaststellen_is_gewijzigd_wordt_niet_gemaakt(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie")
    plan = bureau.plannen.begin(casus)
    bureau.plannen.bewaar(plan, bureau.plan_invoer("Politie"))
    bureau.alsof_bevestigd()
    bureau.plannen.stel_vast(plan)
    assert bureau.diensten().documenten.plan(plan).inhoud.startswith(b"%PDF")
    bureau.sql("UPDATE plan_van_aanpak SET afschalingscriteria = 'iets anders'")
    with pytest.raises(HandtekeningOnjuist, match="dat is vastgesteld"):
        bureau.diensten().documenten.plan(plan)


def test_datum_tijd_en_plaats_liggen_vast_na_akkoord(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie")
    tafel = bureau.tafel()
    bureau.punt(tafel, casus, "Politie")
    bureau.akkoord(tafel)
    invoer = bureau.tafels.toon(tafel).invoer
    with pytest.raises(GebruikersFout, match="liggen vast"):
        bureau.tafels.wijzig(tafel, replace(invoer, plaats="Elders"))
    bureau.tafels.wijzig(tafel, replace(invoer, notulist="M. Voorbeeld"))
    assert bureau.tafels.toon(tafel).invoer.notulist == "M. Voorbeeld"
