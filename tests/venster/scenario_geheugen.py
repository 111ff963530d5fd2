"""The process that shows the login after the lock holds nothing of the vault: read from its memory itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import blik
import pytest
from sqlalchemy import text
from toneel import REGISSEUR, Toneel
from wachten import wacht_tot

import zvh_desktop
from zvh_desktop.database.kluis import open_kluis

WACHTWOORD = "zestien walnoten op een vlot"
GETYPT = "zqxhalfgetypt"
MEESTE = 12
"""Of each kind that many are looked for; reading some hundred megabytes for each takes its time."""
_VRAGEN = (
    "SELECT naam FROM betrokkene",
    "SELECT naam FROM contactpersoon",
    "SELECT omschrijving FROM actie",
    "SELECT nummer FROM casus",
    "SELECT motivering FROM oordeel",
)


def test_na_het_slot_staat_er_niets_van_de_kluis_in_het_geheugen(
    toneel: Toneel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZVH_GEBRUIKERSMAP", str(toneel.map / "toets"))
    kluis = toneel.oefenkluis()
    naam, oud = REGISSEUR
    geheim = _geheimen(kluis, naam, oud)
    programma = toneel.start("--kluis", kluis)
    toneel.meld_aan(naam, WACHTWOORD)
    toneel.toets("ctrl+1", "ctrl+2", "ctrl+3", "ctrl+4")
    toneel.ga_naar("acties_pagina")
    toneel.typ(GETYPT, op="zoek_veld")
    eerste = programma.pid
    toneel.vraag(blik.maak_leesbaar)
    gezien = _gevonden(eerste, geheim)
    assert {"databasesleutel", "naam", "getypt"} <= gezien, f"de proef zelf ziet niets: {gezien}"
    toneel.toets("ctrl+l")
    toneel.wacht_op("wachtwoord_veld", aan=True)
    wacht_tot(partial(_is_weg, eerste), "het einde van wie op slot deed")
    toneel.vraag(blik.maak_leesbaar)
    assert programma.pid != eerste
    assert _gevonden(programma.pid, geheim) == set()
    toneel.meld_aan(naam, WACHTWOORD)
    assert toneel.wacht_tot(blik.is_pagina, "acties_pagina")
    toneel.sluit_venster()
    assert programma.einde() == "0"


def _geheimen(kluismap: Path, naam: str, oud: str) -> dict[str, set[bytes]]:
    """What must not be seen, by kind: as Python, SQLite and Qt keep it."""
    with open_kluis(kluismap, naam, oud) as kluis:
        kluis.accounts.wijzig_wachtwoord(oud, WACHTWOORD)
        code = "".join(pad.read_text(encoding="utf-8") for pad in Path(zvh_desktop.__file__).parent.rglob("*.py"))
        with kluis.engine.connect() as verbinding:
            woorden: set[str] = set()
            for vraag in _VRAGEN:
                alle = sorted({woord for (woord,) in verbinding.execute(text(vraag)) if len(woord or "") > 6})
                woorden.update([woord for woord in alle if woord not in code][:MEESTE])
        sleutel = kluis.databasesleutel
        zaad = kluis._zitting.open_geheimen()
    return {
        "naam": {vorm for woord in woorden for vorm in _vormen(woord)},
        "wachtwoord": set(_vormen(WACHTWOORD)),
        "getypt": set(_vormen(GETYPT)),
        "databasesleutel": {sleutel, *_vormen(sleutel.hex())},
        "eigen sleutels": {zaad.prive, zaad.zaad},
    }


def _vormen(woord: str) -> Iterator[bytes]:
    yield woord.encode("utf-8")
    yield woord.encode("utf-16-le")


def _gevonden(pid: int, geheim: dict[str, set[bytes]]) -> set[str]:
    """Which kinds stand in the memory of this process."""
    over = {(soort, vorm) for soort, vormen in geheim.items() for vorm in vormen}
    gezien: set[str] = set()
    for stuk in _geheugen(pid):
        gezien |= {soort for soort, vorm in over if soort not in gezien and vorm in stuk}
    return gezien


def _geheugen(pid: int) -> Iterator[bytes]:
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as geheugen:
        for regel in Path(f"/proc/{pid}/maps").read_text().splitlines():
            bereik, rechten, *_rest = regel.split()
            begin, einde = (int(deel, 16) for deel in bereik.split("-"))
            if "r" not in rechten or "w" not in rechten or begin >= 1 << 47:
                continue  # what cannot be written comes from a file of the program
            try:
                geheugen.seek(begin)
                yield geheugen.read(einde - begin)
            except OSError:
                continue  # a stack guard, or given back meanwhile


def _is_weg(pid: int) -> bool:
    try:
        return ") Z" in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return True
