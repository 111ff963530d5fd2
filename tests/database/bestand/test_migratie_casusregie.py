"""The revision that records in which overleg a casusregisseur was appointed, with data in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lege_database import ga_naar, lege_database
from sqlalchemy import Engine, text

_VOORAF = (
    "INSERT INTO partij (id, naam, kort, soort, groep, opmerking) VALUES (1, 'Proefpartij', 'P', 'deelnemer', '', '')",
    "INSERT INTO casus (id, nummer, aanmeldende_partij_id, aanpak, fase, status, procesregisseur, procesregie,"
    " geopend_op, gewijzigd_op) VALUES (1, '2026-0001', 1, 'a', 'f', 'lopend', '', '', '2026-09-01',"
    " '2026-09-01 00:00:00')",
    "INSERT INTO profiel_versie VALUES (1, 'huis', '1', '', '2026-01-01 00:00:00')",
    "INSERT INTO overleg (id, soort, casuistiek, profiel_versie_id, datum, begin, einde, plaats, voorzitter, notulist,"
    " status, agenda_versie, verslag_status, verslag_versie, geheimhouding_gemeld) VALUES (1, 'soort', 1, 1,"
    " '2026-12-15', '09:00:00', '12:00:00', 'Zaal', '', '', 'concept', 1, 'concept', 1, 0)",
    "INSERT INTO casusregie (id, casus_id, partij_id, naam, van, tot) VALUES"
    " (1, 1, 1, 'J. Oefenman', '2026-09-01', '2026-10-01'), (2, 1, 1, 'T. Testpersoon', '2026-10-01', NULL)",
)
_OUD = [
    (1, 1, 1, "J. Oefenman", "2026-09-01", "2026-10-01"),
    (2, 1, 1, "T. Testpersoon", "2026-10-01", None),
]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    gemaakt = lege_database(tmp_path / "db.sqlite", "base")
    yield gemaakt
    gemaakt.dispose()


def regie(engine: Engine) -> list[tuple[object, ...]]:
    with engine.begin() as verbinding:
        return [tuple(rij) for rij in verbinding.execute(text("SELECT * FROM casusregie ORDER BY id"))]


def test_wat_er_stond_blijft_en_een_overleg_dat_verdwijnt_laat_de_dag_achter(engine: Engine) -> None:
    ga_naar(engine, "0007")
    with engine.begin() as verbinding:
        for opdracht in _VOORAF:
            verbinding.exec_driver_sql(opdracht)
    ga_naar(engine, "0008")
    assert regie(engine) == [(*rij, None, None) for rij in _OUD]
    with engine.begin() as verbinding:
        verbinding.exec_driver_sql("UPDATE casusregie SET overleg_id = 1, aangewezen_op = '2026-12-15' WHERE id = 2")
        verbinding.exec_driver_sql("DELETE FROM overleg")
    assert [rij[-2:] for rij in regie(engine)] == [(None, None), (None, "2026-12-15")]
    ga_naar(engine, "0007", omlaag=True)
    assert regie(engine) == _OUD
    with engine.begin() as verbinding:
        verbinding.exec_driver_sql("DELETE FROM casus")
    assert regie(engine) == []
