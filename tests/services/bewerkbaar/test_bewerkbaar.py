"""Verslag and plan to a word processor and back: who is in it, what is proposed, and that nothing is lost by itself."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from factories import BEHEER, MEDEWERKER, Bureau
from wordhulp import DOCUMENT, alineas, delen, heel, in_vak, met

from zvh_desktop.database.zitting.sleutelwissel import Sleutelwissel
from zvh_desktop.documents.word.blokken import lees_merk
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietBevoegd
from zvh_desktop.models.keuzes import OverlegId, PlanId
from zvh_desktop.models.tekst.briefsoorten import Briefsoort
from zvh_desktop.services.bewerkbaar.bewerkbaar import BewerkbaarService
from zvh_desktop.services.bewerkbaar.gegevens import Tekstovername, Veldstand, Wordregel
from zvh_desktop.services.brieven.gegevens import BriefInvoer
from zvh_desktop.services.casus.plannen import DoelInvoer, RolInvoer
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.services.werkplek.werkplek import Werkplek

A, B = "Verzonnen beeld van de eerste casus.", "Verzonnen beeld van de tweede casus."


class Tafel:
    """Two casussen: Politie sits at both, the OM at the second only."""

    def __init__(self, bureau: Bureau, map_: Path) -> None:
        self.bureau, self.map = bureau, map_
        self.eerste, self.tweede = bureau.casus("J. Oefenman"), bureau.casus("T. Testpersoon")
        self.overleg: OverlegId = bureau.tafel()
        self.punten = (
            bureau.punt(self.overleg, self.eerste, "Politie"),
            bureau.punt(self.overleg, self.tweede, "Politie", "OM"),
        )
        for punt, tekst in zip(self.punten, (A, B), strict=True):
            bureau.verslagen.bewaar_tekst(punt, VerslagTekst(tekst, "", "Besloten."))

    @property
    def dienst(self) -> BewerkbaarService:
        return self.bureau.diensten().bewerkbaar

    def bestand(self, inhoud: bytes) -> Path:
        pad = self.map / "terug.docx"
        pad.write_bytes(inhoud)
        return pad

    def beeld(self, plek: int) -> str:
        return self.bureau.verslagen.toon(self.overleg).punten[plek].tekst.beeld

    def sleutel(self, plek: int, wat: str = "beeld") -> str:
        return f"p{self.punten[plek]}_{wat}"


@pytest.fixture
def tafel(bureau: Bureau, tmp_path: Path) -> Tafel:
    return Tafel(bureau, tmp_path)


def overname(regel: Wordregel) -> Tekstovername:
    return Tekstovername(regel.sleutel, regel.nu, regel.uit_word)


def test_het_verslag_gaat_heen_en_komt_ongewijzigd_terug_zonder_voorstel(tafel: Tafel) -> None:
    bestand = tafel.dienst.verslag(tafel.overleg)
    dag = tafel.bureau.diensten().tafels.toon(tafel.overleg).invoer.datum
    assert bestand.bestandsnaam == f"verslag-concept_{dag.isoformat()}.docx"
    assert A in heel(bestand.inhoud)
    assert B in heel(bestand.inhoud)
    voorstel = tafel.dienst.lees_verslag(tafel.overleg, tafel.bestand(bestand.inhoud))
    assert (voorstel.regels, voorstel.gelijk, voorstel.ontbreekt, voorstel.vervallen) == ((), 6, (), 0)


def test_wat_buiten_de_velden_staat_is_alleen_in_dit_huis_na_te_gaan(
    tafel: Tafel, monkeypatch: pytest.MonkeyPatch
) -> None:
    inhoud = tafel.dienst.verslag(tafel.overleg).inhoud
    assert tafel.dienst.lees_verslag(tafel.overleg, tafel.bestand(inhoud)).kantlijn.getypt == ()
    monkeypatch.setattr(Sleutelwissel, "huissleutel", lambda _, doel: doel)
    assert tafel.dienst.lees_verslag(tafel.overleg, tafel.bestand(inhoud)).kantlijn.getypt is None


def test_wat_in_een_veld_stond_is_aan_het_merk_zonder_sleutel_niet_te_raden(tafel: Tafel) -> None:
    """Whoever empties a field before passing the file on leaves its marks."""
    xml = delen(tafel.dienst.verslag(tafel.overleg).inhoud)["word/document.xml"].decode()
    merken = {een for een in (lees_merk(naam) for naam in re.findall(r'w:name="(zv[^"]*)"', xml)) if een is not None}
    assert merken
    for tekst in (A, B, ""):
        assert hashlib.sha256(tekst.encode()).hexdigest()[:8] not in {een.basis for een in merken}


def test_een_wijziging_is_een_voorstel_en_gaat_pas_in_als_iemand_dat_zegt(tafel: Tafel) -> None:
    inhoud = in_vak(tafel.dienst.verslag(tafel.overleg).inhoud, tafel.sleutel(0), "Anders.\nMet nog een regel.")
    (regel,) = tafel.dienst.lees_verslag(tafel.overleg, tafel.bestand(inhoud)).regels
    assert (regel.nu, regel.uit_word) == (A, "Anders.\nMet nog een regel.")
    assert regel.stand is Veldstand.WORD
    assert regel.voorgesteld
    assert tafel.beeld(0) == A
    tafel.dienst.neem_over_in_verslag(tafel.overleg, (overname(regel),))
    assert tafel.beeld(0) == "Anders.\nMet nog een regel."
    assert tafel.beeld(1) == B
    tafel.dienst.neem_over_in_verslag(tafel.overleg, (overname(regel).terug(),))
    assert tafel.beeld(0) == A


def test_wat_hier_intussen_veranderde_wordt_gezegd_en_niet_voorgesteld(tafel: Tafel) -> None:
    inhoud = in_vak(tafel.dienst.verslag(tafel.overleg).inhoud, tafel.sleutel(0), "Uit Word.")
    for punt, tekst in zip(tafel.punten, ("Intussen hier.", "Alleen hier."), strict=True):
        tafel.bureau.verslagen.bewaar_tekst(punt, VerslagTekst(tekst, "", "Besloten."))
    eerste, tweede = tafel.dienst.lees_verslag(tafel.overleg, tafel.bestand(inhoud)).regels
    assert (eerste.stand, eerste.nu, eerste.uit_word) == (Veldstand.BEIDE, "Intussen hier.", "Uit Word.")
    assert (tweede.stand, tweede.nu, tweede.uit_word) == (Veldstand.HIER, "Alleen hier.", B)
    assert not eerste.voorgesteld
    assert not tweede.voorgesteld


def test_wie_intussen_typte_wordt_niet_overschreven(tafel: Tafel) -> None:
    inhoud = tafel.dienst.verslag(tafel.overleg).inhoud
    for plek in (0, 1):
        inhoud = in_vak(inhoud, tafel.sleutel(plek), "Uit Word.")
    regels = tafel.dienst.lees_verslag(tafel.overleg, tafel.bestand(inhoud)).regels
    tafel.bureau.verslagen.bewaar_tekst(tafel.punten[1], VerslagTekst("Net getypt.", "", "Besloten."))
    with pytest.raises(GebruikersFout, match="intussen hier gewijzigd"):
        tafel.dienst.neem_over_in_verslag(tafel.overleg, tuple(overname(regel) for regel in regels))
    assert (tafel.beeld(0), tafel.beeld(1)) == (A, "Net getypt.")


def test_een_punt_dat_erbij_kwam_of_wegging_wordt_genoemd(tafel: Tafel) -> None:
    inhoud = tafel.dienst.verslag(tafel.overleg).inhoud
    derde = tafel.bureau.punt(tafel.overleg, tafel.bureau.casus("Testpersoon Drie"), "Politie")
    voorstel = tafel.dienst.lees_verslag(tafel.overleg, tafel.bestand(inhoud))
    assert len(voorstel.ontbreekt) == 3
    assert voorstel.vervallen == 0
    nieuwer = tafel.dienst.verslag(tafel.overleg).inhoud
    tafel.bureau.agenda.verwijder_punt(derde)
    assert tafel.dienst.lees_verslag(tafel.overleg, tafel.bestand(nieuwer)).vervallen == 3


def test_een_partij_krijgt_in_word_precies_haar_eigen_punten(tafel: Tafel) -> None:
    om = tafel.dienst.verslag_partij(tafel.overleg, tafel.bureau.partij("OM"))
    politie = heel(tafel.dienst.verslag_partij(tafel.overleg, tafel.bureau.partij("Politie")).inhoud)
    assert A in politie
    assert B in politie
    tekst = heel(om.inhoud)
    assert B in tekst
    assert A not in tekst
    assert tafel.bureau.nummer(tafel.eerste) not in tekst
    assert "Oefenman" not in tekst
    assert "Testpersoon" not in tekst
    assert all(tafel.bureau.nummer(tafel.eerste).encode() not in deel for deel in delen(om.inhoud).values())
    with pytest.raises(InvoerOngeldig, match="niets dat kan worden overgenomen"):
        tafel.dienst.lees_verslag(tafel.overleg, tafel.bestand(om.inhoud))


def test_na_intrekking_van_een_oordeel_is_er_voor_die_partij_niets_meer(tafel: Tafel) -> None:
    tafel.bureau.trek_in(tafel.tweede, "OM")
    with pytest.raises(GebruikersFout, match="niets te maken"):
        tafel.dienst.verslag_partij(tafel.overleg, tafel.bureau.partij("OM"))
    with pytest.raises(GebruikersFout, match="niets te maken"):
        tafel.dienst.verslag_partij(tafel.overleg, tafel.bureau.partij("GGD"))


def test_van_een_vastgesteld_verslag_is_er_geen_bewerkbaar_exemplaar(tafel: Tafel) -> None:
    inhoud = in_vak(tafel.dienst.verslag(tafel.overleg).inhoud, tafel.sleutel(0), "Uit Word.")
    tafel.bureau.sql("UPDATE overleg SET verslag_status = 'vastgesteld'")
    for poging in (
        lambda: tafel.dienst.verslag(tafel.overleg),
        lambda: tafel.dienst.verslag_partij(tafel.overleg, tafel.bureau.partij("OM")),
        lambda: tafel.dienst.lees_verslag(tafel.overleg, tafel.bestand(inhoud)),
        lambda: tafel.dienst.neem_over_in_verslag(tafel.overleg, (Tekstovername(tafel.sleutel(0), A, "x"),)),
    ):
        with pytest.raises(GebruikersFout, match="vastgesteld"):
            poging()


def test_een_bestand_van_een_ander_overleg_wordt_geweigerd(tafel: Tafel) -> None:
    ander = tafel.bureau.tafel(tafel.bureau.klok.vandaag)
    inhoud = tafel.dienst.verslag(ander).inhoud
    with pytest.raises(InvoerOngeldig, match=r"ander stuk|niets dat kan"):
        tafel.dienst.lees_verslag(tafel.overleg, tafel.bestand(inhoud))
    eigen = tafel.dienst.verslag(tafel.overleg).inhoud
    with pytest.raises(InvoerOngeldig, match="ander stuk"):
        tafel.dienst.lees_verslag(ander, tafel.bestand(eigen))


def test_het_logboek_noemt_wat_er_buiten_de_kluis_kwam(tafel: Tafel) -> None:
    tafel.dienst.verslag(tafel.overleg)
    regel = tafel.bureau.logboek()[-1]
    assert regel["handeling"] == "Word-bestand gemaakt"
    nummers = {tafel.bureau.nummer(tafel.eerste), tafel.bureau.nummer(tafel.tweede)}
    assert set(regel["object_id"].removeprefix("verslag: ").split()) == nummers
    getoond = tafel.bureau.als(BEHEER).diensten().logboek.lees()[0]
    assert "bewerkbaar verslag (2 casussen)" in getoond.waarover


def test_een_beheerder_leest_geen_casus_en_krijgt_dus_geen_bestand(tafel: Tafel) -> None:
    inhoud = tafel.bestand(tafel.dienst.verslag(tafel.overleg).inhoud)
    dienst = tafel.bureau.als(BEHEER).diensten().bewerkbaar
    with pytest.raises(NietBevoegd):
        dienst.verslag(tafel.overleg)
    with pytest.raises(NietBevoegd):
        dienst.lees_verslag(tafel.overleg, inhoud)


# --- plan -----------------------------------------------------------------------------------------


@pytest.fixture
def plan(bureau: Bureau) -> PlanId:
    casus = bureau.casus("J. Oefenman")
    bureau.oordeel(casus, "Politie", "OM")
    plan_id = bureau.plannen.begin(casus)
    rollen = tuple(RolInvoer(bureau.partij(k), f"Rol {k}", f"Behoefte {k}") for k in ("Politie", "OM"))
    bureau.plannen.bewaar(plan_id, bureau.plan_invoer(rollen=rollen, afschalingscriteria="Een.\n\nTwee."))
    return plan_id


def test_een_plan_gaat_heen_en_komt_veld_voor_veld_terug(bureau: Bureau, plan: PlanId, tmp_path: Path) -> None:
    dienst, pad = bureau.diensten().bewerkbaar, tmp_path / "plan.docx"
    inhoud = dienst.plan(plan).inhoud
    pad.write_bytes(inhoud)
    assert dienst.lees_plan(plan, pad).regels == ()
    rol = f"rol{bureau.partij('OM')}_rol"
    for sleutel, tekst in (("doel1", "Een ander doel."), (rol, "Een andere rol."), ("criteria", "Een.\nDrie.")):
        inhoud = in_vak(inhoud, sleutel, tekst)
    pad.write_bytes(inhoud)
    regels = dienst.lees_plan(plan, pad).regels
    assert [regel.sleutel.partition("_")[0] for regel in regels] == ["doel1", rol.partition("_")[0], "criteria"]
    assert all(regel.voorgesteld for regel in regels)
    dienst.neem_over_in_plan(plan, tuple(overname(regel) for regel in regels[:2]))
    na = bureau.plannen.toon(plan).invoer
    assert na.doelen[0].doel == "Een ander doel."
    assert {een.rol for een in na.rollen} == {"Rol Politie", "Een andere rol."}
    assert na.afschalingscriteria == "Een.\n\nTwee."


def doelen(bureau: Bureau, plan: PlanId) -> list[str]:
    return [een.doel for een in bureau.plannen.toon(plan).invoer.doelen]


def zet_doelen(bureau: Bureau, plan: PlanId, *teksten: str) -> None:
    invoer = bureau.plannen.toon(plan).invoer
    bureau.plannen.bewaar(plan, replace(invoer, doelen=tuple(DoelInvoer("Huisvesting", een) for een in teksten)))


def gelezen(bureau: Bureau, plan: PlanId, pad: Path, inhoud: bytes) -> dict[str, Wordregel]:
    pad.write_bytes(inhoud)
    return {regel.uit_word: regel for regel in bureau.diensten().bewerkbaar.lees_plan(plan, pad).regels}


def test_een_doel_dat_hier_wegging_verschuift_de_andere_niet(bureau: Bureau, plan: PlanId, tmp_path: Path) -> None:
    zet_doelen(bureau, plan, "Eerste.", "Tweede.", "Derde.")
    dienst = bureau.diensten().bewerkbaar
    inhoud = in_vak(dienst.plan(plan).inhoud, "doel3(_[a-z]+)?", "Derde, uit Word.")
    zet_doelen(bureau, plan, "Tweede.", "Derde.")
    (regel,) = gelezen(bureau, plan, tmp_path / "plan.docx", inhoud).values()
    assert (regel.nu, regel.uit_word, regel.stand) == ("Derde.", "Derde, uit Word.", Veldstand.WORD)
    dienst.neem_over_in_plan(plan, (overname(regel),))
    assert doelen(bureau, plan) == ["Tweede.", "Derde, uit Word."]


def test_van_twee_gelijke_doelen_waarvan_er_een_wegging_wordt_niets_voorgesteld(
    bureau: Bureau, plan: PlanId, tmp_path: Path
) -> None:
    zet_doelen(bureau, plan, "Rust.", "Iets anders.", "Rust.")
    inhoud = in_vak(bureau.diensten().bewerkbaar.plan(plan).inhoud, "doel1(_[a-z]+)?", "Rust in huis.")
    zet_doelen(bureau, plan, "Iets anders.", "Rust.")
    assert gelezen(bureau, plan, tmp_path / "plan.docx", inhoud) == {}


def test_een_doel_dat_hier_is_herschreven_wordt_genoemd_en_niet_voorgesteld(
    bureau: Bureau, plan: PlanId, tmp_path: Path
) -> None:
    zet_doelen(bureau, plan, "Eerste.", "Tweede.")
    inhoud = in_vak(bureau.diensten().bewerkbaar.plan(plan).inhoud, "doel2(_[a-z]+)?", "Uit Word.")
    zet_doelen(bureau, plan, "Eerste.", "Hier herschreven.")
    regel = gelezen(bureau, plan, tmp_path / "plan.docx", inhoud)["Uit Word."]
    assert (regel.nu, regel.stand, regel.voorgesteld) == ("Hier herschreven.", Veldstand.BEIDE, False)


@pytest.mark.parametrize(
    ("sleutel", "getypt"),
    [("criteria", "Een.\n\n  Ingesprongen.\n"), ("doel1(_[a-z]+)?", ""), ("doel1(_[a-z]+)?", "Nieuw.")],
)
def test_een_overgenomen_plan_gaat_heel_terug_zoals_het_was(
    bureau: Bureau, plan: PlanId, tmp_path: Path, sleutel: str, getypt: str
) -> None:
    zet_doelen(bureau, plan, "Eerste.", "Tweede.")
    was, dienst = bureau.plannen.toon(plan).invoer, bureau.diensten().bewerkbaar
    (regel,) = gelezen(bureau, plan, tmp_path / "plan.docx", in_vak(dienst.plan(plan).inhoud, sleutel, getypt)).values()
    assert regel.voorgesteld is bool(getypt)
    wissel = dienst.neem_over_in_plan(plan, (overname(regel),))
    assert bureau.plannen.toon(plan).invoer == wissel.werd
    assert wissel.werd != was
    dienst.zet_plan_terug(plan, wissel)
    assert bureau.plannen.toon(plan).invoer == was
    dienst.neem_over_in_plan(plan, (overname(regel),))
    zet_doelen(bureau, plan, "Hier herschreven.")
    with pytest.raises(GebruikersFout, match="na het overnemen hier gewijzigd"):
        dienst.zet_plan_terug(plan, wissel)
    assert doelen(bureau, plan) == ["Hier herschreven."]


def test_overnemen_in_een_plan_leest_en_schrijft_in_een_keer(
    bureau: Bureau, plan: PlanId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the two somebody else could save, and that would be lost."""
    dienst = bureau.diensten().bewerkbaar
    (regel,) = gelezen(
        bureau, plan, tmp_path / "plan.docx", in_vak(dienst.plan(plan).inhoud, "criteria", "Drie.")
    ).values()
    monkeypatch.setattr(Werkplek, "lees", lambda *_: pytest.fail("read outside of the transaction that saves"))
    dienst.neem_over_in_plan(plan, (overname(regel),))


