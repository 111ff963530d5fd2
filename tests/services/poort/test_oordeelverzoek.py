"""A medewerker asks for an oordeel; the procesregisseur finds it on Vandaag until one is given."""

from __future__ import annotations

from factories import MEDEWERKER, REGIE, Bureau


def gevraagd(bureau: Bureau) -> list[str]:
    return [regel.zin for regel in bureau.diensten().vandaag.toon().regels if "gevraagd" in regel.zin]


def test_een_gevraagd_oordeel_wacht_op_vandaag_tot_het_er_is(bureau: Bureau) -> None:
    casus = bureau.casus()
    tafel = bureau.tafel()
    bureau.als(MEDEWERKER)
    for kort in ("Politie", "OM"):
        bureau.diensten().oordelen.vraag(casus, bureau.partij(kort), tafel)
        bureau.diensten().oordelen.vraag(casus, bureau.partij(kort), tafel)
    assert gevraagd(bureau) == []
    bureau.als(REGIE)
    (zin,) = gevraagd(bureau)
    assert zin.startswith("2 oordelen gevraagd voor de")
    bureau.oordeel(casus, "Politie")
    assert gevraagd(bureau)[0].startswith("1 oordeel gevraagd")
    bureau.oordeel(casus, "OM")
    assert gevraagd(bureau) == []


def test_een_vraag_geeft_nog_geen_toegang(bureau: Bureau) -> None:
    casus = bureau.casus()
    tafel = bureau.tafel()
    bureau.diensten().oordelen.vraag(casus, bureau.partij("Politie"), tafel)
    punt = bureau.diensten().agenda.voeg_casus_toe(tafel, casus)
    assert bureau.diensten().agenda.nodig_alle_uit(punt) == 0
