"""Recording who is casusregisseur: in which overleg, or on which day before this vault; and the chosen reading."""

from __future__ import annotations

import pytest
from factories import Bureau

from zvh_desktop.errors import InvoerOngeldig, RegelGeweigerd
from zvh_desktop.models.keuzes import CasusId, OverlegId, PartijId
from zvh_desktop.services.casus.casusregie import AanwijzingInvoer
from zvh_desktop.services.huis.instellingen import HuisInstellingen, bewaar_instellingen, lees_instellingen
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer


def op_agenda(bureau: Bureau, casus: CasusId, soort: str = "casustafel", dagen: int = 21) -> OverlegId:
    overleg = bureau.tafel(bureau.klok.over(dagen), soort=soort)
    bureau.punt(overleg, casus, "Politie")
    return overleg


def gehouden(bureau: Bureau, casus: CasusId, soort: str = "casustafel", dagen: int = 21) -> OverlegId:
    overleg = op_agenda(bureau, casus, soort, dagen)
    bureau.akkoord(overleg)
    bureau.gehouden(overleg)
    return overleg


def kies_lezing(bureau: Bureau, lezing: str) -> None:
    with bureau.kluis.sessies.begin() as sessie:
        bewaar_instellingen(sessie, bureau.werkplek, HuisInstellingen(lezing_casusregisseur=lezing))


def test_de_lezing_bepaalt_welk_overleg_aanwijst_en_welk_artikel_dat_zegt(bureau: Bureau) -> None:
    casus = bureau.casus()
    tafel, mdo = gehouden(bureau, casus), gehouden(bureau, casus, "mdo", 28)
    keuzes = bureau.casussen.aanwijzing_keuzes(casus)
    assert ([een.id for een in keuzes.overleggen], keuzes.artikel) == ([tafel], "art. 7.4 onder a")
    with pytest.raises(RegelGeweigerd, match=r"Dat doet de Regionale Casustafel \(art\. 7\.4 onder a\)"):
        bureau.wijs_aan(casus, "Politie", overleg_id=mdo)
    kies_lezing(bureau, "mdo")
    keuzes = bureau.casussen.aanwijzing_keuzes(casus)
    assert ([een.id for een in keuzes.overleggen], keuzes.artikel) == ([mdo], "bijlage 3, fase 4")
    assert "Multidisciplinair overleg" in keuzes.door
    with pytest.raises(RegelGeweigerd) as weigering:
        bureau.wijs_aan(casus, "Politie", overleg_id=tafel)
    assert weigering.value.artikel == "bijlage 3, fase 4"
    assert weigering.value.regeltekst.startswith("Het MDO bepaalt wie casusregisseur wordt.")
    assert isinstance(weigering.value, InvoerOngeldig)
    assert weigering.value.veld == "overleg"
    assert "(bijlage 3, fase 4)" in bureau.casussen.toon(casus).aandacht[0].zin
    bureau.wijs_aan(casus, "Politie", overleg_id=mdo)
    assert "Multidisciplinair overleg van 29 september 2026" in bureau.casussen.toon(casus).casusregie[0].aangewezen


def test_een_lezing_die_het_profiel_niet_kent_wordt_niet_bewaard(bureau: Bureau) -> None:
    with pytest.raises(InvoerOngeldig) as fout:
        kies_lezing(bureau, "verzonnen")
    assert fout.value.veld == "lezing_casusregisseur"
    with bureau.kluis.sessies() as sessie:
        assert lees_instellingen(sessie).lezing_casusregisseur == ""


def test_alleen_een_gehouden_overleg_met_deze_casus_op_de_agenda(bureau: Bureau) -> None:
    casus, ander = bureau.casus(), bureau.casus("M. Voorbeeld")
    zonder, gepland = gehouden(bureau, ander), op_agenda(bureau, casus)
    for overleg, zin in ((zonder, "stond niet op de agenda"), (gepland, "nog niet gehouden")):
        with pytest.raises(InvoerOngeldig, match=zin) as fout:
            bureau.wijs_aan(casus, "Politie", overleg_id=overleg)
        assert fout.value.veld == "overleg"
    assert bureau.casussen.aanwijzing_keuzes(casus).overleggen == ()
    assert bureau.casussen.toon(casus).casusregie == ()


