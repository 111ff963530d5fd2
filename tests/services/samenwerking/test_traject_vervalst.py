"""What was decided about a partij, changed with plain SQL: refused at use, found by the check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from factories import Bureau
from test_trajecten import Dienst
from trajecthulp import aanvraag, allen_akkoord

from zvh_desktop.errors import GebruikersFout, HandtekeningOnjuist
from zvh_desktop.models.bestuurskeuzes import TrajectId
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.huis.instellingen import HuisInstellingen, bewaar_instellingen
from zvh_desktop.services.samenwerking.gegevens import TrajectBesluit
from zvh_desktop.services.werkplek.rechten import Recht

AANVALLEN = (
    "UPDATE traject SET naam = 'anders'",
    "UPDATE traject SET bijdrage = 'anders'",
    "UPDATE traject SET grondslag = 'anders'",
    "UPDATE traject SET besloten_door = 'anders'",
    "UPDATE traject SET besloten_op = '2020-01-01'",
    "UPDATE traject SET stand = 'open', verklaring_nummer = NULL",
    "UPDATE traject SET verklaring_nummer = NULL, stand = 'open', naam = 'Anders'",
    "UPDATE traject SET verklaring_nummer = NULL, stand = 'open', versie = 9",
    "UPDATE traject_partij SET instemming = 'bezwaar' WHERE partij_id = 1",
    "DELETE FROM traject_partij WHERE partij_id = 1",
    "UPDATE traject SET id = 77",
)


def test_elke_wijziging_wordt_gevonden(open_huis: Callable[[str], Bureau]) -> None:
    bureau = open_huis("twente")
    trajecten = Dienst(bureau).trajecten
    traject = trajecten.begin(aanvraag(bureau))
    allen_akkoord(bureau, traject)
    with bureau.werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "instellingen gewijzigd", "huis") as werk:
        bewaar_instellingen(
            werk.sessie,
            bureau.werkplek,
            HuisInstellingen(lezing_toetreding="voorstel", afzender_email="zvh@voorbeeld.invalid"),
        )
    trajecten.besluit(traject, TrajectBesluit(op=bureau.klok.vandaag, door="Districtelijk Veiligheidsoverleg"))
    assert ControleService(bureau.werkplek).vind() == ()
    bureau.zonder_triggers(("traject_blijft", "traject_partij_blijft"))
    for sql in AANVALLEN:
        bewaard = {tabel: _rijen(bureau, tabel) for tabel in ("traject", "traject_partij")}
        bureau.sql_zonder_sleutels(sql)
        assert ControleService(bureau.werkplek).vind() != (), sql
        if "id = 77" not in sql:
            with pytest.raises(HandtekeningOnjuist):
                trajecten.brieven.formulier(TrajectId(1))
        if "stand = 'open'" in sql:
            with pytest.raises(HandtekeningOnjuist):
                trajecten.wijzig(TrajectId(1), replace(aanvraag(bureau), bijdrage="Heel iets anders."))
            with pytest.raises(GebruikersFout):
                trajecten.verwijder(TrajectId(1))
        for tabel, rijen in bewaard.items():
            bureau.sql_zonder_sleutels(f"DELETE FROM {tabel}")  # noqa: S608 - names of this test
            for rij in rijen:
                kolommen = ", ".join(rij)
                waarden = ", ".join(f":{naam}" for naam in rij)
                terug = f"INSERT INTO {tabel} ({kolommen}) VALUES ({waarden})"  # noqa: S608 - names of this test
                bureau.sql_zonder_sleutels(terug, **rij)
    assert ControleService(bureau.werkplek).vind() == ()


def _rijen(bureau: Bureau, tabel: str) -> list[dict[str, object]]:
    with bureau.kluis.engine.connect() as verbinding:
        vraag = f"SELECT * FROM {tabel}"  # noqa: S608 - names of this test
        return [dict(rij) for rij in verbinding.exec_driver_sql(vraag).mappings()]