def test_wie_niet_meer_bij_de_casus_mag_staat_niet_in_het_plan_en_blijft_erin_bewaard(
    bureau: Bureau, plan: PlanId, tmp_path: Path
) -> None:
    bureau.trek_in(bureau.plannen.toon(plan).casus_id, "OM")
    dienst, pad = bureau.diensten().bewerkbaar, tmp_path / "plan.docx"
    inhoud = dienst.plan(plan).inhoud
    assert "Rol OM" not in heel(inhoud)
    assert "Rol Politie" in heel(inhoud)
    pad.write_bytes(in_vak(inhoud, "doel1", "Een ander doel."))
    (regel,) = dienst.lees_plan(plan, pad).regels
    dienst.neem_over_in_plan(plan, (overname(regel),))
    assert {een.rol for een in bureau.plannen.toon(plan).invoer.rollen} == {"Rol Politie", "Rol OM"}


def test_van_een_vastgesteld_plan_is_er_geen_bewerkbaar_exemplaar(bureau: Bureau, plan: PlanId) -> None:
    bureau.alsof_bevestigd()
    bureau.plannen.stel_vast(plan)
    with pytest.raises(GebruikersFout, match="vastgesteld"):
        bureau.diensten().bewerkbaar.plan(plan)


# --- brief ----------------------------------------------------------------------------------------