def test_het_nieuwste_overleg_staat_bovenaan_en_een_partij_moet_er_mogen_zijn(bureau: Bureau) -> None:
    casus = bureau.casus()
    eerste, tweede = gehouden(bureau, casus), gehouden(bureau, casus, dagen=28)
    keuzes = bureau.casussen.aanwijzing_keuzes(casus)
    assert [een.id for een in keuzes.overleggen] == [tweede, eerste]
    assert keuzes.partijen == ((bureau.partij("Politie"), bureau.naam("Politie")),)


def test_een_lopende_casus_wordt_overgenomen_met_de_dag_van_toen(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie", "OM")
    politie = bureau.partij("Politie")
    for eerder_op, veld in ((None, "overleg"), (bureau.klok.over(1), "eerder_op")):
        with pytest.raises(InvoerOngeldig) as fout:
            bureau.casussen.wijs_casusregisseur_aan(casus, AanwijzingInvoer(politie, "J. Oefenman", None, eerder_op))
        assert fout.value.veld == veld
    toen = bureau.klok.over(-200)
    bureau.casussen.wijs_casusregisseur_aan(casus, AanwijzingInvoer(politie, "J. Oefenman", None, toen))
    (regie,) = bureau.casussen.toon(casus).casusregie
    assert (regie.van, regie.overleg_id) == (toen, None)
    assert regie.aangewezen == "aangewezen op 13 februari 2026, in een overleg dat niet in deze kluis staat"
    overleg = gehouden(bureau, casus)
    bureau.wijs_aan(casus, "OM", "T. Testpersoon", overleg)
    eerder, nu = bureau.casussen.toon(casus).casusregie
    assert (eerder.tot, nu.van, nu.tot) == (bureau.klok.over(21), bureau.klok.over(21), None)


def test_de_tijdlijn_noemt_het_overleg_en_brengt_erheen(bureau: Bureau) -> None:
    casus = bureau.casus()
    overleg = gehouden(bureau, casus)
    bureau.wijs_aan(casus, "Politie", overleg_id=overleg)
    (regel,) = (een for een in bureau.casussen.toon(casus).tijdlijn if een.titel == "Casusregisseur aangewezen")
    assert (regel.op, regel.plaats, regel.sleutel) == (bureau.klok.over(21), "tafel", overleg)
    assert regel.toelichting.startswith("J. Oefenman, ")
    assert regel.toelichting.endswith("aangewezen door de Regionale Casustafel van 22 september 2026")


def test_wat_vroeger_is_vastgelegd_blijft_en_zonder_overleg_blijft_de_dag(bureau: Bureau) -> None:
    casus = bureau.casus()
    overleg = gehouden(bureau, casus)
    bureau.wijs_aan(casus, "Politie", overleg_id=overleg)
    bureau.sql(
        "INSERT INTO casusregie (casus_id, partij_id, naam, van) VALUES (:casus, :partij, 'Van vroeger', '2026-08-01')",
        casus=casus,
        partij=PartijId(bureau.partij("Politie")),
    )
    bureau.sql("DELETE FROM overleg WHERE id = :overleg", overleg=overleg)
    met, vroeger = bureau.casussen.toon(casus).casusregie
    assert met.aangewezen == "aangewezen op 22 september 2026, in een overleg dat niet in deze kluis staat"
    assert vroeger.aangewezen == ""
    regels = [een for een in bureau.casussen.toon(casus).tijdlijn if een.titel == "Casusregisseur aangewezen"]
    assert [(een.op.isoformat(), een.plaats) for een in regels] == [("2026-08-01", "casus"), ("2026-09-22", "casus")]


def test_wie_niet_verder_gaat_hoeft_geen_casusregisseur(bureau: Bureau) -> None:
    casus = bureau.casus()
    overleg = gehouden(bureau, casus)
    bureau.verslagen.meld_geheimhouding(overleg, gemeld=True)
    assert bureau.verslagen.toon(overleg).aandacht
    punt = bureau.agenda.toon(overleg).punten[0].id
    (afschalen, *_) = bureau.profiel.besluiten_tot("afschaling")
    bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(afschalen.sleutel))
    assert bureau.verslagen.toon(overleg).aandacht == ()
