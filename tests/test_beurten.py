"""The short check: all that is repeated has its turn, a turn can be done again, and some things never wait."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import beurten
import pytest
from beurten import (
    BEURT,
    EEN_OP_DE,
    HUIZEN,
    NOOIT_KORTER,
    ROOT,
    SERVER,
    een_per_bestand,
    huis_aan_de_beurt,
    wacht_op_beurt,
)

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
NUMMER = 3
AAN_DE_BEURT, ANDER = HUIZEN[NUMMER], HUIZEN[NUMMER + 1]


@dataclass(frozen=True)
class Nep:
    """What is asked of a test."""

    nodeid: str
    path: Path = ROOT / "tests" / "services" / "test_iets.py"
    merken: tuple[pytest.Mark, ...] = ()
    fixturenames: tuple[str, ...] = ()

    def iter_markers(self, naam: str) -> list[pytest.Mark]:
        return [merk for merk in self.merken if merk.name == naam]

    def get_closest_marker(self, naam: str) -> pytest.Mark | None:
        return next(iter(self.iter_markers(naam)), None)


def later(*items: Nep, nummer: int = NUMMER) -> list[str]:
    return [item.nodeid for item in wacht_op_beurt(cast(Any, items), nummer)]


def test_elk_huis_komt_een_keer_aan_de_beurt() -> None:
    for begin in (0, 8_514):
        assert sorted(huis_aan_de_beurt(begin + stap) for stap in range(len(HUIZEN))) == sorted(HUIZEN)


def test_alleen_wat_een_beurt_heeft_of_lang_is_wacht() -> None:
    assert later(
        Nep("gewoon"),
        Nep("aan de beurt", merken=(pytest.mark.om_beurten(AAN_DE_BEURT).mark,)),
        Nep("straks", merken=(pytest.mark.om_beurten(ANDER).mark,)),
        Nep("lang", merken=(pytest.mark.lang("reden").mark,)),
    ) == ["straks", "lang"]


@pytest.mark.parametrize("merk", [pytest.mark.om_beurten(ANDER).mark, pytest.mark.lang("reden").mark])
def test_een_regel_en_wat_in_een_vaste_map_staat_wacht_nooit(merk: pytest.Mark) -> None:
    for nep in (
        Nep("regel", merken=(merk, pytest.mark.regel("afschaling").mark)),
        *(Nep(map_, ROOT / map_ / "test_iets.py", (merk,)) for map_ in NOOIT_KORTER),
    ):
        with pytest.raises(pytest.UsageError, match=nep.nodeid):
            later(nep)


def test_van_wat_op_een_server_gebeurt_een_derde_en_alles_komt_langs() -> None:
    op_een_server = [Nep(f"a{n}", Path("a"), fixturenames=(SERVER,)) for n in range(7)]
    op_een_server += [Nep(f"b{n}", Path("b"), fixturenames=(SERVER,)) for n in range(2)]
    altijd = [Nep("c0", Path("c")), Nep("c1", Path("c"))]
    gedaan: set[str] = set()
    for nummer in range(EEN_OP_DE * 2):
        weg = later(*op_een_server, *altijd, nummer=nummer)
        nu = [een.nodeid for een in (*op_een_server, *altijd) if een.nodeid not in weg]
        assert [sum(naam[0] == bestand for naam in nu) for bestand in "abc"] == [
            3 if nummer % EEN_OP_DE == 0 else 2,
            1,
            2,
        ]
        gedaan.update(nu)
    assert gedaan == {een.nodeid for een in (*op_een_server, *altijd)}


def test_van_een_regel_een_handtekening_of_een_sleutel_wacht_geen_geval() -> None:
    for map_, naam, merken in (
        ("tests/services/tafel", "test_iets.py", (pytest.mark.regel("afschaling").mark,)),
        ("tests/services/regelboek", "test_iets.py", ()),
        ("tests/services/verzoeken", "test_beperking_vervalst.py", ()),
        ("tests/services/kluis", "test_herstelsleutel.py", ()),
        ("tests/database/motor", "test_iets.py", ()),
        ("tests/services/op_server", "test_rollen_op_een_server.py", ()),
    ):
        gevallen = [Nep(f"test_x[{n}]", ROOT / map_ / naam, merken, (SERVER,)) for n in range(9)]
        assert later(*gevallen) == []
    assert later(*(Nep(f"test_ook_met_sql_niet[{n}]", fixturenames=(SERVER,)) for n in range(9))) == []


def test_een_huis_dat_nooit_aan_de_beurt_komt_wordt_genoemd() -> None:
    with pytest.raises(pytest.UsageError, match="elders"):
        later(Nep("vergeten", merken=(pytest.mark.om_beurten("elders").mark,)))


@pytest.mark.parametrize("map_", NOOIT_KORTER)
def test_wat_nooit_wacht_is_er(map_: str) -> None:
    assert list((ROOT / map_).glob("test_*.py"))


def test_van_de_helft_van_de_bestanden_blijft_er_een_en_alles_komt_langs() -> None:
    items = [
        Nep(f"{bestand}{plaats}", Path(bestand)) for bestand in "abc" for plaats in range("bca".index(bestand) + 1)
    ]
    gedaan: set[str] = set()
    for nummer in range(6):
        weg = {item.nodeid for item in een_per_bestand(cast(Any, items), nummer)}
        blijft = [item for item in items if item.nodeid not in weg]
        assert [item.path.name for item in blijft] == (["b"] if nummer % 2 else ["a", "c"])
        gedaan.update(item.nodeid for item in blijft)
    assert gedaan == {item.nodeid for item in items}


@pytest.mark.parametrize("naam", sorted(beurten.ELKE_KEER))
def test_wat_begint_vergrendelt_of_sluit_wordt_elke_keer_in_een_venster_gedaan(naam: str) -> None:
    bestand = ROOT / "tests" / "venster" / f"{naam}.py"
    assert bestand.exists()
    items = [Nep(f"{pad.stem}{n}", pad) for pad in (Path("a.py"), bestand, Path("b.py")) for n in range(3)]
    for nummer in range(12):
        weg = {item.nodeid for item in een_per_bestand(cast(Any, items), nummer)}
        assert sum(item.path == bestand and item.nodeid not in weg for item in items) == 1


def test_de_beurt_is_die_van_deze_commit_tenzij_iemand_een_andere_noemt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(BEURT, raising=False)
    eigen = beurten.beurt()
    assert os.environ[BEURT] == str(eigen), "workers are to have the same turn"
    monkeypatch.delenv(BEURT)
    assert beurten.beurt() == eigen
    monkeypatch.setenv(BEURT, "41")
    assert beurten.beurt() == 41


@pytest.mark.parametrize("zegt", [{}, {"rev-parse": "true"}], ids=["zonder git", "zonder geschiedenis"])
def test_waar_geen_commits_te_tellen_zijn_telt_de_dag(monkeypatch: pytest.MonkeyPatch, zegt: dict[str, str]) -> None:
    monkeypatch.delenv(BEURT, raising=False)
    monkeypatch.setattr(beurten, "_git", lambda opdracht, *_: zegt.get(opdracht, ""))
    assert beurten.beurt() > 700_000, "the days of our era"
    monkeypatch.setenv(BEURT, "")
    zegt |= {"rev-parse": "false", "rev-list": "12"}
    assert beurten.beurt() == 12


def test_een_korte_run_laat_weg_wat_wacht_en_zegt_hoe_zij_over_te_doen_is() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:xdist", "--kort", "--collect-only", "-q", "tests/test_start.py"],
        cwd=ROOT,
        env=os.environ | {BEURT: str(NUMMER)},
        capture_output=True,
        text=True,
        check=False,
        timeout=500,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 deselected" in done.stdout
    assert f"kort: beurt {NUMMER}, huis {AAN_DE_BEURT}; nog eens zo met {BEURT}={NUMMER}" in done.stdout


def recept(doel: str) -> str:
    """What is done beside the lint of this target."""
    return MAKEFILE.partition(f"\n{doel}: lint")[2].splitlines()[1]


def test_de_lange_controle_doet_hetzelfde_zonder_iets_weg_te_laten() -> None:
    kort = recept("check")
    assert " KORT=--kort" in kort
    assert recept("check-heel") == kort.replace(" KORT=--kort", "").replace("-proef-kort ", "-proef ")


def test_elke_nacht_wordt_alles_gedaan() -> None:
    nacht = (ROOT / ".github" / "workflows" / "heel.yml").read_text(encoding="utf-8")
    assert "schedule:" in nacht
    assert "run: .ci/run check-heel" in nacht
    assert 'exec make "${1:-check}"' in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
