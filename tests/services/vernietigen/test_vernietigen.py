"""Destroy a file: everything of it goes, the chain stays whole, and what was about others too is still signed."""

from __future__ import annotations

import io
import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from factories import BEHEER, MEDEWERKER, REGIE, WACHTWOORD, Bureau
from opruimhulp import Gesloten, aanvaard_stand, ga_door_met_stand, schaal_af, tafel_met, vernietiger, zet_termijnen
from pypdf import PdfReader

from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.database.controle import controleer
from zvh_desktop.database.keten.geleegd import vernietigde_nummers
from zvh_desktop.database.keten.ondertekening import Toets, VerklaringRij
from zvh_desktop.database.kluis import NieuweGebruiker, open_kluis
from zvh_desktop.database.reservekopie import herstel_reservekopie, maak_reservekopie
from zvh_desktop.database.vernietigen.register import schrijf_register
from zvh_desktop.errors import (
    AlleenLezen,
    BevestigingNodig,
    GebruikersFout,
    HandtekeningOnjuist,
    InvoerOngeldig,
    NietBevoegd,
)
from zvh_desktop.models.keuzes import AanmeldingId, Rol, VernietigSoort
from zvh_desktop.models.profiel.huisprofiel import Bewaartermijn
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.casus.aanmeldingen import nieuw_casusnummer
from zvh_desktop.services.diensten import bouw_diensten
from zvh_desktop.services.vernietigen.gegevens import VerlengingInvoer
from zvh_desktop.services.vernietigen.termijnen import BewaarInvoer, BewaarService, na_termijn

VERNIETIGEN, SCHONEN = VernietigSoort.VERNIETIGEN, VernietigSoort.SCHONEN


def bevindingen(bureau: Bureau) -> tuple[str, ...]:
    return (*controleer(bureau.kluis), *ControleService(bureau.werkplek).vind())


def test_een_dossier_verdwijnt_en_de_rest_blijft_ondertekend(gesloten: Gesloten) -> None:
    bureau, casus, ander = gesloten.bureau, gesloten.casus, gesloten.ander
    nummer, epoche = bureau.nummer(casus), bureau.kluis.sleutelbestand.epoche
    inhoud = vernietiger(bureau).inhoud(casus, VERNIETIGEN)
    assert inhoud.gedeeld == 1
    assert {"oordelen", "besluit", "actie"} <= {soort.naam for soort in inhoud.soorten}
    gedaan = vernietiger(bureau).doe(casus, VERNIETIGEN)
    assert (gedaan.nummer, gedaan.gewist) == (nummer, True)
    assert bureau.kluis.sleutelbestand.epoche == epoche + 1
    assert bureau.waarde("SELECT count(*) FROM casus") == 1
    assert bureau.waarde("SELECT count(*) FROM agendapunt") == 1
    assert bureau.waarde("SELECT count(*) FROM agendapunt WHERE casus_id = :c", c=ander) == 1
    assert bureau.diensten().documenten.verslagstukken(bureau.waarde("SELECT id FROM overleg"))
    assert bureau.waarde("SELECT count(*) FROM verklaring WHERE inhoud IS NULL") == inhoud.verklaringen
    geteld = "SELECT sum(aantal) FROM vernietigtelling WHERE maat = 'uitstroom' AND indeling = '' AND kwartaal = 0"
    assert bureau.waarde(geteld) == 1
    # The same session, another opening and another user, whose seal is of before: all find a whole chain.
    assert bevindingen(bureau) == ()
    for gebruiker in (REGIE, MEDEWERKER):
        bureau.als(gebruiker)
        assert bevindingen(bureau) == ()
        assert bureau.kluis.stand.waarschuwingen == ()
    assert [regel.nummer for regel in vernietiger(bureau).vernietigd()] == [nummer]
    gelogd = [regel["handeling"] for regel in bureau.logboek()]
    assert gelogd.index("dossier vernietigd") + 1 == gelogd.index("resten van een vernietigd dossier gewist")


