"""A page is loaded in a thread of its own, while the window is drawn and what is typed waits."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.draden.paginabron import Paginabron, Paginalader
from zvh_desktop.ui.draden.taken import Taken

BRON = Paginabron("proefpagina_later", "Proef")
WEG = Paginabron("proefpagina_die_er_niet_is", "Proef")


@pytest.fixture
def bron(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Paginabron]:
    (tmp_path / f"{BRON.module}.py").write_text(
        "import threading\nDRAAD = threading.get_ident()\nclass Proef:\n    pass\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    yield BRON
    sys.modules.pop(BRON.module, None)


@pytest.fixture
def lader(qapp: object, taken: Taken) -> Iterator[Paginalader]:
    ouder = QObject()
    yield Paginalader(taken, ouder)
    taken.stop_alles()


def test_een_pagina_wordt_in_een_andere_draad_geladen(lader: Paginalader, bron: Paginabron) -> None:
    assert not bron.is_geladen()
    assert lader.laad(bron)
    assert bron.is_geladen()
    assert threading.get_ident() != sys.modules[bron.module].DRAAD


def test_wat_er_al_is_wacht_nergens_op(lader: Paginalader, bron: Paginabron, taken: Taken) -> None:
    bron.haal()
    assert lader.laad(bron)
    assert lader.laad(None)
    assert taken.bezig() == 0


def test_het_venster_leeft_terwijl_een_pagina_wordt_geladen(lader: Paginalader, bron: Paginabron) -> None:
    tikken: list[int] = []
    QTimer.singleShot(0, lambda: tikken.append(1))
    lader.laad(bron)
    assert tikken == [1]


@pytest.mark.mag_loggen("zvh_desktop.ui.draden.paginabron")
def test_een_pagina_die_ontbreekt_wordt_gezegd(lader: Paginalader) -> None:
    with pytest.raises(GebruikersFout, match="ontbreekt of is beschadigd"):
        lader.laad(WEG)


def test_wie_het_venster_sluit_wacht_niet(
    lader: Paginalader, bron: Paginabron, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTimer.singleShot(0, lader.vergeet)
    monkeypatch.setattr(lader._taken, "start", lambda *_, **__: None)
    assert not lader.laad(bron)


def test_wie_onderweg_nog_ergens_heen_gaat_komt_er_ook(
    lader: Paginalader, bron: Paginabron, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ga() -> None:
        er.append(lader.laad(bron))
        lader.vergeet()

    er: list[bool] = []
    QTimer.singleShot(0, ga)
    monkeypatch.setattr(lader._taken, "start", lambda *_, **__: None)
    lader.laad(bron)
    assert er == [True]
