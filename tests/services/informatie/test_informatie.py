"""Informatie-items: nobody reads beforehand, until supplier, procesregisseur and gate have all said yes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from factories import BEHEER, MEDEWERKER, Bureau
from informatiedossier import GEBRUIK, PDF, TEKST, Dossier

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietBevoegd, NietGevonden, RegelGeweigerd
from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzes import OordeelUitkomst, PartijId, Regel
from zvh_desktop.services.informatie.bijlagen import Bijlage
from zvh_desktop.services.informatie.vrijgaven import InzageAkkoordInvoer
from zvh_desktop.services.werkplek.rechten import Recht


@pytest.fixture
def dossier(bureau: Bureau) -> Dossier:
    return Dossier(bureau)


def test_item_staat_er_met_wie_het_gaf_en_hoe_het_gebruikt_mag_worden(dossier: Dossier) -> None:
    (item,) = dossier.diensten.informatie.toon(dossier.casus).items
    assert (item.verstrekker, item.regime) == (dossier.bureau.naam(dossier.verstrekker), Regime.WPG)
    assert (item.tekst, item.gebruik, item.ontvangen_wijze) == (TEKST, GEBRUIK, "beveiligde mail")
    assert item.ontvangen_op == dossier.bureau.klok.vandaag
    assert item.akkoord is None
    assert item.vrijgaven == ()
    assert "Niemand kan dit stuk vooraf lezen" in item.belemmering.zin


def test_zonder_vrijgave_gaat_er_niets_mee_ook_niet_met_akkoord(dossier: Dossier) -> None:
    dossier.akkoord()
    dossier.uitnodigen()
    for kort in (dossier.lezer, dossier.ander, dossier.verstrekker):
        assert dossier.stukken(kort).vooraf == ()


def test_wijzigen_en_weghalen_met_de_weg_terug(dossier: Dossier) -> None:
    service = dossier.diensten.informatie
    service.wijzig(dossier.item, dossier.invoer(titel="Andere titel", regime=Regime.BEROEPSGEHEIM))
    service.zet_bijlage(dossier.item, Bijlage("Scan (1).pdf", PDF))
    dossier.akkoord()
    ervoor = service.toon(dossier.casus).items[0]
    weg = service.verwijder(dossier.item)
    assert service.toon(dossier.casus).items == ()
    assert TEKST not in repr(weg)
    nieuw = service.zet_terug(weg)
    (na,) = service.toon(dossier.casus).items
    assert (na.titel, na.regime, na.gebruik, na.bijlage_naam, na.bijlage_pdf) == (
        ervoor.titel, ervoor.regime, ervoor.gebruik, "Scan (1).pdf", True,
    )  # fmt: skip
    assert na.akkoord is not None
    assert ervoor.akkoord is not None
    assert (na.akkoord.gegeven_door, na.akkoord.op) == (ervoor.akkoord.gegeven_door, ervoor.akkoord.op)
    assert service.bijlage(nieuw).inhoud == PDF
    assert na.vastgelegd_op == ervoor.vastgelegd_op


def test_bijlage_weghalen_geeft_haar_terug(dossier: Dossier) -> None:
    service = dossier.diensten.informatie
    assert service.zet_bijlage(dossier.item, Bijlage("scan.pdf", PDF)) is None
    oud = service.zet_bijlage(dossier.item, None)
    assert oud == Bijlage("scan.pdf", PDF)
    with pytest.raises(NietGevonden):
        service.bijlage(dossier.item)
    service.zet_bijlage(dossier.item, oud)
    assert service.bijlage(dossier.item) == oud


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"titel": "  "}, "titel"),
        ({"tekst": " \n "}, "tekst"),
        ({"titel": "x" * 301}, "titel"),
    ],
)
def test_onvolledige_informatie_wordt_geweigerd(dossier: Dossier, anders: dict[str, object], veld: str) -> None:
    with pytest.raises(InvoerOngeldig) as fout:
        dossier.voeg_toe(**anders)
    assert fout.value.veld == veld
    assert len(dossier.diensten.informatie.toon(dossier.casus).items) == 1


def test_verstrekker_is_een_partij_en_niet_van_morgen(dossier: Dossier) -> None:
    with pytest.raises(InvoerOngeldig, match="derde"):
        dossier.voeg_toe(verstrekker_id=dossier.derde())
    with pytest.raises(InvoerOngeldig, match="toekomst"):
        dossier.voeg_toe(ontvangen_op=dossier.bureau.klok.over(1))
    with pytest.raises(NietGevonden):
        dossier.voeg_toe(verstrekker_id=PartijId(99999))


def test_bijlage_zonder_tekst_mag_maar_niet_geen_van_beide(dossier: Dossier) -> None:
    item = dossier.voeg_toe(Bijlage("scan.pdf", PDF), tekst="")
    with pytest.raises(InvoerOngeldig, match="Typ de informatie"):
        dossier.diensten.informatie.zet_bijlage(item, None)
    assert dossier.diensten.informatie.bijlage(item).inhoud == PDF


def test_wat_de_verstrekker_goedkeurde_verandert_niet(dossier: Dossier) -> None:
    dossier.akkoord()
    service = dossier.diensten.informatie
    for anders in ({"tekst": "iets anders"}, {"gebruik": "vrij te gebruiken"}, {"regime": Regime.AVG}):
        with pytest.raises(GebruikersFout, match="akkoord met dit stuk zoals het nu is"):
            service.wijzig(dossier.item, dossier.invoer(**anders))
    with pytest.raises(GebruikersFout, match="akkoord met dit stuk"):
        service.zet_bijlage(dossier.item, Bijlage("scan.pdf", PDF))
    service.wijzig(dossier.item, dossier.invoer(ontvangen_wijze="per brief"))
    assert service.toon(dossier.casus).items[0].ontvangen_wijze == "per brief"
    dossier.diensten.vrijgaven.trek_akkoord_in(dossier.item)
    service.wijzig(dossier.item, dossier.invoer(tekst="iets anders"))


def test_akkoord_zegt_wie_hoe_en_wanneer(dossier: Dossier) -> None:
    service = dossier.diensten.informatie
    for invoer, veld in (
        (InzageAkkoordInvoer("", "per brief"), "gegeven_door"),
        (InzageAkkoordInvoer("T. Testpersoon", " "), "wijze"),
        (InzageAkkoordInvoer("T. Testpersoon", "per brief", dossier.bureau.klok.over(1)), "op"),
        (InzageAkkoordInvoer("T. Testpersoon", "per brief", dossier.bureau.klok.over(-1)), "op"),
    ):
        with pytest.raises(InvoerOngeldig) as fout:
            dossier.diensten.vrijgaven.leg_akkoord_vast(dossier.item, invoer)
        assert fout.value.veld == veld
    dossier.akkoord()
    with pytest.raises(GebruikersFout, match="al een akkoord"):
        dossier.akkoord()
    akkoord = service.toon(dossier.casus).items[0].akkoord
    assert akkoord is not None
    assert (akkoord.gegeven_door, akkoord.wijze) == ("T. Testpersoon", "per brief")


def test_akkoord_is_herroepelijk_en_blijft_in_de_geschiedenis(dossier: Dossier) -> None:
    service = dossier.diensten.informatie
    with pytest.raises(GebruikersFout, match="geen akkoord om in te trekken"):
        dossier.diensten.vrijgaven.trek_akkoord_in(dossier.item)
    dossier.akkoord()
    assert dossier.diensten.vrijgaven.trek_akkoord_in(dossier.item) == ()
    dossier.akkoord()
    (item,) = service.toon(dossier.casus).items
    assert [akkoord.ingetrokken_op for akkoord in item.akkoorden] == [None, dossier.bureau.klok.vandaag]


def test_vrijgeven_doet_alleen_de_procesregisseur(dossier: Dossier) -> None:
    dossier.akkoord()
    medewerker = dossier.bureau.als(MEDEWERKER).diensten()
    assert medewerker.mag(Recht.INFORMATIE_BIJHOUDEN).mag
    keuze = medewerker.informatie.toon(dossier.casus).overlegd_met[0].id
    with pytest.raises(NietBevoegd, match="procesregisseur"):
        medewerker.vrijgaven.geef_vrij(dossier.item, dossier.overleg, [dossier.id(dossier.lezer)], keuze)
    with pytest.raises(NietBevoegd):
        medewerker.vrijgaven.sluit_vrijgave(dossier.item, dossier.overleg, dossier.id(dossier.lezer))
    medewerker.vrijgaven.trek_akkoord_in(dossier.item)


def test_beheerder_ziet_geen_informatie(dossier: Dossier) -> None:
    beheer = dossier.bureau.als(BEHEER).diensten()
    with pytest.raises(NietBevoegd):
        beheer.informatie.toon(dossier.casus)
    with pytest.raises(NietBevoegd):
        beheer.verstrekkingen.toon(dossier.casus)


def test_alleen_wie_op_de_dag_van_het_overleg_rechtmatig_is_kan_gekozen_worden(dossier: Dossier) -> None:
    dossier.akkoord()
    bureau = dossier.bureau
    keuzes = {k.partij_id: k for k in dossier.diensten.vrijgaven.vrijgavekeuzes(dossier.item, dossier.overleg)}
    assert keuzes[dossier.id(dossier.lezer)].kan
    assert keuzes[dossier.id(dossier.lezer)].aan_tafel
    assert not keuzes[dossier.id(dossier.vreemde)].kan
    assert keuzes[dossier.id(dossier.vreemde)].reden == "nog niet beoordeeld"
    assert keuzes[dossier.id(dossier.verstrekker)].reden == "heeft dit stuk zelf gegeven"
    with pytest.raises(RegelGeweigerd) as fout:
        dossier.geef_vrij(dossier.vreemde)
    assert fout.value.regel == Regel.ALLEEN_RECHTMATIGE_PARTIJEN
    assert fout.value.artikel in str(fout.value)
    bureau.oordeel(dossier.casus, dossier.vreemde, tot=bureau.klok.over(20))
    with pytest.raises(RegelGeweigerd, match="geldt niet op"):
        dossier.geef_vrij(dossier.vreemde)
    bureau.oordeel(dossier.casus, dossier.vreemde, uitkomst=OordeelUitkomst.NIET_RECHTMATIG)
    with pytest.raises(RegelGeweigerd, match="niet rechtmatig"):
        dossier.geef_vrij(dossier.lezer, dossier.vreemde)
    assert dossier.diensten.informatie.toon(dossier.casus).items[0].vrijgaven == ()


def test_vrijgeven_weigert_wat_niet_kan(dossier: Dossier) -> None:
    service = dossier.diensten.informatie
    lezer = [dossier.id(dossier.lezer)]
    dossier.akkoord()
    with pytest.raises(InvoerOngeldig, match="zelf gegeven"):
        dossier.geef_vrij(dossier.verstrekker)
    with pytest.raises(InvoerOngeldig, match="ten minste één"):
        dossier.geef_vrij()
    with pytest.raises(InvoerOngeldig, match="Overleg eerst"):
        dossier.diensten.vrijgaven.geef_vrij(dossier.item, dossier.overleg, lezer, dossier.id(dossier.vreemde))
    ander_overleg = dossier.bureau.tafel(dossier.bureau.klok.over(28))
    with pytest.raises(InvoerOngeldig, match="niet op de agenda"):
        dossier.diensten.vrijgaven.geef_vrij(dossier.item, ander_overleg, lezer, dossier.aanmelder)
    brief = dossier.voeg_toe(Bijlage("brief.docx", b"verzonnen"))
    dossier.akkoord(brief)
    with pytest.raises(GebruikersFout, match="geen pdf"):
        dossier.geef_vrij(dossier.lezer, item=brief)
    assert "geen pdf" in service.toon(dossier.casus).items[1].belemmering.zin


def test_na_het_overleg_is_vooraf_lezen_voorbij(dossier: Dossier) -> None:
    dossier.akkoord()
    dossier.bureau.akkoord(dossier.overleg)
    dossier.bureau.gehouden(dossier.overleg)
    with pytest.raises(InvoerOngeldig, match="al gehouden"):
        dossier.geef_vrij(dossier.lezer)
    assert dossier.diensten.informatie.toon(dossier.casus).overleggen == ()


def test_in_aanmelding_en_triage_wordt_niets_gedeeld(dossier: Dossier) -> None:
    dossier.akkoord()
    begin = dossier.bureau.profiel.werkproces("").begin.sleutel
    dossier.bureau.sql("UPDATE casus SET fase = :f WHERE id = :c", f=begin, c=dossier.casus)
    for poging in (
        lambda: dossier.geef_vrij(dossier.lezer),
        lambda: dossier.diensten.verstrekkingen.leg_vast(dossier.casus, dossier.verstrekking(dossier.derde())),
    ):
        with pytest.raises(RegelGeweigerd) as fout:
            poging()
        assert fout.value.regel == Regel.GEEN_VERSTREKKING_VOOR_OVERLEG
    assert dossier.diensten.informatie.toon(dossier.casus).niet_delen
    assert dossier.diensten.verstrekkingen.toon(dossier.casus).niet_delen
    assert dossier.voeg_toe(titel="Mag wel worden vastgelegd")


def test_vrijgave_terugnemen_zolang_er_niets_verzonden_is(dossier: Dossier) -> None:
    service = dossier.diensten.informatie
    dossier.akkoord()
    dossier.geef_vrij(dossier.lezer, dossier.ander)
    with pytest.raises(GebruikersFout, match="vrijgegeven"):
        service.verwijder(dossier.item)
    met = dossier.diensten.vrijgaven.sluit_vrijgave(dossier.item, dossier.overleg, dossier.id(dossier.lezer))
    assert met == dossier.aanmelder
    assert [v.partij_id for v in service.toon(dossier.casus).items[0].vrijgaven] == [dossier.id(dossier.ander)]
    dossier.diensten.vrijgaven.geef_vrij(dossier.item, dossier.overleg, [dossier.id(dossier.lezer)], met)
    assert len(service.toon(dossier.casus).items[0].vrijgaven) == 2
    with pytest.raises(NietGevonden):
        dossier.diensten.vrijgaven.sluit_vrijgave(dossier.item, dossier.overleg, dossier.id(dossier.vreemde))


def test_elke_handeling_staat_in_het_logboek_zonder_inhoud(dossier: Dossier) -> None:
    dossier.akkoord()
    dossier.geef_vrij(dossier.lezer)
    with pytest.raises(RegelGeweigerd):
        dossier.geef_vrij(dossier.vreemde)
    dossier.diensten.vrijgaven.trek_akkoord_in(dossier.item)
    regels = dossier.bureau.logboek()
    nummer = dossier.bureau.nummer(dossier.casus)
    gezien = [(r["handeling"], r["resultaat"]) for r in regels if r["object_id"] == nummer]
    for verwacht in (
        ("informatie vastgelegd", "gelukt"),
        ("akkoord met inzage vastgelegd", "gelukt"),
        ("inzage vooraf vrijgegeven", "gelukt"),
        ("inzage vooraf vrijgegeven", "geweigerd"),
        ("akkoord met inzage ingetrokken", "gelukt"),
    ):
        assert verwacht in gezien
    alles = repr(regels)
    assert "Waarneming" not in alles
    assert "paarse" not in alles


def test_verzette_vergadering_neemt_alleen_mee_wie_dan_nog_mag(dossier: Dossier) -> None:
    bureau = dossier.bureau
    bureau.oordeel(dossier.casus, dossier.lezer, tot=bureau.klok.over(25))
    dossier.akkoord()
    dossier.geef_vrij(dossier.lezer, dossier.ander)
    later = bureau.klok.over(21) + timedelta(days=7)
    bureau.tafels.wijzig(dossier.overleg, bureau.tafel_invoer(later))
    vervallen = {v.partij_id: v.vervallen for v in dossier.diensten.informatie.toon(dossier.casus).items[0].vrijgaven}
    assert vervallen == {dossier.id(dossier.lezer): True, dossier.id(dossier.ander): False}


def test_partij_die_informatie_gaf_kan_niet_uit_het_register(dossier: Dossier) -> None:
    nieuw = dossier.derde("Stichting Test")
    dossier.diensten.verstrekkingen.leg_vast(dossier.casus, dossier.verstrekking(nieuw))
    with pytest.raises(RegelGeweigerd):
        dossier.bureau.partijen.verwijder(nieuw)
    dossier.voeg_toe(verstrekker_id=dossier.id(dossier.vreemde))
    with pytest.raises(RegelGeweigerd):
        dossier.bureau.partijen.verwijder(dossier.id(dossier.vreemde))
