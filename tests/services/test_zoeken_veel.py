"""A word that stands nearly everywhere: what is read stays small, and what was found before is found still."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from factories import Bureau
from sqlalchemy import event

from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.services.zoeken import teksten, zoeken
from zvh_desktop.services.zoeken.gegevens import Vindplaats


@contextmanager
def opdrachten(bureau: Bureau) -> Iterator[list[str]]:
    """The statements that are executed meanwhile."""
    gezien: list[str] = []

    def onthoud(_verbinding: Any, _aanwijzer: Any, opdracht: str, *_rest: object) -> None:
        gezien.append(opdracht)

    engine = bureau.werkplek.kluis.engine
    event.listen(engine, "before_cursor_execute", onthoud)
    try:
        yield gezien
    finally:
        event.remove(engine, "before_cursor_execute", onthoud)


def test_weinig_namen_staan_op_rang(bureau: Bureau) -> None:
    bureau.casus("Testpersoon Kwartel")
    with opdrachten(bureau) as gezien:
        bureau.zoeken.zoek("kwartel")
    assert any("ORDER BY rank" in opdracht for opdracht in gezien)


def test_veel_namen_worden_niet_gerangschikt(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ranking reads every row with the word; the newest of each kind are read from the end."""
    monkeypatch.setattr(zoeken, "VEEL", 30)
    casussen = [bureau.casus(f"Kwartel {nummer}") for nummer in range(15)]
    tafel = bureau.tafel(plaats="Kwartelzaal")
    bureau.oordeel(casussen[0], "Politie")
    for nummer in range(20):
        bureau.acties.voeg_toe_bij_casus(casussen[0], bureau.actie_invoer("Politie", omschrijving=f"Kwartel {nummer}"))
    with opdrachten(bureau) as gezien:
        gevonden = bureau.zoeken.zoek("kwartel")
    assert not any("ORDER BY rank" in opdracht for opdracht in gezien)
    soorten = [treffer.soort for treffer in gevonden]
    assert soorten[:5] == [Vindplaats.CASUS] * 5
    assert [treffer.sleutel for treffer in gevonden[:5]] == list(reversed(casussen))[:5]
    assert (Vindplaats.OVERLEG, tafel) in {(treffer.soort, treffer.sleutel) for treffer in gevonden}
    assert soorten.count(Vindplaats.ACTIE) >= 5
    assert len(gevonden) == zoeken.MEESTE


def test_een_kort_woord_wordt_niet_in_elke_tekst_gezocht(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past the newest texts it is found where a word begins with it; among those also inside a word."""
    monkeypatch.setattr(zoeken, "KIJK", 3)
    oud = bureau.casus("Kwartel Uivers")
    for nummer in range(5):
        bureau.casus(f"Kwartel {nummer}")
    assert [treffer.sleutel for treffer in bureau.zoeken.zoek("kwartel ui")] == [oud]
    assert bureau.zoeken.zoek("kwartel iv") == ()
    nieuw = bureau.casus("Kwartel Ruiver")
    assert {treffer.sleutel for treffer in bureau.zoeken.zoek("kwartel ui")} == {oud, nieuw}


def test_teksten_lezen_kost_niet_meer_opdrachten_bij_meer_treffers(bureau: Bureau) -> None:
    tafel = bureau.tafel(bureau.klok.vandaag)
    aantallen = []
    for _ in range(2):
        for _ in range(3):
            punt = bureau.punt(tafel, bureau.casus(), "Politie")
            bureau.verslagen.bewaar_tekst(punt, VerslagTekst("Zorgmijding speelt.", "", ""))
        with opdrachten(bureau) as gezien:
            gevonden = bureau.zoeken.zoek("zorgmijding")
        aantallen.append((len(gevonden), len(gezien)))
    (drie, eerst), (zes, daarna) = aantallen
    assert (drie, zes) == (3, 6)
    assert eerst == daarna


def test_wat_naast_de_teksten_hoort_wordt_vooruit_gelezen() -> None:
    """Every kind of the index is read ahead; a new kind cannot be forgotten."""
    assert set(teksten._TABELLEN) == set(range(5))
