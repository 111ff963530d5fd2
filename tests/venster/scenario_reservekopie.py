"""A copy of a large vault, by keyboard alone: how far it is, stopped half way, and then made to its end."""

from __future__ import annotations

from pathlib import Path

import blik
import kopievragen as vragen
import pytest
import weekvragen
from scenario_stukken import kies_bestand
from sqlalchemy import text
from toneel import BEHEERDER, Toneel
from zondermuis import loop_langs, naar_beheerdeel, zonder_muis

from zvh_desktop.database.controle import controleer_map
from zvh_desktop.database.kluis import open_kluis

STUKKEN = 40
"""Pieces of six megabyte: so that copying and checking take some seconds."""


def maak_groot(kluis: Path) -> None:
    """As a vault is after years: copies of what was sent, each a file of its own."""
    with open_kluis(kluis, *BEHEERDER) as open_, open_.engine.begin() as verbinding:
        voorbeeld = verbinding.execute(text("SELECT * FROM uitgegeven WHERE brief_id IS NULL LIMIT 1")).mappings().one()
        rij = {**voorbeeld, "inhoud": bytes(6_000_000)}
        del rij["id"]
        opdracht = text(f"INSERT INTO uitgegeven ({', '.join(rij)}) VALUES (:{', :'.join(rij)})")  # noqa: S608
        for _ in range(STUKKEN):
            verbinding.execute(opdracht, rij)


def test_een_grote_kopie_stoppen_en_maken(toneel: Toneel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kluis, waar = toneel.oefenkluis(), tmp_path / "kopieen"
    maak_groot(kluis)
    waar.mkdir()
    hand = zonder_muis(toneel, monkeypatch, kluis, BEHEERDER)
    naar_beheerdeel(hand, "reservekopie")
    hand.naar("reservekopie_knop")
    hand.toets("space")
    kies_bestand(hand, waar)
    toneel.wacht_tot(blik.is_actief, "voortgangsvenster")
    toneel.wacht_tot(weekvragen.is_zover, blik.met_focus, "voortgang_stop_knop", wat="the keys on what can be done")
    toneel.wacht_tot(vragen.is_halverwege)
    hand.toets("Escape")
    toneel.wacht_weg("voortgangsvenster")
    toneel.wacht_op("reservekopie_stand", tekst="Gestopt")
    assert list(waar.iterdir()) == [], "half a copy stays nowhere"
    toneel.wacht_tot(weekvragen.is_zover, blik.met_focus, "reservekopie_knop", wat="the keys where they were")
    loop_langs(hand, "de reservekopieen")
    hand.naar("reservekopie_knop")
    hand.toets("space")
    kies_bestand(hand, waar)
    toneel.wacht_op("reservekopie_stand", tekst="is gemaakt", geduld=120)
    toneel.wacht_tot(weekvragen.is_zover, blik.met_focus, "reservekopie_knop", wat="the keys where they were")
    toneel.sluit_venster()
    assert toneel.programma.einde() == "0"
    (kopie,) = waar.iterdir()
    assert controleer_map(kopie, *BEHEERDER) == ()
