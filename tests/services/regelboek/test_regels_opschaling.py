"""The rule on opschaling in each of the five houses: who has none says why, and who has it waits for the overleg."""

from __future__ import annotations

import pytest
from huis_met_regels import Huis

from zvh_desktop.errors import InvoerOngeldig, RegelGeweigerd
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.services.opschaling.beeld import OpschalingInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer

INVOER = OpschalingInvoer("Het lukt hier niet meer.", "Beide criteria zijn gehaald.", "Neem de regie over.")


@pytest.mark.regel(Regel.OPSCHALING_BESLUIT)
def test_opschaling_besluit(huis: Huis) -> None:
    bureau = huis.bureau
    casus, overleg, punt = huis.gehouden(huis.een)
    bureau.alsof_bevestigd()
    if huis.profiel.opschaling is None:
        for poging in (lambda: bureau.opschalingen.bewaar(casus, INVOER), lambda: bureau.opschalingen.besluit(casus)):
            with huis.weigert(Regel.OPSCHALING_BESLUIT) as fout:
                poging()
            assert huis.profiel.regel(Regel.OPSCHALING_BESLUIT).reden in fout.value.gebeurd
            assert bureau.nummer(casus) in fout.value.gebeurd
        beeld = bureau.opschalingen.toon(casus)
        assert (beeld.nu, beeld.huis, len(beeld.nog_nodig)) == (None, "", 1)
        return
    bureau.opschalingen.bewaar(casus, INVOER)
    with huis.weigert(Regel.OPSCHALING_BESLUIT) as fout:
        bureau.opschalingen.besluit(casus)
    assert huis.profiel.opschaling.naar_kort in fout.value.gebeurd
    (soort, *_) = huis.profiel.besluiten_tot("opschaling")
    bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(soort.sleutel))
    with huis.weigert(Regel.OPSCHALING_BESLUIT):
        bureau.opschalingen.besluit(casus)
    bureau.verslagen.stel_vast(overleg)
    for veld, invoer in (
        ("motivering", OpschalingInvoer("  ", INVOER.criteria_gehaald)),
        ("criteria_gehaald", OpschalingInvoer(INVOER.motivering, "\n")),
    ):
        bureau.opschalingen.bewaar(casus, invoer)
        assert huis.noemt(Regel.OPSCHALING_BESLUIT, bureau.opschalingen.toon(casus).nog_nodig)
        with huis.weigert(Regel.OPSCHALING_BESLUIT) as fout:
            bureau.opschalingen.besluit(casus)
        assert isinstance(fout.value, InvoerOngeldig)
        assert fout.value.veld == veld
    bureau.opschalingen.bewaar(casus, INVOER)
    assert bureau.opschalingen.toon(casus).nog_nodig == ()
    bureau.opschalingen.besluit(casus)
    assert bureau.opschalingen.toon(casus).nu.besloten_op == bureau.klok.vandaag


@pytest.mark.regel(Regel.OPSCHALING_BESLUIT)
def test_een_casus_komt_niet_met_de_hand_in_de_fase_opschaling(huis: Huis) -> None:
    bureau, profiel = huis.bureau, huis.profiel
    casus, overleg, punt = huis.gehouden(huis.een)
    bureau.alsof_bevestigd()
    for soort in profiel.besluiten_tot("opschaling"):
        voor = bureau.casussen.toon(casus).fase_sleutel
        with huis.weigert(Regel.OPSCHALING_BESLUIT):
            bureau.casussen.naar_fase(casus, soort.naar_fase)
        bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(soort.sleutel))
        bureau.verslagen.stel_vast(overleg)
        with pytest.raises(Exception, match="ondertekent") as fout:
            bureau.casussen.naar_fase(casus, soort.naar_fase)
        assert not isinstance(fout.value, RegelGeweigerd)
        assert bureau.casussen.toon(casus).fase_sleutel == voor
        bureau.opschalingen.bewaar(casus, INVOER)
        bureau.opschalingen.besluit(casus)
        assert bureau.casussen.toon(casus).fase_sleutel == soort.naar_fase
