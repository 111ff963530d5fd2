"""Erasing tells how far it is, can be stopped, and goes on the next time."""

from __future__ import annotations

import pytest
from bladen import ontsleuteld, resten
from kluis_hulp import Openen
from sqlalchemy import text

from zvh_desktop.database.bestand import wissen
from zvh_desktop.database.kluis import OpenKluis

WOORD = "жшщцъыэюя"


class Gestopt(Exception):
    """Somebody has no time."""


def _vul_en_verwijder(kluis: OpenKluis) -> None:
    with kluis.engine.begin() as verbinding:
        # As an index of before was: what was deleted stays in it until it is merged.
        verbinding.execute(text("INSERT INTO zoek(zoek, rank) VALUES ('secure-delete', 0)"))
    for begin in range(0, 400, 20):
        with kluis.engine.begin() as verbinding:
            for nummer in range(begin, begin + 20):
                zin = f"{WOORD if nummer == 7 else nummer} " + " ".join(f"zin{nummer * 31 + k}" for k in range(40))
                verbinding.execute(
                    text("INSERT INTO zoek(rowid, tekst) VALUES (:r, :t)"), {"r": 10**6 + nummer, "t": zin}
                )
    with kluis.engine.begin() as verbinding:
        verbinding.execute(text("DELETE FROM zoek WHERE rowid = 1000007"))


def test_wie_stopt_sluit_de_kluis_en_de_volgende_keer_is_het_gewist(
    openen: Openen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wissen, "BLADEN_PER_STAP", 2)
    kluis = openen()
    sleutel = kluis.databasesleutel
    _vul_en_verwijder(kluis)

    def stop(gedaan: int, totaal: int, tekst: str) -> None:
        assert (gedaan, totaal > 0, tekst) == (0, True, "Verwijderde tekst wordt gewist")
        raise Gestopt

    with pytest.raises(Gestopt):
        kluis.sluit(stop)
    assert resten(ontsleuteld(kluis.databasepad, sleutel), WOORD)
    weer = openen()  # the lock was given free
    tellen: list[int] = []
    weer.sluit(lambda gedaan, totaal, _tekst: tellen.append(gedaan))
    assert resten(ontsleuteld(weer.databasepad, sleutel), WOORD) == []
    assert tellen == sorted(tellen[:-1]) + tellen[-1:] and len(tellen) > 3


def test_zonder_wijziging_valt_er_niets_te_wissen(openen: Openen) -> None:
    openen().sluit()
    weer = openen()
    stappen: list[str] = []
    weer.sluit(lambda _gedaan, _totaal, tekst: stappen.append(tekst))
    assert len(stappen) == 2  # one look for each of the two indexes