def test_het_nummer_komt_niet_terug_en_de_verklaring_noemt_niemand(gesloten: Gesloten) -> None:
    bureau, casus = gesloten.bureau, gesloten.casus
    nummer = bureau.nummer(casus)
    gedaan = vernietiger(bureau).doe(casus, VERNIETIGEN)
    stuk = vernietiger(bureau).verklaring(gedaan.id)
    tekst = " ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(stuk.inhoud)).pages)
    assert nummer in tekst
    assert "Privacyprotocol Voorbeeld" in tekst
    assert "Kanarievogel" not in tekst
    assert nummer not in stuk.bestandsnaam
    assert bureau.nummer(bureau.casus()) > nummer
    bureau.sql("DROP TRIGGER vernietiging_blijft", "UPDATE vernietiging SET gedaan_door = 'Iemand Anders'")
    with pytest.raises(HandtekeningOnjuist):
        vernietiger(bureau).verklaring(gedaan.id)


def test_wie_het_mag_en_wanneer(bureau: Bureau) -> None:
    casus = bureau.casus()
    tafel_met(bureau, casus, afschalen=casus)
    dienst = vernietiger(bureau)
    assert "loopt nog" in dienst.toon(casus).vernietigen.bezwaren[0]
    schaal_af(bureau, casus)
    # No term: nothing becomes due, whatever day it is, and Vandaag says so.
    bureau.klok.verder(dagen=5000)
    bureau.alsof_bevestigd()
    (bezwaar,) = dienst.toon(casus).vernietigen.bezwaren
    assert "geen bewaartermijn" in bezwaar
    with pytest.raises(GebruikersFout, match="geen bewaartermijn"):
        dienst.doe(casus, VERNIETIGEN)
    assert any("geen bewaartermijn" in wacht.zin for wacht in bureau.vandaag.toon().regels)
    zet_termijnen(bureau, vernietigen="20 jaar", schonen="")
    assert dienst.toon(casus).vernietigen.bezwaren == ("Dit dossier wordt bewaard tot 1 september 2046.",)
    zet_termijnen(bureau, schonen="")
    assert dienst.toon(casus).vernietigen.kan
    (regel,) = (wacht for wacht in bureau.vandaag.toon().regels if wacht.plaats == "opruimen_casus")
    assert "de bewaartermijn is voorbij, vernietigen" in regel.zin
    bureau.werkplek._bevestigd_tot = None
    with pytest.raises(BevestigingNodig):
        dienst.doe(casus, VERNIETIGEN)
    assert bureau.waarde("SELECT count(*) FROM casus") == 1
    bureau.als(MEDEWERKER)
    with pytest.raises(NietBevoegd):
        vernietiger(bureau).doe(casus, VERNIETIGEN)
    assert bureau.waarde("SELECT count(*) FROM casus") == 1


def test_langer_bewaren_is_ondertekend_en_telt(gesloten: Gesloten) -> None:
    bureau, casus = gesloten.bureau, gesloten.casus
    dienst = vernietiger(bureau)
    tot = bureau.klok.over(100)
    with pytest.raises(InvoerOngeldig, match="waarom"):
        dienst.verleng(casus, VerlengingInvoer(tot, " "))
    with pytest.raises(InvoerOngeldig, match="nog komt"):
        dienst.verleng(casus, VerlengingInvoer(bureau.klok.vandaag, "Er loopt een klacht."))
    dienst.verleng(casus, VerlengingInvoer(tot, "Er loopt een klacht."))
    beeld = dienst.toon(casus)
    assert (beeld.vernietigen.vanaf, beeld.verlengingen[0].reden) == (tot, "Er loopt een klacht.")
    with pytest.raises(GebruikersFout, match="bewaard tot"):
        dienst.doe(casus, VERNIETIGEN)
    bureau.sql("UPDATE verlenging SET tot = '2026-01-01'")
    with pytest.raises(HandtekeningOnjuist):
        dienst.doe(casus, VERNIETIGEN)


