"""Search in what was written: found, said where, opened there; the index follows every edit and deletion."""

from __future__ import annotations

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from factories import BEHEER, REGIE, Bureau

from zvh_desktop.database.bestand.migraties import configuratie
from zvh_desktop.errors import NietBevoegd
from zvh_desktop.models.keuzes import AgendapuntId, CasusId, OverlegId
from zvh_desktop.services.casus.plannen import DoelInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst
from zvh_desktop.services.zoeken.gegevens import Treffer, Vindplaats


def gehouden_tafel(bureau: Bureau) -> tuple[CasusId, OverlegId, AgendapuntId]:
    casus = bureau.casus()
    tafel = bureau.tafel(bureau.klok.vandaag)
    punt = bureau.punt(tafel, casus, "Politie")
    bureau.akkoord(tafel)
    bureau.verslagen.start_punt(punt, andere_dag=True)
    return casus, tafel, punt


def een(bureau: Bureau, tekst: str) -> Treffer:
    (treffer,) = bureau.zoeken.zoek(tekst)
    return treffer


def test_een_woord_uit_het_verslag_zegt_waar_het_staat(bureau: Bureau) -> None:
    casus, tafel, punt = gehouden_tafel(bureau)
    lang = "Er was veel te bespreken en het duurde lang. " * 3
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("Rustig.", f"{lang}Vooral zorgmijding. {lang}", ""))
    treffer = een(bureau, "Zorgmijd")
    assert (treffer.soort, treffer.sleutel, treffer.punt_id) == (Vindplaats.VERSLAG, tafel, punt)
    assert treffer.titel == bureau.nummer(casus)
    assert treffer.toelichting.startswith("verslag van ")
    assert ", oordeel: … " in treffer.toelichting
    assert "Vooral zorgmijding." in treffer.toelichting
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("Rustig.", "Gaat beter.", ""))
    assert bureau.zoeken.zoek("zorgmijding") == ()


def test_doel_staat_in_de_agenda_en_besluit_in_het_verslag(bureau: Bureau) -> None:
    _, tafel, punt = gehouden_tafel(bureau)
    doel = een(bureau, "bepalen wie wat")
    assert (doel.soort, doel.punt_id) == (Vindplaats.AGENDA, punt)
    assert ", doel: Bepalen wie wat doet." in doel.toelichting
    besluit = bureau.verslagen.voeg_besluit_toe(
        punt, BesluitInvoer(bureau.profiel.besluiten[0].sleutel, "Woonplek", conditie="Na een kwartaal évalueren")
    )
    treffer = een(bureau, "EVALUEREN kwart")
    assert (treffer.soort, treffer.sleutel, treffer.punt_id) == (Vindplaats.VERSLAG, tafel, punt)
    assert treffer.toelichting.startswith("besluit van ")
    bureau.verslagen.verwijder_besluit(besluit)
    assert bureau.zoeken.zoek("evalueren") == ()


def test_acties_en_plan(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie")
    actie = bureau.acties.voeg_toe_bij_casus(
        casus, bureau.actie_invoer("Politie", omschrijving="Bellen", conditie="Alleen na schuldhulpverlening")
    )
    treffer = een(bureau, "schuldhulp")
    assert (treffer.soort, treffer.sleutel, treffer.titel) == (Vindplaats.ACTIE, casus, "Bellen")
    bureau.acties.verwijder(actie)
    assert bureau.zoeken.zoek("schuldhulp") == ()
    plan = bureau.plannen.begin(casus)
    bureau.plannen.bewaar(plan, bureau.plan_invoer("Politie", doelen=(DoelInvoer("Huisvesting", "Eigen huurwoning"),)))
    treffer = een(bureau, "huurwoning")
    assert (treffer.soort, treffer.sleutel) == (Vindplaats.PLAN, casus)
    assert treffer.toelichting.endswith("versie 1, doel: Eigen huurwoning")
    assert een(bureau, "wanneer het misgaat").toelichting.endswith("informatiebehoefte: weet wanneer het misgaat")
    bureau.plannen.bewaar(plan, bureau.plan_invoer())
    assert bureau.zoeken.zoek("huurwoning") == ()
    assert bureau.zoeken.zoek("wanneer het misgaat") == ()


def test_wie_geen_casussen_mag_lezen_vindt_geen_teksten(bureau: Bureau) -> None:
    _, _, punt = gehouden_tafel(bureau)
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("Zorgmijding", "", ""))
    bureau.als(BEHEER)
    with pytest.raises(NietBevoegd):
        bureau.zoeken.zoek("zorgmijding")
    bureau.als(REGIE)
    assert len(bureau.zoeken.zoek("zorgmijding")) == 1


def test_een_verwijderde_tafel_neemt_haar_teksten_mee(bureau: Bureau) -> None:
    casus, tafel = bureau.casus(), bureau.tafel()
    punt = bureau.punt(tafel, casus)
    assert een(bureau, "bepalen wie wat").punt_id == punt
    bureau.tafels.verwijder(tafel)
    assert bureau.zoeken.zoek("bepalen wie wat") == ()
    assert bureau.waarde("SELECT count(*) FROM zoek_tekst") == 0


def test_een_naam_gaat_voor_en_teksten_houden_plaats(bureau: Bureau) -> None:
    casussen = [bureau.casus(f"Testpersoon {nummer}") for nummer in range(22)]
    tafel = bureau.tafel()
    bureau.agenda.voeg_onderwerp_toe(tafel, "Afspraken over een testpersoon")
    gevonden = bureau.zoeken.zoek("testpersoon")
    assert len(gevonden) == 20
    assert [t.soort for t in gevonden] == [Vindplaats.CASUS] * 19 + [Vindplaats.AGENDA]
    assert len(casussen) == 22


def test_bestaande_kluis_wordt_bij_het_bijwerken_geheel_doorzoekbaar(bureau: Bureau) -> None:
    """The rows that were there before the migration are in the index too: filled as the triggers would."""
    _, _, punt = gehouden_tafel(bureau)
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("Zorgmijding", "", ""))
    ervoor = bureau.waarde(
        "SELECT group_concat(rowid || tekst) FROM (SELECT rowid, tekst FROM zoek_tekst ORDER BY rowid)"
    )
    neer_en_op(bureau)
    assert (
        bureau.waarde("SELECT group_concat(rowid || tekst) FROM (SELECT rowid, tekst FROM zoek_tekst ORDER BY rowid)")
        == ervoor
    )
    assert een(bureau, "zorgmijding").punt_id == punt


def neer_en_op(bureau: Bureau) -> None:
    instelling = configuratie()
    ervoor = ScriptDirectory.from_config(instelling).get_revision("0011").down_revision
    assert isinstance(ervoor, str)
    with bureau.kluis.engine.begin() as verbinding:
        instelling.attributes["connection"] = verbinding
        command.downgrade(instelling, ervoor)
        command.upgrade(instelling, "head")