def test_een_brief_in_word_zegt_wat_de_pdf_zegt_en_noemt_niemand_in_zijn_naam(bureau: Bureau) -> None:
    casus, brieven = bureau.casus("J. Oefenman"), bureau.diensten().brieven
    regel = next(een for een in brieven.bij_casus(casus) if een.vraag.soort is Briefsoort.BETROKKENE_AANMELDING)
    invoer = BriefInvoer(adres="Verzonnen Persoon\nVoorbeeldstraat 1\n1234 AB Voorbeelddorp", toelichting="Tot dan.")
    with pytest.raises(InvoerOngeldig, match="adresregels"):
        brieven.als_word(regel.vraag, BriefInvoer())
    bestand = brieven.als_word(regel.vraag, invoer)
    tekst = alineas(bestand.inhoud)
    assert "Voorbeeldstraat 1" in tekst
    assert "Tot dan." in tekst
    assert bureau.nummer(casus) not in heel(bestand.inhoud)
    assert "Oefenman" not in bestand.bestandsnaam
    assert bestand.bestandsnaam.endswith(".docx")
    assert bureau.logboek()[-1]["object_id"] == f"brief: {bureau.nummer(casus)}"


# --- the template of the house --------------------------------------------------------------------


def _sjabloon(inhoud: bytes, regel: str) -> bytes:
    alinea = f"<w:p><w:r><w:t>{regel}</w:t></w:r></w:p>".encode()
    return met(inhoud, DOCUMENT, lambda xml: xml.replace(b"<w:body>", b"<w:body>" + alinea, 1))


