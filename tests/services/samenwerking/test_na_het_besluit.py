"""After the decision: a second letter to who leaves and to the others, and a day of leaving that nobody types."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from factories import MEDEWERKER, REGIE, Bureau
from test_trajecten import Dienst, Huisopener, lees

from zvh_desktop.errors import BevestigingNodig, GebruikersFout, InvoerOngeldig, NietBevoegd
from zvh_desktop.models.bestuurskeuzes import Opzegreden, TrajectSoort, TrajectStand
from zvh_desktop.models.keuzes import DocumentSoort, PartijSoort
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.partijen.partijen import PartijInvoer
from zvh_desktop.services.samenwerking.correctie import UittredingcorrectieService
from zvh_desktop.services.samenwerking.gegevens import TrajectBesluit, TrajectInvoer


def zinnen(bureau: Bureau) -> list[str]:
    return [regel.zin for regel in bureau.vandaag.toon().regels]


def test_wie_vertrekt_krijgt_een_brief_vooraf_en_een_na_het_besluit(open_huis: Huisopener) -> None:
    bureau = open_huis("delft")
    bureau.contact("Politie", "OM")
    politie, om = bureau.partij("Politie"), bureau.partij("OM")
    trajecten, vandaag, per = Dienst(bureau).trajecten, bureau.klok.vandaag, bureau.klok.over(200)
    traject = trajecten.begin(TrajectInvoer(TrajectSoort.OPZEGGING, vandaag, politie, gevraagd_per=per))
    brieven = trajecten.brieven
    brieven.noteer_verstuurd(traject, politie)
    eerst = brieven.brief(traject, politie)
    assert eerst.soort is DocumentSoort.TRAJECTBRIEF
    trajecten.besluit(traject, TrajectBesluit(op=vandaag, motivering="Alleen voor het dossier."))
    assert any("de brief aan" in zin and "moet nog worden verstuurd" in zin for zin in zinnen(bureau))
    stukken = brieven.stukken(traject, politie)
    assert (stukken.brief.soort, stukken.concept.soort) == (
        DocumentSoort.TRAJECTBESLUIT,
        DocumentSoort.TRAJECTBESLUIT_EML,
    )
    eigen = lees(stukken.brief.inhoud)
    for deel in ("eindigt", "geen uitnodigingen", "geheimhouding", "vernietigt", "Doet niet mee vanaf"):
        assert deel in eigen
    assert "bevestigen wij dat uw deelname aan het convenant eindigt" in eigen
    assert "Opgezegd op" in eigen and "Besloten op" not in eigen  # nobody decided about a notice
    assert "Alleen voor het dossier" not in eigen
    ander = lees(brieven.brief(traject, om).inhoud)
    assert "niets meer aan deze partij" in ander and "vernietigt" not in ander
    assert "Wat dit voor u betekent" in ander and "Wat wij van u vragen" not in ander
    brieven.noteer_verstuurd(traject, politie)
    with pytest.raises(GebruikersFout, match="al bericht"):
        brieven.noteer_verstuurd(traject, politie)
    regel = next(een for een in brieven.lijst(traject) if een.partij_id == politie)
    assert regel.besloten and regel.verstuurd_op is not None and regel.besluit_op is not None
    assert bureau.waarde("SELECT count(*) FROM uitgegeven WHERE partij_id = :p", p=politie) == 2
    brieven.neem_terug(traject, politie)
    regel = next(een for een in brieven.lijst(traject) if een.partij_id == politie)
    assert regel.verstuurd_op is not None and regel.besluit_op is None
    assert ControleService(bureau.werkplek).vind() == ()


def test_ook_dat_het_niet_doorgaat_wordt_verteld(open_huis: Huisopener) -> None:
    bureau = open_huis("twente")
    bureau.contact("Politie", "GGD")
    trajecten, vandaag = Dienst(bureau).trajecten, bureau.klok.vandaag
    traject = trajecten.begin(TrajectInvoer(TrajectSoort.UITSLUITING, vandaag, bureau.partij("GGD")))
    trajecten.wijs_af(traject, vandaag, "Het is uitgepraat.")
    assert "niet doorgaat" in lees(trajecten.brieven.brief(traject, bureau.partij("Politie")).inhoud)


def test_wat_er_aan_hangt_blijft_op_vandaag_tot_het_is_overgedragen(open_huis: Huisopener) -> None:
    bureau = open_huis("twente")
    casus, vandaag = bureau.casus("Testpersoon Een"), bureau.klok.vandaag
    bureau.contact("Politie")
    bureau.oordeel(casus, "Politie", "OM")
    bureau.wijs_aan(casus, "Politie")
    trajecten, per = Dienst(bureau).trajecten, bureau.klok.over(3)
    invoer = TrajectInvoer(TrajectSoort.OPZEGGING, vandaag, bureau.partij("Politie"), reden=Opzegreden.OPGEHOUDEN)
    traject = trajecten.begin(replace(invoer, gevraagd_per=per))
    eerst = lees(trajecten.brieven.brief(traject, bureau.partij("Politie")).inhoud)
    assert "ophoudt te bestaan" in eerst and "uw opzegging" not in eerst
    trajecten.besluit(traject, TrajectBesluit(op=vandaag))
    (zin,) = (zin for zin in zinnen(bureau) if "overgedragen" in zin)
    assert zin.startswith(bureau.naam("Politie"))
    bureau.treedt_uit("GGD", vandaag)
    assert len([zin for zin in zinnen(bureau) if "overgedragen" in zin]) == 1  # a correction is no procedure
    bureau.wijs_aan(casus, "OM")
    assert not any("overgedragen" in zin for zin in zinnen(bureau))


def test_de_dag_van_uittreden_is_niet_te_typen(open_huis: Huisopener) -> None:
    bureau = open_huis("twente")
    politie, naam, op = bureau.partij("Politie"), bureau.naam("Politie"), bureau.klok.over(5)
    for anders in (
        PartijInvoer(naam, "Politie", uitgetreden_op=op),
        PartijInvoer(naam, "Politie", PartijSoort.DERDE, uitgetreden_op=op),
    ):
        with pytest.raises(InvoerOngeldig, match="volgt uit de procedure"):
            bureau.partijen.wijzig(politie, anders)
    bureau.oordeel(bureau.casus(), "Politie")
    with pytest.raises(InvoerOngeldig, match="volgt uit de procedure"):
        bureau.partijen.wijzig(politie, PartijInvoer(naam, "Politie", PartijSoort.DERDE))
    assert bureau.partijen.toon(politie).uitgetreden_op is None
    ander = bureau.partijen.voeg_toe(PartijInvoer("Van vroeger", "Vroeger", uitgetreden_op=date(2020, 1, 1)))
    assert bureau.partijen.toon(ander).uitgetreden_op == date(2020, 1, 1)


def test_een_correctie_is_ondertekend_en_staat_bij_de_procedures(open_huis: Huisopener) -> None:
    bureau = open_huis("twente")
    diensten, politie, op = Dienst(bureau).diensten, bureau.partij("Politie"), bureau.klok.over(5)
    correcties = diensten.samenwerking.correcties
    for wie, dag, reden, veld in (
        (politie, op, " ", "reden"),
        (politie, None, "Omdat het moet.", "uitgetreden_op"),
    ):
        with pytest.raises(InvoerOngeldig) as fout:
            correcties.corrigeer(wie, dag, reden)
        assert fout.value.veld == veld
    correcties.corrigeer(politie, op, "De dag was verkeerd overgenomen.")
    assert bureau.partijen.toon(politie).uitgetreden_op == op
    regel = diensten.samenwerking.trajecten.lijst()[0]
    assert (regel.soort, regel.stand, regel.aantal_partijen) == (TrajectSoort.CORRECTIE, TrajectStand.AFGEROND, 0)
    assert ControleService(bureau.werkplek).vind() == ()
    bureau.sql("UPDATE traject SET ingang = '2020-01-01'")
    assert ControleService(bureau.werkplek).vind() != ()
    with pytest.raises(InvoerOngeldig, match="meteen ondertekend"):
        diensten.samenwerking.trajecten.begin(TrajectInvoer(TrajectSoort.CORRECTIE, bureau.klok.vandaag, politie))
    with pytest.raises(NietBevoegd):
        UittredingcorrectieService(bureau.als(MEDEWERKER).werkplek).corrigeer(politie, None, "Toch niet.")
    with pytest.raises(BevestigingNodig):
        UittredingcorrectieService(bureau.als(REGIE).werkplek).corrigeer(politie, None, "Toch niet.")
