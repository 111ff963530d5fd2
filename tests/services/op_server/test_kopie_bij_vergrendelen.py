"""Locking a house on a server: nobody waits for the copy that is searched, and it does not come back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from serverbureau import Serverbureau
from sqlalchemy import Engine, event

from zvh_desktop.errors import KluisInGebruik

GENOEG = 30.0


@contextmanager
def vullen_staat_stil(engine: Engine) -> Iterator[tuple[threading.Event, threading.Event]]:
    """The first row that comes in for the copy says that it is being filled, and waits until it may go on."""
    bezig, verder = threading.Event(), threading.Event()

    def wacht(_lijn: object, _aanwijzer: object, opdracht: str, *_rest: object) -> None:
        if "FROM zvh.betrokkene" in opdracht or "FROM betrokkene" in opdracht:
            bezig.set()
            verder.wait(GENOEG)

    event.listen(engine, "before_cursor_execute", wacht)
    try:
        yield bezig, verder
    finally:
        event.remove(engine, "before_cursor_execute", wacht)


@contextmanager
def weggedaan() -> Iterator[list[str]]:
    """The engines that were let go of, by the kind of their database."""
    welke: list[str] = []

    def noteer(engine: Engine) -> None:
        welke.append(engine.dialect.name)

    event.listen(Engine, "engine_disposed", noteer)
    try:
        yield welke
    finally:
        event.remove(Engine, "engine_disposed", noteer)


def test_vergrendelen_wacht_niet_op_een_kopie_die_wordt_gevuld(bureau: Serverbureau) -> None:
    bureau.casus("Testpersoon Kwartel")
    uitkomst: list[object] = []

    def zoek() -> None:
        try:
            uitkomst.append(bureau.zoeken.zoek("kwartel"))
        except KluisInGebruik as fout:
            uitkomst.append(fout)

    lijnen = bureau.server.pool
    with vullen_staat_stil(bureau.server) as (bezig, verder), weggedaan() as welke:
        zoeker = threading.Thread(target=zoek)
        zoeker.start()
        assert bezig.wait(GENOEG)
        slot = threading.Thread(target=bureau.server.dispose)
        slot.start()
        slot.join(GENOEG / 2)
        wachtte = slot.is_alive()
        verder.set()
        zoeker.join(GENOEG)
        slot.join(GENOEG)
    lijnen.dispose()  # the one of who was searching came back to those that were let go of
    assert not wachtte
    assert [type(een) for een in uitkomst] == [KluisInGebruik]
    assert welke.count("sqlite") == 1


def test_na_het_vergrendelen_komt_de_kopie_niet_terug(bureau: Serverbureau) -> None:
    casus = bureau.casus("Testpersoon Kwartel")
    assert [een.sleutel for een in bureau.zoeken.zoek("kwartel")] == [casus]
    with weggedaan() as welke:
        bureau.server.dispose()
    assert welke.count("sqlite") == 1
    with pytest.raises(KluisInGebruik, match="vergrendeld"):
        bureau.zoeken.zoek("kwartel")
