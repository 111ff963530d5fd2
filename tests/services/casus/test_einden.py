"""A casus ends without afschaling: after a triage that sends it elsewhere, or when somebody else has procesregie."""

from __future__ import annotations

import pytest
from factories import MEDEWERKER, Bureau

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietBevoegd
from zvh_desktop.models.keuzen.eindekeuzes import EindeSoort
from zvh_desktop.models.keuzes import BuitenRoutering, CasusId, CasusStatus
from zvh_desktop.services.casus.einden import EindeInvoer, EindeService, TerugkoppelingInvoer
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer

ADVIES = "Hoort bij het wijkteam; verwezen."


def in_triage(bureau: Bureau) -> CasusId:
    return bureau.aanmeldingen.accepteer(bureau.aanmelding())


def beeindigd(bureau: Bureau, route: BuitenRoutering = BuitenRoutering.ELDERS) -> CasusId:
    casus = in_triage(bureau)
    bureau.triage.bewaar(casus, TriageInvoer(routering=route, toelichting=ADVIES))
    bureau.alsof_bevestigd()
    bureau.triage.rond_af(casus)
    return casus


def vandaag(bureau: Bureau) -> list[str]:
    return [regel.zin for regel in bureau.vandaag.toon().regels if regel.plaats == "casus"]


def met_besluit(bureau: Bureau, casus: CasusId, soort: str, dag: int = 1, *, naam: bool = True) -> None:
    overleg = bureau.tafel(bureau.klok.over(dag))
    punt = bureau.punt(overleg, casus, "Politie")
    bureau.akkoord(overleg)
    bureau.gehouden(overleg)
    belegd = bureau.partij("Politie") if naam and soort == "procesregie-elders" else None
    bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(soort, belegd_bij=belegd))
    bureau.verslagen.stel_vast(overleg)


@pytest.mark.parametrize("route", list(BuitenRoutering))
def test_een_triage_die_elders_uitkomt_beeindigt_de_casus(bureau: Bureau, route: BuitenRoutering) -> None:
    casus = beeindigd(bureau, route)
    beeld = bureau.casussen.toon(casus)
    assert (beeld.status, beeld.fase_nummer, beeld.gesloten_op) == (CasusStatus.BEEINDIGD, "1", bureau.klok.vandaag)
    nu = EindeService(bureau.werkplek).toon(casus).nu
    assert nu is not None
    assert (nu.soort, nu.advies, nu.beeindigd_door) == (EindeSoort(route.value), ADVIES, bureau.werkplek.naam)
    assert bureau.nummer(casus) not in {regel.nummer for regel in bureau.casussen.lijst(ook_gesloten=False)}
    assert [g.titel for g in beeld.tijdlijn][-1].startswith("Casus beëindigd")
    assert not any("schaling" in g.titel for g in beeld.tijdlijn)


def test_terugkoppeling_aan_de_aanmelder_wacht_tot_zij_is_vastgelegd(bureau: Bureau) -> None:
    casus, einden = beeindigd(bureau), EindeService(bureau.werkplek)
    wacht = f"Casus {bureau.nummer(casus)} is beëindigd: terugkoppelen aan de aanmelder"
    assert vandaag(bureau) == [wacht]
    gezegd = TerugkoppelingInvoer(bureau.klok.vandaag, "telefonisch", "Het wijkteam pakt het op.")
    for fout, veld in (
        (TerugkoppelingInvoer(bureau.klok.over(1), "telefonisch", "x"), "op"),
        (TerugkoppelingInvoer(bureau.klok.vandaag, " ", "x"), "hoe"),
        (TerugkoppelingInvoer(bureau.klok.vandaag, "brief", ""), "wat"),
    ):
        with pytest.raises(InvoerOngeldig) as geweigerd:
            einden.koppel_terug(casus, fout)
        assert geweigerd.value.veld == veld
    einden.koppel_terug(casus, gezegd)
    nu = einden.toon(casus).nu
    assert nu is not None
    assert nu.terugkoppeling == gezegd
    assert vandaag(bureau) == []
    einden.koppel_terug(casus, None)
    assert vandaag(bureau) == [wacht]


def test_heropenen_kan_met_een_reden_en_de_triage_gaat_verder(bureau: Bureau) -> None:
    casus, einden = beeindigd(bureau), EindeService(bureau.werkplek)
    with pytest.raises(InvoerOngeldig, match="waarom"):
        einden.heropen(casus, " ")
    einden.heropen(casus, "Nieuwe melding van de politie.")
    beeld = einden.toon(casus)
    assert beeld.nu is None
    assert [een.heropend_omdat for een in beeld.eerder] == ["Nieuwe melding van de politie."]
    assert bureau.casussen.toon(casus).status is CasusStatus.LOPEND
    assert bureau.logboek()[-1]["handeling"] == "casus heropend"
    bureau.triage.bewaar(
        casus, TriageInvoer("Doel", "Wonen", bureau.profiel.casusoverleggen[0].sleutel, "Nu wel hier.")
    )
    bureau.triage.rond_af(casus)
    assert bureau.casussen.toon(casus).delen_toegestaan
    with pytest.raises(InvoerOngeldig, match="niet beëindigd"):
        einden.heropen(casus, "Nog eens.")


