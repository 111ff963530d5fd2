"""What a server is made with changes only together with a step, so that a server of before is told from this one.

A server says by its revision of which version it is. With the same revision and other functions it opens, and then the
program takes them for tampered with (``servercontrole``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from zvh_desktop.database.bestand.revisies import nieuwste

TEAM: Final = Path(__file__).resolve().parents[3] / "resources" / "team"
# Of each file what it was from which revision on. A line is added; one that stands here has gone out and stays.
PRENTEN: Final[Mapping[str, Mapping[str, str]]] = {
    "vernietigen.sql": {
        "0066": "70fac7572cad834e47810740944c7ada5c13a0526f1b04dd743a8a6f32f4a73c",
        "0067": "19f1e008cd49084fb807b5a4c40fe62b8c14cd1441570d48456108188254da44",
    },
    "wachters.sql": {"0066": "5e95195cfb7051372e3904f0e30c0aab66daef68d9a6bbe1209d77a20ae45fa9"},
    "zoek.sql": {"0066": "59594a07525d364dab4354c7e3593a75182ef601b8c155f0bc17c0ef90829d98"},
}


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


def test_een_bestand_voor_de_server_wijzigt_alleen_met_een_nieuwe_migratie() -> None:
    bestanden = {pad.name: prent(pad) for pad in TEAM.glob("*.sql")}
    assert bestanden.keys() == PRENTEN.keys()
    assert [zin for naam, nu in bestanden.items() if (zin := bezwaar(naam, nu, PRENTEN[naam]))] == []


@pytest.mark.parametrize("naam", PRENTEN)
def test_bij_elke_prent_staat_een_eigen_revisie_die_er_is(naam: str) -> None:
    prenten = PRENTEN[naam]
    assert list(prenten) == sorted(prenten) and max(prenten) <= nieuwste()
    assert len(set(prenten.values())) == len(prenten), "a step for each change, and none of them the file of before"


def test_wie_een_bestand_wijzigt_leest_dat_er_een_migratie_bij_hoort(tmp_path: Path) -> None:
    gewijzigd = tmp_path / "vernietigen.sql"
    gewijzigd.write_text((TEAM / gewijzigd.name).read_text(encoding="utf-8") + "-- iets erbij\n", encoding="utf-8")
    zin = bezwaar(gewijzigd.name, prent(gewijzigd), PRENTEN[gewijzigd.name])
    assert "make a new migration" in zin and prent(gewijzigd) in zin
