"""Another key for a house on a server: all of it or nothing, and the old one opens nothing any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from dbserver import EIGENAAR, WERKER, Databaseserver
from factories import BEHEER, MEDEWERKER, REGIE, WACHTWOORD, ProefKlok
from serverhuis import ACCOUNT, Huisbron, Huisbureau
from sqlalchemy import Engine, select, text

from zvh_desktop.database.motor.postgresql import PostgresMotor
from zvh_desktop.database.team.controleren import controleer_team
from zvh_desktop.database.team.openen import Serveraanmelding, open_team
from zvh_desktop.database.team.verbinding import Verbinding, lees_verbinding
from zvh_desktop.database.team.vernieuwen import Vernieuwd, vernieuw
from zvh_desktop.database.team.werken import open_huis
from zvh_desktop.errors import KluisBeschadigd, KluisFout, KluisInGebruik, NietBevoegd
from zvh_desktop.models.alles import Base
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.diensten import bouw_diensten

NU = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@dataclass
class Huis:
    """The office of factories.py on a server, with some work in it."""

    pad: Path
    database: str
    server: Databaseserver
    klok: ProefKlok

    @property
    def verbinding(self) -> Verbinding:
        return lees_verbinding(self.pad)

    def vernieuw(self, naam: str = BEHEER) -> Vernieuwd:
        return vernieuw(self.verbinding, Serveraanmelding(EIGENAAR, naam, WACHTWOORD), nu=NU)

    def doe(self, opdracht: str) -> Any:
        engine = PostgresMotor(self.verbinding.plek.adres(EIGENAAR), als_eigenaar=True).open()
        with engine.begin() as lijn:
            gedaan = lijn.execute(text(opdracht))
            uit = gedaan.all() if gedaan.returns_rows else None
        engine.dispose()
        return uit


@pytest.fixture
def huis(huisbron: Huisbron, tmp_path: Path, klok: ProefKlok) -> Iterator[Huis]:
    pad, database = huisbron.kopie(tmp_path)
    bureau = Huisbureau(pad, klok)
    tafel, casus = bureau.tafel(), bureau.casus()
    bureau.punt(tafel, casus, "Politie", "OM")
    bureau.kluis.sluit()
    yield Huis(pad, database, huisbron.server, klok)
    huisbron.server.weg(database)


def inhoud(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with engine.connect() as lijn:
        return {
            tabel.name: sorted((tuple(rij) for rij in lijn.execute(select(tabel))), key=_op_nummer)
            for tabel in Base.metadata.sorted_tables
        }


def _op_nummer(rij: tuple[object, ...]) -> tuple[int, str]:
    return (rij[0] if isinstance(rij[0], int) else 0, repr(rij))


def alles(huis: Huis) -> tuple[bytes, dict[str, list[tuple[object, ...]]]]:
    with open_huis(huis.pad, ACCOUNT, REGIE, WACHTWOORD, klok=huis.klok) as kluis:
        return kluis.databasesleutel, inhoud(kluis.engine)


def test_er_staat_hetzelfde_onder_een_andere_sleutel(huis: Huis) -> None:
    oude_sleutel, eerder = alles(huis)
    naam = huis.doe("SELECT naam FROM zvh.partij WHERE id = 1")

    gedaan = huis.vernieuw()

    nieuwe_sleutel, daarna = alles(huis)
    erbij = daarna["logregel"][len(eerder["logregel"]) :]
    daarna["logregel"] = daarna["logregel"][: len(eerder["logregel"])]
    assert daarna == eerder
    assert gedaan.waarden > 100
    assert gedaan.gewist
    assert nieuwe_sleutel != oude_sleutel
    assert huis.doe("SELECT naam FROM zvh.partij WHERE id = 1") != naam
    kolommen = [kolom.name for kolom in Logregel.__table__.columns]
    assert [rij[kolommen.index("handeling")] for rij in erbij] == ["sleutel van de server vernieuwd"]


def test_de_oude_sleutel_opent_niets_meer(huis: Huis) -> None:
    oude_sleutel, _ = alles(huis)
    huis.vernieuw()
    engine = PostgresMotor(huis.verbinding.plek.adres(WERKER), sleutel=oude_sleutel).open()
    partij = Base.metadata.tables["partij"]
    with engine.connect() as lijn, pytest.raises(KluisBeschadigd):
        lijn.execute(select(partij.c.naam)).all()
    engine.dispose()


def test_na_afloop_klopt_alles_en_wordt_er_gewerkt(huis: Huis) -> None:
    huis.vernieuw()
    with open_team(huis.verbinding, Serveraanmelding(WERKER, BEHEER, WACHTWOORD)) as team:
        assert controleer_team(team) == ()
    bureau = Huisbureau(huis.pad, huis.klok)
    casus = bureau.casus()
    assert bureau.nummer(casus)
    bureau.kluis.sluit()


@pytest.mark.mag_loggen("zvh_desktop.database.zitting.kluisstand")  # what it saw last is not remembered
def test_wie_het_huis_open_had_meldt_zich_opnieuw_aan(huis: Huis) -> None:
    bureau = Huisbureau(huis.pad, huis.klok)
    huis.vernieuw()
    with pytest.raises(KluisFout, match="De sleutel van het huis is vernieuwd"):
        bureau.tafels.lijst()
    bureau.kluis.sluit()


def test_een_sleutel_die_telt_heet_niet_geweigerd_als_iemand_het_wissen_ophoudt(
    huis: Huis, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bezet(*_: object) -> bool:
        raise KluisInGebruik("Iemand anders is bezig met opslaan, en dat duurde te lang.")

    monkeypatch.setattr(PostgresMotor, "wis_resten", bezet)
    assert not huis.vernieuw().gewist
    assert alles(huis)[1]["logregel"][-1]


def test_zonder_de_rol_van_beheerder_gebeurt_er_niets(huis: Huis) -> None:
    voor = huis.doe("SELECT naam FROM zvh.partij ORDER BY id")
    with pytest.raises(NietBevoegd):
        huis.vernieuw(REGIE)
    assert huis.doe("SELECT naam FROM zvh.partij ORDER BY id") == voor


def test_een_rol_telt_niet_door_het_certificaat_alleen(huis: Huis) -> None:
    """One beheerder certified a second alone: nobody stood behind it, so it is no role."""
    with open_huis(huis.pad, ACCOUNT, BEHEER, WACHTWOORD, klok=huis.klok) as kluis:
        bouw_diensten(kluis, huis.klok)  # from here on the statements tell who may what
        kluis.accounts.wijzig_rollen(MEDEWERKER, frozenset({Rol.BEHEERDER, Rol.MEDEWERKER}))
    with pytest.raises(NietBevoegd, match="Alleen een beheerder"):
        huis.vernieuw(MEDEWERKER)
    with (
        open_team(huis.verbinding, Serveraanmelding(WERKER, MEDEWERKER, WACHTWOORD)) as team,
        pytest.raises(NietBevoegd, match="Alleen een beheerder"),
    ):
        team.eis_beheerder()
    assert huis.vernieuw().waarden > 100


def test_wat_niet_open_gaat_houdt_alles_tegen(huis: Huis) -> None:
    huis.server.doe(
        "SET session_replication_role = replica",
        "UPDATE zvh.partij SET naam = left(naam, 22) || '.' || repeat('A', 80) WHERE id = 1",
        database=huis.database,
    )
    voor = huis.doe("SELECT naam FROM zvh.partij ORDER BY id")
    with pytest.raises(KluisBeschadigd):
        huis.vernieuw()
    assert huis.doe("SELECT naam FROM zvh.partij ORDER BY id") == voor
    assert huis.doe("SELECT count(*) FROM pg_trigger WHERE tgenabled = 'D'") == [(0,)]
