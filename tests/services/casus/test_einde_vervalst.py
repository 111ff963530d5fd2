"""The ending of a casus and its reopening, changed with the key of the database: refused at use, found by the check."""

from __future__ import annotations

from datetime import UTC

import pytest
from factories import BEHEER, REGIE, Bureau

from zvh_desktop.database.keten.rollen import teken_begin
from zvh_desktop.errors import BevestigingNodig, GebruikersFout, HandtekeningOnjuist
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import BuitenRoutering, CasusId, VerklaringSoort
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.casus.einden import EindeService
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.vernietigen.lezen import eis_besluit

LOS = (
    "INSERT INTO casus_einde (id, casus_id, soort, bij, advies, beeindigd_op, beeindigd_door, teruggekoppeld_hoe,"
    " teruggekoppeld_wat, teruggekoppeld_door, heropend_door, heropend_omdat)"
    " VALUES (77, :casus, 'niet', '', '', '2015-01-01', 'R. Oefenman', '', '', '', '', '')"
)
DICHT = "UPDATE casus SET status = 'beeindigd', gesloten_op = '2015-01-01' WHERE id = :casus"
OPEN = "UPDATE casus SET status = 'lopend', gesloten_op = NULL"
HEROPEND = "UPDATE casus_einde SET heropend_op = '2026-01-01', heropend_door = 'x', heropend_omdat = 'x'"


def beeindigd(bureau: Bureau) -> CasusId:
    casus = bureau.aanmeldingen.accepteer(bureau.aanmelding())
    bureau.triage.bewaar(casus, TriageInvoer(routering=BuitenRoutering.ELDERS, toelichting="Naar het wijkteam."))
    bureau.alsof_bevestigd()
    bureau.triage.rond_af(casus)
    return casus


def buitenom(bureau: Bureau, casus: CasusId, *opdrachten: str) -> None:
    """As an attacker: every trigger gone but those of the search index, and no foreign keys."""
    wachters = "SELECT group_concat(name) FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE 'zoek%'"
    bureau.zonder_triggers(str(bureau.waarde(wachters)).split(","))
    for opdracht in opdrachten:
        bureau.sql_zonder_sleutels(opdracht, **({"casus": casus} if ":casus" in opdracht else {}))


def bevindingen(bureau: Bureau) -> list[str]:
    """Without the triggers that the attack took away."""
    return [zin for zin in ControleService(bureau.werkplek).vind() if "trigger" not in zin]


def eis(bureau: Bureau, casus: CasusId) -> None:
    """What destruction asks of the day from which its term runs."""
    with bureau.kluis.lees_sessies() as sessie:
        eis_besluit(bureau.werkplek, sessie, sessie.get_one(Casus, casus))


def verklaringen(bureau: Bureau, soort: VerklaringSoort) -> int:
    return int(bureau.waarde("SELECT count(*) FROM verklaring WHERE soort = :soort", soort=soort.value))


def test_einde_en_heropening_zijn_elk_ondertekend(bureau: Bureau) -> None:
    bureau.diensten()
    casus = beeindigd(bureau)
    einden = EindeService(bureau.werkplek)
    assert (verklaringen(bureau, VerklaringSoort.EINDE), bevindingen(bureau)) == (1, [])
    eis(bureau, casus)
    einden.heropen(casus, "Nieuwe melding.")
    assert (verklaringen(bureau, VerklaringSoort.EINDE), bevindingen(bureau)) == (2, [])
    bureau.triage.rond_af(casus)
    assert (verklaringen(bureau, VerklaringSoort.EINDE), bevindingen(bureau)) == (3, [])
    eis(bureau, casus)


def test_zonder_wachtwoord_eindigt_er_niets(bureau: Bureau) -> None:
    casus = bureau.aanmeldingen.accepteer(bureau.aanmelding())
    bureau.triage.bewaar(casus, TriageInvoer(routering=BuitenRoutering.NIET, toelichting="Niets nodig."))
    bureau.klok.verder(minuten=30)
    with pytest.raises(BevestigingNodig):
        bureau.triage.rond_af(casus)
    assert bureau.waarde("SELECT count(*) FROM casus_einde") == 0
    assert bureau.waarde("SELECT status FROM casus WHERE id = :casus", casus=casus) == "lopend"


@pytest.mark.parametrize(
    "opdrachten",
    [
        ("UPDATE casus_einde SET beeindigd_op = '2015-01-01'",),
        ("UPDATE casus_einde SET beeindigd_op = '2015-01-01'", "UPDATE casus SET gesloten_op = '2015-01-01'"),
        ("UPDATE casus_einde SET beeindigd_door = 'A. Anders'",),
        ("UPDATE casus_einde SET soort = 'niet'",),
        ("UPDATE casus_einde SET bij = 'anders'",),
        ("UPDATE casus_einde SET advies = 'anders'",),
        ("UPDATE casus_einde SET geinformeerd_op = '2015-01-01'",),
        ("UPDATE casus_einde SET verklaring_nummer = NULL",),
        ("UPDATE casus_einde SET verklaring_nummer = 1",),
        ("UPDATE casus_einde SET id = 88",),
        ("UPDATE casus_einde SET id = 88, verklaring_nummer = NULL",),
        ("UPDATE casus_einde SET casus_id = 99",),
        ("UPDATE casus_einde SET advies = CAST(advies AS BLOB)",),
        ("DELETE FROM casus_einde",),
        ("DELETE FROM casus_einde", OPEN),
        ("DELETE FROM casus_einde", LOS, DICHT),
        (LOS,),
        (OPEN,),
        (HEROPEND,),
        (HEROPEND, OPEN),
        (HEROPEND, OPEN, "UPDATE casus_einde SET verklaring_nummer = NULL"),
        ("UPDATE casus SET gesloten_op = '2015-01-01'",),
        ("UPDATE casus SET status = 'afgeschaald'",),
    ],
    ids=lambda opdrachten: "; ".join(opdracht[:60] for opdracht in opdrachten),
)
def test_een_einde_dat_iemand_wijzigt(bureau: Bureau, opdrachten: tuple[str, ...]) -> None:
    bureau.diensten()
    casus = beeindigd(bureau)
    buitenom(bureau, casus, *opdrachten)
    assert bevindingen(bureau)
    with pytest.raises(GebruikersFout):
        eis(bureau, casus)
    with pytest.raises(GebruikersFout):
        EindeService(bureau.werkplek).heropen(casus, "Toch weer.")