def test_een_eigen_sjabloon_geldt_tot_het_weer_wordt_teruggezet(tafel: Tafel) -> None:
    sjablonen = tafel.bureau.diensten().wordsjablonen
    regel = sjablonen.lijst()[0]
    assert not regel.eigen
    eigen = tafel.bestand(_sjabloon(sjablonen.als_bestand(regel.soort).inhoud, "Ons huis: {{ huis }}"))
    assert sjablonen.keur(regel.soort, eigen) == ()
    assert sjablonen.bewaar(regel.soort, eigen) == 1
    na = sjablonen.lijst()[0]
    assert (na.eigen, na.versie, na.gewijzigd_op) == (True, 1, tafel.bureau.klok.vandaag)
    verwacht = f"Ons huis: {tafel.bureau.profiel.naam}"
    assert verwacht in alineas(tafel.dienst.verslag(tafel.overleg).inhoud)
    sjablonen.terug_naar_standaard(regel.soort)
    assert verwacht not in alineas(tafel.dienst.verslag(tafel.overleg).inhoud)
    with pytest.raises(GebruikersFout, match="al in gebruik"):
        sjablonen.terug_naar_standaard(regel.soort)
    sjablonen.zet_versie_terug(regel.soort, 1)
    assert verwacht in alineas(tafel.dienst.verslag(tafel.overleg).inhoud)


