"""A server goes to a later form by the steps of a vault: tables and rows changed, and guarded as before."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dbserver import EIGENAAR, Databaseserver
from motoren import zin
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from test_poort_in_database import vul, zet_stoel, zittend

from zvh_desktop.database.bestand import migraties, revisies
from zvh_desktop.database.motor.bijwerken import werk_server_bij
from zvh_desktop.database.motor.servercontrole import bevindingen
from zvh_desktop.errors import KluisBeschadigd, KluisVreemd

STAP = """
import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{vorige}"

def upgrade():
{doe}
"""
GEWOON = """
    with op.batch_alter_table("partij") as tabel:
        tabel.add_column(sa.Column("later", sa.String(), nullable=False, server_default=""))
    op.execute("UPDATE partij SET later = 'nieuw' WHERE id = 1")
    op.execute("DROP TRIGGER oordeel_weg")
    op.execute("CREATE TRIGGER oordeel_weg BEFORE DELETE ON oordeel BEGIN SELECT RAISE(ABORT, 'nee'); END")
    op.execute("INSERT OR IGNORE INTO zoek_wacht(soort, id) SELECT 1, id FROM partij")
    op.drop_index("ix_opschaling_open", "opschaling")
    open_ = sa.text("uitkomst = 'open'")
    op.create_index("ix_opschaling_open", "opschaling", ["casus_id"], unique=True, sqlite_where=open_)
    op.execute("UPDATE deelname SET gevraagde_bijdrage = 'x'")
"""


@pytest.fixture
def versies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """The steps of this version and one more, that does this."""
    map_ = tmp_path / "migrations"

    def erbij(doe: str) -> None:
        vorige = revisies.nieuwste()
        shutil.copytree(migraties.SCRIPTS, map_, ignore=shutil.ignore_patterns("__pycache__"))
        (map_ / "versions" / "9001_proef.py").write_text(STAP.format(vorige=vorige, doe=doe), encoding="utf-8")
        monkeypatch.setattr(migraties, "SCRIPTS", map_)
        monkeypatch.setattr(revisies, "VERSIES", map_ / "versions")

    return erbij


@pytest.fixture
def server(databaseserver: Databaseserver) -> Iterator[Callable[[], Engine]]:
    """Engines of the owner on a database of this version with the tafel of the gate tests."""
    naam = databaseserver.gevulde(vul)
    engine = databaseserver.motor(naam, EIGENAAR).open()
    begonnen = stand(engine)
    yield lambda: engine
    zo_gebleven = stand(engine) == begonnen
    engine.dispose()
    (databaseserver.geef_terug if zo_gebleven else databaseserver.weg)(naam)


def stand(engine: Engine) -> object:
    with engine.connect() as verbinding:
        return verbinding.execute(text("SELECT version_num FROM zvh.alembic_version")).scalar()


def test_wie_de_nieuwste_is_blijft_zoals_hij_is(server: Callable[[], Engine]) -> None:
    assert not werk_server_bij(server())


def test_een_stap_wijzigt_tabellen_en_rijen_en_daarna_wordt_er_weer_op_gepast(
    databaseserver: Databaseserver, server: Callable[[], Engine], versies: Callable[[str], None]
) -> None:
    engine = server()
    werker = databaseserver.motor(str(engine.url.database)).open()
    versies(GEWOON)
    with pytest.raises(KluisBeschadigd, match="oudere versie"):
        databaseserver.motor(str(engine.url.database)).open()
    assert werk_server_bij(engine)
    assert stand(engine) == "9001"
    with engine.connect() as verbinding:
        assert verbinding.execute(text("SELECT later FROM partij WHERE id < 3 ORDER BY id")).scalars().all() == [
            "nieuw",
            "",
        ]
        assert bevindingen(verbinding) == ()
        index = text("SELECT indexdef FROM pg_indexes WHERE indexname = 'ix_opschaling_open'")
        assert " WHERE " in str(verbinding.execute(index).scalar())
    for een in (engine, werker):
        with pytest.raises(IntegrityError) as fout, een.begin() as verbinding:
            zet_stoel(verbinding, 1, 1, 5, 5)
        assert zin(fout.value) == "poort: geen geldend oordeel"
    with werker.begin() as verbinding:
        verbinding.execute(text("UPDATE partij SET later = 'x'"))
    werker.dispose()


@pytest.mark.parametrize(
    ("doe", "soort"),
    [
        pytest.param('    op.execute("UPDATE partij SET naam = 1 / 0")', DBAPIError, id="een stap die faalt"),
        pytest.param(
            '    op.execute("ALTER TABLE deelname DROP CONSTRAINT ck_deelname_alleen_rechtmatig")',
            KluisBeschadigd,
            id="een stap die een regel weghaalt",
        ),
    ],
)
def test_wat_niet_lukt_laat_alles_zoals_het_was(
    server: Callable[[], Engine], versies: Callable[[str], None], doe: str, soort: type[Exception]
) -> None:
    engine, eerder = server(), revisies.nieuwste()
    versies(doe)
    with pytest.raises(soort):
        werk_server_bij(engine)
    assert stand(engine) == eerder
    with engine.connect() as verbinding:
        assert bevindingen(verbinding) == ()
    assert zittend(engine) == {(1, 1), (1, 2), (2, 3)}


def test_een_nieuwere_wordt_niet_teruggebracht(server: Callable[[], Engine]) -> None:
    engine = server()
    with engine.begin() as verbinding:
        verbinding.execute(text("UPDATE zvh.alembic_version SET version_num = '9999'"))
    with pytest.raises(KluisVreemd):
        werk_server_bij(engine)


def test_wie_nog_vernietigt_als_eerder_gaat_niet_open_en_krijgt_bij_het_bijwerken_de_nieuwe_functies(
    databaseserver: Databaseserver, server: Callable[[], Engine]
) -> None:
    """Otherwise it opens, and then the functions are said to be tampered with at every signature."""
    engine = server()
    vraag = text("SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname = 'laat_gaan'")
    with engine.begin() as verbinding:
        nieuw = str(verbinding.execute(vraag).scalar())
        eerder = "\n".join(
            regel for regel in nieuw.split("\n") if "'lekoordeel'" not in regel or "casus_id IS" not in regel
        )
        assert eerder != nieuw
        verbinding.exec_driver_sql(eerder.replace("%", "%%"))
        verbinding.execute(text("UPDATE zvh.alembic_version SET version_num = '0066'"))
        assert bevindingen(verbinding) != ()
    with pytest.raises(KluisBeschadigd, match=r"oudere versie .* Laat de beheerder de database bijwerken"):
        databaseserver.motor(str(engine.url.database)).open()
    assert werk_server_bij(engine)
    with engine.connect() as verbinding:
        assert verbinding.execute(vraag).scalar() == nieuw
        assert bevindingen(verbinding) == ()
    databaseserver.motor(str(engine.url.database)).open().dispose()
