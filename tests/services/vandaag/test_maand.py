"""A month of overleggen and terms: what falls on which day, for whom, and in how many statements."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from factories import MEDEWERKER, Bureau
from opruimhulp import schaal_af, tafel_met, zet_termijnen
from sqlteller import tel

from zvh_desktop.errors import NietBevoegd
from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzes import ActieStatus, OverlegStatus, PoortStand, VernietigSoort
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.datalek.gegevens import DatalekInvoer
from zvh_desktop.services.huis.vakanties import Vakantie
from zvh_desktop.services.informatie.bijlagen import Bijlage
from zvh_desktop.services.informatie.items import InformatieInvoer
from zvh_desktop.services.vandaag.maand.gegevens import Dagitem, Maanddag, Maandsoort, maand_verder, weken_van
from zvh_desktop.services.vandaag.maand.maand import MEESTE
from zvh_desktop.services.vernietigen.eigen import NAAM
from zvh_desktop.services.vernietigen.termijnen import EIGEN
from zvh_desktop.services.werkplek.plekken import BijCasus, BijTafel

HOOGSTENS = 2
"""One for the terms for keeping files, that say what is asked, and one for everything else."""


def dag_van(bureau: Bureau, dag: date) -> Maanddag:
    beeld = bureau.diensten().maand.toon(dag.year, dag.month)
    return next(een for een in beeld.dagen if een.dag == dag)


def van_soort(bureau: Bureau, dag: date, soort: Maandsoort) -> list[Dagitem]:
    return [item for item in dag_van(bureau, dag).items if item.soort is soort]


def test_een_maand_is_hele_weken_van_maandag_tot_en_met_zondag() -> None:
    weken = weken_van(2027, 8)
    assert (weken[0], weken[-1], len(weken)) == (date(2027, 7, 26), date(2027, 9, 5), 42)
    assert len(weken_van(2027, 2)) == 28, "February 2027 begins on a Monday"
    assert {weken_van(2026, maand)[0].weekday() for maand in range(1, 13)} == {0}


@pytest.mark.parametrize(
    ("van", "aantal", "naar"),
    [((2026, 12), 1, (2027, 1)), ((2027, 1), -1, (2026, 12)), ((1901, 1), -1, (1901, 1)), ((2198, 12), 3, (2198, 12))],
)
def test_een_maand_verder_of_terug(van: tuple[int, int], aantal: int, naar: tuple[int, int]) -> None:
    assert maand_verder(*van, aantal) == naar


def test_een_overleg_staat_op_zijn_dag_met_tijd_soort_en_stand(bureau: Bureau) -> None:
    overleg = bureau.tafel()
    kop = bureau.tafels.toon(overleg)
    (item,) = van_soort(bureau, kop.invoer.datum, Maandsoort.TAFEL)
    assert item.onderdeel == BijTafel(overleg)
    assert item.kort == f"{kop.invoer.begin:%H:%M} {kop.naam}"
    assert item.tijdstip is not None
    assert item.tijdstip.status is OverlegStatus.CONCEPT


def test_een_actie_staat_er_zolang_zij_open_is_en_zegt_niet_wat_er_moet(bureau: Bureau) -> None:
    b = bureau
    casus = b.casus("Verzonnen Testpersoon")
    b.oordeel(casus, "Politie")
    termijn = b.klok.over(9)
    actie = b.acties.voeg_toe_bij_casus(casus, ActieInvoer("Bel Verzonnen Testpersoon", b.partij("Politie"), termijn))
    (item,) = van_soort(b, termijn, Maandsoort.ACTIE)
    nummer = b.casussen.toon(casus).nummer
    assert (item.zin, item.onderdeel) == (f"Casus {nummer}: termijn van 1 open actie", BijCasus(casus, "acties"))
    assert "Testpersoon" not in str(dag_van(b, termijn))
    b.acties.zet_status(actie, ActieStatus.GEREED)
    assert van_soort(b, termijn, Maandsoort.ACTIE) == []


def test_een_oordeel_dat_eindigt_tot_er_een_nieuw_is(bureau: Bureau) -> None:
    b = bureau
    casus, tot = b.casus(), b.klok.over(20)
    b.oordeel(casus, "Politie", "OM", tot=tot)
    b.oordeel(casus, "Mediant")
    rechtmatig = [
        sum(een.stand is PoortStand.RECHTMATIG for een in b.oordelen.blad(casus, dag))
        for dag in (tot, tot + timedelta(days=1))
    ]
    assert rechtmatig == [3, 1], "the gate says the same"
    (item,) = van_soort(b, tot, Maandsoort.OORDEEL)
    assert item.zin.endswith("2 oordelen gelden voor het laatst")
    assert item.onderdeel == BijCasus(casus, "oordelen")
    b.oordeel(casus, "Politie", tot=b.klok.over(90))
    (item,) = van_soort(b, tot, Maandsoort.OORDEEL)
    assert item.zin.endswith("1 oordeel geldt voor het laatst")


def test_feestdagen_en_schoolvakanties_bij_naam(bureau: Bureau) -> None:
    beheer = bureau.als("beheer")
    beheer.diensten().vakanties.bewaar(Vakantie("kerstvakantie", date(2026, 12, 19), date(2027, 1, 3)))
    b = beheer.als("regie")
    kerst, gewoon = dag_van(b, date(2026, 12, 25)), dag_van(b, date(2026, 12, 18))
    assert (kerst.feestdag, kerst.vakanties) == ("Eerste kerstdag", ("kerstvakantie",))
    assert (gewoon.feestdag, gewoon.vakanties) == ("", ())
    assert dag_van(b, date(2027, 5, 5)).feestdag == "Bevrijdingsdag"


def test_wie_geen_casussen_mag_zien_krijgt_geen_maand(bureau: Bureau) -> None:
    with pytest.raises(NietBevoegd):
        bureau.als("beheer").diensten().maand.toon(2026, 12)


def test_een_bewaartermijn_ziet_alleen_wie_mag_vernietigen(bureau: Bureau) -> None:
    b = bureau
    zet_termijnen(b)
    b.aanmeldingen.wijs_af(b.aanmelding(), "Hoort elders.")
    (regel,) = b.diensten().vernietigen.lijst()
    assert regel.vanaf is not None
    (item,) = van_soort(b, regel.vanaf, Maandsoort.BEWAREN)
    assert item.zin == f"{regel.nummer}: de bewaartermijn is voorbij, vernietigen"
    assert van_soort(b.als(MEDEWERKER), regel.vanaf, Maandsoort.BEWAREN) == []


def test_bijlagen_met_een_eigen_termijn_staan_op_hun_eigen_dag(bureau: Bureau) -> None:
    b = bureau
    zet_termijnen(b, **{soort.value: "3 maanden" for soort in EIGEN})
    casus = b.casus()
    item = InformatieInvoer(b.partij("Politie"), next(iter(Regime)), "Een verzonnen stuk", "Verzonnen.")
    b.diensten().informatie.voeg_toe(casus, item, Bijlage("verzonnen.txt", b"verzonnen"))
    tafel_met(b, casus, afschalen=casus)
    schaal_af(b, casus)
    (regel,) = (een for een in b.diensten().vernietigen.lijst() if een.soort is VernietigSoort.BIJLAGEN)
    assert regel.vanaf is not None
    zinnen = [een.zin for een in van_soort(b, regel.vanaf, Maandsoort.BEWAREN)]
    assert zinnen == [f"Dossier {b.nummer(casus)}: de bewaartermijn van de {NAAM[regel.soort]} is voorbij, vernietigen"]


def test_een_datalek_staat_op_de_dag_waarop_de_72_uur_om_zijn(bureau: Bureau) -> None:
    b = bureau
    b.diensten().datalekken.leg_vast(DatalekInvoer("Een verzonnen lek.", b.klok.nu))
    (item,) = van_soort(b, b.klok.over(3), Maandsoort.DATALEK)
    assert (item.pagina, item.onderdeel) == ("beheer", "datalekken")
    assert van_soort(b.als(MEDEWERKER), b.klok.over(3), Maandsoort.DATALEK) == []


def test_meer_dan_er_in_een_dag_past_is_een_regel_naar_de_lijst(bureau: Bureau) -> None:
    b = bureau
    termijn = b.klok.over(5)
    for nummer in range(MEESTE + 3):
        casus = b.casus(f"Betrokkene{nummer}")
        b.oordeel(casus, "Politie")
        b.acties.voeg_toe_bij_casus(casus, ActieInvoer("Bellen", b.partij("Politie"), termijn))
    items = van_soort(b, termijn, Maandsoort.ACTIE)
    assert len(items) == MEESTE + 1
    assert (items[-1].kort, items[-1].pagina, items[-1].onderdeel) == ("nog 3", "acties", None)


def test_een_maand_kost_evenveel_hoeveel_casussen_er_ook_zijn(bureau: Bureau) -> None:
    b, aantallen = bureau, []
    for ronde in range(3):
        for nummer in range(4):
            casus = b.casus(f"Betrokkene{ronde}{nummer}")
            b.oordeel(casus, "Politie", tot=b.klok.over(10 + nummer))
            termijn = b.klok.vandaag + timedelta(days=nummer)
            b.acties.voeg_toe_bij_casus(casus, ActieInvoer("Bellen", b.partij("Politie"), termijn))
            b.tafel(b.klok.over(3 + nummer))
        diensten, dag = b.diensten(), b.klok.vandaag
        aantallen.append(tel(b.kluis, lambda d=diensten, op=dag: d.maand.toon(op.year, op.month)))
    assert aantallen == [HOOGSTENS] * 3
    medewerker = b.als(MEDEWERKER)
    maand = medewerker.diensten().maand
    assert tel(medewerker.kluis, lambda: maand.toon(2026, 12)) == HOOGSTENS - 1
