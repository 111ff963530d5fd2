"""What a server is made with changes only together with a step, so that a server of before is told from this one.

A server says by its revision of which version it is. With the same revision and other functions it opens, and then the
program takes them for tampered with (``servercontrole``).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest
from dbserver import EIGENAAR, Databaseserver
from sqlalchemy import Connection, event
from sqlalchemy.engine.mock import MockConnection

from zvh_desktop.database.bestand.revisies import nieuwste
from zvh_desktop.database.motor.postgresql import ZONDER_SLOT
from zvh_desktop.database.motor.serverdialect import Serverdialect
from zvh_desktop.database.motor.teamschema import haal_weg_wat_bewaakt, maak_schema, zet_neer_wat_bewaakt
from zvh_desktop.database.team.databaserollen import maak_rollen
from zvh_desktop.models.alles import Base

TEAM: Final = Path(__file__).resolve().parents[3] / "resources" / "team"
# Of each file what it was from which revision on. A line is added; one that stands here has gone out and stays.
PRENTEN: Final[Mapping[str, Mapping[str, str]]] = {
    "vernietigen.sql": {
        "0066": "70fac7572cad834e47810740944c7ada5c13a0526f1b04dd743a8a6f32f4a73c",
        "0067": "19f1e008cd49084fb807b5a4c40fe62b8c14cd1441570d48456108188254da44",
    },
    "wachters.sql": {
        "0066": "5e95195cfb7051372e3904f0e30c0aab66daef68d9a6bbe1209d77a20ae45fa9",
        "0068": "abf6e911f38b0c2b9f082c525ee101d45dcda52485bf6eca44e9173c2420ec47",
    },
    "zoek.sql": {"0066": "59594a07525d364dab4354c7e3593a75182ef601b8c155f0bc17c0ef90829d98"},
}
BEWAAKT: Final = "what guards it"
"""Functions, triggers, roles, policies and rights, and the tables that no migration makes."""
TABELLEN: Final = "its tables"
"""Of the mapped classes, as a server says them: what is unique or sought of an encrypted column goes by its mark."""
GEZEGD: Final[Mapping[str, Mapping[str, str]]] = {
    BEWAAKT: {
        "0067": "0f6794dcfe7c11eae6ab0447e5d6f7de01dae32b99962639c600e660d4d07c1b",
        "0068": "b06488d91783555a6ee6142691b3f3a8639b41fa3c4b2bc95d9260a3aefca602",
    },
    TABELLEN: {"0067": "9c03da8f167132eee61ed9ea3b8b6127ec1e4a7f5fdca5e966b47c984acc8db0"},
}
"""The same for all that a server is told when a house begins on it, or is brought up to date, whoever says it."""
_VRAAGT: Final = re.compile(r"\s*(?:SELECT|SHOW|WITH)\b")
_INGEVULD: Final = re.compile(r"\s*INSERT\b")
_REEKS: Final = re.compile(r"SELECT pg_get_serial_sequence\('(?P<tabel>[\w.]+)', '(?P<kolom>\w+)'\)")
_TABEL: Final = re.compile(r"\s*CREATE (?:TABLE|(?:UNIQUE )?INDEX \w+ ON) (?P<tabel>\w+)")


def in_orde(opdracht: str) -> str:
    """On one line; the constraints of a table, which are told in no order of their own, in that of their words."""
    regels = [" ".join(regel.replace("%%", "%").split()) for regel in opdracht.strip().splitlines()]
    if _TABEL.match(opdracht):
        regels = [regels[0], *sorted(regel.rstrip(",") for regel in regels[1:])]
    return " ".join(regel for regel in regels if regel)


class Antwoord:
    """Of an empty server: there is nothing, but for the sequence of a table."""

    def __init__(self, reeks: str | None) -> None:
        self._reeks = reeks

    def scalar(self) -> str | None:
        return self._reeks

    def scalars(self) -> tuple[str, ...]:
        return ()

    def all(self) -> tuple[str, ...]:
        return ()


class Opnemer(MockConnection):
    """Stands for a connection to an empty server, and keeps what it is told."""

    def __init__(self) -> None:
        super().__init__(Serverdialect(), self._neem)
        self.gezegd: list[str] = []
        self.url = SimpleNamespace(database="huis")

    def _neem(self, stelling: Any, *_waarden: Any, **_opties: Any) -> Antwoord:
        tekst = str(stelling.compile(dialect=self.dialect))
        # The text of a driver has a percent sign twice.
        return self.exec_driver_sql(tekst.replace("%%", "%"))

    def exec_driver_sql(self, opdracht: str) -> Antwoord:
        """What asks, or fills in a row, is nothing that stays as it is made."""
        if not _VRAAGT.match(opdracht) and not _INGEVULD.match(opdracht):
            self.gezegd.append(in_orde(opdracht))
        gevonden = _REEKS.fullmatch(opdracht)
        return Antwoord(None if gevonden is None else f"{gevonden['tabel']}_{gevonden['kolom']}_seq")

    @contextlib.contextmanager
    def begin_nested(self) -> Iterator[None]:
        yield


def gezegd() -> dict[str, list[str]]:
    """All that an empty server is told when a house begins on it, in the order of the words.

    A house that is brought up to date is told the same but for its tables, which have their steps.
    """
    naar: Any = Opnemer()
    maak_rollen(naar)
    maak_schema(naar)
    uit: dict[str, list[str]] = {BEWAAKT: [], TABELLEN: []}
    for zin in sorted(naar.gezegd):
        over = _TABEL.match(zin)
        uit[TABELLEN if over is not None and over["tabel"] in Base.metadata.tables else BEWAAKT].append(zin)
    return uit


def prent_van(zinnen: list[str]) -> str:
    return hashlib.sha256("\n".join(zinnen).encode()).hexdigest()


def prent(pad: Path) -> str:
    """Of the text, whatever ends its lines here."""
    return hashlib.sha256(pad.read_text(encoding="utf-8").encode()).hexdigest()


def bezwaar(naam: str, nu: str, prenten: Mapping[str, str]) -> str:
    """What is missing before this file may go out; nothing when it is what its last step says."""
    if prenten and list(prenten.values())[-1] == nu:
        return ""
    laatste = list(prenten)[-1] if prenten else "none"
    return (
        f"resources/team/{naam} is not what it was at revision {laatste}. A server of before would open and then be "
        "said to be tampered with: make a new migration (an empty one will do), and add its number here with "
        f"{nu}."
    )


def bezwaar_tegen(wat: str, nu: str, prenten: Mapping[str, str]) -> str:
    """What is missing before a server may be told something else; nothing when it is what the last step says."""
    if list(prenten.values())[-1] == nu:
        return ""
    return (
        f"What a server is told of {wat} is not what it was at revision {list(prenten)[-1]}. A server of before would "
        f"keep the old: make a new migration ({'that changes it' if wat == TABELLEN else 'an empty one will do'}), "
        f"see that zvh team bijwerken brings it, and add its number here with {nu}."
    )


def test_een_bestand_voor_de_server_wijzigt_alleen_met_een_nieuwe_migratie() -> None:
    bestanden = {pad.name: prent(pad) for pad in TEAM.glob("*.sql")}
    assert bestanden.keys() == PRENTEN.keys()
    assert [zin for naam, nu in bestanden.items() if (zin := bezwaar(naam, nu, PRENTEN[naam]))] == []


@pytest.mark.parametrize("wat", GEZEGD)
def test_wat_een_server_te_horen_krijgt_wijzigt_alleen_met_een_nieuwe_migratie(wat: str) -> None:
    """Whether Python says it or a file."""
    assert bezwaar_tegen(wat, prent_van(gezegd()[wat]), GEZEGD[wat]) == ""


@pytest.mark.parametrize("wat", GEZEGD)
def test_wie_iets_anders_zegt_leest_dat_er_een_migratie_bij_hoort(wat: str) -> None:
    anders = prent_van([*gezegd()[wat], "CREATE FUNCTION zvh.erbij() RETURNS integer LANGUAGE sql AS 'SELECT 1'"])
    zin = bezwaar_tegen(wat, anders, GEZEGD[wat])
    assert "make a new migration" in zin and anders in zin


def test_elke_soort_staat_in_de_prent() -> None:
    bewaakt = gezegd()[BEWAAKT]
    for begin in (
        *("CREATE ROLE zvh_kopie", "GRANT zvh_toepassing TO zvh_medewerker", "GRANT CONNECT ON DATABASE huis"),
        *("CREATE FUNCTION zvh.wacht_oordeel_weg", "CREATE FUNCTION zvh.schrijf_op", "CREATE FUNCTION zvh.laat_gaan"),
        *("CREATE TRIGGER op_volgorde BEFORE", "CREATE CONSTRAINT TRIGGER helemaal_weg", "CREATE POLICY dossier ON"),
        *("ALTER TABLE zvh.casus ENABLE ROW LEVEL", "GRANT EXECUTE ON FUNCTION zvh.volgend_nummer", "REVOKE ALL ON"),
        *("GRANT USAGE ON SEQUENCE zvh.casus_id_seq", "GRANT UPDATE (verzonden_op)", "CREATE TABLE teambestand"),
    ):
        assert any(zin.startswith(begin) for zin in bewaakt), begin


def test_de_prent_is_in_elk_proces_dezelfde() -> None:
    """The order of a set is another in each."""
    opdracht = "import test_teambestanden as t; print(*(t.prent_van(zinnen) for zinnen in t.gezegd().values()))"
    paden = os.pathsep.join(str(een) for een in sys.path if een)
    prenten = {
        subprocess.run(
            [sys.executable, "-c", opdracht],
            env={**os.environ, "PYTHONPATH": f"{Path(__file__).parent}{os.pathsep}{paden}", "PYTHONHASHSEED": zaad},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zaad in ("1", "2", "3")
    }
    assert len(prenten) == 1


def test_een_echte_server_krijgt_hetzelfde_te_horen(databaseserver: Databaseserver) -> None:
    """What the print is of, beside what goes over a line to a server that is brought up to date."""
    naam = databaseserver.lege()
    engine = databaseserver.motor(naam, EIGENAAR).open()
    gehoord: list[str] = []

    def hoor(_lijn: Connection, _aanwijzer: Any, opdracht: str, *_rest: Any) -> None:
        if not _VRAAGT.match(opdracht):
            gehoord.append(in_orde(opdracht))

    with engine.execution_options(**{ZONDER_SLOT: True}).connect() as verbinding:
        haal_weg_wat_bewaakt(verbinding)
        event.listen(engine, "before_cursor_execute", hoor)
        zet_neer_wat_bewaakt(verbinding)
        event.remove(engine, "before_cursor_execute", hoor)
        verbinding.rollback()
    engine.dispose()
    databaseserver.geef_terug(naam)
    opnemer: Any = Opnemer()
    zet_neer_wat_bewaakt(opnemer)
    # Of what stands there already the policies go first, and rights are taken back from who has them.
    anders = {zin for zin in gehoord if not zin.startswith("DROP POLICY")} ^ set(opnemer.gezegd)
    assert {zin for zin in anders if not zin.startswith("REVOKE ALL ON ")} == set()


@pytest.mark.parametrize("naam", [*PRENTEN, *GEZEGD])
def test_bij_elke_prent_staat_een_eigen_revisie_die_er_is(naam: str) -> None:
    prenten = {**PRENTEN, **GEZEGD}[naam]
    assert list(prenten) == sorted(prenten) and max(prenten) <= nieuwste()
    assert len(set(prenten.values())) == len(prenten), "a step for each change, and none of them the file of before"


def test_wie_een_bestand_wijzigt_leest_dat_er_een_migratie_bij_hoort(tmp_path: Path) -> None:
    gewijzigd = tmp_path / "vernietigen.sql"
    gewijzigd.write_text((TEAM / gewijzigd.name).read_text(encoding="utf-8") + "-- iets erbij\n", encoding="utf-8")
    zin = bezwaar(gewijzigd.name, prent(gewijzigd), PRENTEN[gewijzigd.name])
    assert "make a new migration" in zin and prent(gewijzigd) in zin
