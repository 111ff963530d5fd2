"""Each service is loaded and made when it is first asked for, and once."""

from __future__ import annotations

import inspect
import subprocess
import sys
from importlib import import_module

import pytest
from factories import Bureau

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.dienst_later import DienstLater

LATER = {naam: waarde for naam, waarde in vars(Diensten).items() if isinstance(waarde, DienstLater)}


@pytest.mark.parametrize("naam", LATER)
def test_elke_dienst_staat_waar_hij_heet(naam: str) -> None:
    soort = getattr(import_module(LATER[naam].module), Diensten.__annotations__[naam])
    assert inspect.isclass(soort)


def test_elke_dienst_die_genoemd_is_komt_er_ook() -> None:
    assert set(LATER) == set(Diensten.__annotations__)


def test_een_dienst_wordt_een_keer_gemaakt(gedeeld_bureau: Bureau) -> None:
    diensten = Diensten(gedeeld_bureau.werkplek)
    assert "tafels" not in vars(diensten)
    assert diensten.tafels is diensten.tafels
    assert vars(diensten)["tafels"] is diensten.tafels


def test_wie_op_een_ander_steunt_krijgt_dezelfde(gedeeld_bureau: Bureau) -> None:
    diensten = Diensten(gedeeld_bureau.werkplek)
    assert diensten.documenten
    assert {"plannen", "afschalingen"} <= set(vars(diensten))


def test_de_kamers_worden_niet_geladen_zolang_niemand_iets_vraagt() -> None:
    vraag = "import sys, zvh_desktop.services.diensten; print(*sys.modules)"
    antwoord = subprocess.run([sys.executable, "-c", vraag], capture_output=True, text=True, check=True)
    geladen = set(antwoord.stdout.split())
    assert "zvh_desktop.services.poort.bewaking" in geladen
    assert {LATER[naam].module for naam in ("documenten", "agenda", "cijfers", "koffers", "brieven")} & geladen == set()
