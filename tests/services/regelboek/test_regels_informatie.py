"""The rules on information in each of the five houses, with the article as that convenant itself numbers it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from factories import Bureau, ProefKlok, kopieer, maak_sjabloon
from informatiedossier import Dossier

from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.keuzes import PartijSoort, Regel
from zvh_desktop.models.profiel_bronnen import laad_meegeleverd
from zvh_desktop.services.regelboek.informatie import (
    SchriftelijkeToestemming,
    inzage_vooraf,
    niet_openbaar,
    toestemming_derden,
    verstrekker_bepaalt_gebruik,
)
from zvh_desktop.services.regelboek.uitleg import uitleg

HUIZEN = ("landelijk", "twente", "haaglanden", "midden-limburg", "delft")
ARTIKELEN = {
    Regel.INZAGE_VOORAF: ("12.2", "11.2", "12.2", "9.2", "13.2"),
    Regel.VERSTREKKER_BEPAALT_GEBRUIK: ("16.2", "16.2", "16.2", "13.2", "17.2"),
    Regel.NIET_OPENBAAR: ("9.2", "8.2", "9.2", "7.2", "9.2"),
    Regel.TOESTEMMING_DERDEN: ("9.2", "8.2", "9.2", "7.2", "9.2"),
}
"""Read from the convenanten, in the order of the houses."""


@pytest.fixture(scope="module")
def sjablonen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A closed vault per house."""
    basis = tmp_path_factory.mktemp("huizen")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        return {huis: maak_sjabloon(basis / f"{huis}.kluis", huis) for huis in HUIZEN}


@pytest.fixture
def dossier(request: pytest.FixtureRequest, sjablonen: dict[str, Path], tmp_path: Path) -> Iterator[Dossier]:
    """A casus with an item in this house."""
    huis = str(request.param)
    kantoor = Bureau(kopieer(sjablonen[huis], tmp_path / "huis.kluis"), ProefKlok(), huis)
    yield Dossier(kantoor)
    kantoor.sluit()


per_huis = pytest.mark.parametrize("dossier", HUIZEN, indirect=True, ids=HUIZEN)


def _artikel(dossier: Dossier, regel: Regel) -> str:
    """The article of this house, after a look whether it is the one in the convenant."""
    artikel = dossier.bureau.profiel.artikel(regel)
    verwacht = ARTIKELEN[regel][HUIZEN.index(dossier.bureau.profiel.sleutel)]
    assert artikel.split()[:2] == ["art.", verwacht]
    return artikel


def _weigering(fout: pytest.ExceptionInfo[RegelGeweigerd], dossier: Dossier, regel: Regel) -> str:
    artikel = _artikel(dossier, regel)
    assert (fout.value.regel, fout.value.artikel) == (regel, artikel)
    assert f"({artikel})" in fout.value.gebeurd
    assert fout.value.advies
    return fout.value.gebeurd


@per_huis
def test_inzage_vooraf(dossier: Dossier) -> None:
    with pytest.raises(RegelGeweigerd) as fout:
        dossier.geef_vrij(dossier.lezer)
    zin = _weigering(fout, dossier, Regel.INZAGE_VOORAF)
    assert dossier.bureau.naam(dossier.verstrekker) in zin
    (item,) = dossier.diensten.informatie.toon(dossier.casus).items
    assert item.belemmering == zin
    dossier.akkoord()
    dossier.geef_vrij(dossier.lezer)
    assert dossier.diensten.informatie.toon(dossier.casus).items[0].belemmering == ""


@per_huis
def test_verstrekker_bepaalt_gebruik(dossier: Dossier) -> None:
    zonder = dossier.voeg_toe(gebruik="  ")
    with pytest.raises(RegelGeweigerd) as fout:
        dossier.akkoord(zonder)
    _weigering(fout, dossier, Regel.VERSTREKKER_BEPAALT_GEBRUIK)
    with pytest.raises(RegelGeweigerd) as fout:
        dossier.diensten.verstrekkingen.leg_vast(dossier.casus, dossier.verstrekking(dossier.derde(), items=(zonder,)))
    _weigering(fout, dossier, Regel.VERSTREKKER_BEPAALT_GEBRUIK)
    dossier.diensten.informatie.wijzig(zonder, dossier.invoer())
    dossier.akkoord(zonder)


@per_huis
def test_niet_openbaar(dossier: Dossier) -> None:
    dossier.akkoord()
    derde = dossier.derde()
    with pytest.raises(RegelGeweigerd) as fout:
        dossier.diensten.informatie.geef_vrij(dossier.item, dossier.overleg, [derde], dossier.aanmelder)
    zin = _weigering(fout, dossier, Regel.NIET_OPENBAAR)
    keuzes = dossier.diensten.informatie.vrijgavekeuzes(dossier.item, dossier.overleg)
    (keuze,) = (k for k in keuzes if k.partij_id == derde)
    assert (keuze.kan, keuze.reden) == (False, zin)
    with pytest.raises(RegelGeweigerd) as fout:
        dossier.diensten.verstrekkingen.leg_vast(dossier.casus, dossier.verstrekking(derde, grondslag=" "))
    _weigering(fout, dossier, Regel.NIET_OPENBAAR)


@per_huis
def test_toestemming_derden(dossier: Dossier) -> None:
    derde, vandaag = dossier.derde(), dossier.bureau.klok.vandaag
    gisteren = dossier.bureau.klok.over(-1)
    for toestemming, op in (
        (SchriftelijkeToestemming(), vandaag),
        (SchriftelijkeToestemming(None, "brief 12", "T. Testpersoon"), vandaag),
        (SchriftelijkeToestemming(vandaag, "  ", "T. Testpersoon"), vandaag),
        (SchriftelijkeToestemming(vandaag, "brief 12", ""), vandaag),
        (SchriftelijkeToestemming(vandaag, "brief 12", "T. Testpersoon"), gisteren),
    ):
        with pytest.raises(RegelGeweigerd) as fout:
            dossier.diensten.verstrekkingen.leg_vast(
                dossier.casus, dossier.verstrekking(derde, toestemming=toestemming, verstrekt_op=op)
            )
        _weigering(fout, dossier, Regel.TOESTEMMING_DERDEN)
    assert dossier.diensten.verstrekkingen.toon(dossier.casus).regels == ()
    dossier.diensten.verstrekkingen.leg_vast(dossier.casus, dossier.verstrekking(derde))


@pytest.mark.parametrize("huis", HUIZEN)
def test_elke_regel_is_een_functie_en_wat_mag_weigert_zij_niet(huis: str) -> None:
    profiel = laad_meegeleverd(huis)
    dag = date(2026, 9, 1)
    toestemming = SchriftelijkeToestemming(dag, "brief", "T. Testpersoon")
    assert inzage_vooraf(profiel, "Politie", akkoord=True) is None
    assert verstrekker_bepaalt_gebruik(profiel, "Politie", "alleen lezen") is None
    assert niet_openbaar(profiel, "GGD", PartijSoort.CONVENANTPARTIJ) is None
    assert niet_openbaar(profiel, "Woningstichting Oefening", PartijSoort.DERDE, "verzonnen wet") is None
    assert toestemming_derden(profiel, "Politie", "Woningstichting Oefening", toestemming, dag) is None
    for regel in ARTIKELEN:
        gevonden = uitleg(regel, profiel)
        assert gevonden.artikel == profiel.artikel(regel)
        assert gevonden.zin