def test_waar_er_twee_zijn_stelt_de_een_voor_en_doet_de_ander_het(gesloten: Gesloten) -> None:
    bureau, casus = gesloten.bureau, gesloten.casus
    bureau.als(BEHEER)
    bureau.kluis.accounts.voeg_toe(
        NieuweGebruiker("tweede", "T. Proefregisseur", frozenset({Rol.PROCESREGISSEUR}), WACHTWOORD)
    )
    bureau.als(REGIE).alsof_bevestigd()
    with pytest.raises(NietBevoegd, match="meer dan één"):
        vernietiger(bureau).doe(casus, VERNIETIGEN)
    vernietiger(bureau).stel_voor(casus, VERNIETIGEN)
    with pytest.raises(NietBevoegd, match="zelf voorgesteld"):
        vernietiger(bureau).doe(casus, VERNIETIGEN)
    assert vernietiger(bureau).toon(casus).vernietigen.wacht_op_ander
    # Withdrawn it is as if nobody proposed it, and it can be proposed anew; both are signed and logged.
    vernietiger(bureau).trek_in(casus, VERNIETIGEN)
    assert vernietiger(bureau).toon(casus).vernietigen.voorstel is None
    assert not any(regel.voorgesteld for regel in vernietiger(bureau).lijst())
    with pytest.raises(GebruikersFout, match="geen voorstel om in te trekken"):
        vernietiger(bureau).trek_in(casus, VERNIETIGEN)
    bureau.als("tweede").alsof_bevestigd()
    with pytest.raises(NietBevoegd, match="meer dan één"):
        vernietiger(bureau).doe(casus, VERNIETIGEN)
    assert bevindingen(bureau) == ()
    bureau.als(REGIE).alsof_bevestigd()
    vernietiger(bureau).stel_voor(casus, VERNIETIGEN)
    assert "voorstel tot vernietigen ingetrokken" in [regel["handeling"] for regel in bureau.logboek()]
    bureau.als("tweede").alsof_bevestigd()
    vernietiger(bureau).doe(casus, VERNIETIGEN)
    assert bureau.waarde("SELECT samen_met FROM vernietiging") == "P. Proefpersoon"
    assert bevindingen(bureau) == ()


@pytest.mark.parametrize("kernset", [("betrokkenen",), ("werk", "informatie", "aanmelding")])
def test_schonen_laat_de_kern_staan_en_wat_het_huis_kiest(gesloten: Gesloten, kernset: tuple[str, ...]) -> None:
    bureau, casus = gesloten.bureau, gesloten.casus
    dienst = vernietiger(bureau)
    zet_termijnen(bureau, kernset=None)
    bureau.sql("DELETE FROM instelling WHERE sleutel = 'bewaar_kernset'")
    assert "niet gekozen wat er blijft" in dienst.toon(casus).schonen.bezwaren[0]
    zet_termijnen(bureau, kernset="gekozen:" + ",".join(kernset))
    dienst.doe(casus, SCHONEN)
    assert bool(bureau.waarde("SELECT count(*) FROM betrokkene WHERE casus_id = :c", c=casus)) == (
        "betrokkenen" in kernset
    )
    assert bool(bureau.waarde("SELECT count(*) FROM oordeel WHERE casus_id = :c", c=casus)) == ("werk" in kernset)
    assert bool(bureau.waarde("SELECT count(*) FROM triage WHERE casus_id = :c", c=casus)) == ("aanmelding" in kernset)
    regels = {regel.sleutel: regel for regel in bureau.afschalingen.toon(casus).checklist}
    assert regels["schonen"].gedaan
    assert not regels["vernietigen"].gedaan
    assert bevindingen(bureau) == ()
    assert bureau.diensten().documenten.afschaling(casus).inhoud
    with pytest.raises(GebruikersFout, match="al gedaan"):
        dienst.doe(casus, SCHONEN)
    dienst.doe(casus, VERNIETIGEN)
    assert bureau.waarde("SELECT count(*) FROM casus") == 1
    assert bevindingen(bureau) == ()


def test_een_afgewezen_aanmelding_heeft_een_eigen_termijn(bureau: Bureau) -> None:
    zet_termijnen(bureau)
    aanmelding: AanmeldingId = bureau.aanmelding()
    open_ = bureau.aanmelding("P. Proefman")
    bureau.aanmeldingen.wijs_af(aanmelding, "Hoort hier niet.")
    bureau.alsof_bevestigd()
    dienst = vernietiger(bureau)
    with pytest.raises(GebruikersFout, match="bewaard tot"):
        dienst.doe_aanmelding(aanmelding)
    bureau.klok.verder(dagen=28)
    bureau.alsof_bevestigd()
    with pytest.raises(GebruikersFout, match="geen bewaartermijn"):
        dienst.doe_aanmelding(open_)
    assert dienst.inhoud_aanmelding(aanmelding).soorten
    dienst.doe_aanmelding(aanmelding)
    assert bureau.waarde("SELECT count(*) FROM aanmelding") == 1
    assert bureau.waarde("SELECT count(*) FROM betrokkene WHERE aanmelding_id = :a", a=aanmelding) == 0
    assert bevindingen(bureau) == ()


