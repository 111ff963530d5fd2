"""Each partij answers for its own part, and what is restricted says so with its place in the convenant."""

from __future__ import annotations

import pytest
from huis_met_regels import Huis

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.services.regelboek.verzoeken import partij_antwoordt_zelf, verwerking_beperkt


@pytest.mark.regel(Regel.PARTIJ_ANTWOORDT_ZELF)
def test_partij_antwoordt_zelf(huis: Huis) -> None:
    profiel = huis.profiel
    assert partij_antwoordt_zelf(profiel, ()) is None
    bezwaar = partij_antwoordt_zelf(profiel, ("Proefpartij", "Oefenpartij"))
    assert bezwaar is not None
    assert "Proefpartij en Oefenpartij" in bezwaar.gebeurd
    assert bezwaar.artikel == profiel.artikel(Regel.PARTIJ_ANTWOORDT_ZELF)


@pytest.mark.regel(Regel.VERWERKING_BEPERKT)
def test_verwerking_beperkt(huis: Huis) -> None:
    profiel = huis.profiel
    zin = verwerking_beperkt(profiel)
    assert zin.startswith("[")
    assert f"(AVG art. 18 en {profiel.artikel(Regel.VERWERKING_BEPERKT)})" in zin
