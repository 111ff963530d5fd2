"""Whom the procesregisseur speaks beforehand, in each of the five houses: asked where its text asks it."""

from __future__ import annotations

import pytest
from huis_met_regels import Huis

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import Regel, VastleggingSoort
from zvh_desktop.services.casus.vooroverleg import VastleggingInvoer, VastleggingRegel, VooroverlegService

SOORT = {
    Regel.OVERLEG_MET_AANMELDER: VastleggingSoort.AANMELDER,
    Regel.AFSTEMMING_GEMEENTE: VastleggingSoort.GEMEENTE,
    Regel.BETROKKENE_INFORMEREN: VastleggingSoort.BETROKKENE,
}


def probeer(huis: Huis, regel: Regel) -> None:
    """Missing it is shown with the article of the house; recorded it is not; taken back it is again."""
    bureau, dienst = huis.bureau, VooroverlegService(huis.bureau.werkplek)
    casus = bureau.aanmeldingen.accepteer(bureau.aanmelding())

    def regels() -> list[VastleggingRegel]:
        return [een for een in dienst.bij_casus(casus) if een.soort is SOORT[regel]]

    vraagt = huis.profiel.geldt(regel)
    assert huis.noemt(regel, bureau.casussen.toon(casus).aandacht) is vraagt
    assert len(regels()) == vraagt
    dag = VastleggingInvoer(bureau.klok.vandaag, "Testpersoon Voorbeeld")
    for fout in (
        VastleggingInvoer(),
        VastleggingInvoer(bureau.klok.over(1), "Testpersoon"),
        VastleggingInvoer(bureau.klok.vandaag),
        VastleggingInvoer(bureau.klok.vandaag, "Testpersoon", "Toch niet."),
    ):
        with pytest.raises(InvoerOngeldig):
            dienst.leg_vast(SOORT[regel], fout, casus_id=casus)
    for invoer in (dag, VastleggingInvoer(niet_omdat="Niet bereikbaar.")):
        dienst.leg_vast(SOORT[regel], invoer, casus_id=casus)
        assert not huis.noemt(regel, bureau.casussen.toon(casus).aandacht)
        (regel_nu,) = regels()
        assert regel_nu.invoer == invoer
        assert (regel_nu.vastgelegd_op, regel_nu.vastgelegd_door) == (bureau.klok.vandaag, bureau.werkplek.naam)
    dienst.leg_vast(SOORT[regel], None, casus_id=casus)
    assert huis.noemt(regel, bureau.casussen.toon(casus).aandacht) is vraagt


@pytest.mark.regel(Regel.OVERLEG_MET_AANMELDER)
def test_overleg_met_aanmelder(huis: Huis) -> None:
    assert huis.profiel.geldt(Regel.OVERLEG_MET_AANMELDER)
    probeer(huis, Regel.OVERLEG_MET_AANMELDER)


@pytest.mark.regel(Regel.AFSTEMMING_GEMEENTE)
def test_afstemming_gemeente(huis: Huis) -> None:
    assert huis.profiel.geldt(Regel.AFSTEMMING_GEMEENTE) is (huis.profiel.sleutel == "twente")
    probeer(huis, Regel.AFSTEMMING_GEMEENTE)


@pytest.mark.regel(Regel.BETROKKENE_INFORMEREN)
def test_betrokkene_informeren(huis: Huis) -> None:
    assert huis.profiel.geldt(Regel.BETROKKENE_INFORMEREN) is (huis.profiel.sleutel == "twente")
    probeer(huis, Regel.BETROKKENE_INFORMEREN)


def test_wat_voor_het_accepteren_is_vastgelegd_blijft_bij_de_casus(huis: Huis) -> None:
    bureau, dienst = huis.bureau, VooroverlegService(huis.bureau.werkplek)
    aanmelding = bureau.aanmelding()
    invoer = VastleggingInvoer(bureau.klok.vandaag, "Testpersoon Voorbeeld")
    dienst.leg_vast(VastleggingSoort.AANMELDER, invoer, aanmelding_id=aanmelding)
    assert dienst.bij_aanmelding(aanmelding)[0].invoer == invoer
    casus = bureau.aanmeldingen.accepteer(aanmelding)
    assert dienst.bij_casus(casus)[0].invoer == invoer
    with pytest.raises(InvoerOngeldig):
        dienst.leg_vast(VastleggingSoort.BETROKKENE, invoer, aanmelding_id=aanmelding)
