"""The check finds prior reading and verstrekkingen that no longer rest on what they must rest on."""

from __future__ import annotations

import pytest
from factories import Bureau
from informatiedossier import Dossier

from zvh_desktop.services.beheer.controle import ControleService

WACHTERS = (
    "akkoord_ingetrokken",
    "vrijgave_bij_oordeel",
    "verstrekking_blijft",
    "verstrekt_item_blijft",
    "verstrekt_item_van_verstrekker",
)


@pytest.fixture
def dossier(bureau: Bureau) -> Dossier:
    dossier = Dossier(bureau)
    dossier.akkoord()
    dossier.geef_vrij(dossier.lezer)
    dossier.diensten.verstrekkingen.leg_vast(
        dossier.casus, dossier.verstrekking(dossier.derde(), items=(dossier.item,))
    )
    assert bevindingen(dossier) == ()
    bureau.zonder_triggers(WACHTERS)
    return dossier


def bevindingen(dossier: Dossier) -> tuple[str, ...]:
    return ControleService(dossier.bureau.werkplek).vind()


def test_vrijgave_onder_een_ingetrokken_akkoord_wordt_gevonden(dossier: Dossier) -> None:
    dossier.bureau.sql("UPDATE inzage_akkoord SET ingetrokken_op = '2026-09-01'")
    (zin,) = bevindingen(dossier)
    assert "casus 2026-0001" in zin
    assert zin.endswith("zonder geldend akkoord van de verstrekker.")


def test_vrijgave_aan_een_partij_zonder_oordeel_wordt_gevonden(dossier: Dossier) -> None:
    dossier.bureau.trek_in(dossier.casus, dossier.lezer)
    (zin,) = bevindingen(dossier)
    assert zin.endswith("aan een partij zonder geldend oordeel.")
    assert dossier.bureau.naam(dossier.lezer) not in zin


def test_wat_door_de_triggers_verviel_is_geen_bevinding(bureau: Bureau) -> None:
    dossier = Dossier(bureau)
    dossier.akkoord()
    dossier.geef_vrij(dossier.lezer)
    bureau.trek_in(dossier.casus, dossier.lezer)
    assert bevindingen(dossier) == ()


@pytest.mark.parametrize(
    "wijziging",
    ["UPDATE verstrekking SET toestemming_kenmerk = ' '", "UPDATE verstrekking SET toestemming_op = '2099-01-01'"],
)
def test_verstrekking_zonder_schriftelijke_toestemming_vooraf_wordt_gevonden(dossier: Dossier, wijziging: str) -> None:
    dossier.bureau.sql("PRAGMA ignore_check_constraints = ON", wijziging)
    assert bevindingen(dossier) == ("Verstrekking 1 bij casus 2026-0001 heeft geen schriftelijke toestemming vooraf.",)


def test_informatie_van_een_andere_verstrekker_wordt_gevonden(dossier: Dossier) -> None:
    dossier.bureau.sql("UPDATE verstrekking SET verstrekker_id = :ander", ander=dossier.id(dossier.ander))
    assert bevindingen(dossier) == (
        "Bij verstrekking 1 van casus 2026-0001 hoort informatie waarvoor de toestemming niet is gegeven.",
    )