def test_een_sjabloon_met_een_fout_of_met_een_dossier_erin_wordt_niet_gebruikt(tafel: Tafel) -> None:
    sjablonen = tafel.bureau.diensten().wordsjablonen
    soort = sjablonen.lijst()[0].soort
    goed = sjablonen.als_bestand(soort).inhoud
    for regel, zin in (
        ("{{ onzin }}", "onzin is niet bekend"),
        ("Over J. Oefenman", "naam van een betrokkene"),
        (f"Zie {tafel.bureau.nummer(tafel.eerste)}", "nummer van een casus"),
    ):
        pad = tafel.bestand(_sjabloon(goed, regel))
        assert zin in sjablonen.keur(soort, pad)[0].zin
        with pytest.raises(InvoerOngeldig, match=zin):
            sjablonen.bewaar(soort, pad)
    assert not sjablonen.lijst()[0].eigen


def test_een_sjabloon_dat_buiten_ons_om_in_de_kluis_kwam_wordt_niet_gevuld(tafel: Tafel) -> None:
    """With the key somebody can write a row; it is checked again each time that it is used."""
    sjablonen = tafel.bureau.diensten().wordsjablonen
    goed = sjablonen.als_bestand(sjablonen.lijst()[0].soort).inhoud
    tafel.bureau.sql(
        "INSERT INTO wordsjabloon (soort, versie, inhoud, gewijzigd_op, gewijzigd_door) "
        "VALUES ('verslag', 1, :inhoud, :nu, 'x')",
        nu="2026-01-01 00:00:00.000000",
        inhoud=_sjabloon(goed, "{{ punten.__class__ }}"),
    )
    with pytest.raises(InvoerOngeldig, match="niet bekend"):
        tafel.dienst.verslag(tafel.overleg)


def test_een_medewerker_vervangt_geen_sjabloon(tafel: Tafel) -> None:
    dienst = tafel.bureau.als(MEDEWERKER).diensten().wordsjablonen
    with pytest.raises(NietBevoegd):
        dienst.lijst()