def test_een_geleegde_verklaring_zonder_vernietiging_is_een_breuk(gesloten: Gesloten) -> None:
    bureau, casus = gesloten.bureau, gesloten.casus
    vernietiger(bureau).doe(casus, VERNIETIGEN)
    bureau.sql(
        "DROP TRIGGER verklaring_blijft",
        "UPDATE verklaring SET inhoud = NULL WHERE nummer = (SELECT max(nummer) FROM verklaring)",
    )
    bureau.als(REGIE)
    assert bureau.kluis.stand.controleer_keten() != ()


def test_een_geleegde_verklaring_is_niet_te_veranderen(gesloten: Gesloten) -> None:
    """Its print is the one of before, so its own signature is asked, also below the seal."""
    bureau, casus = gesloten.bureau, gesloten.casus
    vernietiger(bureau).doe(casus, VERNIETIGEN)
    bureau.als(REGIE)
    assert bureau.kluis.stand.controleer_keten() == ()
    bureau.sql(
        "DROP TRIGGER verklaring_blijft",
        "UPDATE verklaring SET soort = 'rollen' WHERE inhoud IS NULL",
    )
    bureau.als(REGIE)
    assert bureau.kluis.stand.controleer_keten() != ()


def test_een_overleg_dat_niet_klopt_wordt_niet_opnieuw_ondertekend(gesloten: Gesloten) -> None:
    bureau, casus = gesloten.bureau, gesloten.casus
    bureau.sql("DROP TRIGGER agendapunt_vastgesteld", "UPDATE agendapunt SET doel = 'anders'")
    with pytest.raises(HandtekeningOnjuist):
        vernietiger(bureau).doe(casus, VERNIETIGEN)
    assert bureau.waarde("SELECT count(*) FROM casus") == 2
    assert bureau.waarde("SELECT count(*) FROM vernietiging") == 0


def test_een_teruggezette_kopie_vernietigt_opnieuw(gesloten: Gesloten, tmp_path: Path) -> None:
    bureau, casus = gesloten.bureau, gesloten.casus
    nummer = bureau.nummer(casus)
    maak_reservekopie(bureau.kluis, tmp_path / "kopie")
    vernietiger(bureau).doe(casus, VERNIETIGEN)
    bureau.sluit()
    herstel_reservekopie(tmp_path / "kopie", tmp_path / "terug.kluis")
    with (
        open_kluis(tmp_path / "terug.kluis", MEDEWERKER, WACHTWOORD, alleen_lezen=True) as kluis,
        pytest.raises(AlleenLezen, match="vernietigd"),
    ):
        bouw_diensten(kluis, bureau.klok)
    with open_kluis(tmp_path / "terug.kluis", MEDEWERKER, WACHTWOORD, klok=bureau.klok) as kluis:
        diensten = bouw_diensten(kluis, bureau.klok)
        assert nummer not in [regel.nummer for regel in diensten.casussen.lijst()]
        assert kluis.sleutelbestand.epoche == 2
    aanvaard_stand(tmp_path / "terug.kluis")
    with open_kluis(tmp_path / "terug.kluis", REGIE, WACHTWOORD, klok=bureau.klok) as kluis:
        ga_door_met_stand(kluis)
        assert kluis.stand.controleer_keten() == ()
        bouw_diensten(kluis, bureau.klok)
        with kluis.engine.begin() as verbinding:
            rijen = verbinding.exec_driver_sql("SELECT handeling FROM logregel").scalars().all()
        assert rijen.count("dossier opnieuw vernietigd") == 1


