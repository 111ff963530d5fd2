"""A vault in its newest form is opened without Alembic; any other one is not taken for it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lege_database import lege_database
from sqlalchemy import Engine, text

from zvh_desktop.database.bestand.migraties import huidige_revisie, nieuwste_revisie
from zvh_desktop.database.bestand.revisies import eis_nieuwste, is_nieuwste, nieuwste, werk_bij
from zvh_desktop.errors import KluisBeschadigd, KluisVreemd


@pytest.fixture
def leeg(tmp_path: Path) -> Iterator[Engine]:
    engine = lege_database(tmp_path / "db.sqlite", "base")
    yield engine
    engine.dispose()


def zet_revisie(engine: Engine, revisie: str) -> None:
    with engine.begin() as verbinding:
        verbinding.execute(text("UPDATE alembic_version SET version_num = :r"), {"r": revisie})


def test_de_bestandsnamen_geven_dezelfde_nieuwste_stap_als_alembic() -> None:
    assert nieuwste() == nieuwste_revisie()


def test_een_lege_database_wordt_bijgewerkt(leeg: Engine) -> None:
    assert not is_nieuwste(leeg)
    werk_bij(leeg)
    assert is_nieuwste(leeg)
    assert huidige_revisie(leeg) == nieuwste()
    eis_nieuwste(leeg)


def test_een_oudere_en_een_nieuwere_worden_niet_gelezen(leeg: Engine) -> None:
    werk_bij(leeg)
    zet_revisie(leeg, "0001")
    with pytest.raises(KluisBeschadigd, match="oudere versie"):
        eis_nieuwste(leeg)
    zet_revisie(leeg, "9999")
    with pytest.raises(KluisVreemd, match="nieuwere versie"):
        werk_bij(leeg)


def test_openen_laadt_alembic_en_de_sleutelhanger_niet() -> None:
    vraag = (
        "import sys, zvh_desktop.services.toegang; "
        "print([naam for naam in ('alembic', 'mako', 'keyring', 'holidays') if naam in sys.modules])"
    )
    antwoord = subprocess.run([sys.executable, "-c", vraag], capture_output=True, text=True, check=True)
    assert antwoord.stdout.strip() == "[]"
