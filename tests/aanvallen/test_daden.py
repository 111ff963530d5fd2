"""Answer, vault and log agree, on a disk that refuses and after a kill; a few of each, ``make daden`` tries all."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from daad_schijf import Storing, gedood, kapot, schijf, vol
from daad_tabel import Sjabloon, beproef_dood, beproef_storing
from daad_toneel import GEVALLEN, geef_rollen, maak, opruimen, rol_wacht, zet_klaar
from factories import BEHEER, MEDEWERKER, REGIE, WACHTWOORD

from zvh_desktop.database.bestand.vergrendelbestand import RESERVEBESTAND
from zvh_desktop.database.controle import controleer_bestanden
from zvh_desktop.database.daad import open_voornemens
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.sleutels.sleutelbytes import BESTANDSNAAM
from zvh_desktop.errors import SchijfVol
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.toegang import ToegangDienst

GEVAL = {geval.naam: geval for geval in GEVALLEN}
ENKELE = ("rollen wijzigen", "procesregisseur verwijderen", "herstelsleutel vernieuwen", "aanmelding vernietigen")
STAPPEN = (0, 1, 2, 3, 4, 6, 9, 14, 22, 34, 54, 84)
"""After how many writes the disk gives up: the first few each, then ever further apart until there were enough."""


def dood_bij_vastleggen_met(bestand: Path, voor: bytes) -> Storing:
    """Killed at the first commit after this file became another."""

    def stap(soort: str) -> None:
        if soort == "vastleggen" and bestand.read_bytes() != voor:
            gedood(soort)

    return stap


@pytest.fixture(autouse=True)
def stil() -> Iterator[None]:
    """What is left over after an act is told in the log of the program; here that is the point of it."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="module")
def daad_sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Sjabloon:
    """The closed vault and its recovery key."""
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(tmp_path_factory.mktemp("gebruiker")))
        return maak(tmp_path_factory.mktemp("daden"))


def test_elke_handeling_staat_er_eenmaal() -> None:
    assert len(GEVAL) == len(GEVALLEN) == 17


@pytest.mark.parametrize("storing", [vol, kapot], ids=["vol", "kapot"])
@pytest.mark.parametrize("naam", ENKELE)
def test_antwoord_en_daad_zijn_het_eens(daad_sjabloon: Sjabloon, tmp_path: Path, naam: str, storing: Storing) -> None:
    for goed in STAPPEN:
        fout, over = beproef_storing(daad_sjabloon, GEVAL[naam], tmp_path / str(goed), goed, storing)
        assert not fout, f"na {goed}: {fout}"
        if over:
            break
    assert goed, "at least one write was refused"
    assert over, "the last one had enough"


@pytest.mark.skipif(sys.platform == "win32", reason="een proces splitst zich daar niet")
@pytest.mark.parametrize("naam", ["account met een rol van gewicht", "toegang herstellen"])
def test_na_een_afgebroken_proces_klopt_de_kluis(daad_sjabloon: Sjabloon, tmp_path: Path, naam: str) -> None:
    for goed in STAPPEN:
        fout, over = beproef_dood(daad_sjabloon, GEVAL[naam], tmp_path / str(goed), goed)
        assert not fout, f"na {goed}: {fout}"
        if over:
            break
    assert goed >= 3
    assert over, "the last one had enough"


def test_de_reserve_gaat_ook_open_voor_het_sleutelbestand(daad_sjabloon: Sjabloon, tmp_path: Path) -> None:
    kluisje = zet_klaar(daad_sjabloon, tmp_path)
    reserve = kluisje.map / RESERVEBESTAND

    def vol_tot_reserve(soort: str) -> None:
        if reserve.exists():
            vol(soort)

    diensten = ToegangDienst().ontgrendel(kluisje.map, BEHEER, WACHTWOORD)
    assert reserve.exists()
    with schijf(0, vol_tot_reserve):
        geef_rollen(diensten, Rol.PROCESREGISSEUR)
        assert not reserve.exists()
    diensten.sluit()
    opruimen(kluisje)


def test_een_voornemen_dat_bleef_staan_wordt_gezien_en_afgerond(daad_sjabloon: Sjabloon, tmp_path: Path) -> None:
    """The file took its place and the disk was full after that: done, logged, and seen to at the next opening."""
    kluisje = zet_klaar(daad_sjabloon, tmp_path)
    diensten = ToegangDienst().ontgrendel(kluisje.map, BEHEER, WACHTWOORD)
    # the new file, the act in the log, its taking place; then no more
    with schijf(3, vol):
        GEVAL["account toevoegen"].doe(kluisje, diensten)
        with pytest.raises(SchijfVol):
            geef_rollen(diensten, Rol.PROCESREGISSEUR)
        diensten.sluit()
    with open_kluis(kluisje.map, BEHEER, WACHTWOORD, alleen_lezen=True) as kluis, kluis.lees_sessies() as sessie:
        assert open_voornemens(sessie) == ("account toegevoegd",)
    with open_kluis(kluisje.map, BEHEER, WACHTWOORD) as kluis, kluis.lees_sessies() as sessie:
        assert open_voornemens(sessie) == ()
        assert kluis.sleutelbestand.slot("nieuw") is not None


@pytest.mark.skipif(sys.platform == "win32", reason="een proces splitst zich daar niet")
def test_sleutelbestand_van_een_afgebroken_rol_gaat_terug(daad_sjabloon: Sjabloon, tmp_path: Path) -> None:
    """Killed after the file took its place and before the statement: the check names it, whoever opens puts it back."""
    kluisje = zet_klaar(daad_sjabloon, tmp_path)
    voor = (kluisje.map / BESTANDSNAAM).read_bytes()
    kind = os.fork()
    if kind == 0:
        diensten = ToegangDienst().ontgrendel(kluisje.map, BEHEER, WACHTWOORD)
        diensten.werkplek.bevestig(WACHTWOORD)
        with schijf(0, dood_bij_vastleggen_met(kluisje.map / BESTANDSNAAM, voor)):
            geef_rollen(diensten, Rol.PROCESREGISSEUR)
        os._exit(0)
    assert os.WIFSIGNALED(os.waitpid(kind, 0)[1])
    assert (kluisje.map / BESTANDSNAAM).read_bytes() != voor
    with open_kluis(kluisje.map, REGIE, WACHTWOORD, alleen_lezen=True) as kluis, kluis.lees_sessies() as sessie:
        assert open_voornemens(sessie) == ("rolwijziging voorgesteld",)
    with open_kluis(kluisje.map, MEDEWERKER, WACHTWOORD) as kluis, kluis.lees_sessies() as sessie:
        assert open_voornemens(sessie) == ()
        assert (kluisje.map / BESTANDSNAAM).read_bytes() == voor
        assert kluis.sleutelbestand.als_bytes() == voor
        assert not rol_wacht(kluis)
    assert controleer_bestanden(kluisje.map) == ()
