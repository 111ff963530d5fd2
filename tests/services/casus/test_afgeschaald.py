"""A casus that is afgeschaald: nothing new begins on it, and agendas that still hold it say so until it is off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from factories import Bureau

from zvh_desktop.errors import GebruikersFout, HandtekeningOnjuist, InvoerOngeldig
from zvh_desktop.models.keuzes import CasusId, CasusStatus, OordeelUitkomst, OverlegId, PoortStand
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.casus.afschalingen import AfschalingInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer


def schaal_af(bureau: Bureau, casus: CasusId) -> None:
    """Through a held tafel whose verslag says so."""
    overleg = bureau.tafel(bureau.klok.over(1))
    punt = bureau.punt(overleg, casus, "Politie")
    bureau.akkoord(overleg)
    bureau.gehouden(overleg)
    bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(bureau.profiel.besluiten_tot("afschaling")[0].sleutel))
    bureau.verslagen.stel_vast(overleg)
    bureau.afschalingen.bewaar(casus, AfschalingInvoer("Het gaat goed.", "Alle criteria zijn gehaald."))
    bureau.afschalingen.besluit(casus, "overleg")
    assert bureau.casussen.toon(casus).status is CasusStatus.AFGESCHAALD


def op_komende_tafel(bureau: Bureau, *casussen: CasusId) -> OverlegId:
    """On the agenda of a tafel three weeks ahead."""
    overleg = bureau.tafel()
    for casus in casussen:
        bureau.punt(overleg, casus, "Politie")
    return overleg


def test_er_begint_niets_nieuws_op_een_afgeschaalde_casus(bureau: Bureau) -> None:
    casus = bureau.casus()
    komend = op_komende_tafel(bureau, casus)
    punt = bureau.agenda.toon(komend).punten[0].id
    bureau.oordeel(casus, "OM")
    schaal_af(bureau, casus)
    gehouden = next(regel.id for regel in bureau.tafels.lijst() if regel.id != komend)
    bureau.alsof_bevestigd()
    pogingen: list[Callable[[], object]] = [
        lambda: bureau.oordeel(casus, "GGD"),
        lambda: bureau.oordeel(casus, "OM", uitkomst=OordeelUitkomst.NIET_RECHTMATIG),
        lambda: bureau.oordelen.vraag(casus, (bureau.partij("GGD"),), komend),
        lambda: bureau.agenda.voeg_casus_toe(bureau.tafel(bureau.klok.over(30)), casus),
        lambda: bureau.agenda.zet_deelname(punt, bureau.partij("OM"), aan=True),
        lambda: bureau.agenda.nodig_alle_uit(punt),
        lambda: bureau.wijs_aan(casus, "Politie", overleg_id=gehouden),
    ]
    for poging in pogingen:
        with pytest.raises(InvoerOngeldig, match=f"Casus {bureau.nummer(casus)} is afgeschaald"):
            poging()
    assert {rij.uitkomst for rij in bureau.oordelen.geschiedenis(casus)} == {OordeelUitkomst.RECHTMATIG}
    assert bureau.casussen.toon(casus).casusregie == ()


def test_een_oordeel_intrekken_kan_nog_want_dat_sluit_alleen(bureau: Bureau) -> None:
    casus = bureau.casus()
    schaal_af(bureau, casus)
    bureau.trek_in(casus, "Politie")
    (blad,) = (deel for deel in bureau.oordelen.blad(casus) if deel.partij_id == bureau.partij("Politie"))
    assert blad.stand is PoortStand.INGETROKKEN


def test_een_concept_wacht_tot_het_punt_eraf_is(bureau: Bureau) -> None:
    casus, ander = bureau.casus(), bureau.casus("M. Voorbeeld")
    overleg = op_komende_tafel(bureau, casus, ander)
    assert bureau.agenda.toon(overleg).nog_nodig == ()
    schaal_af(bureau, casus)
    beeld = bureau.agenda.toon(overleg)
    zin = f"Casus {bureau.nummer(casus)} is afgeschaald en hoort niet meer op deze agenda. Haal dit punt weg."
    assert [punt.zin for punt in beeld.nog_nodig] == [zin]
    assert [punt.gemarkeerd for punt in beeld.punten] == [zin, ""]
    for poging in (bureau.agenda.vraag_akkoord, bureau.akkoord):
        with pytest.raises(GebruikersFout, match="hoort niet meer op deze agenda"):
            poging(overleg)
    foto = bureau.agenda.momentopname(overleg)
    bureau.agenda.verwijder_punt(beeld.punten[0].id)
    assert bureau.agenda.toon(overleg).nog_nodig == ()
    (weg,) = bureau.agenda.herstel(foto)
    assert "is afgeschaald en kan niet op de agenda" in weg.zin
    assert list(bureau.op_agenda(overleg)) == [bureau.nummer(ander)]
    bureau.akkoord(overleg)


def test_een_agenda_met_akkoord_zegt_het_ook_en_een_gehouden_overleg_niet(bureau: Bureau) -> None:
    casus = bureau.casus()
    overleg = op_komende_tafel(bureau, casus)
    bureau.akkoord(overleg)
    schaal_af(bureau, casus)
    beeld = bureau.agenda.toon(overleg)
    (zin,) = (punt.zin for punt in beeld.aandacht if "afgeschaald" in punt.zin)
    assert zin.endswith("Zet de agenda terug naar concept en haal dit punt weg.")
    assert beeld.punten[0].gemarkeerd == zin
    gehouden = next(regel.id for regel in bureau.tafels.lijst() if regel.id != overleg)
    eerder = bureau.agenda.toon(gehouden)
    assert eerder.punten[0].gemarkeerd == ""
    assert not any("afgeschaald" in str(punt) for punt in (*eerder.aandacht, *eerder.nog_nodig))
    bureau.agenda.terug_naar_concept(overleg)
    bureau.agenda.verwijder_punt(beeld.punten[0].id)
    assert bureau.agenda.toon(overleg).punten == ()


@pytest.mark.parametrize(
    "wijziging",
    [
        "UPDATE afschaling SET motivering = 'iets anders'",
        "UPDATE afschaling SET criteria_gehaald = 'niets'",
        "UPDATE afschaling SET overgedragen_aan = 'niemand'",
        "UPDATE afschaling_besluit SET naam = 'T. Anders'",
        "UPDATE afschaling_besluit SET op = '2020-01-01'",
        "UPDATE afschaling SET verklaring_nummer = 1",
    ],
)
def test_een_achteraf_gewijzigde_afschaling_wordt_gevonden_en_gaat_op_geen_papier(
    bureau: Bureau, wijziging: str
) -> None:
    casus = bureau.casus()
    schaal_af(bureau, casus)
    assert bureau.diensten().documenten.afschaling(casus).inhoud
    assert ControleService(bureau.werkplek).vind() == ()
    bureau.sql(wijziging)
    with pytest.raises(HandtekeningOnjuist, match="na het ondertekenen gewijzigd"):
        bureau.diensten().documenten.afschaling(casus)
    assert ControleService(bureau.werkplek).vind() == (
        f"Het besluit over het einde van casus {bureau.nummer(casus)} is niet zo ondertekend.",
    )
