"""A list costs as many statements for many rows as for one, and reads no text that it does not show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from factories import Bureau
from sqlalchemy import event

from zvh_desktop.models.keuzes import ActieStatus
from zvh_desktop.services.casus.aanmeldinglijst import Welke


def opdrachten(bureau: Bureau, werk: Callable[[], object]) -> list[tuple[str, Any]]:
    """The statements of a call, with their values."""
    gezien: list[tuple[str, Any]] = []

    def onthoud(_verbinding: Any, _aanwijzer: Any, opdracht: str, waarden: Any, *_rest: object) -> None:
        gezien.append((opdracht, waarden))

    engine = bureau.werkplek.kluis.engine
    event.listen(engine, "before_cursor_execute", onthoud)
    try:
        werk()
    finally:
        event.remove(engine, "before_cursor_execute", onthoud)
    return [een for een in gezien if een[0].lstrip().upper().startswith("SELECT")]


def plan(bureau: Bureau, opdracht: tuple[str, Any]) -> str:
    """How the database will go about it."""
    with bureau.werkplek.kluis.engine.connect() as verbinding:
        rijen = verbinding.exec_driver_sql(f"EXPLAIN QUERY PLAN {opdracht[0]}", opdracht[1]).all()
    return "\n".join(str(rij[3]) for rij in rijen)


def lijsten(bureau: Bureau) -> dict[str, Callable[[], object]]:
    overleg = bureau.tafel()
    return {
        "casussen": bureau.casussen.lijst,
        "aanmeldingen": bureau.aanmeldingen.lijst,
        "acties": lambda: bureau.acties.lijst(alleen_open=False),
        "kiesbaar": lambda: bureau.agenda.kiesbare_casussen(overleg),
        "partijen": bureau.partijen.lijst,
    }


def vul(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie")
    bureau.acties.voeg_toe_bij_casus(casus, bureau.actie_invoer("Politie"))


@pytest.mark.parametrize("naam", ["casussen", "aanmeldingen", "acties", "kiesbaar", "partijen"])
def test_een_lijst_kost_niet_meer_opdrachten_bij_meer_regels(bureau: Bureau, naam: str) -> None:
    vul(bureau)
    lees = lijsten(bureau)[naam]
    een = len(opdrachten(bureau, lees))
    for _ in range(4):
        vul(bureau)
    assert len(opdrachten(bureau, lees)) == een <= 3


def test_de_lijst_van_aanmeldingen_leest_de_lange_teksten_niet(bureau: Bureau) -> None:
    vul(bureau)
    opdracht = opdrachten(bureau, bureau.aanmeldingen.lijst)[-1]
    assert "zorgelijke_situatie" not in opdracht[0]
    assert "SCAN aanmelding USING COVERING INDEX ix_aanmelding_lijst" in plan(bureau, opdracht)


def test_te_beoordelen_en_terug_te_koppelen_staan_in_een_index(bureau: Bureau) -> None:
    vul(bureau)
    (tellen,) = opdrachten(bureau, bureau.aanmeldingen.te_beoordelen)
    assert "USING COVERING INDEX ix_aanmelding_stand" in plan(bureau, tellen)
    for welke in (Welke.OPEN, Welke.TERUG):
        lezen = opdrachten(bureau, lambda welke=welke: bureau.aanmeldingen.lijst(welke))[-1]
        assert "SEARCH aanmelding USING INDEX ix_aanmelding_stand" in plan(bureau, lezen)


def test_vandaag_leest_geen_tabel_van_casussen_en_acties_door(bureau: Bureau) -> None:
    vul(bureau)
    for opdracht in opdrachten(bureau, bureau.vandaag.toon):
        stappen = plan(bureau, opdracht).splitlines()
        assert not [stap for stap in stappen if stap in ("SCAN casus", "SCAN actie", "SCAN aanmelding")], opdracht[0]
        assert not [stap for stap in stappen if stap.startswith("SCAN casus USING INDEX")], opdracht[0]
        # A casus that runs is no reason to look at each of its points: there are more of both than that wait.
        assert "SEARCH agendapunt USING INDEX ix_agendapunt_casus_id (casus_id=?)" not in stappen, opdracht[0]


def test_vandaag_zoekt_wat_wacht_in_een_eigen_index(bureau: Bureau) -> None:
    vul(bureau)
    stappen = "\n".join(plan(bureau, opdracht) for opdracht in opdrachten(bureau, bureau.vandaag.toon))
    assert "SEARCH agendapunt USING INDEX ix_agendapunt_aangehouden (uitkomst=? AND aangehouden_tot<?)" in stappen
    assert "SEARCH casus USING COVERING INDEX ix_casus_regie (status=?)" in stappen


def test_aanmeldingen_naar_stand(bureau: Bureau) -> None:
    bureau.casus()
    open_ = bureau.aanmeldingen.nieuw()
    alle = bureau.aanmeldingen.lijst()
    assert [regel.id for regel in bureau.aanmeldingen.lijst(Welke.OPEN)] == [open_]
    assert bureau.aanmeldingen.te_beoordelen() == 1
    terug = bureau.aanmeldingen.lijst(Welke.TERUG)
    assert [regel.id for regel in terug] == [regel.id for regel in alle if regel.terug_te_koppelen]
    assert len(terug) == 1
    assert [(regel.datum, regel.id) for regel in alle] == sorted(((r.datum, r.id) for r in alle), reverse=True)


def test_acties_van_de_casussen_van_een_procesregisseur(bureau: Bureau) -> None:
    vul(bureau)
    (regel,) = bureau.acties.lijst()
    regisseur = bureau.casussen.toon(regel.casus_id).procesregisseur
    assert bureau.acties.lijst(van=regisseur) == (regel,)
    assert bureau.acties.lijst(van="Iemand Anders") == ()
    bureau.acties.zet_status(regel.id, ActieStatus.GEREED)
    assert bureau.acties.lijst(van=regisseur) == ()
