"""A medewerker asks for oordelen; the procesregisseur finds them on Vandaag until they are given."""

from __future__ import annotations

import pytest
from factories import MEDEWERKER, NAAM_VAN, REGIE, Bureau

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import CasusId, OverlegId
from zvh_desktop.services.tafel.agenda_gegevens import Cel
from zvh_desktop.services.vandaag.regel import Wacht


def gevraagd(bureau: Bureau) -> list[Wacht]:
    return [regel for regel in bureau.diensten().vandaag.toon().regels if "gevraagd" in regel.zin]


def cel(bureau: Bureau, tafel: OverlegId, casus: CasusId, kort: str) -> Cel:
    punt = next(punt for punt in bureau.agenda.toon(tafel).punten if punt.casus_id == casus)
    return next(cel for cel in punt.cellen if cel.partij_id == bureau.partij(kort))


def test_meer_oordelen_in_een_keer_wachten_op_vandaag_tot_ze_er_zijn(bureau: Bureau) -> None:
    casus = bureau.casus()
    tafel = bureau.tafel()
    punt = bureau.agenda.voeg_casus_toe(tafel, casus)
    bureau.als(MEDEWERKER)
    partijen = (bureau.partij("Politie"), bureau.partij("OM"))
    assert bureau.oordelen.vraag(casus, partijen, tafel) == 2
    assert bureau.oordelen.vraag(casus, partijen, tafel) == 0
    assert gevraagd(bureau) == []
    bureau.als(REGIE)
    (regel,) = gevraagd(bureau)
    assert regel.zin.startswith(f"2 oordelen gevraagd bij casus {bureau.nummer(casus)} voor ")
    assert "Politie en OM" in regel.zin
    assert (regel.plaats, regel.sleutel, regel.plek) == ("tafel", tafel, (punt, bureau.partij("Politie")))
    bureau.oordeel(casus, "Politie")
    (regel,) = gevraagd(bureau)
    assert regel.zin.startswith("1 oordeel gevraagd")
    assert regel.plek == (punt, bureau.partij("OM"))
    bureau.oordeel(casus, "OM")
    assert gevraagd(bureau) == []


def test_cel_en_blad_zeggen_wie_het_vroeg_en_wanneer(bureau: Bureau) -> None:
    casus = bureau.casus()
    tafel = bureau.tafel()
    bureau.agenda.voeg_casus_toe(tafel, casus)
    assert cel(bureau, tafel, casus, "Politie").gevraagd is None
    bureau.als(MEDEWERKER)
    naam = NAAM_VAN[MEDEWERKER]
    bureau.oordelen.vraag(casus, (bureau.partij("Politie"),), tafel)
    verzoek = cel(bureau, tafel, casus, "Politie").gevraagd
    assert verzoek is not None
    assert (verzoek.door, verzoek.op) == (naam, bureau.klok().replace(microsecond=0))
    assert f"om een oordeel gevraagd door {naam}" in cel(bureau, tafel, casus, "Politie").uitleg
    blad = {regel.kort: regel.gevraagd for regel in bureau.oordelen.blad(casus)}
    assert blad["Politie"] == verzoek
    assert blad["OM"] is None
    assert {kolom.kort for kolom in bureau.agenda.toon(tafel).kolommen if kolom.betrokken} >= {"Politie"}
    bureau.als(REGIE)
    bureau.oordeel(casus, "Politie")
    assert cel(bureau, tafel, casus, "Politie").gevraagd is None


def test_zonder_overleg_gaat_de_vraag_over_het_eerstvolgende(bureau: Bureau) -> None:
    casus = bureau.casus()
    with pytest.raises(InvoerOngeldig, match="staat op geen agenda"):
        bureau.oordelen.vraag(casus, (bureau.partij("Politie"),))
    tafel = bureau.tafel()
    punt = bureau.agenda.voeg_casus_toe(tafel, casus)
    assert bureau.oordelen.vraag(casus, (bureau.partij("Politie"),)) == 1
    assert gevraagd(bureau)[0].plek == (punt, bureau.partij("Politie"))


def test_van_de_agenda_gehaald_opent_vandaag_het_blad_met_oordelen(bureau: Bureau) -> None:
    casus = bureau.casus()
    tafel = bureau.tafel()
    bureau.oordelen.vraag(casus, (bureau.partij("Politie"),), tafel)
    (regel,) = gevraagd(bureau)
    assert (regel.plaats, regel.sleutel, regel.plek) == ("oordelen", casus, None)


def test_wie_er_al_bij_mag_wordt_niet_gevraagd_en_dan_niemand(bureau: Bureau) -> None:
    casus = bureau.casus()
    tafel = bureau.tafel()
    bureau.oordeel(casus, "OM")
    with pytest.raises(InvoerOngeldig, match="een oordeel is niet nodig"):
        bureau.oordelen.vraag(casus, (bureau.partij("Politie"), bureau.partij("OM")), tafel)
    with pytest.raises(InvoerOngeldig, match="geen partij"):
        bureau.oordelen.vraag(casus, (), tafel)
    assert gevraagd(bureau) == []


def test_een_vraag_geeft_nog_geen_toegang(bureau: Bureau) -> None:
    casus = bureau.casus()
    tafel = bureau.tafel()
    bureau.diensten().oordelen.vraag(casus, (bureau.partij("Politie"),), tafel)
    punt = bureau.diensten().agenda.voeg_casus_toe(tafel, casus)
    assert bureau.diensten().agenda.nodig_alle_uit(punt) == 0