@pytest.mark.parametrize(
    "opdrachten",
    [
        ("UPDATE casus_einde SET heropend_op = NULL, heropend_door = '', heropend_omdat = ''", DICHT),
        (
            "UPDATE casus_einde SET heropend_op = NULL, heropend_door = '', heropend_omdat = '', verklaring_nummer = "
            "(SELECT min(nummer) FROM verklaring WHERE soort = 'casus_einde')",
            "UPDATE casus SET status = 'beeindigd', gesloten_op = (SELECT beeindigd_op FROM casus_einde)",
        ),
        ("UPDATE casus_einde SET heropend_omdat = 'anders'",),
        ("UPDATE casus_einde SET heropend_op = '2020-01-01'",),
        ("UPDATE casus_einde SET verklaring_nummer = NULL",),
        ("DELETE FROM casus_einde",),
        (LOS, DICHT),
        (DICHT,),
    ],
    ids=lambda opdrachten: "; ".join(opdracht[:60] for opdracht in opdrachten),
)
def test_een_heropening_die_iemand_wijzigt(bureau: Bureau, opdrachten: tuple[str, ...]) -> None:
    bureau.diensten()
    casus = beeindigd(bureau)
    EindeService(bureau.werkplek).heropen(casus, "Nieuwe melding.")
    buitenom(bureau, casus, *opdrachten)
    assert bevindingen(bureau)
    with pytest.raises(GebruikersFout):
        eis(bureau, casus)


def test_wat_eindigde_voor_einden_werden_ondertekend_blijft_gelden(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.sql(LOS, DICHT, casus=casus)
    bureau.diensten()
    assert bevindingen(bureau) == []
    eis(bureau, casus)
    bureau.alsof_bevestigd()
    EindeService(bureau.werkplek).heropen(casus, "Nieuwe melding.")
    assert bevindingen(bureau) == []
    buitenom(bureau, casus, "UPDATE casus_einde SET heropend_op = NULL, verklaring_nummer = NULL", DICHT)
    assert bevindingen(bureau)
    with pytest.raises(GebruikersFout):
        eis(bureau, casus)


def test_een_einde_van_eerder_krijgt_geen_andere_dag(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.sql(LOS, DICHT, casus=casus)
    bureau.diensten()
    buitenom(bureau, casus, "UPDATE casus_einde SET beeindigd_op = '2014-01-01'")
    bureau.sql_zonder_sleutels("UPDATE casus SET gesloten_op = '2014-01-01'")
    assert bevindingen(bureau)
    with pytest.raises(GebruikersFout):
        eis(bureau, casus)


def test_een_kluis_van_voor_deze_regel_legt_een_keer_vast_wat_er_was(bureau: Bureau) -> None:
    casus, ander = bureau.casus(), bureau.casus("M. Voorbeeld")
    certificaten = tuple(slot.certificaat for slot in bureau.kluis.sleutelbestand.gebruikers)
    with bureau.kluis.sessies.begin() as sessie:
        teken_begin(sessie, bureau.kluis.ondertekenaar, certificaten, bureau.klok().astimezone(UTC))
    bureau.kluis.lees_rollen()
    bureau.sql(LOS, DICHT, casus=casus)
    bureau.als(BEHEER).diensten()
    assert verklaringen(bureau, VerklaringSoort.VAN_EERDER) == 0
    bureau.als(REGIE).diensten()
    bureau.diensten()
    assert verklaringen(bureau, VerklaringSoort.VAN_EERDER) == 1
    assert bevindingen(bureau) == []
    eis(bureau, casus)
    bureau.sql(LOS.replace("77", "78"), DICHT, casus=ander)
    assert bevindingen(bureau)
    bureau.als(REGIE).diensten()
    assert verklaringen(bureau, VerklaringSoort.VAN_EERDER) == 1
    with pytest.raises(GebruikersFout):
        eis(bureau, ander)


def test_aan_een_einde_van_eerder_dat_iemand_terugzet_wordt_niet_doorgewerkt(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.sql(LOS, DICHT, casus=casus)
    bureau.diensten()
    buitenom(bureau, casus, OPEN)
    assert bevindingen(bureau)
    with pytest.raises(HandtekeningOnjuist, match="het einde van deze casus"):
        bureau.plannen.begin(casus)
    with pytest.raises(GebruikersFout):
        bureau.oordeel(casus, "Politie")