def test_een_vernietiging_die_niemand_tekende_vernietigt_niets(gesloten: Gesloten, tmp_path: Path) -> None:
    bureau, casus, ander = gesloten.bureau, gesloten.casus, gesloten.ander
    shutil.copytree(bureau.map, tmp_path / "vroeger.kluis")
    vernietiger(bureau).doe(casus, VERNIETIGEN)
    with bureau.kluis.engine.begin() as verbinding:
        rij = list(verbinding.exec_driver_sql("SELECT * FROM verklaring WHERE soort = 'vernietiging'").one())
    inhoud = json.loads(str(rij[2]))
    inhoud["gegevens"]["nummer"] = bureau.nummer(ander)
    vals = VerklaringRij._make(rij)._replace(inhoud=canoniek(inhoud).decode(), hash="0" * 64)
    schrijf_register(tmp_path / "vroeger.kluis", Toets(bureau.kluis.wortel, bureau.kluis.kluis_id), [vals])
    bureau.sluit()
    with open_kluis(tmp_path / "vroeger.kluis", REGIE, WACHTWOORD, klok=bureau.klok) as kluis:
        nummers = [regel.nummer for regel in bouw_diensten(kluis, bureau.klok).casussen.lijst()]
    assert len(nummers) == 2  # a signed one would have taken the other away


def test_een_ander_dossier_met_hetzelfde_nummer_blijft(gesloten: Gesloten, tmp_path: Path) -> None:
    """A state from before the file: the number is not given out again, and nothing of another file goes."""
    bureau, casus = gesloten.bureau, gesloten.casus
    nummer = bureau.nummer(casus)
    shutil.copytree(bureau.map, tmp_path / "ander.kluis")
    vernietiger(bureau).doe(casus, VERNIETIGEN)
    bureau.sluit()
    with open_kluis(tmp_path / "ander.kluis", REGIE, WACHTWOORD, klok=bureau.klok) as kluis:
        with kluis.engine.begin() as verbinding:
            verbinding.exec_driver_sql("UPDATE casus SET geopend_op = '2020-02-02'")
        diensten = bouw_diensten(kluis, bureau.klok)
        assert nummer in [regel.nummer for regel in diensten.casussen.lijst()]
        with kluis.sessies() as sessie:
            assert nieuw_casusnummer(sessie, 2026) > nummer
        with kluis.engine.begin() as verbinding:
            verbinding.exec_driver_sql("UPDATE casus SET nummer = '2026-0900' WHERE nummer = ?", (nummer,))
        with kluis.sessies() as sessie:
            assert vernietigde_nummers(sessie) == [nummer]
            assert nieuw_casusnummer(sessie, 2026) == "2026-0901"


def test_termijnen_van_het_huis(bureau: Bureau) -> None:
    assert na_termijn(date(2028, 2, 29), "1 jaar") == date(2029, 2, 28)
    assert na_termijn(date(2026, 8, 31), "6 maanden") == date(2027, 2, 28)
    assert na_termijn(date(2026, 12, 1), "1 maand") == date(2027, 1, 1)
    assert na_termijn(date(2026, 12, 1), "2 weken") == date(2026, 12, 15)
    assert na_termijn(date(2026, 12, 1), "") is None
    bureau.als(BEHEER)
    dienst = BewaarService(bureau.werkplek)
    assert not any(stap.termijn for stap in dienst.toon().stappen)
    assert dienst.toon().kernset is None
    for termijnen, veld in (({"schonen": ("eeuwig", "x")}, "schonen"), ({"schonen": ("1 jaar", " ")}, "schonen_bron")):
        with pytest.raises(InvoerOngeldig) as fout:
            dienst.bewaar(BewaarInvoer(termijnen, None))
        assert fout.value.veld == veld
    dienst.bewaar(BewaarInvoer({"schonen": (" 6  maanden ", "Privacyprotocol")}, frozenset()))
    beeld = dienst.toon()
    assert (beeld.van("schonen").termijn, beeld.van("schonen").bron) == ("6 maanden", "Privacyprotocol")
    assert beeld.kernset == frozenset()


def test_een_termijn_van_het_profiel_geldt_alleen_op_zijn_dagen(bureau: Bureau) -> None:
    dag = bureau.klok.vandaag
    for van, tot, geldt in (
        (None, None, True),
        (dag, dag, True),
        (bureau.klok.over(1), None, False),
        (None, bureau.klok.over(-1), False),
    ):
        termijn = Bewaartermijn("vernietigen", "Dossier vernietigen", "1 jaar", "privacyprotocol", van, tot)
        profiel = replace(bureau.profiel, bewaartermijnen=(termijn,))
        beeld = BewaarService(replace(bureau.werkplek, profiel=profiel)).toon()
        assert bool(beeld.van("vernietigen").termijn) is geldt
