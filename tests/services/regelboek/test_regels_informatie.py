"""The rules on information in each of the five houses, through the services."""

from __future__ import annotations

from datetime import date

import pytest
from huis_met_regels import Huis
from informatiedossier import Dossier

from zvh_desktop.models.keuzes import PartijId, PartijSoort, Regel
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd, meegeleverde_profielen
from zvh_desktop.services.regelboek.informatie import (
    SchriftelijkeToestemming,
    inzage_vooraf,
    niet_openbaar,
    toestemming_derden,
    verstrekker_bepaalt_gebruik,
)


@pytest.fixture
def dossier(huis: Huis) -> Dossier:
    """A casus with an item in this house."""
    return Dossier(huis.bureau, eigen=False)


@pytest.fixture
def derde(huis: Huis) -> PartijId:
    """A derde that only this test knows."""
    return huis.partij(PartijSoort.DERDE)


@pytest.mark.regel(Regel.INZAGE_VOORAF)
def test_inzage_vooraf(huis: Huis, dossier: Dossier) -> None:
    with huis.weigert(Regel.INZAGE_VOORAF) as fout:
        dossier.geef_vrij(dossier.lezer)
    zin = fout.value.gebeurd
    assert dossier.bureau.naam(dossier.verstrekker) in zin
    assert fout.value.advies
    (item,) = dossier.diensten.informatie.toon(dossier.casus).items
    assert item.belemmering.zin == zin
    dossier.akkoord()
    dossier.geef_vrij(dossier.lezer)
    assert dossier.diensten.informatie.toon(dossier.casus).items[0].belemmering is None


@pytest.mark.regel(Regel.VERSTREKKER_BEPAALT_GEBRUIK)
def test_verstrekker_bepaalt_gebruik(huis: Huis, dossier: Dossier, derde: PartijId) -> None:
    zonder = dossier.voeg_toe(gebruik="  ")
    with huis.weigert(Regel.VERSTREKKER_BEPAALT_GEBRUIK):
        dossier.akkoord(zonder)
    with huis.weigert(Regel.VERSTREKKER_BEPAALT_GEBRUIK):
        dossier.diensten.verstrekkingen.leg_vast(dossier.casus, dossier.verstrekking(derde, items=(zonder,)))
    dossier.diensten.informatie.wijzig(zonder, dossier.invoer())
    dossier.akkoord(zonder)


@pytest.mark.regel(Regel.NIET_OPENBAAR)
def test_niet_openbaar(huis: Huis, dossier: Dossier, derde: PartijId) -> None:
    dossier.akkoord()
    with huis.weigert(Regel.NIET_OPENBAAR) as fout:
        dossier.diensten.vrijgaven.geef_vrij(dossier.item, dossier.overleg, [derde], dossier.aanmelder)
    keuzes = dossier.diensten.vrijgaven.vrijgavekeuzes(dossier.item, dossier.overleg)
    (keuze,) = (k for k in keuzes if k.partij_id == derde)
    assert (keuze.kan, keuze.reden) == (False, fout.value.gebeurd)
    with huis.weigert(Regel.NIET_OPENBAAR):
        dossier.diensten.verstrekkingen.leg_vast(dossier.casus, dossier.verstrekking(derde, grondslag=" "))
    dossier.diensten.verstrekkingen.leg_vast(dossier.casus, dossier.verstrekking(derde))


@pytest.mark.regel(Regel.TOESTEMMING_DERDEN)
def test_toestemming_derden(huis: Huis, dossier: Dossier, derde: PartijId) -> None:
    vandaag, gisteren = huis.bureau.klok.vandaag, huis.bureau.klok.over(-1)
    for toestemming, op in (
        (SchriftelijkeToestemming(), vandaag),
        (SchriftelijkeToestemming(None, "brief 12", "T. Testpersoon"), vandaag),
        (SchriftelijkeToestemming(vandaag, "  ", "T. Testpersoon"), vandaag),
        (SchriftelijkeToestemming(vandaag, "brief 12", ""), vandaag),
        (SchriftelijkeToestemming(vandaag, "brief 12", "T. Testpersoon"), gisteren),
    ):
        with huis.weigert(Regel.TOESTEMMING_DERDEN):
            dossier.diensten.verstrekkingen.leg_vast(
                dossier.casus, dossier.verstrekking(derde, toestemming=toestemming, verstrekt_op=op)
            )
    assert dossier.diensten.verstrekkingen.toon(dossier.casus).regels == ()
    dossier.diensten.verstrekkingen.leg_vast(dossier.casus, dossier.verstrekking(derde))


@pytest.mark.parametrize("sleutel", meegeleverde_profielen())
def test_regel_zwijgt_waar_aan_hem_is_voldaan(sleutel: str) -> None:
    profiel = laad_meegeleverd(sleutel)
    dag = date(2026, 9, 1)
    toestemming = SchriftelijkeToestemming(dag, "brief", "T. Testpersoon")
    assert inzage_vooraf(profiel, "Politie", akkoord=True) is None
    assert verstrekker_bepaalt_gebruik(profiel, "Politie", "alleen lezen") is None
    assert niet_openbaar(profiel, "GGD", PartijSoort.CONVENANTPARTIJ) is None
    assert niet_openbaar(profiel, "Woningstichting Oefening", PartijSoort.DERDE, "verzonnen wet") is None
    assert toestemming_derden(profiel, "Politie", "Woningstichting Oefening", toestemming, dag) is None
