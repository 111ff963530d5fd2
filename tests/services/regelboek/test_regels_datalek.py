"""Whom a datalek concerns is told in writing, where the convenant says so."""

from __future__ import annotations

import pytest
from huis_met_regels import Huis

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.services.regelboek.datalek import datalek_partijen


@pytest.mark.regel(Regel.DATALEK_PARTIJEN)
def test_datalek_partijen(huis: Huis) -> None:
    profiel = huis.profiel
    assert datalek_partijen(profiel, ()) is None
    punt = datalek_partijen(profiel, ("Proefpartij",))
    if not profiel.geldt(Regel.DATALEK_PARTIJEN):
        assert punt is None
        return
    assert punt is not None
    assert "Proefpartij" in punt.zin
    assert profiel.artikel(Regel.DATALEK_PARTIJEN) in punt.zin
