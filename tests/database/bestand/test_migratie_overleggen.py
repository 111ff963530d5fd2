"""The revision of meetings without casussen, with data in it: old meetings stay tafels, new ones go when it goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lege_database import ga_naar, lege_database
from sqlalchemy import Engine, Table, inspect, text
from sqlalchemy.exc import IntegrityError

from zvh_desktop.models.alles import Overleg, OverlegBesluit, OverlegBesluitRaakt, OverlegLid, OverlegStem

_PROFIEL = "INSERT INTO profiel_versie VALUES (1, 'huis', '1', '', '2026-01-01 00:00:00')"
_OVERLEG = (
    "INSERT INTO overleg (id, soort, profiel_versie_id, datum, begin, einde, plaats, voorzitter, notulist, status,"
    " agenda_versie, verslag_status, verslag_versie, geheimhouding_gemeld{kolom})"
    " VALUES (:id, 'soort', 1, '2026-12-15', '09:00:00', '12:00:00', 'Zaal', '', '', 'concept', 1, 'concept', 1, 0"
    "{waarde})"
)
_PUNT = (
    "INSERT INTO agendapunt (overleg_id, volgorde, minuten, onderwerp, doel, besluit_type, themas, beeld,"
    " oordeelsvorming, besluitvorming) VALUES (:id, 0, 5, 'Onderwerp', '', '', '', '', '', '')"
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    gemaakt = lege_database(tmp_path / "db.sqlite", "base")
    yield gemaakt
    gemaakt.dispose()


def test_bestaande_overleggen_blijven_tafels_en_nieuwe_gaan_bij_de_weg_terug_weg(engine: Engine) -> None:
    ga_naar(engine, "0004")
    with engine.begin() as verbinding:
        verbinding.execute(text(_PROFIEL))
        verbinding.execute(text(_OVERLEG.format(kolom="", waarde="")), {"id": 1})
    ga_naar(engine, "0005")
    with engine.begin() as verbinding:
        assert verbinding.execute(text("SELECT casuistiek FROM overleg")).scalars().all() == [1]
        verbinding.execute(text(_OVERLEG.format(kolom=", casuistiek", waarde=", 0")), {"id": 2})
        verbinding.execute(text(_PUNT), {"id": 2})
        verbinding.execute(text("UPDATE overleg SET status = 'gehouden' WHERE id = 2"))
    ga_naar(engine, "0004", omlaag=True)
    with engine.begin() as verbinding:
        assert verbinding.execute(text("SELECT id FROM overleg")).scalars().all() == [1]
        assert verbinding.execute(text("SELECT count(*) FROM agendapunt")).scalar() == 0
    with pytest.raises(IntegrityError, match="zonder akkoord"), engine.begin() as verbinding:
        verbinding.execute(text("UPDATE overleg SET status = 'gehouden' WHERE id = 1"))


@pytest.mark.parametrize(
    "tabel",
    [klasse.__table__ for klasse in (OverlegLid, OverlegBesluit, OverlegBesluitRaakt, OverlegStem, Overleg)],
    ids=str,
)
def test_tabellen_zijn_die_van_hun_klasse(engine: Engine, tabel: Table) -> None:
    ga_naar(engine, "head")
    gevonden = inspect(engine)
    kolommen = {(kolom["name"], str(kolom["type"]), kolom["nullable"]) for kolom in gevonden.get_columns(tabel.name)}
    assert kolommen == {(k.name, k.type.compile(engine.dialect), bool(k.nullable)) for k in tabel.columns}
    sleutels = {(tuple(s["constrained_columns"]), s["referred_table"]) for s in gevonden.get_foreign_keys(tabel.name)}
    assert sleutels == {(tuple(s.column_keys), s.referred_table.name) for s in tabel.foreign_key_constraints}
    assert {index["name"] for index in gevonden.get_indexes(tabel.name)} == {index.name for index in tabel.indexes}
