"""The signed rows of the end of a file, changed with the key of the database: refused at use, found by the check."""

from __future__ import annotations

import pytest
from factories import BEHEER, REGIE, WACHTWOORD, Bureau
from opruimhulp import Gesloten, vernietiger

from zvh_desktop.database.kluis import NieuweGebruiker
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import Rol, VernietigSoort
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.vernietigen.gegevens import VerlengingInvoer

VERNIETIGEN = VernietigSoort.VERNIETIGEN


def zonder_wachters(bureau: Bureau, *opdrachten: str) -> None:
    """As an attacker: every trigger gone but those of the search index, and no foreign keys."""
    wachters = "SELECT group_concat(name) FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE 'zoek%'"
    bureau.zonder_triggers(str(bureau.waarde(wachters)).split(","))
    for opdracht in opdrachten:
        bureau.sql_zonder_sleutels(opdracht)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE verlenging SET tot = '2026-01-01'",
        "UPDATE verlenging SET reden = 'Iets anders.'",
        "UPDATE verlenging SET besloten_door = 'J. Oefenman'",
        "UPDATE verlenging SET verklaring_nummer = NULL",
        "UPDATE verlenging SET verklaring_nummer = 1",
        "DELETE FROM verlenging",
    ],
)
def test_een_verlenging(gesloten: Gesloten, sql: str) -> None:
    bureau, casus = gesloten.bureau, gesloten.casus
    vernietiger(bureau).verleng(casus, VerlengingInvoer(bureau.klok.over(100), "Er loopt een klacht."))
    assert ControleService(bureau.werkplek).vind() == ()
    zonder_wachters(bureau, sql)
    assert ControleService(bureau.werkplek).vind() != ()
    with pytest.raises(GebruikersFout):
        vernietiger(bureau).toon(casus)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE vernietigvoorstel SET gebruiker = 'regie2', voorgesteld_door = 'T. Proefregisseur'",
        "UPDATE vernietigvoorstel SET soort = 'schonen'",
        "UPDATE vernietigvoorstel SET verklaring_nummer = NULL",
    ],
)
def test_een_voorstel(gesloten: Gesloten, sql: str) -> None:
    bureau, casus = gesloten.bureau, gesloten.casus
    bureau.als(BEHEER)
    bureau.kluis.accounts.voeg_toe(
        NieuweGebruiker("tweede", "T. Proefregisseur", frozenset({Rol.PROCESREGISSEUR}), WACHTWOORD)
    )
    bureau.als(REGIE).alsof_bevestigd()
    vernietiger(bureau).stel_voor(casus, VERNIETIGEN)
    zonder_wachters(bureau, sql)
    assert ControleService(bureau.werkplek).vind() != ()
    bureau.als("tweede").alsof_bevestigd()
    with pytest.raises(GebruikersFout):
        vernietiger(bureau).doe(casus, VERNIETIGEN)
    assert bureau.waarde("SELECT count(*) FROM vernietiging") == 0


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE vernietiging SET nummer = '2026-9999'",
        "UPDATE vernietiging SET gedaan_door = 'J. Oefenman'",
        "UPDATE vernietiging SET woorden = '{}'",
        "UPDATE vernietiging SET verklaring_nummer = NULL",
    ],
)
def test_een_vernietiging(gesloten: Gesloten, sql: str) -> None:
    bureau = gesloten.bureau
    gedaan = vernietiger(bureau).doe(gesloten.casus, VERNIETIGEN)
    assert ControleService(bureau.werkplek).vind() == ()
    zonder_wachters(bureau, sql)
    assert ControleService(bureau.werkplek).vind() != ()
    with pytest.raises(GebruikersFout):
        vernietiger(bureau).verklaring(gedaan.id)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE afschaling SET besloten_op = '2020-01-01'",
        "UPDATE afschaling SET verklaring_nummer = NULL, besloten_op = NULL",
        "DELETE FROM afschaling",
        "UPDATE casus SET status = 'beeindigd', gesloten_op = '2020-01-01'",
    ],
)
def test_de_dag_waarvan_de_termijn_loopt(gesloten: Gesloten, sql: str) -> None:
    bureau, casus = gesloten.bureau, gesloten.casus
    zonder_wachters(bureau, sql)
    assert ControleService(bureau.werkplek).vind() != ()
    bureau.alsof_bevestigd()
    for doe in (vernietiger(bureau).doe, vernietiger(bureau).stel_voor):
        with pytest.raises(GebruikersFout):
            doe(casus, VERNIETIGEN)
    assert bureau.waarde("SELECT count(*) FROM casus") == 2


def test_een_lopende_casus_die_afgeschaald_heet(gesloten: Gesloten) -> None:
    bureau = gesloten.bureau
    zet = "UPDATE casus SET status = 'afgeschaald', gesloten_op = '2020-01-01'"
    zonder_wachters(bureau, f"{zet} WHERE id = {gesloten.ander}")
    bureau.alsof_bevestigd()
    with pytest.raises(GebruikersFout):
        vernietiger(bureau).doe(gesloten.ander, VERNIETIGEN)
    assert bureau.waarde("SELECT count(*) FROM casus") == 2


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE instelling SET waarde = '1 dag' WHERE sleutel = 'bewaar_vernietigen'",
        "UPDATE instelling SET waarde = 'gekozen:' || 'werk' WHERE sleutel = 'bewaar_kernset'",
        "UPDATE termijnbesluit SET termijnen = '{}'",
        "UPDATE termijnbesluit SET verklaring_nummer = NULL",
        "DELETE FROM termijnbesluit",
    ],
)
def test_een_termijn_die_niemand_ondertekende(gesloten: Gesloten, sql: str) -> None:
    """Who has only the key of the database cannot make a file fall due."""
    bureau, casus = gesloten.bureau, gesloten.casus
    zonder_wachters(bureau, sql)
    bureau.alsof_bevestigd()
    for doe in (vernietiger(bureau).doe, vernietiger(bureau).stel_voor, vernietiger(bureau).keur):
        with pytest.raises(GebruikersFout):
            doe(casus, VERNIETIGEN)
    assert bureau.waarde("SELECT count(*) FROM casus") == 2
    if "termijnbesluit" in sql:
        assert ControleService(bureau.werkplek).vind() != ()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE vernietigvoorstel SET ingetrokken_op = NULL, ingetrokken_door = '', intrekking_verklaring = NULL",
        "UPDATE vernietigvoorstel SET ingetrokken_door = 'J. Oefenman'",
        "DELETE FROM vernietigvoorstel",
    ],
)
def test_een_intrekking_is_niet_ongedaan_te_maken(gesloten: Gesloten, sql: str) -> None:
    bureau, casus = gesloten.bureau, gesloten.casus
    vernietiger(bureau).stel_voor(casus, VERNIETIGEN)
    vernietiger(bureau).trek_in(casus, VERNIETIGEN)
    assert ControleService(bureau.werkplek).vind() == ()
    zonder_wachters(bureau, sql)
    assert ControleService(bureau.werkplek).vind() != ()
    if "DELETE" not in sql:
        with pytest.raises(GebruikersFout):
            vernietiger(bureau).toon(casus)