def test_op_een_beeindigde_casus_begint_niets(bureau: Bureau) -> None:
    casus = beeindigd(bureau)
    with pytest.raises(InvoerOngeldig, match="is beëindigd"):
        bureau.oordeel(casus, "Politie")
    with pytest.raises(InvoerOngeldig, match="is beëindigd"):
        bureau.casussen.naar_fase(casus, "voorbereiden")
    with pytest.raises(InvoerOngeldig, match="is beëindigd"):
        bureau.agenda.voeg_casus_toe(bureau.tafel(), casus)


def test_zonder_naam_bij_het_besluit_wordt_gevraagd_wie_de_casus_heeft(bureau: Bureau) -> None:
    casus, einden = bureau.casus(), EindeService(bureau.werkplek)
    bureau.oordeel(casus, "Politie")
    met_besluit(bureau, casus, "procesregie-elders", naam=False)
    assert (einden.toon(casus).kan_eindigen, einden.toon(casus).procesregie) == (True, "")
    (zin,) = (zin for zin in vandaag(bureau) if "te beëindigen" in zin)
    assert "procesregie elders, te beëindigen" in zin


def test_procesregie_elders_eindigt_met_wie_waar_en_wanneer(bureau: Bureau) -> None:
    casus, einden = bureau.casus(), EindeService(bureau.werkplek)
    wie = EindeInvoer("Politie, basisteam Voorbeeld", bureau.klok.vandaag)
    with pytest.raises(GebruikersFout, match="heeft zelf de procesregie"):
        einden.beeindig(casus, wie)
    bureau.oordeel(casus, "Politie")
    met_besluit(bureau, casus, "procesregie-elders")
    assert einden.toon(casus).kan_eindigen
    assert einden.toon(casus).procesregie == bureau.naam("Politie")
    assert [zin for zin in vandaag(bureau) if "te beëindigen" in zin]
    for fout, veld in ((EindeInvoer("", bureau.klok.vandaag), "bij"), (EindeInvoer("Politie"), "geinformeerd_op")):
        with pytest.raises(InvoerOngeldig) as geweigerd:
            einden.beeindig(casus, fout)
        assert geweigerd.value.veld == veld
    einden.beeindig(casus, EindeInvoer("Politie, basisteam Voorbeeld", bureau.klok.vandaag))
    assert bureau.casussen.toon(casus).status is CasusStatus.BEEINDIGD
    einden.heropen(casus, "Toch niet.")
    na = einden.toon(casus)
    assert (na.kan_eindigen, len(na.eerder), bureau.casussen.toon(casus).status) == (True, 1, CasusStatus.LOPEND)


def test_procesregie_bevestigen_gooit_een_casus_in_4a_niet_terug(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie")
    for fase in ("casustafel", "mdo", "uitvoeren"):
        bureau.casussen.naar_fase(casus, fase)
    met_besluit(bureau, casus, "procesregie-zvh")
    assert bureau.casussen.toon(casus).fase_nummer == "4a"


def test_procesregie_brengt_een_casus_wel_vooruit(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie")
    met_besluit(bureau, casus, "procesregie-zvh")
    assert bureau.casussen.toon(casus).fase_nummer == "4"


def test_alleen_de_procesregisseur_heropent(bureau: Bureau) -> None:
    casus = beeindigd(bureau)
    bureau.als(MEDEWERKER)
    with pytest.raises(NietBevoegd):
        EindeService(bureau.werkplek).heropen(casus, "Mag dit?")


def test_een_aanmelding_bij_vergissing_gaat_weg_en_staat_in_het_logboek(bureau: Bureau) -> None:
    aanmelding = bureau.aanmelding()
    weg = bureau.aanmeldingen.verwijder(aanmelding)
    assert bureau.aanmeldingen.lijst() == ()
    assert bureau.waarde("SELECT count(*) FROM betrokkene") == 0
    assert bureau.logboek()[-1]["handeling"] == "aanmelding verwijderd"
    terug = bureau.aanmeldingen.toon(bureau.aanmeldingen.nieuw(weg))
    assert terug.invoer.betrokkenen[0].naam == weg.betrokkenen[0].naam


def test_over_een_besliste_aanmelding_wordt_niets_verwijderd(bureau: Bureau) -> None:
    aanmelding = bureau.aanmelding()
    bureau.aanmeldingen.wijs_af(aanmelding, "Hoort elders.")
    with pytest.raises(InvoerOngeldig, match="al besloten"):
        bureau.aanmeldingen.verwijder(aanmelding)


def test_een_begonnen_aanmelding_staat_nog_nergens(bureau: Bureau) -> None:
    assert bureau.aanmeldingen.begin().id == 0
    assert bureau.aanmeldingen.lijst() == ()
    assert bureau.aanmeldingen.te_beoordelen() == 0
