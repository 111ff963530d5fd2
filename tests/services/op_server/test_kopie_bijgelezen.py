"""The copy that is searched follows the server by what is written down there, else by every row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from dbserver import EIGEN_ACCOUNT, EIGENAAR, Databaseserver
from opdrachten import opdrachten_op
from serverbureau import Serverbureau
from sqlalchemy import Engine, func, select, text
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.bestand.zoekindex import ZOEKTABELLEN
from zvh_desktop.database.motor.motor import MOTOR
from zvh_desktop.database.motor.postgresql import ZONDER_SLOT
from zvh_desktop.database.motor.teamschema import SCHEMA
from zvh_desktop.database.motor.wijzigingen import ruim_op, sleutelkolommen, trigger
from zvh_desktop.models.alles import Base
from zvh_desktop.models.keuzes import CasusId, PartijSoort
from zvh_desktop.models.overleg import Agendapunt
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.services.zoeken.gegevens import Vindplaats

KIJKT_OP_ELKE_RIJ = "sum("


def gevonden(bureau: Serverbureau, vraag: str) -> list[tuple[Vindplaats, int]]:
    return [(treffer.soort, treffer.sleutel) for treffer in bureau.zoeken.zoek(vraag)]


@pytest.fixture
def eigenaar(bureau: Serverbureau, databaseserver: Databaseserver) -> Iterator[Engine]:
    """The owner of the same database, which reads no name there."""
    database = str(bureau.server.url.database)
    engine = databaseserver.motor(database, EIGENAAR).open()
    yield engine
    engine.dispose()


@pytest.fixture
def op_naam_van(bureau: Serverbureau, databaseserver: Databaseserver) -> Iterator[Callable[[str], Engine]]:
    """The same database, for somebody with an account of one role."""
    geopend: list[Engine] = []

    def open_(account: str) -> Engine:
        geopend.append(databaseserver.motor(str(bureau.server.url.database), account).open())
        return geopend[-1]

    yield open_
    for engine in geopend:
        engine.dispose()


def test_na_een_collega_worden_alleen_zijn_rijen_gelezen(bureau: Serverbureau) -> None:
    punt = bureau.punt(bureau.tafel(), bureau.casus("Testpersoon Kwartel"), "Politie")
    bureau.zoeken.bereid_voor()
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("de kievit komt terug", "", ""))
    with opdrachten_op(bureau.server) as gevraagd:
        assert [soort for soort, _ in gevonden(bureau, "kievit")] == [Vindplaats.VERSLAG]
    assert not any(KIJKT_OP_ELKE_RIJ in een for een in gevraagd)
    assert len(gevraagd) == 2  # what was written down, and the one row
    assert "FROM agendapunt" in gevraagd[1]


def test_van_alles_wat_wordt_gezocht_wordt_opgeschreven_wat_wijzigt() -> None:
    tabellen = [Base.metadata.tables[naam] for naam in ZOEKTABELLEN]
    assert [tabel.name for tabel in tabellen if trigger(tabel) is None] == []
    assert [tabel.name for tabel in tabellen if sleutelkolommen(tabel) != ("id",)] == []


def test_wie_eerder_begon_en_later_opsloeg_wordt_gezien(bureau: Serverbureau) -> None:
    bureau.zoeken.bereid_voor()
    zonder_slot = bureau.server.execution_options(**{ZONDER_SLOT: True})
    with Session(zonder_slot) as traag:
        traag.add(Partij(naam="Verzonnen kwartel", kort="VK", soort=PartijSoort.DERDE))
        traag.flush()
        with Session(zonder_slot) as vlug, vlug.begin():
            vlug.add(Partij(naam="Verzonnen kievit", kort="VI", soort=PartijSoort.DERDE))
        assert [soort for soort, _ in gevonden(bureau, "kievit")] == [Vindplaats.PARTIJ]
        assert gevonden(bureau, "kwartel") == []
        traag.commit()
    assert [soort for soort, _ in gevonden(bureau, "kwartel")] == [Vindplaats.PARTIJ]


def test_een_lager_nummer_dat_later_wordt_opgeslagen_wordt_gezien(bureau: Serverbureau) -> None:
    """Two write beside each other, each a few rows: who is done last has numbers between those of the other."""
    bureau.zoeken.bereid_voor()
    zonder_slot = bureau.server.execution_options(**{ZONDER_SLOT: True})
    with Session(zonder_slot) as een, Session(zonder_slot) as ander:
        voeg_toe(een, "Verzonnen merel")
        voeg_toe(ander, "Verzonnen kwartel")
        voeg_toe(een, "Verzonnen kievit")
        een.commit()
        assert gevonden(bureau, "kievit") != []
        ander.commit()
    assert gevonden(bureau, "kwartel") != []
    assert gevonden(bureau, "kwartel") != []


def test_op_een_andere_server_telt_geen_nummer_van_de_vorige(bureau: Serverbureau) -> None:
    """One that took over may be behind: what it writes down next has numbers that were seen before."""
    bureau.zoeken.bereid_voor()
    kopie = bureau.server.get_execution_options()[MOTOR]._kopie
    kopie._blik = replace(kopie._blik, van="een andere server", nr=kopie._blik.nr + 1000)
    zonder_slot = bureau.server.execution_options(**{ZONDER_SLOT: True})
    with Session(zonder_slot) as bezig, Session(zonder_slot) as klaar:
        voeg_toe(bezig, "Verzonnen kwartel")
        voeg_toe(klaar, "Verzonnen merel")
        klaar.commit()
        assert gevonden(bureau, "kwartel") == []
        bezig.commit()
    assert gevonden(bureau, "kwartel") != []


def voeg_toe(sessie: Session, naam: str) -> None:
    sessie.add(Partij(naam=naam, kort=naam.rsplit(maxsplit=1)[-1][:3], soort=PartijSoort.DERDE))
    sessie.flush()


def test_wat_aan_de_lijst_voorbijging_wordt_aan_elke_rij_gezien(bureau: Serverbureau, eigenaar: Engine) -> None:
    casus = bureau.casus("Testpersoon Kwartel")
    assert gevonden(bureau, "kwartel") == [(Vindplaats.CASUS, casus)]
    motor = eigenaar.get_execution_options()[MOTOR]
    with eigenaar.begin() as verbinding, motor.zonder_wachters(verbinding):
        verbinding.execute(text(f"DELETE FROM {SCHEMA}.betrokkene WHERE casus_id = :casus"), {"casus": casus})  # noqa: S608
    with opdrachten_op(bureau.server) as gevraagd:
        assert gevonden(bureau, "kwartel") == []
    assert any(KIJKT_OP_ELKE_RIJ in een for een in gevraagd)
    with opdrachten_op(bureau.server) as gevraagd:
        assert gevonden(bureau, "kwartel") == []
    assert not any(KIJKT_OP_ELKE_RIJ in een for een in gevraagd)


def test_wie_de_lijst_opruimt_laat_niemand_oude_rijen_houden(bureau: Serverbureau, eigenaar: Engine) -> None:
    punt = bureau.punt(bureau.tafel(), bureau.casus("Testpersoon Kwartel"), "Politie")
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("de kievit komt terug", "", ""))
    assert gevonden(bureau, "kievit")
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("de merel komt terug", "", ""))
    with eigenaar.begin() as verbinding:
        verbinding.execute(text(f"DELETE FROM {SCHEMA}.wijziging"))  # noqa: S608
        ruim_op(verbinding, SCHEMA)
    assert gevonden(bureau, "kievit") == []
    assert gevonden(bureau, "merel")


def test_na_een_dag_zonder_blik_wordt_elke_rij_bekeken(bureau: Serverbureau, eigenaar: Engine) -> None:
    punt = bureau.punt(bureau.tafel(), bureau.casus("Testpersoon Kwartel"), "Politie")
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("de kievit komt terug", "", ""))
    assert gevonden(bureau, "kievit")
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("de merel komt terug", "", ""))
    with eigenaar.begin() as verbinding:
        verbinding.execute(text(f"DELETE FROM {SCHEMA}.wijziging"))  # noqa: S608
    kopie = bureau.server.get_execution_options()[MOTOR]._kopie
    kopie._blik = replace(kopie._blik, moment="2026-01-01 12:00:00+00")
    assert gevonden(bureau, "merel")


def test_van_een_andere_server_begint_de_kopie_opnieuw(bureau: Serverbureau) -> None:
    casus = bureau.casus("Testpersoon Kwartel")
    assert gevonden(bureau, "kwartel") == [(Vindplaats.CASUS, casus)]
    kopie = bureau.server.get_execution_options()[MOTOR]._kopie
    was = kopie._engine
    with Session(was) as sessie, sessie.begin():
        sessie.execute(text("UPDATE betrokkene SET naam = 'Testpersoon Wulp'"))
    kopie._blik = replace(kopie._blik, van="een reserve")
    assert gevonden(bureau, "kwartel") == [(Vindplaats.CASUS, casus)]
    assert kopie._engine is not was


def test_wie_niet_alles_van_de_lijst_ziet_kijkt_naar_elke_rij(
    bureau: Serverbureau, op_naam_van: Callable[[str], Engine]
) -> None:
    beheerder = op_naam_van(next(account for account, groep in EIGEN_ACCOUNT.items() if groep == "zvh_beheerder"))
    casus = bureau.casus("Testpersoon Kwartel")
    tafel = bureau.tafel()

    def punten() -> int:
        lezend = beheerder.execution_options(**{LEZEN: True})
        motor = beheerder.get_execution_options()[MOTOR]
        with Session(lezend) as sessie, motor.leesbaar(sessie, ()) as kopie:
            return int(kopie.scalar(select(func.count()).select_from(Agendapunt)) or 0)

    assert punten() == 0
    bureau.punt(tafel, CasusId(casus), "Politie")
    with opdrachten_op(beheerder) as gevraagd:
        assert punten() == 0
    assert any(KIJKT_OP_ELKE_RIJ in een for een in gevraagd)
