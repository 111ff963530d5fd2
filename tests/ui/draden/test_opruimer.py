"""Garbage is collected in the thread of the window only."""

from __future__ import annotations

import gc
import threading
import weakref

from zvh_desktop.ui.draden.opruimer import VEEL, Opruimer


class Knoop:
    def __init__(self) -> None:
        self.zelf = self


class _Lijst(list):  # type: ignore[type-arg]
    """A list that can be followed."""


def test_afval_wordt_niet_in_een_werkdraad_opgeruimd(qtbot) -> None:
    opruimer = Opruimer()
    opruimer.begin()
    try:
        gc.collect()
        afval = weakref.ref(Knoop())
        draad = threading.Thread(target=lambda: [Knoop() for _ in range(5_000)])
        draad.start()
        draad.join()
        assert afval() is not None
        opruimer.ruim_op()
        assert afval() is None
    finally:
        opruimer.stop()
    assert gc.isenabled()


def test_wat_apart_is_gezet_wordt_niet_meer_bekeken_tot_het_einde(qtbot) -> None:
    opruimer = Opruimer()
    opruimer.begin()
    try:
        opruimer.zet_apart()
        assert gc.get_freeze_count() > 0
        afval = weakref.ref(Knoop())
        gc.collect()
        assert afval() is None
    finally:
        opruimer.stop()
    assert gc.get_freeze_count() == 0


def test_de_rijen_van_een_lange_lijst_worden_niet_bekeken(qtbot) -> None:
    opruimer = Opruimer()
    opruimer.begin()
    try:
        opruimer.zet_apart()
        voor = gc.get_freeze_count()
        rijen = [[n] for n in range(VEEL + 1000)]
        opruimer.ruim_op()
        assert gc.get_freeze_count() > voor + VEEL
        laatste = weakref.ref(lijst := _Lijst(rijen))
        del rijen, lijst
        assert laatste() is None  # nobody has them any more: gone without being looked for
        afval = weakref.ref(Knoop())
        gc.collect()
        assert afval() is None
    finally:
        opruimer.stop()
