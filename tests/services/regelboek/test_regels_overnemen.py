"""Rule ``overnemen``: in the one house whose convenant names its systems, and without an article elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.overnemen import Overneemblok
from zvh_desktop.services.regelboek.overnemen import overnemen


@pytest.mark.regel(Regel.OVERNEMEN)
def test_twente_noemt_per_systeem_het_artikel() -> None:
    profiel = laad_meegeleverd("twente")
    gcos, amazone = (overnemen(profiel, een, overgenomen=False) for een in ("GCOS", "Amazone"))
    assert gcos is not None
    assert amazone is not None
    assert gcos.artikel == "art. 13.2 onder b en art. 14.4"
    assert amazone.artikel == "art. 13.2 onder a"
    assert str(gcos).startswith("Nog over te nemen in GCOS")
    assert "bijlage 3, fase 1" in profiel.artikel(Regel.OVERNEMEN)
    assert overnemen(profiel, "GCOS", overgenomen=True) is None
    assert overnemen(profiel, "Kaartenbak", overgenomen=False) is None


@pytest.mark.parametrize("huis", ["delft", "haaglanden", "landelijk", "midden-limburg"])
def test_een_ander_huis_vraagt_niets_tot_het_zelf_een_systeem_invult(huis: str) -> None:
    profiel = laad_meegeleverd(huis)
    assert not profiel.geldt(Regel.OVERNEMEN)
    assert overnemen(profiel, "GCOS", overgenomen=False) is None
    eigen = replace(profiel, systemen=("Kaartenbak",), overnemen=(Overneemblok("Kaartenbak", ("beeld",), ""),))
    gevraagd = overnemen(eigen, "Kaartenbak", overgenomen=False)
    assert gevraagd is not None
    assert (str(gevraagd), gevraagd.artikel) == ("Nog over te nemen in Kaartenbak.", "")
